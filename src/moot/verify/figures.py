"""Are the figures of a claim in its evidence? Gate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from moot.evidence.cited import Cited
from moot.evidence.library import Library
from moot.text import figures
from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.verify.check import finding
from moot.verify.comparing import foreign
from moot.verify.reckoning.following import balance, derived, slips, sums
from moot.verify.reckoning.given import clocks, out_of, scores
from moot.verify.reckoning.given.grounds import Grounds
from moot.verify.reckoning.given.held import Held, held
from moot.verify.reckoning.given.quantities import Names, counting, quantities
from moot.verify.reckoning.ordering import ballots, courses, few
from moot.verify.reckoning.said_of import bound, crossing, rates, traded
from moot.verify.reckoning.said_of.misplaced import Misplaced
from moot.verify.reckoning.settling import corrected, counted, doubted, inner, recomputed
from moot.verify.reckoning.settling.nowhere import stands_nowhere
from moot.verify.reckoning.settling.proof import Problem, Proof, shown
from moot.verify.reckoning.settling.proving import Near, Proving
from moot.words import Claim, ClaimKind, Finding, Outcome

MOST = 60
"""Numbers of a claim that are compared: each is compared with all of the evidence, and text may be hostile."""
_NUMBER = lazy_re(r"\d[\d.,]*")


class Figures:
    """Every quantity, sum of money, percentage, multiple and date of the claim stands in its evidence.

    Evidence is the quotes, then the whole sentence, list item or row of each and the head of its table; for a bare
    number the units that its passage or table names; titles, headings and the captions of tables; for a date also the
    date of the source, and for a day the year that its passage tells before it (`days`). A figure that is not there
    holds where it follows by an operation that the claim states (`sums`). One that is there fails where it is proven to
    be that of another row, column or subject (`bound`), in a cell of a claimed table where its row and column cross
    elsewhere in the cited one (`crossing`), or a part and its whole that no row has together (`out_of`). A number that
    is part of a name which the sources use is no quantity. A small number or a ratio in words ("three models", "twice")
    fails only where the evidence counts the same thing otherwise. Does not apply to inferred claims (see `Premises`),
    nor where nothing that an audited file cites for it was read (see `References`). Of a claim that cites nothing only
    whether it agrees with itself is seen.

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
    version = "52"
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
        problems = [Problem(proof.problem, proof.otherwise, proof.sure) for _, proof in proofs]
        problems += [_ratio(figure, claim, evidence) for figure, _ in proofs if figure.word]
        wrong: list[Misplaced] = []
        apart: tuple[str, Held] | None = None
        crossed = ""
        if claim.kind is not ClaimKind.QUOTED:
            tables = _tables(proofs, evidence, near) if claim.references else []
            wrong = [
                each
                for part in claim.parts
                for each in bound.misplaced(part, [*evidence, *tables])
                if each.proven and not sums.within(each.figure, part, evidence)
            ]
            problems += [
                Problem(each.reason, otherwise=True, sure=not _meant(each.figure, claim, evidence, near))
                for each in wrong
            ]
            apart = None if wrong else out_of.apart(claim.text, evidence)
            problems += [Problem(apart[0], otherwise=True)] if apart else []
            crossed = traded.exchanged(claim, evidence)
            problems.append(_instead(crossed))
            problems += [Problem(courses.turned(part, evidence), otherwise=True) for part in claim.parts]
            by = rates.differing(claim.text, evidence)
            problems += [Problem(each.reason, otherwise=True, sure=each.sure) for each in by]
        cell = None if wrong else crossing.stray(claim, evidence)
        if cell and cell.proven:
            problems.append(Problem(cell.reason, otherwise=True))
        problems = _each_once([*problems, *_doubts(claim, near)])
        against = [*(proof.place for _, proof in proofs if proof.problem), *(each.held.place for each in wrong)]
        against += [cell.place] if cell and cell.proven else []
        against += [apart[1].place] if apart else []
        decided = [place for place in against if place] or [proof.place for _, proof in proofs if proof.place]
        said = "every figure is in the evidence" if proofs else "no figure to check"
        notes = dict.fromkeys(proof.note for _, proof in proofs if proof.note)
        unread = [proof.note for _, proof in proofs if proof.unread]
        words = [each.words for each in problems]
        return finding(
            self,
            claim,
            Outcome.FAILS if problems else Outcome.UNCHECKED if unread else Outcome.HOLDS,
            "; ".join(words or unread or [said, *notes]),
            gate=not claim.references or any(each.sure for each in problems),
            otherwise=any(each.otherwise for each in problems) if problems else None,
            places=tuple(dict.fromkeys(filter(None, decided))),
            score=_score(claim, proofs, words, near, elsewhere=bool(wrong or crossed)),
        )

    def proofs(
        self, claim: Claim, cited: Sequence[Cited], names: Names, library: Library
    ) -> tuple[list[tuple[Figure, Proof]], list[Held], Near]:
        """The figures of the claim with what proves each or speaks against it; the evidence, and what is near it."""
        claimed = quantities(claim.text, names) if claim.citations or claim.references else []
        evidence = held(cited)
        wider = held(cited, whole=True) if claim.references else evidence
        near = Near(cited, library)
        proving = Proving(claim, Grounds.of(claim, cited, evidence), wider, cited, near)
        tongue = _tongue(claim, cited)
        proofs = [(figure, proving.proof(figure)) for figure in claimed]
        if tongue:
            proofs = [(figure, _abroad(figure, proof, cited, tongue)) for figure, proof in proofs]
        return proofs, evidence, near

    def _too_many(self, claim: Claim, numbers: int) -> Finding:
        return finding(
            self,
            claim,
            Outcome.UNCHECKED,
            f"it has {numbers} numbers, and at most {MOST} are compared: make more sentences of it",
        )


