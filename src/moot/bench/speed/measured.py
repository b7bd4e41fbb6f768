"""Figures of a cell with their intervals.

The unit is the round: streams that ran side by side are no independent measurements. Each figure is the mean of the
rounds' means, its 95 % interval Student's over rounds; one round gives none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, median, stdev

from moot.bench.speed.plan import Cell
from moot.bench.speed.round import Round
from moot.bench.speed.sample import Sample
from moot.bench.statistics.distributions import student_quantile
from moot.bench.statistics.interval import ALPHA


@dataclass(frozen=True)
class Figure:
    mean: float
    low: float | None
    high: float | None
    """95 %; None where there was one round."""
    rounds: int


@dataclass(frozen=True)
class Measured:
    """What a cell showed. None: nothing counted."""

    cell: Cell
    first_token: Figure | None
    """Seconds, as all times."""
    first_text: Figure | None
    inter_token: Figure | None
    longest_gap: float | None
    """Of all streams."""
    text_rate: Figure | None
    """Tokens a second of one stream, as `together`, of all of a round."""
    reasoning_rate: Figure | None
    together: Figure | None
    first_token_median: float | None
    first_token_slowest: float | None
    asked: int
    answered: int
    failures: tuple[tuple[str, int, str], ...]
    """Kind, how many, and what was said the first time."""
    in_one_piece: int
    single: int
    """Answers of one token of text."""
    estimated: int
    input_tokens: float | None
    cached_tokens: float
    output_tokens: float | None
    """Of an answer, the mean, reasoning included."""
    tokens_a_piece: float | None
    late: float
    ended: str = ""
    """Why no further round was made."""


def measured(cell: Cell, rounds: Sequence[Round], ended: str = "") -> Measured:
    samples = [each for one in rounds for each in one.samples]
    came = [each for each in samples if each.answered]
    firsts = [each.first_token for each in came if each.first_token is not None]
    streamed = [each for each in came if each.inter_token is not None]
    return Measured(
        cell=cell,
        first_token=_figure(rounds, lambda each: each.first_token),
        first_text=_figure(rounds, lambda each: each.first_text),
        inter_token=_figure(rounds, lambda each: each.inter_token),
        longest_gap=max((each.longest_gap for each in came if each.longest_gap is not None), default=None),
        text_rate=_figure(rounds, lambda each: each.text_rate),
        reasoning_rate=_figure(rounds, lambda each: each.reasoning_rate),
        together=_over(rate for one in rounds if (rate := one.rate) is not None),
        first_token_median=median(firsts) if firsts else None,
        first_token_slowest=max(firsts, default=None),
        asked=len(samples),
        answered=len(came),
        failures=_failures(samples),
        in_one_piece=sum(each.in_one_piece for each in came),
        single=sum(each.text_tokens == 1 for each in came),
        estimated=sum(each.estimated for each in came),
        input_tokens=_mean([each.input_tokens for each in came if not each.estimated]),
        cached_tokens=_mean([each.cached_tokens for each in came]) or 0.0,
        output_tokens=_mean([each.text_tokens + each.reasoning_tokens for each in came]),
        tokens_a_piece=_mean([each.text_tokens / each.pieces for each in streamed]),
        late=max((one.late for one in rounds), default=0.0),
        ended=ended,
    )


def _figure(rounds: Sequence[Round], value: Callable[[Sample], float | None]) -> Figure | None:
    of_rounds = ([found for each in one.answered if (found := value(each)) is not None] for one in rounds)
    return _over(fmean(values) for values in of_rounds if values)


def _over(of_rounds: Iterable[float]) -> Figure | None:
    values = list(of_rounds)
    if not values:
        return None
    mean, n = fmean(values), len(values)
    if n < 2:
        return Figure(mean, None, None, n)
    reach = student_quantile(1 - ALPHA / 2, n - 1) * stdev(values) / sqrt(n)
    return Figure(mean, max(0.0, mean - reach), mean + reach, n)


def _failures(samples: Sequence[Sample]) -> tuple[tuple[str, int, str], ...]:
    failed = [each for each in samples if not each.answered]
    count = Counter(each.failure for each in failed)
    return tuple((kind, n, next(each.reason for each in failed if each.failure == kind)) for kind, n in count.items())


def _mean(values: Sequence[float]) -> float | None:
    return fmean(values) if values else None
