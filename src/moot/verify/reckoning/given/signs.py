"""Does a claim tell as gained what its evidence has with a minus? "Free cash flow was £4.1m", of a cell (4.1).

"A loss of 4.1", "an outflow", "fell by 4.1" say the sign in words. What a cost or a change comes to is told without it.
"""

from __future__ import annotations

import re

from moot.text import figures
from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.verify.reckoning.given.tables import Cell, Grid

_LESS = lazy_re(
    r"\b(?:loss\w*|los(?:e|es|ing|t)|outflow\w*|deficit\w*|shortfall\w*|negativ\w*|minus|below|under\w*|"
    r"less|fewer|burn\w*|over(?:spen|dr|run)\w*|debts?|liabilit\w*|owe[sd]?|red|short|narrow\w*|hit|erod\w*|emigration|"
    r"shed\w*|worse\w*|frost\w*|swung|turned|costs?|spen[dt]\w*|pa(?:ys?|id)|chang\w*|differ\w*|impair\w*|writ\w*|"
    r"wrote|left|Verlust\w*|Fehlbetrag\w*|Defizit\w*|unter|weniger|Veränderung\w*)\b",
    re.IGNORECASE,
)
"""Words that carry the sign, or leave it open."""
_FELL = lazy_re(
    r"\b(?:down\w*|f[ae]ll\w*|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|reduc\w*|cut\w*|lower\w*|contract\w*|"
    r"slump\w*|slid\w*|sank|s[iu]nk\w*|eas(?:e[sd]?|ing)|dip(?:s|ped)|cool\w*|plunge\w*|tumbl\w*|plummet\w*|weaken\w*|"
    r"retreat\w*|slip\w*|gesunken|gefallen|Rückgang\w*)\b",
    re.IGNORECASE,
)
"""Words that carry the sign of a change, and none of what it came to: "it fell by 12", "it fell to 12"."""
_EITHER = lazy_re(
    r"\b(?:results?|profits?|surplus\w*|balance|(?:cash[ -]?)?flows?|earnings|income|EBITD?A?|margins?|returns?|growth|"
    r"temperatures?|contribution|equity|yields?|gains?|inflows?|migration|Ergebnis|Gewinn|Überschuss|Saldo|Temperatur)\b",
    re.IGNORECASE,
)
"""What may be above nought or below."""
_MORE = lazy_re(
    r"\b(?:r[io]se[ns]?|rising|gr[eo]w\w*|increas\w*|gain\w*|climb\w*|higher|improv\w*|added|plus|stieg\w*|gestiegen)\b",
    re.IGNORECASE,
)
_RISING = lazy_re(r"\b(?:increas\w*|additions?|purchas\w*|Zunahme)\b", re.IGNORECASE)
"""What a statement of cash has with a minus though it rose: "Increase in stocks (4.1)"."""


_LEVEL = lazy_re(r"\b(?:to|from|at|auf|von)[\s\xa0]+(?:[a-z]+[\s\xa0]+)?$", re.IGNORECASE)
"""Before what something came to, which did not rise or fall by it."""
_IS = lazy_re(r"\b(?:to|at|was|were|is|are|reached|auf|bei|war)[\s\xa0]+(?:[a-z]+[\s\xa0]+)?$", re.IGNORECASE)
"""Before what something is."""
_DEGREES = ("degC", "degF")
_NUMBERED = lazy_re(r"\d+")


def crosses_nought(grid: Grid, cell: Cell) -> bool:
    """Whether the same is above nought in another year or quarter: brackets are then a minus, and mark no cost."""
    head = grid.heads[cell.column]
    alike = _NUMBERED.sub("", head)
    twins = [
        each
        for each in grid.rows[cell.row]
        if (other := grid.heads[each.column]) != head and _NUMBERED.sub("", other) == alike
    ]
    return any(figure.value > 0 for each in twins for figure in figures.find(each.text))


def said_to_be(before: str) -> bool:
    """Whether what stands before a figure says that something is or came to it: in prose a minus is then meant."""
    return bool(_IS.search(before))


def either_way(told: str) -> bool:
    """Whether what a row and column are called, or a sentence, may be above nought or below."""
    return bool(_EITHER.search(told))


def lost(figure: Figure, claim: str, found: Figure, told: str, *, meant: bool = False) -> bool:
    """`found`: the same amount where it stands; `told`: its row and column, or its sentence; `meant`: its minus is
    known to be one.
    """
    below = found.value < 0 and (found.high or found.value) < 0 < figure.value
    if not below or figure.signed or not found.signed or _LESS.search(claim):
        return False
    level = bool(_LEVEL.search(claim, 0, figure.start))
    if not level and _FELL.search(claim):
        return False
    if re.search(rf"\d\W{{0,3}}{re.escape(found.raw)}", told):  # "3% -4%" is a range.
        return False
    if (meant or found.unit in _DEGREES) and _IS.search(claim, 0, figure.start):
        return True
    more = _MORE.search(claim) and not level and not _RISING.search(told)
    return bool(more) or (either_way(claim) and either_way(told))
