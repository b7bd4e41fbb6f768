"""A verdict per row of headlines, over the plausible range of pairings and of run noise.

Each row is looked at where a difference shows most (least discordance, all variance run noise) and where it shows least
(most discordance, no run noise); p only rises from one to the other. After Holm's correction over the rows of each:
significant even where it shows least, somebody leads; significant only where it shows most, it depends on the pairing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from moot.bench.headline.explained import Explained, explain
from moot.bench.headline.pairing import Pairing
from moot.bench.headline.row import Row
from moot.bench.statistics.holm import holm
from moot.bench.statistics.interval import ALPHA


class Outcome(StrEnum):
    A_LEADS = "A leads"
    B_LEADS = "B leads"
    TIE = "tie"
    """At every plausible pairing the whole interval lies within the margin."""
    UNRESOLVED = "cannot be resolved"
    """At no plausible pairing does anybody lead."""
    DEPENDS = "depends on the pairing"
    """Some plausible pairings make a lead, or a tie, of it; others do not."""
    BARE = "no verdict"
    """Nobody says of how many tasks."""


class _Ps(NamedTuple):
    """p by Holm: where a difference shows most, least, and where the two are independent."""

    easy: float
    hard: float
    free: float


@dataclass(frozen=True)
class Judged:
    """What can be said of a row that has a number of tasks. Differences and discordances are shares."""

    explained: Explained
    pairing: Pairing
    easy: float
    """p where a difference shows most, by Holm."""
    hard: float
    """p where it shows least, by Holm."""
    unpaired: bool
    """Somebody leads even where the two have nothing to do with each other."""
    below: tuple[float | None, float | None]
    """The discordance below which somebody leads: without run noise, and with nothing else. None: at none."""
    low: float
    high: float
    """Of the widest 95 % interval of the difference, A less B."""
    needed: tuple[int, int] | None
    """About how many tasks would resolve a true difference as large, where it shows most and least; None at no
    difference."""


@dataclass(frozen=True)
class Verdict:
    row: Row
    outcome: Outcome
    judged: Judged | None
    """None where nobody says of how many tasks."""


def judge(rows: Sequence[Row], margin: float) -> tuple[Verdict, ...]:
    """One verdict a row, in their order. `margin`: the difference, 0 to 1, that counts as a tie."""
    sized = [(explain(row), row) for row in rows if row.tasks is not None]
    pairings = [_pairing(row, explained) for explained, row in sized]
    easy = holm([each.p(each.plausible[0], _most_noise(each)) for each in pairings])
    hard = holm([each.p(each.plausible[1]) for each in pairings])
    free = holm([each.p(each.independent) for each in pairings])
    strict = ALPHA / max(1, len(sized))
    found = iter(
        _judged(explained, pairing, _Ps(*ps), strict)
        for (explained, _), pairing, *ps in zip(sized, pairings, easy, hard, free, strict=True)
    )
    return tuple(_verdict(row, next(found) if row.tasks is not None else None, margin) for row in rows)


def _pairing(row: Row, explained: Explained) -> Pairing:
    """Of the exact shares where they are known, else of the figures as given."""
    assert row.tasks is not None
    trials = row.tasks * explained.repeats
    if explained.a is None or explained.b is None:
        return Pairing(float(row.a) / 100, float(row.b) / 100, row.tasks, explained.repeats)
    lead = explained.a - explained.b if explained.repeats == 1 else None
    return Pairing(explained.a / trials, explained.b / trials, row.tasks, explained.repeats, lead)


def _most_noise(pairing: Pairing) -> float:
    return 1.0 if pairing.repeats > 1 else 0.0


def _judged(explained: Explained, pairing: Pairing, ps: _Ps, strict: float) -> Judged:
    least, most = pairing.plausible
    noise = _most_noise(pairing)
    raw = pairing.p(least, noise)
    level = ALPHA * raw / ps.easy if 0 < ps.easy < 1 else strict  # what Holm leaves to this row, at the least
    low, high = pairing.interval(most)
    few, many = pairing.needed(least, noise), pairing.needed(most)
    return Judged(
        explained=explained,
        pairing=pairing,
        easy=ps.easy,
        hard=ps.hard,
        unpaired=ps.free < ALPHA,
        below=(pairing.resolved_below(level), pairing.resolved_below(level, noise)),
        low=low,
        high=high,
        needed=None if few is None or many is None else (few, many),
    )


def _verdict(row: Row, judged: Judged | None, margin: float) -> Verdict:
    if judged is None:
        return Verdict(row, Outcome.BARE, None)
    pairing = judged.pairing
    leads = Outcome.A_LEADS if pairing.difference > 0 else Outcome.B_LEADS
    narrow = pairing.interval(pairing.plausible[0], _most_noise(pairing))
    if _within((judged.low, judged.high), margin):
        outcome = Outcome.TIE
    elif judged.hard < ALPHA:
        outcome = leads
    elif judged.easy < ALPHA or _within(narrow, margin):
        outcome = Outcome.DEPENDS
    else:
        outcome = Outcome.UNRESOLVED
    return Verdict(row, outcome, judged)


def _within(interval: tuple[float, float], margin: float) -> bool:
    return -margin <= interval[0] and interval[1] <= margin
