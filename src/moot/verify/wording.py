"""Wording of reasons."""

from __future__ import annotations

from collections.abc import Iterable


def joined(reasons: Iterable[str]) -> str:
    """Several reasons as one: seats end theirs with a stop, checks do not."""
    said = [each.strip() for each in reasons]
    return "; ".join([*(each.rstrip(". ") for each in said[:-1]), *said[-1:]])


def shorten(words: str, limit: int = 120) -> str:
    """For a reason: one line, at most `limit` characters, cut at a word."""
    line = " ".join(words.split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0] + " …"
