"""Short names that a report declares for those whom it cites: (Ministry of Housing [MoH], 2022), "the MoH (2022)"."""

from __future__ import annotations

import re

from moot.evidence.cited_report.authors import YEAR
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

_DECLARED = lazy_re(
    r"\s(?P<open>[(\[])(?:hereafter\s|the\s)?[“\"']?(?P<short>[A-ZÀ-Þ][\w&-]{0,12}[A-ZÀ-Þ\d])[”\"']?"
    rf"(?:,\s{YEAR}[^()\[\]]{{0,40}})?[)\]](?P<year>,?\s\(?{YEAR})?"
)
_SMALL = lexicon("of for the and on in & für der des und de la et")
_FARTHEST, _MOST = 120, 10
"""Characters before a short name, and words, in which its long one stands."""


def declared(text: str) -> dict[str, str]:
    """The name that each short one stands for; where no year stands beside it, it is made of letters of the name."""
    found: dict[str, str] = {}
    for match in _DECLARED.finditer(text):
        names = _names(text[max(0, match.start() - _FARTHEST) : match.start()])
        sure = match["open"] == "[" and match["year"]
        name = " ".join(names) if sure else _made_of(names, match["short"])
        if name and name != match["short"]:
            found.setdefault(match["short"], name)
    return found


def _names(before: str) -> list[str]:
    """The words with capitals, and small ones among them, that stand at the end."""
    held: list[str] = []
    for word in reversed(re.split(r"[\s(\[]", before)[-_MOST:]):
        if not word or not (word[0].isupper() or word in _SMALL) or (held and word[-1] in ".,;:!?)]"):
            break
        held.insert(0, word)
    while held and held[0] in _SMALL:
        del held[0]
    return held


def _made_of(names: list[str], short: str) -> str:
    """The end of some words that the letters of a short name begin, one after the other."""
    letters = re.findall(r"[^\W\d_]", short.casefold())
    runs = [names[start:] for start in range(len(names) - 1, -1, -1)]
    return next((" ".join(run) for run in runs if _begin(letters, " ".join(run).casefold().split())), "")


def _begin(letters: list[str], words: list[str]) -> bool:
    """Whether each letter begins a word, in order, with all words in it that are no small ones; or stands in the one
    word that there is: UBA, Umweltbundesamt.
    """
    if not words[0].startswith(letters[0]):
        return False
    if len(words) == 1:
        rest = iter(words[0])
        return len(letters) > 2 and all(letter in rest for letter in letters)
    at = 0
    for word in words:
        if at < len(letters) and word.startswith(letters[at]):
            at += 1
        elif word not in _SMALL:
            return False
    return at == len(letters)
