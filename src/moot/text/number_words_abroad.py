"""Numbers in words of other languages than English, as digits: zwölf, quatre-vingt-dix, treinta y una.

Rather as they stand than wrong: a number that words of a half, a comma or a scale go on from is not read in part, nor
is a word that is also another ("neuf", new; "sei", are).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from moot.text import parts_abroad
from moot.text.lazy import lazy_re
from moot.text.tongue import tongue

_CODES = {"German": "de", "French": "fr", "Spanish": "es", "Italian": "it", "Portuguese": "pt", "Dutch": "nl"}
_SCALE = r"(?:mill?i?[oó]\w*|milh\w+|mill?i?ard\w*|miljo\w+|miljard\w*|bill?[ij]?[oó]\w+|bilh\w+)"
"""From a million on; they are nouns, and told without a number too: "Millionen Menschen"."""
_SCALED = lazy_re(
    r"\d[ \xa0]?(?:cent|hundert|honderd|mil|mille|mila|tausend|duizend|mio|mrd|mill?[ij]\w+|milh\w+)\b", re.IGNORECASE
)
"""Digits that a word goes on from, "44 Millionen", are read as they stand."""
_BROKEN = lazy_re(
    r"\b(?:komma|virgule|coma|virgola|vírgula)\b"
    r"|\b(?:\w*einhalb\w*|anderthalb\w*|\w*[ëe]nhalf|anderhalve?)\b"
    r"|\b(?:und[\s\xa0]ein|et|y|ed?|en(?:[\s\xa0]een)?)[\s\xa0-](?:halb\w*|demie?s?|medi[oa]|mezz[oa]|mei[oa]|half|halve)\b"
    rf"|\b(?:halbe\w*|demi|medi[oa]|mezz[oa]|mei[oa]|half|halve)[\s\xa0-]{_SCALE}\b"
    rf"|\b{_SCALE}[\s\xa0](?:und|et|y|ed?|en)\b",
    re.IGNORECASE,
)
"""A number of which the words that are read are no whole, "zwölf Komma fünf", "dos millones y medio", or too many:
"zwei Millionen und zwölf".
"""
_LARGE = lazy_re(rf"\b(?:(?P<before>[^\W\d_]{{1,40}})[\s\xa0-])?(?P<scale>{_SCALE})\b", re.IGNORECASE)
_ONE = lazy_re(r"(?:ein(?:e[rnms]?)?|une?|un[oa]?|uma?|een|één)", re.IGNORECASE)
_PERCENT = r"p(?:our|or|er)[\s\xa0](?:cent|cien|ciento|cento)\b"
_VAGUE = (
    r"(?:mehrer\w+|einig\w+|viele\w*|wenige\w*|paar|quelques|plusieurs|vari[oae]s?|algun\w+|much[oa]s|unos|alcun\w+|"
    r"parecchi\w*|molt[ie]|vári[oa]s|muit[oa]s|enkele|enige|veel|meerdere)[\s\xa0][^\W\d_]+"
)
_KEPT = lazy_re(rf"\b(?:{_PERCENT}|{_VAGUE})", re.IGNORECASE)
"""Words of numbers that tell none, or a unit: "cinq pour cent", "mehrere tausend"."""
_ALSO = {
    "de": r"(?:(?:elf|acht)\b(?!(?-i:[\s\xa0][A-ZÄÖÜ]))|(?!\A)(?<![.!?:][\s\xa0])(?-i:Elf|Acht)\b)",
    "fr": r"(?!\A)(?<!\bles )(?<!\bdes )(?<!\bces )(?<!\baux )neuf\b",
    "es": r"(?:(?-i:ONCE)|cientos|miles)\b",
    "it": r"(?:sei|venti|(?-i:Otto(?=[\s\xa0][A-Z])))\b",
    "nl": r"(?:acht|elf)\b",
}
_OTHER = {code: lazy_re(rf"(?<![\w-])(?P<word>{words})(?!-)", re.IGNORECASE) for code, words in _ALSO.items()}
"""Words that are numbers only in a number of several words or, in German, before a noun, in French, where no
adjective can stand: "acht geben", "livre neuf".
"""
_WORD_BEFORE = lazy_re(r"([^\W\d_]+)[\s\xa0]\Z")
_WORD_BEHIND = lazy_re(r"[\s\xa0]([^\W\d_]+)")
_LONGEST = 40
"""Letters of the word before, at most."""
_APART = lazy_re(r"\d[\s\xa0]+\d")

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
    if code is None or _SCALED.search(text) or _BROKEN.search(text) or not _scales_read(text, code):
        return text
    from text_to_num import alpha2digit

    read, end = "", 0
    for start, stop in sorted(_kept(text, code)):
        if start >= end:
            read += alpha2digit(text[end:start], code) + text[start:stop]
            end = stop
    read += alpha2digit(text[end:], code)
    return read if len(_APART.findall(read)) <= len(_APART.findall(text)) else text


def _scales_read(text: str, code: str) -> bool:
    """Whether before each word of a scale the number stands that it belongs to."""
    for match in _LARGE.finditer(text):
        before = match["before"] or ""
        if not _ONE.fullmatch(before) and not (before and _number(f"{before} {match['scale']}", code)):
            return False
    return True


def _kept(text: str, code: str) -> Iterator[tuple[int, int]]:
    """Where the text stays as it is; parts in words are figures of their own."""
    yield from (match.span() for match in _KEPT.finditer(text))
    yield from ((part.start, part.end) for part in parts_abroad.find(text))
    for match in _OTHER[code].finditer(text) if code in _OTHER else ():
        before = _WORD_BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
        behind = _WORD_BEHIND.match(text, match.end())
        if before and _number(f"{before[1]} {match['word']}", code):
            continue
        if not (behind and _number(f"{match['word']} {behind[1]}", code)):
            yield match.span()


def _number(words: str, code: str) -> bool:
    """Whether the words are one number."""
    from text_to_num import alpha2digit

    return alpha2digit(words, code).isdigit()
