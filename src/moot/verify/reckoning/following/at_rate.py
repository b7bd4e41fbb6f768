"""How many so much comes to at a rate: "€3,200 per gross tonne, up to €4.8 million" are 1,500 gross tonnes, and 2.4
million doses at 320,000 doses a week seven and a half weeks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.verify.reckoning.following.distance import UNSTATED, Derived, Said, made_of
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.given.held import Held

_TOLD_BY = lazy_re(
    r"(?:[\s\xa0]+[^\W\d_][\w-]*){0,2}?[\s\xa0]+(?:per|an?|(?:for[\s\xa0]+)?(?:each|every))[\s\xa0]+"
    r"(?P<by>[^\W\d_][\w-]*(?:[\s\xa0]+[^\W\d_][\w-]*){0,2})",
    re.IGNORECASE,
)


def made(figure: Figure, said: Said, found: Sequence[Held]) -> Iterator[Derived]:
    """An amount divided by a rate of the same, where the rate is told by what the figure of the claim counts."""
    prose = [each for each in found if each.grid is None and each.figure.high is None and each.figure.value > 0]
    for rate in prose:
        one = _told_by(rate)
        if one is None or not _counts(figure, one):
            continue
        for whole in prose:
            if whole.place != rate.place and whole.figure.value > rate.figure.value and _alike(whole, rate):
                value = whole.figure.value / rate.figure.value * one.value
                each = made_of(said, Operation.MEAN, value, "{} / {}", whole, rate)
                yield replace(each, stated=True, distance=each.distance - (0 if each.stated else UNSTATED))


def _told_by(rate: Held) -> Figure | None:
    """One of what a figure of the evidence is told by: a week, a gross tonne."""
    own = rate.figure.unit.partition("/")[2]
    after = None if own else _TOLD_BY.match(rate.document.text, rate.figure.end, rate.unit.end)
    by = own or (after["by"] if after else "")
    return next(iter(figures.find(f"1 {by}")), None) if by else None


def _counts(figure: Figure, one: Figure) -> bool:
    return figure.unit == one.unit and (bool(figure.unit) or (bool(figure.noun) and figure.noun == one.noun))


def _alike(whole: Held, rate: Held) -> bool:
    """Two sums of one currency, or two numbers of one thing."""
    one, other = whole.figure, rate.figure
    if "/" in one.unit or one.unit != other.unit.partition("/")[0]:
        return False
    return one.kind is FigureKind.MONEY or bool(one.unit) or (bool(one.noun) and one.noun == other.noun)
