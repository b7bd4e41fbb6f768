"""What the votes of several verifiers come to: the log odds that the evidence says what a claim says.

A logistic regression over written reports with known faults (`training/weights`) counts the trained verifier for nearly
all and the embedded one for nothing: those faults keep to the words of their sources. What real systems leave
unsupported does not, and on labelled claims nearest to use the embedded one is the better of the two. So its weight is
given: at .8 those claims are told apart no worse than by weights learned without those reports.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from moot.words import Vote

EVEN = 0.4
"""As if three in four sentences were supported, as in reports of real systems; of the written ones half are."""
WEIGHTS = {"embedded": 0.8, "trained": 3.0}
LEAST = {"embedded": 0.23}
"""How unlikely a verifier can make a claim, at most. The embedded one compares words: that a sentence is told in quite
other words than its source says little more against it than that it is told in other words.
"""
ALONE = "embedded"
"""Who voted where only a score is kept."""
OTHER = 1.5
"""Of a verifier that a user adds: between the two, since nobody has measured it here."""
EDGE = 0.01
"""A probability is never more certain than this: odds stay finite."""


def odds(votes: Sequence[Vote], score: float) -> float:
    """`votes`: none where a single verifier gave the score. Only those over all sources together count."""
    found = {vote.by: vote.score for vote in votes if vote.source is None} or {ALONE: score}
    return EVEN + sum(WEIGHTS.get(by, OTHER) * logit(max(each, LEAST.get(by, 0.0))) for by, each in found.items())


def logit(probability: float) -> float:
    bounded = min(1 - EDGE, max(EDGE, probability))
    return math.log(bounded / (1 - bounded))
