"""Where things stand in the plots of a page: plain numbers for a drawing, no drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import floor, isnan, log10

from moot.bench.told import wording
from moot.bench.told.comparison import Comparison, Line
from moot.bench.verdict import Verdict

WIDTH = 640
LEFT = 50
_RIGHT = 24
_ROW = 52
"""A bar, under its name: names stand above, so that the plot is readable on a phone."""
_TOP = 12
_SCATTER = 300
_LABEL = 21
"""From one label to the next below it: they are of 20 on a phone."""
_WIDE = 20
"""A cost this many times another stands on a logarithmic axis."""


@dataclass(frozen=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True)
class Bar:
    """One row: a name, and a stretch with a point in it."""

    label: str
    y: float
    start: float
    end: float
    point: float
    said: str
    tone: str = ""


@dataclass(frozen=True)
class Rows:
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    height: float
    zero: float
    band: tuple[float, float] | None = None
    """From where to where a difference counts as a tie."""


@dataclass(frozen=True)
class Dot:
    label: str
    x: float
    y: float
    low: float
    high: float
    said: str
    front: bool
    label_y: float = 0
    right: bool = True
    """Whether the label stands right of the point."""


@dataclass(frozen=True)
class Scatter:
    dots: tuple[Dot, ...]
    front: str
    """The points of a line through those that no other beats."""
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    height: float = _SCATTER


def differences(verdicts: Sequence[Verdict], margin: float) -> Rows:
    """The interval of each row's difference around zero, with the band of a tie."""
    reach = round_up(max([margin, *(abs(end) for each in verdicts for end in (each.low, each.high))]) or 0.01)
    across = _axis(-reach, reach)
    bars = tuple(
        Bar(
            label=each.row,
            y=_TOP + _ROW * (at + 0.7),
            start=across(each.low),
            end=across(each.high),
            point=across(each.difference),
            said=wording.difference(each),
            tone=wording.tone(each),
        )
        for at, each in enumerate(verdicts)
    )
    ticks = tuple(
        Tick(across(reach * step / 2), f"{50 * reach * step:+g}".replace("-", "−") if step else "0")
        for step in range(-2, 3)
    )
    return Rows(bars, ticks, _TOP + _ROW * len(bars), across(0), (across(-margin), across(margin)))


def speeds(lines: Sequence[Line]) -> Rows | None:
    """Output tokens a second, contestant by contestant; None where nobody counted."""
    counted = [(line, line.tokens_second) for line in lines if line.tokens_second]
    if not counted:
        return None
    reach = round_up(max(speed for _, speed in counted))
    across = _axis(0, reach)
    bars = tuple(
        Bar(
            label=line.contestant,
            y=_TOP + _ROW * (at + 0.7),
            start=across(0),
            end=across(speed),
            point=across(speed),
            said=f"{wording.rate(speed)} tokens a second",
        )
        for at, (line, speed) in enumerate(counted)
    )
    ticks = tuple(Tick(across(reach * step / 4), f"{reach * step / 4:,.4g}") for step in range(5))
    return Rows(bars, ticks, _TOP + _ROW * len(bars), across(0))


def costs(comparison: Comparison, benchmark: str) -> Scatter | None:
    """USD a trial against score; None where fewer than two contestants have both."""
    priced = [
        (line, float(line.usd / line.trials))
        for line in comparison.of(benchmark)
        if line.usd is not None and line.trials and not isnan(line.share.score)
    ]
    if len(priced) < 2:
        return None
    dear = max(usd for _, usd in priced) or 1.0
    cheap = min((usd for _, usd in priced if usd), default=dear)
    logarithmic = dear / cheap > _WIDE and all(usd for _, usd in priced)
    place = _log_axis(cheap, dear) if logarithmic else _axis(0, round_up(dear))
    marks = [cheap, dear] if logarithmic else [round_up(dear) * step / 2 for step in range(3)]
    up = _up()
    best = {line.contestant for line in comparison.front(benchmark)}
    dots = tuple(
        Dot(
            label=line.contestant,
            x=place(usd),
            y=up(line.share.score),
            low=up(line.share.low),
            high=up(line.share.high),
            said=f"{wording.percent(line.share.score)} at ${usd:.2g} a trial",
            front=line.contestant in best,
        )
        for line, usd in priced
    )
    line = " ".join(f"{dot.x:.1f},{dot.y:.1f}" for dot in sorted(dots, key=lambda each: each.x) if dot.front)
    return Scatter(
        _apart(dots),
        line,
        tuple(Tick(place(usd), f"${usd:.2g}") for usd in marks),
        tuple(Tick(up(share / 4), f"{25 * share}") for share in range(5)),
    )


def _apart(dots: Sequence[Dot]) -> tuple[Dot, ...]:
    """With labels that do not lie over each other: on one side of the plot each is under the one before."""
    placed: dict[bool, float] = {}
    found: dict[int, Dot] = {}
    for at in sorted(range(len(dots)), key=lambda each: dots[each].y):
        right = dots[at].x < WIDTH / 2
        placed[right] = max(dots[at].y - 7, placed.get(right, 0) + _LABEL)
        found[at] = replace(dots[at], label_y=round(placed[right], 2), right=right)
    return tuple(found[at] for at in range(len(dots)))


def _axis(low: float, high: float) -> Callable[[float], float]:
    span = WIDTH - LEFT - _RIGHT
    return lambda value: round(LEFT + span * (value - low) / (high - low), 2)


def _log_axis(low: float, high: float) -> Callable[[float], float]:
    axis = _axis(log10(low) - 0.1, log10(high) + 0.1)
    return lambda value: axis(log10(value))


def _up() -> Callable[[float], float]:
    span = _SCATTER - 2 * _TOP
    return lambda share: round(_SCATTER - _TOP - span * share, 2)


def round_up(value: float) -> float:
    """To the next of 1, 2, 2.5, 5, 10 of its power of ten."""
    power = 10.0 ** floor(log10(value))
    return next(step * power for step in (1, 2, 2.5, 5, 10) if step * power >= value * 0.999)
