"""What a verifier found of the pairs that it was asked about last: what one draft says of a passage, others say too."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from threading import Lock
from typing import Generic, TypeVar

from moot.verify.verifier import Pair

V = TypeVar("V")
KEPT = 1024
"""Pairs, a few kB each."""


class Known(Generic[V]):
    """May be asked by several threads at once."""

    def __init__(self, work: Callable[[Sequence[Pair]], Iterable[V]]) -> None:
        """`work`: the values of pairs of which nothing is known, in their order."""
        self._work = work
        self._kept: OrderedDict[Pair, V] = OrderedDict()
        self._lock = Lock()

    def of(self, pairs: Sequence[Pair]) -> list[V]:
        """One value a pair; where all are known nothing is started or waited for."""
        with self._lock:
            found = {pair: self._kept[pair] for pair in pairs if pair in self._kept}
        new = [pair for pair in dict.fromkeys(pairs) if pair not in found]
        if new:
            found.update(zip(new, self._work(new), strict=True))
        with self._lock:
            for pair in found:
                self._kept[pair] = found[pair]
                self._kept.move_to_end(pair)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return [found[pair] for pair in pairs]
