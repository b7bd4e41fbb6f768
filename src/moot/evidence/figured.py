"""Which of many texts hold a figure, in whatever unit or scale it is written there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree, same_number

_HUNDRED = Decimal(100)
"""Between a percentage and a fraction in words."""


class Figured:
    """The figures of some texts, read once and sorted, so that a claim is compared with the few that are near."""

    def __init__(self, texts: Sequence[str]) -> None:
        numbers: list[tuple[Decimal, int, Figure]] = []
        self._dates: dict[tuple[str, int], list[tuple[int, Figure]]] = defaultdict(list)
        self._raw: dict[str, list[int]] = defaultdict(list)
        for n, text in enumerate(texts):
            for figure in figures.find(text):
                self._raw[figure.raw].append(n)
                for end in figure.ends if figure.kind is FigureKind.DATE else ():
                    for key in _keys(end):
                        self._dates[key].append((n, figure))
                for end in () if figure.kind is FigureKind.DATE else figure.ends:
                    numbers += ((size, n, figure) for size in {abs(end.value), abs(end.written)})
        self._numbers = sorted(numbers, key=lambda each: each[:2])
        self._sizes = [size for size, _, _ in self._numbers]

    def holding(self, figure: Figure) -> frozenset[int]:
        """Indices of the texts that hold the figure, or its number in another unit or none."""
        if figure.kind is FigureKind.DATE:
            there = {n for key in _keys(figure)[:1] for n, found in self._dates[key] if agree(figure, found)}
            return frozenset(there | set(self._raw[figure.raw] if figure.unit == "year" else ()))
        return frozenset(n for n, found in self._near(figure) if agree(figure, found) or same_number(figure, found))

    def _near(self, figure: Figure) -> Iterator[tuple[int, Figure]]:
        """Those that may agree: no rounding reaches farther than what the last digit counts for."""
        low, high = abs(figure.value), abs(figure.value if figure.high is None else figure.high)
        reach = max(figure.step, figure.coarse)
        for by in (Decimal(1), 1 / figure.scale, 1 / _HUNDRED, _HUNDRED):
            start = bisect_left(self._sizes, (low - reach) * by)
            stop = bisect_right(self._sizes, (high + reach) * by)
            yield from ((n, found) for _, n, found in self._numbers[start:stop])


def _keys(date: Figure) -> list[tuple[str, int]]:
    """What a date is found by: its year, else its month; both where it has both."""
    year, rest = divmod(int(date.value), 10_000)
    return [*([("year", year)] if year else []), *([("month", rest // 100)] if rest else [])]
