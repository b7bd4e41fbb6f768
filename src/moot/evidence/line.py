"""Strangers' words in a sentence of ours: of bounded length, however long they are."""

from __future__ import annotations

from moot.text import visible

_READ = 5
"""A text is cut to so many times the wished-for length before it is looked at."""


def line(text: str, longest: int = 160) -> str:
    """One line of at most `longest` characters that are seen; what was cut off is shown by "…"."""
    return visible.line(text[: _READ * longest], longest)
