"""The same measure in another unit: miles and kilometres, degrees, months and days, percents and parts, rates.

The units that differ only by a power or a known factor of one base (km and m, hours and minutes, tonnes and kg) are one
unit to `moot.text.figures` and need none of this. Factors: the international foot, pound and acre, the nautical mile,
both gallons; of the calendar also what people count with: a month of thirty days, a year of fifty-two weeks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.following import sums
from moot.verify.reckoning.given.based import BASE, without_base
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.joint import is_joint
from moot.verify.reckoning.given.periods import DAY

_MONTHS = (Decimal(2_629_746), Decimal(30 * DAY), Decimal(28 * DAY), Decimal(31 * DAY), Decimal(52 * 7 * DAY) / 12)
"""Seconds of a month: the mean of the Gregorian calendar first."""
_FACTORS: dict[tuple[str, str], tuple[Decimal, ...]] = {
    ("mile", "m"): (Decimal("1609.344"),),
    ("ft", "m"): (Decimal("0.3048"),),
    ("nmi", "m"): (Decimal(1852),),
    ("mile", "ft"): (Decimal(5280),),
    ("nmi", "mile"): (Decimal("1.150779"),),
    ("acre", "m2"): (Decimal("4046.8564"),),
    ("sqmile", "m2"): (Decimal("2589988.11"),),
    ("sqmile", "acre"): (Decimal(640),),
    ("sqft", "m2"): (Decimal("0.09290304"),),
    ("lb", "g"): (Decimal("453.59237"),),
    ("gallon", "l"): (Decimal("3.785411784"), Decimal("4.54609")),
    ("hp", "W"): (Decimal("745.7"), Decimal("735.5")),
    ("Wh", "J"): (Decimal(3600),),
    ("month", "s"): _MONTHS,
    ("x", "%"): (Decimal(100),),
}
_PERIODS: dict[str, tuple[Decimal, ...]] = {
    "s": (Decimal(1),),
    "min": (Decimal(60),),
    "h": (Decimal(3600),),
    "day": (Decimal(DAY),),
    "week": (Decimal(7 * DAY),),
    "month": _MONTHS,
    "year": (Decimal(365 * DAY), Decimal(360 * DAY), Decimal(364 * DAY), Decimal(12) * _MONTHS[0]),
}
"""Seconds of what a rate is counted in."""
_TIMES = lazy_re(
    r"\b(?:(daily|weekly|monthly|yearly|annually)"
    r"|(?:an?|per|each|every)[\s\xa0](second|minute|hour|day|week|month|year))\b"
    r"(?![\s\xa0]+(?:ago|earlier|later|before|after|old)\b)"
)
_SHORT = {"second": "s", "minute": "min", "hour": "h"}
_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year"}


def converted(figure: Figure, claim: str, evidence: Sequence[Held]) -> Held | None:
    """The figure of the evidence that is the claim's in another unit, to the digits that the claim gives; or None.

    Two figures that are one length ("1 h 20 min", "5 ft 3 inches", "a year and two months") are taken together. What is
    told by the month and by the year is `rescaled`.
    """
    if figure.high is not None or figure.kind is FigureKind.DATE:
        return None
    joined = list(joint(evidence))
    units = [figure.unit, *also(figure), *_timed(figure, claim)]
    for each in (*evidence, *joined):
        if each.figure.high is not None or each.figure.kind is FigureKind.DATE:
            continue
        if each in joined and each.figure.unit == figure.unit and sums.says(figure, each.figure.value):
            return each
        if _based_elsewhere(figure, claim, each.figure) or _every(figure, claim, each.figure):
            return each
        if (
            each.figure.unit == figure.unit
            and (each.figure.scale != figure.scale or ":" in each.figure.raw)
            and sums.says(figure, each.figure.value)
        ):
            return each
        found = [each.figure, *(replace(each.figure, unit=unit) for unit in also(each.figure))]
        for value in (value for one in found for unit in units for value in values(one, unit)):
            if sums.says(figure, value) and (figure.unit != "degF" or figure.value * value > 0):
                return each
    return None


def also(figure: Figure) -> tuple[str, ...]:
    """What else the name of its unit may mean: pounds weigh, too, unless their sign stands there."""
    return ("lb",) if figure.unit == "GBP" and not any(sign in figure.raw for sign in ("£", "GBP")) else ()


def _timed(figure: Figure, claim: str) -> Iterator[str]:
    """The rate that a count or a measure is where the claim says "annually" or "a day" anywhere else."""
    if figure.kind is not FigureKind.MONEY and "/" not in figure.unit:
        for adverb, period in set(_TIMES.findall(claim.lower())):
            period = period or _ADVERBS[adverb]
            yield f"{figure.unit}/{_SHORT.get(period, period)}"


def _based_elsewhere(figure: Figure, claim: str, found: Figure) -> bool:
    """ "A cubic metre takes 4.1 kWh" for "4.1 kWh per cubic metre"."""
    if "/" not in found.unit or not agree(figure, without_base(found)):
        return False
    base = stems(BASE.split(found.raw)[-1])
    return bool(base) and set(base) <= set(stems(claim))


def _every(figure: Figure, claim: str, found: Figure) -> bool:
    """ "Every ten minutes" for "six times an hour"."""
    often = figure.unit == "s" and found.unit.startswith("/") and found.value
    if not often or not re.search(r"\b(?i:every)[\s\xa0]+$", claim[: figure.start]):
        return False
    return any(sums.says(figure, seconds / found.value) for seconds in _PERIODS.get(found.unit[1:], ())[:1])


def values(found: Figure, unit: str) -> Iterator[Decimal]:
    """What the found figure is in the unit; nothing where there is no way from one to the other."""
    if (found.unit, unit) == ("degC", "degF"):
        yield found.value * 9 / 5 + 32
    elif (found.unit, unit) == ("degF", "degC"):
        yield (found.value - 32) * 5 / 9
    elif "/" in found.unit and "/" in unit:
        yield from _rates(found, unit)
    elif found.unit != unit:
        yield from (found.value * factor for factor in _factors(found.unit, unit))


def _factors(one: str, other: str) -> tuple[Decimal, ...]:
    """How many of the other unit the one is."""
    if one == other:
        return (Decimal(1),)
    if (one, other) in _FACTORS:
        return _FACTORS[one, other]
    return tuple(1 / factor for factor in _FACTORS.get((other, one), ()))


def _rates(found: Figure, unit: str) -> Iterator[Decimal]:
    (top, below), (wanted, per) = found.unit.rsplit("/", 1), unit.rsplit("/", 1)
    below, per = (below or "s"), (per or "s")
    if found.unit == unit:
        return
    spans = [(a, b) for a in _PERIODS.get(below, ()) for b in _PERIODS.get(per, ())]
    ratios = [Decimal(1)] if below == per else [b / a for a, b in spans] or [1 / each for each in _factors(below, per)]
    yield from (found.value * factor * ratio for factor in _factors(top, wanted) for ratio in ratios)


def joint(evidence: Sequence[Held]) -> Iterator[Held]:
    """Neighbours of one base of which the second is the smaller: "33 h 10 min"."""
    starts = defaultdict[tuple[str, int], list[Held]](list)
    for each in evidence:
        starts[each.document.source.id, each.figure.start].append(each)
    for one in evidence:
        end = one.figure.end
        for other in [each for n in range(1, 6) for each in starts.get((one.document.source.id, end + n), ())]:
            if is_joint(one.figure, other.figure, one.document.text[one.figure.end : other.figure.start]):
                raw = one.document.text[one.figure.start : other.figure.end]
                yield replace(one, figure=replace(one.figure, value=one.figure.value + other.figure.value, raw=raw))
