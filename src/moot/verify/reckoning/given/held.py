"""The figures of the evidence, each with what it belongs to: row and column of a table, or the clause of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise

from moot.evidence.cited import Cited
from moot.text import all_in, figures, sentences
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.notation import has_commas
from moot.text.spans import Span
from moot.text.terms import stems
from moot.text.units import PERIODS
from moot.verify.reckoning.given import clocks, context, lists, tables
from moot.verify.reckoning.given.tables import Cell, Grid
from moot.words import Document, Place

_CUT = lazy_re(
    r"[;:()\u2014·•|\n]|,(?!\d)|\s\u2013\s|\b(?:and|while|whereas|but|against|versus|vs\.?|compared (?:with|to)|than)\b"
    r"|\bas opposed to\b|(?<=\s)or\b|\bup from\b|\bdown from\b|\bahead of\b|\bbehind\b"
)
_NAMED = lazy_re(r"(?:,|;|,?[\s\xa0]and|,?[\s\xa0]or)[\s\xa0](?:[A-Z][\w’'-]*[\s\xa0]){1,4}")
"""Between two numbers that stand behind names."""
_OPENS = lazy_re(r"[:(][\s\xa0]*(?:[A-Z][\w’'-]*[\s\xa0]){1,4}$")
_VERSION = 20
"""Up to which a number behind a name may tell one thing from another of the same name."""
_WORD = lazy_re(r"[^\W\d_]{2,}")
HEAP = 100
"""Figures in one sentence that no person wrote."""


@dataclass(frozen=True)
class Held:
    """A figure that the evidence holds; its offsets are in the document."""

    figure: Figure
    document: Document
    passage: str
    clause: frozenset[str]
    """Stems of what it belongs to: the words of its clause, or of its row and column."""
    sentence: frozenset[str]
    """Stems of its whole sentence, or of row, column and heading."""
    unit: Span
    """The sentence or row."""
    grid: Grid | None = None
    cell: Cell | None = None

    @cached_property
    def place(self) -> Place:
        return Place(source=self.document.source.id, passage=self.passage, start=self.figure.start, end=self.figure.end)

    @property
    def position(self) -> tuple[int, int]:
        """Of its cell: row and column; -1 and -1 in no table."""
        return (self.cell.row, self.cell.column) if self.cell else (-1, -1)

    @property
    def row(self) -> str:
        return self.grid.label(self.cell.row) if self.grid and self.cell else ""

    @property
    def column(self) -> str:
        return self.grid.heads[self.cell.column] if self.grid and self.cell else ""


def held(cited: Sequence[Cited], *, whole: bool = False) -> list[Held]:
    """Of prose the figures of the sentences that the quotes lie in; of a table, once one row is cited, all of it.

    `whole`: of prose those of all sentences of the passages that are cited.
    """
    found: dict[tuple[object, ...], Held] = {}
    for one in cited:
        if one.document is None or one.surrounding is None:
            continue
        grid = tables.read(one.passage) if one.passage else None
        each = _of_table(one, one.document, grid) if grid else _of_prose(one, one.document, _around(one, whole))
        for figure in each:
            key = (
                one.document.source.id,
                figure.figure.start,
                figure.figure.end,
                figure.figure.unit,
                figure.figure.scale,
            )
            found.setdefault(key, figure)
    return list(found.values())


def _around(one: Cited, whole: bool) -> Span:
    quoted = one.surrounding
    assert quoted is not None
    return Span(one.passage.start, one.passage.end) if whole and one.passage else quoted


def _of_table(one: Cited, document: Document, grid: Grid) -> Iterator[Held]:
    passage = one.passage.id if one.passage else one.citation.passage
    for figure, cell, named, around in _cells(grid, document.text):
        row = grid.rows[cell.row]
        line = Span(row[0].span.start, row[-1].span.end)
        yield Held(figure, document, passage, named, around, line, grid, cell)


@lru_cache(maxsize=128)  # Every claim that cites a row of a table asks for all of it.
def _cells(grid: Grid, text: str) -> tuple[tuple[Figure, Cell, frozenset[str], frozenset[str]], ...]:
    """The figures of a table, each with its cell, the stems of its row and column, and those with the heading's."""
    found: list[tuple[Figure, Cell, frozenset[str], frozenset[str]]] = []
    commas = has_commas(text)
    for cell in grid.cells:
        if cell.column in grid.keys and len(grid.heads) > 1:
            continue
        words = [other.text for other in grid.rows[cell.row] if other is not cell and not _numeric(other.text)]
        named = frozenset(stems(f"{grid.label(cell.row)} {' '.join(words)} {grid.heads[cell.column]}"))
        around = named | frozenset(stems(f"{cell.text} {grid.heading}"))
        for figure in (*figures.find(cell.text, commas=commas), *clocks.lengths(cell.text)):
            for measured in _measured(figure, grid, cell, text):
                moved = replace(measured, start=cell.span.start + figure.start, end=cell.span.start + figure.end)
                found.append((moved, cell, named, around))
    return tuple(found)


