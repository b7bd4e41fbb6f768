"""Values that a note behind them puts right: "[Correction: 14 houses]", "The figure was later corrected to 343 mm"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text import figures
from moot.text.figures import FigureKind
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.given.replaced import Replaced, one_measure

_NOTE = lazy_re(
    r"^[\W_]*(?:correction|corrected|errat(?:um|a)|corrigend(?:um|a)|editor[’']?s[’']? note|clarification)\b"
    r"|\bshould (?:read|have (?:read|been))\b"
    r"|\b(?:was|were|has been|have been) (?:\w+ )?(?:corrected|revised|amended|restated|adjusted)"
    r" (?:\w+wards? |up |down )?to\b",
    re.IGNORECASE,
)
_THIS = lazy_re(
    r"^[\W_]*(?:th(?:is|at|ese|ose|e) (?:figure|number|value|total|amount|date|sum|estimate|share)s?|it|both)\b",
    re.IGNORECASE,
)
"""What was told in the sentence before."""
_BEFORE = 3
"""Sentences before a note in which what it puts right stands."""


def is_note(sentence: str) -> bool:
    return bool(_NOTE.search(sentence))


def values(before: Sequence[str], note: str) -> Iterator[Replaced]:
    """The values of the sentences before a note that it puts right, the nearest sentence first."""
    new = [each for each in figures.find(note) if each.kind not in (FigureKind.NAME, FigureKind.ORDINAL)]
    about = frozenset(stems(note))
    for told in reversed(before[-_BEFORE:]):
        old = [each for each in figures.find(told) if each.kind not in (FigureKind.NAME, FigureKind.ORDINAL)]
        if not (about & frozenset(stems(told)) or _THIS.match(note)):
            continue
        pairs = [(one, other) for one in old for other in new if one_measure(one, other)]
        # Of several it is not known which one is meant.
        if len(pairs) == 1:
            yield Replaced(*pairs[0], rejected=True)
            return
