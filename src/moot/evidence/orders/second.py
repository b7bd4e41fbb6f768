"""A second look at sentences whose words leave open whether they are an order: a small network reads them.

It works on what the encoder makes of each token in its context: one layer, readers that attend to tokens, one layer
more. The log odds by words go into its sum. `training/orders/second.py` writes its weights.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from moot.text.embedding import shared, verified
from moot.text.tongue import ENGLISH, tongue

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TOKENS = 126
"""Read of a sentence, as in training."""
_PART = 10
"""Tokens multiplied at a time: for more, BLAS calls up threads, and on a busy machine these wait for one another fifty
times as long as one of them would take for all."""
MOST = 400
"""Sentences of a text: a page has one in a hundred that leans, and a text full of them must not take minutes."""
_WEIGHTS, _SHA256 = "orders-second.npz", "8c2510c1b17110597a7a039e54ed41988355de714044202427986ae485c6600d"


class Look:
    """At the sentences of one text."""

    def __init__(self) -> None:
        self._left = MOST

    def odds(self, sentence: str, by_words: float) -> float:
        """Log of the odds that a sentence is an order; by words alone if it is not English, or once `MOST` were read.

        Raises `NotInstalled` when a file of weights is missing or is not the one that was measured.
        """
        if not english(sentence):
            return by_words
        self._left -= 1
        return _odds(sentence, by_words) if self._left >= 0 else by_words


def english(sentence: str) -> bool:
    """As far as one can tell: the encoder knows no other tongue."""
    return tongue(sentence) in (None, ENGLISH)


@lru_cache(4096)
def _odds(sentence: str, by_words: float) -> float:
    states = shared().tokens(sentence).states[:TOKENS]
    return summed(_weights(), states, by_words) if len(states) else by_words


def summed(weights: Mapping[str, NDArray[np.float32]], states: NDArray[np.float32], by_words: float) -> float:
    """Of several networks the mean; the first axis of every array of weights is theirs."""
    import numpy as np

    parts = [states[at : at + _PART] @ weights["seen"] for at in range(0, len(states), _PART)]
    seen = np.maximum(np.concatenate(parts, axis=1) + weights["seen_from"], 0)
    """networks × tokens × wide"""
    heed = seen @ weights["heed"]
    heed = np.exp(heed - heed.max(axis=1, keepdims=True))
    heed /= heed.sum(axis=1, keepdims=True)
    read = (heed.transpose(0, 2, 1) @ seen).reshape(len(seen), 1, -1)
    known = np.maximum(read @ weights["known"] + weights["known_from"], 0)
    told = (known @ weights["told"]).reshape(-1) + weights["told_from"] + weights["by_words"] * by_words
    return float(told.mean())


@cache
def _weights() -> Mapping[str, NDArray[np.float32]]:
    import numpy as np

    with np.load(io.BytesIO(verified(_WEIGHTS, _SHA256))) as held:
        return {name: held[name].astype(np.float32) for name in held.files}
