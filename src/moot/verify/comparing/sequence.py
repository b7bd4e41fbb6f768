"""Which of two things came first, or has more of what a word measures, told from either side: that A was before B is
that B was after A, and that A is shorter than B that B is longer than A. By how much says nothing of the order. What is
as long as another thing is neither, what is about as long may be either, and what is no longer is not longer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from moot.text import figures
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stems
from moot.verify.comparing.by_denial import LESS
from moot.verify.comparing.clauses import cut, tokens
from moot.verify.comparing.language import cover
from moot.verify.comparing.opposites import NOT
from moot.verify.comparing.paired import LONGEST
from moot.verify.reckoning.given.dated import years

_WORD = lazy_re(
    r"\b(?:(?P<first>before|prior to|ahead of|earlier than|preceded?s?|(?:is|was|were) followed by)|"
    r"(?P<last>after|later than|followed(?! by)|follows))\b",
    re.IGNORECASE,
)
_OPPOSITES = {
    less: more
    for more, less in (
        pair.split()
        for pair in (
            "longer shorter",
            "larger smaller",
            "higher lower",
            "older younger",
            "heavier lighter",
            "faster slower",
            "wider narrower",
            "thicker thinner",
            "stronger weaker",
            "warmer colder",
            "deeper shallower",
            "dearer cheaper",
            "richer poorer",
            "louder quieter",
            "wetter drier",
            "better worse",
        )
    )
}
_ALIKE = {"taller": "longer", "bigger": "larger", "greater": "larger", "hotter": "warmer", "cooler": "colder"}
_SIZES = "|".join(sorted({*_OPPOSITES, *_OPPOSITES.values(), *_ALIKE} - {"worse", "better"}))
_THAN = lazy_re(
    r"\b(?:(?P<more>more|less|fewer) (?P<what>[^,;.:]{2,60}?)|(?P<size>" + _SIZES + r") (?P<of>[^,;.:]{2,40}?)"
    r"|(?P<measure>(?!(?:oth|rath|anoth|eith|soon|lat|earli)er\b)[a-z]{2,12}er|worse)) than\b",
    re.IGNORECASE,
)
_AS = lazy_re(
    r"(?<!twice )(?<!times )(?<!half )(?<!thrice )(?<!almost )(?<!nearly )(?<!least )(?<!third )(?<!% )(?<!not )"
    r"(?<!quite )\bas (?:(?P<much>much|many) (?P<what>[^,;.:]{2,60}?)|"
    rf"(?P<how>{'|'.join(LESS)})(?P<of> [^,;.:]{{2,40}}?)?) as\b"
    r"(?! (?:if|though|it|they|he|she|we|possible|ever|usual)\b)",
    re.IGNORECASE,
)
_IS = lazy_re(r"\b(?:is|are|was|were|be|been|just|exactly) $", re.IGNORECASE)
_ROUGHLY = lazy_re(
    r"\b(?:(?:just |very |only )?(?:about|around|roughly|approximately|practically|virtually|broadly|essentially|"
    r"basically|effectively|largely|more or less|pretty much|much|fairly|some|close to|all but|"
    r"(?:in|for) (?:practice|effect|all practical purposes)),? )+$",
    re.IGNORECASE,
)
"""What is so said to be alike may differ by a little, either way."""
_MAY_JOIN = lexicon("long soon far well early late")
"""Between "as" and "as" they join clauses too."""
_NO_MORE = lazy_re(r"(?:\b(?:not|no)|n[’']t)(?: any)? $", re.IGNORECASE)
_SPAN = lazy_re(
    r"(?:[,\s]*\b(?:about|around|some|almost|nearly|exactly|shortly|soon|just|immediately|directly|right|long|much|far|"
    r"slightly|somewhat|considerably|clearly|a (?:little|bit|lot)|even|only|no|\d[\d.,]* ?%|"
    r"(?:\d[\d.,]*|an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|a few)"
    r"(?: and a half)?[ -][a-z]{1,14}(?: (?:a|per) [a-z]{2,12})?))+\s*$",
    re.IGNORECASE,
)
"""By how much, before the word: "two weeks after", "12 metres shorter"."""
_PART = lazy_re(r"[;:()]|\.(?!\d)")
_CLAUSE = lazy_re(r",(?!\d)")
_AND = lazy_re(r",?\s(?:and|but|while|whereas)\s")
_TIME = "time"
_MORE, _AS_MUCH, _NO_LESS, _NEAR = ">", "=", ">=", "~"
_OTHER_WAY = {">": "<", "=": "=", ">=": "<=", "~": "~"}
_ENOUGH = {">": (">",), "=": ("=",), ">=": (">", "=", ">="), "~": ("=", "~")}
_EXCLUDED: dict[str, tuple[str, ...]] = {">": ("<", "<=", "="), "=": ("<", ">"), ">=": ("<",), "~": ()}
"""What bears out such a relation, told of the same two in the same order, and what excludes it."""
_DOUBTED = {">": ("~",)}
"""What leaves it open, and does not say it."""
_ABOUT = 0.6
"""Share of the claim's words that a sentence must hold which tells of the same."""


