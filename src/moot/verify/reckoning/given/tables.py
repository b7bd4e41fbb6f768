"""Tables of the evidence, cell by cell: what each figure in them belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from moot.text import grouped_heads
from moot.text.heads import plain
from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.words import Form, Passage

_RULE = lazy_re(r"(?=[\s|:+]*[-=])[\s|:+=-]+")
_BAR = lazy_re(r"(?<!\\)\|")
_WORDS = lazy_re(r"^[^\W\d_]|[^\W\d_]{3}")
_SPELLED = lazy_re(r"(?=.*[^\W\d_]{3})\D{3,80}")
_YEAR = lazy_re(r"(?:1[5-9]|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?")
TOTAL = lazy_re(r"(?:^|\W)(?:total|sum|all|overall|together|altogether|average|mean)(?:\W|$)", re.IGNORECASE)
"""Labels of rows and columns that belong to all the others."""
_MARKS = " \t*_`"


@dataclass(frozen=True)
class Cell:
    """`span` is in the document."""

    text: str
    span: Span
    row: int
    column: int


@dataclass(frozen=True, eq=False)
class Grid:
    """Rows and columns as they stand. Compared by identity: what is known of one is remembered by it."""

    heads: tuple[str, ...]
    """Of every column, in words (`plain`); empty where a row is longer than the head of the table."""
    rows: tuple[tuple[Cell, ...], ...]
    heading: str
    """The headings above the table."""

    @property
    def cells(self) -> Iterator[Cell]:
        """All cells but the heads, row by row."""
        return (cell for row in self.rows for cell in row)

    @cached_property
    def keys(self) -> tuple[int, ...]:
        """The columns that name the rows: of the first three as many as tell them apart, words and years first.

        So "Read only | 4.0" has two, "1 | Brunmark" is named by the second, and "Span 1 | 32 m" by the first. Where
        words of the first one, or its years, tell them apart, what they have in common ("Cod | North Bank") names none.
        """
        first = range(min(3, max(len(self.heads) - 1, 1)))
        if (self._spelled(0) or self._dated(0)) and self._counts(0):
            return (0,)
        taken: list[int] = []
        named = any(map(self._names, first))
        for column in sorted(first, key=lambda column: (not self._names(column), named and self._counts(column))):
            taken.append(column)
            labels = {tuple(row[at].text for at in taken if at < len(row)) for row in self.rows}
            if len(labels) == len(self.rows):
                return tuple(sorted(taken))
        return (0,)

    def _names(self, column: int) -> bool:
        cells = [row[column].text for row in self.rows if column < len(row)]
        return sum(bool(_WORDS.search(cell) or _YEAR.fullmatch(cell)) for cell in cells) * 2 > len(cells)

    def _spelled(self, column: int) -> bool:
        """True for a column of words, none of them a code or a number."""
        return all(column < len(row) and _SPELLED.fullmatch(row[column].text) for row in self.rows)

    def _dated(self, column: int) -> bool:
        return all(column < len(row) and _YEAR.fullmatch(row[column].text) for row in self.rows)

    def _counts(self, column: int) -> bool:
        """True for a column in which no two cells are the same, as of ranks."""
        return len({row[column].text for row in self.rows if column < len(row)}) == len(self.rows)

    def label(self, row: int) -> str:
        return " ".join(plain(cell.text) for cell in self.rows[row] if cell.column in self.keys)

    def told(self, row: int) -> str:
        """A row in words: "Class: Plover; Passengers: 36."."""
        cells = ((self.heads[cell.column], cell.text) for cell in self.rows[row] if cell.text)
        return f"{'; '.join(f'{head}: {text}' if head else text for head, text in cells)}."


def read(passage: Passage) -> Grid | None:
    """The table of a passage; None where it is none or has no row below its head.

    A long table comes in parts: the later ones have their head in the heading.
    """
    if passage.form is not Form.TABLE:
        return None
    return _read(passage.id, passage.text, passage.heading, passage.start)


@lru_cache(maxsize=256)  # Every check asks for the tables of every claim.
def _read(id: str, text: str, heading: str, start: int) -> Grid | None:
    """`id`: the same table in two passages is two grids."""
    told = (each for each in _lines(text) if "|" in each[1] and not _RULE.fullmatch(each[1]))
    lines = [cells for at, line in told if (cells := _cells(line, at))]
    above, _, last = heading.rpartition(" › ")
    if _BAR.search(last):
        heading, heads = above, [plain(text) for text, _ in _cells(last, 0)]
    elif lines:
        first = [text for text, _ in lines.pop(0)]
        second = grouped_heads.joined(first, [text for text, _ in lines[0]]) if lines else None
        if second:
            lines.pop(0)
        heads = list(map(plain, second or first))
    else:
        return None
    rows = tuple(
        tuple(
            Cell(text, Span(start + span.start, start + span.end), number, column)
            for column, (text, span) in enumerate(cells)
        )
        for number, cells in enumerate(lines)
    )
    if not rows:
        return None
    unnamed = max(map(len, rows)) - len(heads)
    return Grid((*heads, *[""] * unnamed), rows, heading)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, line.rstrip("\r\n")
        at += len(line)


def _cells(line: str, at: int) -> list[tuple[str, Span]]:
    """Texts without marks of emphasis, and where they stand."""
    bars = [bar.start() for bar in _BAR.finditer(line)]
    starts, stops = [0, *(bar + 1 for bar in bars)], [*bars, len(line)]
    parts = list(zip(starts, stops, strict=True))
    if parts and not line[slice(*parts[0])].strip():
        parts = parts[1:]
    if parts and not line[slice(*parts[-1])].strip() and line.rstrip().endswith("|"):
        parts = parts[:-1]
    found: list[tuple[str, Span]] = []
    for start, stop in parts:
        raw = line[start:stop]
        bare = raw.strip(_MARKS)
        first = start + (raw.index(bare) if bare else 0)
        found.append((bare.replace("\\|", "|"), Span(at + first, at + first + len(bare))))
    return found
