"""Lists that run side by side: "Elm, Oak and Ash had 4, 7 and 9 beds", "in 2021, 2022 and 2023 it won 12, 15 and 8"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re

_NEXT = lazy_re(r",[\s\xa0](?:by[\s\xa0])?")
_LAST = lazy_re(r",?[\s\xa0](?:and|or|&)[\s\xa0](?:by[\s\xa0])?")
"""Between two figures of a list, and before its last."""
_NAME = r"[A-ZÀ-Þ][\w.’'-]*(?:[\s\xa0][A-ZÀ-Þ\d][\w.’'-]*){0,4}"
_ITEM = rf"(?:the[\s\xa0])?(?:{_NAME}|[a-zà-þ][\w-]*|\d{{4}})"
_ITEMS = lazy_re(rf"(?<![\w.’'-])({_ITEM}(?:,[\s\xa0]{_ITEM}){{0,20}}),?[\s\xa0](?:and|&)[\s\xa0]({_ITEM})(?![\w-])")
_COUNTED = (FigureKind.QUANTITY, FigureKind.MONEY, FigureKind.PERCENT)


def keys(sentence: str, found: Sequence[Figure]) -> dict[int, str]:
    """By the place in `found` of each figure of a list: its own item of another list as long; and of each year that is
    such an item what is said of all of them.

    None where no list of items, or more than one, has as many.
    """
    paired: dict[int, str] = {}
    for first, last in _runs(sentence, found):
        start, end = found[first].start, found[last - 1].end
        several = [
            match
            for match in _ITEMS.finditer(sentence)
            if (match.end() <= start or match.start() >= end) and len(_items(match)) == last - first
        ]
        if len(several) != 1:
            continue
        before, after = sorted((several[0].span(), (start, end)))
        said = f"{sentence[: before[0]]} {sentence[before[1] : after[0]]} {sentence[after[1] :]}"
        years = [n for n, each in enumerate(found) if several[0].start() <= each.start < several[0].end()]
        paired |= dict.fromkeys(years, said) | dict(enumerate(_items(several[0]), first))
    return paired


def _runs(sentence: str, found: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """From which figure to which, the last not included, lists of them go."""
    first = 0
    for n in range(1, len(found)):
        if _LAST.fullmatch(sentence, found[n - 1].end, found[n].start):
            if all(each.kind in _COUNTED for each in found[first : n + 1]):
                yield first, n + 1
            first = n + 1
        elif not _NEXT.fullmatch(sentence, found[n - 1].end, found[n].start):
            first = n


def _items(match: re.Match[str]) -> list[str]:
    return [*re.split(r",[\s\xa0]", match[1]), match[2]]