def _numeric(text: str) -> bool:
    return bool(figures.find(text)) and len(_WORD.findall(text)) < 3


_CAPTION = 400
"""Characters before the first row of a table in which its head and the line above it are looked for."""
_IS_CAPTION = lazy_re(r"\W*(?:table|tab\.)\s\w{1,4}\s?[.:–—-]", re.IGNORECASE)
_IN = lazy_re(r"(?P<what>[^.,;:()|\n]{3,60}?)\s(?P<told>is |are )?(?:given )?in (?P<unit>[^.,;:()|\n]{1,30})")
"""What is in which unit."""


def _measured(figure: Figure, grid: Grid, cell: Cell, text: str) -> Iterator[Figure]:
    """The figure in the unit that its column's head or its row's label gives it; else as it stands.

    What the text says of all figures ("in million USD") need not be meant of this one: then both readings are given. So
    they are of so much in a time, which is told without it too ("it emits 640 tonnes") or apart from it ("every day it
    sends 38 GB"): by what it is told is compared by `rates`.
    """
    if figure.unit or figure.scale != 1 or figure.kind is not FigureKind.QUANTITY:
        yield figure
        return
    labels = (grid.heads[cell.column], grid.label(cell.row))
    own = next((known for label in labels if (known := context.measure(label))), None)
    own = own or _told_of(grid, cell.column, text)
    if own:
        yield figure.measured_as(own)
        amount, _, time = own.unit.rpartition("/")
        if time == "year" or (amount and time in PERIODS.values()):
            yield figure.measured_as(replace(own, unit=amount))
        return
    yield figure
    known = _general(grid, text)
    if known:
        yield figure.measured_as(known)


@lru_cache(maxsize=1024)  # Every bare cell of a table asks for it.
def _told_of(grid: Grid, column: int, text: str) -> Figure | None:
    """The unit that a line at the table gives to one column: "Limits in tonnes; stock in thousand tonnes", "Note:
    visits are in thousands".
    """
    head = frozenset(stems(grid.heads[column]))
    told = [part for line in captions(grid, text) for part in _IN.finditer(line)]
    told = told if len(told) > 1 else []
    told += [part for part in _IN.finditer(_below(grid, text)) if part["told"]]
    own = [part["unit"] for part in told if head & frozenset(stems(part["what"]))]
    return context.measure(own[0]) if len(own) == 1 else None


@lru_cache(maxsize=256)  # Every bare cell of a table asks for it.
def _general(grid: Grid, text: str) -> Figure | None:
    """The unit that head, heading, caption or text give to all figures of a table."""
    general = [grid.heads[0] if grid.heads else "", grid.heading, *captions(grid, text), *all_in.stated(text)]
    return next((found for label in general if (found := context.measure(label))), None)


@lru_cache(maxsize=256)
def counted_in(grid: Grid, text: str) -> Decimal:
    """The thousands or millions in which heading, caption or the line below say that a table counts; else 1."""
    lines = list(captions(grid, text))
    told = (found[1] for line in (*lines, _below(grid, text)) for found in all_in.ALL_IN.finditer(line))
    labels = [grid.heading, *lines, *filter(None, told)]
    known = (found for label in labels if (found := context.measure(label)))
    return next((each.scale for each in known if not each.unit), Decimal(1))


def unscaled(each: Held) -> bool:
    """Whether a cell is read as if its table did not count in thousands."""
    if each.grid is None or each.figure.unit or each.figure.scale != 1:
        return False
    return counted_in(each.grid, each.document.text) != 1


def captions(grid: Grid, text: str) -> Iterator[str]:
    """The line above the table, and the one below that says that it is its caption, which comes first."""
    first, below = grid.rows[0][0].span.start, _below(grid, text)
    yield from [below] if _IS_CAPTION.match(below) else []
    yield _words_of(text[max(0, first - _CAPTION) : first].split("\n")[::-1])


