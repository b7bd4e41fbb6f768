"""Somebody else did it, or the two changed sides, in a sentence that the claim renders in other words.

- A person opens a sentence which says the rest of the claim; the claim puts another in that place, of whom no sentence
  that names them says as much.
- Two names stand on either side of what one did to the other, in the claim the other way round.
- A change is told from one thing to another, in the claim the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS
from moot.text.spans import Span
from moot.text.terms import stem, words
from moot.verify.comparing.paired import Paired, pair
from moot.verify.names import TITLES, Name, found

_OPENS = 45
"""Characters before a name that opens its sentence."""
_LABEL = lazy_re(r"\*\* |[.:] ")
_NOT_OPENING = lazy_re(r"\b(?:he|she|it|they|we|i|by|in|of|for|at|from|film|series|band|song)\b|\*\*\w", re.IGNORECASE)
_INSIDE = lazy_re(r"\b(?:of|at|in|for|from|by|near|with|to)(?: the)? $", re.IGNORECASE)
_TOO = lazy_re(r"\s{0,9},?\s{0,9}(?:and|&|or)\s")
_REST, _TIE = 0.45, 0.1
"""How well the rest of the claim must be met; a sentence with the claim's own name that meets it nearly so says it."""
_LEAST = 3
_VERB = 0.4
"""How well what stands between two names must be met in what stands between them in the source."""
_BETWEEN = 60
"""Characters between two names."""
_PASSIVE = lazy_re(r"\bby\b|\bfrom\b|\bto\b", re.IGNORECASE)
_EVEN = lazy_re(r"\b(?:and|or|with|both|against|versus|between|alongside|like|nor)\b|[,;.:()]", re.IGNORECASE)
_FROM_TO = lazy_re(
    r"\bfrom (?P<old>(?:[\w.%€$£-]+ ){0,2}[\w.%€$£-]+?) to (?P<new>(?:[\w.%€$£-]+ ){0,2}[\w%€$£-]+(?:\.\d+)?)",
    re.IGNORECASE,
)
_UP_FROM = lazy_re(
    r"(?<!\d)(?<!\d[.,])(?P<new>\d[\d.,]{0,30})\D{0,60}?,? (?:up|down|compared with|risen|as against|against) "
    r"(?:from )?(?P<old>\d[\d.]*\d|\d)",
    re.IGNORECASE,
)


def another(claim: str, people: Sequence[Name], others: Sequence[tuple[str, Sequence[Name]]]) -> str:
    """In words who did it instead. `people`: the claim's; `others`: each unit with the people whom it names."""
    for name in people:
        at = claim.find(name.text)
        if _INSIDE.search(claim[:at]):
            continue
        own = max((_rest(pair(claim, unit), name) for unit, _ in others if _has(unit, name)), default=0.0)
        for unit, named in others:
            there = [each for each in named if not _has(claim, each)]
            if _has(unit, name) or len(there) != 1 or not _opening(unit, there[0]):
                continue
            met = _rest(pair(claim, unit), name)
            if met >= _REST and own < met - _TIE:
                return f"the claim says it of “{name.text}”, its source of “{there[0].text}”"
    return ""


def _has(text: str, name: Name) -> bool:
    lower = text.lower()
    return any(word in lower for word in name.words)


def _opening(unit: str, name: Name) -> bool:
    """True for a name that opens the unit, or what follows a label in it, alone."""
    at = unit.find(name.text)
    before = _LABEL.split(unit[:at])[-1]
    alone = not _TOO.match(unit[at + len(name.text) :])
    return alone and len(before) <= _OPENS and not _NOT_OPENING.search(before)


def _rest(both: Paired, name: Name) -> float:
    """How well the claim is met in the unit, the name and titles aside; 0 where little is left."""
    at = both.claim.text.find(name.text)
    own = Span(at, at + len(name.text))
    spans = zip(both.claim.words, both.claim.spans, strict=True)
    rest = [span for word, span in spans if not span.touches(own) and word not in TITLES]
    return sum(map(both.of_claim, rest)) / len(rest) if len(rest) >= _LEAST else 0.0


def swapped(claim: str, units: Sequence[str]) -> str:
    """In words which two changed sides; empty when nothing was seen."""
    return _sides(claim, units) or _changes(claim, units)


def _sides(claim: str, units: Sequence[str]) -> str:
    for first, second, between in _two(claim):
        for unit in units:
            for one, two, there in _two(unit):
                if not (_same(first, two) and _same(second, one)):
                    continue
                both = pair(between, there)
                if bool(_PASSIVE.search(between)) is bool(_PASSIVE.search(there)) and both.of_claim() >= _VERB:
                    return f"the claim exchanges “{first.text}” and “{second.text}”"
    return ""


def _two(text: str) -> list[tuple[Name, Name, str]]:
    """Names next to one another with what stands between them, where that says what one does to the other."""
    names = found(text)
    pairs = [
        (one, other, text[text.find(one.text) + len(one.text) : text.find(other.text)])
        for one, other in pairwise(names)
    ]
    return [
        (one, other, between)
        for one, other, between in pairs
        if 0 < len(between) <= _BETWEEN
        and not _EVEN.search(between)
        and any(w not in STOP_WORDS for w in words(between))
    ]


def _same(one: Name, other: Name) -> bool:
    return bool(set(one.words) & set(other.words))


def _changes(claim: str, units: Sequence[str]) -> str:
    for match in _FROM_TO.finditer(claim):
        ours = _key(match["old"]), _key(match["new"])
        if not all(ours) or ours[0] & ours[1]:
            continue
        for unit in units:
            stated = [*_FROM_TO.finditer(unit), *_UP_FROM.finditer(unit)]
            told = [(_key(each["old"]), _key(each["new"])) for each in stated]
            back = any(old == ours[1] and new >= ours[0] for old, new in told)
            if back and not any(old == ours[0] for old, _ in told):
                return f"the claim says “{match[0]}”, its source the other way round"
    return ""


def _key(text: str) -> frozenset[str]:
    """What a side is told by: its figure, or its words."""
    said = [word for word in words(text) if word not in STOP_WORDS]
    figures = [word for word in said if word[0].isdigit()]
    return frozenset(figures or map(stem, said))
