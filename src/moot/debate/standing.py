"""What the reader is told of each claim: the one place where a standing is decided.

The order is that of what is provable: what was withdrawn, what a gate refutes, what could not be checked, what an
upheld challenge with located grounds refutes, whether the premises of an inference stand, what is still argued. Only
what is left is proven. No ruling reaches past a failed gate.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from moot.verify.inferring.left_open import says_open
from moot.verify.relating import amounts
from moot.verify.weigh import JUDGE, is_plain
from moot.verify.wording import joined
from moot.words import (
    Basis,
    Challenge,
    ChallengeKind,
    Citation,
    Claim,
    ClaimKind,
    Disagreement,
    Draft,
    Finding,
    Outcome,
    Ruling,
    Standing,
    Verdict,
    findings_by_claim,
)

FIGURE_GATES = frozenset({"figures", "computed"})
WORDING = "entailment"
"""The check that compares what a claim says with what its evidence says."""
SUBJECT = "topic"
"""The check that says whether what a claim cites is about its subject at all."""

REFUTING = {
    ChallengeKind.CONFLICT: Standing.CONTRADICTED,
    ChallengeKind.FIGURE: Standing.CONTRADICTED,
    ChallengeKind.NOT_CARRIED: Standing.UNSUPPORTED,
    ChallengeKind.OVERREACH: Standing.UNSUPPORTED,
    ChallengeKind.CONDITION: Standing.UNSUPPORTED,
}
"""What becomes of a claim when a challenge of this kind is upheld on located grounds and not remedied."""

STANDS = frozenset({Standing.PROVEN, Standing.INFERRED})
"""What the reader may rely on."""
UNSETTLED = frozenset({Standing.CONTESTED, Standing.UNCHECKED})
"""Of what may be said that it is open. What is refuted, or merely unsupported, is not."""

DISAGREE = frozenset({Basis.SIDE, Basis.OPPOSED})
"""What a claim rests on of which it is told that the sources disagree."""
_DISAGREE = "the sources disagree"


@dataclass(frozen=True)
class Judged:
    """A standing with the reason for it, in words for a reader."""

    standing: Standing
    reason: str
    plain: str = ""
    """The reason without the words of a debate, where it has such: nobody argues for a file that is audited."""
    basis: Basis | None = None
    """None where nothing depends on it."""


def standings(
    draft: Draft,
    findings: Sequence[Finding],
    challenges: Sequence[Challenge],
    rulings: Sequence[Ruling],
    withdrawn: Mapping[str, str],
    remedied: Collection[str] = frozenset(),
) -> dict[str, Judged]:
    """The standing of every claim of `draft`, and of every withdrawn one, by claim id.

    `findings`: those on this very draft. `withdrawn`: claim id → reason. `remedied`: ids of the challenges because of
    which the draft was changed. Pure: nothing but the arguments decides.
    """
    judged = _Known.of(draft, findings, challenges, rulings, withdrawn, remedied).judged()
    gone = {id: Judged(Standing.WITHDRAWN, reason) for id, reason in withdrawn.items()}
    return {**judged, **gone}


@dataclass(frozen=True)
class _Known:
    """Everything that is known of each claim, by claim id."""

    claims: dict[str, Claim]
    findings: dict[str, list[Finding]]
    challenges: dict[str, list[Challenge]]
    rulings: dict[str, Ruling]
    withdrawn: Mapping[str, str]
    remedied: Collection[str]
    sides: dict[str, str] = field(default_factory=dict[str, str])
    """Claim id → subject of the disagreement that it is a side of."""
    together: list[set[str]] = field(default_factory=list[set[str]])
    """The claims of each disagreement."""

    @classmethod
    def of(
        cls,
        draft: Draft,
        findings: Sequence[Finding],
        challenges: Sequence[Challenge],
        rulings: Sequence[Ruling],
        withdrawn: Mapping[str, str],
        remedied: Collection[str],
    ) -> _Known:
        ruled = {ruling.challenge: ruling for ruling in rulings}
        known = cls({}, findings_by_claim(findings), {}, ruled, withdrawn, remedied)
        for claim in draft.claims():
            known.claims.setdefault(claim.id, claim)
        for challenge in challenges:
            if challenge.claim:
                known.challenges.setdefault(challenge.claim, []).append(challenge)
        named = {side.id for disagreement in draft.disagreements for side in disagreement.sides}
        others = [claim for id, claim in known.claims.items() if id not in named]
        for disagreement in draft.disagreements:
            ids = [side.id for side in disagreement.sides]
            ids += [claim.id for claim in others if known._is_side(claim, disagreement)]
            known.together.append(set(ids))
            for id in ids:
                known.sides.setdefault(id, disagreement.subject)
        return known

    def _is_side(self, claim: Claim, disagreement: Disagreement) -> bool:
        """Whether a claim that no disagreement names is a side: in the words of one, or by the quotes of a conflict.

        A passage speaks of many things, and so does a row: it must quote what one side quotes, tell no other figure of
        it, and be set against what another quotes.
        """
        if any(_words(claim) == _words(side) for side in disagreement.sides):
            return True
        raised = self.challenges.get(claim.id, [])
        conflicts = [each for each in raised if each.kind is ChallengeKind.CONFLICT and not self._lost(each)]
        against = [citation for each in conflicts for citation in each.citations]
        with_it = [
            side
            for side in disagreement.sides
            if _quotes_alike(claim.citations, side.citations) and not amounts.unlike(claim.text, side.text)
        ]
        rest = [side for side in disagreement.sides if side not in with_it]
        return bool(with_it) and any(_quotes_alike(against, side.citations) for side in rest)

    def judged(self) -> dict[str, Judged]:
        """Every claim of the draft: first what each comes to by itself, then, from the premises on, what rests on it.

        Inferences that lead back to themselves hold one another up by nothing: they are unsupported.
        """
        alone = {id: self._alone(claim) for id, claim in self.claims.items()}
        waiting = {id: claim for id, claim in self.claims.items() if _rests(claim, alone[id])}
        found = {id: judged for id, judged in alone.items() if id not in waiting}
        told = {id: self._told_of(claim, alone) for id, claim in waiting.items()}
        while waiting:
            open_ = {id: (waiting.keys() & claim.premises) - told[id] for id, claim in waiting.items()}
            ready = [id for id in waiting if not open_[id]]
            for id in ready:
                found[id] = self._with_premises(waiting.pop(id), alone, found, told[id])
            if not ready:
                found |= {id: _by_premise(Standing.UNSUPPORTED, min(open_[id]), "is unsupported") for id in waiting}
                break
        return {id: found[id] for id in self.claims}

    def _alone(self, claim: Claim) -> Judged:
        return self._perhaps_elsewhere(claim, self._by_itself(claim))

    def _perhaps_elsewhere(self, claim: Claim, judged: Judged) -> Judged:
        """What is merely not in the sources that were read may be in those that could not be opened."""
        partly = {each.mark for each in claim.references if each.source}
        shut = [each.unopened(partly) for each in claim.references if each.entry and not each.source]
        left = {each.kind for each in self.challenges.get(claim.id, []) if not self._lost(each)}
        doubted = judged.standing in (Standing.UNSUPPORTED, Standing.CONTESTED)
        if not shut or not doubted or left != {ChallengeKind.NOT_CARRIED} or self._refuted_by_gate(claim.id):
            return judged
        marks = ", ".join(dict.fromkeys(shut))
        return Judged(Standing.UNCHECKED, f"{marks} could not be opened, and what was read does not say all of it")

    def _by_itself(self, claim: Claim) -> Judged:
        return (
            self._withdrawn(claim.id)
            or self._refuted_by_gate(claim.id)
            or self._uncited(claim)
            or self._unchecked(claim)
            or self._refuted_by_challenge(claim.id)
            or self._contested(claim.id)
            or self._unworded(claim.id)
            or self._stands(claim)
        )

    def _with_premises(
        self, claim: Claim, alone: Mapping[str, Judged], found: Mapping[str, Judged], told: Collection[str]
    ) -> Judged:
        """What an inference comes to. `found`: its premises; `told`: those that need not stand for what it says."""
        own = alone[claim.id]
        if not claim.premises:
            return Judged(Standing.UNSUPPORTED, "it names no premise that it follows from")
        open_ = [id for id in claim.premises if id not in told and (id not in found or not _stands(found[id]))]
        for premise in open_:
            if premise not in found or found[premise].standing not in UNSETTLED:
                return _by_premise(Standing.UNSUPPORTED, premise, self._fallen(premise, found))
        for premise in sorted(open_, key=lambda id: found[id].standing is not Standing.CONTESTED):
            return _by_premise(found[premise].standing, premise, f"is {found[premise].standing.value}")
        left_open = [id for id in claim.premises if id in told and not _stands(alone[id])]
        if left_open and own.standing is Standing.INFERRED:
            return replace(own, reason=f"{own.reason}; {', '.join(left_open)} not settled")
        return own

    def _told_of(self, claim: Claim, alone: Mapping[str, Judged]) -> set[str]:
        """The premises that need not stand for what the claim says of them.

        To say that the sources disagree, both sides of a disagreement are needed; to say that something is open, what
        is argued about or could not be checked.
        """
        own = set(claim.premises)
        told = {id for ids in self.together if len(both := own & ids) > 1 for id in both}
        if says_open(claim.text):
            told |= {id for id in own if id in alone and alone[id].standing in UNSETTLED}
        return told

    def _fallen(self, premise: str, found: Mapping[str, Judged]) -> str:
        if premise not in found:
            return "is withdrawn" if premise in self.withdrawn else "is not in the draft"
        return f"is {found[premise].standing.value}"

    def _withdrawn(self, id: str) -> Judged | None:
        return Judged(Standing.WITHDRAWN, self.withdrawn[id]) if id in self.withdrawn else None

    def _refuted_by_gate(self, id: str) -> Judged | None:
        failed = [f for f in self.findings.get(id, []) if f.gate and f.outcome is Outcome.FAILS]
        for finding in failed:
            if finding.otherwise:
                return Judged(Standing.CONTRADICTED, finding.reason)
        return Judged(Standing.UNSUPPORTED, joined(f.reason for f in failed)) if failed else None

    def _uncited(self, claim: Claim) -> Judged | None:
        if claim.citations or claim.references or claim.kind is ClaimKind.INFERRED:
            return None
        return Judged(Standing.UNSUPPORTED, "it cites nothing")

    def _unchecked(self, claim: Claim) -> Judged | None:
        gates = [finding for finding in self.findings.get(claim.id, []) if finding.gate]
        for finding in gates:
            if finding.outcome is Outcome.UNCHECKED:
                return Judged(Standing.UNCHECKED, finding.reason)
        # An inference rests on its premises; it may have no evidence of its own for a gate to look at.
        if not gates and claim.kind is not ClaimKind.INFERRED:
            return Judged(Standing.UNCHECKED, "no check has looked at it")
        return None

    def _unworded(self, id: str) -> Judged | None:
        """Quote and figures alone do not say what a claim says: nothing compared its wording, so it is not proven. A
        judge reads any language.
        """
        found = self.findings.get(id, [])
        if any(each.check == JUDGE and each.outcome is Outcome.HOLDS for each in found):
            return None
        for finding in found:
            if finding.check == WORDING and finding.outcome is Outcome.UNCHECKED:
                return Judged(Standing.UNCHECKED, finding.reason)
        return None

    def _refuted_by_challenge(self, id: str) -> Judged | None:
        """By the first that says otherwise, else because too little was found: then that what it cites is about another
        subject says why, or what is as good as a proof, or a figure that is missing, or the first that a place shows.
        """
        refuted = list(self._refutations(id))
        otherwise = next((each for each, _ in refuted if each.standing is Standing.CONTRADICTED), None)
        return otherwise or (refuted[0][0] if any(located for _, located in refuted) else None)

    def _refutations(self, id: str) -> Iterator[tuple[Judged, bool]]:
        """What upheld challenges come to, and whether a place shows it. A contradiction always has one."""
        plain = {each.check for each in self.findings.get(id, []) if each.outcome is Outcome.FAILS and is_plain(each)}
        raised = self.challenges.get(id, [])

        def rank(challenge: Challenge) -> tuple[bool, bool, bool]:
            checks = challenge.findings
            return SUBJECT not in checks, plain.isdisjoint(checks), not self._shown(challenge)

        for challenge in sorted(raised, key=rank):
            ruling = self.rulings.get(challenge.id)
            shown = challenge.kind is ChallengeKind.CONFLICT and (id in self.sides or self._otherwise(challenge))
            if ruling is None or challenge.id in self.remedied or shown:
                continue
            standing = REFUTING.get(challenge.kind) if ruling.verdict is Verdict.UPHELD else None
            if standing and (ruling.places or standing is not Standing.CONTRADICTED):
                reason = f"challenge upheld ({challenge.kind.value}): {ruling.reason}"
                yield Judged(standing, reason, ruling.reason), bool(ruling.places)

    def _shown(self, challenge: Challenge) -> bool:
        """Whether a place shows what a challenge came to, or a figure tells it."""
        ruling = self.rulings.get(challenge.id)
        return not FIGURE_GATES.isdisjoint(challenge.findings) or bool(ruling and ruling.places)

    def _otherwise(self, challenge: Challenge) -> str:
        """What another source says against a claim in its source's own words; empty where these are not.

        Such a claim says what its source says: that another contradicts it shows that the two disagree.
        """
        claim = self.claims.get(challenge.claim or "")
        if claim is None or challenge.kind is not ChallengeKind.CONFLICT:
            return ""
        own = [citation for citation in claim.citations if _words(claim).rstrip(".") in _quoted(citation)]
        others = (each for each in challenge.citations if own and not _quotes_alike([each], claim.citations))
        return next((each.quote for each in others), "")

    def _contested(self, id: str) -> Judged | None:
        if id in self.sides:
            return Judged(Standing.CONTESTED, f"{_DISAGREE}: {self.sides[id]}", basis=Basis.SIDE)
        for challenge in self.challenges.get(id, []):
            if self._open(challenge) is _Open.UNREMEDIED and (otherwise := self._otherwise(challenge)):
                reason = f"{_DISAGREE}: it is word for word in its source, another says “{otherwise}”"
                return Judged(Standing.CONTESTED, reason, basis=Basis.OPPOSED)
        for challenge in self.challenges.get(id, []):
            state = self._open(challenge)
            if state:
                reason = f"challenge {state.value} ({challenge.kind.value}): {challenge.grounds}"
                return Judged(Standing.CONTESTED, reason, f"in doubt: {challenge.grounds}")
        lost = [challenge for challenge in self.challenges.get(id, []) if self._lost(challenge)]
        dismissed = {check for challenge in lost for check in challenge.findings}
        for finding in self.findings.get(id, []):
            if not finding.gate and finding.outcome is Outcome.FAILS and finding.check not in dismissed:
                return Judged(Standing.CONTESTED, f"{finding.check}: {finding.reason}")
        return None

    def _stands(self, claim: Claim) -> Judged:
        idle = [f.check for f in self.findings.get(claim.id, []) if f.outcome is Outcome.UNCHECKED]
        also = f"; not checked: {', '.join(idle)}" if idle else ""
        if claim.kind is ClaimKind.INFERRED:
            return Judged(Standing.INFERRED, f"follows from {', '.join(claim.premises)}{also}", basis=Basis.PREMISES)
        gates = [finding.check for finding in self.findings.get(claim.id, []) if finding.gate]
        return Judged(Standing.PROVEN, f"{', '.join(gates)} hold{'s' if len(gates) == 1 else ''}{also}")

    def _open(self, challenge: Challenge) -> _Open | None:
        """What keeps a challenge open; None when it is settled."""
        ruling = self.rulings.get(challenge.id)
        if challenge.id in self.remedied or self._lost(challenge):
            return None
        if ruling is None:
            return _Open.UNRULED if challenge.citations or challenge.findings else None
        return _Open.UNREMEDIED if ruling.verdict is Verdict.UPHELD else _Open.UNDECIDED

    def _lost(self, challenge: Challenge) -> bool:
        ruling = self.rulings.get(challenge.id)
        return ruling is not None and ruling.verdict is Verdict.DISMISSED


class _Open(StrEnum):
    """Why a challenge is open still."""

    UNRULED = "not ruled on"
    UNREMEDIED = "upheld and not remedied"
    """Nothing was changed because of it."""
    UNDECIDED = "undecided"


def _by_premise(standing: Standing, premise: str, how: str) -> Judged:
    """What an inference comes to by a premise that does not stand."""
    return Judged(standing, f"premise {premise} {how}", basis=Basis.PREMISES)


def _rests(claim: Claim, alone: Judged) -> bool:
    """Whether a claim falls with its premises. Gates, missing checks and refutations are said as they are."""
    return claim.kind is ClaimKind.INFERRED and alone.standing in (Standing.INFERRED, Standing.CONTESTED)


def _stands(judged: Judged) -> bool:
    return judged.standing in STANDS


def _words(claim: Claim) -> str:
    return " ".join((claim.about + " " + claim.text).casefold().split())


def _quotes_alike(ours: Sequence[Citation], theirs: Sequence[Citation]) -> bool:
    """Whether a quote of the one is in a quote of the other, from the same passage."""
    return any(
        one.passage == other.passage and (_quoted(one) in _quoted(other) or _quoted(other) in _quoted(one))
        for one in ours
        for other in theirs
    )


def _quoted(citation: Citation) -> str:
    return " ".join(citation.quote.casefold().split())
