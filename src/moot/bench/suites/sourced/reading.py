"""What counts as the answer of a report.

The answer is the first section of the document, sentence by sentence (the cell of a table is one, with what it is
about), without the sentences that the report itself marks as contradicted, unsupported or withdrawn: its reader is told
not to rely on them. What stands further down does not answer; nor does a side under "Where the sources disagree". A
sentence cites what its claim cites, an inference what its premises cite.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from moot.report.shape import ClaimView, Report
from moot.words import Claim, Section, Standing

FALLEN = frozenset({Standing.CONTRADICTED, Standing.UNSUPPORTED, Standing.WITHDRAWN})


@dataclass(frozen=True)
class Cited:
    """A quote where it stands."""

    file: str
    text_sha256: str
    """Of the text that the offsets are in."""
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    text: str
    cited: tuple[Cited, ...]


def answer(report: Report) -> list[Sentence]:
    """The sentences that answer, in their order."""
    views = report.views
    first = report.draft.sections[0] if report.draft.sections else Section(title="")
    standing = [each for each in _claims(first) if each.id in views and views[each.id].standing not in FALLEN]
    return [_sentence(claim, report, views) for claim in standing]


def _claims(section: Section) -> Iterator[Claim]:
    yield from section.claims
    for table in section.tables:
        for row in table.rows:
            yield from (cell for cell in row.cells if cell is not None)


def _sentence(claim: Claim, report: Report, views: dict[str, ClaimView]) -> Sentence:
    sources = {entry.source.id: entry.source for entry in report.sources}
    cited = [
        Cited(PurePath(source.origin).name, source.text_sha256, quote.start, quote.end)
        for id in _grounds(claim.id, views, frozenset())
        for quote in views[id].quotes
        if quote.start is not None and quote.end is not None and (source := sources.get(quote.source))
    ]
    return Sentence(f"{claim.about}: {claim.text}" if claim.about else claim.text, tuple(dict.fromkeys(cited)))


def _grounds(id: str, views: dict[str, ClaimView], seen: frozenset[str]) -> Iterator[str]:
    """The claim, then what it follows from; a circle is walked once."""
    if id in seen or id not in views:
        return
    yield id
    for premise in views[id].claim.premises:
        yield from _grounds(premise, views, seen | {id})
