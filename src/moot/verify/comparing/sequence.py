"""Which of two things came first, or has more of what a word measures, told from either side: that A was before B is
that B was after A, and that A is shorter than B that B is longer than A. By how much says nothing of the order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from moot.text import figures
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.comparing.clauses import cut
from moot.verify.comparing.language import cover
from moot.verify.comparing.opposites import NOT
from moot.verify.comparing.paired import LONGEST

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
_TIME = "time"
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
    words: frozenset[str] = frozenset()
    """Where they agree, the words by which they do, which may be opposites elsewhere."""


@dataclass(frozen=True)
class _Order:
    word: str
    measure: str
    """What sets the order: time, or what a comparison measures."""
    first: frozenset[str]
    last: frozenset[str]


def told(claim: str, units: Sequence[str]) -> Told:
    seen = [each for ours in _orders(claim) if (each := _compared(claim, ours, units))]
    return next((each for each in seen if each.turned), seen[0] if seen else Told())


def _compared(claim: str, ours: _Order, units: Sequence[str]) -> Told | None:
    about = ours.first | ours.last
    near = [unit for unit in units if cover(about, unit) >= _ABOUT]
    found = [each for unit in near for part in _PART.split(unit[:LONGEST]) for each in _orders(part)]
    found = [each for each in found if each.measure == ours.measure]
    straight = [each for each in found if _both(ours, each.first, each.last)]
    turned = [each for each in found if _both(ours, each.last, each.first)]
    if straight and turned:
        return Told()
    if straight:
        there = straight[0].first | straight[0].last
        alone = len(cut(claim)) == 1 and not figures.find(claim) and (ours.measure == _TIME or about <= there)
        words = frozenset(re.findall(r"\w+", f"{ours.word} {straight[0].word}".lower()))
        return Told(agrees=True, borne=f"“{straight[0].word}” in its source" if alone else "", words=words)
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


@lru_cache(maxsize=4096)
def _orders(text: str) -> tuple[_Order, ...]:
    """What a text says to be first and last by the one word of time, and the one comparison, that it has."""
    if NOT & set(text.lower().split()):
        return ()
    times, sizes = list(_WORD.finditer(text)), list(_THAN.finditer(text))
    found = [_order(text, times[0], _TIME, bool(times[0]["first"]))] if len(times) == 1 else []
    if len(sizes) == 1:
        found.append(_order(text, sizes[0], *_measure(sizes[0])))
    return tuple(each for each in found if each)


def _measure(match: re.Match[str]) -> tuple[str, bool]:
    """What is compared, and whether the first of the two has more of it."""
    if match["more"]:
        return " ".join(stems(match["what"])), match["more"].lower() == "more"
    said = (match["size"] or match["measure"]).lower()
    word = _ALIKE.get(said, said)
    return " ".join([_OPPOSITES.get(word, word), *stems(match["of"] or "")]), word not in _OPPOSITES


def _order(text: str, word: re.Match[str], measure: str, first: bool) -> _Order | None:
    """The two sides without the words and numbers that both have."""
    behind = _CLAUSE.split(text[word.end() :], maxsplit=1)
    other, one = _SPAN.sub("", text[: word.start()]), behind[0]
    if not stems(other):  # "After the flood, the annex was built."
        other = behind[1] if len(behind) > 1 else ""
    sides = [frozenset(each for each in stems(side) if not each[0].isdigit()) for side in (other, one)]
    shared = sides[0] & sides[1]
    one_first, one_last = sides if first else reversed(sides)
    whole = measure and one_first - shared and one_last - shared
    return _Order(word[0], measure, one_first - shared, one_last - shared) if whole else None
