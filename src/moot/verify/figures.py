"""Are the figures of a claim in its evidence? Gate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from moot.evidence.cited import Cited
from moot.evidence.library import Library
from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree, same_number
from moot.text.quotes import Locator
from moot.verify import bound, context, sums, tables
from moot.verify.expression import BadExpression, evaluate, result_is
from moot.verify.held import Held, held
from moot.words import Claim, ClaimKind, Finding, Outcome, Passage, Place

_COUNTED = (FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.MONEY, FigureKind.MULTIPLE, FigureKind.DATE)


class Figures:
    """Every quantity, sum of money, percentage, multiple and date of the claim stands in its evidence.

    Evidence is the quotes, then the whole sentence, list item or row of each and the head of its table; for a bare
    number the units that its passage names; for a date also the date of the source. A number that is part of a name
    which the sources use is no quantity. A small number in words ("three models") fails only where the evidence counts
    the same thing otherwise. Which subject a figure belongs to is not looked at. Does not apply to inferred claims (see
    `Premises`).
    """

    name = "figures"
    version = "2"
    gate = True

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        names = Names(library)
        asked = (claim for claim in claims if claim.kind is not ClaimKind.INFERRED)
        return [self._finding(claim, library.cited(claim), names) for claim in asked]

    def _finding(self, claim: Claim, cited: Sequence[Cited], names: Names) -> Finding:
        claimed = quantities(claim.text, names)
        grounds = Grounds.of(claim, cited)
        evidence = held(cited)
        proofs = [self._proof(figure, claim, grounds, evidence) for figure in claimed]
        problems = [proof.problem for proof in proofs if proof.problem]
        problems += [_ratio(figure, claim, evidence) for figure in claimed if figure.word]
        problems += [each.reason for each in bound.misplaced(claim.text, evidence) if each.proven]
        problems = list(dict.fromkeys(filter(None, problems)))
        found = tuple(dict.fromkeys(proof.place for proof in proofs if proof.place))
        said = "every figure is in the evidence" if claimed else "no figure to check"
        notes = dict.fromkeys(proof.note for proof in proofs if proof.note)
        return Finding(
            check=self.name,
            version=self.version,
            claim=claim.id,
            outcome=Outcome.FAILS if problems else Outcome.HOLDS,
            gate=self.gate,
            reason="; ".join(problems) if problems else "; ".join([said, *notes]),
            places=found,
        )

    def _proof(self, figure: Figure, claim: Claim, grounds: Grounds, evidence: Sequence[Held]) -> Proof:
        proof = grounds.proof(figure)
        if not proof.problem:
            return proof
        made = sums.follows(figure, claim.text, evidence)
        if made:
            return Proof(made.operands[0].place, note=f"{shown(figure)} is {made.words}")
        if figure.word and figure.unit == "x":
            return Proof()  # "twice" may be said of what nobody counted; `sums.contradicted` sees where it is wrong.
        return proof


class Names:
    """Whether the sources use a number as part of a name; case and hyphens aside."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, bool] = {}

    @cached_property
    def _locators(self) -> list[Locator]:
        documents = self._library.documents
        return [Locator(_loosely(f"{document.source.title}\n{document.text}")) for document in documents]

    def known(self, words: str) -> bool:
        if words not in self._known:
            self._known[words] = any(locator.holds(_loosely(words)) for locator in self._locators)
        return self._known[words]


def _loosely(words: str) -> str:
    return words.lower().replace("-", " ")


def quantities(text: str, names: Names) -> list[Figure]:
    """The figures that evidence must show: not ordinals, not numbers within a name that the sources know."""
    return [
        figure
        for figure in figures.find(text)
        if figure.kind in _COUNTED or (figure.kind is FigureKind.NAME and _may_be_quantity(text, figure, names))
    ]


def _may_be_quantity(text: str, figure: Figure, names: Names) -> bool:
    """True for "Acme 50" that no source says, and for a version that none has; never for "GPT-4" or "COVID-19"."""
    before = text[: figure.start]
    glued = bool(before) and not before[-1].isspace()
    if figure.raw.count(".") > 1:
        return not (names.known(figure.raw) or names.known(f"v{figure.raw}"))
    if glued or not figure.raw.replace(".", "", 1).isdigit():
        return False  # A name is a signal, no gate.
    word = before.split()[-1] if before.split() else ""
    return not names.known(f"{word} {figure.raw}")


