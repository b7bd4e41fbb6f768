"""The encoding in which a short text fits one language: all that is beyond ASCII in it are letters of that language.

Statistics of letters tell little of two sentences; the common encodings of a language are few.
"""

from __future__ import annotations

from itertools import pairwise

from moot.text.lazy import lazy_re

_PUNCTUATION = frozenset("„“”‚‘’–—…«»€£¥°·•§×²³½¼¾±µ©®™№\xa0")
_WESTERN = (
    "äöüßÄÖÜ",
    "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜ",
    "áéíóúñü¿¡ªºÁÉÍÓÚÑÜ",
    "àèéìíòóùúÀÈÉÌÒÙ",
    "áâãàçéêíóôõúüªºÁÂÃÀÇÉÊÍÓÔÕÚ",
    "åäöéÅÄÖÉ",
    "æøåéóÆØÅÉ",
    "áðéíóúýþæöÁÐÉÍÓÚÝÞÆÖ",
    "éëïóèêüöäáÉË",
)
_CENTRAL = (
    "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
    "áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ",
    "áäčďéíĺľňóôŕšťúýžÁÄČĎÉÍĹĽŇÓÔŔŠŤÚÝŽ",
    "áéíóöőúüűÁÉÍÓÖŐÚÜŰ",
    "čćđšžČĆĐŠŽ",
    "ăâîşţĂÂÎŞŢ",
)
_TURKISH = ("çğıöşüâîÇĞİÖŞÜ",)
_BALTIC = ("ąčęėįšųūžĄČĘĖĮŠŲŪŽ", "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ", "äõöüšžÄÕÖÜŠŽ")
_CYRILLIC = (
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ",
)
_LATIN = (
    ("cp1252", _WESTERN),
    ("cp1250", _CENTRAL),
    ("iso8859-2", _CENTRAL),
    ("cp1254", _TURKISH),
    ("cp1257", _BALTIC),
    ("cp850", _WESTERN),
    ("mac-roman", _WESTERN),
)
_OTHER = (
    ("cp1251", _CYRILLIC[:1]),
    ("koi8-r", _CYRILLIC[:1]),
    ("koi8-u", _CYRILLIC[1:]),
)
_KANA = 0.2
"""Of the signs of a Japanese text."""
_ODD = 0.1
"""Of the signs of a text may stand where they should not."""
_RUNS = lazy_re(r"[^\W\d_\x00-\x7f]{3,}")
_VOWELS = frozenset("аеёиоуыэюяєіїАЕЁИОУЫЭЮЯЄІЇ")
_FEWEST_VOWELS = 0.22
"""Of the letters of a Cyrillic text; other alphabets that are taken for it come out with fewer."""
_WITHIN = lazy_re(r"(?<=[^\W\d_])(?:[£¥±](?!\s?\d)|[€§°³½¼¾«»×µ©](?=[a-z]))")
"""Signs within a word."""
_MIXED = lazy_re(r"(?<=[A-Za-z])[^\W\d_\x00-\x7f]|[^\W\d_\x00-\x7f](?=[A-Za-z])")


def fitting(raw: bytes) -> str | None:
    """The first encoding, the most common first; None where the text fits none."""
    for name in ("cp932", "euc_jp"):
        signs = _beyond(_text(raw, name))
        if sum(1 for sign in signs if "\u3041" <= sign <= "\u3096") > _KANA * len(signs):
            return name
    latin = (name for name, languages in _LATIN if _is_of(languages, text := _text(raw, name)) and _is_latin(text))
    other = (name for name, languages in _OTHER if _is_of(languages, text := _text(raw, name)) and _is_other(text))
    return next(latin, None) or next(other, None)


def _is_of(languages: tuple[str, ...], text: str) -> bool:
    """Whether it has signs beyond ASCII, all of them of one language or common to all, each where it may stand."""
    signs = _beyond(text)
    letters = set(signs) - _PUNCTUATION
    # A capital behind a small letter of its word is none.
    capitals = sum(one.islower() and two > "\x7f" and two.isupper() for one, two in pairwise(text))
    odd = capitals + len(_WITHIN.findall(text))
    return bool(signs) and odd <= _ODD * len(signs) and any(letters.issubset(language) for language in languages)


def _is_latin(text: str) -> bool:
    """Whether its letters beyond ASCII stand one by one among others; those alone are small."""
    letters = [sign for sign in _beyond(text) if sign.isalpha()]
    if not _MIXED.search(text) and 2 * sum(map(str.isupper, letters)) > len(letters):
        return False
    return 2 * _together(text) <= len(letters)


def _is_other(text: str) -> bool:
    """Whether its words are all of letters beyond ASCII, and most of these small ones: small letters of other
    alphabets come out as capitals of Cyrillic.
    """
    letters = [sign for sign in _beyond(text) if sign.isalpha()]
    vowels = sum(letter in _VOWELS for letter in letters)
    if not letters or len(_MIXED.findall(text)) > _ODD * len(letters):
        return False
    return vowels > _FEWEST_VOWELS * len(letters) and 2 * sum(map(str.isupper, letters)) <= len(letters)


def _together(text: str) -> int:
    """Letters beyond ASCII of which three or more stand together."""
    return sum(map(len, _RUNS.findall(text)))


def _text(raw: bytes, name: str) -> str:
    """Empty where it does not decode."""
    try:
        return raw.decode(name)
    except UnicodeDecodeError:
        return ""


def _beyond(text: str) -> list[str]:
    return [char for char in text if char > "\x7f"]
