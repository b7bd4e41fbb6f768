"""Text of a document that no check reads: headings, captions, names of rows and columns, subjects, gaps.

Where it repeats an order that stands in a source, the reader is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from moot.evidence.library import Library
from moot.ledger.record import Record
from moot.report.shape import Note
from moot.text.small_words import WORDS
from moot.text.terms import words
from moot.words import Draft, Noticed

_RUN, _TELLING = 4, 2
"""Words one after another that are an order's, and no chance; and how many of them are no small words."""
SHOWN = 100
"""Characters of the first that is told."""
Run = tuple[str, ...]


def notes(draft: Draft, record: Record, library: Library) -> Iterator[Note]:
    """For the head of a report, where such text repeats words of an order.

    What the question or the sources say beside their orders too is theirs: "costs of the new buses".
    """
    told = [event for event in record.events if isinstance(event, Noticed) and not event.doubtful]
    orders = {run for event in told for run in _telling(event.excerpt)}
    labels = {text: met for text in _labels(draft) if (met := orders & _runs(text))}
    if labels:
        pointed = {event.place.passage for event in told if event.by and event.place}
        elsewhere = _elsewhere(set().union(*labels.values()), record.case.question, library, pointed)
        labels = {text: met for text, met in labels.items() if not met <= elsewhere}
    if labels:
        number = f"{len(labels)} of the headings, captions, names, subjects and gaps, which no check reads,"
        repeats = f"repeat{'s' if len(labels) == 1 else ''} words of an order that stands in a source"
        yield Note(kind="noticed", text=f"{number} {repeats}: “{next(iter(labels))[:SHOWN]}”")


def _elsewhere(runs: Collection[Run], question: str, library: Library, pointed: Collection[str]) -> set[Run]:
    """Those that the question has, or a passage outside what is withheld as an order. `pointed`: passages in which a
    seat saw an order, of which nothing is withheld.
    """
    found = _runs(question).intersection(runs)
    for passage in library.passages:
        if len(found) < len(runs) and passage.id not in pointed:
            found |= _runs(library.quotable(passage).text).intersection(runs)
    return found


def _labels(draft: Draft) -> Iterator[str]:
    for section in draft.sections:
        yield section.title
        for table in section.tables:
            yield table.caption
            yield from table.columns
            yield from (row.label for row in table.rows)
    yield from (each.subject for each in draft.disagreements)
    yield from draft.gaps


def _telling(text: str) -> set[Run]:
    """Its runs that are not made of small words: "state that the costs"."""
    return {
        run
        for run in _runs(text)
        if sum(not any(word in small for small in WORDS.values()) for word in run) >= _TELLING
    }


def _runs(text: str) -> set[Run]:
    said = words(text)
    return {tuple(said[at : at + _RUN]) for at in range(len(said) - _RUN + 1)}
