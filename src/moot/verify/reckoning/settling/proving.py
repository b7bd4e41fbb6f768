"""What proves a figure of a claim: each way in which it may follow from the evidence, in turn; or what refutes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from moot.evidence.cited import Cited
from moot.evidence.library import Library
from moot.text import figures
from moot.text.figures import Bound, Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.verify.reckoning.following import (
    against_other,
    balance,
    derived,
    midpoints,
    nearby,
    over_time,
    parallel,
    priced,
    rest,
    restored,
    sums,
    worded,
)
from moot.verify.reckoning.following.converted import converted
from moot.verify.reckoning.following.distance import Derived
from moot.verify.reckoning.following.elapsed import Elapsed, elapsed
from moot.verify.reckoning.following.ending import ending
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.rescaled import is_base, rescaled
from moot.verify.reckoning.given import clocks, in_the_pound, out_of, periods
from moot.verify.reckoning.given.dated import years
from moot.verify.reckoning.given.grounds import Grounds
from moot.verify.reckoning.given.held import Held, held, unscaled
from moot.verify.reckoning.given.spoken import spoken
from moot.verify.reckoning.given.tables import Grid
from moot.verify.reckoning.ordering import all_beyond, ballots, majority
from moot.verify.reckoning.said_of import named_cells, timed
from moot.verify.reckoning.said_of.labels import row_labels
from moot.verify.reckoning.settling import borne, corrected, counted, recomputed, stands
from moot.verify.reckoning.settling.instead import FEW
from moot.verify.reckoning.settling.proof import Proof, shown
from moot.words import Claim, Document, Place

_GOES_ON = lazy_re(r"\b(?:than|against|versus|to|from|and|or|after|before|by)[\s\xa0]+$", re.IGNORECASE)
"""Before a number that goes on with what was measured before."""
_MOVED = lazy_re(
    r"\b(?:r[io]se|risen|rising|gr[eo]w\w*|f[ae]ll\w*|dropp?\w*|increas\w*|decreas\w*|declin\w*|improv\w*|climb\w*|cut|widen\w*|"
    r"narrow\w*|went|rais\w*|lower\w*|reduc\w*|shr[aiu]nk\w*|eas\w+|doubl\w+)\b[^.;,]{0,30}?\bfrom[\s\xa0]+$",
    re.IGNORECASE,
)
"""Before two figures from the one of which something went to the other: no range in which others lie."""

_TIME = ("s", "month")


class Near:
    """The figures near what a claim cites, read when the first of its figures is not found."""

    def __init__(self, cited: Sequence[Cited], library: Library) -> None:
        self._cited, self._library = cited, library

    @cached_property
    def cited(self) -> list[Cited]:
        return derived.near(self._cited, self._library)

    @cached_property
    def evidence(self) -> list[Held]:
        return held(self.cited, whole=True)

    @property
    def texts(self) -> list[str]:
        return [each.passage.text for each in self.cited if each.passage]

    @property
    def documents(self) -> list[Document]:
        return list({each.document.source.id: each.document for each in self._cited if each.document}.values())


@dataclass(frozen=True)
class Proving:
    claim: Claim
    grounds: Grounds
    evidence: Sequence[Held]
    """Figures of what is cited; whole, of an audited file."""
    cited: Sequence[Cited]
    near: Near

    def proof(self, figure: Figure) -> Proof:
        other = against_other.told(figure, self._text, self._wide)
        if other:
            return _compared(figure, other)
        proof = stands.proof(figure, self.grounds)
        if not proof.problem:
            return (
                self._borne(figure, proof) if proof.place else self._reckoned(figure) or self._rivalled(figure, proof)
            )
        if proof.turned:
            return proof
        if _after_name(figure, self._text):
            proof = replace(proof, sure=False)
        if figure.high is not None and figure.kind is not FigureKind.DATE:
            ends = self._by_its_ends(figure)
            if ends:
                return ends
        then = restored.made(figure, self._text, self._wide)
        if then and sums.says(figure, then.value):
            return _made(figure, then)
        if then:
            problem = f"figure differs: {shown(figure)} against {then.value.normalize():f}% ({then.words})"
            return replace(proof, problem=problem, otherwise=True, sure=False)
        better = worded.instead(figure, self._text, self._wide)
        if better:
            return replace(proof, problem=better, otherwise=True, sure=False)
        proof = self._given(figure, proof) or self._taken(figure) or self._doubted(figure, proof)
        others = counted.others(figure, self._text, self._wide) if proof.problem and self._audited else ""
        return Proof(note=f"{shown(figure)} is {others}") if others else proof

    @property
    def _text(self) -> str:
        return self.claim.text

    @property
    def _audited(self) -> bool:
        """The places were looked up: what stands near them counts too."""
        return bool(self.claim.references)

    @property
    def _wide(self) -> Sequence[Held]:
        return self.near.evidence if self._audited else self.evidence

    def _by_its_ends(self, figure: Figure) -> Proof | None:
        """Of a range that does not stand there as one."""
        ends = [self.proof(end) for end in figure.ends]
        failing = next((end for end in ends if end.problem), None)
        if failing is None:
            return ends[0]
        if _MOVED.search(self._text, 0, figure.start):
            return failing
        times = derived.multiplied(figure, self._text, self.evidence)
        return _made(figure, times) if times else None

    def _borne(self, figure: Figure, proof: Proof) -> Proof:
        """Of a figure that stands there: by a cell that bears out all else that the claim says."""
        if proof.made:
            return proof
        there = borne.borne(figure, self._text, self.evidence) or borne.listed(figure, self._text, self.evidence)
        return replace(proof, place=there.place, made=recomputed.signs(figure)) if there else proof

    def _rivalled(self, figure: Figure, proof: Proof) -> Proof:
        """A part in words of which nobody told, where the figures that the claim speaks of give another."""
        if proof.note or not self._audited or not (figure.is_fraction or figure.word):
            return proof
        return self._instead(figure) or proof

    def _instead(self, figure: Figure) -> Proof | None:
        """A share, where the figures that the claim speaks of give another."""
        other = derived.rival(figure, self._text, self.near.evidence)
        if other is None:
            return None
        problem = f"figure differs: {shown(figure)} against {other.value:.2f} ({other.words})"
        return Proof(other.operands[0].place, problem=problem, otherwise=True, sure=False)

    def _reckoned(self, figure: Figure) -> Proof | None:
        """A part in words by what it may be: a share or a growth, no difference of amounts."""
        if not figure.is_fraction:
            return None
        made = sums.follows(figure, self._text, self.evidence)
        return _made(figure, made) if made and made.operation in (Operation.SHARE, Operation.GROWTH) else None

    def _beside(self, figure: Figure) -> Proof | None:
        """In a cell, near what is cited, of a row that the claim names."""
        said = spoken(self._text)
        rows = (each for each in self._wide if each.grid and agree(figure, each.figure) and not unscaled(each))
        found = next((each for each in rows if _row(each) and _row(each) <= said), None)
        return Proof(found.place, note=f"{shown(figure)} stands in the row “{found.row}”") if found else None

    def _headed(self, figure: Figure) -> Proof | None:
        """A year by which a row or column near what is cited goes, of a table that has another figure of the claim."""
        if figure.unit != "year" or not self._audited:
            return None
        own = {each.written for each in figures.find(self._text) if each.counts}
        for each in self._wide:
            if each.grid and each.figure.written in own and figure.raw in years(" | ".join(_labels(each.grid))):
                return Proof(each.place, note=f"{figure.raw} stands in the head of a table")
        return None

    def _given(self, figure: Figure, proof: Proof) -> Proof | None:
        """By what the claim says: a row, an operation, two moments, a length in words, another unit."""
        there = self._beside(figure) or self._headed(figure)
        if there:
            return there
        clock = clocks.told(figure, self._text, (each.text for each in self.near.documents)) if self._audited else ""
        if clock:
            return Proof(note=f"{clock} is a time of day")
        made = sums.follows(figure, self._text, self.evidence) or worded.follows(figure, self._text, self._wide)
        if made and not timed.elsewhere(self._text, made.operands):
            return _made(figure, made)
        end = balance.closing(figure, self._text, self._wide)
        if end:
            return _made(figure, end)
        left = rest.left(figure, self._text, self._wide)
        if left:
            words = " − ".join(each.figure.line for each in left)
            return Proof(left[0].place, note=f"{shown(figure)} is {words}", made=recomputed.signs(figure))
        renamed = (
            proof.unit and proof.sure and figure.unit in _TIME
        )  # "13 months", of 13 weeks: no chance length helps.
        if over_time.counts(figure, self._text, self._wide):
            return Proof(note=f"{shown(figure)} is what the claim reckons with")
        between = self._between(figure, doubted=proof.sure) if not renamed else None
        if between:
            return _is(figure, between.words, between.place)
        last = ending(figure, self._text, self._wide)
        if last:
            return _is(figure, last.words, last.place)
        around = [each.around for each in self.cited]
        vote = ballots.cast(figure, self._text, around)
        if vote:
            return _is(figure, f"all votes of {vote.told}", None)
        if figure.unit == "%" or figure.is_fraction:
            whole = "\n\n".join(each.text for each in self.near.documents)
            part = majority.other_part(self._text, around, whole)
            if part and part[1]:
                return _is(figure, part[0], None)
        if figure.bound is not Bound.NONE:
            grids = list({id(each.grid): each.grid for each in self.evidence if each.grid}.values())
            bounded = all_beyond.judged(self._text, grids, around, self.near.documents)
            if bounded and bounded.holds:
                return _is(figure, f"a bound: {bounded.reason}", None)
        share = ballots.rest(figure, self._text, around)
        if share:
            return _is(figure, f"what {share} leave of all votes", None)
        length = "" if proof.sure else periods.named(figure, self.near.cited if self._audited else self.cited)
        if length:
            return Proof(note=f"{shown(figure)} is “{length}”")
        if renamed:
            return None
        same = converted(figure, self._text, self.evidence) or rescaled(figure, self._text, self.evidence)
        if not same and self._audited:
            same = converted(figure, self._text, self.near.evidence) or rescaled(figure, self._text, self.near.evidence)
        return _is(figure, shown(same.figure), same.place) if same else None

    def _between(self, figure: Figure, *, doubted: bool) -> Elapsed | None:
        """As the time between two moments."""
        cited = elapsed(figure, self._text, self.cited, doubted=doubted)
        if cited or not self._audited:
            return cited
        return elapsed(figure, self._text, self.near.cited, doubted=doubted)

    def _taken(self, figure: Figure) -> Proof | None:
        """As a share in money; as other figures of its sentence are meant: in their unit, as what they are parts of."""
        for other in in_the_pound.percent(figure, self._text):
            there = next((each for each in self._wide if agree(other, each.figure)), None)
            if there:
                return _is(figure, shown(there.figure), there.place)
        for other in _in_units(figure, self._text):
            meant = stands.proof(other, self.grounds)
            meant = (self._given(other, meant) or meant) if meant.problem else meant
            if not meant.problem:
                return meant
        others = [each for each in figures.find(self._text) if each.start != figure.start]
        if is_base(figure, self._text, others, self._wide):
            return Proof()
        same = parallel.follows(figure, self._text, self._wide)
        return _made(figure, same) if same else None

    def _doubted(self, figure: Figure, proof: Proof) -> Proof:
        """What speaks against it, unless figures near what is cited are likely to give it."""
        if midpoints.SAID.search(self._text) or priced.supposed(figure, self._text, self._wide):
            proof = replace(proof, sure=False)
        likely = nearby.follows(figure, self._text, self.evidence) if self._audited else None
        if likely:
            return _made(figure, likely)
        cell = None if proof.sure else named_cells.named(figure, self._text, self.evidence)
        named = bool(cell and cell[0].figure.unit == figure.unit)
        better = corrected.sum_or_difference(figure, self._text, self.evidence)
        better = better or corrected.total(figure, self._text, self.evidence)
        if better:
            return Proof(problem=better, otherwise=True)
        far = self._far(figure, doubted=proof.sure or named)
        if far and far.likely and (far.stated or not named):
            return _made(figure, far)
        if figure.word and figure.unit == "x":
            return Proof()  # "twice" may be said of what nobody counted; `corrected.ratio` sees where it is wrong.
        if far and not proof.alike and figure.high is None:
            if figure.word and not figure.unit and figure.value <= FEW:
                return Proof()  # Words count what nobody else has counted, too.
            proof = replace(proof, sure=False, chance=True)
        if not cell:
            rivalled = self._audited and figure.unit == "%" and not proof.sure
            return (rivalled and self._instead(figure)) or proof
        held, sure = cell
        problem = f"figure differs: {shown(figure)} against {shown(held.figure)} ({held.row}, {held.column})"
        sure = sure and not proof.chance
        return Proof(held.place, problem=problem, otherwise=True, sure=sure, chance=proof.chance)

    def _far(self, figure: Figure, *, doubted: bool) -> Derived | None:
        found = derived.follows(figure, self._text, self.near.evidence, doubted=doubted) if self._audited else None
        return None if found and timed.elsewhere(self._text, found.operands) else found


def _row(each: Held) -> frozenset[str]:
    return row_labels(each.grid)[each.cell.row] if each.grid and each.cell else frozenset()


def _labels(grid: Grid) -> list[str]:
    return [*grid.heads, *map(grid.label, range(len(grid.rows)))]


def _is(figure: Figure, words: str, place: Place | None) -> Proof:
    return Proof(place, note=f"{shown(figure)} is {words}", made=recomputed.signs(figure))


def _made(figure: Figure, by: sums.Computation | nearby.Made | Derived) -> Proof:
    place = by.operands[0].place if by.operands else None
    return Proof(place, note=f"{shown(figure)} is {by.words}", made=recomputed.signs(figure, by))


def _compared(figure: Figure, by: against_other.Told) -> Proof:
    if by.right:
        return Proof(by.other.place, note=f"{shown(figure)} is {by.words}", made=recomputed.signs(figure))
    problem = f"figure differs: {shown(figure)} against {by.words}"
    return Proof(by.other.place, problem=problem, otherwise=True, sure=False)


def _after_name(figure: Figure, text: str) -> bool:
    return any(each.start == figure.start and each.kind is FigureKind.NAME for each in figures.find(text))


def _in_units(figure: Figure, text: str) -> Iterator[Figure]:
    """A bare number in the units of the other figures: of "1.9 centimetres, never less than 2.4" the second; and a part
    in the scale of its whole, "12 of the 38 million".
    """
    plain = not (figure.unit or figure.noun or figure.word)
    yield from (figure.measured_as(whole) for part, whole in out_of.pairs(text) if plain and part == figure)
    if not plain or figure.kind is not FigureKind.QUANTITY or not _GOES_ON.search(text[: figure.start]):
        return
    measures = ((each.kind, each.unit, each.scale) for each in figures.find(text) if each.unit and each.unit != "%")
    for kind, unit, scale in dict.fromkeys(measures):
        if kind is not FigureKind.DATE and (figure.scale == 1 or scale % figure.scale == 0):
            by = scale / figure.scale
            value, high = figure.value * by, figure.high * by if figure.high is not None else None
            yield replace(figure, kind=kind, unit=unit, scale=scale, value=value, high=high, step=figure.step * by)