@dataclass(frozen=True)
class Proof:
    place: Place | None = None
    note: str = ""
    problem: str = ""


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
    headings: tuple[str, ...] = ()
    """Titles of the sources and headings of the passages."""
    result: Decimal | None = None
    """Of a computed claim."""

    @cached_property
    def units(self) -> frozenset[tuple[str, Decimal]]:
        """Units and scales that the passages name."""
        return context.units(self.passages)

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
    def of(cls, claim: Claim, cited: Sequence[Cited]) -> Grounds:
        found = [each for one in cited for each in _figures(one)]
        passages = [f"{one.passage.heading}\n{one.passage.text}" for one in cited if one.passage and one.span]
        dated = [one.document.source.date for one in cited if one.document and one.document.source.date]
        result = None
        if claim.kind is ClaimKind.COMPUTED and claim.expression:
            try:
                result = evaluate(claim.expression).value
            except BadExpression:
                result = None  # `Computed` says why.
        return cls(
            found=tuple(sorted(found, key=lambda each: not each.quoted)),
            passages=tuple(passages),
            own=(claim.about, claim.text),
            dates=tuple(figure for date in dated for figure in figures.find(date)),
            tables=tuple(dict.fromkeys(one.passage for one in cited if one.passage and one.head)),
            headings=tuple(f"{one.document.source.title} › {_heading(one)}" for one in cited if one.document),
            result=result,
        )

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
        if figure.kind is FigureKind.DATE and any(agree(figure, date) for date in (*self.dates, *self.headed)):
            return Proof(note=f"{figure.raw} stands in the heading")
        for each in self.found:
            if each.figure.high is not None and agree(figure, each.figure):
                return Proof(each.place)
        ends = [self._proof(end) for end in figure.ends]
        return next((end for end in ends if end.problem), ends[0])

    def _proof(self, figure: Figure) -> Proof:
        for each in self.found:
            if figure.kind is not FigureKind.NAME and agree(figure, each.figure):
                note = "" if each.quoted else f"{figure.raw} stands beside the quote"
                return Proof(each.place, note)
        for each in self.found:
            if self._same_in_context(figure, each):
                named = figure.unit and not each.figure.unit
                return Proof(each.place, f"{figure.raw} with the unit that its passage names" if named else "")
            if self._dated(figure, each.figure):
                return Proof(each.place, f"{figure.raw} with the year of its source")
        if self.result is not None and result_is(figure, self.result):
            return Proof(note=f"{figure.raw} is computed")
        if figure.kind is FigureKind.DATE:
            if any(agree(figure, date) for date in self.dates):
                return Proof(note=f"{figure.raw} is the date of the source")
            if any(agree(figure, date) for date in self.headed):
                return Proof(note=f"{figure.raw} stands in the heading")
            if any(_relative(figure, each) for each in self.found):
                return Proof(note=f"{figure.raw} is the year before or after one of the evidence")
        return self._missing(figure)

    def _same_in_context(self, claimed: Figure, each: Found) -> bool:
        found = each.figure
        if claimed.kind is FigureKind.DATE and claimed.unit == "year" and claimed.high is None:
            return found.raw == claimed.raw  # A year as the label of a row or column: nothing says that it is one.
        names = [figure.kind is FigureKind.NAME for figure in (claimed, found)]
        if all(names) or (names[1] and not each.loose) or not same_number(claimed, found):
            return False
        if claimed.unit and not found.unit:
            if found.noun and not each.cited.head:
                return False  # "4 kits" are no 4 %.
            return (claimed.unit, claimed.scale) in self.units
        if claimed.scale != 1 and found.scale == 1 and not found.noun and each.cited.head:
            return (claimed.unit, claimed.scale) in self.units
        return claimed.scale == found.scale or (found.unit, found.scale) in self.about

    def _dated(self, claimed: Figure, found: Figure) -> bool:
        """ "31 March 2026" for "31 March" in a source of 2026."""
        if claimed.kind is not FigureKind.DATE or found.kind is not FigureKind.DATE or claimed.high is not None:
            return False
        year, day = divmod(int(claimed.value), 10000)
        return day == int(found.value) and any(int(date.value) // 10000 == year for date in self.dates)

    def _missing(self, figure: Figure) -> Proof:
        if figure.word and not figure.unit and figure.value < 1:
            return Proof()  # "A third of them" may be said of what nobody counted.
        if figure.written == 1 and any(_once(figure).search(passage) for passage in self.passages):
            return Proof(note=f"{figure.raw} is one in words")
        others = [each.figure for each in self.found if _comparable(figure, each.figure)]
        same_thing = [other for other in others if figure.noun and other.noun == figure.noun]
        if figure.word and figure.scale == 1 and not figure.unit and (not same_thing or figure.value in self.rows):
            return Proof()  # "two models" may be the writer's own count of what is named, or the rows of a table.
        if figure.kind is FigureKind.DATE and others:
            other = min(others, key=lambda each: (abs(each.value - figure.value), each.start))
            return Proof(problem=f"date differs: {_line(figure)} against {_line(other)}")
        if others:
            other = min(same_thing or others, key=lambda each: (abs(each.value - figure.value), each.start))
            return Proof(problem=f"figure differs: {shown(figure)} against {shown(other)}")
        return Proof(problem=f"{_line(figure)} is not in the quoted evidence")


def _ratio(figure: Figure, claim: Claim, evidence: Sequence[Held]) -> str:
    """How a ratio in words differs from that of the two figures that the claim names; empty when it does not."""
    made = sums.contradicted(figure, claim.text, evidence)
    return f"figure differs: {shown(figure)} against {made.value:.2f} ({made.words})" if made else ""


def _heading(cited: Cited) -> str:
    return cited.passage.heading if cited.passage else ""


_BEFORE = re.compile(
    r"\b(?:year (?:before|earlier)|(?:previous|prior|preceding|last|past) (?:\w+ )?year|year-on-year|a year ago)\b",
    re.I,
)
_AFTER = re.compile(r"\b(?:year (?:after|later)|(?:next|following|coming) (?:\w+ )?year)\b", re.I)


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
    if claimed.unit or found.unit:
        return claimed.unit == found.unit
    return bool(claimed.noun) and claimed.noun == found.noun


def shown(figure: Figure) -> str:
    """As written, in one line, with what it counts."""
    counts = figure.noun and not figure.unit and figure.kind is FigureKind.QUANTITY
    return f"{_line(figure)} ({figure.noun})" if counts else _line(figure)


def _line(figure: Figure) -> str:
    return " ".join(figure.raw.replace("*", "").split())
