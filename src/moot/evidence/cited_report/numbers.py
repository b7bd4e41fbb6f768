"""Numbers of marks: "2, 3", "4–6", "see refs. 1 and 2"; and telling raised marks from powers and units."""

from __future__ import annotations

import re

_ONE = r"[#]?\d{1,4}"
_RANGE = rf"{_ONE}(?:\s*(?:[-–—‐‑−⁻]|to)\s*{_ONE})?"
_PAGES = r"(?:,\s*pp?\.\s*\d+(?:\s*[-–]\s*\d+)?(?=\s*;))?"
LIST = rf"{_RANGE}{_PAGES}(?:\s*(?:[,;]|,?\s+and|&)\s*{_RANGE}{_PAGES}){{0,30}}"
LEAD = r"(?:(?:see|cf\.?|e\.g\.,?|also|in|refs?\.?|references?|sources?|nos?\.?|notes?)\s+){0,3}"
LOCATOR = (
    r"(?:[,:;]\s*(?:see\s+)?(?:pp?\.|pages?|tab(?:le|\.)|fig(?:ure|s?\.)|ch(?:apter|\.)|sec(?:tion|t?\.)|§+|¶|para(?:graph|\.)"
    r"|app(?:endix|\.)|art(?:icle|\.)|eq\.|th(?:eore)?m\.?|lemma|l{1,2}\.|vol\.|nos?\.)\s*[^\[\]\n]{0,40})?"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒·،", "0123456789-,,,")
_MOST = 60
"""Numbers in one range; a longer one is none."""
_UNIT = re.compile(
    r"(?:^|[^A-Za-zÀ-ÿµμΩ])(?:[A-HJ-Za-zµμΩσχπλρηR]|[kcdmnµμhGM]m|ft|yd|mi|in|sq|min|sec|rad|deg|var|cos|sin|tan|log|exp"
    r"|Hz|Pa|mol|adj|hr|kg|mg|kW|MW|GW)\Z"
)
_NO_BASE = re.compile(r"(?:^|[^\d.,])(?:(?:1[5-9]|20)\d\d|\d{1,3}(?:,\d{3})+|\d+\.\d+)\Z")
"""A year, 12,300 and 0.7 are raised to no power in a report's prose."""


def each(written: str) -> list[str]:
    """The numbers as a list would show them; a range is all that lie in it."""
    found: list[str] = []
    written = re.sub(r",\s*pp?\.[\s\d–-]+(?=;)", "", written)
    for part in re.split(r"[,;&]|\band\b", written):
        ends = [int(number) for number in re.findall(r"\d{1,9}", part)]
        if len(ends) == 2 and ends[0] < ends[1] <= ends[0] + _MOST:
            found += map(str, range(ends[0], ends[1] + 1))
        else:
            found += map(str, ends)
    return found


def lowered(raised: str) -> str:
    """Raised digits as plain ones."""
    return raised.translate(_RAISED)


def is_power(before: str, numbers: list[str], row: bool = False) -> bool:
    """Whether raised digits after `before` belong to a unit, a number or a variable; `row`: in a cell of a table."""
    before = before.rstrip("\ufffc")
    if not before or before[-1] in "⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹^":
        return True
    if before[-1].isdigit():
        return not _NO_BASE.search(before) and (not row or re.search(r"(?:^|[^\d.,])10\Z", before) is not None)
    return bool(_UNIT.search(before)) and numbers != ["1"]
