"""Things that a number tells apart: `berth number 3`, `pump no. 2`. What holds of one is not said of another."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from moot.text import terms
from moot.text.lazy import lazy_re

_NUMBERED = lazy_re(
    r"\b(?P<what>[^\W\d_]{3,30})\s(?:numbers?\s|no\.?\s?|nos\.\s?|nr\.?\s?|№\s?|#\s?)"
    r"(?P<number>\d{1,4}[A-Za-z]?|[IVX]{1,5})\b(?![.,]\d|\s?%)",
    re.IGNORECASE,
)


def apart(mine: Mapping[str, Collection[str]], theirs: Mapping[str, Collection[str]]) -> bool:
    """Whether both name a thing of one kind by its number, and none by the same one."""
    return any(set(mine[kind]).isdisjoint(theirs[kind]) for kind in mine.keys() & theirs.keys())


def numbers(text: str) -> dict[str, set[str]]:
    """By kind, as a stem, the numbers of the things that a text names by one."""
    found: dict[str, set[str]] = {}
    for match in _NUMBERED.finditer(text):
        found.setdefault(terms.stem(match["what"].lower()), set()).add(match["number"].lower())
    return found
