"""At least, at most and more than: what two figures are to one another by the bounds that they are told with."""

from __future__ import annotations

import re
from decimal import Decimal

from moot.text.figure import UP_TO
from moot.text.figures import Bound, Figure
from moot.text.lazy import lazy_re
from moot.verify.reckoning.following.converted import values
from moot.verify.relating.figure_pairs import CLOSE
from moot.verify.relating.kinds import Difference, apart, conflict
from moot.verify.relating.plain import plain

_NOT = (
    r"(?:(?:not|cannot|never|at no time|n[’']t)|(?:no|none|nobody|nothing)\b(?: [\w'’-]+){1,4}?) (?:to )?"
    r"(?:(?:be|been|go|goes|gone|went|fall|fell|fallen|drop|dropped|rise|risen|rose|cost) )?"
)
_SOME = r"(?:(?:about|around|roughly|some)\s+)?"
_LOW = lazy_re(
    r"\b(?:at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|minimum|"
    rf"from|{_NOT}(?:under|below|(?:less|fewer|lower|shorter|smaller) than))\s+{_SOME}$",
    re.IGNORECASE,
)
_HIGH = lazy_re(
    rf"\b(?:at most|{UP_TO}|no more than|not more than|a maximum of|maximum of|maximum|as (?:many|much) as|"
    rf"as long as|{_NOT}(?:exceed(?:ed|ing|s)?|over|above|(?:more|higher|longer|greater|larger) than)|"
    rf"capped at|limited to|no longer than|no higher than)\s+{_SOME}$",
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
_SEEN = lazy_re(
    r"\b(?:measured|recorded|reached|registered|logged|observed|showed) (?:an?|the|its) (?:minimum|maximum) of\s+$",
    re.IGNORECASE,
)
_SEEN_AFTER = lazy_re(
    r"^[^,;.]{0,20}?\b(?:was|were) (?:measured|recorded|reached|registered|logged|observed|seen)\b", re.I
)
_EXTREME = lazy_re(r"\b(?:minimum|maximum) of\s+$", re.IGNORECASE)
"""Where the least or the most is what was measured, and no bound."""
_KEPT = "a bound against a figure"


def differ(one: str, ours: Figure, other: str, theirs: Figure) -> Difference:
    low, high = _limit(one, ours), _limit(other, theirs)
    what = "unit" if ours.unit != theirs.unit and ours.written == theirs.written else "figure"
    words = f"{what} differs: {ours.line} against {theirs.line}"
    if {low, high} == {"low"} or {low, high} == {"high"}:
        return apart(words)
    if bool(low) != bool(high):
        bound, exact = (ours, theirs) if low else (theirs, ours)
        kept = _value(exact, bound.unit) is not None and not _breaks(exact, bound, low or high)
        return apart(f"{_KEPT}: {words}") if kept else conflict(words)
    if low:
        return conflict(words)
    strict = [_STRICT.search(plain(text)[: each.start]) for text, each in ((one, ours), (other, theirs))]
    if strict[0] or strict[1]:
        bound, exact = (ours, theirs) if strict[0] else (theirs, ours)
        side = "low" if bound.bound is Bound.OVER else "high"
        if not exact.approx and _value(exact, bound.unit) is not None and not _breaks(exact, bound, side):
            return apart(f"{_KEPT}: {words}")
    return conflict(words)


def broken(one: str, ours: Figure, other: str, theirs: Figure) -> int | None:
    """Which of two claims, 0 or 1, tells its figure as a bound that the other's does not keep; None where none does."""
    for n, (text, bound, exact, limited) in enumerate(
        ((one, ours, theirs, _limit(other, theirs)), (other, theirs, ours, _limit(one, ours)))
    ):
        side = _limit(text, bound) or _strict(text, bound)
        if side and not limited and _breaks(exact, bound, side):
            return n
    return None


def kept(one: str, ours: Figure, other: str, theirs: Figure) -> int | None:
    """Which of two claims, 0 or 1, tells its figure as a bound that the other's keeps, so that the other says as much;
    None where neither does.
    """
    for n, (text, bound, exact, limited) in enumerate(
        ((one, ours, theirs, _limit(other, theirs)), (other, theirs, ours, _limit(one, ours)))
    ):
        side = _limit(text, bound) or _strict(text, bound)
        plain_figure = not limited and not exact.approx and exact.bound is Bound.NONE
        if side and plain_figure and _value(exact, bound.unit) is not None and not _breaks(exact, bound, side):
            return n
    return None


def _strict(text: str, figure: Figure) -> str:
    side = {Bound.OVER: "low", Bound.UNDER: "high"}.get(figure.bound, "")
    return side if _STRICT.search(plain(text)[: figure.start]) else ""


def _breaks(figure: Figure, bound: Figure, side: str) -> bool:
    """Whether a figure lies clearly beyond a bound: below the "low"est, above the "high"est that may be."""
    value = _value(figure, bound.unit)
    beyond = {"low": Bound.OVER, "high": Bound.UNDER}[side]
    if value is None or figure.bound is beyond:
        return False
    gap = bound.value - value if side == "low" else value - bound.value
    return gap > CLOSE * max(abs(bound.value), abs(value))


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
    if _breaks(exact, bound, here or there):
        return conflict(f"figure differs: {ours.line} against {theirs.line}")
    if exact.bound is {"low": Bound.OVER, "high": Bound.UNDER}[here or there]:
        return None
    return apart(f"{'at least' if (here or there) == 'low' else 'at most'} against a plain figure: {bound.line}")


def _limit(text: str, figure: Figure) -> str:
    text = plain(text)
    before, after = text[max(0, figure.start - 40) : figure.start], text[figure.end : figure.end + 40]
    if _SEEN.search(before) or (_EXTREME.search(before) and _SEEN_AFTER.search(after)):
        return ""
    low = re.search(r"\b(?:at least|no fewer than|not less than)\W*$", before, re.I) or _LOW.search(before)
    if (low and not low[0].lower().startswith("from")) or _LOW_AFTER.search(after):
        return "low"
    if _HIGH_AFTER.search(after) or _HIGH.search(before):
        return "high"
    return ""


def _value(figure: Figure, unit: str) -> Decimal | None:
    return figure.value if figure.unit == unit else next(values(figure, unit), None)
