"""Things of one kind that a word before their name tells apart: "wild bees" and "honeybees", "night" and "day nurses".

Told apart are only those of which the evidence has two and more, each with its own word. They are written as one word
with their name in front, as `told_apart` writes "ward A".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS, lexicon
from moot.text.terms import stem, stems

_EDGE = r"(?<![\w’'-])"
_PAIR = lazy_re(rf"{_EDGE}(?=(?P<own>[A-Za-z]{{3,20}}(?:-[a-z]{{2,12}})?)[ \xa0](?P<noun>[a-z]{{3,20}})(?![\w’'-]))")
_WORD = lazy_re(rf"{_EDGE}[A-Za-z]{{6,30}}(?![\w’'-])")
_NO_KIND = STOP_WORDS | lexicon("""
    many several much such little whole various certain different similar another same two three four five six seven
    eight nine ten first second third last next new good great main own per cent percent million billion hundred
    thousand dozen used like made get got gets give gives gave take took takes keep kept show shows sell sold buy bought
    need needs want see saw say said says grow grew make makes run ran won lost held hold lent let put cut set hit
    found find eat ate fed kill hurt harm help pay paid spend spent lend carry left
""")
"""Words before a noun that make no kind of it."""
_VERBAL = ("ed", "ing", "ly", "ss")
_SOLID, _HEAD = 4, 3
"""Letters of what stands before a noun in one word, and of that noun: "honey", "bee"."""

Kinds = Mapping[str, Mapping[str, str]]
"""Of each noun, by stem, the words that tell its kinds apart, and how each is written."""


def kinds(texts: Iterable[str]) -> Kinds:
    """The nouns of which the texts have two kinds and more."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    solid: dict[str, None] = {}
    for text in texts:
        for match in _PAIR.finditer(text):
            own, noun = match["own"].lower(), match["noun"]
            if own not in _NO_KIND and noun not in STOP_WORDS and not own.endswith(_VERBAL):
                found[stem(noun)].setdefault(own, f"{own} {noun}")
        solid |= dict.fromkeys(match[0].lower() for match in _WORD.finditer(text))
    for noun, own in found.items():
        for word in solid:
            if part := _part(word, noun):
                own.setdefault(part, word)
    return {noun: own for noun, own in found.items() if len(own) > 1}


def joined(text: str, kinds: Kinds) -> str:
    """The text with each such thing as one word."""
    if not kinds:
        return text
    owns = "|".join(sorted({re.escape(own) for each in kinds.values() for own in each}, key=len, reverse=True))

    def pair(match: re.Match[str]) -> str:
        noun, own = stem(match["noun"].lower()), match["own"].lower()
        return _joined(noun, own) if own in kinds.get(noun, ()) else match[0]

    def one(match: re.Match[str]) -> str:
        word = match[0].lower()
        found = ((noun, part) for noun, own in kinds.items() if (part := _part(word, noun)) in own)
        return next((_joined(*each) for each in found), match[0])

    two = re.sub(
        rf"{_EDGE}(?P<own>{owns})[ \xa0](?P<noun>[A-Za-z]{{3,20}})(?![\w’'-])", pair, text, flags=re.IGNORECASE
    )
    return _WORD.sub(one, two)


def as_kinds(kinds: Kinds) -> Iterator[dict[str, str]]:
    """Of each noun the stems of its joined words, each with how it is written."""
    for noun, own in kinds.items():
        yield {stems(_joined(noun, each))[0]: written for each, written in own.items()}


def noun(kind: Mapping[str, str]) -> str:
    """The stem of the noun that such kinds are of: the shortest that one of them ends with."""
    return min((stems(each)[-1] for each in kind.values()), key=len)


def _joined(noun: str, own: str) -> str:
    return f"{noun}'k{own.replace('-', '')}0"


def _part(word: str, noun: str) -> str:
    """What stands before a noun in one word: "honey" of "honeybees"."""
    whole = stem(word)
    own = whole.removesuffix(noun) if len(noun) >= _HEAD and whole.endswith(noun) else ""
    return own if len(own) >= _SOLID and word.startswith(own) else ""
