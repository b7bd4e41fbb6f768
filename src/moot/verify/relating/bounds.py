"""At least, at most and more than: what two figures are to one another by the bounds that they are told with."""

from __future__ import annotations

import re
from decimal import Decimal

from moot.text import figures
from moot.text.figures import Bound, Figure
from moot.text.lazy import lazy_re
from moot.verify.reckoning.following.converted import values
from moot.verify.relating.kinds import Difference, apart, conflict
from moot.verify.relating.plain import plain

_SOME = r"(?:(?:about|around|roughly|some)\s+)?"
_LOW = lazy_re(
    r"\b(?:at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|minimum|"
    rf"not under|from)\s+{_SOME}$",
    re.IGNORECASE,
)
_HIGH = lazy_re(
    r"\b(?:at most|up to|no more than|not more than|a maximum of|maximum of|maximum|as (?:many|much) as|"
    r"as long as|(?:not|cannot|never|n[’']t) (?:to )?(?:be )?"
    r"(?:exceed(?:ing)?|over|above|(?:more|higher|longer|greater|larger) than)|"
    r"capped at|limited to|no longer than|no higher than)\s+"
    rf"{_SOME}$",
    re.IGNORECASE,
)
_LOW_AFTER = lazy_re(r"^\s*(?:[a-z]+\s+)?(?:or (?:more|over|above|older|longer)|at (?:the )?least|minimum)\b", re.I)
_HIGH_AFTER = lazy_re(
    r"^\s*(?:[a-z]+\s+)?(?:or (?:less|fewer|under|below)|at (?:the )?most|maximum|at once at most)\b", re.I
)
_STRICT = lazy_re(
    r"(?<!just )(?<!slightly )(?<!little )(?<!barely )\b(?:more than|over|less than|fewer than|under|below|above|"
    r"exceed\w*)\s+$",
    re.IGNORECASE,
)
"""Bounds that a figure far off still keeps; "nearly 90" is no 71."""


def differ(one: str, ours: Figure, other: str, theirs: Figure) -> Difference:
    low, high = _limit(one, ours), _limit(other, theirs)
    what = "unit" if ours.unit != theirs.unit and ours.written == theirs.written else "figure"
    words = f"{what} differs: {ours.line} against {theirs.line}"
    if {low, high} == {"low"} or {low, high} == {"high"}:
        return apart(words)
    if "low" in (low, high) or "high" in (low, high):
        bound, exact = (ours, theirs) if low else (theirs, ours)
        side = low or high
        value = _value(exact, bound.unit)
        if not (low and high) and value is not None and (value > bound.value) is (side == "low"):
            return apart(f"a bound against a figure: {words}")
    strict = [
        _STRICT.search(plain(text)[max(0, each.start - 20) : each.start])
        for text, each in ((one, ours), (other, theirs))
    ]
    if strict[0] or strict[1]:
        bound, exact = (ours, theirs) if strict[0] else (theirs, ours)
        value = _value(exact, bound.unit)
        if value is not None and not exact.approx and (value > bound.value) is (bound.bound is Bound.OVER):
            return apart(f"a bound against a figure: {words}")
    return conflict(words)


def bounded(one: str, ours: Figure, other: str, theirs: Figure) -> Difference | None:
    """ "At least 5", "at most 5" and "5" are three things."""
    here, there = _limit(one, ours), _limit(other, theirs)
    if here == there:
        return None
    if here and there:
        return conflict(f"at least against at most: {ours.line}")
    if {ours.bound, theirs.bound} == {Bound.OVER, Bound.UNDER}:
        return conflict(f"more against less: {ours.line}")
    exact = theirs if here else ours
    bound = ours if here else theirs
    if exact.bound is {"low": Bound.OVER, "high": Bound.UNDER}[here or there]:
        return None
    return apart(f"{'at least' if (here or there) == 'low' else 'at most'} against a plain figure: {bound.line}")


def _limit(text: str, figure: Figure) -> str:
    text = plain(text)
    before, after = text[max(0, figure.start - 30) : figure.start], text[figure.end : figure.end + 30]
    low = re.search(r"\b(?:at least|no fewer than|not less than)\W*$", before, re.I) or _LOW.search(before)
    if (low and not low[0].lower().startswith("from")) or _LOW_AFTER.search(after):
        return "low"
    if _HIGH_AFTER.search(after) or (_HIGH.search(before) and not _added_up(text, figure)):
        return "high"
    return ""


def _added_up(text: str, figure: Figure) -> bool:
    """Whether parts told before it come to it: what 18 and 14 add up to is no bound."""
    parts = [each.value for each in figures.find(text) if each.end <= figure.start and each.unit == figure.unit]
    return any(sum(parts[i:j]) == figure.value for i in range(len(parts)) for j in range(i + 2, len(parts) + 1))


def _value(figure: Figure, unit: str) -> Decimal | None:
    return figure.value if figure.unit == unit else next(values(figure, unit), None)
