"""A price with or without what is taken off it or put on it, a discount, a tax, a fee, at the rate told of that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.sums import Computation, says
from moot.verify.reckoning.given.held import Held

_OFF = r"discount\w*|rebate\w*|markdown|reduction|rabatt\w*|skonto"
_ON = (
    r"vat|(?:sales|income|value[ -]added|withholding|property|city|tourist) tax\w*|tax(?:es)?|surcharge\w*|fees?|"
    r"levy|levies|dut(?:y|ies)|commission|service charge|markup|gratuity|tip|mehrwertsteuer|umsatzsteuer|mwst|aufschlag"
)
_NAMED = lazy_re(rf"\b(?:(?P<off>{_OFF})|(?P<on>{_ON}))\b", re.IGNORECASE)
_MOST, _LONGEST = 40, 2000
"""Rates that are looked at, and characters of a sentence that tells of one."""
_LEFT = lazy_re(
    r"\b(?:with|after|including|incl\.?|less|minus|plus|net of|given|mit|nach|inklusive|abzüglich|zuzüglich)[\s\xa0]+"
    r"(?:(?:the|a|an|its|this|that|dem|der|eines|einem)[\s\xa0]+)?"
    r"(?:[\w.,-]+[\s\xa0]*(?:%|percent|per cent)?[\s\xa0]+)?$",
    re.IGNORECASE,
)
"""Before what was taken off or put on: "with the discount", "after an 8 percent discount"."""
_MONEY = (FigureKind.MONEY, FigureKind.QUANTITY)


def changed(figure: Figure, claim: str, evidence: Sequence[Held]) -> Iterator[Computation]:
    """What another price of the claim comes to at the rate that the evidence tells of what the claim names.

    Where the claim has no other, and says "with the discount", what the prices of the evidence come to.
    """
    word = _NAMED.search(claim)
    if word is None or figure.kind not in _MONEY or figure.is_ratio or figure.high is not None:
        return
    percents = [each for each in evidence if each.figure.unit == "%" and each.figure.high is None][:_MOST]
    rates = [each for each in percents if each.unit.end - each.unit.start <= _LONGEST and _tells(each, word)]
    bases = [each for each in figures.find(claim) if each.start != figure.start and _is_price(figure, each)]
    for rate in rates:
        for base in bases:
            for value, form in _amounts(base.value, rate.figure.value, word["off"] is not None):
                words = form.format(base.line, rate.figure.line)
                yield Computation(Operation.PRODUCT, value / _bare(figure, base), words, (rate,), 1)
    if not bases and figure.kind is FigureKind.MONEY and _LEFT.search(claim[: word.start()]):
        for rate in rates:
            for base in evidence:
                if base.figure.high is None and _is_price(figure, base.figure):
                    value, form = next(_amounts(base.figure.value, rate.figure.value, word["off"] is not None))
                    words = form.format(base.figure.line, rate.figure.line)
                    yield Computation(Operation.PRODUCT, value, words, (base, rate), 1)


def supposed(figure: Figure, claim: str, evidence: Sequence[Held]) -> bool:
    """Whether a price follows by a rate that only the claim tells: then it is not borne out, and not refuted either."""
    word = _NAMED.search(claim)
    if word is None or figure.kind not in _MONEY or figure.is_ratio or figure.high is not None:
        return False
    rates = [each for each in figures.find(claim) if each.unit == "%" and each.high is None]
    bases = [each.figure for each in evidence if each.figure.high is None and _is_price(figure, each.figure)]
    return any(
        says(figure, value)
        for rate in rates
        for base in bases
        for value, _ in _amounts(base.value, rate.value, word["off"] is not None)
    )


def _tells(each: Held, word: re.Match[str]) -> bool:
    """Whether the rate is one of what the word names."""
    around = f"{each.row} {each.column}" if each.grid else each.unit.of(each.document.text)
    return any(found[0].lower()[:4] == word[0].lower()[:4] for found in _NAMED.finditer(around))


def _is_price(figure: Figure, base: Figure) -> bool:
    if base.kind is FigureKind.MONEY:
        return figure.unit in ("", base.unit)
    return False


def _bare(figure: Figure, base: Figure) -> Decimal:
    """What a bare number beside "52 million euros" may leave out."""
    return base.scale if not figure.unit and figure.scale == 1 and figure.value < base.scale else Decimal(1)


def _amounts(base: Decimal, rate: Decimal, off: bool) -> Iterator[tuple[Decimal, str]]:
    share = rate / 100
    if off:
        yield base * (1 - share), "{0} × (1 − {1})"
        if share < 1:
            yield base / (1 - share), "{0} / (1 − {1})"
    else:
        yield base * (1 + share), "{0} × (1 + {1})"
        yield base / (1 + share), "{0} / (1 + {1})"
    yield base * share, "{1} of {0}"
