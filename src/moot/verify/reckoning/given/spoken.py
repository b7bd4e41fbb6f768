"""What a claim says, as it is compared with what the figures of the evidence belong to."""

from __future__ import annotations

import re
from functools import lru_cache

from moot.text import countries
from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.text.tongue import ENGLISH, small, tongue

_PART = lazy_re(r"\b(first|second|third|fourth)[\s\xa0](quarter|half)\b", re.IGNORECASE)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_NAMED = lazy_re(r"\bQ([1-4])\b")


def words(text: str) -> frozenset[str]:
    """The stems of a text, and in both ways the parts of a year and the countries that it names: third quarter is q3,
    Q3 is third, French is of France.
    """
    said = frozenset(stems(text))
    parts = (f"{each[2][0]}{_NTH[each[1].lower()]}".lower() for each in _PART.finditer(text))
    told = (word for each in _NAMED.finditer(text) for word, nth in _NTH.items() if nth == int(each[1]))
    return frozenset((*said, *countries.both(said), *parts, *told))


def without_parts(text: str) -> str:
    """The text without the names of the parts of a year, in which "third" compares nothing."""
    return _PART.sub(" ", text)


@lru_cache(maxsize=512)  # Each figure of a claim asks for it.
def spoken(claim: str) -> frozenset[str]:
    """The stems of a claim without the small words of its language: no "der" binds a figure to it."""
    language = tongue(claim)
    return words(claim) - (frozenset() if language in (None, ENGLISH) else small(language))


def beside(claim: str, figure: Figure) -> frozenset[str]:
    """The same without the number of a figure; what it counts stays."""
    return spoken(claim) - (frozenset(stems(figure.raw)) - frozenset(stems(figure.noun)))
