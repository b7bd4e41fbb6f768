"""A small network that reads two texts together: is the one supported by the other, do they say the same?

It was taught by examples (`training/verifier`), in English prose.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

from moot.text.embedding import Encoder, opened, shared

WEIGHTS_SHA256 = "622cdc78240adaf7d3e4346a6445e375e6c567ae39eeebcb037ba6acc1f18a99"
VERSION = f"minilm-l6-trained-int8-{WEIGHTS_SHA256[:12]}"
_WEIGHTS = "minilm-l6-trained-int8.onnx"
_TOKENS, _CLAIM = 300, 90
"""Of claim and text with their three marks, and of the claim in it; as in training."""
_FIRST, _BETWEEN = 101, 102
"""The marks before the claim and after claim and text."""


@dataclass(frozen=True)
class Read:
    """Log probabilities: of a claim in the light of a text, and, where both are claims, of how the two stand."""

    supported: float
    contradicted: float
    unsaid: float
    same: float
    conflict: float
    apart: float


@cache
def network() -> Network:
    """The one of this process."""
    return Network(shared())


class Network:
    """Raises `NotInstalled` on first use when its file is missing or is not the one that was measured."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._session: Any = None
        self._loading = Lock()

    def prepare(self) -> None:
        """Load the weights."""
        with self._loading:
            if self._session is None:
                self._session = opened(_WEIGHTS, WEIGHTS_SHA256)

    def read(self, claim: str, text: str) -> Read:
        """No more of each is read than there is room for."""
        import numpy as np

        self.prepare()
        said = self._encoder.ids(claim)[:_CLAIM]
        there = self._encoder.ids(text)[: _TOKENS - 3 - len(said)]
        ids = [_FIRST, *said, _BETWEEN, *there, _BETWEEN]
        kinds = [1] * (len(said) + 2) + [2] * (len(there) + 1)
        feed = {"input_ids": np.array([ids], dtype=np.int64), "kinds": np.array([kinds], dtype=np.int64)}
        found = [float(each) for each in self._session.run(None, feed)[0][0]]
        return Read(*_logs(found[:3]), *_logs(found[3:]))


def _logs(logits: Sequence[float]) -> list[float]:
    """Log probabilities."""
    most = max(logits)
    total = most + math.log(sum(math.exp(each - most) for each in logits))
    return [each - total for each in logits]
