"""What a run came to, from the events that it told: its drafts, what was said of their claims, what was given up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from moot.debate.answers import inferred
from moot.debate.standing import Judged, standings
from moot.words import (
    Challenge,
    Challenged,
    Checked,
    Draft,
    Drafted,
    Edited,
    Event,
    Finding,
    Outcome,
    Remedy,
    Ruled,
    Ruling,
)

ANSWERED_ANEW = "the answer was said anew over the whole document"
MADE_ANEW = "the document was made anew from the drafts without it"


@dataclass(frozen=True)
class Argued:
    """What a run came to: the first and the last draft, and everything that was said of the claims."""

    first: Draft
    draft: Draft
    findings: tuple[Finding, ...]
    """On the last draft."""
    challenges: tuple[Challenge, ...]
    rulings: tuple[Ruling, ...]
    withdrawn: Mapping[str, str]
    """Ids of the claims that are not in the last draft, with the reason."""
    remedied: frozenset[str]
    left_out: frozenset[str] = frozenset()
    """Those of them that nobody withdrew: a later draft was made without them."""

    @property
    def judged(self) -> dict[str, Judged]:
        """The standings, by claim id."""
        return standings(self.draft, self.findings, self.challenges, self.rulings, self.withdrawn, self.remedied)

    @classmethod
    def of(cls, events: Iterable[Event]) -> Argued:
        """From the events of a run, in their order."""
        drafts, findings = list[Draft](), list[Finding]()
        challenges, rulings = list[Challenge](), list[Ruling]()
        withdrawn, remedied = dict[str, str](), set[str]()
        for event in events:
            if isinstance(event, Drafted):
                drafts.append(event.draft)
                findings = []
                for claim in event.draft.claims():
                    withdrawn.pop(claim.id, None)
            elif isinstance(event, Checked):
                findings = _newest([*findings, *event.findings])
            elif isinstance(event, Challenged):
                challenges.append(event.challenge)
            elif isinstance(event, Ruled):
                rulings.append(event.ruling)
            elif isinstance(event, Edited) and _changes(event):
                remedied |= _remedied(event, challenges)
                if event.edit.action == "withdraw" and event.edit.claim:
                    withdrawn[event.edit.claim] = _why_withdrawn(event, challenges, findings)
        first, last = (drafts[0], drafts[-1]) if drafts else (Draft(), Draft())
        still = {claim.id for claim in last.claims()}
        ever = (claim.id for draft in drafts for claim in draft.claims())
        left_out = dict.fromkeys(id for id in ever if id not in still and id not in withdrawn)
        anew = {id for draft in drafts for id in inferred(draft)} - inferred(last)
        withdrawn |= {id: ANSWERED_ANEW if id in anew else MADE_ANEW for id in left_out}
        return cls(
            first,
            last,
            tuple(findings),
            tuple(challenges),
            tuple(rulings),
            withdrawn,
            frozenset(remedied),
            frozenset(left_out),
        )


def _changes(event: Edited) -> bool:
    return not event.refused and (event.edit.action == "withdraw" or event.edit.new != event.before)


def _remedied(event: Edited, challenges: Sequence[Challenge]) -> set[str]:
    """The challenges that an edit answers: all that stood against the claim when its words changed.

    Authors answer several objections to a claim with one new wording; if it falls short, the next round may say so.
    Words added elsewhere do not mend the claim that was challenged.
    """
    if event.edit.action != "add":
        return {each.id for each in challenges if each.claim == event.edit.claim or each.id == event.edit.challenge}
    asked = [each for each in challenges if each.id == event.edit.challenge]
    return {each.id for each in asked if each.claim is None or each.remedy is Remedy.ADD}


def _newest(findings: Sequence[Finding]) -> list[Finding]:
    """Of several findings of one check on one claim the last one."""
    return list({(finding.claim, finding.check): finding for finding in findings}.values())


def _why_withdrawn(event: Edited, challenges: Sequence[Challenge], findings: Sequence[Finding]) -> str:
    """What the challenge said, unless a gate decided it, whatever it said."""
    failed = (f.reason for f in findings if f.claim == event.edit.claim and f.gate and f.outcome is Outcome.FAILS)
    for challenge in challenges:
        if challenge.id == event.edit.challenge:
            return f"after a challenge ({challenge.kind.value}): {next(failed, challenge.grounds)}"
    return "by its author"
