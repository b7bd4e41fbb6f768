"""What a claim says, as it is compared with what the figures of the evidence belong to."""

from __future__ import annotations

from functools import lru_cache

from moot.text.terms import stems
from moot.text.tongue import ENGLISH, small, tongue


@lru_cache(maxsize=512)  # Each figure of a claim asks for it.
def spoken(claim: str) -> frozenset[str]:
    """The stems of a claim without the small words of its language: no "der" binds a figure to it."""
    language = tongue(claim)
    return frozenset(stems(claim)) - (frozenset() if language in (None, ENGLISH) else small(language))
