"""Which language a text is in, by its script and by the small words that no prose does without.

Of languages that share their small words (Norwegian, Danish and Swedish; Czech and Slovak; Croatian and Serbian) only
the group is told.
Short or mixed text, names and most tables give no answer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.small_words import ENGLISH, LETTERS, WORDS

_ENGLISH_TOO = WORDS[ENGLISH] | lexicon("""
    ad ai al ale all alle also alt am are arm as bare bin ca car co com come comment con de den die dig do dont door
    du due en era es est et etc even far font go ha hat hen i ii iii just la lat le les logo man men met mi min minder
    mine non nun ode one op ore over pan par pendant per plus pod post pour pre s sage sam se sea see sei sin so sole
    solo son sons sous state sum sur tal tam tan ten toe ton top tot trop under van vi via von want war we wie will wo
    y ya
""")
"""Where a text has no other small words of a language, it may be English: "council met in March"."""
_LEAST, _SHARE, _AHEAD = 2, 0.12, 1.25
"""Different small words of a language that a text must have, the share of all its words, and by how much they lead."""
_MANY = 4
"""So many are no chance where none is English alone, though each may stand in English: "le", "la", "et", "est"."""
_SCRIPTS = {
    "Cyrillic script": lazy_re(r"[\u0400-\u04ff]"),
    "Greek": lazy_re(r"[\u0370-\u03ff]"),
    "Japanese": lazy_re(r"[\u3040-\u30ff]"),
    "Korean": lazy_re(r"[\uac00-\ud7af]"),
    "Chinese": lazy_re(r"[\u4e00-\u9fff]"),
    "Arabic script": lazy_re(r"[\u0600-\u06ff]"),
    "Hebrew": lazy_re(r"[\u0590-\u05ff]"),
    "Thai": lazy_re(r"[\u0e00-\u0e7f]"),
    "Devanagari script": lazy_re(r"[\u0900-\u097f]"),
}
_KANA = 0.15
"""Of the letters: Japanese mixes kana into the characters that it shares with Chinese."""
_WORD = lazy_re(r"[^\W\d_]+(?:['’](?:[st](?![^\W\d_]))?)?")
_BEGINS = lazy_re(r"[.!?:;|\n•–—]")
_JOINS = lazy_re(r"(?:[^\W\d_]|[\s'’-])*")
_JOINED = 3
"""Small words, at most, between two parts of a name."""
_TITLES = lexicon("von van zu zum zur vom")
"""Those of a name in German too, which gives every noun a capital."""
_GERMAN = frozenset({"German"})
_BEFORE_NAMES = frozenset({"German", ENGLISH})
"""Whose words, with a capital at the beginning, are none of the name behind them: "Der Zug", "The Alps", "El Paso"."""
_FRONT = 6000


def tongue(text: str) -> str | None:
    """The language, in words; None where the text does not tell. Of a long text its beginning decides."""
    return _tongue(text[:_FRONT])


def small(language: str) -> frozenset[str]:
    """The small words of a language that `tongue` tells by them; none of one that it tells by its script."""
    return WORDS.get(language, frozenset())


@lru_cache(maxsize=4096)
def _tongue(front: str) -> str | None:
    letters = sum(char.isalpha() for char in front)
    if not letters:
        return None
    shares = {name: len(script.findall(front)) / letters for name, script in _SCRIPTS.items()}
    if shares["Japanese"] > _KANA:
        return "Japanese"
    script = max(shares, key=lambda name: shares[name])
    return script if shares[script] > 0.5 else _latin(front)


def _latin(text: str) -> str | None:
    """By the words that few languages have more than by those that many have."""
    words = list(_WORD.finditer(text))
    said: defaultdict[str, list[str]] = defaultdict(list)
    weights: defaultdict[str, float] = defaultdict(float)
    own: set[str] = set()
    inside = _inside_names(text, words)
    telling = list(_telling(text, words, inside))
    mixed = any(languages == frozenset({ENGLISH}) for *_, languages in telling)
    for n, word, languages in telling:
        for name in languages:
            if mixed and len(word) > 1 and word in _ENGLISH_TOO and name != ENGLISH:
                continue
            said[name].append(word)
            weights[name] += 1 / len(languages)
            if (n not in inside or not mixed) and _is_own(word, languages):
                own.add(name)
    if not weights:
        return None
    name, *others = sorted(weights, key=lambda name: weights[name], reverse=True)
    enough = len(set(said[name])) >= _LEAST and len(said[name]) >= _SHARE * len(words)
    ahead = not others or weights[name] >= _AHEAD * weights[others[0]]
    sure = name == ENGLISH or name in own or (not mixed and sum(len(word) > 1 for word in set(said[name])) >= _MANY)
    return name if enough and ahead and sure else None


def _is_own(word: str, languages: frozenset[str]) -> bool:
    """Whether a word would not stand in English too: a symbol may, and a loan with foreign letters."""
    if word in _ENGLISH_TOO or (len(word) == 1 and word.isascii()):
        return False
    return word in _languages() or len(languages) == 1


def _telling(text: str, words: Sequence[re.Match[str]], inside: set[int]) -> Iterator[tuple[int, str, frozenset[str]]]:
    """The words that are in some languages and not in others, with these; `inside` names they are in any."""
    for n, match in enumerate(words):
        word = match[0].lower().replace("’", "'")
        languages = _languages().get(word, frozenset[str]())
        if match[0][0].isupper():
            begins = n == 0 or _BEGINS.search(text, words[n - 1].end(), match.start())
            before_name = n + 1 < len(words) and words[n + 1][0][0].isupper()
            if before_name:
                languages &= _BEFORE_NAMES
            if not begins and (before_name or languages != frozenset({ENGLISH})):
                languages = frozenset[str]()  # "Notes The pump lifts": behind a title a sentence begins too.
        elif not languages:
            languages = frozenset[str]() if word.isascii() else _by_letters(word)
        elif n in inside and word not in WORDS[ENGLISH]:
            languages = languages & _GERMAN if word not in _TITLES else frozenset[str]()
        if languages:
            yield n, word, languages


def _inside_names(text: str, words: Sequence[re.Match[str]]) -> set[int]:
    """The small words between two with capitals: "Charles de Gaulle"."""
    capitals = [n for n, match in enumerate(words) if match[0][0].isupper()]
    found: set[int] = set()
    for first, last in pairwise(capitals):
        between = range(first + 1, last)
        if (
            len(between) <= _JOINED
            and words[first][0].lower() not in _languages()
            and all(words[n][0].lower().replace("’", "'") in _languages() for n in between)
            and _JOINS.fullmatch(text, words[first].end(), words[last].start())
        ):
            found.update(between)
    return found


@cache
def _languages() -> dict[str, frozenset[str]]:
    """Of each small word the languages that have it."""
    return {
        word: frozenset(name for name, all_ in WORDS.items() if word in all_)
        for each in WORDS.values()
        for word in each
    }


def _by_letters(word: str) -> frozenset[str]:
    """The languages that write all letters of a word that has some beyond a to z."""
    beyond = {char for char in word if not char.isascii()} - {"’"}
    return frozenset(name for name, letters in LETTERS.items() if beyond and beyond.issubset(letters))
