"""What a figure in a sentence or a cell is a figure *of*: its names, its measure, its year, its kind.

A reading is deliberately narrow. Two figures are compared only where all of this agrees, so a figure whose owner is not
plain yields no reading at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from moot.readers.candidates import Candidate
from moot.readers.names import Names
from moot.readers.tables import Grid
from moot.text import figures, terms
from moot.text.figures import Figure, FigureKind
from moot.words import Passage, Source

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")
_BREAK = re.compile(
    r"[;,(–—]\s|\s\(|\b(?:and|but|or|against|versus|vs|while|whereas|compared|ahead|behind|than|to|from|with|of which|"
    r"of that|plus|over|above|below|up|down|so that|which)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:difference|gap|lead|margin|gain|gains|increase[ds]?|decrease[ds]?|drop(?:s|ped)?|rise[sn]?|rose|fell|grew|growth"
    r"|reduction|reduced|improv\w+|decline[ds]?|higher|lower|more|fewer|less|faster|slower|additional|extra|by)\b"
    r"(?:\W+\w+){0,6}?\W*$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    r"^[\w\s%-]{0,14}?\b(?:higher|lower|more|fewer|less|above|below|ahead|behind|faster|slower|increase|decrease|lead)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:of (?:which|that|these|this|them|it|those)|of that sum|another|further|additional|remaining|rest|part of|the other"
    r"|including|includes?|among them|contributes?|contribution)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"^\s*(?:(?:[A-Za-z]+\s){0,2}?(?:a|an|per|each|every)\s+|/\s*)(second|minute|hour|day|week|month|year|quarter|person"
    r"|head|capita|user|seat|unit|pipe|piece|item|house|household|kg|kilogram|litre|liter|gallon|km|mile|million|token"
    r"|request|patient|student|employee|customer|vehicle|ton|tonne|hectare|acre|[a-z]{4,12})\b",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s*([a-zµμ°A-Z]{1,4}/[a-zA-Z]{1,4}[²³]?)(?!\w)")
_NOUN_GROUP = re.compile(r"(?:\s+[a-zà-ÿ][a-zà-ÿ-]*)+")
_HARD: tuple[frozenset[str], ...] = tuple(
    frozenset(terms.stem(word) for word in group.split())
    for group in (
        "limit threshold ceiling standard cap guideline allowed permitted",
        "target goal aim",
        "forecast expected projected planned estimate estimated assumed",
        "error deviation interval noise",
        "input",
        "output",
        "median mean average",
        "maximum peak highest worst record",
        "minimum lowest",
        "revenue",
        "profit",
        "gross",
        "net",
        "male men boys",
        "female women girls",
        "urban",
        "rural",
        "children",
        "adults",
        "import imports",
        "export exports",
    )
)
_LOOSE = frozenset({5, 6, 2})
"""Of the groups above: median/mean, input/output and forecasts may be named by one side and left out by the other."""


@dataclass(frozen=True)
class Reading:
    """A figure with what it is a figure of."""

    figure: Figure
    quote: str
    passage: Passage
    source: Source
    start: int
    """Of the quote in its passage."""
    names: frozenset[str]
    measure: frozenset[str]
    """Stems of the words that say what is measured, in the figure's own part of the sentence."""
    sentence: frozenset[str]
    """Stems of the whole sentence."""
    around: frozenset[str]
    """Stems of title, headings and the sentence before."""
    years: frozenset[str]
    noun: str
    """Stem of what is counted: `4,200 lead pipes` counts pipes; empty with a unit."""
    rate: str
    """`a year`, `per person`: what the figure is for one of."""
    change: bool
    """A difference, not a level."""
    share: bool
    """A part of a sum, not the sum."""
    hard: frozenset[int]
    """Which exclusive words (limit, target, median, …) qualify it."""
    phrase: str
    """The words of its own part, for a title."""
    cell: str = ""
    """Of a table cell: row · column."""
    grid: str = ""
    """Id of the table's passage; empty in prose."""

    @property
    def id(self) -> tuple[str, int, int]:
        return (self.passage.id, self.start, self.figure.start)


@dataclass(frozen=True)
class Rivals:
    """Which names are of one kind, so that a figure belongs to one of them and not to both."""

    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, groups: Iterable[Sequence[str]]) -> Rivals:
        return cls(frozenset((a, b) for group in groups for a in group for b in group if a != b))

    def clash(self, names: Iterable[str], others: Iterable[str]) -> bool:
        theirs = list(others)
        return any((name, other) in self.pairs for name in names for other in theirs)


def of_sentence(candidate: Candidate, names: Names, rivals: Rivals) -> list[Reading]:
    """The readings of a sentence, one for each figure that has a plain owner."""
    text = candidate.text
    found = names.find(text)
    inside = [(name.start, name.end) for name in found]
    marks = [
        figure
        for figure in figures.find(text)
        if _counts(figure) and not any(start <= figure.start < end for start, end in inside)
    ]
    pieces = _pieces(text, marks)
    readings: list[Reading] = []
    inherited: frozenset[str] = frozenset()
    for figure, (start, end) in zip(marks, pieces, strict=True):
        own = frozenset(name.name for name in found if start <= name.start < end)
        if rivals.clash(own, own):
            inherited = own
            continue
        bound = own | frozenset(name for name in inherited if not rivals.clash([name], own))
        if rivals.clash(bound, bound):
            continue
        inherited = bound
        readings.append(_reading(candidate, figure, start, end, bound))
    return readings


