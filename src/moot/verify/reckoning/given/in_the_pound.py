"""A share told in money: "£1.06 for every pound that came in", "62 cents of each dollar"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from moot.text.currencies import WORDS
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re

_EACH = lazy_re(
    r"\b(?:for|of|from|on|out of|in)[\s\xa0](?:every|each|the)[\s\xa0]"
    r"(?:single[\s\xa0])?(?P<one>[£$€]1(?![\d.,])|[a-z]{3,8}\b)"
)
_COINS = {"penny": ("GBP",), "cent": ("USD", "EUR", "CAD", "AUD")}


def percent(figure: Figure, claim: str) -> Iterator[Figure]:
    """The sum as so many percent, where the claim tells it of each one of its currency."""
    coins = _COINS.get(figure.noun if figure.noun == "cent" and not figure.unit else figure.unit)
    if figure.high is not None or not (coins or figure.kind is FigureKind.MONEY):
        return
    factor = Decimal(1 if coins else 100)
    for match in _EACH.finditer(claim.lower()):
        unit = WORDS.get(match["one"]) or {"£1": "GBP", "$1": "USD", "€1": "EUR"}.get(match["one"])
        if unit and unit in (coins or (figure.unit,)):
            value, step = figure.value * factor, figure.step * factor
            yield replace(figure, kind=FigureKind.PERCENT, unit="%", noun="", scale=Decimal(1), value=value, step=step)
