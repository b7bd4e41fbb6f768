"""Do the figures of a claim belong, in its evidence, to something else? Signal for what is only likely."""

from __future__ import annotations

from collections.abc import Sequence

from moot.evidence.library import Library
from moot.verify import bound
from moot.verify.held import held
from moot.words import Claim, ClaimKind, Finding, Outcome


class Subjects:
    """Each figure stands in the row, column or clause of what the claim says it of.

    What is proven is left to `Figures`. Applies to claims in own words whose figures stand in the evidence.
    """

    name = "subjects"
    version = "1"
    gate = False

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        asked = (claim for claim in claims if claim.kind in (ClaimKind.STATED, ClaimKind.COMPUTED))
        found = [self._finding(claim, library) for claim in asked]
        return [finding for finding in found if finding]

    def _finding(self, claim: Claim, library: Library) -> Finding | None:
        evidence = held(library.cited(claim))
        if not evidence:
            return None
        wrong = [each for each in bound.misplaced(claim.text, evidence) if not each.proven]
        return Finding(
            check=self.name,
            version=self.version,
            claim=claim.id,
            outcome=Outcome.FAILS if wrong else Outcome.HOLDS,
            gate=self.gate,
            reason="; ".join(dict.fromkeys(each.reason for each in wrong)) or "no figure belongs to something else",
            places=tuple(dict.fromkeys(each.held.place for each in wrong)),
        )
