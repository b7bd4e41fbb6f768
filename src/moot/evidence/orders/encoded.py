"""Words that a model can read and a person passes over: what base64, hex, rot13 and the like spell out.

Each layer is a reading of one stretch of a text, with the place where it stands. Nothing is decoded twice.
"""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

from moot.text.lazy import lazy_re
from moot.text.lookalikes import ALIKE


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
    places: Sequence[int] = ()
    """Where each of its characters stands, if all of them stand in the text."""


_FEWEST = 4
"""Words that are worth naming without an order in them: fewer are a greeting, a sample or chance."""
_COMMON = (
    "the",
    "and",
    "that",
    "all",
    "not",
    "for",
    "with",
    "ignore",
    "other",
    "this",
    "what",
    "must",
    "should",
    "write",
)
"""Of them two, turned, stand in a paragraph that is turned."""
_MIXED = lazy_re(r"(?<![\w.,])(?=[a-z@$!]{0,20}\d)(?=[\d@$!]{0,20}[a-z])[a-z0-9@$!]{3,20}(?![\w.,])")
"""A word of letters and digits."""
_REDRAWN = lazy_re(
    "[\U0001d400-\U0001d7cb\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\U0001f130-\U0001f189\u00ad\u034f\u061c\u200b-\u200f"
    "\u2060-\u206f]|(?<=[A-Za-z])[\u0300-\u036f]|(?<=[A-Za-z])[\u0370-\u045f]|[\u0370-\u045f](?=[A-Za-z])"
)
"""Letters in other shapes, invisible ones, struck ones, and of another alphabet within a Latin word."""
_REDRAWN_WORDS = 3
_LETTERS = lazy_re(r"[a-z]+")
_JOINED = lazy_re(r"(?<![\w/.@#&=-])[A-Za-z]{2,20}(?:([-_])[A-Za-z]{1,20})(?:\1[A-Za-z]{1,20}){3,40}(?![\w/@=-])")
_IN_JOINED = lazy_re(r"[-_][A-Za-z]{1,20}[-_]")
"""A name of five words or more, as of a file; and what it has in it, which is told much sooner."""
_PLACES = bytes(0x61 if chr(at).isalnum() else 0x20 for at in range(128)) + bytes(128)
"""A table that makes an a of letters and digits of ASCII and blanks of all else."""


def _has_single(text: str) -> bool:
    """Whether there may be single letters, three in a row: what is cheaply seen of a text in ASCII."""
    return not text.isascii() or b" a a a " in b" %b " % text.encode().translate(_PLACES)


def _has_cut_line(text: str) -> bool:
    return "-\n" in text


class _Broken(NamedTuple):
    how: str
    form: re.Pattern[str]
    """Of what it matches only the letters are read."""
    may_stand_in: Callable[[str], bool]


_BROKEN_UP = (
    _Broken(
        "letters set apart",
        lazy_re(r"(?<!\w)[^\W\d_]([-._*·•~|/ ])[^\W\d_](?:\1[^\W\d_]){1,80}(?!\w)"),
        _has_single,
    ),
    _Broken(
        "words broken at line ends",
        lazy_re(r"(?<=[^\W\d_])-\n[ \t>]{0,8}(?=[a-zà-ÿ])"),
        _has_cut_line,
    ),
)
_RUN_TOGETHER = lazy_re(
    r"ignore|disregard|forget|override|bypass|all|any|every|the|your|my|of|these|those|previous|prior|above|earlier|"
    r"preceding|system|original|instructions?|prompts?|rules|guidelines|directives?"
)
"""Words of an order, for letters that are set apart no less than the words are."""
_LEET = str.maketrans("013457890@$!", "oieastbgoasi")
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789@$!"))
_MORSE = {
    ".-": "a", "-...": "b", "-.-.": "c", "-..": "d", ".": "e", "..-.": "f", "--.": "g", "....": "h", "..": "i",
    ".---": "j", "-.-": "k", ".-..": "l", "--": "m", "-.": "n", "---": "o", ".--.": "p", "--.-": "q", ".-.": "r",
    "...": "s", "-": "t", "..-": "u", "...-": "v", ".--": "w", "-..-": "x", "-.--": "y", "--..": "z",
    "-----": "0", ".----": "1", "..---": "2", "...--": "3", "....-": "4", ".....": "5", "-....": "6", "--...": "7",
    "---..": "8", "----.": "9",
}  # fmt: skip


def _class(members: str) -> bytes:
    """A table that makes a 1 of these characters and of every byte beyond ASCII, and a 0 of the others."""
    return bytes(0x31 if at > 0x7F or chr(at) in members else 0x30 for at in range(256))


