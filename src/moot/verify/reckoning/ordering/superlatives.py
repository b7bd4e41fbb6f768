"""What a claim asks of an order: who has most, who has more, which came first. Read from its words alone.

Only words that tell a direction count: what is "best" depends on what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stem, stems

NOT_PLAIN = lazy_re(r"\b(?:not|no|never|neither|nor|hardly|without|if|would|unless|until)\b|n[’']t\b", re.IGNORECASE)
"""A claim with one of these may say less than that one thing is the larger."""


@dataclass(frozen=True)
class Verdict:
    """What figures say of a claim."""

    holds: bool
    reason: str


@dataclass(frozen=True)
class Order:
    word: str
    sign: int
    """+1 for the largest, -1 for the smallest; of dates +1 for the last."""
    measures: frozenset[str] = frozenset()
    """Stems that a column may have which the word itself speaks of: heaviest, weight."""
    rank: int = 1
    """2 for "the second most"."""
    dates: bool = False

    @property
    def said(self) -> str:
        return f"{_RANKS[self.rank]} {self.word}" if self.rank > 1 else self.word

    def verdict(self, one: Decimal, other: Decimal, told: str) -> Iterator[Verdict]:
        """Of one that is said to stand before the other; none where they are equal."""
        if one != other:
            holds = (one - other) * self.sign > 0
            yield Verdict(holds, told if holds else f"the claim says “{self.word}”, but {told}")


@dataclass(frozen=True)
class Compared:
    order: Order
    left: str
    right: str


_MEASURES = {
    "heaviest heavier": (1, "weight mass kg"),
    "lightest lighter": (-1, "weight mass kg"),
    "longest longer": (1, "length long range duration distance span"),
    "shortest shorter": (-1, "length long range duration distance span height"),
    "tallest taller": (1, "height"),
    "deepest deeper": (1, "depth"),
    "widest wider": (1, "width"),
    "thickest thicker": (1, "thickness"),
    "thinnest thinner": (-1, "thickness"),
    "cheapest cheaper": (-1, "price cost fee rent fare"),
    "dearest dearer costliest costlier": (1, "price cost fee rent fare"),
    "warmest warmer hottest hotter": (1, "temperature °c"),
    "coldest colder coolest cooler": (-1, "temperature °c"),
    "loudest louder noisiest noisier": (1, "loudness noise decibel db dba"),
    "quietest quieter": (-1, "loudness noise decibel db dba"),
    "fastest faster quickest quicker": (1, "speed velocity"),
    "slowest slower": (-1, "speed velocity"),
    "oldest older": (1, "age"),
    "youngest younger": (-1, "age"),
    "strongest stronger": (1, "strength"),
    "weakest weaker": (-1, "strength"),
    "brightest brighter": (1, "brightness lumen"),
    "steepest steeper": (1, "gradient slope"),
    "wettest wetter rainiest rainier": (1, "rain rainfall precipitation"),
    "driest drier": (-1, "rain rainfall precipitation"),
    "sunniest sunnier": (1, "sunshine"),
    "most more largest larger highest higher biggest bigger greatest greater mehr plus": (1, ""),
    "fewest fewer least less lowest lower smallest smaller weniger moins": (-1, ""),
}
"""Words of an order with its sign, and what they measure where they say it themselves."""
_ORDERS = {
    word: Order(word, sign, frozenset(stems(measures)))
    for words, (sign, measures) in _MEASURES.items()
    for word in words.split()
}
_FOREIGN = lexicon("mehr plus weniger moins")
_MOST, _MORE = (
    "|".join(word for word in _ORDERS if word not in _FOREIGN and word.endswith("st") is most) for most in (True, False)
)
_SUPERLATIVE = lazy_re(
    r"\b(?:the|its|their|[^\W\d_]{1,30}[’']s) (?:by far |clearly |overall |(?P<rank>second|third|fourth|fifth)[ -])?"
    rf"(?P<word>{_MOST})\b|\bby far the (?P<far>{_MOST})\b",
    re.IGNORECASE,
)
_ANY = lazy_re(
    rf"\b(?P<word>{_MORE})\b(?P<what>[^,;.]{{0,60}}?) than (?:(?:any|all|every|each|either)(?: one)?(?: of)?"
    r"(?: the| its)?(?: others?)?\b|the others\b|the other (?=two|three|four|five|six)\b)",
    re.IGNORECASE,
)
"""More than any other is most."""
_COMPARATIVE = lazy_re(
    rf"\b(?P<word>{_MORE})\b[^,;.]{{0,60}}?\bthan (?P<right>[^,;]{{1,80}})"
    r"|\b(?P<german>mehr|weniger)\b[^,;.]{0,60}?\bals (?P<rechts>[^,;]{1,80})"
    r"|\b(?P<french>plus|moins) d(?:e |es |[’'])[^,;.]{0,60}?\bque (?P<droite>[^,;]{1,80})",
    re.IGNORECASE,
)
_WHEN = lazy_re(r"\b(?P<word>before|after|earlier than|later than)\b", re.IGNORECASE)
_FIRST = lazy_re(
    r"\bthe (?P<before>first|earliest|last|latest)\b(?! time)|\b(?P<behind>first|earliest|last|latest)\W{0,3}$",
    re.IGNORECASE,
)
_LAST = lexicon("last latest")
_RANKS = ("", "first", "second", "third", "fourth", "fifth")
_APART = lazy_re(
    r"\b(?:one of|next|joint(?:ly)?|not|no|never|neither|nor|cannot|except|excluding|apart from|besides|others?|if|"
    r"would|will|may|might|could|expected|forecast|should|increase\w*|growth|grew|rose|fell|rises?|falls?|change\w*|gain\w*|"
    r"drop\w*|improve\w*|twice|half|times|double|both|each|every|together|combined|or|and|while|whereas|but|almost|nearly|"
    r"relative|likely|as|who|which|that|whose|since|record|ever|history|"
    r"nicht|kein\w*|pas|doppelt|deux|fois|und|et|oder|ou)\b|[;:]|n[’']t\b|%|\d\s?(?:x|times)\b",
    re.IGNORECASE,
)
"""With one of these a claim may ask for something else than the first of a column."""
_GENERIC = frozenset(
    stems(
        "number numbers total amount figure value values row table all list listed have had recorded records show "
        "shows showed count counted measured reached reported report got has held counts terms compared comparison far "
        "overall clearly highest lowest most least level size big large small employ employs live lives"
    )
) | lexicon("hat haben hatte als mehr weniger compte ont plus moins que de des")
_LIKE = 4
"""Letters with which two words of one kin begin."""


def askable(claim: str) -> bool:
    """False where the claim asks for more than an order."""
    return not _APART.search(_ANY.sub(" ", claim))


def asked(claim: str) -> Order | None:
    """The one superlative of a claim."""
    found = list(_SUPERLATIVE.finditer(claim))
    than = _ANY.search(claim)
    if than and not found:
        return _ORDERS[than["word"].lower()]
    if len(found) != 1 or _COMPARATIVE.search(claim):
        return None
    rank = _RANKS.index(found[0]["rank"].lower()) if found[0]["rank"] else 1
    return replace(_ORDERS[(found[0]["word"] or found[0]["far"]).lower()], rank=rank)


def compared(claim: str) -> Compared | None:
    """How the claim compares what stands on its left with what stands on its right."""
    match = None if _ANY.search(claim) else _COMPARATIVE.search(claim)
    if match is None:
        return None
    word = (match["word"] or match["german"] or match["french"]).lower()
    return Compared(_ORDERS[word], claim[: match.start()], match["right"] or match["rechts"] or match["droite"])


def timed(claim: str) -> Compared | None:
    """The same of one thing that came before, or after, another."""
    found = list(_WHEN.finditer(claim))
    if len(found) != 1:
        return None
    word = found[0]["word"].lower()
    order = Order(word, -1 if word.startswith(("before", "earlier")) else 1, dates=True)
    return Compared(order, claim[: found[0].start()], claim[found[0].end() :])


def came(claim: str) -> Order | None:
    """The one that came first, or last."""
    found = list(_FIRST.finditer(claim))
    if len(found) != 1:
        return None
    word = (found[0]["before"] or found[0]["behind"]).lower()
    return Order(word, 1 if word in _LAST else -1, dates=True)


def rest(claim: str, order: Order, known: frozenset[str]) -> list[str]:
    """The content words that are none of the order's own, and not like those that are known, in their order."""
    own = _GENERIC | order.measures | frozenset(stems(order.word)) | {stem(each) for each in order.word.split()}
    left = _ANY.sub(" ", _SUPERLATIVE.sub(" ", claim))
    return [each for each in stems(left) if each not in own and not like(each, known)]


def like(word: str, known: frozenset[str]) -> bool:
    """True for a word that is among the known, or begins as one of them; a figure only as it is."""
    if word in known or word[0].isdigit():
        return word in known
    return len(word) > _LIKE and any(word[:_LIKE] == each[:_LIKE] for each in known)
