"""The trained verifier: a small network that reads a claim and the text beside it together.

Word for word, "if approved, it will close" and "it will close" are alike, and two wordings of one thing are not. So
this one was taught by examples: a larger network learnt from labelled claims, many of them true in other words or false
in one small thing, and this one learnt from that (`training/verifier`). It reads English prose only and is
worse than the embedded verifier at figures and at bare answers; the two are asked together.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from moot.text.embedding import Encoder, opened, shared
from moot.text.terms import overlap
from moot.text.tongue import tongue
from moot.verify.foreign import ENGLISH
from moot.verify.verifier import Pair, Score
from moot.verify.windows import best_windows

WEIGHTS_SHA256 = "1f22bb25c8c2ca66ed200e02c8b4d01df5e470d03c4d23c4385a4201145d825a"
_WEIGHTS = "minilm-l6-trained-int8.onnx"
WORDS = 150
"""Of the one window that is read: the best of all texts together."""
TOKENS, CLAIM = 300, 90
"""Of claim and window with their three marks, and of the claim in it; as in training."""
EVEN, TEMPERATURE = -1.0, 3.0
"""The log odds at which it is right as often of supported claims as of others, on labelled sets and on the open half of
the fault corpus alike (it was taught more false claims than true ones); and what divides them, so that its mean with
the embedded verifier tells labelled claims nearest to use apart as before it was taught with reports."""
KEPT = 1024
"""Pairs whose score is kept, a few kB each: what one draft says of a passage, others say too."""
_FIRST, _BETWEEN = 101, 102
"""The marks before the claim and after claim and window."""
_WORD = re.compile(r"\w")


@cache
def trained() -> Trained:
    """The one of this process."""
    return Trained(shared())


class Trained:
    name = "trained"
    threshold = 0.5
    version = f"2+minilm-l6-trained-int8-{WEIGHTS_SHA256[:12]}"

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._session: Any = None
        self._loading = Lock()
        self._scored = lru_cache(KEPT)(self._score)

    def prepare(self) -> None:
        """Load the weights."""
        self._encoder.ids("ready")
        with self._loading:
            if self._session is None:
                self._session = opened(_WEIGHTS, WEIGHTS_SHA256)

    def score(self, pairs: Sequence[Pair]) -> list[Score | None]:
        """As the contract says; None too where the texts are not English prose."""
        self.prepare()
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as workers:
            return list(workers.map(self._scored, pairs))

    def _score(self, pair: Pair) -> Score | None:
        claim = " ".join(pair.claim.split())
        (window,) = best_windows(claim, "\n\n".join(pair.texts), 1, WORDS)
        if not _WORD.search(claim) or not _english(claim, window):
            return None
        best = max(range(len(pair.texts)), key=lambda n: (overlap(claim, pair.texts[n]), -n))
        return Score(round(probability(self._odds(claim, window)), 3), best)

    def _odds(self, claim: str, window: str) -> float:
        """Log odds of supported against contradicted or not said."""
        supported, contradicted, unsaid = self.read(claim, window)
        most = max(contradicted, unsaid)
        return supported - most - math.log(math.exp(contradicted - most) + math.exp(unsaid - most))

    def read(self, claim: str, text: str) -> tuple[float, float, float]:
        """Log probabilities that one line of text supports a claim, contradicts it, does not say it; after `prepare`.

        No more is read than `TOKENS` hold.
        """
        import numpy as np

        said = self._encoder.ids(claim)[:CLAIM]
        there = self._encoder.ids(text)[: TOKENS - 3 - len(said)]
        ids = [_FIRST, *said, _BETWEEN, *there, _BETWEEN]
        kinds = [1] * (len(said) + 2) + [2] * (len(there) + 1)
        feed = {"input_ids": np.array([ids], dtype=np.int64), "kinds": np.array([kinds], dtype=np.int64)}
        found = [float(each) for each in self._session.run(None, feed)[0][0]]
        most = max(found)
        total = most + math.log(sum(math.exp(each - most) for each in found))
        supported, contradicted, unsaid = (each - total for each in found)
        return supported, contradicted, unsaid


def probability(odds: float) -> float:
    """`odds`: log odds of supported against the rest, as the network gives them."""
    return 1 / (1 + math.exp((EVEN - odds) / TEMPERATURE))


def _english(claim: str, window: str) -> bool:
    """The window reads as English prose, as no table does, and the claim as nothing else."""
    return tongue(window) == ENGLISH and tongue(claim) in (None, ENGLISH)
