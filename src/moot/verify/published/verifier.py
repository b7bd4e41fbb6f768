"""A published verifier behind the contract: windows of the evidence in, the best of their probabilities out.

Each text is cut into the windows that hold most of the claim; where there are several texts, the best window of each of
the first three is also read together with the others, since a claim may rest on two sources. The score is the maximum,
as published for MiniCheck and AlignScore (theirs are longer: some 400 tokens, ours 90 words).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from moot.errors import UsageError
from moot.verify.published import folder as folders
from moot.verify.published import heads, hub
from moot.verify.published.tokens import Encoded, Tokens
from moot.verify.verifier import Pair, Score, Verifier
from moot.verify.verifiers.windows import best_windows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_VERSION = "1"
TOGETHER = 3
"""Texts whose best windows are read as one."""
_TRIAL = ("The gate was open.", "The gate was open all day, and nobody had seen who opened it.")

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_Asked = tuple[str, str]
"""Claim and window."""


class Runtime(Protocol):
    @property
    def kind(self) -> str: ...

    def logits(self, encoded: Encoded) -> NDArray[np.float64]: ...

    def each(self, do: Callable[[_Item], _Result], items: Sequence[_Item]) -> list[_Result]: ...


def load(source: str, *, download: bool = False) -> Verifier:
    """The verifier of a folder or a hub name, tried once on a made-up pair.

    A hub name is looked for in the local hub cache; the network is asked only with `download`. Raises `UnknownModel`,
    `UsageError` or `NotInstalled`, one sentence each.
    """
    found = hub.find(source, download=download)
    folder = folders.read(found.path, found.name)
    head = heads.choose(folder)
    folders.complete(folder)
    tokens = Tokens(folder)
    verifier = Published(folder, head, tokens, _runtime(folder))
    verifier.prepare()
    return verifier


def _runtime(folder: folders.Folder) -> Runtime:
    if folder.onnx:
        from moot.verify.published.onnx import Onnx

        return Onnx(folder)
    from moot.verify.published.transformers import Transformers

    return Transformers(folder)


@dataclass(frozen=True)
class _Windows:
    """Of one text of a pair that has words."""

    text: int
    asked: tuple[_Asked, ...]


class Published:
    def __init__(self, folder: folders.Folder, head: heads.Head, tokens: Tokens, runtime: Runtime) -> None:
        self._folder = folder
        self._head = head
        self._tokens = tokens
        self._runtime = runtime

    @property
    def name(self) -> str:
        return self._folder.name

    @property
    def version(self) -> str:
        return f"{_VERSION}+{self._runtime.kind}-{self._folder.fingerprint}"

    @property
    def threshold(self) -> float:
        return self._folder.settings.threshold

    def prepare(self) -> None:
        """One trial: raises `UsageError` when the model does not give what its config says."""
        self._probability(_TRIAL)

    def score(self, pairs: Sequence[Pair]) -> list[Score | None]:
        """Each distinct claim and window is read once, and alone."""
        plans = [_windows(pair) for pair in pairs]
        alone = self._all([asked for plan in plans for each in plan for asked in each.asked])
        joined = [_joined(plan, alone) for plan in plans]
        together = self._all([asked for asked in joined if asked is not None])
        return [
            _score(plan, alone, None if asked is None else together[asked])
            for plan, asked in zip(plans, joined, strict=True)
        ]

    def _all(self, asked: Sequence[_Asked]) -> dict[_Asked, float]:
        distinct = list(dict.fromkeys(asked))
        return dict(zip(distinct, self._runtime.each(self._probability, distinct), strict=True))

    def _probability(self, asked: _Asked) -> float:
        encoded = self._tokens.encode(*asked)
        if self._head.by_token and not encoded.claim:
            return 0.0  # Nothing of the claim is in the model's vocabulary of characters.
        given = self._runtime.logits(encoded)
        wanted = (len(encoded.ids), self._head.labels) if self._head.by_token else (self._head.labels,)
        if given.size != math.prod(wanted):
            raise UsageError(
                f"The verifier {self.name} gives {given.size} numbers where its config.json says {math.prod(wanted)}."
            )
        logits = given.reshape(wanted) / self._folder.settings.temperature
        probability = self._head.probability(logits, encoded.claim)
        if not math.isfinite(probability):
            raise UsageError(f"The verifier {self.name} gives no numbers: its weights are damaged.")
        return min(1.0, max(0.0, probability))


def _windows(pair: Pair) -> list[_Windows]:
    """Nothing where the claim has no word; texts without one are left out."""
    claim = " ".join(pair.claim.split())
    if not _worded(claim):
        return []
    found: list[_Windows] = []
    for n, text in enumerate(pair.texts):
        windows = tuple((claim, window) for window in best_windows(claim, text) if _worded(window))
        if windows:
            found.append(_Windows(n, windows))
    return found


def _worded(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _best(each: _Windows, scores: dict[_Asked, float]) -> _Asked:
    return max(each.asked, key=lambda asked: scores[asked])


def _joined(plan: Sequence[_Windows], scores: dict[_Asked, float]) -> _Asked | None:
    """The best windows of the best texts as one, in the order of the texts."""
    best = [(each.text, _best(each, scores)) for each in plan]
    first = sorted(best, key=lambda each: (-scores[each[1]], each[0]))[:TOGETHER]
    if len(first) < 2:
        return None
    return first[0][1][0], " ".join(window for _, (_, window) in sorted(first))


def _score(plan: Sequence[_Windows], scores: dict[_Asked, float], together: float | None) -> Score | None:
    if not plan:
        return None
    best = {each.text: scores[_best(each, scores)] for each in plan}
    at = min(best, key=lambda n: (-best[n], n))
    return Score(round(max(best[at], together or 0.0), 3), at)
