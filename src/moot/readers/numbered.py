"""Things that only a number tells apart: `berth number 3`, `gate 7`. What holds of one is not said of another."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from moot.text import terms
from moot.text.lazy import lazy_re

_THINGS = (
    r"aisles?|bays?|beds?|berths?|blocks?|boilers?|booths?|buildings?|carriages?|cells?|chapters?|chimneys?|corridors?|"
    r"counters?|courts?|cranes?|desks?|districts?|docks?|doors?|engines?|exits?|fields?|floors?|furnaces?|gates?|halls?|"
    r"houses?|huts?|junctions?|kilns?|lanes?|lifts?|lines?|locks?|lots?|masts?|mills?|phases?|piers?|pits?|platforms?|"
    r"plots?|pumps?|quays?|reactors?|rooms?|routes?|sectors?|sections?|shafts?|sheds?|shifts?|sites?|slips?|stages?|"
    r"stands?|stations?|tanks?|terminals?|towers?|tracks?|trams?|tunnels?|turbines?|units?|vats?|wards?|wells?|wings?|"
    r"zones?"
)
_NUMBERED = lazy_re(
    r"\b(?:(?P<what>[^\W\d_]{3,30})\s(?:numbers?\s|no\.?\s?|nos\.\s?|nr\.?\s?|№\s?|#\s?)|"
    rf"(?P<thing>{_THINGS})\s)(?P<number>\d{{1,4}}[A-Za-z]?|[IVX]{{1,5}})\b(?![.,]\d|\s?%)",
    re.IGNORECASE,
)


def apart(mine: Mapping[str, Collection[str]], theirs: Mapping[str, Collection[str]]) -> bool:
    """Whether both name a thing of one kind by its number, and none by the same one."""
    return any(set(mine[kind]).isdisjoint(theirs[kind]) for kind in mine.keys() & theirs.keys())


def numbers(text: str) -> dict[str, set[str]]:
    """By kind, as a stem, the numbers of the things that a text names by one."""
    found: dict[str, set[str]] = {}
    for match in _NUMBERED.finditer(text):
        found.setdefault(terms.stem((match["what"] or match["thing"]).lower()), set()).add(match["number"].lower())
    return found
