"""What a figure went to, came from, or was in another year told beside it: it is no figure of another column."""

from __future__ import annotations

import re

from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.verify.reckoning.given.currency import may_be_money
from moot.verify.reckoning.given.dated import year_of, years
from moot.verify.reckoning.given.held import Held

OTHER_YEAR = lazy_re(
    r"\b(?:before|earlier|previous\w*|preceding|prior|last|past|later|after|next|following|subsequent\w*|since|then|ago)\b",
    re.IGNORECASE,
)
"""Words that speak of another year than the one that is named."""
_FROM = lazy_re(r"\b(?:from|von)[\s\xa0]+(?:\S+[\s\xa0]+)?$", re.IGNORECASE)


def went(figure: Figure, claim: str, rival: Held) -> bool:
    """True for what something came from, which the claim says to have gone to the other: "fell from 401 to 377"."""
    others = (each for each in figures.find(claim) if each.start != figure.start)
    return bool(_FROM.search(claim, 0, figure.start)) and any(same(each, rival) for each in others)


def of_own_year(figure: Figure, claim: str, rival: Held) -> bool:
    """True where the claim gives the figure of the other year too: "412 in 2024 and 388 the year before"."""
    others = [each for each in figures.find(claim) if each.start != figure.start]
    named = years(rival.column) if any(same(each, rival) for each in others) else ()
    stop = min((each.start for each in others if each.counts and each.start > figure.end), default=len(claim))
    return bool(named) and (year_of(claim, figure) not in named or bool(OTHER_YEAR.search(claim, figure.end, stop)))


def came(claim: str, rival: Held, here: Held) -> bool:
    """True for what something came to from the other, which is of an earlier year: "to 401 from 377 in 2019"."""
    before, then = years(rival.column), years(here.column)
    there = (each for each in figures.find(claim) if same(each, rival))
    return (
        bool(before and then) and max(before) < min(then) and any(_FROM.search(claim, 0, each.start) for each in there)
    )


def same(figure: Figure, each: Held) -> bool:
    """Whether it is that figure, or a bare one of a table that may be it."""
    if each.figure.kind is FigureKind.NAME:
        return False
    if agree(figure, each.figure):
        return True
    if figure.kind is FigureKind.MONEY and may_be_money(each.figure) and each.figure.scale == figure.scale:
        return figure.written == each.figure.written
    bare = each.grid is not None and not figure.unit and figure.scale in (1, each.figure.scale)
    return bare and figure.written == each.figure.written
