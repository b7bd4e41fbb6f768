"""Where sources of different dates give different figures for what is asked, the newest is told first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from moot.readers import around, conflicts, overtaken
from moot.readers.candidates import Candidate
from moot.readers.matter import Matter
from moot.readers.questions import Part, Sort
from moot.readers.readings import Reading
from moot.text import iso
from moot.text.lazy import lazy_re

ABOVE = 0.4
"""Of what makes a sentence bear on a question, enough for one that gives another figure of the kind that is told."""
_MOVED = lazy_re(
    r"\b(?:moved|postponed|delayed|rescheduled|brought forward|put off|new date|verschoben|verlegt)\b", re.IGNORECASE
)


def first(matter: Matter, part: Part, chosen: Sequence[Candidate]) -> list[Candidate]:
    """The chosen sentences, each behind the newest one that gives another figure for the same thing."""
    if part.sort is Sort.TIME:
        return sorted(chosen, key=lambda each: not any(_moves(each, other) for other in chosen))
    if part.sort is not Sort.AMOUNT:
        return list(chosen)
    ordered: list[Candidate] = []
    for each in chosen:
        newer = _newest(matter, part, each)
        ordered += [one for one in (newer, each) if one and not any(one.meets(told) for told in ordered)]
    return ordered


def _moves(newer: Candidate, older: Candidate) -> bool:
    """True for a sentence of no older source that tells a new date."""
    before = iso.earlier(newer.source.told, older.source.told)
    return newer is not older and bool(_MOVED.search(newer.text)) and not _MOVED.search(older.text) and not before


def _newest(matter: Matter, part: Part, told: Candidate) -> Candidate | None:
    mine = [each for each in matter.readings if _of(each, told)]
    found = [
        (other.source.told or "9999", one)
        for other in matter.readings
        if not other.cell and any(_overtakes(matter, part, other, each) for each in mine)
        for one in matter.quotable
        if _of(other, one) and _bears(matter, part, one)
    ]
    return max(found, key=lambda each: each[0], default=(None, None))[1]


def _of(reading: Reading, sentence: Candidate) -> bool:
    inside = sentence.start <= reading.start < sentence.end
    return not reading.cell and reading.passage.id == sentence.passage.id and inside


def _overtakes(matter: Matter, part: Part, newer: Reading, older: Reading) -> bool:
    """True for another figure of the same kind, of a later date or told together with the older as what was."""
    asked = around.exclusive(part.text)
    one, other = (replace(each, hard=each.hard - asked) for each in (newer, older))
    if not conflicts.rivalling(one, other, matter.rivals, matter.ambient):
        return False
    past = max(newer.years, default="9999") < (older.source.told or "")[:4]
    was = newer.quote.find(older.figure.raw)
    return (was >= 0 and overtaken.was(newer.quote, was)) or (
        not past and iso.earlier(older.source.told, newer.source.told)
    )


def _bears(matter: Matter, part: Part, sentence: Candidate) -> bool:
    """Whether the sentence, with what stands above it, is on what is asked."""
    headed = f"{matter.title(sentence.source)}. {sentence.heading}. {sentence.text}"
    return part.answers(sentence.text) and matter.view.relevance(part.about, [headed])[0] >= ABOVE * matter.view.bears
