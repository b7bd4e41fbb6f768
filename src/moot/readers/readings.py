"""What a figure in a sentence or a cell is a figure *of*: its names, its measure, its year, its kind.

A reading is deliberately narrow. Two figures are compared only where all of this agrees, so a figure whose owner is not
plain yields no reading at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from moot.evidence.things import Things, mentions
from moot.readers import around
from moot.readers.candidates import Candidate
from moot.readers.names import Found, Names
from moot.readers.tables import Grid
from moot.text import figures, months, terms
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.lexicon import NOT_A_NAME
from moot.words import Passage, Source

_BREAK = lazy_re(
    r"[;,(–—]\s|\s\(|\b(?:and|but|or|against|versus|vs|while|whereas|compared|ahead|behind|than|to|from|with|of which|"
    r"of that|plus|over|above|below|up|down|so that|which)\b",
    re.IGNORECASE,
)
_CONDITION = lazy_re(
    r"\b(?:aged? |older than |younger than |over |under |above |below |more than "
    r"|less than )\d[\d.,]*(?=\s*(?:$|[a-z,;.)]))",
    re.IGNORECASE,
)
_MONTH = lazy_re(rf"\b(?:{months.NAMES})\b")
_AND = lazy_re(r"\s*(?:,|,?\s*and|&)\s*(?:the\s+)?")
_CLAUSE = lazy_re(r"[;,(–—]\s|\s\(|\b(?:while|whereas|but|compared|which)\b")
_SETTING = lazy_re(r"\b(?:on|in|at|within|during|under)\s+(?:the\s+)?$", re.IGNORECASE)
_CALLED = lazy_re(r"\w \d{1,3}$|\w [b-z]$")
_PART_OF = lazy_re(r"\s+(?:of|at|in|on|inside)\s+(?:(?:the|its|our|their)\s+)?(?=[A-ZÀ-ÖØ-Þ])")
_SHARE = lazy_re(
    r"\b(?:of (?:which|that|these|this|them|it|those)|of that sum|another|further|additional|remaining|rest"
    r"|part of|the other"
    r"|including|includes?|among them|contributes?|contribution)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reading:
    """A figure with what it is a figure of."""

    figure: Figure
    quote: str
    passage: Passage
    source: Source
    before: str
    """The sentence before it in its passage."""
    start: int
    """Of the quote in its passage."""
    names: frozenset[str]
    own: frozenset[str]
    """Stems of the figure's own part of the sentence."""
    measure: frozenset[str]
    """Stems of the words that say what is measured: of its own part, or of the first where its own says nothing."""
    named: frozenset[str]
    """Stems of the words of its names."""
    sentence: frozenset[str]
    """Stems of the whole sentence."""
    around: frozenset[str]
    """Stems of title, headings and the sentence before."""
    years: frozenset[str]
    likely_years: frozenset[str]
    """Its years; where it names none, those of the sentence before, else of its source."""
    noun: frozenset[str]
    """Stems of what is counted, or a unit that the grammar of figures does not know (`mg/l`); empty with a unit."""
    rate: str
    """`a year`, `per person`: what the figure is for one of."""
    change: bool
    """A difference, not a level."""
    share: bool
    """A part of a sum, not the sum."""
    hard: frozenset[int]
    """Which exclusive words (limit, target, median, …) qualify it."""
    piece: str
    """Its own part of the sentence, the figure left out."""
    conditions: frozenset[str]
    """Bounds and months that the sentence names: `over 70`, `May`."""
    counted: str
    """The words of what is counted, or its unit: `wooden masts`, `mg/l`."""
    lead: str
    """The words before the figure in its own part of the sentence; where it has none, before the first figure."""
    spelt: tuple[tuple[str, str], ...]
    """Its names with the spelling they have here, in order."""
    leans_on: frozenset[str] = frozenset()
    """Names of the sentence before, for one that names nobody: "It weighs 2.4 kg"."""
    parts: frozenset[str] = frozenset()
    """Those of its names that are called by a number, as parts of another: `Loom 3` of the Ravno mill."""
    cell: str = ""
    """Of a table cell: row · column."""
    grid: str = ""
    """Id of the table's passage; empty in prose."""
    sample: bool = False
    """How many were looked at, not how many there are."""

    @property
    def id(self) -> tuple[str, int, int]:
        return (self.passage.id, self.start, self.figure.start)

    @property
    def told(self) -> str:
        """The sentence or row that gives it, as a key."""
        return f"{self.passage.id}:{self.quote}"


