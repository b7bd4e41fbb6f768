"""When a claimed figure is what the evidence says."""

from __future__ import annotations

from decimal import Decimal

from moot.text.currencies import COINS
from moot.text.figure import Bound, Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.quarters import MONTHS

_LIKE = (("pp", "point"), ("point", "pp"))
_GROUPED = lazy_re(r"\d{1,3}(?:[.,]\d{3}){1,9}(?![.,]?\d)")


def agree(claimed: Figure, found: Figure) -> bool:
    """True when `found` proves `claimed`: same unit, and the same value, or a rounding of it to the digits claimed.

    A claimed range is proven by a value inside it; an approximate claim ("about 90,000", "over 90,000") by a value
    that its last digit other than zero covers. One end of a found range proves that end only; a point inside it is
    proven only as an approximation. Percent and percentage points never agree. A claimed month is
    proven by a day in it.
    """
    if FigureKind.NAME in (claimed.kind, found.kind):
        return claimed.kind is found.kind and claimed.raw == found.raw
    if FigureKind.DATE in (claimed.kind, found.kind):
        return _same_date(claimed, found) if claimed.kind is found.kind else _same_year(claimed, found)
    if (claimed.kind is FigureKind.ORDINAL) != (found.kind is FigureKind.ORDINAL):
        return False
    factor = _conversion(claimed, found)
    if factor is None:
        return False
    written = claimed.scale == found.scale and _as_written(claimed, found)
    return written or _covers(claimed, _ends(found, factor), claimed.step, claimed.coarse)


def same_number(claimed: Figure, found: Figure) -> bool:
    """True when the two are written with the same number and one of them says less of what it measures.

    For a table cell, or "50" in a sentence about billions: whoever asks must find the unit or scale elsewhere.
    """
    if FigureKind.DATE in (claimed.kind, found.kind):
        return False
    bare = [figure for figure in (claimed, found) if not figure.unit]
    if not bare or (claimed.scale != found.scale and all(figure.scale != 1 for figure in (claimed, found))):
        return False
    if _as_written(claimed, found):
        return True
    ends = [found.written] if found.high is None else [found.written, found.high / found.scale]
    step, coarse = claimed.step / claimed.scale, claimed.coarse / claimed.scale
    written = claimed.written
    return any(_close(written, end, step, coarse, claimed.bound) for end in ends)


def _as_written(claimed: Figure, found: Figure) -> bool:
    """True for the same digits with the same mark in them: 1.284 in a sentence that tells its language, and in a cell
    that does not.
    """
    if claimed.high is not None or found.high is not None or claimed.signed != found.signed:
        return False
    ours, theirs = _GROUPED.search(claimed.raw), _GROUPED.search(found.raw)
    return ours is not None and theirs is not None and ours[0] == theirs[0]


def _conversion(claimed: Figure, found: Figure) -> Decimal | None:
    """What a found value is multiplied with to be in the claimed unit; None when the two are never the same."""
    if claimed.unit == found.unit or (claimed.unit, found.unit) in _LIKE:
        return Decimal(1)
    bare, told = (claimed, found) if found.unit else (found, claimed)
    if not bare.unit and told.unit in COINS.get(bare.noun, ()):
        return Decimal(1)
    if claimed.unit == "%" and not found.unit and found.word and found.value < 1:
        return Decimal(100)  # half is 50 %
    if found.unit == "%" and not claimed.unit and claimed.word and claimed.value < 1:
        return Decimal("0.01")
    return None


def _ends(found: Figure, factor: Decimal) -> list[Decimal]:
    return [found.value * factor] if found.high is None else [found.value * factor, found.high * factor]


def _covers(claimed: Figure, ends: list[Decimal], step: Decimal, coarse: Decimal) -> bool:
    def close(value: Decimal, end: Decimal) -> bool:
        return _close(value, end, step, coarse, claimed.bound)

    if claimed.high is not None:
        if len(ends) == 2:
            return close(claimed.value, ends[0]) and close(claimed.high, ends[1])
        return claimed.value <= ends[0] <= claimed.high
    if any(close(claimed.value, end) for end in ends):
        return True
    if not claimed.signed and all(end < 0 for end in ends):  # "fell by 5 %" for -5 %: the direction is in the words.
        return any(close(claimed.value, -end) for end in ends)
    return claimed.approx and len(ends) == 2 and ends[0] <= claimed.value <= ends[1]


def _close(value: Decimal, end: Decimal, step: Decimal, coarse: Decimal, bound: Bound) -> bool:
    if value == end:
        return True
    if not value or not end:
        return False  # Rounding a number away to nothing proves nothing.
    if abs(value - end) * 2 <= step:
        return True
    if bound is Bound.OVER:
        return value <= end < value + coarse
    if bound is Bound.UNDER:
        return value - coarse < end <= value
    return bound is Bound.ABOUT and abs(value - end) * 2 <= coarse


def _same_year(claimed: Figure, found: Figure) -> bool:
    """True for a year and the same four digits of nothing: "founded 1845", which alone might be a count."""
    bare = claimed if found.kind is FigureKind.DATE else found
    year = found if bare is claimed else claimed
    alone = bare.kind is FigureKind.QUANTITY and not (bare.unit or bare.noun or bare.word or bare.approx or bare.signed)
    return alone and year.unit == "year" and year.high is None and bare.raw == year.raw


def _same_date(claimed: Figure, found: Figure) -> bool:
    """Each part that is claimed must be found: year, month, day. Of a range the ends; of a quarter what lies in it."""
    if claimed.unit in MONTHS and claimed.high is None:
        return all(_within(claimed, end) for end in found.ends)
    if found.unit in MONTHS and claimed.unit in ("month", "day") and claimed.high is None:
        return False
    if claimed.high is not None:
        months = 100 * (MONTHS.get(found.unit, 1) - 1)
        return (claimed.value, claimed.high) == (found.value, found.high or (found.value + months if months else None))
    ends = [found.value] if found.high is None else [found.value, found.high]
    return any(_parts_in(int(claimed.value), int(end)) for end in ends)


def _within(part: Figure, found: Figure) -> bool:
    """Whether a day, a month or a shorter part of the year lies in a quarter or half of it."""
    (year, first, _), (other, month, _) = _parts(int(part.value)), _parts(int(found.value))
    last = month + MONTHS.get(found.unit, 1) - 1
    return year == other and first <= month and last < first + MONTHS[part.unit]


def _parts_in(claimed: int, found: int) -> bool:
    pairs = zip(_parts(claimed), _parts(found), strict=True)
    return all(said in (0, there) for said, there in pairs)


def _parts(value: int) -> tuple[int, int, int]:
    return value // 10000, value // 100 % 100, value % 100
