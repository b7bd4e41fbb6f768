"""What counts as the answer of a report.

The answer is the first section of the document, sentence by sentence (the cell of a table is one, with what it is
about). A sentence that the report itself marks as contradicted, unsupported or withdrawn does not stand: its reader is
told not to rely on it. What stands further down does not answer; nor does a side under "Where the sources disagree". A
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
    stands: bool


def answer(report: Report) -> list[Sentence]:
    """The sentences of the answer, in their order."""
    views = report.views
    first = report.draft.sections[0] if report.draft.sections else Section(title="")
    return [_sentence(claim, report, views) for claim in _claims(first) if claim.id in views]


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
    text = f"{claim.about}: {claim.text}" if claim.about else claim.text
    return Sentence(text, tuple(dict.fromkeys(cited)), views[claim.id].standing not in FALLEN)


def _grounds(id: str, views: dict[str, ClaimView], seen: frozenset[str]) -> Iterator[str]:
    """The claim, then what it follows from; a circle is walked once."""
    if id in seen or id not in views:
        return
    yield id
    for premise in views[id].claim.premises:
        yield from _grounds(premise, views, seen | {id})
