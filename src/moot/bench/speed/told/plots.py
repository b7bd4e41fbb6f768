"""Where things stand in the plots of a page: figures against streams, a line a model, a plot for each prompt length."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import log2

from moot.bench.speed.measured import Figure, Measured
from moot.bench.speed.running import Speed
from moot.bench.speed.told import wording
from moot.bench.told.plots import Dot, Tick, round_up

WIDTH = 640
HEIGHT = 240
LEFT, RIGHT, TOP = 70, 24, 12
ASIDE = 6
"""By so much lines stand beside one another, that an interval hides no other."""
TONES = 6
"""Kinds of lines that the style tells apart; then they come again."""


@dataclass(frozen=True)
class Line:
    label: str
    tone: str
    points: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True)
class Plot:
    caption: str
    lines: tuple[Line, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]


@dataclass(frozen=True)
class _Kind:
    caption: str
    value: Callable[[Measured], Figure | None]
    shown: Callable[[float], str]


_KINDS = (
    _Kind("Tokens a second of one stream", lambda cell: cell.text_rate, wording.rate),
    _Kind("Tokens a second of all streams together", lambda cell: cell.together, wording.rate),
    _Kind("Time to first token", lambda cell: cell.first_token, wording.seconds),
)


def plots(speed: Speed) -> list[Plot]:
    """None for what nobody answered."""
    prompts = dict.fromkeys(cell.cell.prompt for cell in speed.cells)
    drawn = (_plot(speed, prompt, kind) for prompt in prompts for kind in _KINDS)
    return [plot for plot in drawn if plot is not None]


def _plot(speed: Speed, prompt: int, kind: _Kind) -> Plot | None:
    found = [
        (cell.cell, figure)
        for cell in speed.cells
        if cell.cell.prompt == prompt and (figure := kind.value(cell)) is not None
    ]
    if not found:
        return None
    streams = sorted({cell.cell.streams for cell in speed.cells})
    reach = round_up(max(figure.high or figure.mean for _, figure in found))
    across, up = _across(streams), _up(reach)
    lines: list[Line] = []
    models = list(dict.fromkeys(cell.model for cell, _ in found))
    for n, model in enumerate(models):
        aside = ASIDE * (n - (len(models) - 1) / 2)
        dots = tuple(
            Dot(
                label=model,
                x=across(cell.streams) + aside,
                y=up(figure.mean),
                low=up(figure.mean if figure.low is None else figure.low),
                high=up(figure.mean if figure.high is None else figure.high),
                said=f"{cell.streams} at once: {wording.figure(figure, kind.shown)}",
                front=False,
            )
            for cell, figure in found
            if cell.model == model
        )
        lines.append(Line(model, f"tone{n % TONES}", " ".join(f"{dot.x:.1f},{dot.y:.1f}" for dot in dots), dots))
    return Plot(
        caption=f"{kind.caption}, prompts of about {prompt:,} tokens, against streams at once, with 95 % intervals.",
        lines=tuple(lines),
        across=tuple(Tick(across(each), str(each)) for each in streams),
        up=tuple(Tick(up(reach * step / 4), kind.shown(reach * step / 4) if step else "0") for step in range(5)),
    )


def _across(streams: list[int]) -> Callable[[int], float]:
    """Streams on a logarithmic axis: they are mostly doubled."""
    low, high = log2(streams[0]) - 0.2, log2(streams[-1]) + 0.2
    return lambda value: round(LEFT + (WIDTH - LEFT - RIGHT) * (log2(value) - low) / (high - low), 2)


def _up(reach: float) -> Callable[[float], float]:
    return lambda value: round(HEIGHT - TOP - (HEIGHT - 2 * TOP) * min(value, reach) / reach, 2)
