"""The currency of a sum that names none: the one told before it in its sentence, or above it, or all over its document.

"Costs (USD): it cost 2.5 billion", "the total is 4.6 billion. All amounts are in NOK".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from moot.text.all_in import stated
from moot.text.currencies import named
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.verify.reckoning.given import context

_THINGS = lazy_re(r".*[^s]s|people|men|women|children|staff|cattle|sheep|fish", re.IGNORECASE)
"""What is counted, and no money: "4.6 billion tokens". "4.6 billion in total", "net", "kroner" may be money."""
_LEAST = Decimal(1000)
_LETTERS = lazy_re(r"[^\W\d_]")
_PAID = lazy_re(
    r"\b(?:cost\w*|pric\w*|revenue\w*|incom\w*|profit\w*|loss\w*|invest\w*|budget\w*|debts?|loans?|lent|fees?|grants?|"
    r"fund\w*|sales|turnover|earn\w*|value\w*|worth|pa(?:ys?|id)|payments?|spen[dt]\w*|expen\w+|capital|equity|assets?|"
    r"liabilit\w*|tax\w*|subsid\w*|salar\w*|wages?|rents?|dividends?|cash|contribut\w*|proceeds|deficit|surplus|total\w*|"
    r"amount\w*|sums?|EBIT\w*|fines?|compensat\w*|financ\w*|capitali[sz]ation|charge[sd]?|bills?|invoice\w*|raised|"
    r"Umsatz|Kosten|Gewinn|Verlust|Preis\w*|Summe|Betrag)\b",
    re.IGNORECASE,
)
"""Of whose millions a document's currency may be told apart from them."""
_YEAR = lazy_re(r"(?:1[5-9]|20)\d\d")
_THEN = lazy_re(r"\b(?:in|of|since|from|until|by|to|and|for|during|before|after|year)[\s\xa0]+$", re.IGNORECASE)
_NUMBERED = lazy_re(
    r"(?:\b(?:pages?|pp?\.|nos?\.|number|section|chapter|table|fig(?:ure|\.)|line|item|row|note|article|clause|"
    r"paragraph|appendix|volume|day|week|phase|room|Seite|S\.|Nr\.|Abschnitt)|[§#])[\s\xa0]*$",
    re.IGNORECASE,
)
_COUNT = lazy_re(
    r"\b(?:(?P<number>numbers?|counts?)|totals?|sums?)[\s\xa0]of[\s\xa0](?P<things>(?:\w+[\s\xa0]){0,2}?\w+[^\Ws]s\b)",
    re.IGNORECASE,
)
_ENDS = lazy_re(r".*(?:[.!?][\s\xa0]|[;\n])", re.DOTALL)


def may_be_money(figure: Figure) -> bool:
    """True for so many thousands, millions or billions of nothing that is told."""
    plain = figure.kind is FigureKind.QUANTITY and not figure.unit and not figure.is_fraction
    return plain and figure.scale >= _LEAST and not _THINGS.fullmatch(figure.counted)


def readings(figure: Figure, before: str, heading: str, text: str) -> Iterator[Figure]:
    """The figure in each currency that it may be in; none where no currency is told.

    `before`: what its sentence says before it, or its row and column; `heading`: those above it; `text`: the document.
    What its sentence tells may be said of another sum: the document's currency is then possible too.
    """
    if is_other(figure, before):
        return
    paid = _PAID.search(before) or not _LETTERS.search(before)
    if not may_be_money(figure):
        known = _told(heading, text if paid else "")
        bare = figure.kind is FigureKind.QUANTITY and not (figure.counted or figure.unit or figure.word)
        yield from [_marked(figure.measured_as(known), known.unit)] if known and bare and figure.scale == 1 else []
        return
    known = _told(heading, "")
    if known is None and paid:
        known = _told("", text)
        all_ = frozenset(named(text))
        general = known.unit if known else next(iter(all_)) if len(all_) == 1 else ""
    else:
        general = known.unit if known else ""
    for code in dict.fromkeys(filter(None, (*named(before)[-1:], general))):
        yield _marked(replace(figure, kind=FigureKind.MONEY, unit=code, noun="", counted=""), code)


def is_other(figure: Figure, before: str) -> bool:
    """Whether what looks like money is a year, the number of a page, or counts what is told before it: "the number of
    loans was 3.2 million", "the total of visits was 4.6 million".
    """
    clause = _ENDS.sub("", before)
    if (_YEAR.fullmatch(figure.raw) and _THEN.search(clause)) or _NUMBERED.search(clause):
        return True
    count = next(reversed(list(_COUNT.finditer(clause))), None)
    if count is None or _PAID.search(clause, count.end()):
        return False
    return bool(count["number"]) or not _PAID.search(count["things"])


def _told(heading: str, text: str) -> Figure | None:
    """The currency, and scale, of headings or of what the text says of all its amounts; the nearest first."""
    labels = (*reversed(heading.split(" › ")), *stated(text))
    known = (context.measure(label) for label in labels)
    return next((each for each in known if each and each.kind is FigureKind.MONEY), None)


def _marked(figure: Figure, code: str) -> Figure:
    """As it stands, with the currency that is told elsewhere."""
    return replace(figure, raw=f"{figure.raw} ({code})")
