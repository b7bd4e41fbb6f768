"""Numbers as most of Europe writes them, 1.284,5, with the marks of English: 1,284.5; and those of accounts.

The first are read so in a text in such a language, or in one too short to tell that has a number which only they write.
"""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re
from moot.text.tongue import tongue

_WITH_COMMAS = frozenset({
    "German", "French", "Spanish", "Italian", "Portuguese", "Dutch", "a Nordic language", "Slovene",
    "Croatian or Serbian",
})  # fmt: skip
_NUMERAL = lazy_re(
    r"(?<![\d.,\[])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|0,\d+|\d{4,},\d+|\d+,(?:\d{1,2}|\d{4,}))(?![.,]?\d|\])"
)
"""Not 12,500: short English may look like another language, and who writes so means the same in claim and source."""
_NOUN = r"[A-ZÄÖÜ][a-zäöüß]{3,}"
_TELLING = lazy_re(
    rf"(?<![\d.,])(?:\d{{1,3}}(?:\.\d{{3}})+(?:,\d|(?=[ \xa0]{_NOUN}))|\d+,\d{{1,2}}(?=[ \xa0](?:€|{_NOUN})))"
)
"""1.284,5; and before a noun with a capital, as German has them, 12.500 and 12,5 too."""
_GERMAN = lazy_re(
    r"(?<![\d.,\[])\d{1,3}(?:\.\d{3})+(?=[ \xa0](?:Meter|Kilometer|Quadratmeter|Kubikmeter|Liter|Tonnen|Euro|Franken|"
    r"Einwohner|Mio|Mrd|Tsd|Millionen|Milliarden)\b)"
)
"""Thousands in any text: "it is 1.340 Meter long", "1.860 Mio. Euro". Not "1.250 millions", which may be English."""
_ABROAD = lazy_re(
    r"(?<![\d.,])\d{1,3}(?:[ \xa0]\d{3})+,\d(?!\d\d)|(?<![\d.,])\d+,\d{1,2}[ \xa0](?:kron[aeo]r?|kr|euros?|francs?|"
    r"zloty|złoty|korunas?|forints?|lei)\b"
)
"""The same in English: 9 874,3; 31,40 kroner."""
_POINT = lazy_re(r"(?<![\d.,])\d+\.\d{1,2}(?![\d.])")
_SCALE = r"(?:%|k|m|bn|thousand|million|billion)"
_BRACKETED = lazy_re(
    rf"((?:\||\A)[ \t*_]*)\((?!(?:1[5-9]|20)\d\d\))([£$€]?\d[\d.,]*[ \xa0]?{_SCALE}?)\)"
    rf"(?=[ \xa0]?{_SCALE}?[ \t*_]*(?:\||\Z))|([£$€])\((\d[\d.,]*)\)"
)
"""A cell that is all in brackets, or a sum behind its sign: (4.1) is -4.1, as accounts have it."""
_TURNED = str.maketrans(".,", ",.")


def has_commas(text: str) -> bool:
    """Whether a text is in a language in which 61.300 is a thousand times 61,3."""
    return tongue(text) in _WITH_COMMAS


def as_english(text: str, *, commas: bool = False) -> str:
    """The text with its numbers in English notation, each where it stood. `commas`: they are known to be in the other,
    as those of a cell by the text around its table.
    """
    if not _NUMERAL.search(text):
        return text
    told = tongue(text)
    telling = _ABROAD.search(text) or (told is None and _TELLING.search(text))
    commas = commas or told in _WITH_COMMAS or bool(telling and not _POINT.search(text))
    return (_NUMERAL if commas else _GERMAN).sub(lambda match: match[0].translate(_TURNED), text)


def minus(text: str) -> str:
    """The text with a minus before the cells that have brackets instead, each character where it stood."""
    return _BRACKETED.sub(_with_minus, text) if "(" in text else text


def _with_minus(match: re.Match[str]) -> str:
    return f"{match[1] or match[3] or ''}-{match[2] or match[4]} "
