"""Words that say the opposite of one another, by the dimension that they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS, lexicon
from moot.text.terms import stem
from moot.verify.comparing.clauses import CONTRACTED, Aligned, Clause, tokens


@dataclass(frozen=True)
class Pair:
    """Two sides of one dimension, each the forms of its words, lower-case."""

    one: frozenset[str]
    other: frozenset[str]

    @cached_property
    def words(self) -> frozenset[str]:
        return self.one | self.other

    def opposed(self, side: frozenset[str]) -> frozenset[str]:
        return self.other if side is self.one else self.one


@dataclass(frozen=True)
class Word:
    """A word of a pair where it stands among the words of a text."""

    word: str
    at: int
    pair: Pair
    side: frozenset[str]

    @property
    def opposite(self) -> frozenset[str]:
        return self.pair.opposed(self.side)


def pairs(*sides: tuple[str, str]) -> tuple[Pair, ...]:
    """Pairs written as prose: the words of one side, the words of the other."""
    return tuple(Pair(lexicon(one), lexicon(other)) for one, other in sides)


def occurrences(tokens: Sequence[str], known: Sequence[Pair]) -> Iterator[Word]:
    """The words of `known` in a text that was cut by `words`, in order; "at least", "or more", "up to" are bounds."""
    there = frozenset(tokens)
    said = [pair for pair in known if not there.isdisjoint(pair.words)]
    words = frozenset[str]().union(*(pair.words for pair in said))
    for at, token in enumerate(tokens):
        if token not in words:
            continue
        before, after = tokens[max(0, at - 1) : at], tokens[at + 1 : at + 2]
        bound = bool(_BOUNDS & set(before)) or (token in _PARTICLES and "to" in after)
        for pair in said if not bound else ():
            for side in (pair.one, pair.other):
                if token in side:
                    yield Word(token, at, pair, side)


def derived(near: Sequence[Aligned]) -> tuple[Pair, ...]:
    """Words of the two sides of which the one is made of the other and says the opposite: legally, illegally."""
    met = {*near[0].ours.tokens, *(token for each in near for token in tokens(each.theirs.sentence))} if near else set()
    found: list[Pair] = []
    for word in sorted(met):
        stems = set(map(stem, unturned(word)))
        if not stems:
            continue
        # "Bleaching" may be told of what is unbleached.
        plain = {each for each in met if stem(each) in stems and each.endswith("ing") is word.endswith("ing")}
        if plain:
            found.append(Pair(frozenset(plain), frozenset({word})))
    return tuple(found)


def unturned(word: str) -> Iterator[str]:
    """What the word would be without the prefix that turns it round, or with -ful for -less."""
    for prefix, base in _PREFIXED if word.startswith(_PREFIXES) else ():
        if word.startswith(prefix) and base.match(word, len(prefix)) and not _NOT_TURNED.match(word):
            yield word[len(prefix) :]
    if word.endswith("less"):
        yield word.removesuffix("less") + "ful"


_ANY = lazy_re(r".{4}")
_ADJECTIVE = lazy_re(
    r".{2,40}(?:[ai]ble|al|[aei]te|[ae]nt|ive|ary?|ic|ous|[ae]ct|er|ure|id|ile|[ai]bility|[ae]nc[ey])(?:ly)?$|.{2,40}ably$"
)
"""In- and the like before any other word is mostly no "not": "inside", "improve"."""
_PREFIXED = tuple(
    [(prefix, _ANY) for prefix in ("un", "non", "dis")] + [(prefix, _ADJECTIVE) for prefix in ("in", "im", "il", "ir")]
)
_PREFIXES = tuple(prefix for prefix, _ in _PREFIXED)
_NOT_TURNED = lazy_re(
    r"(?:unlike\b|unless\b|dis(?:char|clos|count|cour|cover|eas|miss|order|patch|plac|play|pos|put|sol|stress|tinct|tract|trib)|"
    r"infam|inflamm|ingen|inhabit|informative|indifferent|invaluable|incorporate|inpatient|immigr|implant|helpless)"
)
"""Words that look so and say something else than "not"."""
_BOUNDS = lexicon("at or no")
_PARTICLES = lexicon("up down")


@dataclass(frozen=True)
class Around:
    """Stems of content words next to a place, nearest first."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def all(self) -> frozenset[str]:
        return frozenset(self.before + self.after)


def around(tokens: Sequence[str], at: int, reach: int) -> Around:
    """At most `reach` content words on either side of `tokens[at]`."""
    before = [stem(token) for token in reversed(tokens[:at]) if token not in STOP_WORDS][:reach]
    after = [stem(token) for token in tokens[at + 1 :] if token not in STOP_WORDS][:reach]
    return Around(tuple(before), tuple(after))


