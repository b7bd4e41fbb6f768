"""How likely two claims say the same or contradict each other: what was compared, and how a network reads them.

Two logistic regressions (`training/relation`): one of what was compared alone, and one of that together with what the
trained verifier makes of each claim in the light of the other. The first decides where it is sure, since reading costs
most of the time, and where the claims are not English.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from moot.text.embedding import verified
from moot.text.tongue import tongue
from moot.verify.foreign import ENGLISH
from moot.verify.trained import WEIGHTS_SHA256, trained

_WEIGHTS, _SHA256 = "relation.json", "7a92e89bcef96204775e81e685d858adcb7a34a1c5f376a92549acba9aa709a8"
VERSION = f"1+{_SHA256[:12]}+{WEIGHTS_SHA256[:12]}"
_SAID = ("supported", "contradicted", "unsaid")
_CLEARLY_APART = 0.1
"""Below it, of both what is not apart, nothing is read."""

Weights = Mapping[str, tuple[float, float]]
"""A sign → what it adds to the log odds of same, and of conflict, against apart; that of no name to every sum."""


@dataclass(frozen=True)
class Likely:
    """Probabilities; what is left is that the two stand apart."""

    same: float
    conflict: float


def likely(one: str, other: str, signs: Mapping[str, float]) -> Likely:
    """`signs`: of `compared.Compared`."""
    plain = weighed(signs, weights()["compared"])
    if plain.same + plain.conflict < _CLEARLY_APART or not all(
        tongue(text) in (None, ENGLISH) for text in (one, other)
    ):
        return plain
    return weighed({**signs, **read(one, other)}, weights()["read"])


def read(one: str, other: str) -> dict[str, float]:
    """Signs of how the trained verifier reads each claim in the light of the other: log probabilities."""
    verifier = trained()
    verifier.prepare()
    ways = (verifier.read(one, other), verifier.read(other, one))
    found: dict[str, float] = {}
    for name, both in zip(_SAID, zip(*ways, strict=True), strict=True):
        found |= {f"{name} at least": min(both), f"{name} at most": max(both)}
    return found


def weighed(signs: Mapping[str, float], weights: Weights) -> Likely:
    sums = [
        sum(weights[name][of] * value for name, value in (("", 1.0), *signs.items()) if name in weights)
        for of in (0, 1)
    ]
    most = max(0.0, *sums)
    same, conflict, apart = (math.exp(each - most) for each in (*sums, 0.0))
    total = same + conflict + apart
    return Likely(same / total, conflict / total)


@cache
def weights() -> Mapping[str, Weights]:
    """Raises `NotInstalled` when the file is missing or is not the one that was measured."""
    return json.loads(verified(_WEIGHTS, _SHA256))
