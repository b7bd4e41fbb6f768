"""The contract of a verifier: claims with evidence in, probabilities of support out.

Whoever is asked, the embedded verifier or a published cross-encoder, is asked the same way, and the check `entailment`
keeps what each said as a vote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Pair:
    """A claim with the texts that may support it, together or alone."""

    claim: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    probability: float
    """That the texts support the claim, 0 to 1, rounded to three decimals."""
    best: int
    """Index of the text that supports it most."""


class Verifier(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str:
        """With the hash of the weights."""
        ...

    @property
    def threshold(self) -> float:
        """The probability from which on a claim counts as supported."""
        ...

    def score(self, pairs: Sequence[Pair]) -> list[Score | None]:
        """One a pair, whatever its neighbours are; None for a pair without a word of evidence."""
        ...
