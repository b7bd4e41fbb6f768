"""Letters that only look Latin: of other alphabets, or full in width, within words that a person reads as Latin.

After the confusables and the mixed scripts of Unicode (UTS 39): a word counts where each of its letters is Latin or
drawn as one, and the text around it is Latin, so that no word of Russian or Greek is told, nor what symbols make
("hν", "NF-κB").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from moot.text.lazy import lazy_re
from moot.text.spans import Span

_CYRILLIC = ("асеорхуіјѕһԁԛԝӏѵАВЕКМНОРСТХУІЈЅ", "aceopxyijshdqwlvABEKMHOPCTXYIJS")
_GREEK = ("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX")
_ARMENIAN = ("օսոհցզ", "ounhgq")
_SYMBOLS = ("ρν", "pv")
"""Greek letters that stand for something by themselves, beside Latin ones too."""
_DRAWN = lazy_re("[\U0001d400-\U0001d7cb]+")
"""Letters of mathematics: bold, cursive and other forms of plain ones."""
ALIKE = str.maketrans(
    "".join(each[0] for each in (_CYRILLIC, _GREEK, _ARMENIAN, _SYMBOLS)) + "αι",
    "".join(each[1] for each in (_CYRILLIC, _GREEK, _ARMENIAN, _SYMBOLS)) + "ai",
)
"""What each is drawn as."""
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_WIDE = "\uff21-\uff3a\uff41-\uff5a"
_OTHER = f"{_CYRILLIC[0]}{_GREEK[0]}{_ARMENIAN[0]}{_WIDE}"
_SYMBOL = _SYMBOLS[0]
_SOME = lazy_re(f"[{_OTHER}{_SYMBOL}]")
"""Each such word has one, which is told much sooner."""
_WORD = lazy_re(
    rf"(?<![^\W_])(?:(?=[{_OTHER}]{{0,40}}[{_LATIN}])(?=[{_LATIN}]{{0,40}}[{_OTHER}])[{_LATIN}{_OTHER}]{{3,40}}"
    rf"|(?=[{_SYMBOL}]{{0,40}}(?:[{_LATIN}][{_SYMBOL}]{{0,40}}){{4}})[{_LATIN}]{{1,40}}[{_SYMBOL}][{_LATIN}{_SYMBOL}]{{0,40}}[{_LATIN}]"
    rf"|[{_WIDE}]{{3,40}})(?![^\W_])"
)
_FOREIGN = lazy_re(rf"[^\W\d_{_LATIN}{_WIDE}]")
_OWN = lazy_re(f"[{_LATIN}]")


def plain(text: str) -> str:
    """The text, as long as it was, with letters of mathematics in plain form. Its figures stay."""
    return _DRAWN.sub(lambda word: unicodedata.normalize("NFKC", word[0]), text)


def find(text: str) -> Iterator[Span]:
    """Words of a text in Latin letters with letters that only look so."""
    if text.isascii() or not _SOME.search(text) or not _WORD.search(text) or not _is_latin(text):
        return
    for line in re.finditer(r"[^\n]+", text):
        found = [Span(*word.span()) for word in _WORD.finditer(text, *line.span())]
        yield from found if found and _is_latin(line[0]) else ()


def _is_latin(text: str) -> bool:
    return sum(1 for _ in _OWN.finditer(text)) > sum(1 for _ in _FOREIGN.finditer(text))
