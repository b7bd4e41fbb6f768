"""Words that a model can read and a person passes over: what base64, hex, rot13 and the like spell out.

Each layer is a reading of one stretch of a text, with the place where it stands. Nothing is decoded twice.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote


@dataclass(frozen=True)
class Layer:
    how: str
    """In words for a reader."""
    text: str
    start: int
    end: int
    """Of the stretch that spells it."""
    sure: bool
    """Nothing but words comes out as words here, so that prose is worth naming without an order in it."""


_FEWEST = 4
"""Words that a layer must have: what decodes to less is chance."""
_COMMON = ("the", "and", "that", "all", "not", "for", "with", "ignore", "other")
"""Of them two, turned, stand in a paragraph that is turned."""
_MIXED = re.compile(r"(?<![\w.,])(?=[a-z@$!]{0,20}\d)(?=[\d@$!]{0,20}[a-z])[a-z0-9@$!]{3,20}(?![\w.,])")
"""A word of letters and digits."""
_LEET = str.maketrans("013457890@$!", "oieastbgoasi")
_MORSE = {
    ".-": "a", "-...": "b", "-.-.": "c", "-..": "d", ".": "e", "..-.": "f", "--.": "g", "....": "h", "..": "i",
    ".---": "j", "-.-": "k", ".-..": "l", "--": "m", "-.": "n", "---": "o", ".--.": "p", "--.-": "q", ".-.": "r",
    "...": "s", "-": "t", "..-": "u", "...-": "v", ".--": "w", "-..-": "x", "-.--": "y", "--..": "z",
    "-----": "0", ".----": "1", "..---": "2", "...--": "3", "....-": "4", ".....": "5", "-....": "6", "--...": "7",
    "---..": "8", "----.": "9",
}  # fmt: skip


@lru_cache(maxsize=1)
def _turned() -> tuple[tuple[str, Callable[[str], str], list[str], re.Pattern[str]], ...]:
    """With the common words as they look once they are turned."""
    turned = [(how, turn, [turn(word) for word in _COMMON]) for how, turn in _TURNS]
    return tuple((how, turn, words, re.compile(rf"\b(?:{'|'.join(words)})\b")) for how, turn, words in turned)


def layers(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Layer]:
    """What hides in the letters and digits of a text: codes wherever they stand, turned letters by paragraph."""
    for how, form, decode, sure in _CODES:
        for match in form.finditer(text):
            words = decode(match[0])
            if len(words.split()) >= _FEWEST and _plain(words):
                yield Layer(how, words, *match.span(), sure=sure)
    low = text.lower()
    for how, turn, words, turned in _turned():
        if sum(word in low for word in words) < 2:
            continue
        for start, end in paragraphs:
            if len(set(turned.findall(low, start, end))) >= 2:
                yield Layer(how, turn(text[start:end]), start, end, sure=False)
    for line in re.finditer(r"[^\n]+", low):
        mixed = len(_MIXED.findall(line[0]))
        if mixed >= 3 and mixed >= len(line[0].split()) / 3:
            yield Layer("digits for letters", line[0].translate(_LEET), *line.span(), sure=False)


def _base64(text: str) -> str:
    bare = re.sub(r"\s", "", text).rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(bare + "=" * (-len(bare) % 4), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""


def _hex(text: str) -> str:
    digits = re.sub(r"0x|\\x|[^0-9a-fA-F]", "", text)
    return bytes.fromhex(digits[: len(digits) // 2 * 2]).decode("utf-8", "replace")


def _binary(text: str) -> str:
    return bytes(int(each, 2) for each in re.findall(r"[01]{8}", text)).decode("utf-8", "replace")


def _morse(text: str) -> str:
    words = re.split(r"\s*[/|]\s*|\s{3,}", text.replace("·", ".").replace("−", "-").replace("–", "-").strip())
    return " ".join("".join(_MORSE.get(sign, "�") for sign in word.split()) for word in words)


def _spaced(text: str) -> str:
    return " ".join("".join(word.split()) for word in re.split(r"\s{2,}", text.strip()))


_CODES: tuple[tuple[str, re.Pattern[str], Callable[[str], str], bool], ...] = (
    ("base64", re.compile(r"(?<![\w+/])(?:[A-Za-z0-9+/_-]{20,}\n?){1,40}={0,2}"), _base64, True),
    ("hexadecimal digits", re.compile(r"(?<!\w)(?:(?:0x|\\x)?[0-9a-fA-F]{2}[ :,\n]?){12,2000}(?!\w)"), _hex, True),
    ("binary digits", re.compile(r"(?<!\d)(?:[01]{8}[ ,\n]?){8,2000}(?!\d)"), _binary, True),
    ("Morse code", re.compile(r"(?<!\S)(?:[.·−–-]{1,6}(?:[ ]{1,3}[/|]?[ ]?|$)){12,600}"), _morse, True),
    ("percent codes", re.compile(r"(?:%[2-7][0-9A-Fa-f]){12,600}"), unquote, True),
    ("character codes", re.compile(r"(?:&#x?[0-9A-Fa-f]{2,6};?){8,600}"), html.unescape, False),
    ("letters set apart", re.compile(r"(?<!\S)(?:\w {1,5}){12,400}\w(?!\S)"), _spaced, False),
)
_TURNS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("rot13", lambda text: codecs.encode(text, "rot13")),
    ("letters from back to front", lambda text: text[::-1]),
)


def _plain(words: str) -> bool:
    letters = sum(char.isalpha() or char in " .,;:!?'\"-\n" for char in words)
    return "\ufffd" not in words and letters >= 0.9 * len(words)
