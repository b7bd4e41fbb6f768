"""The order in which the lines of a page are read: columns from left to right, between what spans them.

A gutter is where many lines begin and few cross. What crosses it (a title, a wide table) parts the page into bands; in
a band the left side is read before the right one, if both are prose. A table has gutters too: its sides hold figures
or few words, and programs draw it row by row, where they draw columns one after the other.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median

from moot.evidence.media.pdf.line import Piece, Row, rows
from moot.text.lazy import lazy_re

_DEEPEST = 8
_FEWEST = 4
_FIGURES = lazy_re(r"[\d.,%()€$£ +–−-]*\d[\d.,%()€$£ +–−-]*|[-–—]")
_WORDY = 17
"""Characters of the middle piece of a side of prose."""
_SHORT = 18
_LARGE = 1.25
"""Of the usual height."""
_MASTHEAD = 2
"""Lines above a title, at most."""
_CLOSE = 2.0
"""Heights from the last line of a head to the first row below, at most."""


def columns(found: list[Piece], depth: int = 0) -> list[list[Piece]]:
    """Pieces parted into runs, each one column wide, in reading order."""
    if len(found) < _FEWEST or depth > _DEEPEST:
        return [found] if found else []
    lines = rows(found)
    walls = _walls(lines) | _title(lines)
    best = max((_Cut(found, walls, x) for x in _candidates(found)), key=lambda cut: (cut.score, -cut.x), default=None)
    if best is None or best.score == 0:
        return [found]
    runs: list[list[Piece]] = []
    single: list[Piece] = []
    for parts, accepted in best.bands():
        if not accepted:
            single += parts[0] + parts[1]
            continue
        runs += columns(single, depth + 1)
        single = []
        for side in parts:
            runs += columns(side, depth + 1)
    return runs + columns(single, depth + 1)


def _candidates(found: list[Piece]) -> list[float]:
    """Where several pieces begin, to the right of where the first ones do."""
    low = min(piece.left for piece in found)
    height = median(piece.height for piece in found)
    starts = Counter(round(piece.left) for piece in found)
    return [
        float(x)
        for x, count in starts.items()
        if x > low + 3 * height and count + starts[x + 1] >= 2 and starts[x] >= starts[x - 1]
    ]


def _walls(lines: list[Row]) -> dict[int, tuple[float, float]]:
    """Pieces of rows that are rows of one table, by `id`: three cells and more, most of them short, drawn in one go;
    and where each one's row begins and ends.
    """
    inside: dict[int, tuple[float, float]] = {}
    for at, (above, row) in enumerate(pairwise(lines)):
        if _is_cells(above) and _is_cells(row) and _gutters(above, row) >= 2:
            head = [] if id(above[0]) in inside else _head(lines[:at], above)
            for each in (*head, above, row):
                ends = (min(piece.left for piece in above), max(piece.right for piece in above))
                inside.update((id(piece), ends) for piece in each)
    return inside


def _title(lines: list[Row]) -> dict[int, tuple[float, float]]:
    """A large line near the top, by `id`, and that it spans all: alone in its row, set above lines of several columns
    and at the edge of none, since it may be centred over one of them too.
    """
    size = median(piece.height for row in lines for piece in row)
    for row, below in pairwise(lines[: _MASTHEAD + 2]):
        piece = row[0]
        if len(row) == 1 and piece.height >= _LARGE * size and len(below) > 1:
            edges = [each.left for each in below]
            if all(abs(piece.left - x) > 2 for x in edges):
                return {id(piece): (min(edges), max(each.right for each in below))}
    return {}


def _head(lines: list[Row], first: Row) -> list[Row]:
    """Lines close above the first row of a table that stand where its cells begin, as those of a long head do."""
    found: list[Row] = []
    below, starts = first, [piece.left for piece in first]
    for row in reversed(lines):
        close = row[0].bottom - below[0].bottom <= _CLOSE * row[0].height
        under = all(len(piece.text) <= _SHORT and any(abs(piece.left - x) < 2 for x in starts) for piece in row)
        if not close or not under:
            break
        found.append(row)
        below = row
    return found


def _is_cells(row: Row) -> bool:
    if len(row) < 3 or 2 * sum(len(piece.text) <= _SHORT for piece in row) < len(row):
        return False
    words = sum(piece.text.count(" ") + 1 for piece in row)
    return max(piece.last for piece in row) - min(piece.order for piece in row) < words + 3


def _gutters(one: Row, two: Row) -> int:
    spans = sorted((piece.left, piece.right) for piece in (*one, *two))
    count, end = 0, spans[0][1]
    for left, right in spans:
        count += left - end > 2
        end = max(end, right)
    return count


class _Cut:
    """What a gutter left of `x` makes of the pieces. `score` is how many lines it puts in order."""

    def __init__(self, found: list[Piece], walls: dict[int, tuple[float, float]], x: float) -> None:
        self.x = x
        gap = 0.4 * median(piece.height for piece in found)
        self._sides: list[tuple[list[Piece], list[Piece]]] = [([], [])]
        self._crossing: list[Piece] = []
        ordered = sorted(found, key=lambda piece: -piece.middle)
        for piece in ordered:
            left, right = walls.get(id(piece), (piece.left, piece.right))
            if left >= x - 1.5:
                self._sides[-1][1].append(piece)
            elif right <= x - gap:
                self._sides[-1][0].append(piece)
            else:
                self._crossing.append(piece)
                self._sides.append(([], []))
        self._accepted = [_are_columns(*sides) for sides in self._sides]
        self.score = sum(
            len(sides[0]) + len(sides[1]) for sides, good in zip(self._sides, self._accepted, strict=True) if good
        )

    def bands(self) -> list[tuple[tuple[list[Piece], list[Piece]], bool]]:
        """Bands from the top down, with what crosses between them; whether each is two columns."""
        found: list[tuple[tuple[list[Piece], list[Piece]], bool]] = []
        for at, (sides, good) in enumerate(zip(self._sides, self._accepted, strict=True)):
            if at:
                found.append((([self._crossing[at - 1]], []), False))
            found.append((sides, good))
        return found


def _are_columns(left: list[Piece], right: list[Piece]) -> bool:
    """Whether two sides are read one after the other, and not row by row as a table is."""
    if min(len(left), len(right)) < 2 or len(left) + len(right) < 5:
        return False
    if any(
        sum(_FIGURES.fullmatch(piece.text) is not None for piece in side) > 0.8 * len(side) for side in (left, right)
    ):
        return False
    ordered = sorted([(piece.order, 0) for piece in left] + [(piece.order, 1) for piece in right])
    switches = sum(one[1] != two[1] for one, two in pairwise(ordered))
    wordy = all(median(len(piece.text) for piece in side) >= _WORDY for side in (left, right))
    lines = [len(rows(side)) for side in (left, right)]
    if switches <= max(2, min(lines) / 3):
        return wordy or min(lines) >= 3
    both = sum(len(row) > 1 for row in rows(left + right))
    return wordy and min(lines) >= 3 and switches >= 1.6 * both and _tight(left) and _tight(right)


def _tight(side: list[Piece]) -> bool:
    """Lines one below the other, as prose is set; rows of a table stand wider."""
    steps = [above.middle - below.middle for above, below in pairwise(side)]
    height = median(piece.height for piece in side)
    return sum(step < 1.5 * height for step in steps) >= 0.7 * len(steps)
