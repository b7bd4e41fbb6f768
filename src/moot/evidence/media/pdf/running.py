"""Heads, feet and page numbers: they belong to the paper, not to the text, and would stand inside its sentences.

A head is told by its place and its words together: it stands near an edge of the paper, at the same height on most
pages of a stretch, room parts it from the text, and it stays the same but for a number that counts the pages. A form
that is filled in page after page comes back too: its figures change otherwise, and it ends where it ends.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain, pairwise
from statistics import median
from typing import NamedTuple

from moot.evidence.media.pdf.line import Piece, Row
from moot.text.lazy import lazy_re

_OUTER = 3
"""Rows at each end of a page that may be heads or feet."""
_LONGEST = 200
"""Characters of one."""
_MARGIN = 0.15
"""Of the height of the paper: where these stand."""
_LEAST = 3
"""Pages on which a head stands, where the file has as many."""
_ROOM = 0.4
"""Of the height of type: lines of a paragraph stand closer."""
_WIDER, _MUCH_WIDER = 1.02, 1.1
"""Times the usual room between paragraphs: what parts a head from the first line of a form, and one with a number from
its numbered title.
"""
_LARGER = 1.05
"""Times the height of most type: so a title is set, which tells something."""
_TOTAL = r"(?:\s{0,9}(?:/|of|von|sur|de)\s{0,9}\d{1,4})?"
"""How many pages there are."""
_NUMBER = lazy_re(
    r"(?:page|seite|p\.?|s\.?)?\s{0,9}[-–—|\[(]{0,9}\s{0,9}(\d{1,4}|(?-i:[ivxlcIVXLC]{1,7}))\s{0,9}[-–—|\])]{0,9}"
    + _TOTAL,
    re.IGNORECASE,
)
_COUNT = lazy_re(r"(?<![\w.,])(\d{1,4}|[ivxlcIVXLC]{1,7})(?!\w|[.,]\d)" + _TOTAL)
_TELLS = lazy_re(r"\d|[.!?。！？]\W?$")
"""More than a name: a figure, a sentence."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

Sheet = tuple[float, float]
"""The lower and the upper edge of the paper, in points as those of its rows."""
Place = tuple[bool, int]
"""At the top or not, height in steps of a few points."""
Reading = tuple[str, int | None]
"""The words of a row; or these without a number, and by how much it is above that of the page, from 0."""
Running = dict[Place, dict[Reading, list[int]]]
"""What comes back at its place, with the pages that have it."""


class Parted(NamedTuple):
    """Pages without heads and feet; and what these tell, each on the first page that has it."""

    kept: list[list[Row]]
    told: list[list[Row]]


def parted(pages: list[list[Row]], sheets: list[Sheet], body: float) -> Parted:
    """`body`: the height of most type. What is set much larger is the title of a slide, unless it is on most pages."""
    outer = [_outer(page) for page in pages]
    running = _running(outer, sheets, body)
    rooms, numbers = _rooms(pages, sheets, outer, running, body), _numbers(outer)
    kept: list[list[Row]] = []

    def has_room(row: Row, top: bool, at: int) -> bool:
        reading = _reading(row, top, at, running)
        return reading is not None and rooms.get(_place(row, top), 0.0) > _least(row, reading, at)

    for at, page in enumerate(pages):
        gone: set[int] = set()
        for top in (True, False):
            rows = [row for row, is_top in outer[at] if is_top == top]
            ends = [
                n
                for n, row in enumerate(rows)
                if not (_reading(row, top, at, running) and _is_apart(row, page, gone)) and (at, id(row)) not in numbers
            ]
            # A head of two lines: each must be one, from the edge of the page inwards; room parts them from the rest.
            count = ends[0] if ends else len(rows)
            while count and (at, id(rows[count - 1])) not in numbers and not has_room(rows[count - 1], top, at):
                count -= 1
            gone.update(id(row) for row in rows[:count])
        kept.append([row for row in page if id(row) not in gone])
    return Parted(kept, _told(kept, outer, running, body))


def _told(kept: list[list[Row]], outer: list[list[tuple[Row, bool]]], running: Running, body: float) -> list[list[Row]]:
    """Heads that are more than a name, each on the first page that has it."""
    known: set[Reading] = set()
    told: list[list[Row]] = []
    for at, (page, rows) in enumerate(zip(kept, outer, strict=True)):
        inside = {id(row) for row in page}
        told.append([])
        for row, top in rows:
            reading = _reading(row, top, at, running) if id(row) not in inside else None
            if reading is None or reading in known:
                continue
            known.add(reading)
            if _TELLS.search(reading[0]) or row[0].height > _LARGER * body:
                told[at].append(row)
    return told