def _doubts(claim: Claim, near: Near) -> Iterator[Problem]:
    """What votes and small numbers stand near what is cited instead, and what the claim's figures do not come to."""
    votes = list(ballots.votes(claim.text))
    vote = votes[0] if len(votes) == 1 else None
    if vote:
        yield _instead(ballots.differing(vote, near.texts))
    yield _instead(ballots.divided(claim.text, near.texts))
    yield _instead(few.differing(claim.text, near.texts))
    for way in (inner.disagreements, inner.ratios, inner.shares, inner.points, inner.growths, balance.slips):
        yield from map(_wrong, way(claim.text))
    if not claim.references:
        return
    if vote:
        yield _instead(ballots.exchanged(vote, near.texts))
    yield _instead(counted.another(claim.text, near.evidence))
    yield _instead(counted.more(claim.text, near.evidence))
    yield from map(_wrong, slips.slips(claim.text, near.evidence))
    yield from (_instead(counted.rival(each, claim.text, near.evidence)) for each in figures.find(claim.text))
    yield from map(_instead, scores.stray(claim.text, (each.text for each in near.documents)))
    yield from map(_wrong, clocks.stray(claim.text, (each.text for each in near.documents)))


def _instead(words: str) -> Problem:
    return Problem(words, otherwise=True, sure=False)


def _wrong(words: str) -> Problem:
    return Problem(words, otherwise=False, sure=False)


def _each_once(problems: Sequence[Problem]) -> list[Problem]:
    """Without those that are none; of what is said twice nothing is sure that is once in doubt."""
    told: dict[str, Problem] = {}
    for each in problems:
        before = told.get(each.words, each)
        both = before.otherwise or each.otherwise, before.sure and each.sure
        told[each.words] = Problem(each.words, *both)
    return [each for words, each in told.items() if words]


def _tables(proofs: Sequence[tuple[Figure, Proof]], evidence: Sequence[Held], near: Near) -> list[Held]:
    """The tables near what is cited in which figures of the claim stand, and which are not cited."""
    known = [each.place for each in evidence]
    places = [proof.place for _, proof in proofs if proof.place and proof.place not in known]
    grids = [each.grid for each in near.evidence if each.grid and each.place in places] if places else []
    return [each for each in near.evidence if each.grid in grids and each.place not in known] if grids else []


def _meant(figure: Figure, claim: Claim, evidence: Sequence[Held], near: Near) -> bool:
    """Whether a figure that stands elsewhere is likely to have been computed."""
    figure = counting(figure)
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


def _ratio(figure: Figure, claim: Claim, evidence: Sequence[Held]) -> Problem:
    """How a ratio in words differs from that of the two figures that the claim names."""
    made = corrected.ratio(figure, claim.text, evidence)
    words = f"figure differs: {shown(figure)} against {made.value:.2f} ({made.words})" if made else ""
    return Problem(words, otherwise=True)
