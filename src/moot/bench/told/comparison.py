"""What is told of some results: each contestant's score, cost and speed, and a verdict on each pair, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations
from math import isnan
from pathlib import PurePath
from statistics import fmean, median

from moot.bench import judged, overall, paired
from moot.bench.gain import Gain, gains
from moot.bench.results import Results, Trial
from moot.bench.statistics import means, proportions
from moot.bench.verdict import Verdict
from moot.errors import NoSources, NotComparable


@dataclass(frozen=True)
class Share:
    """A mean score of some tasks with its 95 % interval, 0 to 1."""

    name: str
    score: float
    low: float
    high: float
    tasks: int


@dataclass(frozen=True)
class Line:
    """One contestant on one benchmark. None: nobody counted."""

    benchmark: str
    contestant: str
    share: Share
    trials: int
    errors: int
    """Trials without a score: set aside, neither success nor failure."""
    kinds: tuple[Share, ...]
    """The same for the tasks of each kind, where the benchmark says kinds; by name, as trials end in any order."""
    parts: tuple[tuple[str, float], ...]
    """Sides of the score that were marked apart, their means, by name."""
    usd: Decimal | None
    """Of all trials."""
    usd_solved: Decimal | None
    """For each task's worth of score: cost of all trials over the sum of scores."""
    seconds: float | None
    """Of a trial, the median."""
    seconds_solved: float | None
    """Seconds of all trials over the sum of scores."""
    tokens_second: float | None
    """Output tokens over seconds, of all trials where both were counted."""
    given: int
    """Tasks with a trial, scored or not."""
    whole: int | None
    """Tasks that the benchmark has, where its place says so."""
    scored_by: str = ""
    """The metric, scorer or column that its scores are, where the place has names for them."""
    instead_of: tuple[str, ...] = ()
    """Others that the place has, where nobody said which is meant."""


@dataclass(frozen=True)
class Pair:
    a: str
    b: str
    verdicts: tuple[Verdict, ...]
    """One a benchmark that both took."""
    sentence: str
    """What the rows say together, by the rule of `overall`."""
    unscored: tuple[str, ...] = ()
    """Benchmarks that both took and on which no task has a score on both sides: they have no verdict."""


@dataclass(frozen=True)
class Comparison:
    lines: tuple[Line, ...]
    """By benchmark, then by contestant, in the order in which they came."""
    pairs: tuple[Pair, ...]
    margin: float
    gains: tuple[Gain, ...] = ()
    """Of panels whose members were contestants too."""

    @property
    def benchmarks(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(line.benchmark for line in self.lines))

    @property
    def contestants(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(line.contestant for line in self.lines))

    def of(self, benchmark: str) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.benchmark == benchmark)

    def front(self, benchmark: str) -> tuple[Line, ...]:
        """Lines that no other beats in score without costing more (Pareto), from cheap to dear."""
        priced = sorted(
            (line for line in self.of(benchmark) if line.usd is not None and not isnan(line.share.score)),
            key=lambda line: (_per_trial(line), -line.share.score),
        )
        front: list[Line] = []
        for line in priced:
            if not front or line.share.score > front[-1].share.score:
                front.append(line)
        return tuple(front)


def compared(results: Sequence[Results], margin: float) -> Comparison:
    """All that can be told of `results`; `margin` is the difference, 0 to 1, that counts as a tie.

    Raises `NoSources` for no results, `NotComparable` where a contestant comes twice on one benchmark, and what
    `judged.judge` raises.
    """
    if not results:
        raise NoSources("There are no results to tell of.")
    results = _named(results)
    by_place: dict[tuple[str, str], Results] = {}
    for each in results:
        place = (each.benchmark, each.contestant)
        if place in by_place:
            raise NotComparable(
                f"{each.contestant} comes twice on {each.benchmark} ({by_place[place].origin} and {each.origin}): "
                "give one of them."
            )
        by_place[place] = each
    benchmarks = tuple(dict.fromkeys(each.benchmark for each in results))
    contestants = tuple(dict.fromkeys(each.contestant for each in results))
    ordered = [by_place[b, c] for b in benchmarks for c in contestants if (b, c) in by_place]
    rows = {name: [by_place.get((benchmark, name)) for benchmark in benchmarks] for name in contestants}
    pairs = [_pair(a, b, rows[a], rows[b], margin) for a, b in combinations(contestants, 2)]
    return Comparison(tuple(map(_line, ordered)), tuple(filter(None, pairs)), margin, tuple(gains(results, margin)))


def _named(results: Sequence[Results]) -> list[Results]:
    """A panel out of a file goes by the name of that file, where no other has it."""
    short = {each.contestant: _short(each.contestant) for each in results}
    shown = Counter(short.values())
    names = {name: other if shown[other] == 1 else name for name, other in short.items()}
    return [
        replace(
            each, contestant=names[each.contestant], members=tuple(names.get(member, member) for member in each.members)
        )
        for each in results
    ]


