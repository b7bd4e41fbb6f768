"""A draft under review: what it says and quotes, and how much may still be said against it."""

from __future__ import annotations

from dataclasses import dataclass

from moot.readers.candidates import Candidate
from moot.readers.matter import Matter
from moot.words import ChallengeKind, ChallengeTask, Claim, Draft

NOTHING = "bears on the question and the draft cites nothing from it."
"""How an objection ends that a source is not heard; of these a debate has a number of its own."""


@dataclass(frozen=True)
class Review:
    task: ChallengeTask
    matter: Matter

    @property
    def draft(self) -> Draft:
        return self.task.draft

    def claims(self) -> list[Claim]:
        return list(self.draft.claims())

    def quotes(self) -> list[str]:
        return [citation.quote for claim in self.draft.claims() for citation in claim.citations]

    def left(self, kind: ChallengeKind, most: int) -> int:
        """Of so many of a kind in a debate, those not raised yet."""
        about = [each for each in self.task.settled if each.kind is kind and not each.grounds.endswith(NOTHING)]
        return max(0, most - len(about))

    def uses(self, candidate: Candidate) -> bool:
        return any(candidate.text in quote or quote in candidate.text for quote in self.quotes())
