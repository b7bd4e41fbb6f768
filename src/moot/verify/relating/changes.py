"""By how much something changed: doubled is twice as much, and so is a rise by 100 %, but not one by half."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.verify.relating import sides

_BY = lazy_re(r"^(?P<rest>[^,;.]*?)\b(?:by|of)\s+(?:(?:about|around|roughly|nearly|almost|some|over|more than)\s+)?$")
"""Between the word for a change and by how much it is."""
_CLEARLY = 40
"""Characters between the two."""


def as_multiples(text: str, figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """The figures of a claim; a share by which something rose or fell is what that comes to in times, where the other
    claim tells times and no such share.

    `text`: where the figures stand.
    """
    if not any(each.kind is FigureKind.MULTIPLE for each in others):
        return list(figures)
    return [_multiple(text, each) if _is_share(each) and not _met(each, others) else each for each in figures]


def _is_share(figure: Figure) -> bool:
    return figure.high is None and (figure.unit == "%" or (figure.word and not figure.unit and 0 < figure.value < 1))


def _met(figure: Figure, others: Sequence[Figure]) -> bool:
    return any(each.unit == figure.unit and (agree(each, figure) or agree(figure, each)) for each in others)


def _multiple(text: str, figure: Figure) -> Figure:
    up = _risen(text, figure)
    if up is None:
        return figure
    part, step = (each / 100 if figure.unit == "%" else each for each in (figure.value, figure.step))
    value = 1 + part if up else 1 - part
    if value <= 0:
        return figure
    return replace(figure, kind=FigureKind.MULTIPLE, unit="x", value=value, step=step or Decimal("0.01"), word=False)


def _risen(text: str, figure: Figure) -> bool | None:
    """Whether the figure is by how much something rose, or fell; None where it is neither."""
    before = [(at + len(word), up) for up, word, at in sides.changes(text) if at + len(word) <= figure.start]
    if not before:
        return None
    end, up = max(before)
    between = text[end : figure.start]
    return up if len(between) <= _CLEARLY and _BY.search(between) else None
