"""What the figures of a claim can rest on: quotes, the sentences and rows around them, heads, headings and dates."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from moot.evidence.cited import Cited
from moot.text import figures
from moot.text.figures import Bound, Figure, FigureKind, agree, same_number
from moot.text.heads import plain
from moot.text.lazy import lazy_re
from moot.text.quotes import Locator
from moot.text.terms import stems
from moot.text.units import factors
from moot.verify.reckoning import asked, context, recomputed, tables
from moot.verify.reckoning.expression import result_is
from moot.verify.reckoning.held import Held, bound, unscaled
from moot.verify.reckoning.proof import Proof
from moot.verify.reckoning.rates import ROUND
from moot.verify.reckoning.remeasured import of_rate, other_unit, reworked
from moot.verify.reckoning.sums import beside
from moot.words import Claim, ClaimKind, Passage, Place

_BARE = lazy_re(r"\W*\d")
"""A cell that holds a figure: what it measures is said of no other."""
_NEXT = 30
"""Characters before and behind a figure in which its own words are looked for."""
_STOPS = lazy_re(r"[,;]|\band\b|\. ")
_DOZEN = 12
_OF_ROUND = lazy_re(r"\b(?:per|(?:in|of|for|to) (?:every|each))[\s\xa0]+$", re.IGNORECASE)
_ROUND = lazy_re(rf"{ROUND}|hundred|thousand|million", re.IGNORECASE)
"""Of how many something is said: "2.9 strikes per 10,000". That it is said of another number, `rates` sees."""
_APIECE = lazy_re(r"\b(?:each|every|per|apiece)\b", re.IGNORECASE)
_MADE = lazy_re(
    r"\b(?:on average|averag\w+|together|altogether|in all|all told|combined|leaving out|excluding|longer|shorter|"
    r"margin)\b",
    re.IGNORECASE,
)
"""Words beside a figure that was made of others."""
_OCCASION = "time"
"""What is counted by "four times a day", which may be said of what nobody counted."""
_AGO = lazy_re(r"[\s\xa0-]*ago\b", re.IGNORECASE)
_LIMIT = lazy_re(r"\b(after|before|prior to)[\s\xa0]+$", re.IGNORECASE)
_ANY = lazy_re(r"\W*(?:if |for |when |where )?(?:an?|any(?:one|body)?|some(?:one|body)|whoever)\b", re.IGNORECASE)
"""How a sentence begins that speaks of no known thing."""
_TOLD = lazy_re(
    r"\b(?:is|are|was|were|has been|costs?|pays?|gets?|receives?|must|may|can|cannot|needs?|takes?|lasts?|"
    r"should|will)\b",
    re.IGNORECASE,
)
"""Then what follows is the rule, no longer the case."""
_LIMITS = lazy_re(
    r"\b(?:before|after|within|until|from|between|limit\w*|threshold|minimum|maximum|ceiling)\b[^.;\n]{0,16}$",
    re.IGNORECASE,
)
_MORE = lazy_re(
    r"[\s\xa0]+(?:or (?:more|less|fewer|over|under|older|younger|above|below|longer)|and (?:over|above))\b", re.I
)
_THOSE = lazy_re(r"\b(?:the|these|those|both)[\s\xa0]+$", re.IGNORECASE)
_AGED = lazy_re(r"\bage[ds]?\s(?:(?:between|from|over|under|at least)\s)?$", re.IGNORECASE)
_YEARS = ("month", Decimal(12))
_MANNER = lazy_re(r"half an? (?:century|decade|dozen)\b", re.IGNORECASE)
"""What is often said of about as much."""
_MOSTLY, _PARTLY, _NEARLY = 0.5, 0.35, 0.9
"""Shares of the claim's words with which a sentence says what the claim says; the second where both count one thing,
the third where it is all but the same sentence."""


@dataclass(frozen=True)
class Found:
    figure: Figure
    cited: Cited
    quoted: bool
    """In the quote itself, not only in its sentence."""

    @property
    def loose(self) -> bool:
        """A name number that may be a quantity: "Acme 50" may be a sum.

        "v1.5" and "GPT-4" are not, nor is "Alpha 4.6" where a title or heading speaks of it.
        """
        document, passage = self.cited.document, self.cited.passage
        whole = self.figure.raw.replace(".", "", 1).isdigit()
        if not whole or document is None or not document.text[max(0, self.figure.start - 1)].isspace():
            return False
        before = document.text[max(0, self.figure.start - 40) : self.figure.start].split()
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
        cell = document.text[max(0, self.figure.start - 40) : self.figure.start].rpartition("|")[2]
        if any(character.isalpha() for character in cell):
            return frozenset()  # The 2 of "River span 2".
        labels = f"{self.cited.around}\n{self.cited.head.of(document.text)}\n{passage.heading}".replace(
            "\n", "|"
        ).split("|")
        return context.units(plain(label.strip()) for label in labels if not _BARE.match(label))

    @property
    def place(self) -> Place | None:
        if self.cited.document is None:
            return None
        passage = self.cited.passage.id if self.cited.passage else self.cited.citation.passage
        source = self.cited.document.source.id
        return Place(source=source, passage=passage, start=self.figure.start, end=self.figure.end)


@dataclass(frozen=True)
class Grounds:
    """The figures that a claim can rest on."""

    found: tuple[Found, ...]
    passages: tuple[str, ...]
    """The passages with their headings."""
    own: tuple[str, ...]
    """What the claim says of itself: its cell's row and column, and its text."""
    dates: tuple[Figure, ...]
    """The dates that the sources give for themselves."""
    tables: tuple[Passage, ...] = ()
    cells: tuple[Held, ...] = ()
    """The cells of cited rows, in the units that their tables give them."""
    headings: tuple[str, ...] = ()
    """Titles of the sources and headings of the passages."""
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
        return context.units(self.own)

    @classmethod
    def of(cls, claim: Claim, cited: Sequence[Cited], evidence: Sequence[Held] = ()) -> Grounds:
        found = [each for one in cited for each in _figures(one)]
        passages = [f"{one.passage.heading}\n{one.passage.text}" for one in cited if one.passage and one.span]
        dated = [one.document.source.date for one in cited if one.document and one.document.source.date]
        return cls(
            found=tuple(sorted(found, key=lambda each: not each.quoted)),
            passages=tuple(passages),
            own=(claim.about, claim.text),
            dates=tuple(figure for date in dated for figure in figures.find(date)),
            tables=tuple(dict.fromkeys(one.passage for one in cited if one.passage and one.head)),
            cells=tuple(each for each in evidence if each.grid and any(_touches(each, one) for one in cited)),
            headings=tuple(f"{one.document.source.title} › {_heading(one)}" for one in cited if one.document),
            computed=asked.results(claim.expression or "") if claim.kind is ClaimKind.COMPUTED else (),
        )

    @cached_property
    def _measured(self) -> tuple[tuple[str, Figure], ...]:
        """The figures with the units that their sentences or tables give them, and how to show them."""
        told = [(each.figure.line, each.figure) for each in self.found]
        return (*told, *((f"{each.figure.line} ({each.column or each.row})", each.figure) for each in self.cells))

    @cached_property
    def headed(self) -> tuple[Figure, ...]:
        """The dates in titles and headings of what is cited."""
        dated = (figure for text in self.headings for figure in figures.find(text))
        return tuple(figure for figure in dated if figure.kind is FigureKind.DATE)

    def proof(self, figure: Figure) -> Proof:
        """Where the figure stands, or why it does not. A range stands where it stands as one, or its two ends do.

        That a value lies inside a claimed range (`agree`) is not enough here: its ends would be nobody's.
        """
        if figure.high is None:
            return self._proof(figure)
        told = (each for text in self.headings for each in figures.find(text) if each.high is not None)
        if figure.kind is FigureKind.DATE:
            told = (*self.dates, *self.headed)
        if any(agree(figure, each) for each in told):
            return Proof(note=f"{figure.raw} stands in the heading")
        for each in self.found:
            if each.figure.high is not None and agree(figure, each.figure):
                return Proof(each.place)
        ends = [self._proof(end) for end in figure.ends]
        return next((end for end in ends if end.problem), ends[0])

    def _proof(self, figure: Figure) -> Proof:
        counted = [each for each in self.found if not self._in_thousands(figure, each)]
        for each in counted:
            if figure.kind is not FigureKind.NAME and agree(figure, each.figure):
                note = "" if each.quoted else f"{figure.raw} stands beside the quote"
                return Proof(each.place, note, made=_reworked(figure, each.figure))
        for each in self.found:
            if of_rate(figure, each.figure) and _APIECE.search(self.own[-1]):
                return Proof(each.place, note=f"{figure.raw} is {each.figure.line}")
        for cell in self.cells:
            if (cell.figure.unit or cell.figure.scale != 1) and agree(figure, cell.figure):
                note = f"{figure.raw} with the unit that its table names"
                return Proof(cell.place, note, made=_reworked(figure, cell.figure))
        for each in counted:
            if self._same_in_context(figure, each):
                named = figure.unit and not each.figure.unit
                return Proof(each.place, f"{figure.raw} with the unit that its passage names" if named else "")
            if _elided(figure, each):
                return Proof(each.place, f"{figure.raw} is {each.figure.raw} in the unit that its sentence names")
            if self._dated(figure, each.figure):
                return Proof(each.place, f"{figure.raw} with the year of its source")
        if any(result_is(figure, result) for result in self.computed):
            return Proof(note=f"{figure.raw} is computed")
        if figure.kind is FigureKind.DATE:
            if any(agree(figure, date) for date in self.dates):
                return Proof(note=f"{figure.raw} is the date of the source")
            if any(agree(figure, date) for date in self.headed):
                return Proof(note=f"{figure.raw} stands in the heading")
            if figure.unit == "month" and self._month(figure):
                return Proof(note=f"{figure.raw} with the year of its source")
            if any(_relative(figure, each) for each in self.found):
                return Proof(note=f"{figure.raw} is the year before or after one of the evidence")
        return self._missing(figure)

    def _same_in_context(self, claimed: Figure, each: Found) -> bool:
        found = each.figure
        if claimed.kind is FigureKind.DATE and claimed.unit == "year" and claimed.high is None:
            return found.raw == claimed.raw  # A year as the label of a row or column: nothing says that it is one.
        names = [figure.kind is FigureKind.NAME for figure in (claimed, found)]
        if all(names) or (names[1] and (claimed.unit or not each.loose)) or not same_number(claimed, found):
            return False
        if claimed.unit and not found.unit:
            cells = [cell.figure for cell in self.cells if cell.figure.start == found.start]
            if cells and all(cell.unit for cell in cells):
                return False  # The head of its column names the unit, and it is another.
            if cells and self._elsewhere(claimed, found):
                return False
            if found.noun or found.scale not in (1, claimed.scale):
                return False  # "4 kits" are no 4 %.
            if found.word and claimed.unit == "%":
                near = context.units((each.cited.around,))  # "The others borrowed nine" is no share.
                return (claimed.unit, claimed.scale) in near
            return (claimed.unit, claimed.scale) in each.units
        plain = (
            claimed.scale == 1 and not (claimed.unit or claimed.noun) and found.scale in factors(found.unit)
        )  # "aged 60" of 60 years.
        known = plain or claimed.scale == found.scale or (found.unit, found.scale) in self.about
        return known or (not claimed.unit and self._captioned(found))

    def _in_thousands(self, claimed: Figure, found: Found) -> bool:
        """ "605 people" for the 605 of a table that counts in thousands, which the claim does not say."""
        if not claimed.noun or claimed.unit or claimed.scale != 1 or any(scale != 1 for _, scale in self.about):
            return False
        return any(unscaled(cell) for cell in self.cells if cell.figure.start == found.figure.start)

    def _elsewhere(self, claimed: Figure, found: Figure) -> bool:
        """Whether the cell's table has the unit in other columns only: the 28 of "Goals" is no 28 points."""
        own = next(cell for cell in self.cells if cell.figure.start == found.start)
        like = [cell for cell in self.cells if cell.grid is own.grid and cell.figure.unit == claimed.unit]
        return bool(like) and all(cell.position[1] != own.position[1] for cell in like)

    def _captioned(self, found: Figure) -> bool:
        """Whether this is a cell whose row and column name no other unit: then the caption of its table gives it."""
        named = [context.measure(label) for label in self.own[0].split(" · ") if not _counts(label)]
        return bool(self.own[0]) and all(each is None or _measured_as(each, found) for each in named)

    def _dated(self, claimed: Figure, found: Figure) -> bool:
        """ "31 March 2026" for "31 March" in a source of 2026, or beside a date of that year."""
        if claimed.kind is not FigureKind.DATE or found.kind is not FigureKind.DATE or claimed.high is not None:
            return False
        year, day = divmod(int(claimed.value), 10000)
        beside = (each.figure for each in self.found if each.figure.kind is FigureKind.DATE)
        years = {int(date.value) // 10000 for date in (*self.dates, *self.headed, *beside)}
        return day == int(found.value) and year in years

    def _month(self, claimed: Figure) -> bool:
        """ "June 2024" for "the end of June" in a source of 2024, or beside 2024 or "from 2021 to 2025"."""
        year, month = int(claimed.value) // 10000, int(claimed.value) // 100 % 100
        if not (1 <= month <= 12 and year):
            return False
        name = calendar.month_name[month]
        years = {int(date.value) // 10000 for date in (*self.dates, *self.headed)}
        if year in years and any(re.search(rf"\b{name}\b", text) for text in self.passages):
            return True
        alone = re.compile(rf"\b{name}\b(?![\s\xa0,]*\d)(?<!\d[\s\xa0]{name})")
        beside = (each for each in self.found if each.figure.unit in ("year", "month", "day"))
        return any(_covers(each.figure, year) and alone.search(each.cited.around) for each in beside)

    def _excused(self, figure: Figure) -> Proof | None:
        """Of a figure that need not stand there: a limit, an age, a manner of speaking, what a heading says."""
        if figure.is_fraction:
            return Proof()  # "A third of them" may be said of what nobody counted.
        if figure.kind is FigureKind.DATE and self._bounded(figure):
            return Proof(note=f"{figure.raw} is a limit that a date of the evidence keeps")
        if _AGO.match(self.own[-1], figure.end) and any(each.figure.kind is FigureKind.DATE for each in self.found):
            return Proof()  # Counted from the day on which somebody reads it.
        if _OF_ROUND.search(self.own[-1][: figure.start]) and _ROUND.fullmatch(figure.raw):
            return Proof()
        if figure.word and (_MANNER.match(figure.raw) or figure.noun == _OCCASION):
            return Proof()
        if figure.word and re.match(r"an?\b", figure.raw, re.IGNORECASE) and (figure.unit or figure.value <= _DOZEN):
            return Proof()  # "A dozen", "a fortnight", "a couple of years": a manner of speaking.
        if (
            re.match(r"(?:1|one)(?![\w.,])", figure.raw)
            and figure.kind is FigureKind.QUANTITY
            and any(_once(figure).search(passage) for passage in self.passages)
        ):
            return Proof(note=f"{figure.raw} is one in words")
        aged = next((each for each in self.found if _is_age(figure, each)), None)
        if aged:
            return Proof(aged.place, note=f"{figure.raw} is an age")
        if any(figure.unit and agree(figure, each) for text in self.headings for each in figures.find(text)):
            return Proof(note=f"{figure.raw} stands in the heading")
        return None

    def _missing(self, figure: Figure) -> Proof:
        excused = self._excused(figure)
        if excused:
            return excused
        whole = (each for each in self.found if not each.figure.is_fraction)
        beside = {each.figure: each for each in whole if _comparable(figure, each.figure)}
        others = list(beside)
        same_thing = [other for other in others if figure.noun and other.noun == figure.noun]
        if figure.word and figure.scale == 1 and not figure.unit and (not same_thing or figure.value in self.rows):
            return Proof()  # "two models" may be the writer's own count of what is named, or the rows of a table.
        repeated = [each for each in figures.find(self.own[-1]) if each.start != figure.start]
        measured = ((told, each) for told, each in self._measured if not any(agree(one, each) for one in repeated))
        elsewhere = next(((told, each) for told, each in measured if other_unit(figure, each)), None)
        if elsewhere:
            told, other = elsewhere
            percents = {each.value for _, each in self._measured if each.unit == "%"}
            several = len(percents) > 1 or any(other is cell.figure for cell in self.cells)
            points = figure.unit in ("pp", "point") and other.unit == "%" and several  # It may be their difference.
            long = figure.unit in ("s", "month") and not self._speaks(other)  # It may lie between two dates.
            problem = f"unit differs: {figure.line} against {told}"
            place = next((each.place for each in (*self.found, *self.cells) if each.figure is other), None)
            return Proof(place, problem=problem, alike=not points, sure=not points and not long, unit=True)
        if figure.kind is FigureKind.DATE and others:
            other = min(others, key=lambda each: (abs(each.value - figure.value), each.start))
            problem = f"date differs: {figure.line} against {other.line}"
            return self._differs(figure, beside[other], problem)
        if others:
            alone = [each for each in same_thing or others if not any(agree(one, each) for one in repeated)]
            said = self._clause(figure)
            other = min(
                alone or same_thing or others,
                key=lambda each: (*_unlike(said, beside[each]), abs(each.value - figure.value)),
            )
            case = self._case(figure, other)
            if case:
                return Proof(note=f"{shown(figure)} is a case, which {shown(other)} decides")
            problem = f"figure differs: {shown(figure)} against {shown(other)}"
            return self._differs(figure, beside[other], problem)
        if figure.word and _THOSE.search(self.own[-1][: figure.start]):
            return Proof()  # "Between the two years" counts what the claim itself has named.
        return Proof(problem=f"{figure.line} is not in the quoted evidence", sure=False)

    def _bounded(self, figure: Figure) -> bool:
        """True for "after 2005" where the evidence has a later year, and so for "before"."""
        said = _LIMIT.search(self.own[-1][: figure.start])
        if said is None or figure.unit != "year" or figure.high is not None:
            return False
        dates = [
            each.figure.value for each in self.found if each.figure.kind is FigureKind.DATE and each.figure.value > 9999
        ]
        later = said[1].lower() == "after"
        return any(date >= figure.value if later else date <= figure.value for date in dates)

    def _speaks(self, other: Figure) -> bool:
        """Whether the sentence of a figure says some of what the claim says beside its own."""
        found = next((each for each in self.found if each.figure is other), None)
        return found is None or self._shared(found) >= _PARTLY

    def _case(self, figure: Figure, limit: Figure) -> bool:
        """True for "a shed of 12 m² needs no permit" beside "sheds over 15 m²": a case to which a limit is applied.

        It is said of no known thing, and where the claim sets a limit itself that one must be the evidence's.
        """
        before = self.own[-1][: figure.start]
        bounded = figure.bound is Bound.NONE and (limit.bound in (Bound.OVER, Bound.UNDER) or self._limits(limit))
        return bounded and bool(_ANY.match(before)) and not _TOLD.search(before)

    def _limits(self, figure: Figure) -> bool:
        found = next((each for each in self.found if each.figure is figure), None)
        text = found.cited.document.text if found and found.cited.document else ""
        return bool(_LIMITS.search(text[max(0, figure.start - 30) : figure.start]) or _MORE.match(text, figure.end))

    def _differs(self, figure: Figure, other: Found, problem: str) -> Proof:
        """Sure where the sentence of the other figure says enough of what the claim says beside its own.

        Never of a figure that was made of others: that it stands nowhere proves nothing.
        """
        if _MADE.search(beside(self.own[-1], figure)):
            return Proof(other.place, problem=problem, sure=False)
        shared = self._shared(other, figure.raw)
        enough = _PARTLY if figure.noun and figure.noun == other.figure.noun else _MOSTLY
        return Proof(other.place, problem=problem, sure=shared >= enough, alike=shared >= _NEARLY)

    def _clause(self, figure: Figure) -> frozenset[str]:
        """The stems of the claim's clause in which a figure stands."""
        own = self.own[-1]
        return frozenset(stems(next((words for each, words in bound(own) if each.start == figure.start), own)))

    def _shared(self, other: Found, aside: str = "") -> float:
        """The share of the claim's words, but for those aside, that the sentence of a figure says; 1 of none."""
        said = frozenset(stems(self.own[-1])) - frozenset(stems(aside))
        return len(said & frozenset(stems(other.cited.around))) / len(said) if said else 1.0


def _unlike(said: frozenset[str], other: Found) -> tuple[int, int]:
    """How little of a clause the words behind a figure say, and those on either side; the more the larger."""
    text, at = other.cited.document.text if other.cited.document else "", other.figure
    behind = _STOPS.split(text[at.end : at.end + _NEXT])[0]
    around = f"{text[max(0, at.start - _NEXT) : at.start]} {behind}"
    return -len(said & frozenset(stems(behind))), -len(said & frozenset(stems(around)))


def _reworked(claimed: Figure, found: Figure) -> dict[str, float] | None:
    return recomputed.signs(claimed) if reworked(claimed, found) else None


def _covers(years: Figure, year: int) -> bool:
    """Whether it is that year, or lies among several years: a season ("2016–17") has each month once."""
    season = years.high is not None and years.high - years.value <= 10_000
    return not season and int(years.value) // 10_000 <= year <= int(years.high or years.value) // 10_000


def _elided(claimed: Figure, found: Found) -> bool:
    """ "Sixty months" for "three years, or for five", "two thirds of an hour" for "95 minutes at first, then 40"."""
    own = found.figure
    if not claimed.unit or own.kind is not FigureKind.QUANTITY or own.unit or own.noun or own.scale != 1:
        return False
    beside = (each for each in figures.find(found.cited.around) if each.unit == claimed.unit)
    return claimed.high is None and any(own.written * each.scale == claimed.value for each in beside)


def _is_age(claimed: Figure, found: Found) -> bool:
    """ "60 years" of those "aged 60 to 79"."""
    document = found.cited.document
    if document is None or (claimed.unit, claimed.scale) != _YEARS or found.figure.unit or claimed.high is not None:
        return False
    before = document.text[max(0, found.figure.start - 20) : found.figure.start]
    return bool(_AGED.search(before)) and any(end.written == claimed.written for end in found.figure.ends)


def _counts(label: str) -> bool:
    """Whether a label holds a figure of its own: the minutes of "after two minutes" measure no cell."""
    return any(figure.kind is not FigureKind.DATE for figure in figures.find(label))


def _measured_as(label: Figure, found: Figure) -> bool:
    return (label.unit, label.scale) == (found.unit, found.scale)


def _touches(cell: Held, cited: Cited) -> bool:
    around = cited.surrounding
    return around is not None and cited.document is cell.document and cell.unit.touches(around)


def _heading(cited: Cited) -> str:
    return cited.passage.heading if cited.passage else ""


_BEFORE = lazy_re(
    r"\b(?:year (?:before|earlier)|(?:previous|prior|preceding|last|past) (?:\w+ )?year|year-on-year|a year ago)\b",
    re.I,
)
_AFTER = lazy_re(r"\b(?:year (?:after|later)|(?:next|following|coming) (?:\w+ )?year)\b", re.I)


def _relative(claimed: Figure, found: Found) -> bool:
    """ "2022" where the sentence says "2023, … the year before"."""
    if claimed.unit != "year" or found.figure.kind is not FigureKind.DATE or found.cited.document is None:
        return False
    years = int(claimed.value) // 10_000 - int(found.figure.value) // 10_000
    pattern = {-1: _BEFORE, 1: _AFTER}.get(years)
    return bool(pattern and pattern.search(found.cited.around))


def _once(figure: Figure) -> re.Pattern[str]:
    """ "1 week" in words: a week, per week, weekly."""
    words = [word for word in re.split(r"[\W\d_]+", figure.raw) if word and word.lower() != "one"]
    name = re.escape(words[-1].removesuffix("s")) if words else r"\w+"
    return re.compile(rf"\b(?:an?|one|single|per|each|every|first|last)\W+{name}", re.I)


def _figures(cited: Cited) -> list[Found]:
    if cited.span is None or cited.document is None:
        return []
    found: list[Found] = []
    for span in dict.fromkeys(filter(None, (cited.surrounding, cited.head))):
        for figure in figures.find(span.of(cited.document.text)):
            moved = figure.moved(span.start)
            found.append(Found(moved, cited, quoted=moved.span.within(cited.span)))
    return found


def _comparable(claimed: Figure, found: Figure) -> bool:
    if FigureKind.NAME in (claimed.kind, found.kind) or claimed.kind is not found.kind:
        return False
    if claimed.kind is FigureKind.DATE:
        return True
    if claimed.unit or found.unit:
        return claimed.unit == found.unit
    return bool(claimed.noun) and claimed.noun == found.noun


def shown(figure: Figure) -> str:
    """As written, in one line, with the word after it where no unit says what it measures."""
    counts = figure.counted and not figure.unit and figure.kind is FigureKind.QUANTITY
    return f"{figure.line} {figure.counted}" if counts else figure.line
