"""Beside which other claims a claim was checked: a few checks look at more than one claim of a draft.

One author's draft is checked as a whole. Of several drafts each claim is checked once, when it first stands in these
words: with all that is new then, and with what it follows from.
"""

from __future__ import annotations

from collections.abc import Iterable

from moot.debate.drafts import as_draft, only, worded
from moot.words import Aligned, Claim, Drafted, Edited, Event, Opened


class Seen:
    """Follows the events of a run; `batches` says what was checked together for the findings told next."""

    def __init__(self) -> None:
        self._document: dict[str, Claim] = {}
        self._pool: dict[str, Claim] = {}
        """The claims of all drafts in their present words, where several seats wrote some."""
        self._batch: dict[str, tuple[Claim, ...]] = {}
        """A claim, and what it follows from, in their words → what it was checked with."""

    def follow(self, event: Event) -> None:
        if isinstance(event, Opened):
            self._pool |= {claim.id: claim for claim in event.draft.claims()}
        elif isinstance(event, Aligned):
            self._check(self._pool.values())
        elif isinstance(event, Drafted):
            self._document = {claim.id: claim for claim in event.draft.claims()}
        elif isinstance(event, Edited) and not event.refused:
            if event.edit.action == "withdraw":
                # A claim leaves the document at once; revised words come with the next draft.
                self._document = {id: claim for id, claim in self._document.items() if id != event.edit.claim}
            elif event.edit.new and self._pool:
                self._pool[event.edit.new.id] = event.edit.new

    def batches(self) -> list[tuple[tuple[Claim, ...], frozenset[str]]]:
        """What was checked together, with the ids of those claims whose findings are told of it."""
        claims = tuple(self._document.values())
        if not self._pool:
            return [(claims, frozenset(self._document))]
        self._check(claims)
        told: dict[tuple[Claim, ...], set[str]] = {}
        for claim in claims:
            told.setdefault(self._batch[worded(claim, self._document)], set()).add(claim.id)
        return [(batch, frozenset(ids)) for batch, ids in told.items()]

    def beside(self, id: str) -> tuple[Claim, ...]:
        """What a claim of one of several drafts was checked with, in its present words; nothing if there is no such."""
        claim = self._pool.get(id)
        return self._batch.get(worded(claim, self._pool), ()) if claim else ()

    def _check(self, claims: Iterable[Claim]) -> None:
        by_id = {claim.id: claim for claim in claims}
        new = {key: id for id, claim in by_id.items() if (key := worded(claim, by_id)) not in self._batch}
        if new:
            batch = tuple(only(as_draft(by_id.values()), new.values()).claims())
            self._batch |= dict.fromkeys(new, batch)
