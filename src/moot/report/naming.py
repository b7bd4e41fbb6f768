"""Ids of the record in what checks and seats say, in the words by which a reader knows what they name.

A seat is shown numbers for claims and challenges (`debate.masks`) and may speak of them; the record keeps their ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from moot.debate.drafts import spoken
from moot.report.council import drafted_in, told_by
from moot.report.seats import Seats
from moot.report.shape import Step
from moot.words import Challenged, Claim, Edited, Event, Word, rewritten

W = TypeVar("W", bound=Word)
CHALLENGE = "another challenge"
SAID = frozenset({"reason", "grounds", "failed", "absent"})
"""Fields of views in which checks and seats speak."""


@dataclass(frozen=True)
class Names:
    """Of what several drafts are made of; one author's claims have no letters, and keep their names."""

    told: Mapping[str, str]

    @classmethod
    def of(cls, events: Sequence[Event], seats: Seats, inside: Sequence[str]) -> Names:
        """`inside`: ids of the claims of the document, in order."""
        if seats.convened is None:
            return cls({})
        place = {id: f"sentence {n}" for n, id in enumerate(inside, 1)}
        place |= {id: place[by] for id, by in told_by(events, inside).items() if id not in place}
        words = {id: f"“{spoken(claim).rstrip('.')}”" for id, claim in _written(events, seats)}
        raised = (event.challenge.id for event in events if isinstance(event, Challenged))
        return cls(words | place | dict.fromkeys(raised, CHALLENGE))

    def within(self, word: W) -> W:
        """A view of the report with no id in what checks and seats say."""
        return rewritten(word, self._put, SAID | {"text"}) if self.told else word

    def _put(self, word: Word, field: str, text: str) -> str:
        speaks = field in SAID or isinstance(word, Step)
        return self._ids.sub(self._name, text) if speaks else text

    def _name(self, found: re.Match[str]) -> str:
        """A name that begins a sentence has a capital."""
        name, before = self.told[found[0]], found.string[: found.start()].rstrip()
        return name[:1].upper() + name[1:] if not before or before.endswith((".", "!", "?")) else name

    @cached_property
    def _ids(self) -> re.Pattern[str]:
        longest = sorted(self.told, key=len, reverse=True)
        return re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")


def _written(events: Sequence[Event], seats: Seats) -> Iterable[tuple[str, Claim]]:
    yield from ((id, claim) for id, (_, claim) in drafted_in(seats).items())
    yield from ((e.edit.new.id, e.edit.new) for e in events if isinstance(e, Edited) and e.edit.new and not e.refused)
