"""The encoding in which a short text fits one language: all that is beyond ASCII in it are letters of that language.

Statistics of letters tell little of two sentences; the common encodings of a language are few.
"""

from __future__ import annotations

_PUNCTUATION = frozenset("„“”‚‘’–—…«»€£°·§×²³½№\xa0")
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
_LANGUAGES = (
    ("cp1252", _WESTERN),
    ("cp1250", _CENTRAL),
    ("iso8859-2", _CENTRAL),
    ("cp1254", _TURKISH),
    ("cp1257", _BALTIC),
    ("koi8-r", _CYRILLIC[:1]),
    ("koi8-u", _CYRILLIC[1:]),
)
_KANA = 0.2
"""Of the signs of a Japanese text."""


def fitting(raw: bytes) -> str | None:
    """The first encoding, the most common first; None where the text fits none."""
    for name in ("cp932", "euc_jp"):
        signs = _beyond(raw, name)
        if sum(1 for sign in signs if "\u3041" <= sign <= "\u3096") > _KANA * len(signs):
            return name
    for name, languages in _LANGUAGES:
        signs = _beyond(raw, name)
        letters = [sign for sign in signs if sign not in _PUNCTUATION]
        # Small letters of other alphabets come out as Cyrillic capitals.
        if not letters or sum(map(str.isupper, letters)) > 0.5 * len(letters):
            continue
        if any(set(language).issuperset(letters) for language in languages):
            return name
    return None


def _beyond(raw: bytes, name: str) -> list[str]:
    """Its characters beyond ASCII; none where it does not decode."""
    try:
        return [char for char in raw.decode(name) if char > "\x7f"]
    except UnicodeDecodeError:
        return []
