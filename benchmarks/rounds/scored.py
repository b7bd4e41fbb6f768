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


class Draws:
    """Answers drawn again with replacement, the same for all that is measured, so that differences have intervals."""

    def __init__(self, claims: Sequence[Followed]) -> None:
        self.claims = claims
        by_answer: dict[str, list[int]] = {}
        for n, claim in enumerate(claims):
            by_answer.setdefault(claim.answer, []).append(n)
        answers, draw = list(by_answer.values()), random.Random(SEED)
        self.drawn = [list(range(len(claims)))]
        """Numbers of claims: first all as they are, then one list a draw."""
        while len(self.drawn) <= TIMES:
            again = [n for _ in answers for n in draw.choice(answers)]
            if len({claims[n].supported for n in again}) == 2:
                self.drawn.append(again)

    def found(self, score: Score) -> list[float]:
        known = [(score(claim), claim.supported) for claim in self.claims]
        return [found([known[n] for n in one]) for one in self.drawn]

    def edits(self, round: int) -> tuple[list[float], list[float], list[float]]:
        """Share of the unsupported and of the supported that were edited; what plain overlap finds at the second."""
        edited = [claim.edited(round) for claim in self.claims]
        labels = [claim.supported for claim in self.claims]
        scores = [(by_words(claim), claim.supported) for claim in self.claims]
        bad, good = (
            [
                sum(edited[n] for n in of) / len(of)
                for one in self.drawn
                if (of := [n for n in one if labels[n] is kind])
            ]
            for kind in (False, True)
        )
        plain = [found([scores[n] for n in one], 1 - share) for one, share in zip(self.drawn, good, strict=True)]
        return bad, good, plain


def interval(values: Sequence[float], less: Sequence[float] | None = None) -> Interval:
    """The value on the claims as they are, in the middle 95 % of the draws; with `less`, of the difference."""
    own = [one - other for one, other in zip(values, less, strict=True)] if less else list(values)
    ends, edge = sorted(own[1:]), TIMES // 40
    return Interval(own[0], ends[edge], ends[-edge - 1])


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
        if each.narrowed(round) and each.mended
    ]
    if not pairs:
        return None
    before, after = (statistics.fmean(values) for values in zip(*pairs, strict=True))
    return Beside(len(pairs), before, after, sum(new > old for old, new in pairs))
