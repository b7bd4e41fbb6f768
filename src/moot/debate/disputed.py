"""What two sides of a disagreement dispute of what they say, as far as figures and times tell."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from moot.verify.relating import amounts, times
from moot.verify.relation import glimpse

Told = set[tuple[Hashable, str]]
"""Values, each with the measure that it is told in."""


def _figures(text: str) -> Told:
    return {(each.written, each.unit) for each in amounts.amounts(text)}


def _times(text: str) -> Told:
    return {((each.first, each.last), each.scale) for each in times.times(text)}


def at_issue(told: str, side: str, others: Sequence[str]) -> bool:
    """Whether what says less than a side tells what is disputed of it.

    That is so where it cannot be right beside one of the other sides, or tells a figure or time that they put another
    in the place of; and where no figure or time is in dispute, so that words are.
    """
    if any(glimpse(told, other).opposable for other in others):
        return True
    at_odds = False
    for read in (_figures, _times):
        disputed = {value for other in others for value in _disputed(read(side), read(other))}
        if not disputed.isdisjoint(read(told)):
            return True
        at_odds = at_odds or bool(disputed)
    return not at_odds


def one_point(one: str, other: str, against: str) -> bool:
    """Whether two claims tell one value of which a third tells another in the same measure."""
    return any(
        not _disputed(read(one), read(against)).isdisjoint(_disputed(read(other), read(against)))
        for read in (_figures, _times)
    )


def _disputed(ours: Told, theirs: Told) -> Told:
    """What a side tells and another does not, where that tells another value in the same measure."""
    measures = {measure for _, measure in theirs - ours}
    return {each for each in ours - theirs if each[1] in measures}
