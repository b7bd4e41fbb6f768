"""Neighbours that are one length, weight or time: "6 ft 7 in", "an hour and forty minutes"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re

_JOINT = lazy_re(r"[\s\xa0]*(?:,|and)?[\s\xa0]*")


def joined(text: str, found: Sequence[Figure]) -> list[Figure]:
    """The figures of a text, neighbours that are one measure as one."""
    whole: list[Figure] = []
    for each in found:
        last = whole[-1] if whole else None
        if last and last.high is None and each.high is None and is_joint(last, each, text[last.end : each.start]):
            raw = text[last.start : each.end]
            whole[-1] = replace(
                last, end=each.end, raw=raw, value=last.value + each.value, scale=each.scale, step=each.step, word=False
            )
        else:
            whole.append(each)
    return whole


def is_joint(large: Figure, small: Figure, between: str) -> bool:
    """Whether the second goes on with the first in a smaller unit of the same base; a sum of money in cents alone: "2.4
    million euros and 90,000 euros a year" are two.
    """
    bases = large.unit and large.unit == small.unit and large.scale > small.scale
    if FigureKind.MONEY in (large.kind, small.kind) and small.scale >= 1:
        return False
    return bool(bases and large.end <= small.start and _JOINT.fullmatch(between))
