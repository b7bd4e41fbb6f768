"""Sentences that speak to a model in words of their own: words and kinds of words, weighed and summed.

No word tells an order; a bidding that speaks of "your summary", or of what "you were told before", hardly ever stands
in a text for people. Each stretch of a sentence has features: which kinds of words it holds (`voices`), whether a verb
bids, and the words themselves, alone and two in a row. Their weights were learned from written attempts and from
ordinary sentences (`training/orders`, a logistic regression); the sum is the log of the odds that the sentence is an
order. Words alone do not tell an order from its like: sentences that lean towards one are read as well (`second`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, reduce
from itertools import pairwise, repeat
from operator import itemgetter, or_
from pathlib import Path

from moot.evidence.orders.form import CALLED, PEOPLE, TALK
from moot.evidence.orders.second import Look
from moot.evidence.orders.voices import PHRASES, SCRIPTS, WORDS
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon, sequence

_FILE = Path(__file__).parents[2] / "weights" / "orders.json"
_WORD = lazy_re(r"[^\W\d_]+(?:[-'’_][^\W\d_]+)*")
_ELIDED = lazy_re(r"(?:[cdjlmnst]|qu|all|dall|dell|nell|sull|un)['’](?=\w)")
"""An article or pronoun that leans on the word behind it, as French and Italian write them."""
_SENTENCE = lazy_re(r"(?:[^\n.!?。！？]++|\n(?=[a-zà-ÿа-я])|[.!?](?=[^\s.!?。！？]))+[.!?。！？]*")
"""A line that goes on in small letters is the same sentence."""
_OTHER_SCRIPT = lazy_re("[\u0590-\u1fff\u3040-\uffdc]")
_MARK = lazy_re(r"\s{0,8}(?:[-*>]\s)?(?:\[|<\S|\{\"|\*{2,}|={3}|-{3}|#{1,6}\s|\w{3,30}\s?(?:→|:)|BEGIN\b)")
_PEOPLE = lazy_re(PEOPLE, re.IGNORECASE)
_TALK = lazy_re(TALK, re.IGNORECASE)
_QUOTED = lazy_re('["“„«]([^"“”„«»]{3,300})["”“»]')
_LONGEST = 600
_STRETCH = 26
"""Words that are weighed together, so that a long sentence does not come to many kinds by its length alone."""
_LEAD = lexicon("""
    please kindly now then also always never just simply and or but first next do not don't begin by to it is essential
    that hey dear
