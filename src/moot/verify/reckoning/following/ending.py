"""The day on which something ends that begins on a date of the evidence and lasts as long as its sentence says.

Ten years from 1 June 2019 end on 31 May 2029; the day after is let pass, since some count it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from moot.text import figures
from moot.text.figures import Bound, Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.periods import DAY
from moot.words import Place

_ENDS = lazy_re(
    r"\b(?:end(?:s|ed|ing)?|expir\w+|until|till|through|terminat\w+|runs? out|ran out|lapse[sd]?|due|matur\w+|"
    r"finish\w*|complet\w+|up to|over|to)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_LASTS = lazy_re(
    r"\b(?:terms?|periods?|durations?|lasts?|lasted|runs?|ran|for|valid|of|within|from|fixed)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Ending:
    """`words` shows it: "1 June 2019 + ten years"."""

    words: str
    place: Place


def ending(figure: Figure, claim: str, evidence: Sequence[Held]) -> Ending | None:
    """The start and the term in one sentence of the evidence that end on the day of the claim; or None."""
    if figure.kind is not FigureKind.DATE or figure.unit != "day" or not _ENDS.search(claim, 0, figure.start):
        return None
    ours = _day(figure)
    for each in evidence if ours else ():
        start = None if each.grid else _day(each.figure)
        for length in _lengths(each.unit.of(each.document.text)) if start else ():
            last = _after(start, length) if start else None
            if last and ours in (last, last - timedelta(days=1)):
                return Ending(f"{each.figure.line} + {length.line}", each.place)
    return None


def _lengths(sentence: str) -> Iterator[Figure]:
    """The one length that the sentence tells, if it tells one."""
    found = [each for each in figures.find(sentence) if each.unit in ("month", "s") and each.high is None]
    if len(found) == 1 and found[0].bound is Bound.NONE and _LASTS.search(sentence):
        yield found[0]


def _day(figure: Figure) -> date | None:
    if figure.kind is not FigureKind.DATE or figure.high is not None:
        return None
    year, rest = divmod(int(figure.value), 10_000)
    try:
        return date(year, *divmod(rest, 100))
    except ValueError:
        return None


def _after(start: date, length: Figure) -> date | None:
    """The day on which so long has passed."""
    if length.value != int(length.value):
        return None
    try:
        if length.unit == "s":
            days, rest = divmod(int(length.value), DAY)
            return None if rest else start + timedelta(days=days)
        years, month = divmod(start.year * 12 + start.month - 1 + int(length.value), 12)
        return date(years, month + 1, min(start.day, calendar.monthrange(years, month + 1)[1]))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None
