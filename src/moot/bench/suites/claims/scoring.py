"""Verifiers that need no model: the embedded one, the whole referee, and published ones by folder or hub name."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from moot.bench.suites.claims.pairs import LabelledPair
from moot.bench.suites.claims.said import Said

EMBEDDED, REFEREE = "embedded", "referee"
"""After `verifier:`. Anything else names a published verifier, as `moot check --verifier` takes it."""

Score = Callable[[Sequence[LabelledPair]], list[Said]]


def scorer(verifier: str) -> Score:
    """Who scores pairs under that name, loaded. Raises the `MootError` of one that cannot be loaded."""
    if verifier == REFEREE:
        return _refereed()
    from moot.verify.published import load
    from moot.verify.verifier import Pair
    from moot.verify.verifiers.embedded import embedded

    asked = embedded() if verifier == EMBEDDED else load(verifier)

    def score(pairs: Sequence[LabelledPair]) -> list[Said]:
        scores = asked.score([Pair(each.claim, (each.evidence,)) for each in pairs])
        told = [each.probability if each else 0.0 for each in scores]
        return [Said(p >= asked.threshold, f"{p:.3f}, supported from {asked.threshold:g} on") for p in told]

    return score


def _refereed() -> Score:
    """All checks, weighed, as `moot check` says it."""
    from moot.verify.claim import verify
    from moot.verify.referee import Referee
    from moot.words import Outcome

    referee = Referee()

    def score(pairs: Sequence[LabelledPair]) -> list[Said]:
        found = [verify(each.claim, [each.evidence], referee) for each in pairs]
        return [Said(each.outcome is Outcome.HOLDS, each.reason) for each in found]

    return score


@dataclass
class Together:
    """Scores pairs that are asked for at the same time in one go: a verifier shares its cores among them."""

    score: Score
    _waiting: list[tuple[LabelledPair, asyncio.Future[tuple[Said, float]]]] = field(default_factory=list)
    _working: asyncio.Task[None] | None = None

    async def said(self, pair: LabelledPair) -> tuple[Said, float]:
        """What it says of the pair, and the seconds that this took of those of the batch."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.append((pair, future))
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work())
        return await future

    async def _work(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            begin = time.monotonic()
            try:
                found = await asyncio.to_thread(self.score, [pair for pair, _ in batch])
            except Exception as error:  # whoever waits is told, each
                _fail(batch, error)
                continue
            seconds = (time.monotonic() - begin) / len(batch)
            for (_, future), said in zip(batch, found, strict=True):
                if not future.done():
                    future.set_result((said, seconds))


def _fail(batch: Sequence[tuple[LabelledPair, asyncio.Future[tuple[Said, float]]]], error: Exception) -> None:
    for _, future in batch:
        if not future.done():
            future.set_exception(error)
