"""Text of a document that no check reads: headings, captions, names of rows and columns, subjects, gaps.

Where it repeats an order that stands in a source, the reader is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moot.report.shape import Note
from moot.text.terms import words
from moot.words import Draft, Event, Noticed

_RUN = 4
"""Words one after another that are an order's, and no chance."""
SHOWN = 100
"""Characters of the first that is told."""


def notes(draft: Draft, events: Sequence[Event]) -> Iterator[Note]:
    """For the head of a report, where such text repeats words of an order."""
    told = [event.excerpt for event in events if isinstance(event, Noticed) and not event.doubtful]
    orders = {run for excerpt in told for run in _runs(excerpt)}
    found = [text for text in dict.fromkeys(_labels(draft)) if not orders.isdisjoint(_runs(text))]
    if found:
        number = f"{len(found)} of the headings, captions, names, subjects and gaps, which no check reads,"
        repeats = f"repeat{'s' if len(found) == 1 else ''} words of an order that stands in a source"
        yield Note(kind="noticed", text=f"{number} {repeats}: “{found[0][:SHOWN]}”")


def _labels(draft: Draft) -> Iterator[str]:
    for section in draft.sections:
        yield section.title
        for table in section.tables:
            yield table.caption
            yield from table.columns
            yield from (row.label for row in table.rows)
    yield from (each.subject for each in draft.disagreements)
    yield from draft.gaps


def _runs(text: str) -> set[tuple[str, ...]]:
    said = words(text)
    return {tuple(said[at : at + _RUN]) for at in range(len(said) - _RUN + 1)}
