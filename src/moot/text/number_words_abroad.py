"""Numbers in words of other languages than English, as digits: zwölf, quatre-vingt-dix, treinta y una."""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re
from moot.text.tongue import tongue

_CODES = {"German": "de", "French": "fr", "Spanish": "es", "Italian": "it", "Portuguese": "pt", "Dutch": "nl"}
_SCALED = lazy_re(
    r"\d[ \xa0]?(?:cent|hundert|honderd|mil|mille|mila|tausend|duizend|mio|mrd|mill?[ij]\w+|milh\w+)\b", re.IGNORECASE
)
"""Digits that a word goes on from, "44 Millionen", are read as they stand."""


_TELLING = {
    "de": lazy_re(r"\b\w*(?:zehn|zwanzig|dreißig|[rnftb]zig|zwölf|fünf)\w*\b", re.IGNORECASE),
    "fr": lazy_re(r"\b(?:douze|treize|quatorze|quinze|vingt|trente|quarante|cinquante|soixante)\b", re.IGNORECASE),
    "es": lazy_re(r"\b(?:doce|trece|catorce|dieci\w+|veinte|veinti\w+|treinta|cuarenta|cincuenta)\b", re.IGNORECASE),
    "it": lazy_re(r"\b(?:dodici|tredici|quattordici|quindici|venti\w*|trenta|quaranta|cinquanta)\b", re.IGNORECASE),
    "nl": lazy_re(r"\b(?:twaalf|dertien|veertien|vijftien|twintig|dertig|veertig|vijftig)\b", re.IGNORECASE),
}
"""Words that tell the language of a text that is too short to tell it otherwise."""


def in_digits(text: str) -> str:
    """The text with its numbers in digits; one in another language, or in none that is told, as it is."""
    told = tongue(text)
    code = _CODES.get(told) if told else next((code for code, words in _TELLING.items() if words.search(text)), None)
    if code is None or _SCALED.search(text):
        return text
    from text_to_num import alpha2digit

    return alpha2digit(text, code)
