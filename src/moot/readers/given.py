"""Which figures texts give side by side: there they are no rivals, and so not for a text that gives one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from moot.readers.readings import Reading
from moot.text import figures
from moot.text.figures import Figure


class Given:
    """The figures of all readings, by the sentences and texts that give them."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._parts: dict[str, list[Figure]] = {}
        """By sentence: its figures that are a part of another one."""
        self._said: dict[str, dict[str, list[Figure]]] = {}
        """By voice and source: all figures."""
        for reading in readings:
            said = self._said.setdefault(reading.source.voice, {}).setdefault(reading.source.id, [])
            said.append(reading.figure)
            if reading.share:
                self._parts.setdefault(reading.told, []).append(reading.figure)

    def together(self, a: Reading, b: Reading) -> bool:
        """Whether one is a whole and the other its part; of two texts of one voice, whether one text has both."""
        if any(_among(other, self._parts.get(one.told, ())) for one, other in ((a, b), (b, a))):
            return True
        if a.source.id == b.source.id or a.source.voice != b.source.voice:
            return False
        return any(_among(a, said) and _among(b, said) for said in self._said[a.source.voice].values())


def _among(reading: Reading, given: Iterable[Figure]) -> bool:
    return any(figures.agree(reading.figure, each) for each in given)
