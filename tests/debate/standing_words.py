"""Claims, findings, challenges and rulings for the tests of standings."""

from __future__ import annotations

from moot.words import (
    Challenge,
    ChallengeKind,
    Citation,
    Claim,
    ClaimKind,
    Disagreement,
    Draft,
    Finding,
    Outcome,
    Place,
    Remedy,
    Ruling,
    Section,
    Verdict,
)

PLACE = Place(source="S1", passage="S1.1", start=0, end=5)
CITED = (Citation(passage="S1.1", quote="a quote"),)


def claim(id: str = "c1", **more: object) -> Claim:
    return Claim.model_validate({"id": id, "kind": ClaimKind.STATED, "text": f"claim {id}", "citations": CITED} | more)


def inferred(id: str, *premises: str) -> Claim:
    return Claim(id=id, kind=ClaimKind.INFERRED, text=f"so {id}", premises=premises)


def draft(*claims: Claim, disagreements: tuple[Disagreement, ...] = ()) -> Draft:
    return Draft(sections=(Section(title="Answer", claims=claims),), disagreements=disagreements)


def finding(outcome: Outcome, claim: str = "c1", check: str = "quotes", gate: bool = True, at: bool = False) -> Finding:
    places = (PLACE,) if at else ()
    return Finding(check=check, version="1", claim=claim, outcome=outcome, gate=gate, reason="why", places=places)


def holds(*claims: str) -> list[Finding]:
    return [finding(Outcome.HOLDS, id) for id in claims]


def challenge(kind: ChallengeKind = ChallengeKind.OVERREACH, id: str = "r1.reviewer-1.1", **more: object) -> Challenge:
    base = {"id": id, "claim": "c1", "kind": kind, "grounds": "grounds", "remedy": Remedy.REVISE, "citations": CITED}
    return Challenge.model_validate(base | more)


def ruling(verdict: Verdict, id: str = "r1.reviewer-1.1", at: bool = True) -> Ruling:
    places = (PLACE,) if at else ()
    return Ruling(challenge=id, claim="c1", by="evidence", verdict=verdict, reason="so it is", places=places)