@dataclass(frozen=True)
class Told:
    agrees: bool = False
    """A sentence tells the two in the claim's order, from whichever side."""
    borne: str = ""
    """How it tells that, of a claim that says no more; else empty."""
    turned: str = ""
    """In words how the order is turned round; empty when it is not."""
    open: bool = False
    """Whether it only may be turned round: the source says of the two that they are about alike."""
    sized: bool = False
    """Whether so borne out by a comparison of sizes: nothing else in either of them is then a direction."""
    words: frozenset[str] = frozenset()
    """Where they agree, the words by which they do, which may be opposites elsewhere."""


@dataclass(frozen=True)
class _Order:
    word: str
    measure: str
    """What sets the order: time, or what a comparison measures."""
    first: frozenset[str]
    last: frozenset[str]
    relation: str = _MORE
    """That the first has more of it, as much, as much or more, or about as much."""
    topic: frozenset[str] = frozenset()
    """Of two times of one thing what that is."""


def told(claim: str, units: Sequence[str]) -> Told:
    seen = [each for ours in _orders(claim) if (each := _compared(claim, ours, units))]
    return next((each for each in seen if each.turned), seen[0] if seen else Told())


def _compared(claim: str, ours: _Order, units: Sequence[str]) -> Told | None:
    about = ours.first | ours.last
    near = [unit for unit in units if cover(about, unit) >= _ABOUT]
    parts = [part for unit in near for whole in _PART.split(unit[:LONGEST]) for part in _apart(whole)]
    parts = [part for part in parts if ours.topic <= frozenset(stems(part))]
    found = [each for part in parts for each in _orders(part)]
    found = [each for each in found if each.measure == ours.measure]
    told = [(each, each.relation) for each in found if _both(ours, each.first, each.last)]
    told += [(each, _OTHER_WAY[each.relation]) for each in found if _both(ours, each.last, each.first)]
    straight = [each for each, relation in told if relation in _ENOUGH[ours.relation]]
    turned = [each for each, relation in told if relation in _EXCLUDED[ours.relation]]
    loose = [each for each, relation in told if relation in _DOUBTED.get(ours.relation, ())]
    if straight and (turned or loose):
        return Told()
    if straight:
        there = straight[0].first | straight[0].last
        alone = len(cut(claim)) == 1 and not figures.find(claim) and (ours.measure == _TIME or about <= there)
        words = frozenset(re.findall(r"\w+", f"{ours.word} {straight[0].word}".lower()))
        borne = f"“{straight[0].word}” in its source" if alone else ""
        sized = alone and ours.measure != _TIME and not _crossed(ours, straight[0])
        return Told(agrees=True, borne=borne, sized=sized, words=words)
    if not turned and loose:
        return Told(turned=f"the claim says “{ours.word}”, its source roughly “{loose[0].word}”", open=True)
    if not turned:
        return None
    there = turned[0].word
    if there.lower() == ours.word.lower():
        return Told(turned=f"the claim exchanges what stands before and behind “{there}”")
    return Told(turned=f"the claim says “{ours.word}”, its source “{there}”")


