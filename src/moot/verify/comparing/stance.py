"""Who is for it and who is against it: the claim has somebody recommend what he opposes by the source.

Read are verbs of being for or against, with who stands before them and what behind. Both must name the same one, of the
same matter, on two sides; and nowhere may he stand on the claim's side of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS, lexicon
from moot.text.terms import stem, words

_FOR = (
    r"recommend(?:s|ed)?|advis(?:es?|ed)(?! against)|urg(?:es?|ed)|propos(?:es?|ed)|support(?:s|ed)?|back(?:s|ed)?|"
    r"favou?r(?:s|ed)?|endors(?:es?|ed)|welcom(?:es?|ed)|advocat(?:es?|ed)|"
    r"(?:call(?:s|ed)?|plead(?:s|ed)?|speaks?|spoke) for|(?:is|are|was|were) (?:in favour of|for)|wants?|wanted|"
    r"approv(?:es?|ed)(?: of)?|accept(?:s|ed)?"
)
_AGAINST = (
    r"oppos(?:es?|ed)|reject(?:s|ed)?|object(?:s|ed)? to|(?:is|are|was|were|speaks?|spoke|voted) against|"
    r"resist(?:s|ed)?|(?:advis(?:es?|ed)|warn(?:s|ed)?|argue[sd]?|protest(?:s|ed)?|campaign(?:s|ed)?) against|"
    r"dismiss(?:es|ed)|disapprov(?:es?|ed)(?: of)?|refus(?:es?|ed)|disagree[sd]? with"
)
_STANDS = lazy_re(rf"\b(?:(?P<pro>{_FOR})|(?P<contra>{_AGAINST}))\b", re.IGNORECASE)
_BOUNDS = lazy_re(r"[.;:()\n]|,(?!\d)|\b(?:but|while|whereas|although|though|because|that|which|who)\b", re.IGNORECASE)
_AND = lazy_re(r"\band\b", re.IGNORECASE)
_SOFT = lazy_re(
    r"\b(?:not|no|never|neither|nor|would|could|might|may|if|whether|unless|without|to|should|once|first|initially|"
    r"earlier|by)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Where one of these stands before the verb, it is not plain that he is for it or against it."""
_TURNS = lexicon(
    "not no without against keep keeping kept remain remaining stay staying instead rather delay delaying stop "
    "stopping reject rejecting rejected refuse refusing oppose opposing decline declining abandon abandoning ban "
    "banning withdraw withdrawn move moved reverse reversed abolish abolished repeal repealed change changed remove "
    "removed end ending ended scrap scrapped drop dropped cancel cancelled halt halted lift lifted improve improved "
    "elsewhere rival open opening unless if only except further more less other another new"
)
"""What is wanted so and opposed so may be two sides of one thing, or two things."""
_IT = lexicon(
    "plan plans proposal proposals idea it this measure measures motion scheme project step move change them both"
)
"""By which the matter may be named."""
_BEFORE, _BEHIND = 6, 8
"""Words of who, and of what."""
_BEGINNING = 4
"""Letters with which words of one thing begin: closing, closure."""
_ALIKE = 0.6


@dataclass(frozen=True)
class _Stance:
    who: frozenset[str]
    name: str
    """Who, as it stands there."""
    pro: bool
    verb: str
    what: tuple[str, ...]


def opposite(claim: str, units: Sequence[str]) -> str:
    """In words where somebody stands by the source; empty when nothing was seen."""
    ours = _read(claim)
    there = [(each, unit) for unit in units for each in _read(unit)] if ours else []
    for mine in ours:
        same = [(its, unit) for its, unit in there if _one(mine, its)]
        if any(its.pro is mine.pro for its, _ in same):
            continue
        for its, unit in same:
            if any(bool(match["pro"]) is mine.pro for match in _STANDS.finditer(unit)):
                continue  # Who wanted it bettered may have refused it all the same.
            others = [each for each, of in there if of is unit or not _one(mine, each)]
            if _about(mine.what, its.what) or (_is_it(its) and any(_about(mine.what, each.what) for each in others)):
                return f"the claim says that {mine.name} “{mine.verb}” it, its source “{its.verb}”"
    return ""


@lru_cache(maxsize=1024)
def _read(text: str) -> tuple[_Stance, ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[_Stance]:
    for match in _STANDS.finditer(text):
        before = _BOUNDS.split(text[: match.start()])[-1]
        who = words(_AND.split(before)[-1])[-_BEFORE:]
        holder = frozenset(stem(word) for word in who if word not in STOP_WORDS and not word.endswith("ly"))
        if holder and not _SOFT.search(before):
            behind = words(re.split(r"[.;:()\n]|,(?!\d)", text[match.end() :])[0])[:_BEHIND]
            yield _Stance(holder, " ".join(before.split()), bool(match["pro"]), match[0].lower(), tuple(behind))


def _one(mine: _Stance, its: _Stance) -> bool:
    return mine.who <= its.who or its.who <= mine.who


def _is_it(stance: _Stance) -> bool:
    return bool(_IT & set(stance.what[:3])) and _TURNS.isdisjoint(stance.what)


def _about(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """True for one matter, told without a word that may turn it round."""
    if _TURNS & {*ours, *theirs}:
        return False
    mine, its = (
        {stem(word)[:_BEGINNING] for word in each if word not in STOP_WORDS and len(word) >= _BEGINNING}
        for each in (ours, theirs)
    )
    return bool(mine and its) and len(mine & its) >= _ALIKE * min(len(mine), len(its))
