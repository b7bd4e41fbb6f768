"""Figures of the evidence around a quote, and the units that its passage gives to bare numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from moot.text import figures, months
from moot.text.currencies import SYMBOLS
from moot.text.figures import Figure, FigureKind
from moot.text.heads import plain
from moot.text.lazy import lazy_re

_SCALES = lazy_re(r"\b(hundred|thousand|million|billion|trillion)s\b", re.IGNORECASE)
_SHORT = lazy_re(
    r"(?<![\w$€£])((?:US|A|C)?[$€£¥]|[A-Z]{3})[ ]?"
    r"(m|mn|million|bn|b|billion|k|K|thousand|[’']?000s?)(?!\w)"
)
"""The head "Cost (£m)", "$'000", "EUR bn"."""
_SHORTS = {
    "m": "million",
    "mn": "million",
    "million": "million",
    "bn": "billion",
    "b": "billion",
    "billion": "billion",
    "k": "thousand",
    "K": "thousand",
    "thousand": "thousand",
    "000": "thousand",
    "’000": "thousand",
    "'000": "thousand",
    "000s": "thousand",
    "’000s": "thousand",
    "'000s": "thousand",
}
_LARGE = lazy_re(r"\b[A-Z](?=[a-z]{2,}s\b)")
_DATED = lazy_re(r"(?:day|week|month|year|decade)-\w", re.IGNORECASE)
"""Clients "at year-end" are not counted in years."""
_WHEN = lazy_re(
    r"\b(?:first|second|third|fourth|fifth|last|next|same|previous)[\s\xa0](?:hour|day|week|month|year)$",
    re.IGNORECASE,
)
"""Trees that "failed in first year" are not counted in years."""
_CHUNK = lazy_re(r"[^,;:|()\[\]\n]+")
_MONTH = "|".join(name[:length].capitalize() for name in months.ENGLISH for length in (3, 9))
_THEN = lazy_re(
    r"(?<!\byear )(?<!\bmonth )(?<!\bweek )(?<!\bday )\b(?:in |of )?"
    rf"(?:(?:FY|[HQ][1-4]|(?:first|second) half|(?:first|second|third|fourth) quarter|{_MONTH})\.?(?: of)? ?)?"
    r"(?:1[5-9]|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?(?![\w,.]*\d)(?: in\b)?",
    re.IGNORECASE,
)
"""When a column tells of, beside its unit: "GWh 2024", "Output 2024 in GWh", "Rain mm May 2024"."""
_FORMULA = lazy_re(r"\b(?=[A-Z]\w)[A-Za-z]{2,6}\d{1,2}(?:\.5)?[a-z]?\b")
"""CO2, PM2.5: its digit is no figure."""
_BASE = lazy_re(r"(?:\bper[\s\xa0]+|(?<=[^\W\d_]|[%€$£])[ \xa0]?/[ \xa0]?)\d[^;|()\[\]\n]*")
"""Of how many things a head gives an amount: "kWh per 1,000 bottles", "l/100 km". Its number is no figure of a cell."""
_POWER = lazy_re(r"\b([cdkm]?m)([23])(?=[ \xa0]*(?:[/)\],;|]|\Z|per\b|an?\b))")
_POWERS = {"2": "²", "3": "³"}
"""The "m3" of a head is a unit, and its digit no figure."""


def units(texts: Iterable[str]) -> frozenset[tuple[str, Decimal]]:
    """Unit and scale of every figure and of every head like "Committed, billion USD" or "Score (%)"."""
    known: set[tuple[str, Decimal]] = set()
    for text in texts:
        known.update(_measure(figure) for figure in figures.find(text))
        for chunk in _chunks(text):
            words = chunk.split()
            if 1 <= len(words) <= 6 and not any(c.isdecimal() for c in chunk):
                tails = (" ".join(words[at:]) for at in range(len(words)))
                known.update(_measure(figure) for tail in tails for figure in _one(tail))
    return frozenset(known - {("", Decimal(1))})


def measure(label: str) -> Figure | None:
    """The unit and scale that the head of a column or the label of a row gives to bare numbers, as of a 1; or None.

    "Result, million USD", "Score (%)", "Weight kg", "range_km", "kWh per 1,000 bottles"; a label that holds other
    figures gives none.
    """
    label = plain(label)
    short = _SHORT.search(label)
    if short:
        label = f"{_SHORTS[short[2]]} {SYMBOLS.get(short[1], short[1])}"
    for chunk in reversed(_chunks(label)):
        words = chunk.split()
        if not 1 <= len(words) <= 6 or any(c.isdecimal() for c in chunk) or (len(words) > 1 and words[-1] == "X"):
            continue  # "Breva X" is a name.
        if _WHEN.search(chunk.strip()):
            continue
        tails = [words[at:] for at in range(len(words)) if at == 0 or words[at - 1].lower() not in ("per", "a", "an")]
        read = [figure for tail in tails for figure in _one(" ".join(tail))]
        measured = (figure for figure in read if figure.kind is not FigureKind.DATE)
        known = [figure for figure in measured if figure.unit or figure.scale != 1]
        if known:
            return next((figure for figure in known if figure.unit), None) or _of_first(label, chunk) or known[0]
    return None


def _of_first(label: str, scale: str) -> Figure | None:
    """ "Tonnes, first half 2024 (thousand)": the first word in the scale that stands apart."""
    first = label.split()[0]
    if "-" in first:
        return None  # "Tonne-km".
    return next((figure for figure in _one(f"{scale} {first}") if figure.unit and figure.scale != 1), None)


def _chunks(text: str) -> list[str]:
    text = _BASE.sub("", _FORMULA.sub("", _THEN.sub("", text)))
    raised = _POWER.sub(lambda unit: unit[1] + _POWERS[unit[2]], _SCALES.sub(r"\1", text))
    return _CHUNK.findall(raised)


def _one(tail: str) -> list[Figure]:
    """The first figure of "1 points": a head may write the names of units large, which a sentence does not."""
    if _DATED.match(tail):
        return []
    return figures.find(f"1 {_LARGE.sub(lambda word: word[0].lower(), tail)}")[:1]


def _measure(figure: Figure) -> tuple[str, Decimal]:
    return figure.unit, figure.scale
