"""What the figures of a claim can rest on: quotes, the sentences and rows around them, heads, headings and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from moot.evidence.cited import Cited
from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.heads import plain
from moot.text.lazy import lazy_re
from moot.text.quotes import Locator
from moot.verify.reckoning.given import asked, context, currency, dated, tables
from moot.verify.reckoning.given.held import Held, captions
from moot.words import Claim, ClaimKind, Passage, Place

_BARE = lazy_re(r"\W*\d")
"""A cell that holds a figure: what it measures is said of no other."""


_UNDER = " › "
"""Between a heading and the one under it."""


@dataclass(frozen=True)
class Found:
    figure: Figure
    cited: Cited
    quoted: bool
    """In the quote itself, not only in its sentence."""

    @property
    def before(self) -> str:
        """What stands before it, up to 40 characters."""
        document = self.cited.document
        return document.text[max(0, self.figure.start - 40) : self.figure.start] if document else ""

    @property
    def loose(self) -> bool:
        """A name number that may be a quantity: "Acme 50" may be a sum.

        "v1.5" and "GPT-4" are not, nor is "Alpha 4.6" where a title or heading speaks of it.
        """
        document, passage = self.cited.document, self.cited.passage
        whole = self.figure.raw.replace(".", "", 1).isdigit()
        if not whole or document is None or not document.text[max(0, self.figure.start - 1)].isspace():
            return False
        before = self.before.split()
        name = f"{before[-1]} {self.figure.raw}" if before else self.figure.raw
        return not Locator(f"{document.source.title}\n{passage.heading if passage else ''}").holds(name)

    @property
    def units(self) -> frozenset[tuple[str, Decimal]]:
        """Units and scales that its passage names; of a cell those of the words in its row, head and heading."""
        passage, document = self.cited.passage, self.cited.document
        if passage is None or document is None:
            return frozenset()
        if self.cited.head is None:
            return context.units((f"{passage.heading}\n{passage.text}",))
        cell = self.before.rpartition("|")[2]
        if any(character.isalpha() for character in cell):
            return frozenset()  # The 2 of "River span 2".
        labels = f"{self.cited.around}\n{self.cited.head.of(document.text)}\n{passage.heading}".replace(
            "\n", "|"
        ).split("|")
        return context.units(plain(label.strip()) for label in labels if not _BARE.match(label))

    @property
    def place(self) -> Place | None:
        return self.cited.placed(self.figure.start, self.figure.end)


@dataclass(frozen=True)
class Grounds:
    """The figures that a claim can rest on."""

    found: tuple[Found, ...]
    passages: tuple[str, ...]
    """The passages with their headings."""
    around: tuple[str, ...]
    """The sentences, list items or rows that the quotes lie in."""
    text: str
    """Of the claim."""
    label: str
    """Of a claim that is a cell: its row and column."""
    dates: tuple[Figure, ...]
    """The dates that the sources give for themselves."""
    tables: tuple[Passage, ...] = ()
    cells: tuple[Held, ...] = ()
    """The cells of cited rows, in the units that their tables give them."""
    headings: tuple[str, ...] = ()
    """Titles of the sources, headings of the passages and captions of the tables."""
    cited: tuple[Cited, ...] = ()
    computed: tuple[Decimal, ...] = ()
    """What the expression of a computed claim gives."""

    @cached_property
    def rows(self) -> frozenset[int]:
        """How many rows the cited tables have, and columns."""
        grids = [grid for passage in self.tables if (grid := tables.read(passage))]
        return frozenset(n for grid in grids for n in (len(grid.rows), len(grid.rows) - 1, len(grid.heads) - 1))

    @cached_property
    def about(self) -> frozenset[tuple[str, Decimal]]:
        """Units and scales that the claim itself names."""
        return context.units((self.label, self.text))

    @cached_property
    def titled(self) -> tuple[tuple[Figure, Place | None], ...]:
        """The figures of titles, headings and captions, with where they stand; None where it is not in the text."""
        return tuple((figure, self._placed(text, figure)) for text in self.headings for figure in figures.find(text))

    def _placed(self, text: str, figure: Figure) -> Place | None:
        """Where a figure of a heading stands over what is cited: the nearest such line before it, else anywhere."""
        line = next((part for part in text.split(_UNDER) if figure.raw in part), figure.raw)
        for one in self.cited:
            if one.document is None or one.span is None:
                continue
            told = one.document.text
            at = told.rfind(line, 0, one.span.start) if line in told[: one.span.start] else told.find(line)
            if at >= 0:
                start = at + line.index(figure.raw)
                passage = one.passage.id if one.passage else one.citation.passage
                source = one.document.source.id
                return Place(source=source, passage=passage, start=start, end=start + len(figure.raw))
        return None

    @classmethod
    def of(cls, claim: Claim, cited: Sequence[Cited], evidence: Sequence[Held] = ()) -> Grounds:
        found = [each for one in cited for each in _figures(one)]
        passages = [f"{one.passage.heading}\n{one.passage.text}" for one in cited if one.passage and one.span]
        cells = tuple(each for each in evidence if each.grid and any(_touches(each, one) for one in cited))
        titles = [f"{one.document.source.title}{_UNDER}{_heading(one)}" for one in cited if one.document]
        days = [one.document.source.date for one in cited if one.document and one.document.source.date]
        return cls(
            found=tuple(sorted(found, key=lambda each: not each.quoted)),
            passages=tuple(passages),
            around=tuple(one.around for one in cited if one.span),
            text=claim.text,
            label=claim.about,
            dates=tuple(figure for date in days for figure in figures.find(date)),
            tables=tuple(dict.fromkeys(one.passage for one in cited if one.passage and one.head)),
            cells=cells,
            headings=(*titles, *_captions(cells)),
            cited=tuple(cited),
            computed=asked.results(claim.expression or "") if claim.kind is ClaimKind.COMPUTED else (),
        )

    @cached_property
    def in_money(self) -> Grounds:
        """The same for a claimed sum of money: what may be one in the currencies that it may be in."""
        found = (replace(each, figure=figure) for each in self.found for figure in _in_money(each))
        cells = (replace(each, figure=figure) for each in self.cells for figure in _cell_in_money(each))
        return replace(self, found=tuple(found), cells=tuple(cells))

    @cached_property
    def headed(self) -> tuple[Figure, ...]:
        """The dates in titles, headings and captions of what is cited."""
        told = (figure for text in self.headings for figure in figures.find(text))
        return tuple(figure for figure in told if figure.kind is FigureKind.DATE)


def _touches(cell: Held, cited: Cited) -> bool:
    around = cited.surrounding
    return around is not None and cited.document is cell.document and cell.unit.touches(around)


def _captions(cells: Sequence[Held]) -> list[str]:
    """Of the tables of these cells: a caption stands in the passage before its table."""
    grids = {each.grid: each.document.text for each in cells if each.grid}
    return [line for grid, text in grids.items() for line in captions(grid, text) if line]


def _heading(cited: Cited) -> str:
    return cited.passage.heading if cited.passage else ""


def _figures(cited: Cited) -> list[Found]:
    if cited.span is None or cited.document is None:
        return []
    found: list[Found] = []
    for span in dict.fromkeys(filter(None, (cited.surrounding, cited.head))):
        told = figures.find(span.of(cited.document.text))
        for figure in dated.in_head(told) if span == cited.head else told:
            moved = figure.moved(span.start)
            found.append(Found(moved, cited, quoted=moved.span.within(cited.span)))
    return found


def _in_money(each: Found) -> Sequence[Figure]:
    document, passage, around = each.cited.document, each.cited.passage, each.cited.surrounding
    if document is None or around is None or each.cited.head is not None:
        return [each.figure]
    before = document.text[min(around.start, each.figure.start) : each.figure.start]
    heading = passage.heading if passage else ""
    return list(currency.readings(each.figure, before, heading, document.text)) or [each.figure]


def _cell_in_money(each: Held) -> Sequence[Figure]:
    heading = each.grid.heading if each.grid else ""
    labels = f"{each.row} {each.column}"
    return list(currency.readings(each.figure, labels, heading, each.document.text)) or [each.figure]
