"""Parts that the evidence tells in words: of "612,000 passengers; Skarra took half" the half."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from moot.text.figures import FigureKind
from moot.text.terms import stem, stems
from moot.verify.reckoning.given.held import Held

_AFTER = 40
"""Characters after a part in which it may be said what it is a part of."""
_COUNTED = (FigureKind.QUANTITY, FigureKind.MONEY)


def portions(found: Sequence[Held]) -> Iterator[Held]:
    """Each fraction in words of the figure before it that counts what it is said of, else of the last one written."""
    prose = sorted((each for each in found if each.grid is None), key=lambda each: each.figure.start)
    for part in (each for each in prose if each.figure.is_fraction):
        before = [
            each
            for each in prose
            if each.document is part.document
            and each.passage == part.passage
            and each.figure.end <= part.figure.start
            and each.figure.kind in _COUNTED
            and each.figure.value > 1
            and each.figure.high is None
        ]
        after = part.document.text[part.figure.end : part.figure.end + _AFTER]
        words = frozenset(stems(after))
        of = [each for each in before if each.figure.noun and stem(each.figure.noun) in words]
        base = next(reversed(of or [each for each in before if not each.figure.word]), None)
        if base is not None:
            own = base.figure
            raw = f"{part.figure.line} of {own.line}"
            yield replace(
                part,
                figure=replace(
                    own, start=part.figure.start, end=part.figure.end, raw=raw, value=own.value * part.figure.value
                ),
            )
