"""Words that tell two things of one kind apart: the letter or number behind a noun ("ward A", "phase II", "line 4"),
and "un-" or "non-" before it ("the untrained").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text import figures
from moot.text.figures import FigureKind
from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS
from moot.text.terms import stem, words

_LABELLED = lazy_re(
    r"\b(?P<noun>[^\W\d_]{3,20})[ \xa0](?P<label>[IVX]{1,4}|[A-Z]|\d{1,2})"
    r"(?![\w&/’'-]|[.,:]\d|[ \xa0]?[%°€$£])"
)
_TITLE = lazy_re(r"[A-Z][a-z]+ A(?=[ \xa0][a-z]{3,}[ \xa0](?:of|in|for|to|on)\b)")
"""The "A" of a title is no letter."""
_NON = lazy_re(r"\bnon-(?=[a-z])", re.IGNORECASE)
_PREFIXES, _SHORT = ("un", "non"), 4
"""Letters of a word that stands behind a prefix, at least."""
_JOINT, _END = "'l", "0"
"""Between a noun and its label, and behind a letter: one word then, whose letter looks like no ending ("wards")."""


def joined(text: str) -> str:
    """The text with each noun and its label as one word, and "non-" without its hyphen."""
    names = {each.start for each in figures.find(text) if each.kind is FigureKind.NAME}
    named = {each["noun"].lower() for each in _LABELLED.finditer(text) if each.start("label") in names}
    titles = {each.end() - 1 for each in _TITLE.finditer(text)}

    def one(match: re.Match[str]) -> str:
        noun, label, at = match["noun"].lower(), match["label"], match.start("label")
        if at in titles or noun in STOP_WORDS or (label.isdigit() and noun not in named):
            return match[0]
        return f"{noun}{_JOINT}{label.lower()}{'' if label.isdigit() else _END}"

    return _NON.sub("non", _LABELLED.sub(one, text))


def kinds(text: str, units: Sequence[str]) -> Iterator[dict[str, str]]:
    """For each such word of the text its stem and those of the others of its kind in the units, with how they are
    shown. All texts are `joined`.
    """
    there = {word for unit in units for word in words(unit)}
    labelled: dict[str, set[str]] = {}
    for word in there:
        if _JOINT in word:
            labelled.setdefault(_noun(word), set()).add(word)
    for word in dict.fromkeys(words(text)):
        alike = labelled.get(_noun(word), set()) - {word} if _JOINT in word else there & _prefixed(word)
        if alike:
            yield {stem(each): _shown(each) for each in (word, *sorted(alike))}


def _noun(word: str) -> str:
    return stem(word.split(_JOINT)[0])


def _prefixed(word: str) -> set[str]:
    """The word with each of the prefixes, and without the one that it has."""
    found = {f"{prefix}{word}" for prefix in _PREFIXES} if len(word) >= _SHORT else set[str]()
    bare = {word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix)}
    return found | {each for each in bare if len(each) >= _SHORT}


def _shown(word: str) -> str:
    noun, joint, label = word.partition(_JOINT)
    return f"{noun} {label.removesuffix(_END).upper()}" if joint and label[-1:].isdigit() else word
