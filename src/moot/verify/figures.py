"""Are the figures of a claim in its evidence? Gate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from moot.evidence.cited import Cited
from moot.evidence.library import Library
from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.quotes import Locator
from moot.verify.comparing import foreign
from moot.verify.reckoning import (
    alike,
    ballots,
    bound,
    cells,
    corrected,
    crossing,
    derived,
    doubted,
    hundred,
    inner,
    midpoints,
    nearby,
    offset,
    out_of,
    periods,
    priced,
    rates,
    recomputed,
    sums,
    timed,
    traded,
    worded,
)
from moot.verify.reckoning.converted import converted
from moot.verify.reckoning.course import course
from moot.verify.reckoning.elapsed import elapsed
from moot.verify.reckoning.ending import ending
from moot.verify.reckoning.grounds import Grounds, shown
from moot.verify.reckoning.held import Held, held
from moot.verify.reckoning.nowhere import stands_nowhere
from moot.verify.reckoning.proof import Proof
from moot.verify.reckoning.rescaled import is_base, rescaled
from moot.words import Claim, ClaimKind, Document, Finding, Outcome

_COUNTED = (FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.MONEY, FigureKind.MULTIPLE, FigureKind.DATE)


MOST = 60
"""Numbers of a claim that are compared: each is compared with all of the evidence, and text may be hostile."""
_GOES_ON = lazy_re(r"\b(?:than|against|versus|to|from|and|or|after|before|by)[\s\xa0]+$", re.IGNORECASE)
"""Before a number that goes on with what was measured before."""
_MOVED = lazy_re(
    r"\b(?:r[io]se|risen|rising|gr[eo]w\w*|f[ae]ll\w*|dropp?\w*|increas\w*|decreas\w*|declin\w*|improv\w*|climb\w*|cut|widen\w*|"
    r"narrow\w*|went|rais\w*|lower\w*|reduc\w*|shr[aiu]nk\w*|eas\w+|doubl\w+)\b[^.;,]{0,30}?\bfrom[\s\xa0]+$",
    re.IGNORECASE,
)
"""Before two figures from the one of which something went to the other: no range in which others lie."""
_NUMBER = lazy_re(r"\d[\d.,]*")


class Figures:
    """Every quantity, sum of money, percentage, multiple and date of the claim stands in its evidence.

    Evidence is the quotes, then the whole sentence, list item or row of each and the head of its table; for a bare
    number the units that its passage or table names; for a date also titles, headings and the date of the source. A
    figure that is not there holds where it follows by an operation that the claim states (`sums`). One that is there
    fails where it is proven to be that of another row, column or subject (`bound`), in a cell of a claimed table where
    its row and column cross elsewhere in the cited one (`crossing`), or a part and its whole that no row has together
    (`out_of`). A number that is part of a name
    which the sources use is no quantity. A small number or a ratio in words ("three models", "twice") fails only where
    the evidence counts the same thing otherwise. Does not apply to inferred claims (see `Premises`), nor where nothing
    that an audited file cites for it was read (see `References`). Of a claim that cites nothing only whether it agrees
    with itself is seen.

    Where the places were looked up for a claim that brought no quotes, that a figure is not there proves little: the
    finding is no gate unless a sentence that says most of what the claim says has another figure, and nothing near it
    gives this one. Nor is it a gate that a figure is that of another, where it is likely to have been computed. (Of 132
    reports by six writers who like to compute, this gate refutes 11 of 1,188 true sentences and 188 of as many faulty
    ones; were this not asked, 48 and 216.)

    Of evidence in another language than the claim's (`foreign`) the numbers are read in whatever notation, without
    their units; a figure that may stand there in words leaves the claim unchecked.

    A claim of more than `MOST` numbers stays unchecked. The score of a finding that holds is how likely a claim is
    right whose figures follow from others as these do (`recomputed`). Of an audited file it is 0 where one is that of
    another, or where no digit of one stands in the sources and nothing gives it, and else how likely a claim is right
    all the same whose figures are missing (`doubted`).
    """

    name = "figures"
    version = "27"
    gate = True

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        names = Names(library)
        asked = (claim for claim in claims if claim.kind is not ClaimKind.INFERRED and not _unread(claim))
        return [self._finding(claim, library.cited(claim), names, library) for claim in asked]

    def _finding(self, claim: Claim, cited: Sequence[Cited], names: Names, library: Library) -> Finding:
        numbers = max(len(_NUMBER.findall(claim.text)), len(figures.find(claim.text)))
        if numbers > MOST:
            return self._too_many(claim, numbers)
        proofs, evidence, near = self.proofs(claim, cited, names, library)
        problems = [proof.problem for _, proof in proofs if proof.problem]
        unsure = {proof.problem for _, proof in proofs if not proof.sure}
        problems += [_ratio(figure, claim, evidence) for figure, _ in proofs if figure.word]
        cell = crossing.stray(claim, evidence)
        if cell and cell.proven:
            problems.append(cell.reason)
        wrong: list[bound.Misplaced] = []
        apart: tuple[str, Held] | None = None
        crossed = ""
        if claim.kind is not ClaimKind.QUOTED:
            wrong = [each for each in bound.misplaced(claim.text, evidence) if each.proven]
            problems += [each.reason for each in wrong]
            unsure |= {each.reason for each in wrong if _meant(each.figure, claim, evidence, near)}
            apart = None if wrong else out_of.apart(claim.text, evidence)
            problems += [apart[0]] if apart else []
            crossed = traded.exchanged(claim.text, evidence)
            problems += [crossed, traded.turned(claim.text, evidence)]
            unsure |= {crossed}
            by = list(rates.differing(claim.text, evidence))
            problems += [each.reason for each in by]
            unsure |= {each.reason for each in by if not each.sure}
        voted = list(ballots.votes(claim.text))
        within = [ballots.differing(voted[0], near.texts)] if len(voted) == 1 else []
        within += [*inner.disagreements(claim.text), *inner.ratios(claim.text), *inner.points(claim.text)]
        problems = list(dict.fromkeys(filter(None, [*problems, *within])))
        unsure.update(within)
        against = [*(proof.place for _, proof in proofs if proof.problem), *(each.held.place for each in wrong)]
        against += [cell.place] if cell and cell.proven else []
        against += [apart[1].place] if apart else []
        decided = [place for place in against if place] or [proof.place for _, proof in proofs if proof.place]
        said = "every figure is in the evidence" if proofs else "no figure to check"
        notes = dict.fromkeys(proof.note for _, proof in proofs if proof.note)
        unread = [proof.note for _, proof in proofs if proof.unread]
        return Finding(
            check=self.name,
            version=self.version,
            claim=claim.id,
            outcome=Outcome.FAILS if problems else Outcome.UNCHECKED if unread else Outcome.HOLDS,
            gate=self.gate and not (claim.references and unsure.issuperset(problems)),
            reason="; ".join(problems or unread or [said, *notes]),
            places=tuple(dict.fromkeys(filter(None, decided))),
            score=_score(claim, proofs, problems, near, elsewhere=bool(wrong or crossed)),
        )

    def proofs(
        self, claim: Claim, cited: Sequence[Cited], names: Names, library: Library
    ) -> tuple[list[tuple[Figure, Proof]], list[Held], Near]:
        """The figures of the claim with what proves each or speaks against it; the evidence, and what is near it."""
        claimed = quantities(claim.text, names) if claim.citations or claim.references else []
        evidence = held(cited)
        wider = held(cited, whole=True) if claim.references else evidence
        grounds = Grounds.of(claim, cited, evidence)
        near = Near(cited, library)
        tongue = _tongue(claim, cited)
        proofs = [(figure, self._proof(figure, claim, grounds, wider, cited, near)) for figure in claimed]
        if tongue:
            proofs = [(figure, _abroad(figure, proof, cited, tongue)) for figure, proof in proofs]
        return proofs, evidence, near

    def _too_many(self, claim: Claim, numbers: int) -> Finding:
        return Finding(
            check=self.name,
            version=self.version,
            claim=claim.id,
            outcome=Outcome.UNCHECKED,
            gate=self.gate,
            reason=f"it has {numbers} numbers, and at most {MOST} are compared: make more sentences of it",
        )

    def _proof(
        self,
        figure: Figure,
        claim: Claim,
        grounds: Grounds,
        evidence: Sequence[Held],
        cited: Sequence[Cited],
        near: Near,
    ) -> Proof:
        proof = grounds.proof(figure)
        if not proof.problem:
            return proof
        if _after_name(figure, claim.text):
            proof = replace(proof, sure=False)
        if figure.high is not None and figure.kind is not FigureKind.DATE:
            ends = [self._proof(end, claim, grounds, evidence, cited, near) for end in figure.ends]
            failing = next((end for end in ends if end.problem), None)
            if failing is None:
                return ends[0]
            if _MOVED.search(claim.text, 0, figure.start):
                return failing
            times = derived.multiplied(figure, claim.text, evidence)
            if times:
                return Proof(
                    times.operands[0].place,
                    note=f"{shown(figure)} is {times.words}",
                    made=recomputed.signs(figure, times),
                )
        went = course(figure, claim.text, evidence)
        if went:
            return Proof(went.place, note=f"{shown(figure)} is {went.figure.line}", made=recomputed.signs(figure))
        wide = near.evidence if claim.references else evidence
        better = worded.instead(figure, claim.text, wide)
        if better:
            return replace(proof, problem=better, sure=False)
        made = sums.follows(figure, claim.text, evidence) or worded.follows(figure, claim.text, wide)
        if made and not timed.elsewhere(claim.text, made.operands):
            return Proof(
                made.operands[0].place, note=f"{shown(figure)} is {made.words}", made=recomputed.signs(figure, made)
            )
        between = elapsed(figure, claim.text, cited, doubted=proof.sure)
        between = between or (elapsed(figure, claim.text, near.cited, doubted=proof.sure) if claim.references else None)
        if between:
            return Proof(between.place, note=f"{shown(figure)} is {between.words}", made=recomputed.signs(figure))
        last = ending(figure, claim.text, wide)
        if last:
            return Proof(last.place, note=f"{shown(figure)} is {last.words}", made=recomputed.signs(figure))
        length = "" if proof.sure else periods.named(figure, near.cited if claim.references else cited)
        if length:
            return Proof(note=f"{shown(figure)} is “{length}”")
        same = converted(figure, claim.text, evidence) or rescaled(figure, claim.text, evidence)
        same = same or hundred.part(figure, evidence)
        if not same and claim.references:
            same = converted(figure, claim.text, near.evidence) or rescaled(figure, claim.text, near.evidence)
        if same:
            return Proof(same.place, note=f"{shown(figure)} is {shown(same.figure)}", made=recomputed.signs(figure))
        for other in (*_in_units(figure, claim.text), *offset.meant(figure, claim.text)):
            meant = grounds.proof(other)
            if not meant.problem:
                return meant
        others = [each for each in figures.find(claim.text) if each.start != figure.start]
        if is_base(figure, claim.text, others, wide):
            return Proof()
        rounds = alike.rounded(figure, claim.text, evidence)
        if rounds:
            return Proof(rounds.place, note=f"{shown(figure)} is {shown(rounds.figure)}, rounded like the others")
        if midpoints.SAID.search(claim.text) or priced.supposed(figure, claim.text, wide):
            proof = replace(proof, sure=False)
        likely = nearby.follows(figure, claim.text, evidence) if claim.references else None
        if likely:
            return Proof(
                likely.operands[0].place,
                note=f"{shown(figure)} is {likely.words}",
                made=recomputed.signs(figure, likely),
            )
        cell = None if proof.sure else cells.named(figure, claim.text, evidence)
        named = bool(cell and cell[0].figure.unit == figure.unit)
        against = proof.sure or named
        better = corrected.sum_or_difference(figure, claim.text, evidence)
        better = better or corrected.total(figure, claim.text, evidence)
        if better:
            return Proof(problem=better)
        far = derived.follows(figure, claim.text, near.evidence, doubted=against) if claim.references else None
        if far and timed.elsewhere(claim.text, far.operands):
            far = None
        if far and far.likely and (far.stated or not named):
            place = far.operands[0].place if far.operands else None
            return Proof(place, note=f"{shown(figure)} is {far.words}", made=recomputed.signs(figure, far))
        if figure.word and figure.unit == "x":
            return Proof()  # "twice" may be said of what nobody counted; `corrected.ratio` sees where it is wrong.
        if far and not proof.alike and figure.high is None:
            if figure.word and not figure.unit:
                return Proof()  # Words count what nobody else has counted, too.
            proof = replace(proof, sure=False, chance=True)
        if not cell:
            return proof
        held, sure = cell
        problem = f"figure differs: {shown(figure)} against {shown(held.figure)} ({held.row}, {held.column})"
        return Proof(held.place, problem=problem, sure=sure and not proof.chance, chance=proof.chance)


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


def _meant(figure: Figure, claim: Claim, evidence: Sequence[Held], near: Near) -> bool:
    """Whether a figure that stands elsewhere is likely to have been computed."""
    figure = _counting(figure)
    if sums.follows(figure, claim.text, evidence):
        return True
    far = derived.follows(figure, claim.text, near.evidence, doubted=True) if claim.references else None
    return bool(far and far.likely)


def _tongue(claim: Claim, cited: Sequence[Cited]) -> str | None:
    """The language of the evidence where all of it is in another than the claim."""
    others = [foreign.apart(claim.text, each) for each in cited if each.span]
    return others[0] if others and all(others) else None


def _abroad(figure: Figure, proof: Proof, cited: Sequence[Cited], tongue: str) -> Proof:
    if not proof.problem:
        return proof
    if any(foreign.stands(figure, f"{each.passage.heading}\n{each.passage.text}") for each in cited if each.passage):
        return Proof(note=f"{figure.raw} stands in {tongue}, where units are not read")
    if figure.word or figure.scale != 1:
        return Proof(note=f"{figure.raw} may stand in {tongue} in words", unread=True)
    return proof


def _score(
    claim: Claim, proofs: Sequence[tuple[Figure, Proof]], problems: Sequence[str], near: Near, *, elsewhere: bool
) -> float | None:
    """`elsewhere`: a figure is that of another row, column or subject."""
    if not problems:
        return recomputed.likely(made(proofs))
    if not claim.references:
        return None
    wrong = [(figure, proof) for figure, proof in proofs if proof.problem]
    if elsewhere or any(not proof.chance and stands_nowhere(figure, near.documents) for figure, proof in wrong):
        return 0.0
    otherwise = not {proof.problem for _, proof in wrong}.issuperset(problems)
    return doubted.likely(missing(claim, proofs, near), otherwise=otherwise)


def missing(claim: Claim, proofs: Sequence[tuple[Figure, Proof]], near: Near) -> list[dict[str, float]]:
    """Of the figures of the claim that are missing, what tells how much they speak against it."""
    found = [(figure, proof) for figure, proof in proofs if proof.problem]
    return [doubted.signs(each, claim.text, near.evidence) for each in found]


def made(proofs: Sequence[tuple[Figure, Proof]]) -> list[Mapping[str, float]]:
    """Of the figures that follow from others, what tells how much they speak for the claim."""
    return [proof.made for _, proof in proofs if proof.made]


def _unread(claim: Claim) -> bool:
    return bool(claim.references) and not any(reference.source for reference in claim.references)


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
    """The figures that evidence must show: not ordinals, not numbers within a name that the sources know.

    A number after a name that counts what follows ("at Upton 58 cases") is no part of the name.
    """
    return [
        _counting(figure)
        for figure in figures.find(text)
        if figure.kind in _COUNTED or (figure.kind is FigureKind.NAME and _may_be_quantity(text, figure, names))
    ]


def _after_name(figure: Figure, text: str) -> bool:
    return any(each.start == figure.start and each.kind is FigureKind.NAME for each in figures.find(text))


def _counting(figure: Figure) -> Figure:
    counts = figure.kind is FigureKind.NAME and figure.noun
    return replace(figure, kind=FigureKind.QUANTITY) if counts else figure


def _in_units(figure: Figure, text: str) -> Iterator[Figure]:
    """A bare number in the units of the other figures: of "1.9 centimetres, never less than 2.4" the second."""
    plain = not (figure.unit or figure.noun or figure.word) and figure.scale == 1
    if not plain or figure.kind is not FigureKind.QUANTITY or not _GOES_ON.search(text[: figure.start]):
        return
    measures = ((each.kind, each.unit, each.scale) for each in figures.find(text) if each.unit and each.unit != "%")
    for kind, unit, scale in dict.fromkeys(measures):
        if kind is not FigureKind.DATE:
            value, high = figure.value * scale, figure.high * scale if figure.high is not None else None
            yield replace(figure, kind=kind, unit=unit, scale=scale, value=value, high=high, step=figure.step * scale)


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


def _ratio(figure: Figure, claim: Claim, evidence: Sequence[Held]) -> str:
    """How a ratio in words differs from that of the two figures that the claim names; empty when it does not."""
    made = corrected.ratio(figure, claim.text, evidence)
    return f"figure differs: {shown(figure)} against {made.value:.2f} ({made.words})" if made else ""
