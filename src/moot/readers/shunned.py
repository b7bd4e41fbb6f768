"""Spans of sources that no reader reads: where they address models or hide, and what is left out with it."""

from __future__ import annotations

from collections.abc import Collection

Shunned = Collection[tuple[str, int, int]]
"""Source, start and end of each; in passages as readers see them such a span is blank."""


def touches(shunned: Shunned, source: str, start: int, end: int) -> bool:
    """Whether any of them lies, at least in part, between two places of the source."""
    return any(of == source and first < end and start < last for of, first, last in shunned)
