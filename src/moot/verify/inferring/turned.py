"""Does an inference turn its premises round: what rose fell, and the larger of two figures is told as the smaller?

Each clause of the inference is held against the premise that shares most words with it; a comparison against the two
premises that give a figure each, one for either side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.terms import stems, words
from moot.verify.comparing.clauses import cut
from moot.verify.comparing.directions import CHANGED
from moot.verify.comparing.opposites import occurrences

_MORE = lazy_re(r"\b(more|higher|greater|larger|bigger|above|exceed(?:s|ed)|outweighs?)\b", re.IGNORECASE)
_LESS = lazy_re(r"\b(less|fewer|lower|smaller|below)\b", re.IGNORECASE)
_THAN = lazy_re(r"\bthan\b", re.IGNORECASE)
_DENIED = lazy_re(r"\b(?:not|no|never|nor|neither|whether|if|nobody)\b|n[’']t\b", re.IGNORECASE)
_SHARED = 0.5
"""Share of the words of a clause, beside the one of direction, that its premise has."""
_NEAR = 2
"""Words after a comparative of which one must be what the premises measure."""


def turned(claim: str, premises: Sequence[str]) -> str:
    """What is turned round, for a reader; or empty."""
    return _moved(claim, premises) or _compared(claim, premises)


def _moved(claim: str, premises: Sequence[str]) -> str:
    if _DENIED.search(claim):
        return ""
    for clause in (each.text for each in cut(claim)):
        for word in occurrences(words(clause), [CHANGED]):
            if not word.opposite.isdisjoint(words(clause)):
                continue  # That rises in rent have slowed turns no rise round.
            about = set(stems(clause)) - set(stems(word.word))
            near = _nearest(about, premises)
            if near is None or _DENIED.search(near):
                continue
            there = [other for other in occurrences(words(near), [CHANGED]) if other.pair is word.pair]
            if there and all(other.side is not word.side for other in there):
                return f"it says “{word.word}”, its premise “{there[0].word}”"
    return ""


def _nearest(about: set[str], premises: Sequence[str]) -> str | None:
    """The one premise that shares most words, where they are enough; None where two share as many."""
    ranked = sorted(((len(about & set(stems(each))), each) for each in premises), reverse=True)
    if not about or not ranked or ranked[0][0] < _SHARED * len(about):
        return None
    return None if len(ranked) > 1 and ranked[1][0] == ranked[0][0] else ranked[0][1]


def _compared(claim: str, premises: Sequence[str]) -> str:
    """Of "A is more available than B", where one premise gives the figure of A and another that of B."""
    match, than = _MORE.search(claim) or _LESS.search(claim), _THAN.search(claim)
    if match is None or than is None or than.start() < match.start() or _DENIED.search(claim):
        return ""
    one, other = set(stems(claim[: match.start()])), set(stems(claim[than.end() :]))
    measured = stems(claim[match.end() : than.start()])[:_NEAR]
    if not measured:
        return ""
    left, right = _figure(one - other, measured, premises), _figure(other - one, measured, premises)
    if left is None or right is None or left.unit != right.unit or left.value == right.value:
        return ""
    more = bool(_MORE.search(match[0]))
    if (left.value > right.value) is more:
        return ""
    return f"it says “{match[0]}”, and its premises give {left.raw} against {right.raw}"


def _figure(side: set[str], measured: Sequence[str], premises: Sequence[str]) -> Figure | None:
    """The one figure of the one premise that has all words of the side, and of what is measured."""
    found = [each for each in premises if side and side <= set(stems(each)) and set(measured) & set(stems(each))]
    if len(found) != 1:
        return None
    told = (each for each in figures.find(found[0]) if each.kind is not FigureKind.DATE and each.raw not in side)
    given = [each for each in told if _of(each, found[0], measured)]
    return given[0] if len(given) == 1 else None


def _of(figure: Figure, premise: str, measured: Sequence[str]) -> bool:
    """A figure with a unit, or a count of what is measured."""
    return bool(figure.unit) or bool(set(stems(premise[figure.end :])[:1]) & set(measured))
