"""The trained verifier: a small network that reads a claim and the text beside it together.

Word for word, "if approved, it will close" and "it will close" are alike, and two wordings of one thing are not. So
this one was taught by examples: a larger network learnt from labelled claims, many of them true in other words or false
in one small thing, and this one learnt from that (`training/verifier`). It reads English prose only and is
worse than the embedded verifier at figures and at bare answers; the two are asked together.
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from moot.text import reading
from moot.text.lazy import lazy_re
from moot.text.reading import Network, network
from moot.text.terms import overlap
from moot.text.tongue import ENGLISH, tongue
from moot.verify.verifier import Pair, Score
from moot.verify.verifiers.known import Known
from moot.verify.verifiers.windows import best_windows

WORDS = 150
"""Of the one window that is read: the best of all texts together."""
EVEN, TEMPERATURE = -1.0, 4.0
"""The log odds that it takes for even, since it was taught more false claims than true ones (on labelled sets nearest
to use none from -2.5 to -1 is better by more than .003 in balanced accuracy); and what divides them, so that its mean
with the embedded verifier tells these apart nearly as that one alone does."""
_WORD = lazy_re(r"\w")


@cache
def trained() -> Trained:
    """The one of this process."""
    return Trained(network())


class Trained:
    name = "trained"
    threshold = 0.5
    version = f"3+{reading.VERSION}"

    def __init__(self, network: Network) -> None:
        self._network = network
        self._known = Known(self._scored)

    def score(self, pairs: Sequence[Pair]) -> list[Score | None]:
        """As the contract says; None too where the texts are not English prose."""
        return self._known.of(pairs)

    def _scored(self, pairs: Sequence[Pair]) -> list[Score | None]:
        """Side by side, each on one core."""
        self._network.prepare()
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as workers:
            return list(workers.map(self._score, pairs))

    def _score(self, pair: Pair) -> Score | None:
        claim = " ".join(pair.claim.split())
        (window,) = best_windows(claim, "\n\n".join(pair.texts), 1, WORDS)
        if not _WORD.search(claim) or not _english(claim, window):
            return None
        best = max(range(len(pair.texts)), key=lambda n: (overlap(claim, pair.texts[n]), -n))
        return Score(round(probability(self._odds(claim, window)), 3), best)

    def _odds(self, claim: str, window: str) -> float:
        """Log odds of supported against contradicted or not said."""
        read = self._network.read(claim, window)
        most = max(read.contradicted, read.unsaid)
        return read.supported - most - math.log(math.exp(read.contradicted - most) + math.exp(read.unsaid - most))


def probability(odds: float) -> float:
    """`odds`: log odds of supported against the rest, as the network gives them."""
    return 1 / (1 + math.exp((EVEN - odds) / TEMPERATURE))


def _english(claim: str, window: str) -> bool:
    """The window reads as English prose, as no table does, and the claim as nothing else."""
    return tongue(window) == ENGLISH and tongue(claim) in (None, ENGLISH)
