"""What the panel is shown: passages found by search, kept in the order in which they were found.

The order only grows at its end, so that prompts keep their front and provider caches keep serving it.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.evidence.library import Library
from moot.ledger.journal import Journal
from moot.words import Aspect, Draft, Gathered, Passage, Plan

SMALL = 40_000
"""Characters of a library that is shown whole: below this, choosing loses more than it saves."""
FIRST = 8
"""Passages taken for each search of the plan."""
LATER = 4
"""New passages taken for a search that the debate asks for."""


class Evidence:
    """The passages of a run so far."""

    def __init__(self, library: Library, journal: Journal) -> None:
        self.library = library
        self.journal = journal
        self.by_aspect: dict[str, tuple[str, ...]] = {}
        self._shown: dict[str, Passage] = {}
        self._show_small()

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(self._shown.values())

    def plan(self, plan: Plan) -> None:
        """The first searches, aspect by aspect."""
        self._show_small()
        for aspect in plan.aspects:
            found: dict[str, Passage] = {}
            for query in aspect.queries:
                found |= {passage.id: passage for passage in self.library.search(query, limit=FIRST)}
            self.by_aspect[aspect.id] = tuple(found)
            self._shown |= {id: passage for id, passage in found.items() if id not in self._shown}
            self._tell(0, aspect.id, aspect.queries, list(found))

    def reopen(self, plan: Plan, draft: Draft, round: int) -> None:
        """New searches for sub-questions of which the draft cites nothing yet."""
        for aspect in self.silent(plan, draft):
            found = self._more(aspect.question)
            self.by_aspect[aspect.id] = (*self.by_aspect.get(aspect.id, ()), *found)
            self._tell(round, aspect.id, (aspect.question,), found)

    def silent(self, plan: Plan, draft: Draft) -> list[Aspect]:
        """The sub-questions of which the draft cites nothing yet."""
        cited = {citation.passage for claim in draft.claims() for citation in claim.citations}
        return [aspect for aspect in plan.aspects if cited.isdisjoint(self.by_aspect.get(aspect.id, ()))]

    def search(self, query: str, why: str, round: int) -> None:
        """A search that a challenge asks for."""
        self._tell(round, why, (query,), self._more(query))

    def recall(self, found: Gathered) -> None:
        """What a search found at an earlier time."""
        self.by_aspect[found.why] = (*self.by_aspect.get(found.why, ()), *found.passages)
        self.show(found.passages)

    def show(self, ids: Sequence[str]) -> None:
        """Passages that somebody quoted, so that everybody sees them."""
        for id in ids:
            passage = self.library.passage(id)
            if passage is not None:
                self._shown.setdefault(id, passage)

    def _show_small(self) -> None:
        """Choosing from few passages loses more than it saves."""
        if is_small(self.library):
            self._shown |= {each.id: each for each in self.library.passages if each.id not in self._shown}

    def _more(self, query: str) -> list[str]:
        fresh = [each for each in self.library.search(query, limit=FIRST + LATER) if each.id not in self._shown]
        self._shown |= {passage.id: passage for passage in fresh[:LATER]}
        return [passage.id for passage in fresh[:LATER]]

    def _tell(self, round: int, why: str, queries: tuple[str, ...], found: list[str]) -> None:
        self.journal.emit(Gathered(round=round, why=why, queries=queries, passages=tuple(found)))


def is_small(library: Library) -> bool:
    """Whether it is shown whole."""
    return sum(len(passage.text) for passage in library.passages) <= SMALL
