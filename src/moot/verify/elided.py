"""Figures of which the evidence leaves out the unit: "the Brock weighs 275 grams and the Kelpie 228"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from moot.text.figures import Figure, FigureKind
from moot.verify.held import Held

_MEASURED = (FigureKind.QUANTITY, FigureKind.MONEY)
_NONE = ("", "%", "pp", "point", "x")
"""What no bare number is left to be: a percent sign is written each time."""
_FEW = 12
"""Number words up to it are often said without counting anything."""


def elided(found: Sequence[Held]) -> Iterator[Held]:
    """The bare numbers of prose, each in the units and scales that its own sentence names, else the one before it."""
    named: dict[tuple[str, int], dict[tuple[object, ...], Held]] = {}
    for each in found:
        if each.grid is None and each.figure.kind in _MEASURED and each.figure.unit not in _NONE:
            kind = each.figure.unit, each.figure.scale
            named.setdefault((each.document.source.id, each.unit.start), {}).setdefault(kind, each)
    before: dict[tuple[str, int], tuple[str, int]] = {}
    last: tuple[str, int] | None = None
    for key in sorted({(each.document.source.id, each.unit.start) for each in found if each.grid is None}):
        if last is not None and last[0] == key[0]:
            before[key] = last
        last = key
    for each in found:
        own = each.figure
        if each.grid is not None or own.unit or own.scale != 1 or not (_bare(own) or _named(each)):
            continue
        key = each.document.source.id, each.unit.start
        likes = named.get(key) or named.get(before.get(key, key), {})
        for like in (each.figure for each in likes.values()):
            size, step = own.value * like.scale, own.step * like.scale
            read = replace(own, unit=like.unit, kind=like.kind, scale=like.scale, value=size, step=step, noun=like.noun)
            yield replace(each, figure=read)


def _bare(own: Figure) -> bool:
    return own.kind is FigureKind.QUANTITY and not own.noun and not (own.word and own.value <= _FEW)


def _named(each: Held) -> bool:
    """A number after a name may be what the named one has: "the Kelpie 228"."""
    before = each.document.text[max(0, each.figure.start - 1) : each.figure.start]
    return each.figure.kind is FigureKind.NAME and each.figure.raw.isdigit() and before.isspace()