_ROWS = {
    "hexadecimal digits": (_class("0123456789abcdefABCDEFx\\ :,\n"), b"1" * 24),
    "binary digits": (_class("01 ,\n"), b"1" * 64),
    "Morse code": (_class(".- /|"), b"1" * 23),
    "base32": (_class("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), b"1" * 32),
    "numbers of characters": (_class("0123456789 ,;\n"), b"1" * 50),
}
"""A code is at least so many of its characters in a row; where they are not, it need not be looked for."""
_SIGNS = {"escaped characters": "\\", "quoted-printable": "=", "percent codes": "%", "character codes": "&#"}
_FEWEST_SIGNS = 8


_DOTS: dict[int, str] = dict(
    zip(
        (1, 3, 9, 25, 17, 11, 27, 19, 10, 26, 5, 7, 13, 29, 21, 15, 31, 23, 14, 30, 37, 39, 58, 45, 61, 53),
        "abcdefghijklmnopqrstuvwxyz",
        strict=True,
    )
)


@cache
def _turned() -> tuple[tuple[str, Callable[[str], str], set[str], re.Pattern[str]], ...]:
    """With the common words as they look once they are turned."""
    turned = [(how, back, {turn(word) for word in _COMMON}) for how, turn, back in _TURNS]
    return tuple((how, back, words, lazy_re(rf"\b(?:{'|'.join(sorted(words))})\b")) for how, back, words in turned)


@cache
def _all_turned() -> frozenset[str]:
    return frozenset(word for _, _, words, _ in _turned() for word in words)


def layers(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Layer]:
    """What hides in the letters and digits of a text: codes wherever they stand, turned letters by paragraph."""
    longest = max(map(len, text.split()), default=0)
    for how, form, decode, sure in CODES:
        for match in form.finditer(text) if may_hold(how, text, longest) else ():
            words = decode(match[0])
            if words and _plain(words):
                yield Layer(how, words, *match.span(), sure=sure and len(words.split()) >= _FEWEST)
    low = text.replace("İ", "I").lower()  # of all letters only its small form would be two, and move what is behind it
    held = _all_turned().intersection(_LETTERS.findall(low))
    for how, back, words, turned in _turned() if len(held) >= 2 else ():
        if len(words & held) < 2:
            continue
        for start, end in paragraphs:
            if len(set(turned.findall(low, start, end))) >= 2:
                yield Layer(how, back(text[start:end]), start, end, sure=False)
    for match in _JOINED.finditer(text) if _IN_JOINED.search(text) else ():
        yield Layer("joined words", re.sub("[-_]", " ", match[0]), *match.span(), sure=False)
    broken = [each for each in _BROKEN_UP if each.may_stand_in(text)]
    for start, end in paragraphs if broken else ():
        yield from _put_together(text, start, end, broken)
    for start, end in paragraphs if not text.isascii() else ():
        if (
            not text[start:end].isascii()
            and len({text.count(" ", start, at.start()) for at in _REDRAWN.finditer(text, start, end)})
            >= _REDRAWN_WORDS
        ):
            yield Layer("letters of another look", _drawn_plainly(text[start:end]), start, end, sure=False)
    for line in re.finditer(r"[^\n]+", low):
        least = max(3, len(line[0].split()) / 3)
        # Each of these words has a digit, or one of the signs behind it.
        if len(line[0]) - len(line[0].translate(_NO_DIGITS)) >= least and len(_MIXED.findall(line[0])) >= least:
            yield Layer("digits for letters", line[0].replace("11", "ll").translate(_LEET), *line.span(), sure=False)


def _put_together(text: str, start: int, end: int, broken: Sequence[_Broken]) -> Iterator[Layer]:
    """A paragraph without what stands within its words, where some are broken up."""
    for how, form, may_stand_in in broken:
        places, done = list[int](), start
        for match in form.finditer(text, start, end) if may_stand_in(text[start:end]) else ():
            places += [*range(done, match.start()), *_letters(text, *match.span())]
            done = match.end()
        if done > start:
            places += range(done, end)
            places = [at for at in places if text[at : at + 2] != "  "]
            yield Layer(how, "".join(text[at] for at in places), start, end, sure=False, places=places)


def _letters(text: str, start: int, end: int) -> Iterator[int]:
    """Where they stand; and a blank before each word of an order that is run together with others."""
    letters = [at for at in range(start, end) if text[at].isalpha()]
    run = "".join(text[at] for at in letters).lower()
    words = list(_RUN_TOGETHER.finditer(run))
    starts = {each.start() for each in words[1:]} if "".join(each[0] for each in words) == run else set[int]()
    for count, at in enumerate(letters):
        yield from (at - 1, at) if count in starts else (at,)


def may_hold(how: str, text: str, longest: int) -> bool:
    """Whether a code may stand in the text: what is cheaply seen. `longest`: letters of its longest word."""
    if how in _ROWS:
        table, row = _ROWS[how]
        return row in text.encode("utf-8", "surrogatepass").translate(table)
    if how in _SIGNS:
        return text.count(_SIGNS[how]) >= _FEWEST_SIGNS
    if how == "base64":
        return longest >= 20
    return not text.isascii()


def _drawn_plainly(text: str) -> str:
    """Compatible forms as letters, without marks that no letter has for its own; alike letters of other alphabets."""
    text = unicodedata.normalize("NFKC", re.sub("[\u00ad\u034f\u061c\u200b-\u200f\u2060-\u206f]", "", text))
    return re.sub("(?<=[A-Za-z ])[\u0300-\u036f]+", "", text).translate(ALIKE)


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


def _base32(text: str) -> str:
    try:
        return base64.b32decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 8)).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""


