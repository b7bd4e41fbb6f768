"""Two parts of a sentence that changed places: "children, not nurseries" for "nurseries, not children".

Seen only where the claim keeps the order of the source's words otherwise: with the two put back, clearly more of the
claim's words stand in the source's order (longest common subsequence) than as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from moot.text import months, weekdays
from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS, lexicon
from moot.text.terms import stem, words
from moot.verify.comparing.capitals import EDGE

_ALIKE = 0.8
"""Share of the claim's words in the source's order once the two are put back."""
_GAIN = 2
_FEW, _LEAST, _MOST = 3, 6, 40
"""Content words of a sentence that is looked at; one of fewer than the second must be the source's word for word once
the two are put back."""
_LETTERS = 2
_ROW = " | "
"""Between the cells of a row, whose words are in no order of a sentence."""
_EVEN = lexicon("""
    and or & versus vs v is are was were be between with with both neither nor same equal together like differ differs
    different differed alongside plus while whereas
    came come comes lies lay stands stood meet meets met border borders bordered marry marries married face faces faced
    resemble resembles resembled equals equalled
""")
"""Between two parts that stand side by side, in either order."""
_BETWEEN = _EVEN | STOP_WORDS
_APART = lexicon("not than")
_PASSIVE = lazy_re(r"\b(?:is|are|was|were|been|being|be|got)\b(?:\s+\w+ly)?\s+\w+(?:ed|en|n|ght|d|t)\b.{0,60}?\bby\b")
_COMPARISON = lazy_re(r"\bthan\b", re.IGNORECASE)
"""Of two things told one after the other either may come first: "A has 48, B 21" is "B has less than A"."""
_LIST = lazy_re(r"(?:\b[\w’' -]{2,30}, ){2}(?:and|or|&) ")
_PREPOSITIONS = lexicon(
    "at in on off near by from under over during for with without between among around outside inside across along "
    "above below behind beside beyond throughout within"
)
_OPENING = lazy_re(rf"(?:{'|'.join(sorted(_PREPOSITIONS))})\b[^,.;:]{{1,60}},", re.IGNORECASE)
_TIMES = frozenset(map(stem, (*months.ENGLISH, *weekdays.ENGLISH)))
"""A time changes places with its like only: no jar with January."""
_SOON = 3
_CAPITAL = r"[A-ZÀ-Þ][\w’'-]{0,30}"
_NAME = lazy_re(rf"{EDGE}{_CAPITAL}(?: (?:{_CAPITAL}|(?:van|von|de|der|del|da|di|of)(?= [A-ZÀ-Þ])))+")


@dataclass(frozen=True)
class Exchanged:
    one: str
    other: str
    """The two as the claim has them."""
    exact: bool
    """Whether the claim is the source's sentence word for word once they are put back."""


@dataclass(frozen=True)
class _Text:
    tokens: tuple[str, ...]
    stems: tuple[str, ...]
    """Of the content words."""
    places: tuple[int, ...]
    """Of each stem among the tokens."""


def exchanged(claim: str, unit: str) -> Exchanged | None:
    """The two words that changed places; None when none did. A name of several words is one."""
    if _ROW in claim:
        return None
    names = [name for name in {match[0] for match in _NAME.finditer(claim)} if name in unit]
    ours, there = _cut(_joined(claim, names)), _cut(_joined(unit, names))
    if not _FEW <= len(ours.stems) <= _MOST or len(there.stems) > 2 * _MOST:
        return None
    if any(bool(form.search(claim)) is not bool(form.search(unit)) for form in (_PASSIVE, _COMPARISON)):
        return None
    crossed = [pair for pair in _crossed(ours, there) if min(map(len, pair)) >= _LETTERS]
    moved = {each for each in _placed(claim) if each in there.stems and _behind(there, each)}
    moved |= {each for each in _placed(unit) if each in ours.stems and _behind(ours, each)}
    crossed = [pair for pair in crossed if moved.isdisjoint(pair)]
    if not crossed or _listed(claim) or _listed(unit):
        return None
    now = _common(ours.stems, there.stems)
    for one, other in crossed:
        back = list(ours.stems)
        i, j = back.index(one), back.index(other)
        back[i], back[j] = other, one
        then = _common(back, there.stems)
        first, second = (_shown(ours.tokens[ours.places[at]], claim, names) for at in (i, j))
        exact = back == list(there.stems) and _in_place(ours, there, one, other)
        alike = exact or (len(back) >= _LEAST and then >= _ALIKE * len(back))
        if then - now >= _GAIN and alike:
            return Exchanged(first, second, exact)
    return None


def _listed(text: str) -> bool:
    """True for a list, whose order says nothing."""
    return bool(_LIST.search(text))


def _joined(text: str, names: Sequence[str]) -> str:
    """The text with these names written as one word each."""
    for name in names:
        text = text.replace(name, _one(name))
    return text


def _one(name: str) -> str:
    return re.sub(r"[\W_]+", "", name)


def _shown(token: str, claim: str, names: Sequence[str]) -> str:
    """The token as the claim writes it."""
    name = next((name for name in names if _one(name).lower() == token), "")
    there = re.search(rf"\b{re.escape(token)}", claim, re.IGNORECASE)
    return name or (there[0] if there else token)


def _cut(text: str) -> _Text:
    tokens = words(text)
    places = [at for at, token in enumerate(tokens) if token not in STOP_WORDS]
    return _Text(tuple(tokens), tuple(stem(tokens[at].replace(",", "")) for at in places), tuple(places))


def _placed(text: str) -> frozenset[str]:
    """Stems of what opens a sentence behind a preposition: where or when, which may stand anywhere."""
    opening = _OPENING.match(text)
    return frozenset(stem(each) for each in words(opening[0])) if opening else frozenset()


def _behind(text: _Text, stemmed: str) -> bool:
    """Whether a preposition stands soon before it."""
    at = text.places[text.stems.index(stemmed)]
    return not _PREPOSITIONS.isdisjoint(text.tokens[max(0, at - _SOON) : at])


def _in_place(ours: _Text, there: _Text, one: str, other: str) -> bool:
    """Whether each stands in the other's place: behind a preposition, or by somebody, where the other did."""
    by = "by" in ours.tokens, "by" in there.tokens
    places = (_behind(ours, one), _behind(ours, other)), (_behind(there, other), _behind(there, one))
    return by[0] is by[1] and places[0] == places[1]


def _crossed(ours: _Text, there: _Text) -> list[tuple[str, str]]:
    """Pairs of words, once in each text, that come in one order here and in the other there, not side by side."""
    mine, theirs = Counter(ours.stems), Counter(there.stems)
    once = [each for each in ours.stems if mine[each] == theirs[each] == 1]
    at = {each: n for n, each in enumerate(there.stems)}
    return [
        (one, other)
        for n, one in enumerate(once)
        for other in once[n + 1 :]
        if at[one] > at[other]
        and not (one[0].isdigit() or other[0].isdigit())
        and (one in _TIMES) is (other in _TIMES)
        and not (_even(ours, one, other) or _even(there, other, one))
    ]


def _even(text: _Text, first: str, second: str) -> bool:
    start, end = (text.places[text.stems.index(each)] for each in (first, second))
    between = text.tokens[start + 1 : end]
    return not between or (all(token in _BETWEEN for token in between) and not _APART & set(between))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(list(one), list(other))
