"""Words of a report without markup, each character with the place where it came from, marks as holes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

HOLE = "\ufffc"
"""Stands where a mark was taken out. A text's own are blanks before reading begins."""

Way = Literal["number", "note", "key", "author", "label", "link", "anchor", "inline", "again"]


@dataclass(frozen=True)
class Key:
    """One thing that a mark points to."""

    way: Way
    name: str
    """The number, name of a note, key, address, anchor; of an author the year, where the mark has one; of an inline
    note its text; nothing of what means the same as the mark before it.
    """
    words: str = ""
    """The words of a link; of an author the names."""


@dataclass(frozen=True)
class Found:
    """A mark where it stands, not yet resolved."""

    keys: tuple[Key, ...]
    start: int
    end: int
    """Offsets into the report's text."""
    form: str = ""
    word: bool = True
    """Whether it may stand for a word of its sentence, as in "[6] says"; a raised mark never does."""
    led: bool = False
    """Whether it stands elsewhere and tells of a statement too."""


@dataclass
class Plain:
    """Grows while the markup is read."""

    chars: list[str] = field(default_factory=list[str])
    at: list[int] = field(default_factory=list[int])
    marks: list[Found] = field(default_factory=list[Found])
    """In the order of their holes."""
    code: set[int] = field(default_factory=set[int])
    """Where words of code begin, as offsets into the report's text."""

    @property
    def text(self) -> str:
        return "".join(self.chars)

    def say(self, words: str, at: int, step: bool = True) -> None:
        """Words of the text from offset `at` on; without `step` they all stand for that one place."""
        self.chars.extend(words)
        self.at.extend(range(at, at + len(words)) if step else [at] * len(words))

    def mark(self, found: Found) -> None:
        self.marks.append(found)
        self.say(HOLE, found.start)

    def tail(self, count: int = 96) -> str:
        """The last characters said."""
        return "".join(self.chars[-count:])

    def taken(self, places: list[tuple[int, int, Found]]) -> Plain:
        """With more marks taken out, given as stretches of `text` in order, none with a hole in it."""
        if not places:
            return self
        made = Plain(code=self.code)
        old = iter(self.marks)
        done = 0

        def keep(end: int) -> None:
            made.chars += self.chars[done:end]
            made.at += self.at[done:end]
            made.marks += [next(old) for char in self.chars[done:end] if char == HOLE]

        for start, end, found in places:
            keep(start)
            made.mark(found)
            done = end
        keep(len(self.chars))
        return made

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the report's text of a stretch of these words."""
        return self.at[start], self.at[end - 1] + 1


def leading(marks: Iterable[Found]) -> tuple[Found, ...]:
    """The same marks for a statement that they tell of and do not stand at."""
    return tuple(replace(each, led=True) for each in marks)


def moved(found: Found, start: int, end: int) -> Found:
    """The same mark over a wider stretch."""
    return replace(found, start=start, end=end)