MULTIPLES = lexicon("doubled tripled trebled quadrupled halved")
"""After "more than" no other side of a comparison."""
WITHOUT = (
    r"net of|gross of|before (?:\w+[ -]){0,2}(?:costs?|charges?|items|tax(?:es)?|expenses?|interest|write-?downs?)"
)
"""How accounts say that something is left out, as a pattern: "before restructuring costs"."""
NOT = lexicon("not no non never neither nor none without cannot n't nobody nothing hardly")
DENIAL = lazy_re(r"\b(?:not|no|never|neither|nor|none|without|cannot|nobody|nothing)\b|n[’']t\b", re.IGNORECASE)
_BEFORE = 3
"""Words that a "not" stands at most before the word that it turns round."""
_TIE = 0.15
"""A clause that shares so much less with the claim may still be the one that the claim renders."""
_ALONE = 2
"""Content words that both clauses must share besides the pair."""
_LIKE = 0.5
"""Share of the other words of the shorter clause that the other must hold."""


def opposed(near: Sequence[Aligned], known: Sequence[Pair]) -> tuple[str, str] | None:
    """The word of the claim's clause and the one that says the opposite in the evidence; None when none does.

    `near`: the clauses of the evidence for one clause of the claim. "Not" before a word turns it round. Where any of
    the clauses, or the sentence around one, says it in the claim's way too, nothing is opposed.
    """
    if not near:
        return None
    ours = near[0].ours
    alike = [each.theirs for each in near if each.share >= near[0].share - _TIE]
    for word in occurrences(ours.tokens, known):
        if word.word in STOP_WORDS and word.word not in _PLACED:
            continue
        if not word.opposite.isdisjoint(ours.tokens) and _COMPARED.isdisjoint(ours.tokens):
            continue  # "The east wing of the western station": one of the two is no direction.
        sides = [side for theirs in alike for side in _sides(tokens(theirs.sentence), word.pair)]
        mine = _side(ours.tokens, word)
        if not sides or any(side is mine for side in sides):
            continue
        for theirs in alike:
            for other in occurrences(theirs.tokens, (word.pair,)):
                same = other.word == word.word and beyond(ours.tokens[: word.at]) == beyond(theirs.tokens[: other.at])
                if not same and _match(ours, word, theirs, other) and not _told_back(ours, theirs, word.pair, known):
                    return word.word, _said(theirs.tokens, other)
    return None


def _told_back(ours: Clause, theirs: Clause, pair: Pair, known: Sequence[Pair]) -> bool:
    """True where more is less too: that newer ones leak less than older ones is that older ones leak more than they."""
    if not any(beyond(theirs.tokens[: each.at]) for each in occurrences(theirs.tokens, known)):
        return False
    others = [each for each in known if each is not pair]
    there = [(each.pair, _side(theirs.tokens, each)) for each in occurrences(theirs.tokens, others)]
    turned = ((each.pair, each.pair.opposed(_side(ours.tokens, each))) for each in occurrences(ours.tokens, others))
    return any(each in there for each in turned)


_COMPARED = lexicon("than as")
_PLACED = lexicon("above below before after more most up down")


def _sides(tokens: Sequence[str], pair: Pair) -> Iterator[frozenset[str]]:
    return (_side(tokens, each) for each in occurrences(tokens, (pair,)))


def _side(tokens: Sequence[str], word: Word) -> frozenset[str]:
    """The side of a word, turned round by a "not" before it, and where it stands on the other side of a comparison."""
    before = tokens[: word.at]
    there = bool(beyond(before)) and word.word not in MULTIPLES
    turned = bool(NOT & set(before[-_BEFORE:])) is not there
    return word.opposite if turned else word.side


def beyond(before: Sequence[str]) -> str:
    """The "than" or "as" soon before a word, after which the other side of a comparison stands; empty without one.

    "Leak three times as often as newer ones" is said of older ones. `before`: the words before it, lower-case.
    """
    for at in range(len(before) - 1, max(-1, len(before) - 1 - _BEYOND), -1):
        compared = before[at] == "than" or (before[at] == "as" and "as" in before[max(0, at - _DEGREE) : at])
        if compared and not _NO_DEGREE & set(before[max(0, at - 1) : at]):
            return before[at]
    return ""


_BEYOND, _DEGREE = 2, 3
"""Words between "than" and what it is compared with, the word included; and between "as" and "as"."""
_NO_DEGREE = lexicon("well soon long far such")
"""Not compared: "as well as", "as long as"."""


def _said(tokens: Sequence[str], word: Word) -> str:
    negated = next((token for token in tokens[max(0, word.at - _BEFORE) : word.at] if token in NOT), "")
    return " ".join(filter(None, (negated.replace(CONTRACTED, "not"), beyond(tokens[: word.at]), word.word)))


def _match(ours: Clause, word: Word, theirs: Clause, other: Word) -> bool:
    """True when both say it of the same things, in the same order."""
    rest, there = ours.stems - {stem(word.word)}, theirs.stems - {stem(other.word)}
    shared = rest & there
    if len(shared) < _ALONE or len(shared) < _LIKE * min(len(rest), len(there)):
        return False
    a, b = around(ours.tokens, word.at, len(ours.tokens)), around(theirs.tokens, other.at, len(theirs.tokens))
    # Which side of the word they stand on says something only where there are two sides: "repairs are not included".
    if not (a.before and a.after and b.before and b.after):
        return True
    straight = len(set(a.before) & set(b.before)) + len(set(a.after) & set(b.after))
    crossed = len(set(a.before) & set(b.after)) + len(set(a.after) & set(b.before))
    return straight > crossed