@dataclass(frozen=True)
class Rivals:
    """Which names are of one kind, so that a figure belongs to one of them and not to both; and which documents are
    about different things, so that what a sentence of one gives is no figure of the other's."""

    pairs: frozenset[tuple[str, str]]
    things: Things = field(default_factory=lambda: Things({}))
    titled: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """Of a source the names at its head that a table, or the question, sets beside others."""

    @cached_property
    def all(self) -> frozenset[str]:
        """Every name that has a rival."""
        return frozenset(name for name, _ in self.pairs)

    @classmethod
    def of(cls, groups: Iterable[Sequence[str]]) -> Rivals:
        return cls(frozenset((a, b) for group in groups for a in group for b in group if a != b))

    def two_things(self, a: Reading, b: Reading) -> bool:
        """Whether the two are of sources about different things, and neither speaks of the other's."""
        one, other = a.source.id, b.source.id
        words = self.things.apart(one, other)
        if words:
            return not mentions(b.quote, words[0]) and not mentions(a.quote, words[1])
        mine, theirs = (self.titled.get(id, frozenset[str]()) for id in (one, other))
        return not mine & theirs and not a.names & theirs and not b.names & mine and self.clash(mine, theirs)

    def clash(self, names: Iterable[str], others: Iterable[str]) -> bool:
        theirs = list(others)
        return any((name, other) in self.pairs for name in names for other in theirs)


def of_sentence(candidate: Candidate, names: Names, rivals: Rivals) -> list[Reading]:
    """The readings of a sentence, one for each figure that has a plain owner."""
    text = candidate.text
    if not candidate.whole:
        return []
    every = figures.find(text)
    marks = [_plain(figure) for figure in every if around.measures(figure, text)]
    found = [name for name in names.find(text) if not any(_within(name.start, name.end, each) for each in marks)]
    marks = [each for each in marks if not any(name.start <= each.start < name.end for name in found)]
    readings: list[Reading] = []
    subjects, settings = frozenset[str](), frozenset[str]()
    for figure, (start, end) in zip(marks, _pieces(text, marks), strict=True):
        here = [name for name in found if start <= name.start < end]
        own = _owners(here, text, rivals, len(marks))
        set_in = frozenset(name.name for name in here if _SETTING.search(text[: name.start]))
        # A part with a subject of its own leaves the one before; where it all happens goes on.
        passed_on = settings if own - set_in else settings | subjects
        bound = own | frozenset(name for name in passed_on if not rivals.clash([name], own))
        if own - set_in:
            subjects = frozenset(name.name for name in here if name.end <= figure.start) - set_in
        settings = frozenset(name for name in settings if not rivals.clash([name], set_in)) | set_in
        if not rivals.clash(bound, bound):
            readings.append(_reading(candidate, figure, (start, end), bound, found, readings, names))
    return _told_apart(readings)


def _owners(found: Sequence[Found], text: str, rivals: Rivals, figures_told: int) -> frozenset[str]:
    """The names in a part of a sentence; two that share its only figure ("A and B will cut 600 jobs") are one owner."""
    own = frozenset(name.name for name in found)
    if figures_told == 1 and rivals.clash(own, own):
        joint = [name for name in found if rivals.clash([name.name], own)]
        if all(_AND.fullmatch(text[a.end : b.start]) for a, b in pairwise(joint)):
            return own - {name.name for name in joint} | {" + ".join(sorted({name.name for name in joint}))}
    return own


def _is_part(name: Found, text: str) -> bool:
    head = name.name.split()[0]
    return head not in NOT_A_NAME and bool(_CALLED.search(name.name) and _PART_OF.match(text, name.end))


def _within(start: int, end: int, figure: Figure) -> bool:
    return figure.start <= start and end <= figure.end


def _told_apart(readings: Sequence[Reading]) -> list[Reading]:
    """Without those that nothing in the sentence tells from another one of the same unit: they have no plain owner."""

    def twin(a: Reading, b: Reading) -> bool:
        same = (a.figure.unit, a.noun, a.names, a.years, a.change, a.share) == (
            b.figure.unit, b.noun, b.names, b.years, b.change, b.share)  # fmt: skip
        return a is not b and same and a.own == b.own

    return [reading for reading in readings if not any(twin(reading, other) for other in readings)]


