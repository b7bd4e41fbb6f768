"""A source's text as it is kept: what can be stored, and nothing that makes a program read other than a person does."""

from __future__ import annotations

import re

from moot.text import lookalikes
from moot.text.lazy import lazy_re

_MARK = "[\u061c\u200e\u200f\u2066-\u2069]"
_UNSEEN = "[\u061c\u200b\u200e\u200f\u2060\u2066-\u2069\ufeff]"
_SOME = lazy_re(rf"[\xad{_UNSEEN[1:]}")
"""Most texts have none, which is told much sooner than that none stands within a word."""
_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u052f"
"""Of scripts that part words by spaces. Others part them by a space of no width."""
_WITHIN = lazy_re(
    rf"\xad|(?<=\w){_MARK}(?=\w)|(?<=\d){_UNSEEN}(?=[\d.,])|(?<=[.,]){_UNSEEN}(?=\d)"
    rf"|(?<=[{_LETTER}])[\u200b\u2060\ufeff](?=[{_LETTER}])"
    "|[\u2066-\u2069](?=\\d)|(?<=\\d)[\u2066-\u2069]"
)
"""Soft hyphens; single marks of direction and spaces of no width within a word, single invisible characters within a
figure and around it.

They show nothing there, and part a figure for whoever reads characters. Runs of them stay: they may spell something.
"""


def storable(text: str) -> str:
    """Lone surrogates cannot be stored or hashed as UTF-8."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def readable(text: str) -> str:
    """Storable, with words and figures whole, and words in plain letters."""
    if text.isascii():
        return text
    kept = storable(text)
    return lookalikes.plain(_WITHIN.sub("", kept) if _SOME.search(kept) else kept)
