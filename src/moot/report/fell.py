"""What became of claims in an argument, and what a claim fell by: the ruling that took it out, or its author's word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from moot.debate.rulings import EVIDENCE, gave_way
from moot.words import (
    Action,
    Challenge,
    Challenged,
    ChallengeKind,
    Edited,
    Event,
    Moved,
    Responded,
    Response,
    Ruled,
    Ruling,
    Verdict,
)


def overruled(events: Sequence[Event]) -> dict[str, str]:
    """Challenge → what it came to, where it was not upheld: whoever gave way to it, the claim stayed as it was."""
    last = {event.ruling.challenge: event.ruling for event in events if isinstance(event, Ruled)}
    said = {Verdict.DISMISSED: "dismissed", Verdict.UNDECIDED: "left undecided"}
    return {
        id: f"the challenge was {said[ruling.verdict]} ({ruling.by}), so the claim was not changed for it"
        for id, ruling in last.items()
        if ruling.verdict in said
    }


def revised(events: Sequence[Event]) -> set[str]:
    """Claims whose words the debate changed."""
    edits = (event.edit for event in events if isinstance(event, Edited) and not event.refused)
    return {edit.claim for edit in edits if edit.action == "revise" and edit.claim}


def taken_out(events: Sequence[Event]) -> dict[str, str]:
    """Claims that an edit withdrew → the challenge because of which it did."""
    edits = (event.edit for event in events if isinstance(event, Edited) and not event.refused)
    return {edit.claim: edit.challenge for edit in edits if edit.action == "withdraw" and edit.claim}


@dataclass(frozen=True)
class Falls:
    """By which challenge each claim fell, and how."""

    by: Mapping[str, str]
    """Claim → the challenge that took it out; of one that nobody took out, the one that did most to it."""
    reasons: Mapping[str, str]
    """Claim → why it fell, in words."""
    removing: frozenset[str]
    """Challenges that take a claim out where they are upheld."""

    @classmethod
    def of(cls, events: Sequence[Event]) -> Falls:
        kept = overruled(events)
        moves = [event for event in events if isinstance(event, Moved)]
        moved = {each.challenge: each for each in moves if not each.refused and each.challenge not in kept}
        challenges = {event.challenge.id: event.challenge for event in events if isinstance(event, Challenged)}
        last = {event.ruling.challenge: event.ruling for event in events if isinstance(event, Ruled)}
        upheld = {id: each for id, each in last.items() if each.verdict is Verdict.UPHELD and each.claim}
        answers = {event.response.challenge: event.response for event in events if isinstance(event, Responded)}

        def removes(id: str) -> bool:
            withdrawn = id in moved and moved[id].action is Action.WITHDRAW
            return withdrawn or (id in challenges and challenges[id].kind is ChallengeKind.CONFLICT)

        def reason(id: str) -> str:
            ruling, move = upheld.get(id), moved.get(id)
            if move is not None and (ruling is None or _decided(move, ruling, answers.get(id))):
                return _given_up(move)
            return f"challenge upheld{_kind(challenges.get(id))}: {ruling.reason}" if ruling else ""

        removing = frozenset(filter(removes, {**moved, **upheld}))
        by = {each.claim: id for id, each in moved.items()}
        by |= {each.claim: id for id, each in upheld.items() if each.claim}
        by |= {each.claim: id for id, each in upheld.items() if each.claim and id in removing}
        by |= taken_out(events)
        return cls(by, {claim: told for claim, id in by.items() if (told := reason(id))}, removing)

    def otherwise(self, moved: Moved) -> str:
        """What the claim of a concession fell by, where that was another challenge; else empty."""
        by = self.by.get(moved.claim, moved.challenge)
        other = by != moved.challenge and by in self.removing and moved.challenge not in self.removing
        return self.reasons[moved.claim] if other else ""


def _decided(moved: Moved, ruling: Ruling, answer: Response | None) -> bool:
    """Whether it was its author's word that an upheld challenge came to, and neither a judge's nor a check's."""
    gave = moved.action is Action.WITHDRAW or (answer is not None and ruling.reason == gave_way(answer))
    return ruling.by == EVIDENCE and gave


def _given_up(moved: Moved) -> str:
    past = {"concede": "conceded", "withdraw": "withdrawn"}.get(moved.action.value, "given up")
    return f"{past} by {moved.seat}: {moved.grounds}"


def _kind(challenge: Challenge | None) -> str:
    return f" ({challenge.kind.value})" if challenge else ""
