"""Things that a number tells apart: `berth number 3`, `pump no. 2`, `box 2021`. What holds of one is not said of
another, nor of what it is a part of; and its number is no year and measures nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from moot.text import terms
from moot.text.lazy import lazy_re

_THINGS = (
    r"box(?:es)?|(?:room|locker|shelf|folder|drawer|crate|pallet|container|cabinet|hall|gate|platform|berth|pier|dock"
    r"|bus|tram|train|flight|lorry|wagon|carriage|locomotive|apartment|flat|cabin|cell|plot|lot|pump|well|borehole|tank"
    r"|sample|specimen|batch|building|warehouse|hangar|kiosk|stall|desk|channel|trap|station|turbine|reactor)s?"
    r"|kiste|karton|schachtel|raum|zimmer|halle|gleis|bus|zug|flug|boîte|salle|chambre|quai"
)
"""What is called by its number alone. Not what comes year by year: a report, a budget, a model."""
_NUMBERED = lazy_re(
    rf"\b(?:(?P<what>[^\W\d_]{{3,30}})\s(?:numbers?\s|no\.?\s?|nos\.\s?|nr\.?\s?|№\s?|#\s?)|(?P<thing>{_THINGS})\s)"
    r"(?P<number>\d{1,4}[A-Za-z]?|[IVX]{1,5})\b(?![.,]\d|\s?%)(?:(?:\sand\s|\sto\s|[-–])(?P<last>\d{1,4})\b(?![.,]\d|\s?%))?",
    re.IGNORECASE,
)

_FAR = 50
"""Characters within which a number stands behind what it is the number of."""


def apart(mine: Mapping[str, Collection[str]], theirs: Mapping[str, Collection[str]]) -> bool:
    """Whether both name a thing of one kind by its number, and none by the same one."""
    return any(set(mine[kind]).isdisjoint(theirs[kind]) for kind in mine.keys() & theirs.keys())


def names(text: str, at: int) -> bool:
    """Whether the number that begins there is one by which the text names a thing."""
    first = max(0, at - _FAR)
    spans = ((match.start("number"), match.end()) for match in _NUMBERED.finditer(text[first : at + _FAR]))
    return any(start <= at - first < end for start, end in spans)


def blanked(text: str) -> str:
    """The text with blanks for the numbers by which it names things."""
    for match in _NUMBERED.finditer(text):
        start, end = match.start("number"), match.end()
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def numbers(text: str) -> dict[str, set[str]]:
    """By kind, as a stem, the numbers of the things that a text names by one."""
    found: dict[str, set[str]] = {}
    for match in _NUMBERED.finditer(text):
        numbers = {match["number"].lower(), (match["last"] or match["number"]).lower()}
        found.setdefault(terms.stem((match["what"] or match["thing"]).lower()), set()).update(numbers)
    return found
