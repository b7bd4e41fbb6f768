"""The next draft: edits applied one by one, each for an upheld challenge; an edit that would not stand is refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import count

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
    Row,
    Section,
    Table,
)


@dataclass(frozen=True)
class Revised:
    draft: Draft
    edits: tuple[Edited, ...]
    """In order, those refused included."""

    @property
    def changed(self) -> bool:
        return any(not edit.refused for edit in self.edits)


def apply(
    draft: Draft,
    revision: Revision,
    upheld: Sequence[Challenge],
    round: int,
    library: Library,
    referee: Referee,
    used: Collection[str] = (),
) -> Revised:
    """The draft after `revision`, with every edit told, made or refused. No new claim takes an id of `used`."""
    editor = _Editor(draft, upheld, round, library, referee, used)
    for edit in revision.edits:
        editor.edit(edit)
    editor.join(revision.disagreements, revision.gaps)
    return Revised(editor.draft, tuple(editor.told))


class _Editor:
    def __init__(
        self,
        draft: Draft,
        upheld: Sequence[Challenge],
        round: int,
        library: Library,
        referee: Referee,
        used: Collection[str],
    ) -> None:
        self._used = {*used, *(claim.id for claim in draft.claims())}
        self.draft, self.round, self.library, self.referee = draft, round, library, referee
        self.upheld = {challenge.id: challenge for challenge in upheld}
        self.told: list[Edited] = []

    def edit(self, edit: Edit) -> None:
        before = self._claim(edit.claim)
        refused = self._refusal(edit, before)
        if edit.action == "add" and edit.new and not refused:
            edit = edit.model_copy(update={"new": self._fresh(edit.new)})
        if edit.action == "revise" and edit.new and before and not refused:
            edit = edit.model_copy(update={"new": edit.new.model_copy(update={"id": before.id, "about": before.about})})
        refused = refused or self._would_fall(edit)
        if not refused:
            self._make(edit)
        self.told.append(Edited(round=self.round, edit=edit, before=before, refused=refused))

    def join(self, disagreements: Sequence[Disagreement], gaps: Sequence[str]) -> None:
        """Add disagreements (with fresh claim ids, each side checked like any edit) and gaps."""
        for disagreement in disagreements:
            sides = tuple(self._fresh(side) for side in disagreement.sides)
            failures = [failure for side in sides if (failure := self._gate_failure(side))]
            refused = f"it would not stand: {failures[0]}" if failures else ""
            if not refused:
                added = disagreement.model_copy(update={"sides": sides})
                self.draft = self.draft.model_copy(update={"disagreements": (*self.draft.disagreements, added)})
            self._tell_sides(disagreement.subject, sides, refused)
        fresh = tuple(gap for gap in gaps if gap not in self.draft.gaps)
        self.draft = self.draft.model_copy(update={"gaps": (*self.draft.gaps, *fresh)})

    def _tell_sides(self, subject: str, sides: Sequence[Claim], refused: str) -> None:
        challenge = next(iter(self.upheld), "")
        for side in sides:
            edit = Edit(challenge=challenge, action="add", new=side, section=f"disagreement: {subject}")
            self.told.append(Edited(round=self.round, edit=edit, refused=refused))

    def _refusal(self, edit: Edit, before: Claim | None) -> str:
        challenge = self.upheld.get(edit.challenge)
        if challenge is None:
            return "no upheld challenge asks for it"
        if edit.action == "add":
            return "" if edit.new else "it adds nothing"
        if before is None:
            return "the draft has no such claim"
        if edit.action == "revise" and edit.new is None:
            return "it gives no new words"
        if before.id != challenge.claim and challenge.claim not in before.premises and challenge.claim is not None:
            return "the challenge is to another claim"
        return ""

    def _would_fall(self, edit: Edit) -> str:
        if edit.new is None:
            return ""
        failure = self._gate_failure(edit.new)
        return f"it would not stand: {failure}" if failure else ""

    def _gate_failure(self, claim: Claim) -> str:
        others = [each for each in self.draft.claims() if each.id != claim.id]
        if claim.kind is ClaimKind.INFERRED and not claim.premises:
            return "an inferred claim needs premises"
        findings = self.referee.findings([*others, claim], self.library)
        failed = (each for each in findings if each.claim == claim.id and each.gate and each.outcome is Outcome.FAILS)
        first = next(failed, None)
        return f"check '{first.check}': {first.reason}" if first else ""

    def _make(self, edit: Edit) -> None:
        if edit.action == "add" and edit.new is not None:
            self.draft = _added(self.draft, edit.new, edit.section)
        elif edit.action == "withdraw":
            self.draft = _mapped(self.draft, lambda claim: None if claim.id == edit.claim else claim)
        else:
            self.draft = _mapped(self.draft, lambda claim: edit.new if claim.id == edit.claim else claim)

    def _claim(self, id: str | None) -> Claim | None:
        return next((claim for claim in self.draft.claims() if claim.id == id), None)

    def _fresh(self, claim: Claim) -> Claim:
        """The claim with an id that no claim of the run has had so far."""
        id = next(id for number in count(1) if (id := f"c{number}") not in self._used)
        self._used.add(id)
        return claim.model_copy(update={"id": id})


def _added(draft: Draft, claim: Claim, title: str | None) -> Draft:
    sections = list(draft.sections)
    at = next((n for n, section in enumerate(sections) if section.title == title), None)
    if at is None:
        sections.append(Section(title=title or "Added after review", claims=(claim,)))
    else:
        sections[at] = sections[at].model_copy(update={"claims": (*sections[at].claims, claim)})
    return draft.model_copy(update={"sections": tuple(sections)})


def without(draft: Draft, ids: Iterable[str]) -> Draft:
    """The draft without the claims named (a disagreement left with one side goes as a whole)."""
    gone = set(ids)
    return _mapped(draft, lambda claim: None if claim.id in gone else claim)


def _mapped(draft: Draft, change: Callable[[Claim], Claim | None]) -> Draft:
    def kept(claims: Iterable[Claim]) -> tuple[Claim, ...]:
        return tuple(new for claim in claims if (new := change(claim)) is not None)

    def table(table: Table) -> Table:
        rows = (Row(label=row.label, cells=tuple(cell and change(cell) for cell in row.cells)) for row in table.rows)
        return table.model_copy(update={"rows": tuple(row for row in rows if any(row.cells))})

    sections = tuple(
        Section(
            title=section.title,
            claims=kept(section.claims),
            tables=tuple(new for each in section.tables if (new := table(each)).rows),
        )
        for section in draft.sections
    )
    disagreements = (each.model_copy(update={"sides": kept(each.sides)}) for each in draft.disagreements)
    return draft.model_copy(
        update={
            "sections": tuple(section for section in sections if section.claims or section.tables),
            "disagreements": tuple(each for each in disagreements if len(each.sides) > 1),
        }
    )
