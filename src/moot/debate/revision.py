"""The next draft: edits applied together, each for an upheld challenge; an edit that would not stand is refused.

Edits are judged in the draft that they make, since one may rest on another (a revised inference on an added claim). If
some fall there, the rest is judged again without them, until all that remain stand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from moot.debate.drafts import added, mapped, only
from moot.evidence.library import Library
from moot.verify.referee import Referee
from moot.words import (
    Challenge,
    Claim,
    ClaimKind,
    Disagreement,
    Draft,
    Edit,
    Edited,
    Outcome,
    Revision,
)

SECOND = "an edit before it changes the same claim"


@dataclass(frozen=True)
class Revised:
    draft: Draft
    edits: tuple[Edited, ...]
    """In the order of the revision, those refused included."""


def apply(
    draft: Draft,
    revision: Revision,
    upheld: Sequence[Challenge],
    round: int,
    library: Library,
    referee: Referee,
    used: Collection[str] = (),
    without_ground: Mapping[str, str] | None = None,
) -> Revised:
    """The draft after `revision`, with every edit told, made or refused. No new claim takes an id of `used`.

    `without_ground`: challenges because of which no claim may be taken out, and why.
    """
    challenges = {challenge.id: challenge for challenge in upheld}
    changes = _renamed(
        _changes(draft, revision, challenges, without_ground or {}), {*used, *(claim.id for claim in draft.claims())}
    )
    gates = Referee([check for check in referee.checks if check.gate])
    while True:
        standing = _standing(changes)
        made = _made(draft, standing)
        fallen = _fallen(made, standing, library, gates)
        if not fallen:
            break
        changes = [replace(change, refused=fallen.get(change.group, change.refused)) for change in changes]
    changes = [each if each.refused or each in standing else replace(each, refused=SECOND) for each in changes]
    gaps = (*made.gaps, *(gap for gap in revision.gaps if gap not in made.gaps))
    told = tuple(
        Edited(round=round, edit=each.edit, before=each.before, refused=each.refused)
        for each in changes
        if each.refused or not each.stands
    )
    return Revised(made.model_copy(update={"gaps": gaps}), told)


@dataclass(frozen=True)
class _Change:
    """An edit, or one side of an added disagreement. Changes of one group are made or refused together."""

    group: int
    edit: Edit
    before: Claim | None = None
    subject: str = ""
    """Of the disagreement that the edit adds a side to."""
    stands: bool = False
    """The side is a claim of the draft already, and no new one."""
    refused: str = ""


def _standing(changes: Sequence[_Change]) -> list[_Change]:
    """What is not refused, of several edits to one claim the first."""
    first: dict[str, _Change] = {}
    left = [each for each in changes if not each.refused]
    return [each for each in left if each.edit.action == "add" or first.setdefault(each.edit.claim or "", each) is each]


def _changes(
    draft: Draft, revision: Revision, challenges: Mapping[str, Challenge], without_ground: Mapping[str, str]
) -> list[_Change]:
    claims = {claim.id: claim for claim in draft.claims()}
    changes: list[_Change] = []
    for group, edit in enumerate(revision.edits):
        before = claims.get(edit.claim or "")
        refused = _refusal(edit, before, challenges, claims)
        if edit.action == "withdraw":
            refused = refused or without_ground.get(edit.challenge, "")
        changes.append(_Change(group, edit, before, refused=refused))
    edited = {edit.claim for edit in revision.edits}
    kept = [claim for section in draft.sections for claim in section.claims if claim.id not in edited]
    for group, each in enumerate(revision.disagreements, len(revision.edits)):
        challenge = each.challenge if each.challenge in challenges else next(iter(challenges), "")
        for side in each.sides:
            same = next((claim for claim in kept if _is_same(claim, side)), None)
            edit = Edit(challenge=challenge, action="add", new=same or side, section=f"disagreement: {each.subject}")
            changes.append(_Change(group, edit, subject=each.subject, stands=same is not None))
    return changes


def _is_same(claim: Claim, side: Claim) -> bool:
    return claim.text == side.text and set(claim.citations) == set(side.citations)


def _refusal(edit: Edit, before: Claim | None, challenges: Mapping[str, Challenge], claims: Mapping[str, Claim]) -> str:
    """Why the edit may not be made, whatever it says; or ''.

    A challenge reaches the claim that it names, the premises of it, and what was inferred from it.
    """
    challenge = challenges.get(edit.challenge)
    if challenge is None:
        return "no upheld challenge asks for it"
    if edit.action == "add":
        return "" if edit.new else "it adds nothing"
    if before is None:
        return "the draft has no such claim"
    if edit.action == "revise" and edit.new is None:
        return "it gives no new words"
    if edit.action == "revise" and edit.new == before:
        return "it changes nothing"
    named = claims.get(challenge.claim or "")
    reached = named is None or before.id in (named.id, *named.premises) or named.id in before.premises
    return "" if reached else "the challenge is to another claim"


def _renamed(changes: Sequence[_Change], used: set[str]) -> list[_Change]:
    """New claims keep the id they came with unless it is taken; premises follow. Revised claims keep their own."""
    names: dict[str, str] = {}
    renamed: list[_Change] = []
    for change in changes:
        new = change.edit.new
        if new is None or change.stands:
            renamed.append(change)
            continue
        if change.edit.action == "revise" and change.before:
            new = new.model_copy(update={"id": change.before.id, "about": change.before.about})
        else:
            id = new.id if new.id not in used else _free(new.id, used)
            names.setdefault(new.id, id)
            used.add(id)
            new = new.model_copy(update={"id": id})
        renamed.append(replace(change, edit=change.edit.model_copy(update={"new": new})))
    return [replace(change, edit=_with_premises(change.edit, names)) for change in renamed]


def _free(id: str, used: set[str]) -> str:
    """The first free id of the same draft: its letter, if it has one, stays."""
    letter = id[: id.rfind(".") + 1]
    return next(free for n in count(1) if (free := f"{letter}c{n}") not in used)


def _with_premises(edit: Edit, names: Mapping[str, str]) -> Edit:
    if edit.new is None or not edit.new.premises:
        return edit
    premises = tuple(names.get(premise, premise) for premise in edit.new.premises)
    return edit.model_copy(update={"new": edit.new.model_copy(update={"premises": premises})})


def _made(draft: Draft, changes: Sequence[_Change]) -> Draft:
    revised = {change.edit.claim: change.edit.new for change in changes if change.edit.action == "revise"}
    gone = {change.edit.claim for change in changes if change.edit.action == "withdraw"}
    made = mapped(draft, lambda claim: None if claim.id in gone else revised.get(claim.id) or claim)
    groups: dict[int, list[_Change]] = {}
    for change in changes:
        if change.edit.action == "add" and change.edit.new and not change.subject:
            made = added(made, change.edit.new, change.edit.section)
        elif change.subject:
            groups.setdefault(change.group, []).append(change)
    joined = tuple(_joined(group) for group in groups.values())
    return made.model_copy(update={"disagreements": (*made.disagreements, *joined)})


def _joined(sides: Sequence[_Change]) -> Disagreement:
    claims = tuple(side.edit.new for side in sides if side.edit.new)
    return Disagreement(subject=sides[0].subject, sides=claims, challenge=sides[0].edit.challenge)


def _fallen(made: Draft, changes: Sequence[_Change], library: Library, gates: Referee) -> dict[int, str]:
    """Why groups of changes do not stand in the draft that they make: the first gate that fails on a new claim."""
    new = {change.edit.new.id: change.group for change in changes if change.edit.new}
    fallen: dict[int, str] = {}
    for claim in made.claims():
        if claim.id in new and claim.kind is ClaimKind.INFERRED and not claim.premises:
            fallen.setdefault(new[claim.id], "it would not stand: an inferred claim needs premises")
    for finding in gates.findings(_unique(only(made, new).claims()), library):
        if finding.claim in new and finding.outcome is Outcome.FAILS:
            fallen.setdefault(new[finding.claim], f"it would not stand: check '{finding.check}': {finding.reason}")
    return _repeating(made, changes) | fallen


def _repeating(made: Draft, changes: Sequence[_Change]) -> dict[int, str]:
    """The groups that would have the draft say word for word what another claim of it says."""
    new = {change.edit.new.id: change.group for change in changes if change.edit.new and not change.subject}
    claims = [claim for section in made.sections for claim in section.claims]
    said: dict[str, str] = {}
    again: dict[int, str] = {}
    for claim in sorted(claims, key=lambda claim: claim.id in new):
        first = said.setdefault(" ".join(claim.text.split()).casefold(), claim.id)
        if first != claim.id and claim.id in new:
            again.setdefault(new[claim.id], f"the draft says so already, in {first}")
    return again


def _unique(claims: Iterable[Claim]) -> list[Claim]:
    return list({claim.id: claim for claim in claims}.values())