def _outer(page: list[Row]) -> list[tuple[Row, bool]]:
    """The outermost rows, from the edges inwards; none of a page that has hardly more."""
    count = min(_OUTER, len(page) // 2)
    return [*((row, True) for row in page[:count]), *((row, False) for row in page[: -count - 1 : -1] if count)]


def _in_margin(row: Row, top: bool, sheet: Sheet) -> bool:
    lower, upper = sheet
    return (upper - row[0].middle if top else row[0].middle - lower) < _MARGIN * (upper - lower)


def _place(row: Row, top: bool) -> Place:
    return top, round(row[0].middle / 6)


def _readings(row: Row, at: int) -> list[Reading]:
    words = " ".join(piece.text for piece in row)
    if len(words) > _LONGEST:
        return []
    counts = [(words[: each.start()], words[each.end() :], _value(each[1]) - at) for each in _COUNT.finditer(words)]
    return [(words, None), *((f"{before}\0{behind}", value) for before, behind, value in counts)]


def _reading(row: Row, top: bool, at: int, running: Running) -> Reading | None:
    """The one that comes back on most pages; None of a row that is no head."""
    known = running.get(_place(row, top), {})
    return max((each for each in _readings(row, at) if each in known), key=lambda each: len(known[each]), default=None)


def _running(outer: list[list[tuple[Row, bool]]], sheets: list[Sheet], body: float) -> Running:
    """What comes back at its place, with its pages, where most pages from the first to the last have such a row."""
    found: dict[Place, dict[Reading, list[int]]] = defaultdict(lambda: defaultdict(list))
    large: set[tuple[Place, Reading]] = set()
    for at, (rows, sheet) in enumerate(zip(outer, sheets, strict=True)):
        for row, top in (each for each in rows if _in_margin(*each, sheet)):
            for reading in _readings(row, at):
                if reading[1] is not None and row[0].height > _LARGER * body:
                    continue
                found[_place(row, top)][reading].append(at)
                if row[0].height > 1.2 * body:
                    large.add((_place(row, top), reading))
    running: Running = {}
    for place, readings in found.items():
        again = {
            reading: pages
            for reading, pages in readings.items()
            if len(pages) > (len(outer) / 2 if (place, reading) in large else 1)
        }
        pages = sorted({page for each in again.values() for page in each})
        if len(pages) >= min(_LEAST, max(len(outer), 2)) and 2 * len(pages) > pages[-1] - pages[0] + 1:
            running[place] = again
    return running


def _rooms(
    pages: list[list[Row]], sheets: list[Sheet], outer: list[list[tuple[Row, bool]]], running: Running, body: float
) -> dict[Place, float]:
    """How much wider than usual between paragraphs, or lines of a form, the room is at a place towards the middle."""
    usual: list[float] = []
    beside: dict[Place, list[float]] = defaultdict(list)
    for at, (page, sheet) in enumerate(zip(pages, sheets, strict=True)):
        heads = {id(row): top for row, top in outer[at] if _reading(row, top, at, running)}
        # One that does not come back may be a head as well.
        ends = [(page[0], True), (page[-1], False)] if page else []
        edges = [id(row) for row, top in ends if _in_margin(row, top, sheet)]
        for upper, lower in pairwise(page):
            room = upper[0].bottom - lower[0].top
            if heads.get(id(upper)):
                beside[_place(upper, True)].append(room)
            elif heads.get(id(lower)) is False:
                beside[_place(lower, False)].append(room)
            elif id(upper) not in edges and id(lower) not in edges:
                usual.append(room)
    between = [room for room in usual or chain(*beside.values()) if room > _ROOM * body]
    return {place: median(rooms) / (median(between or [_ROOM * body]) or 1.0) for place, rooms in beside.items()}


def _least(row: Row, reading: Reading, at: int) -> float:
    """The room that parts it, as `_rooms` counts: where its number has an edge for itself, it is that of the page."""
    if reading[1] is None:
        return _WIDER
    return 0.0 if len(row) > 1 and at + reading[1] in (_number(row[:1]), _number(row[-1:])) else _MUCH_WIDER


def _is_apart(row: Row, page: list[Row], gone: set[int]) -> bool:
    """Not the repeated head of a table: its pieces do not stand over those of the row beside it."""
    if len(row) < 2:
        return True
    at = next(n for n, each in enumerate(page) if each is row)
    near = [page[n] for n in (at - 1, at + 1) if 0 <= n < len(page) and id(page[n]) not in gone]
    return not any(_aligned(row, other) for other in near)


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
    return _value(match[1])


def _value(said: str) -> int:
    """Of a number, or of one in Roman figures."""
    if said.isdigit():
        return int(said)
    values = [_ROMAN[char] for char in said.lower()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def rest(found: list[Piece], kept: list[Row]) -> list[Piece]:
    """The pieces, in their order, that are in the rows."""
    inside = {id(piece) for row in kept for piece in row}
    return [piece for piece in found if id(piece) in inside]
