"""Which of two things came first, told from either side: that A was before B is that B was after A."""

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

WORDS = frozenset({"before", "after", "earlier", "later", "followed", "precede", "preceded"})
"""Words that are opposites elsewhere, and here two ways to tell one thing."""
_WORD = lazy_re(
    r"\b(?:(?P<first>before|prior to|ahead of|earlier than|preceded?s?|(?:is|was|were) followed by)|"
    r"(?P<last>after|later than|followed(?! by)|follows))\b",
    re.IGNORECASE,
)
_PART = lazy_re(r"[;:()]|\.(?!\d)")
_CLAUSE = lazy_re(r",(?!\d)")
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


@dataclass(frozen=True)
class _Order:
    word: str
    first: frozenset[str]
    last: frozenset[str]


def told(claim: str, units: Sequence[str]) -> Told:
    ours = _order(claim)
    if ours is None:
        return Told()
    about = ours.first | ours.last
    near = [unit for unit in units if cover(about, unit) >= _ABOUT]
    found = [each for unit in near for part in _PART.split(unit[:LONGEST]) if (each := _order(part))]
    straight = [each for each in found if _both(ours, each.first, each.last)]
    turned = [each for each in found if _both(ours, each.last, each.first)]
    if straight:
        alone = len(cut(claim)) == 1 and not figures.find(claim)
        return Told(agrees=not turned, borne=f"“{straight[0].word}” in its source" if alone and not turned else "")
    if not turned:
        return Told()
    there = turned[0].word
    if there.lower() == ours.word.lower():
        return Told(turned=f"the claim exchanges what stands before and behind “{there}”")
    return Told(turned=f"the claim says “{ours.word}”, its source “{there}”")


def _both(ours: _Order, first: frozenset[str], last: frozenset[str]) -> bool:
    """Whether each of the two is the same thing, and has no word of the other."""
    straight = ours.first & first and ours.last & last
    return bool(straight) and not (ours.first & last or ours.last & first)


@lru_cache(maxsize=4096)
def _order(text: str) -> _Order | None:
    """What a text of one such word says to be first and last, without the words and numbers that both have."""
    found = list(_WORD.finditer(text))
    if len(found) != 1 or NOT & set(text.lower().split()):
        return None
    word = found[0]
    behind = _CLAUSE.split(text[word.end() :], maxsplit=1)
    other, one = text[: word.start()], behind[0]
    if not stems(other):  # "After the flood, the annex was built."
        other = behind[1] if len(behind) > 1 else ""
    sides = [frozenset(each for each in stems(side) if not each[0].isdigit()) for side in (other, one)]
    shared = sides[0] & sides[1]
    first, last = sides if word["first"] else reversed(sides)
    return _Order(word[0], first - shared, last - shared) if first - shared and last - shared else None
