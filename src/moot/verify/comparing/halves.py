"""A sentence of two halves that go two ways: "violence against staff was lower, violence between prisoners higher".

The second half may lack what the first has said. That violence between prisoners was lower has its direction from the
one half and all that sets the other apart from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from moot.text.lazy import lazy_re
from moot.text.terms import stem
from moot.verify.comparing.clauses import content, tokens
from moot.verify.comparing.directions import PLACED
from moot.verify.comparing.opposites import NOT, Word, occurrences

_CUT = lazy_re(r"[;:()]|,(?!\d)|\b(?:while|whereas|and|but|though|although)\b")


@dataclass(frozen=True)
class _Half:
    said: Word
    stems: frozenset[str]
    before: frozenset[str]
    """Stems before the word of direction: of what it is said."""


def exchanged(claim: str, units: Sequence[str]) -> str:
    """In words which direction the source gives what the claim speaks of; empty when nothing was seen."""
    told = tokens(claim)
    for ours in occurrences(told, PLACED) if not NOT & set(told) else ():
        rest = content(told) - {stem(ours.word)}
        if sum(each.pair is ours.pair for each in occurrences(told, PLACED)) != 1:
            continue
        for unit in units:
            for other, own in permutations(_halves(unit, ours), 2):
                if other.said.side is ours.side and own.said.side is ours.opposite and _of_own(rest, own, other):
                    return f"the claim says “{ours.word}”, its source “{own.said.word}”"
    return ""


def _halves(unit: str, said: Word) -> list[_Half]:
    """The two clauses of a sentence that have one direction of this kind each; none where it has others."""
    found = list[_Half]()
    for text in _CUT.split(unit):
        here = tokens(text)
        there = list(occurrences(here, (said.pair,)))
        if len(there) > 1 or NOT & set(here):
            return []
        for each in there:
            found.append(_Half(each, content(here) - {stem(each.word)}, content(here[: each.at])))
    return found if len(found) == 2 else []


def _of_own(rest: frozenset[str], own: _Half, other: _Half) -> bool:
    """True where the claim has all that sets the one half apart, and not of what the other is said."""
    apart = own.stems - other.stems
    named = bool(apart & own.before) and apart <= rest <= own.stems | other.stems
    return named and bool(other.before - own.stems - rest)
