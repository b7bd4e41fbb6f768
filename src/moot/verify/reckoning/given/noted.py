"""Values that a note behind them puts right: "[Correction: 14 houses]", "The figure was later corrected to 343 mm"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.given.replaced import Replaced, one_measure

_NOTE = lazy_re(
    r"(?:^[\W_]*|[\[(][\W_]*)(?:correction|corrected|errat(?:um|a)|corrigend(?:um|a)|editor[’']?s[’']? note|"
    r"clarification)\b|\bshould (?:read|have (?:read|been))\b"
    r"|\b(?:was|were|has been|have been) (?:\w+ )?(?:corrected|revised|amended|restated|adjusted)"
    r" (?:\w+wards? |up |down )?to\b",
    re.IGNORECASE,
)
_THIS = lazy_re(
    r"(?:^|[:,;])[\W_]*(?:th(?:is|at|ese|ose|e) (?:figure|number|value|total|amount|date|sum|estimate|share)s?|"
    r"it|both)\b",
    re.IGNORECASE,
)
"""What was told in the sentence before."""
_BEFORE = 3
"""Sentences before a note in which what it puts right stands."""


def values(before: Sequence[str], sentence: str) -> Iterator[Replaced]:
    """The value of the sentences before one, or of its beginning, that a note in it puts right, the nearest first."""
    match = _NOTE.search(sentence)
    if match is None:
        return
    # Of a sentence that is the note as a whole, what is put right stands in those before it.
    begins = match.start() if match[0].startswith(("[", "(")) else 0
    note = sentence[begins:]
    new, about = told(note), frozenset(stems(note))
    for text in reversed([*before[-_BEFORE:], sentence[:begins]]):
        if not (about & frozenset(stems(text)) or _THIS.search(note)):
            continue
        pairs = [(one, other) for one in told(text) for other in new if one_measure(one, other)]
        # Of several it is not known which one is meant.
        if len(pairs) == 1:
            yield Replaced(*pairs[0], rejected=True)
            return


def told(text: str) -> list[Figure]:
    """The values of a text: its figures, without names and ranks."""
    return [each for each in figures.find(text) if each.kind not in (FigureKind.NAME, FigureKind.ORDINAL)]