def _short(contestant: str) -> str:
    kind, colon, path = contestant.partition(":")
    return f"{kind}:{PurePath(path).stem}" if colon and kind in ("panel", "gguf") else contestant


def _pair(a: str, b: str, of_a: list[Results | None], of_b: list[Results | None], margin: float) -> Pair | None:
    rows = [(one, other) for one, other in zip(of_a, of_b, strict=True) if one is not None and other is not None]
    if not rows:
        return None
    scored = [(one, other) for one, other in rows if not _is_unscored(one, other)]
    unscored = tuple(one.benchmark for one, other in rows if _is_unscored(one, other))
    if not scored:
        said = f"Nothing can be said of {a} against {b}: no task has a score on both sides."
        return Pair(a, b, (), said, unscored)
    verdicts = judged.judge(scored, margin)
    return Pair(a, b, verdicts, overall.sentence(a, b, [each.outcome for each in verdicts]), unscored)


def _is_unscored(one: Results, other: Results) -> bool:
    """They were given tasks in common, and of each only one side, or none, has a score."""
    if not one.scored_tasks.isdisjoint(other.scored_tasks):
        return False
    return not {trial.task for trial in one.trials}.isdisjoint(trial.task for trial in other.trials)


def _line(results: Results) -> Line:
    trials = results.trials
    scored = [trial for trial in trials if trial.score is not None]
    total = sum(trial.score or 0.0 for trial in scored)
    usd = _sum(trial.cost for trial in trials)
    seconds = [trial.seconds for trial in trials if trial.seconds is not None]
    timed = [(trial.output_tokens, trial.seconds) for trial in trials if trial.output_tokens and trial.seconds]
    kinds: dict[str, list[Trial]] = {trial.kind: [] for trial in trials if trial.kind}
    for trial in scored:
        if trial.kind:
            kinds[trial.kind].append(trial)
    return Line(
        benchmark=results.benchmark,
        contestant=results.contestant,
        share=_share("", scored),
        trials=len(trials),
        errors=len(trials) - len(scored),
        kinds=tuple(_share(kind, kinds[kind]) for kind in sorted(kinds)),
        parts=_parts(scored),
        usd=usd,
        usd_solved=usd / Decimal(str(total)) if usd is not None and total else None,
        seconds=median(seconds) if seconds else None,
        seconds_solved=sum(seconds) / total if seconds and total else None,
        tokens_second=sum(n for n, _ in timed) / sum(s for _, s in timed) if timed else None,
        given=len(results.by_task),
        whole=results.tasks_stated,
        scored_by=results.scored_by,
        instead_of=results.instead_of,
    )


def _share(name: str, scored: list[Trial]) -> Share:
    by_task: dict[str, list[float]] = {}
    groups: dict[str, str] = {}
    for trial in scored:
        by_task.setdefault(trial.task, []).append(trial.score or 0.0)
        groups[trial.task] = trial.group
    scores = [fmean(each) for each in by_task.values()]
    low, high = _interval(scores, [groups[task] for task in by_task])
    return Share(name, fmean(scores) if scores else float("nan"), low, high, len(by_task))


def _interval(scores: list[float], groups: list[str]) -> tuple[float, float]:
    """95 % for the mean: Wilson's of tasks that are solved or not and independent, else that of `means`.

    Where all scores are the same, only tasks (groups) that are not seen could have others, from 0 to 1: as many as
    Wilson's interval leaves open. `means` would take these scores for differences.
    """
    import numpy as np

    if not scores:
        return 0.0, 1.0
    solved, numbers = scores.count(1.0), paired.numbered(groups)
    if max(scores) - min(scores) < judged.SAME:
        units = len(scores) if numbers is None else int(numbers.max()) + 1
        unseen = proportions.wilson(0, units).high
        return scores[0] * (1 - unseen), scores[0] + (1 - scores[0]) * unseen
    if numbers is None and solved + scores.count(0.0) == len(scores):
        return proportions.wilson(solved, len(scores))
    found = means.mean_difference(np.array(scores), numbers)
    return max(0.0, found.low), min(1.0, found.high)


def _parts(scored: list[Trial]) -> tuple[tuple[str, float], ...]:
    found: dict[str, list[float]] = {}
    for trial in scored:
        for name, score in trial.parts:
            found.setdefault(name, []).append(score)
    return tuple((name, fmean(found[name])) for name in sorted(found))


def _sum(costs: Iterable[Decimal | None]) -> Decimal | None:
    counted = [cost for cost in costs if cost is not None]
    return sum(counted, Decimal(0)) if counted else None


def _per_trial(line: Line) -> Decimal:
    return (line.usd or Decimal(0)) / max(line.trials, 1)
