"""How a challenge is decided: by evidence, and by a judge only where both sides have located grounds.

A failed gate decides alone what it bears on. A challenge, an answer and a judgement count only with a quote that is
found, or a failed finding. What nobody can show changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from moot.debate import bearing
from moot.debate.drafts import only
from moot.debate.grounds import locate, located
from moot.debate.positions import MISREAD, borne_out, change
from moot.evidence.library import Library
from moot.verify.referee import Referee
from moot.verify.relation import glimpse, relate
from moot.verify.weigh import Weighed, weigh
from moot.words import (
    Action,
    Challenge,
    ChallengeKind,
    Claim,
    Draft,
    Finding,
    Judgement,
    Outcome,
    Place,
    Relation,
    Response,
    Ruling,
    Verdict,
    findings_by_claim,
)

EVIDENCE = "evidence"


class GivenUp(StrEnum):
    """Why a claim that its author gave up is contested at most."""

    MERELY = "its author gave it up, every check bears it out, and nothing that was quoted speaks against it"
    MISREAD = "its author gave it up, and every check bears it out"
    """As misreading its source."""


def gave_way(response: Response) -> str:
    """Why a challenge is upheld whose answer conceded or withdrew the claim, in words."""
    verb = "withdrew the claim" if response.action is Action.WITHDRAW else "conceded"
    return f"the author {verb}: {response.grounds}"


@dataclass(frozen=True)
class Court:
    """What rulings are made from: the draft with its findings, over the library."""

    draft: Draft
    findings: Sequence[Finding]
    library: Library
    referee: Referee
    silent: bool = False
    """The author cannot answer: it is a file. Then the findings on a claim are weighed against one another."""

    def by_evidence(self, challenge: Challenge, response: Response | None) -> Ruling | None:
        """The ruling that needs no judgement, or None where both sides have located grounds."""
        claim = self._claim(challenge.claim)
        failed = self._failed(challenge)
        gate = next((finding for finding in failed if finding.gate), None)
        if gate is not None:
            return self.ruling(challenge, Verdict.UPHELD, f"check '{gate.check}' fails: {gate.reason}", gate.places)
        if challenge.claim is not None and claim is None:
            return self.ruling(challenge, Verdict.DISMISSED, "it names no claim of the draft")
        grounds = located(challenge.citations, self.library)
        places = (*grounds, *(place for finding in failed for place in finding.places))
        if not grounds and not failed:
            return self.ruling(challenge, Verdict.DISMISSED, "no located ground: none of its quotes is in the evidence")
        objection = self._provable_objection(challenge, claim, grounds)
        if objection:
            return self.ruling(challenge, Verdict.DISMISSED, objection, places)
        if self.silent and failed:
            return self._weighed(challenge, places)
        if self.silent:
            return None
        if response is None:
            # Silence proves nothing against a claim; that something is missing can be seen without an answer.
            verdict = Verdict.UPHELD if claim is None else Verdict.UNDECIDED
            return self.ruling(challenge, verdict, "the author did not answer it", places)
        if response.action is Action.WITHDRAW and self.merely_given_up(challenge, response):
            return None
        if response.action is not Action.REBUT:
            return self.ruling(challenge, Verdict.UPHELD, gave_way(response), places)
        rebuttal = located(response.citations, self.library)
        if not rebuttal:
            return self.ruling(challenge, Verdict.UPHELD, "the rebuttal has no quote that is in the evidence", places)
        if claim is not None and not grounds and self._cured(claim, response, failed):
            return self.ruling(challenge, Verdict.DISMISSED, "with the author's quote the check holds", rebuttal)
        return None

    def _weighed(self, challenge: Challenge, places: Sequence[Place]) -> Ruling:
        weighed = self.weighed(challenge.claim or "")
        likely = f"{weighed.probability:.0%} likely that the evidence supports it"
        if not weighed.settled:
            return self.ruling(challenge, Verdict.UNDECIDED, f"all findings weighed, it is {likely}", places)
        if weighed.supported:
            return self.ruling(challenge, Verdict.DISMISSED, f"all findings weighed, it is {likely}", places)
        return self.ruling(challenge, Verdict.UPHELD, f"{challenge.grounds} ({likely})", places)

    def by_judge(self, challenge: Challenge, judge: str, judgement: Judgement | None, both: Sequence[Place]) -> Ruling:
        """The judge's word where it has a located quote; else undecided, with both sides' places."""
        if judgement is None:
            return self.ruling(
                challenge, Verdict.UNDECIDED, "located quotes on both sides, and no ruling by a judge", both
            )
        places = located(judgement.citations, self.library)
        if not places:
            why = "its quote is not in the evidence" if judgement.citations else "it gives no quote"
            return self.ruling(challenge, Verdict.UNDECIDED, f"the judge's ruling is void: {why}", both)
        return Ruling(
            challenge=challenge.id,
            claim=challenge.claim,
            by=judge,
            verdict=judgement.verdict,
            reason=judgement.reason,
            places=places,
        )

    def given_up(self, challenge: Challenge, response: Response | None) -> GivenUp | None:
        """Why a claim that its author gave up is contested at most; None where a check fails, or nobody gave it up.

        That it misreads its own source is one word against all checks; that another says otherwise may be a quote.
        """
        claim = self._claim(challenge.claim)
        if claim is None or response is None or response.action is Action.REBUT:
            return None
        if not borne_out(claim, self._by_claim.get(claim.id, ())):
            return None
        if self.merely_given_up(challenge, response):
            return GivenUp.MERELY
        return GivenUp.MISREAD if challenge.kind in MISREAD else None

    def merely_given_up(self, challenge: Challenge, response: Response | None) -> bool:
        """Whether only its author's word speaks against a claim that every check bears out.

        Neither the answer nor the challenge quotes anything with which it cannot stand, as far as words tell.
        """
        claim = self._claim(challenge.claim)
        if claim is None or response is None:
            return False
        found = self._by_claim.get(claim.id, ())
        given = change(challenge, response, claim, claim.citations, found, self.library)
        if given is None or given.places or given.failed or not borne_out(claim, found):
            return False
        quotes = [each.quote for each in challenge.citations if locate(each, self.library)]
        return not any(_against(claim.text, quote) for quote in quotes)

    def gate_fails(self, claim: str | None) -> bool:
        """Whether what is provable speaks against a claim."""
        return any(each.gate and each.outcome is Outcome.FAILS for each in self._by_claim.get(claim or "", ()))

    def weighed(self, claim: str) -> Weighed:
        """The findings on a claim, weighed against one another."""
        return weigh(self._by_claim.get(claim, ()))

    def without(self, overruled: Collection[tuple[str, str]]) -> Court:
        """But for what fails with a reason that was overruled of its claim."""
        return replace(self, findings=[each for each in self.findings if (each.claim, each.reason) not in overruled])

    def sides(self, challenge: Challenge, response: Response | None) -> tuple[Place, ...]:
        answer = response.citations if response else ()
        return located((*challenge.citations, *answer), self.library)

    def _provable_objection(self, challenge: Challenge, claim: Claim | None, grounds: Sequence[Place]) -> str:
        """Why the record itself refutes the challenge, or ''."""
        if challenge.kind is ChallengeKind.UNDATED and claim is not None and all(self._dates(claim).values()):
            return "every source of the claim gives its date"
        if challenge.kind is ChallengeKind.STALE and claim is not None:
            cited = [date for date in self._dates(claim).values() if date]
            against = [self._date(place.source) for place in grounds]
            if cited and not any(date and date > min(cited) for date in against):
                return "no source that it quotes is newer than the claim's"
        if challenge.kind is ChallengeKind.MISSING and grounds and all(self._used(place) for place in grounds):
            return "the draft already cites what it quotes"
        return ""

    def _used(self, place: Place) -> bool:
        citations = [citation for claim in self.draft.claims() for citation in claim.citations]
        mine = located(citations, self.library)
        return any(each.source == place.source and each.start <= place.start and each.end >= place.end for each in mine)

    def _cured(self, claim: Claim, response: Response, failed: Sequence[Finding]) -> bool:
        """Evidence alone: does every check that failed hold once the author's quotes are counted in?"""
        widened = claim.model_copy(update={"citations": (*claim.citations, *response.citations)})
        rest = (each for each in only(self.draft, claim.premises).claims() if each.id != claim.id)
        claims = [widened, *{each.id: each for each in rest}.values()]
        again = {each.check: each for each in self.referee.findings(claims, self.library) if each.claim == claim.id}
        return all((now := again.get(each.check)) and now.outcome is Outcome.HOLDS for each in failed)

    def _failed(self, challenge: Challenge) -> list[Finding]:
        """Failed findings on the claim that are the challenge's ground: those that it rests on, and gates that bear on
        what it is about.
        """
        return [
            each
            for each in self._by_claim.get(challenge.claim or "", ())
            if each.outcome is Outcome.FAILS
            and (each.check in challenge.findings or (each.gate and bearing.bears(each, challenge)))
        ]

    def _claim(self, id: str | None) -> Claim | None:
        return self._claims.get(id or "")

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in reversed(list(self.draft.claims()))}

    @cached_property
    def _by_claim(self) -> dict[str, list[Finding]]:
        return findings_by_claim(self.findings)

    def _dates(self, claim: Claim) -> Mapping[str, str | None]:
        passages = (self.library.passage(citation.passage) for citation in claim.citations)
        return {passage.source: self._date(passage.source) for passage in passages if passage}

    def _date(self, id: str) -> str | None:
        """At which what the source says was told: an old text that is put up again is no newer for that."""
        source = self.library.source(id)
        return source.told if source else None

    def ruling(self, challenge: Challenge, verdict: Verdict, reason: str, places: Sequence[Place] = ()) -> Ruling:
        """One that the evidence makes."""
        return Ruling(
            challenge=challenge.id,
            claim=challenge.claim,
            by=EVIDENCE,
            verdict=verdict,
            reason=reason,
            places=tuple(places),
        )


def _against(claim: str, quote: str) -> bool:
    return glimpse(claim, quote).opposable or relate(claim, quote).relation is Relation.CONFLICT
