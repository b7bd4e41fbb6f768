"""A stretch of a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """Offsets in characters, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def within(self, other: Span) -> bool:
        """True when no part of it lies outside `other`."""
        return other.start <= self.start and self.end <= other.end

    def touches(self, other: Span) -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends (empty, at `start`, when there is nothing else)."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Span(start + left, start + left + len(words.strip())) if words.strip() else Span(start, start)
