"""A part of a whole, whose unit or scale stands once, after the whole: "6.5 of the 38 million euros"."""

from __future__ import annotations

import re

from moot.text.figure import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS

_OF = lazy_re(
    r"[\s\xa0]+(?:out[\s\xa0]+)?of[\s\xa0]+(?:(?:the|its|their|our|his|her|all|some|about|around|roughly|nearly|almost|"
    r"over|a[\s\xa0]total[\s\xa0]of|an[\s\xa0]estimated|(?:[\w-]+[\s\xa0]+){0,2}[\w-]+(?:['’]s|s['’]))[\s\xa0]+){0,2}",
    re.IGNORECASE,
)
_FIRST = lazy_re(r"\bof[\s\xa0]+(?:(?:the|its|their|our|all|these|those)[\s\xa0]+){0,2}$", re.IGNORECASE)
_THEN = lazy_re(r"(?:[\s\xa0]+[^\W\d_][\w-]*){0,3},?[\s\xa0]+(?:(?:only|just|about|some)[\s\xa0]+)?")
_APIECE = lazy_re(r"[\s\xa0]+(?:[\w-]+[\s\xa0]+){0,2}(?:per|each|apiece|an?|every)\b", re.IGNORECASE)
_KIND = lazy_re(r"[\s\xa0-](?:[a-z]+(?:ing|ed|al|ic)[\s\xa0])?([a-z]+s)\b")
"""After a measure, what is of that measure: the chargers of "3 of the 40 kW chargers"."""
_RATIOS = ("%", "pp", "x")
_OF_THOSE = lazy_re(r"[\s\xa0](?:the|its|their|some|all)[\s\xa0]+$", re.IGNORECASE)
_CENTS = lazy_re(r"\d\.\d\d")


def shares(text: str, part: Figure, whole: Figure) -> bool:
    """Whether the part, told right before the whole or after it, is in the unit and scale of that.

    A whole number of a mere scale is not: of "12 of the 3 million guests" there are twelve. Nobody counts 6.5 of them.
    """
    if part.word or part.scale != 1 or whole.high is not None or not whole.counts:
        return False
    if not 0 < part.value <= (part.high or part.value) < whole.written or part.kind not in (
        FigureKind.QUANTITY,
        FigureKind.MONEY,
    ):
        return False
    broken = "." in part.raw
    if part.end > whole.end:
        before = _FIRST.search(text, max(0, whole.start - 24), whole.start)
        behind = broken and not part.unit and bool(before) and not _APIECE.match(text, part.end)
        return behind and whole.scale > 1 and not whole.unit and bool(_THEN.fullmatch(text, whole.end, part.start))
    if not _OF.fullmatch(text, part.end, whole.start):
        return False
    if part.unit:
        return broken and part.unit == whole.unit and whole.scale > 1 and not _CENTS.search(part.raw)
    if not whole.unit:
        return broken and whole.scale > 1
    of_kind = None if broken or whole.kind is FigureKind.MONEY else _KIND.match(text, whole.end)
    plain = whole.unit not in _RATIOS or _OF_THOSE.search(text, part.end, whole.start)
    return bool(plain) and (of_kind is None or of_kind[1] in STOP_WORDS)
