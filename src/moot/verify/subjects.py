"""Do the figures of a claim, and its words that are cells of a table, belong to something else in its evidence? Signal
for what is only likely.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.evidence.library import Library
from moot.text import figures
from moot.text.figures import FigureKind
from moot.verify.check import finding
from moot.verify.reckoning.following import restored, sums
from moot.verify.reckoning.given import tables
from moot.verify.reckoning.given.held import held
from moot.verify.reckoning.said_of import bound, crossing, fitting, versioned, written_out
from moot.verify.reckoning.said_of.misplaced import Misplaced
from moot.verify.reckoning.settling import unlikely
from moot.words import Claim, ClaimKind, Finding, Outcome


class Subjects:
    """Each figure stands in the row, column or clause of what the claim says it of, each word of a cell in the row and
    column; a change is one, a share fits.

    What is proven is left to `Figures`. Applies to claims in own words whose figures stand in the evidence or that cite
    a table, and to the cells of tables. The score of a finding is 0 where a figure stands in another row of a table (of
    2,638 true sentences of written reports in `training/weights` none was so doubted, of the faulty 16), in another
    column than the one that the claim names, or counts another thing there while a sentence nearer to the claim counts
    the same otherwise; and where a word of a cell does, in a claim that says little else.
    """

    name = "subjects"
    version = "17"
    gate = False

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        asked = (claim for claim in claims if claim.kind in (ClaimKind.STATED, ClaimKind.COMPUTED) or _is_cell(claim))
        found = [self._finding(claim, library) for claim in asked]
        return [finding for finding in found if finding]

    def _finding(self, claim: Claim, library: Library) -> Finding | None:
        cited = library.cited(claim)
        evidence = held(cited)
        passages = {each.passage.id: each.passage for each in cited if each.span and each.passage}
        grids = [grid for each in passages.values() if (grid := tables.read(each))]
        version = versioned.other(claim.text, cited, library.passages)
        if not evidence and not grids and not version:
            return None
        cell = crossing.stray(claim, evidence)
        if _is_cell(claim):
            return self._cell(claim, cell)
        wrong = [
            each
            for part in claim.parts
            for each in bound.misplaced(part, evidence)
            if not each.proven and not sums.follows(each.figure, part, evidence)
        ]
        own = figures.find(claim.text)
        then = [(figure, restored.made(figure, claim.text, evidence)) for figure in own]
        if any(made and sums.says(figure, made.value) for figure, made in then):
            wrong = [each for each in wrong if each.figure.kind is not FigureKind.DATE]
        reasons = [each.reason for each in wrong] + [
            cell.reason for cell in (cell,) if cell and not cell.proven and not wrong
        ]
        documents = {each.document.source.id: each.document for each in cited if each.document}
        near = list(documents.values())
        row = written_out.judged(claim.text, grids, near) or fitting.judged(claim.text, grids, near)
        reasons += [row.reason] if row and not row.holds else []
        reasons += [unlikely.share(figure, claim.text, evidence) for figure in own]
        reasons = list(dict.fromkeys(filter(None, [*reasons, version])))
        return finding(
            self,
            claim,
            Outcome.unless(reasons),
            "; ".join(reasons) or (row.reason if row else "no figure belongs to something else"),
            score=0.0 if version else _score(reasons, wrong, row),
            places=tuple(dict.fromkeys([*(each.held.place for each in wrong), *([cell.place] if cell else [])])),
        )

    def _cell(self, claim: Claim, cell: crossing.Stray | None) -> Finding:
        """Of a cell in its source's own words: of words that are no sentence only the place tells."""
        doubted = cell if cell and not cell.proven else None
        return finding(
            self,
            claim,
            Outcome.unless(doubted),
            doubted.reason if doubted else "no figure belongs to something else",
            places=(doubted.place,) if doubted else (),
        )


def _score(reasons: Sequence[str], wrong: Sequence[Misplaced], row: fitting.Judged | None) -> float | None:
    """0 of what is as good as a proof, 1 of what a row of a table says."""
    if any(each.row or each.told for each in wrong) or (row and not row.holds and row.plain):
        return 0.0
    return 1.0 if row and row.holds and not reasons else None


def _is_cell(claim: Claim) -> bool:
    return claim.kind is ClaimKind.QUOTED and bool(claim.about)
