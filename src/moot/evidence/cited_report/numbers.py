"""Numbers of marks: "2, 3", "4–6", "see refs. 1 and 2"; and telling raised marks from powers and units."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.evidence.cited_report import signals
from moot.evidence.cited_report.places import PLACE
from moot.text.lazy import lazy_re
from moot.text.raised import RAISED

_ONE = r"[#]?\d{1,5}"
_TO = r"(?:[-–—‐‑−⁻…]|\.{2,3}|to|bis)"
_RANGE = rf"{_ONE}(?:\s{{0,9}}{_TO}\s{{0,9}}{_ONE})?"
_KIND = r"refs?\.?|references?|sources?|quellen?|notes?|doc(?:ument)?s?"
_ALSO = rf"(?:(?:{signals.SEE}|also|but|e\.g\.,?|{_KIND})\s{{1,9}}){{0,3}}"
LIST = (
    rf"{_RANGE}(?:{PLACE}(?=\s{{0,9}};))?"
    rf"(?:(?:\s{{0,9}}(?:[,;/+]|,?\s{{1,9}}and\b|&)\s{{0,9}}|\s{{1,9}}){_ALSO}{_RANGE}(?:{PLACE}(?=\s{{0,9}};))?){{0,30}}"
)
LEAD = (
    rf"(?:(?:{signals.SEE}|e\.g\.,?|also|in|{_KIND}|nos?\.?|citations?|cite|fnn?\.?|foot-?notes?|end-?notes?)"
    r":?\s{1,9}|citation:){0,3}"
)
LOCATOR = rf"(?:{PLACE})?"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒·،", "0123456789-,,,")
_EACH = lazy_re(rf"(\d{{1,9}})(?:\s{{0,9}}{_TO}\s{{0,9}}#?(\d{{1,9}}))?")
_WHERE = lazy_re(PLACE, re.IGNORECASE)
_MOST = 60
"""Numbers in one range; a longer one is none."""
_UNIT = lazy_re(
    r"(?:^|[^A-Za-zÀ-ÿµμΩ])(?:[A-HJ-Za-zµμΩσχπλρηR]|[kcdmnµμhGM]m|ft|yd|mi|in|sq|sec|rad|deg|var|cos|sin|tan|log|exp"
    r"|Hz|Pa|mol|adj)\Z"
)
_FORMULA = lazy_re(r"(?:[=+−×·]\s?(?:\d+(?:\.\d+)?)?|/\d+)\s?[A-Za-zα-ωΑ-Ω]{1,2}\Z")
"""Letters behind a sign of reckoning: E = mc."""
_MEASURED = lazy_re(r"\d\s?[A-Za-zµ]\Z")
_WORD = lazy_re(r"[^\W\d_]{3}[\"'”’)\]]{0,2}[.,;:!?]?[\"'”’)\]]{0,2}\Z")
_NO_BASE = lazy_re(r"(?:^|[^\d.,])(?:(?:1[5-9]|20)\d\d|\d{1,3}(?:,\d{3})+|\d+\.\d+)\Z")
"""A year, 12,300 and 0.7 are raised to no power in a report's prose."""


def each(written: str) -> list[str]:
    """The numbers as a list would show them; a range is all that lie in it."""
    found: list[str] = []
    for match in _EACH.finditer(_WHERE.sub("", written)):
        first, last = int(match[1]), int(match[2] or match[1])
        if first < last <= first + _MOST:
            found += map(str, range(first, last + 1))
        else:
            found += map(str, (first, last) if match[2] else (first,))
    return found


def lowered(raised: str) -> str:
    """Raised digits as plain ones."""
    return raised.translate(_RAISED)


def raised(digits: str) -> str:
    """Plain digits as raised ones."""
    return digits.translate(RAISED)


def after_word(before: str) -> bool:
    """Whether a raised number stands behind a word that is no unit, or behind the stop after it."""
    return bool(_WORD.search(before))


def is_power(before: str, numbers: Sequence[str], row: bool = False) -> bool:
    """Whether raised digits after `before` belong to a unit, a number or a variable; `row`: in a cell of a table."""
    before = before.rstrip("\ufffc")
    if not before or before[-1] in "⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹^":
        return True
    if before[-1].isdecimal():
        return not _NO_BASE.search(before) and (not row or re.search(r"(?:^|[^\d.,])10\Z", before) is not None)
    if _FORMULA.search(before):
        return True
    unit = _UNIT.search(before)
    if not unit or before.endswith(("°C", "°F")):
        return False
    alone = len(unit[0].lstrip(" \t\n(/·")) == 1 and not _MEASURED.search(before)  # x⁵, but 310 m⁷ is a mark
    return list(numbers) != ["1"] if alone else list(numbers) in (["2"], ["3"], ["4"])
