"""How much of the unsupported is found where nine in ten of the supported stay, with intervals over answers."""

from __future__ import annotations

import random
import statistics
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from moot.text.embedding import shared
from moot.text.terms import words
from moot.words import Standing
from rounds.argued import Followed

KEPT = 0.9
TIMES = 1000
SEED = 20
OUTCOMES = {
    Standing.CONTRADICTED: 2,
    Standing.UNSUPPORTED: 2,
    Standing.CONTESTED: 3,
    Standing.UNCHECKED: 3,
    Standing.INFERRED: 4,
    Standing.PROVEN: 4,
}
"""From the worst; below them what was reworded (1) and what was withdrawn (0)."""
Scored = Sequence[tuple[float, bool]]
"""Score and whether it is supported."""
Score = Callable[[Followed], float]


def by_findings(round: int) -> Score:
    """Edited claims first, all alike, then by the weighed findings."""
    return lambda each: -1.0 if each.edited(round) else each.states[round].probability


def by_outcome(round: int) -> Score:
    """Withdrawn, reworded, refuted, contested, proven; within each by the weighed findings (before an edit)."""

    def score(each: Followed) -> float:
        if each.edited(round):
            return 2 * each.narrowed(round) + each.states[0].probability
        state = each.states[round]
        return 2 * OUTCOMES[state.standing] + state.probability

    return score


def by_words(each: Followed) -> float:
    return each.overlap


def found(scored: Scored, kept: float = KEPT) -> float:
    """Share of the unsupported under the threshold that keeps exactly so many supported.

    Of claims with the same score at the edge, the share is taken that makes it exact, of both kinds alike.
    """
    good = sorted(score for score, supported in scored if supported)
    bad = [score for score, supported in scored if not supported]
    may_fall = (1 - kept) * len(good)
    edge = good[min(int(may_fall + 1e-9), len(good) - 1)]
    ties = (may_fall - sum(each < edge for each in good)) / good.count(edge)
    return (sum(each < edge for each in bad) + ties * bad.count(edge)) / len(bad)


@dataclass(frozen=True)
class Interval:
    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.1%} [{self.low:.1%}, {self.high:.1%}]"


def intervals(claims: Sequence[Followed], measures: Sequence[Callable[[Sequence[Followed]], float]]) -> list[Interval]:
    """Each measure with the middle 95 % of what it is over answers drawn again with replacement, the same for all."""
    by_answer: dict[str, list[Followed]] = {}
    for claim in claims:
        by_answer.setdefault(claim.answer, []).append(claim)
    answers, draw, drawn = list(by_answer.values()), random.Random(SEED), list[list[float]]()
    while len(drawn) < TIMES:
        again = [claim for _ in answers for claim in draw.choice(answers)]
        if len({claim.supported for claim in again}) == 2:
            drawn.append([measure(again) for measure in measures])
    ends = [sorted(values) for values in zip(*drawn, strict=True)]
    edge = TIMES // 40
    return [
        Interval(measure(claims), each[edge], each[-edge - 1]) for measure, each in zip(measures, ends, strict=True)
    ]


def measure(score: Score, less: Score | None = None) -> Callable[[Sequence[Followed]], float]:
    """What is found by a score; with `less`, how much more than by that one, on the same claims."""

    def value(claims: Sequence[Followed]) -> float:
        own, other = (found([(by(each), each.supported) for each in claims]) if by else 0.0 for by in (score, less))
        return own - other

    return value


# --- narrowed claims beside the expert's own wording ------------------------------------------------------------------


def shared_words(one: str, other: str) -> float:
    """F1 of the words and numbers of two texts."""
    left, right = Counter(words(one)), Counter(words(other))
    both = (left & right).total()
    return 2 * both / (left.total() + right.total()) if both else 0.0


def likeness(one: str, other: str) -> float:
    """Cosine of the embedded encoder's vectors."""
    left, right = shared().encode([one, other])
    return float(left @ right)


@dataclass(frozen=True)
class Beside:
    """Means over reworded claims, against the expert's wording."""

    claims: int
    before: float
    after: float
    nearer: int
    """Claims whose new words are nearer to the expert's than the old ones."""


def beside(claims: Sequence[Followed], round: int, like: Callable[[str, str], float]) -> Beside | None:
    """Of the reworded claims for which the expert gave other words than the answer's; None without any."""
    pairs = [
        (like(each.text, each.revised), like(each.states[round].text or "", each.revised))
        for each in claims
        if each.narrowed(round) and each.revised and words(each.revised) != words(each.text)
    ]
    if not pairs:
        return None
    before, after = (statistics.fmean(values) for values in zip(*pairs, strict=True))
    return Beside(len(pairs), before, after, sum(new > old for old, new in pairs))
