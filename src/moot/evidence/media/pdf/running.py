"""Heads, feet and page numbers: they belong to the paper, not to the text, and would stand inside its sentences."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from moot.evidence.media.pdf.line import Piece, Row
from moot.text.lazy import lazy_re

_OUTER = 3
"""Rows at each end of a page that may be heads or feet."""
_NUMBER = lazy_re(
    r"(?:page|seite|p\.?|s\.?)?\s{0,9}[-–—|\[(]{0,9}\s{0,9}(\d{1,4}|[ivxlc]{1,7})\s{0,9}[-–—|\])]{0,9}"
    r"(?:\s{0,9}(?:/|of|von|sur|de)\s{0,9}\d{1,4})?",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

Place = tuple[bool, int, str]
"""At the top or not, height in steps of a few points, words with figures as 0."""


def without(pages: list[list[Row]], body: float) -> list[list[Row]]:
    """The pages without rows that come back at the same height, and without their numbers.

    `body`: the height of most type. What is set much larger is the title of a slide, unless it is on most pages.
    """
    outer = [_outer(page) for page in pages]
    seen = Counter(place for rows in outer for place in {_place(row, top) for row, top in rows})
    large = {_place(row, top) for rows in outer for row, top in rows if row[0].height > 1.2 * body}
    running = {place for place, count in seen.items() if count > max(1, len(pages) / 2 if place in large else 1)}
    numbers = _numbers(outer)
    kept: list[list[Row]] = []
    for at, page in enumerate(pages):
        gone: set[int] = set()
        for top in (True, False):
            rows = [row for row, is_top in outer[at] if is_top == top]
            ends = [
                n
                for n, row in enumerate(rows)
                if not ((_place(row, top) in running and _is_apart(row, page, gone)) or (at, id(row)) in numbers)
            ]
            # A head of two lines: each must be one, from the edge of the page inwards; room parts them from the rest.
            count = ends[0] if ends else len(rows)
            while count and (at, id(rows[count - 1])) not in numbers and not _has_room(rows[count - 1], page, top):
                count -= 1
            gone.update(id(row) for row in rows[:count])
        kept.append([row for row in page if id(row) not in gone])
    return kept


def _outer(page: list[Row]) -> list[tuple[Row, bool]]:
    """The outermost rows, from the edges inwards; none of a page that has hardly more."""
    count = min(_OUTER, len(page) // 2)
    return [*((row, True) for row in page[:count]), *((row, False) for row in page[: -count - 1 : -1] if count)]


def _place(row: Row, top: bool) -> Place:
    words = " ".join(piece.text for piece in row)
    return top, round(row[0].middle / 6), re.sub(r"\d+|\b[ivxlc]+\b", "0", words.casefold())


def _is_apart(row: Row, page: list[Row], gone: set[int]) -> bool:
    """Not the repeated head of a table: its pieces do not stand over those of the row beside it."""
    if len(row) < 2:
        return True
    at = next(n for n, each in enumerate(page) if each is row)
    near = [page[n] for n in (at - 1, at + 1) if 0 <= n < len(page) and id(page[n]) not in gone]
    return not any(_aligned(row, other) for other in near)


def _has_room(row: Row, page: list[Row], top: bool) -> bool:
    """Between it and the next row towards the middle of the page."""
    at = next(n for n, each in enumerate(page) if each is row) + (1 if top else -1)
    if not 0 <= at < len(page):
        return True
    upper, lower = (row, page[at]) if top else (page[at], row)
    return upper[0].bottom - lower[0].top > 0.4 * row[0].height


def _aligned(one: Row, two: Row) -> bool:
    edges = [(piece.left, piece.right) for piece in two]
    under = [piece for piece in one if any(abs(piece.left - a) < 2 or abs(piece.right - b) < 2 for a, b in edges)]
    return len(two) > 1 and len(under) >= 2


def _numbers(outer: list[list[tuple[Row, bool]]]) -> set[tuple[int, int]]:
    """Rows that are only a number which grows with the pages, as (page, `id`); of a single page one far from text."""
    found: dict[tuple[bool, int], list[tuple[int, Row]]] = defaultdict(list)
    for at, rows in enumerate(outer):
        for row, top in rows:
            number = _number(row)
            if number is not None:
                found[top, number - at].append((at, row))
    if len(outer) == 1:
        rows = [row for row, top in outer[0] if not top]
        lone = rows[:1] if rows and _number(rows[0]) is not None and _far(rows) else []
        return {(0, id(row)) for row in lone}
    return {(at, id(row)) for group in found.values() if len(group) > 1 for at, row in group}


def _far(rows: list[Row]) -> bool:
    return len(rows) > 1 and rows[1][0].bottom - rows[0][0].top > 0.8 * rows[0][0].height


def _number(row: Row) -> int | None:
    match = _NUMBER.fullmatch(" ".join(piece.text for piece in row).strip())
    if not match:
        return None
    said = match[1].lower()
    if said.isdigit():
        return int(said)
    values = [_ROMAN[char] for char in said]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def rest(found: list[Piece], kept: list[Row]) -> list[Piece]:
    """The pieces, in their order, that are in the rows."""
    inside = {id(piece) for row in kept for piece in row}
    return [piece for piece in found if id(piece) in inside]
