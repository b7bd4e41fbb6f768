"""Figures of which the evidence leaves out the unit: "the Brock weighs 275 grams and the Kelpie 228"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.units import factors
from moot.verify.reckoning.given.held import Held

_MEASURED = (FigureKind.QUANTITY, FigureKind.MONEY)
_NONE = ("%", "pp", "point", "x")
"""What no bare number is left to be: a percent sign is written each time."""
_LARGE = 1000
"""Scale from which on a number without a unit names one: "1,310 million crowns: 1,190 from ore"."""
_COMPARED = lazy_re(r"[\s\xa0]+(?:more|less|fewer|higher|lower|longer|shorter)\b", re.IGNORECASE)
"""After a number that measures by how much: "38 euros a day, nine more than in 2022"."""
_AGED = lazy_re(r"\bage[ds]?[\s\xa0]$", re.IGNORECASE)
_FEW = 12
"""Number words up to it are often said without counting anything."""


def elided(found: Sequence[Held]) -> Iterator[Held]:
    """The bare numbers of prose, each in the units and scales that its own sentence names, else the one before it."""
    named: dict[tuple[str, int], dict[tuple[object, ...], Held]] = {}
    for each in found:
        if each.grid is None and each.figure.kind in _MEASURED and _measures(each.figure):
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
        if each.grid is not None or own.unit or not (_bare(each) or _named(each)):
            continue
        key = each.document.source.id, each.unit.start
        likes = named.get(key) or named.get(before.get(key, key), {})
        for like in (each.figure for each in likes.values()):
            if own.scale != 1 and like.scale / own.scale not in factors(like.unit) | {1}:
                continue  # "17 million cubic metres to 29 million", not "17 cubic metres, for 29 million"
            size, step = own.value / own.scale * like.scale, own.step / own.scale * like.scale
            read = replace(own, unit=like.unit, kind=like.kind, scale=like.scale, value=size, step=step, noun=like.noun)
            yield replace(each, figure=read)


def _measures(figure: Figure) -> bool:
    return figure.unit not in _NONE and (bool(figure.unit) or figure.scale >= _LARGE)


def _bare(each: Held) -> bool:
    own = each.figure
    aged = _AGED.search(each.document.text, max(0, own.start - 8), own.start)
    if own.kind is not FigureKind.QUANTITY or own.noun or aged:
        return False
    return not (own.word and own.value <= _FEW) or bool(_COMPARED.match(each.document.text, own.end))


def _named(each: Held) -> bool:
    """A number after a name may be what the named one has: "the Kelpie 228"."""
    before = each.document.text[max(0, each.figure.start - 1) : each.figure.start]
    return each.figure.kind is FigureKind.NAME and each.figure.raw.isdigit() and before.isspace()
