"""The sentences of a claim that has several: it is only as good as its worst, and the whole would hide that one."""

from __future__ import annotations

from moot.text import sentences
from moot.text.lazy import lazy_re

_SMALL = lazy_re(r"(?:(?<=[^\W_]{4}[.!?])|(?<=[\d%][.!?]))\s(?!of\b)[a-z]")
"""Behind a stop that ends a whole word or a figure, which "Dept. of" does not: a sentence that rides along need not
begin with a capital letter."""
_LEAST = 2
"""Words of a sentence; a shorter piece goes with the one before it."""


def several(claim: str) -> tuple[str, ...]:
    """Its sentences, in order; empty where it is one."""
    text = " ".join(claim.split())
    parts: list[str] = []
    for span in sentences.split(_SMALL.sub(lambda match: match[0].upper(), text)):
        part = span.of(text)
        if parts and len(part.split()) < _LEAST:
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return tuple(parts) if len(parts) > 1 else ()
