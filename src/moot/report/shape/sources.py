"""The sources, where they are cited, and which of them are one voice."""

from __future__ import annotations

from moot.words import Source, Word


class SourceEntry(Word):
    number: int
    source: Source
    cited: tuple[int, ...]
    """Numbers of the claims that cite it."""


class Copied(Word):
    number: int
    reason: str
    """Why it is no voice of its own, sources by number: "the same text as [1]"."""


class OneOrigin(Word):
    """Sources that are one voice."""

    number: int
    """Of the source that the others come from."""
    copies: tuple[Copied, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """Of all of them, in their order."""
        return tuple(sorted([self.number, *(copy.number for copy in self.copies)]))
