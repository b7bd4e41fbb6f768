"""The units of a claim by the names that its evidence has for them: "6.2 MW" as "6.2 megawatt"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from moot.text import figures
from moot.text.currencies import COINS, named
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re

_NAME = lazy_re(r"(?:%|°|[^\W\d_]).*", re.DOTALL)
"""A unit, behind the number and the space that it stands after."""


def as_there(claim: str, texts: Sequence[str]) -> str:
    """The claim, in which a unit that no text calls so goes by the name that the first text with it has."""
    claim = _in_codes(claim, texts)
    own = [each for each in figures.find(claim) if _is_measure(each)]
    if not own:
        return claim
    known: dict[tuple[str, Decimal], list[str]] = {}
    for text in texts:
        for each in figures.find(text):
            if _is_measure(each):
                known.setdefault((each.unit, each.scale), []).append(_name(each))
    for each in reversed(own):
        names, mine = known.get((each.unit, each.scale), []), _name(each)
        if names and mine and mine.casefold() not in map(str.casefold, names):
            at = each.end - len(mine)
            claim = f"{claim[:at].rstrip()} {names[0]}{claim[each.end :]}"
    return claim


def _in_codes(claim: str, texts: Sequence[str]) -> str:
    """With the code that the texts have for a coin: "9 million kroner" as "9 million NOK"."""
    coins = [each for each in figures.find(claim) if each.noun in COINS and not each.unit]
    there = {code for text in texts for code in named(text)} if coins else set[str]()
    for each in reversed(coins):
        code = next(iter(sorted(COINS[each.noun] & there)), None)
        behind = claim[each.end :]
        if code and behind.lstrip().startswith(each.counted):
            claim = f"{claim[: each.end]} {code}{behind.lstrip()[len(each.counted) :]}"
    return claim


def _is_measure(figure: Figure) -> bool:
    kinds = (FigureKind.QUANTITY, FigureKind.PERCENT)
    return figure.kind in kinds and bool(figure.unit) and not figure.word and bool(_name(figure))


def _name(figure: Figure) -> str:
    found = _NAME.search(figure.raw)
    return found[0] if found else ""
