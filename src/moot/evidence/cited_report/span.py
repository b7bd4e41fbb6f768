"""Markup within one block: its words, where each stood, and what is said of them and marked in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from moot.evidence.cited_report.plain import Found, Key, Plain
from moot.evidence.cited_report.style import Style


@dataclass(frozen=True)
class Span:
    words: str
    at: list[int]
    style: Style
    reader: Callable[[Span, int, int, Plain, int], None]
    """Reads a stretch of it, for the words within a mark."""

    def scan(self, start: int, end: int, out: Plain, depth: int) -> None:
        self.reader(self, start, end, out, depth)

    def say(self, start: int, end: int, out: Plain) -> None:
        out.chars += self.words[start:end]
        out.at += self.at[start:end]

    def found(self, start: int, end: int, keys: list[Key], form: str, word: bool = True) -> Found:
        return Found(tuple(keys), self.at[start], self.at[end - 1] + 1, form, word)

    @property
    def bare(self) -> Span:
        """The same, in which only words are read."""
        return replace(self, style=self.style.bare)


def literal(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    of.say(match.start(), match.end(), out)
