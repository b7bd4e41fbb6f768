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
        self._told: dict[str, list[Reading]] = {}
        """By sentence or row: its readings."""
        for reading in readings:
            self._told.setdefault(reading.told, []).append(reading)
            said = self._said.setdefault(reading.source.voice, {}).setdefault(reading.source.id, [])
            said.append(reading.figure)
            if reading.share:
                self._parts.setdefault(reading.told, []).append(reading.figure)

    def together(self, a: Reading, b: Reading) -> bool:
        """Whether one is a whole and the other its part, or both are parts and of no whole that both give; whether
        beside one stands the other's figure of the same; of two texts of one voice, whether one text has both.
        """
        if any(_among(other, self._parts.get(one.told, ())) for one, other in ((a, b), (b, a))):
            return True
        if a.share and b.share and not self._of_one_whole(a, b):
            return True
        if self._matched(a, b) or self._matched(b, a):
            return True
        if a.source.id == b.source.id or a.source.voice != b.source.voice:
            return False
        return any(_among(a, said) and _among(b, said) for said in self._said[a.source.voice].values())

    def _of_one_whole(self, a: Reading, b: Reading) -> bool:
        """Whether the sentences of two parts give one whole beside them: "24 lifeboats, of which 7 leak"."""
        mine, theirs = ([each for each in self._told[part.told] if not each.share] for part in (a, b))
        return any(_among(each, [other.figure]) and each.noun == other.noun for each in mine for other in theirs)

    def _matched(self, one: Reading, other: Reading) -> bool:
        """Whether beside one stands the other's figure, of a thing as near to the other's: "of 17 beds 3 were closed"
        has the 17 of a row "Beds 17, Closed 3", and its 3 is not of beds.
        """
        alike = len(_of(one) & _of(other))
        return any(
            each is not one and _among(other, [each.figure]) and len(_of(each) & _of(other)) >= alike
            for each in self._told[one.told]
        )


def _of(reading: Reading) -> frozenset[str]:
    """Stems of what it is a figure of, its names, its years and its conditions."""
    return reading.measure | reading.noun | reading.names | reading.years | reading.conditions


def _among(reading: Reading, given: Iterable[Figure]) -> bool:
    return any(figures.agree(reading.figure, each) for each in given)