""")
"""What may stand before the verb of a bidding."""
_HOPELESS = -3.0
"""No phrase lifts a sum above nothing from here: of the attempts that are told, none is so low without its phrases."""
_OPEN = -2.5
"""From here on a sentence is read (`second`), one in a hundred of real pages; below, hardly any is an order."""
_DOUBTFUL, _NEAR = -0.5, -1.0
"""What is no order but comes so near, once it is read and by its words as well, is doubtful: what is written about
models is read as one sooner than its words tell one."""
_LEANING = -2.0
"""From here on a sentence may well be an order, if somebody says that it is one: so are 93 of 129 attempts of kinds
that were not learned from, of which 52 are told by words alone, and 4 in a thousand sentences of real pages."""
_AGAIN = lexicon("and then or but to not don't never please now you")
_FORMED = ("lead", "modal", "again", "mark", "bids")
"""Kinds that are no lists of words."""
_BITS = {kind: 1 << at for at, kind in enumerate((*WORDS, "here", "link", "slot", "bound", *_FORMED))}
_CORE = sum(_BITS[kind] for kind in sequence("machine device seat you reply rules proof private role spend only bade"))
_PHRASES = tuple((_BITS[kind], lazy_re(rf"(?:{form})", re.IGNORECASE)) for kind, form in PHRASES.items())
_SCRIPTS = tuple((_BITS[kind], lazy_re(form)) for kind, form in SCRIPTS.items())


@dataclass(frozen=True)
class Stretch:
    """Some words of a sentence, with the kinds of words among them as bits."""

    kinds: int
    words: tuple[str, ...]
    """With an empty one first where the sentence begins."""

    @property
    def features(self) -> list[str]:
        """Names: kinds, words (`=word`), two words in a row (`=one two`)."""
        held = [kind for kind, bit in _BITS.items() if self.kinds & bit]
        rows = [f"={one} {two}" for one, two in pairwise(self.words)]
        return list(dict.fromkeys([*held, *(f"={word}" for word in self.words if word), *rows]))


def find(text: str, look: Look) -> Iterator[tuple[re.Match[str], bool]]:
    """Each such sentence of one paragraph, and each doubtful one; whether it is likely an order."""
    for sentence in sentences(text):
        by_words = _most(sentence[0])
        if by_words <= _OPEN:
            continue
        odds = look.odds(read(sentence[0]), by_words)
        if odds > 0 or (odds > _DOUBTFUL and by_words > _NEAR):
            yield sentence, odds > 0


def may_be(text: str) -> bool:
    """Whether its words lean towards an order, though they need not tell one."""
    return any(_most(sentence[0]) > _LEANING for sentence in sentences(text))


def sentences(text: str) -> Iterator[re.Match[str]]:
    """Those of one paragraph."""
    return _SENTENCE.finditer(text)


def read(sentence: str) -> str:
    """What counts of it: not what it only quotes."""
    text = sentence[:_LONGEST]
    bare = _QUOTED.sub(" ", text)
    return bare if len(bare) != len(text) and _TALK.search(bare) else text


def stretches(sentence: str, least: float | None = None) -> Iterator[Stretch]:
    """Those that hold a word of a run: without one nobody speaks to a model.

    `least`: the sum that a stretch must have before phrases are looked for, which takes most of the time.
    """
    lowered = sentence[:_LONGEST].lower()
    if not _core(lowered):
        return
    text = read(sentence)
    if any(map(lowered.__contains__, CALLED)):
        text = _PEOPLE.sub(" ", text)
    words = list(_WORD.finditer(text))
    for first in range(0, max(1, len(words) - _STRETCH // 2), _STRETCH // 2):
        held = words[first : first + _STRETCH]
        start = held[0].start() if first else 0
        end = held[-1].end() + 2 if first + _STRETCH < len(words) else len(text)
        low = tuple(map(str.lower, map(itemgetter(0), held)))
        plain = Stretch(_listed_in(text[start:end], low, first == 0), low if first else ("", *low))
        if plain.kinds and (least is None or _odds(plain) > least):
            yield replace(plain, kinds=_with_phrases(plain.kinds, text[start:end]))


def _core(low: str) -> bool:
    return bool(_all_kinds(_WORD.findall(low)) & _CORE) or "http" in low or _in_other_script(low)


def _in_other_script(text: str) -> bool:
    return not text.isascii() and bool(_OTHER_SCRIPT.search(text))


def _listed_in(text: str, words: tuple[str, ...], opens: bool) -> int:
    """The kinds of its words, and where its verbs stand; none without a word of a run."""
    kinds = _all_kinds(words)
    if _in_other_script(text):
        for bit, form in _SCRIPTS:
            kinds |= bit if form.search(text) else 0
    if not kinds & _CORE and "http" not in text:
        return 0
    for kind in _bidding(words, opens):
        kinds |= _BITS[kind]
    if opens and _MARK.match(text):
        kinds |= _BITS["mark"]
    if kinds & (_BITS["bade"] | _BITS["lead"] | _BITS["modal"]):
        kinds |= _BITS["bids"]
    return kinds & ~_BITS["verb"]


def _with_phrases(kinds: int, text: str) -> int:
    for bit, form in _PHRASES:
        kinds |= bit if form.search(text) else 0
    return kinds


def _bidding(words: tuple[str, ...], opens: bool) -> Iterator[str]:
    """Where verbs stand that may be orders."""
    verb, must = _BITS["verb"], _BITS["must"]
    at = 0
    while at < len(words) and at < 8 and words[at] in _LEAD:
        at += 1
    if opens and at < len(words) and _kinds(words[at]) & verb:
        yield "lead"
    for one, two in pairwise(words):
        if _kinds(two) & verb:
            if _kinds(one) & must:
                yield "modal"
            if one in _AGAIN:
                yield "again"


def _most(sentence: str) -> float:
    return max((_odds(stretch) for stretch in stretches(sentence, _HOPELESS)), default=_HOPELESS)


def _odds(stretch: Stretch) -> float:
    ones, twos = _word_weights()
    told = sum(map(ones.get, dict.fromkeys(stretch.words), repeat(0.0)))
    return _of_kinds(stretch.kinds) + told + sum(map(twos.get, dict.fromkeys(pairwise(stretch.words)), repeat(0.0)))


@lru_cache(maxsize=65_536)
def _of_kinds(kinds: int) -> float:
    weights = _weights()
    return sum(weights.get(each, 0.0) for each in Stretch(kinds, ()).features) + weights[""]


@cache
def _weights() -> dict[str, float]:
    """By feature; that of no name is added to every sum."""
    return json.loads(_FILE.read_text(encoding="utf-8"))


@cache
def _word_weights() -> tuple[dict[str, float], dict[tuple[str, str], float]]:
    """Of words alone, and of two in a row."""
    named = {name[1:]: weight for name, weight in _weights().items() if name.startswith("=")}
    ones = {name: weight for name, weight in named.items() if " " not in name}
    return ones, {(name.split(" ")[0], name.split(" ")[1]): named[name] for name in named if " " in name}


def _all_kinds(words: Sequence[str]) -> int:
    return reduce(or_, map(_kinds, words), 0)


@lru_cache(maxsize=65_536)
def _kinds(word: str) -> int:
    whole, stems = _listed()
    found = whole.get(word, 0)
    for end in range(2, len(word) + 1):
        found |= stems.get(word[:end], 0)
    article = _ELIDED.match(word)
    return found | _kinds(word[article.end() :]) if article else found


@cache
def _listed() -> tuple[dict[str, int], dict[str, int]]:
    whole: dict[str, int] = {}
    stems: dict[str, int] = {}
    for kind, words in WORDS.items():
        for word in words.split():
            listed = stems if word.endswith("*") else whole
            listed[word.rstrip("*")] = listed.get(word.rstrip("*"), 0) | _BITS[kind]
    return whole, stems