def _numbers(text: str) -> str:
    return "".join(chr(int(each)) for each in re.findall(r"\d+", text))


def _escapes(text: str) -> str:
    codes = re.findall(r"\\u\{?0{0,4}([0-9A-Fa-f]{2,4})\}?|\\([0-7]{3})", text)
    return "".join(chr(int(hexadecimal, 16) if hexadecimal else int(octal, 8)) for hexadecimal, octal in codes)


def _printable(text: str) -> str:
    return quopri.decodestring(text.encode()).decode("utf-8", "replace")


def _braille(text: str) -> str:
    return "".join(_DOTS.get(ord(sign) - 0x2800, " ") for sign in text)


CODES: tuple[tuple[str, re.Pattern[str], Callable[[str], str], bool], ...] = (
    ("base64", lazy_re(r"(?<![\w+/])(?:[A-Za-z0-9+/_-]{20,}\n?){1,40}={0,2}"), _base64, True),
    ("hexadecimal digits", lazy_re(r"(?<!\w)(?:(?:0x|\\x)?[0-9a-fA-F]{2}[ :,\n]?){12,2000}(?!\w)"), _hex, True),
    ("binary digits", lazy_re(r"(?<!\d)(?:[01]{8}[ ,\n]?){8,2000}(?!\d)"), _binary, True),
    ("Morse code", lazy_re(r"(?<!\S)(?:[.·−–-]{1,6}(?:[ ]{1,3}[/|]?[ ]?|$)){12,600}"), _morse, True),
    ("base32", lazy_re(r"(?<!\w)[A-Z2-7]{32,800}={0,6}(?!\w)"), _base32, True),
    (
        "numbers of characters",
        lazy_re(
            r"(?<![\d.])(?:(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])[ ,;\n]{1,2}){16,600}"
            r"(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])(?![\d.])"
        ),
        _numbers,
        False,
    ),
    ("escaped characters", lazy_re(r"(?:\\u\{?[0-9A-Fa-f]{2,6}\}?|\\[0-7]{3}){12,600}"), _escapes, True),
    ("quoted-printable", lazy_re(r"(?:=[2-7][0-9A-F]){12,600}"), _printable, True),
    ("Braille", lazy_re("[\u2801-\u283f][\u2800-\u283f \n]{14,600}"), _braille, False),
    ("percent codes", lazy_re(r"(?:%[2-7][0-9A-Fa-f]){12,600}"), unquote, True),
    ("character codes", lazy_re(r"(?:&#x?[0-9A-Fa-f]{2,6};?){8,600}"), html.unescape, False),
)
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def _swapped(order: str) -> Callable[[str], str]:
    table = str.maketrans(_ALPHABET + _ALPHABET.upper(), order + order.upper())
    return lambda text: text.translate(table)


def _shifted(by: int) -> Callable[[str], str]:
    return _swapped(_ALPHABET[by:] + _ALPHABET[:by])


_BACK = _swapped(_ALPHABET[::-1])
_TURNS: tuple[tuple[str, Callable[[str], str], Callable[[str], str]], ...] = (
    *(("rot13" if n == 13 else f"letters {n} places on", _shifted(n), _shifted(26 - n)) for n in range(1, 26)),
    ("the alphabet from back to front", _BACK, _BACK),
    ("letters from back to front", lambda text: text[::-1], lambda text: text[::-1]),
)
"""With how words are turned, and turned back."""


def _plain(words: str) -> bool:
    letters = sum(char.isalpha() or char in " .,;:!?'\"-\n" for char in words)
    return "\ufffd" not in words and letters >= 0.9 * len(words)
