"""A comparison of those that have something with those that have not, told of the others.

That villages with a library had fewer burglaries than villages without one is that those without had more; and that
those without had fewer turns it round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from moot.text.lazy import lazy_re
from moot.text.terms import stem, stems
from moot.verify.comparing.clauses import tokens
from moot.verify.comparing.directions import PLACED
from moot.verify.comparing.language import cover
from moot.verify.comparing.opposites import Word, occurrences

_LACKS = lazy_re(
    r"\b(?:without|lacking|lacked|lacks?|(?:ha[ds]|have|having|with|are|were|is|was) (?:no|not)|"
    r"(?:did|do|does) not have)\b(?: (?:an?|any|the|such|been))*(?: (?P<what>[a-z-]{2,30}))?",
    re.IGNORECASE,
)
_THAN = lazy_re(r"\bthan\b", re.IGNORECASE)
_COMPARES = lazy_re(r"more|less|\w+er")
_GOES_ON = lazy_re(r"\b(?:but|while|whilst|whereas|although|though|however|yet)\b|;", re.IGNORECASE)
"""In a second half that goes on to something else."""
_ABOUT = 0.6
"""Share of the claim's other words that a sentence must hold which tells of the same."""


@dataclass(frozen=True)
class Told:
    words: frozenset[str] = frozenset()
    """The two words of direction that say the same of the one and of the others."""
    turned: str = ""
    """In words what the claim turns round; empty when nothing was seen."""


def told(claim: str, units: Sequence[str]) -> Told:
    ours = [each for each in occurrences(tokens(claim), PLACED) if _COMPARES.fullmatch(each.word)]
    if len({each.word for each in ours}) != 1 or _THAN.search(claim):
        return Told()
    word, lacks, compared = ours[0], _LACKS.search(claim), _compared(claim, ours)
    rest = frozenset(stems(claim)) - {stem(word.word)}
    for unit in units:
        halves = _THAN.split(unit, maxsplit=1)
        there = list(occurrences(tokens(halves[0]), (word.pair,)))
        apart = [_LACKS.search(half) for half in halves]
        if len(halves) != 2 or len(there) != 1 or bool(apart[0]) is bool(apart[1]) or cover(rest, unit) < _ABOUT:
            continue
        having, lacking = halves if apart[1] else reversed(halves)
        if _GOES_ON.search(halves[1]) or _compares(halves[1]) or _compared(halves[0], there) != compared:
            continue
        if not _of_same(claim, lacks, having, lacking, apart[0] or apart[1]):
            continue
        if (there[0].side is word.side) is (bool(lacks) is bool(apart[0])):
            return Told(words=frozenset({word.word, there[0].word}))
        return Told(turned=f"the claim says “{word.word}”, its source “{there[0].word}” of the others")
    return Told()


def _compares(text: str) -> bool:
    return any(_COMPARES.fullmatch(each.word) for each in occurrences(tokens(text), PLACED))


def _compared(text: str, compared: Sequence[Word]) -> frozenset[str]:
    """The word behind each comparative, of what there is more or less; none where it is a small one."""
    words = tokens(text)
    return frozenset(said for each in compared for said in stems(" ".join(words[each.at + 1 : each.at + 2])))


def _of_same(claim: str, ours: re.Match[str] | None, having: str, lacking: str, theirs: re.Match[str] | None) -> bool:
    """Whether the claim speaks of what one of the two has and the other lacks, be it named of both or of one only."""
    named = stems((theirs["what"] or "") if theirs else "")
    thing = frozenset(named) or frozenset(stems(having)) - frozenset(stems(lacking))
    return bool(thing & frozenset(stems((ours["what"] or "") if ours else claim)))
