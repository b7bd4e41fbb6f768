"""Words, stems and how much of a claim's wording a passage holds.

The stemmer is our own: it takes the endings of English inflection (plural, -ed, -ing, -ly, -er/-est of doubled
consonants) and leaves derivation alone, so that `measured`, `measures` and `measuring` meet and `university` and
`universe` do not. Words of other languages pass through nearly unchanged.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from moot.text import note_marks
from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS

_WORD = lazy_re(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*\d*|[^\W_]+")

LETTER = lazy_re(r"[A-Za-z][a-z]+ A(?![\w'’]|[ \xa0][a-z]{3,}[ \xa0](?:of|in|for|to|on)\b)")
"""What goes by a letter: not "How A Bank of", in which it is an article."""
_SENTENCE = 600
"""Characters, at most."""
_FRONT = 4000
"""Characters that tell the language of a text."""
_SMALL = 0.15
"""Share of small words in English prose, at the least; it is .3 and more where there are sentences."""
_VOWEL = lazy_re(r"[aeiouy]")
_IRREGULAR = {
    "ran": "run",
    "led": "lead",
    "paid": "pay",
    "said": "say",
    "made": "make",
    "gave": "give",
    "given": "give",
    "held": "hold",
    "took": "take",
    "taken": "take",
    "grew": "grow",
    "grown": "grow",
    "fell": "fall",
    "fallen": "fall",
    "rose": "rise",
    "risen": "rise",
    "won": "win",
    "lost": "lose",
    "sold": "sell",
    "bought": "buy",
    "built": "build",
    "found": "find",
    "wrote": "write",
    "written": "write",
    "began": "begin",
    "begun": "begin",
    "went": "go",
    "gone": "go",
    "news": "news",
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "analyses": "analysi",
    "better": "good",
    "best": "good",
    "worse": "bad",
    "worst": "bad",
}


def words(text: str) -> list[str]:
    """Words and numbers, lower-cased, in order. A number keeps its decimals: `61.6`."""
    return list(_words_kept(text) if len(text) <= _SENTENCE else _words(text))


def _words(text: str) -> tuple[str, ...]:
    found = map(str.lower, _WORD.findall(note_marks.without(text)))
    return tuple(word.replace("’", "'") for word in found) if "’" in text else tuple(found)


_words_kept = lru_cache(maxsize=1 << 13)(_words)
"""Many checks ask for the words of one sentence; whole documents would fill the memory."""


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """The word without its English inflection; `word` is lower-case."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word.isascii() or not word[0].isalpha():
        return word
    word = word.removesuffix("'s").replace("'", "")
    word = _singular(word)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and _VOWEL.search(word[: -len(ending)]):
            return _unmade(word[: -len(ending)])
    if word.endswith("ly") and len(word) > 5:
        word = word[:-2]
        return word[:-1] + "y" if word.endswith("i") else _bare(word)
    return _bare(word)


def _singular(word: str) -> str:
    if len(word) <= 3 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def _unmade(base: str) -> str:
    """What is left of a word after -ing or -ed: `runn` is `run`, `measur` is `measur`."""
    if base.endswith("i"):
        return base[:-1] + "y"
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    return _bare(base)


def _bare(word: str) -> str:
    """Without a silent e, so that `measure` and `measuring` meet."""
    return word[:-1] if len(word) > 3 and word.endswith("e") and not word.endswith("ee") else word


def stems(text: str) -> list[str]:
    """Content words, lower-cased and stemmed, in order; numbers as they stand, without thousands separators.

    The letter of "Trench A" is no article, and stands last.
    """
    return list(_stems_kept(text) if len(text) <= _SENTENCE else _stems(text))


def _stems(text: str) -> tuple[str, ...]:
    found = tuple(_term(word) for word in words(text) if word not in STOP_WORDS and "'t" not in word)
    return (*found, "A") if " A" in text and LETTER.search(text) else found


_stems_kept = lru_cache(maxsize=1 << 13)(_stems)


def _term(word: str) -> str:
    return word.replace(",", "") if word[0].isdigit() else stem(word)


def idf(texts: Iterable[str]) -> dict[str, float]:
    """Inverse document frequency of the stems: `ln(1 + (n - df + .5) / (df + .5))`, as BM25 weighs them."""
    seen: Counter[str] = Counter()
    count = 0
    for text in texts:
        count += 1
        seen.update(set(stems(text)))
    return {term: math.log(1 + (count - df + 0.5) / (df + 0.5)) for term, df in seen.items()}


def is_english(text: str) -> bool:
    """By its share of the small words that no English prose does without; of a long text its beginning tells."""
    said = words(text[:_FRONT])
    return sum(word in STOP_WORDS for word in said) >= _SMALL * len(said)


def overlap(claim: str, passage: str) -> float:
    """Share of the claim's wording that stands in the passage, 0 to 1.

    .7 for the content stems, .3 for the numbers (all for the stems when the claim has no number).
    """
    said = set(stems(claim))
    numbers = {term for term in said if term[0].isdigit()}
    there = set(stems(passage))
    shares = [len(part & there) / len(part) for part in (said - numbers, numbers) if part]
    if not shares:
        return 0.0
    if len(shares) == 1:
        return shares[0]
    return 0.7 * shares[0] + 0.3 * shares[1]