def _both(ours: _Order, first: frozenset[str], last: frozenset[str]) -> bool:
    """Whether each of the two is the same thing, and has fewer words of the other: both may be of one bridge."""
    straight = ours.first & first, ours.last & last
    crossed = len(ours.first & last) + len(ours.last & first)
    return all(straight) and sum(map(len, straight)) > crossed


def _apart(text: str) -> list[str]:
    """The halves of a text that compares twice."""
    return _AND.split(text) if len(_THAN.findall(text)) > 1 else [text]


def _crossed(ours: _Order, theirs: _Order) -> bool:
    """Whether one of the two shares words with both of the other text."""
    return any(
        len([each for each in (theirs.first, theirs.last) if side & each]) > 1 for side in (ours.first, ours.last)
    )


@lru_cache(maxsize=4096)
def _orders(text: str) -> tuple[_Order, ...]:
    """What a text says to be first and last by the one word of time, and the one comparison, that it has."""
    denied = len(NOT & set(tokens(text)))
    sizes, alike = list(_THAN.finditer(text)), list(filter(_compares, _AS.finditer(text)))
    no_more = len(sizes) == 1 and _NO_MORE.search(text, max(0, sizes[0].start() - 8), sizes[0].start())
    if denied and not (no_more and denied == 1):
        return ()
    times = list(_WORD.finditer(text))
    found = [_order(text, times[0], _TIME, bool(times[0]["first"]))] if len(times) == 1 and not denied else []
    if len(sizes) == 1 and not alike:
        measure, first = _measure(sizes[0])
        order = _order(text, sizes[0], measure, first is not bool(no_more))
        found.append(replace(order, relation=_NO_LESS) if order and no_more else order)
    if len(alike) == 1 and not sizes:
        order = _order(text, alike[0], _measured(alike[0]), True)
        near = _ROUGHLY.search(text, 0, alike[0].start())
        found.append(order and replace(order, relation=_NEAR if near else _AS_MUCH))
    return tuple(each for each in found if each)


def _compares(match: re.Match[str]) -> bool:
    """False where "as long as" joins two clauses."""
    return (
        match["how"] is None
        or match["how"].lower() not in _MAY_JOIN
        or bool(_IS.search(_ROUGHLY.sub("", match.string[: match.start()])))
    )


def _measured(match: re.Match[str]) -> str:
    if match["much"]:
        return " ".join(stems(match["what"]))
    word = LESS[match["how"].lower()]
    return " ".join([_OPPOSITES.get(word, word), *stems(match["of"] or "")])


def _measure(match: re.Match[str]) -> tuple[str, bool]:
    """What is compared, and whether the first of the two has more of it."""
    if match["more"]:
        return " ".join(each for each in stems(match["what"]) if each not in years(match["what"])), match[
            "more"
        ].lower() == "more"
    said = (match["size"] or match["measure"]).lower()
    word = _ALIKE.get(said, said)
    return " ".join([_OPPOSITES.get(word, word), *stems(match["of"] or "")]), word not in _OPPOSITES


def _order(text: str, word: re.Match[str], measure: str, first: bool) -> _Order | None:
    """The two sides without the words and numbers that both have."""
    behind = _CLAUSE.split(text[word.end() :], maxsplit=1)
    other, one = _SPAN.sub("", _ROUGHLY.sub("", text[: word.start()])), behind[0]
    if not stems(other):  # "After the flood, the annex was built."
        other = behind[1] if len(behind) > 1 else ""
    timed = years(f"{other} {word[0]}"), years(one)
    if measure != _TIME and all(len(each) == 1 for each in timed) and not set(stems(one)) - timed[1]:
        one_first, one_last = timed if first else reversed(timed)
        return _Order(word[0], measure, one_first, one_last, topic=frozenset(stems(other)) - timed[0])
    sides = [frozenset(each for each in stems(side) if not each[0].isdigit()) for side in (other, one)]
    shared = sides[0] & sides[1]
    one_first, one_last = sides if first else reversed(sides)
    whole = measure and one_first - shared and one_last - shared
    return _Order(word[0], measure, one_first - shared, one_last - shared) if whole else None
