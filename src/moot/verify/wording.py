"""Wording of reasons."""

from __future__ import annotations


def shorten(words: str, limit: int = 120) -> str:
    """For a reason: one line, at most `limit` characters, cut at a word."""
    line = " ".join(words.split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0] + " …"