def _reading(candidate: Candidate, figure: Figure, start: int, end: int, names: frozenset[str]) -> Reading:
    text = candidate.text
    piece = text[start:end]
    before, after = text[start : figure.start], text[figure.end : end]
    own = _words(text[start : figure.start] + " " + text[figure.end : end])
    years = _years(piece) or _years(text) if len(_years(text)) < 2 else _years(piece)
    return Reading(
        figure=figure,
        quote=text,
        passage=candidate.passage,
        source=candidate.source,
        start=candidate.start,
        names=names,
        measure=own,
        sentence=_words(text),
        around=_words(candidate.surroundings),
        years=years,
        noun="" if figure.unit else _noun(after),
        rate=_rate(text[figure.end :]),
        change=_is_change(figure, before, after),
        share=bool(_SHARE.search(before)),
        hard=_hard(own),
        phrase=piece.strip(" ,;.()"),
    )


def of_table(grid: Grid, names: Names) -> list[Reading]:
    """The readings of a table's cells: measure and names from row, column and caption."""
    return [
        reading
        for line in grid.lines
        for column in range(len(line.cells))
        if (reading := _of_cell(grid, line.quote, line.label, column, line.cells[column], names)) is not None
    ]


def _of_cell(grid: Grid, quote: str, label: str, column: int, cell: str, names: Names) -> Reading | None:
    marks = figures.find(cell)
    if len(marks) != 1 or len(cell) > 40:
        return None
    title = grid.columns[column]
    head = f"{label}. {title}"
    own = _words(head) | _words(grid.caption)
    figure = marks[0]
    if not figure.unit:
        figure = _with_unit(figure, title, grid.corner)
    return Reading(
        figure=figure,
        quote=quote,
        passage=grid.passage,
        source=grid.source,
        start=grid.passage.text.find(quote),
        names=frozenset(found.name for part in (label, title) for found in names.find(part)),
        measure=own,
        sentence=own,
        around=_words(f"{grid.source.title}. {grid.passage.heading}. {grid.corner}"),
        years=_years(head),
        noun="" if figure.unit else _title_noun(title, grid.corner),
        rate=_rate(title),
        change=bool(re.search(r"\b(?:change|difference|gap|lead)\b", title, re.IGNORECASE)),
        share=False,
        hard=_hard(own),
        phrase=f"{label}, {title}",
        cell=f"{label} · {title}",
        grid=grid.passage.id,
    )


def _with_unit(figure: Figure, *titles: str) -> Figure:
    """The figure of a cell whose unit stands in a heading: `Costs, million euros`."""
    for title in titles:
        unit = re.split(r"[,(]\s*", title)[-1].strip(" )") if re.search(r"[,(]", title) else ""
        probe = figures.find(f"{figure.raw} {unit}") if unit else []
        if len(probe) == 1 and probe[0].unit:
            return probe[0]
    return figure


def _counts(figure: Figure) -> bool:
    """False for dates, ordinals, numbers of names, and numbers in words without a unit ("two crews")."""
    measures = figure.kind in (FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.MONEY, FigureKind.MULTIPLE)
    return measures and not (figure.word and not figure.unit)


def _pieces(text: str, marks: Sequence[Figure]) -> list[tuple[int, int]]:
    """For each figure its own part of the sentence: up to the first break between it and its neighbours."""
    cuts = [0]
    for left, right in zip(marks, marks[1:], strict=False):
        gap = text[left.end : right.start]
        broken = _BREAK.search(gap)
        cuts.append(left.end + broken.start() if broken else right.start)
    cuts.append(len(text))
    return list(zip(cuts, cuts[1:], strict=False))[: len(marks)]


def _is_change(figure: Figure, before: str, after: str) -> bool:
    if figure.raw.lstrip("~≈ ").startswith(("+", "−")):
        return True
    return bool(_CHANGE.search(before) or _CHANGE_AFTER.match(after))


def _noun(after: str) -> str:
    """The head of the noun group behind a number: the last of up to three small words before a function word.

    A unit that the grammar of figures does not know (`µg/l`) counts as such a noun.
    """
    unit = _UNIT.match(after)
    if unit:
        return unit[1]
    group = _NOUN_GROUP.match(after)
    words: list[str] = []
    for word in group[0].split() if group else ():
        if word in terms.STOP_WORDS or len(words) == 3:
            break
        words.append(word)
    return terms.stem(words[-1]) if words else ""


def _title_noun(*titles: str) -> str:
    """What the cells of a column count, where its head says so: `2025, µg/l`."""
    for title in titles:
        unit = _UNIT.match(" " + re.split(r"[,(]\s*", title)[-1].strip(" )"))
        if unit:
            return unit[1]
    return ""


def _rate(after: str) -> str:
    match = _RATE.match(after)
    return terms.stem(match[1].lower()) if match else ""


def _hard(stems: frozenset[str]) -> frozenset[int]:
    return frozenset(n for n, group in enumerate(_HARD) if not stems.isdisjoint(group))


def loose(qualifiers: frozenset[int]) -> frozenset[int]:
    """The qualifiers that one side may leave out."""
    return qualifiers & _LOOSE


def _years(text: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(text))


def _words(text: str) -> frozenset[str]:
    return frozenset(stem for stem in terms.stems(text) if not stem[0].isdigit())