def _below(grid: Grid, text: str) -> str:
    """The line below a table: a caption, a note."""
    last = grid.rows[-1][-1].span.end
    return _words_of(text[last : last + _CAPTION].split("\n")[1:])


def _words_of(lines: Iterable[str]) -> str:
    return next((line for line in lines if line.strip() and not line.lstrip().startswith("|")), "")


def _of_prose(one: Cited, document: Document, around: Span) -> Iterator[Held]:
    passage = one.passage.id if one.passage else one.citation.passage
    text = around.of(document.text)
    for unit in sentences.split(text):
        sentence = unit.of(text)
        whole = frozenset(stems(sentence))
        for figure, clause in bound(sentence):
            moved = figure.moved(around.start + unit.start)
            span = Span(around.start + unit.start, around.start + unit.end)
            words = whole if clause == sentence else frozenset(stems(clause))
            yield Held(moved, document, passage, words, whole, span)
        for length in clocks.lengths(sentence):
            span = Span(around.start + unit.start, around.start + unit.end)
            yield Held(length.moved(span.start), document, passage, whole, whole, span)


@lru_cache(maxsize=1024)  # Each claim of a passage is compared with the same sentences.
def bound(sentence: str) -> tuple[tuple[Figure, str], ...]:
    """The figures of a sentence, each with the clause that it stands in, other figures of the clause left out.

    A clause without words of its own ("158 and Beta 52 tokens") takes those of the one before it. Of a heap of
    figures, which nobody wrote to be read, each has the whole sentence.
    """
    found = _listed(sentence, figures.find(sentence))
    if len(found) > HEAP:
        return tuple((figure, sentence) for figure in found)
    cuts = [match.span() for match in _CUT.finditer(sentence) if not _inside(match.span(), found)]
    starts, stops = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(sentence)]
    clauses = [Span(start, stop) for start, stop in zip(starts, stops, strict=True)]
    bound: list[tuple[Figure, str]] = []
    for figure in found:
        at = next((n for n, clause in enumerate(clauses) if clause.start <= figure.start < max(clause.end, 1)), 0)
        words = _without(sentence, clauses[at], figure)
        while at > 0 and not stems(words):
            at -= 1
            words = _without(sentence, clauses[at], figure)
        bound.append((figure, words))
    return tuple(_in_lists(sentence, bound))


def _listed(sentence: str, found: list[Figure]) -> list[Figure]:
    """What is counted by name: "Kemang 341, Port Liwa 187 and Sungai Dua 84" are no names with a number."""
    names = [n for n, each in enumerate(found) if each.kind is FigureKind.NAME and each.raw.isdigit()]
    counts = {
        n
        for one, other in pairwise(names)
        if other == one + 1 and _NAMED.fullmatch(sentence, found[one].end, found[other].start)
        for n in (one, other)
        if found[n].value > _VERSION
    }
    if not counts or not _OPENS.search(sentence, 0, found[min(counts)].start):
        return found
    return [replace(each, kind=FigureKind.QUANTITY) if n in counts else each for n, each in enumerate(found)]


def _inside(span: tuple[int, int], found: Iterable[Figure]) -> bool:
    return any(figure.start < span[1] and span[0] < figure.end for figure in found)


def _without(sentence: str, clause: Span, own: Figure) -> str:
    """The words of the clause without the figure itself, but for what it counts."""
    words = clause.of(sentence)
    if clause.start <= own.start and own.end <= clause.end:
        words = f"{words[: own.start - clause.start]} {own.noun} {words[own.end - clause.start :]}"
    return words


def _in_lists(sentence: str, found: list[tuple[Figure, str]]) -> list[tuple[Figure, str]]:
    """ "A, B and C have 1, 2 and 3": each figure with its own name."""
    keys = lists.keys(sentence, [figure for figure, _ in found])
    return [(figure, keys.get(n, words)) for n, (figure, words) in enumerate(found)]


def comparable(one: Figure, other: Figure) -> bool:
    """True when the two measure in one unit: a sum or difference of them means something."""
    kinds = {one.kind, other.kind}
    if kinds & {FigureKind.NAME, FigureKind.ORDINAL} or (FigureKind.DATE in kinds and len(kinds) > 1):
        return False
    return one.unit == other.unit


def by_sentence(evidence: Sequence[Held]) -> list[list[Held]]:
    """The figures of each sentence of prose."""
    found: dict[tuple[str, int], list[Held]] = {}
    for each in evidence:
        if each.grid is None:
            found.setdefault((each.document.source.id, each.unit.start), []).append(each)
    return list(found.values())
