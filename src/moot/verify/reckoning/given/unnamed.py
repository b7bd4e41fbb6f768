"""A sum or a measure told without its currency or unit: "it costs 2.1 million a year", of 2.1 million euros a year."""

from __future__ import annotations

import re
from dataclasses import replace

from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree

_NEVER = frozenset({"", "%", "pp", "point", "x", "s", "month"})
"""What is never left out: a share, a multiple, a length of time."""


def time_of(figure: Figure) -> str:
    """The time by which a number is told that measures nothing: "year" of "2.1 million a year"; else empty."""
    top, _, time = figure.unit.partition("/")
    return "" if top else time


def same(claimed: Figure, found: Figure) -> bool:
    """Whether a claimed number that names no currency or unit is this one, which does.

    Its time is compared only where the unit that was found has it: else it stands apart from the figure.
    """
    top, _, time = found.unit.partition("/")
    measured = claimed.unit.partition("/")[0] or claimed.word or _counts(claimed)
    if claimed.kind is not FigureKind.QUANTITY or measured or top in _NEVER:
        return False
    bare = replace(claimed, unit="")
    if found.kind is FigureKind.MONEY:
        return agree(replace(bare, kind=found.kind, unit=found.unit), found)
    known = found.counts and time in ("", time_of(claimed))
    return known and any(agree(bare, each) for each in _without_unit(found))


def _counts(figure: Figure) -> bool:
    """Whether it counts something: trips, not "to run" of "2.1 million to run each year"."""
    return bool(figure.noun) and not re.search(rf"\bto {re.escape(figure.noun)}\b", figure.raw)


def _without_unit(found: Figure) -> list[Figure]:
    """The number with its scale: 2.1 million of "2.1 million tonnes a year"."""
    words = found.raw.split()
    read = (figures.find(" ".join(words[:n])) for n in range(len(words) - 1, 0, -1))
    return [each for one in read for each in one[:1] if each.kind is FigureKind.QUANTITY and not each.unit][:1]