def _reading(
    candidate: Candidate,
    figure: Figure,
    span: tuple[int, int],
    names: frozenset[str],
    found: Sequence[Found],
    earlier: Sequence[Reading],
    known: Names,
) -> Reading:
    text = around.without_asides(candidate.text, figure)
    start, end = span
    piece = text[start:end]
    before, after = text[start : figure.start], text[figure.end : end]
    noun = around.noun(after) if not figure.unit else frozenset([figure.noun] if figure.unit.startswith("/") else [])
    own = around.stems(before + " " + after) - around.stems(around.unknown_unit(noun))
    inside = frozenset(terms.stem(word) for name in names for word in name.split())
    # "… fell from 9 kg in 2020 to 4 kg in 2022": the second figure's measure stands before the first.
    measure = own if len(own - inside) > 1 or not earlier else own | (earlier[0].measure - earlier[0].named)
    years = around.years(piece) or (around.years(text) if len(around.years(text)) < 2 else frozenset())
    return Reading(
        figure=figure,
        quote=candidate.text,
        passage=candidate.passage,
        source=candidate.source,
        before=candidate.before,
        start=candidate.start,
        names=names,
        own=own,
        measure=measure,
        named=inside,
        sentence=around.stems(candidate.text),
        around=around.stems(candidate.surroundings),
        years=years,
        likely_years=years or around.years(candidate.before) or _dated(candidate.source),
        noun=noun,
        rate=around.rate(text[figure.end :]),
        change=around.is_change(figure, before, after),
        share=bool(_SHARE.search(before))
        or (bool(earlier) and around.of_them(after, frozenset[str]().union(*(each.noun for each in earlier)))),
        hard=around.exclusive(piece) | (earlier[0].hard if earlier and measure is not own else frozenset()),
        piece=f"{before} # {after}"
        if len(own - inside) > 1 or not earlier
        else f"{earlier[0].piece} {before} # {after}",
        conditions=frozenset(
            " ".join(match.lower().split())
            for match in (*_CONDITION.findall(text[: figure.start] + "#" + text[figure.end :]), *_MONTH.findall(text))
        ),
        counted=around.counted(after),
        lead=text[start : figure.start] if len(own - inside) > 1 or not earlier else earlier[0].lead,
        spelt=tuple((name.name, candidate.text[name.start : name.end]) for name in found if name.name in names),
        parts=frozenset(name.name for name in found if name.name in names and _is_part(name, candidate.text)),
        sample=not figure.unit and around.is_sample(text[: figure.start], text[figure.end :]),
        leans_on=frozenset() if found else frozenset(name.name for name in known.find(candidate.before)),
    )


def dated_by_voice(found: Sequence[Reading]) -> list[Reading]:
    """With the years that a copy leaves out and another text of its voice gives for the same figure."""
    years: dict[str, list[Reading]] = {}
    for each in found:
        if each.years:
            years.setdefault(each.source.voice, []).append(each)

    def told(reading: Reading) -> frozenset[str]:
        others = years.get(reading.source.voice, ()) if reading.source.echo and not reading.years else ()
        alike = (each for each in others if figures.agree(reading.figure, each.figure) and reading.noun == each.noun)
        return next((each.years for each in alike), frozenset())

    return [replace(each, years=of, likely_years=of) if (of := told(each)) else each for each in found]


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
    found = frozenset(name.name for part in (label, title) for name in names.find(part))
    figure = marks[0]
    if not figure.unit:
        figure = _with_unit(figure, title, grid.corner)
    unit = "" if figure.unit else around.title_unit(title, grid.corner)
    own = (around.stems(head) | around.stems(grid.caption)) - around.stems(unit)
    return Reading(
        figure=figure,
        quote=quote,
        passage=grid.passage,
        source=grid.source,
        before="",
        start=grid.passage.text.find(quote),
        names=found,
        own=own,
        measure=own,
        named=frozenset(terms.stem(word) for word in " ".join(sorted(found)).split()),
        sentence=own,
        around=around.stems(f"{grid.source.title}. {grid.passage.heading}. {grid.corner}"),
        years=around.years(head),
        likely_years=around.years(head) or _dated(grid.source),
        noun=frozenset([unit] if unit else []),
        rate=around.rate(title),
        change=bool(re.search(r"\b(?:change|difference|gap|lead)\b", title, re.IGNORECASE)),
        share=False,
        hard=around.exclusive(f"{head} {grid.caption}"),
        piece="",
        conditions=frozenset(),
        counted=unit,
        lead="",
        spelt=tuple((name.name, part[name.start : name.end]) for part in (label, title) for name in names.find(part)),
        cell=f"{label} · {title}" if title else label,
        grid=grid.passage.id,
    )


def _dated(source: Source) -> frozenset[str]:
    """The year of a source that is dated."""
    return frozenset([source.date[:4]] if source.date else [])


def _with_unit(figure: Figure, *titles: str) -> Figure:
    """The figure of a cell whose unit stands in a heading: `Costs, million euros`."""
    for title in titles:
        unit = re.split(r"[,(]\s*", title)[-1].strip(" )") if re.search(r"[,(]", title) else ""
        probe = figures.find(f"{figure.raw} {unit}") if unit else []
        if len(probe) == 1 and probe[0].unit:
            return probe[0]
    return figure


def _plain(figure: Figure) -> Figure:
    """A number behind a name that is no version of it: "in Varden 5,400 households"."""
    return replace(figure, kind=FigureKind.QUANTITY) if figure.kind is FigureKind.NAME else figure


def _pieces(text: str, marks: Sequence[Figure]) -> list[tuple[int, int]]:
    """For each figure its own part of the sentence: up to the first break between it and its neighbours.

    Without a break the words between two figures are of both. Behind the last figure its clause ends at a comma.
    """
    pieces: list[tuple[int, int]] = []
    start = 0
    for left, right in pairwise(marks):
        broken = _BREAK.search(text, left.end, right.start)
        pieces.append((start, broken.start() if broken else right.start))
        start = broken.start() if broken else left.end
    if marks:
        closed = _CLAUSE.search(text, marks[-1].end)
        pieces.append((start, closed.start() if closed else len(text)))
    return pieces
