"""How likely two claims say the same or contradict each other: what was compared, and how a network reads them.

Two logistic regressions (`training/relation`): one of what was compared alone, and one of that together with what a
small network (`text.reading`) makes of each claim in the light of the other. The first decides where it is sure, since
reading costs most of the time, and where the claims are not English.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache

from moot.text.embedding import verified
from moot.text.reading import WEIGHTS_SHA256, Network, network
from moot.text.tongue import ENGLISH, tongue

_WEIGHTS, _SHA256 = "relation.json", "7ebe3b073b522c04557f2ce36b1b76fd405c5910efc4c584d60ace902819f290"
VERSION = f"1+{_SHA256[:12]}+{WEIGHTS_SHA256[:12]}"
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
    return weighed({**signs, **read(one, other, network())}, weights()["read"])


def read(one: str, other: str, by: Network) -> dict[str, float]:
    """Signs of how the network reads each claim in the light of the other: log probabilities.

    Claims are compared without the stop at their end; the network has learned from whole sentences.
    """
    one, other = f"{one}.", f"{other}."
    ways = [asdict(by.read(*each)) for each in ((one, other), (other, one))]
    found: dict[str, float] = {}
    for name in ways[0]:
        both = [way[name] for way in ways]
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
