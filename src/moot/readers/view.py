"""How a reader sees a text: what bears on a query, and which two sentences say the same. Each reader has its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class View(Protocol):
    """Scores are 0 to 1 and rounded to three decimals before they are compared."""

    @property
    def same(self) -> float:
        """From this likeness on, two sentences are near-duplicates."""
        ...

    @property
    def kin(self) -> float:
        """From this likeness on, two sentences speak of the same matter."""
        ...

    @property
    def bears(self) -> float:
        """From this relevance on, a sentence bears on a query."""
        ...

    @property
    def speaks(self) -> float:
        """From this relevance on, a sentence with its title and heading speaks of what a query asks."""
        ...

    def relevance(self, query: str, texts: Sequence[str]) -> list[float]:
        """How much each text bears on the query."""
        ...

    def likeness(self, text: str, others: Sequence[str]) -> list[float]:
        """How much each of the others says what the text says."""
        ...

    def weight(self, texts: Sequence[str]) -> list[float]:
        """How central each text is among all of them."""
        ...
