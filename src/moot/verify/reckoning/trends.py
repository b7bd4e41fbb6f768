"""Is more said to be less, by the evidence's own figures? Of two times of one thing, or of two things side by side.

A claim says that something rose or fell between two years or quarters, or that one thing has more of something than
another. Where a cited table or sentence gives both figures, they say which it is. Words that set no scale (better,
worse) are left alone, and so is a claim whose things or times are not found exactly once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stems, words
from moot.verify.reckoning.held import bound
from moot.verify.reckoning.tables import Grid

_UP = lexicon("""
    rise rises rose risen rising increase increased increases grew grow grown grows growth climbed climbs gained higher
    more greater larger longer
""")
_DOWN = lexicon("""
    fall falls fell fallen falling decrease decreased decreases declined declines decline dropped drops drop shrank
    lower less fewer smaller shorter lost loses
""")
_PERIOD = lazy_re(
    r"\b(?P<year>(?:1[6-9]|20)\d\d)\b|\bQ(?P<q>[1-4])\b|\b"
    r"(?P<nth>first|second|third|fourth)(?= quarter| (?:and|to) (?:the )?\w+ quarter)",
    re.IGNORECASE,
)
_NTH = ("first", "second", "third", "fourth")
_THAN = lazy_re(
    r"^(?P<left>.*?)\b(?P<word>more|fewer|less|higher|lower|longer|shorter|larger|smaller|greater)\b"
    r"(?P<what>.*?)\bthan\b(?! (?:\w+ )?\d)"
    r"(?P<right>[^,;]*)",
    re.IGNORECASE | re.DOTALL,
)
_NAMED = lazy_re(r"\b(?:Lower|Higher|Greater|Larger|Smaller|Longer) (?=[A-Z])")
"""Of places: "at Lower Hythe"."""
_NOT = lazy_re(r"\b(?:not|no|never|neither|nor|hardly|without|if|would|unless|until)\b|n[’']t\b", re.IGNORECASE)


@dataclass(frozen=True)
class Value:
    about: frozenset[str]
    """Stems of row and column, times left out."""
    row: frozenset[str]
    period: int
    """Year, or quarter; 0 where there is none."""
    value: Decimal
    raw: str


def turned(claim: str, grids: Sequence[Grid], units: Sequence[str]) -> str:
    """In words what the figures say otherwise; empty when nothing was seen."""
    if _NOT.search(claim):
        return ""
    values = [_values(grid) for grid in grids]
    return next(filter(None, (_between_times(claim, each) for each in values)), "") or _between_things(
        claim, values, units
    )


def ends(claim: str, grids: Sequence[Grid]) -> tuple[Value, Value] | None:
    """What the one row that the claim names has at the two times of the claim, the earlier first."""
    return next(filter(None, (_ends(claim, _values(grid)) for grid in grids)), None)


def _between_times(claim: str, values: Sequence[Value]) -> str:
    """One thing at two times."""
    sign, word = _direction(claim)
    pair = _ends(claim, values) if sign else None
    if pair is None:
        return ""
    one, other = pair
    change = other.value - one.value
    return f"the claim says “{word}”, its source has {one.raw} and then {other.raw}" if change * sign < 0 else ""


def _ends(claim: str, values: Sequence[Value]) -> tuple[Value, Value] | None:
    times = sorted(set(_periods(claim)))
    if len(times) != 2:
        return None
    said = frozenset(stems(_PERIOD.sub(" ", claim)))
    pairs = [
        (one, other)
        for one in values
        for other in values
        if one.about == other.about and (one.period, other.period) == (times[0], times[1]) and _meant(one, said)
    ]
    most = max((len(one.about & said) for one, _ in pairs), default=0)
    best = [(one, other) for one, other in pairs if len(one.about & said) == most]
    return best[0] if len(best) == 1 and most else None


def _meant(value: Value, said: frozenset[str]) -> bool:
    """True when the claim names the row in full; a row that is only a time is named by its column."""
    return value.row <= said and bool(value.about & said)


def _between_things(claim: str, values: Sequence[Sequence[Value]], units: Sequence[str]) -> str:
    match = _THAN.search(claim)
    if match is None:
        return ""
    left, right = frozenset(stems(match["left"])), frozenset(stems(match["right"]))
    only_left, only_right = left - right, right - left
    sign = 1 if match["word"].lower() in _UP else -1
    for unit in units:
        for ours, theirs in _sides(unit, only_left, only_right):
            if (ours.value - theirs.value) * sign < 0:
                return f"the claim says “{match['word'].lower()}”, its source {ours.raw} against {theirs.raw}"
    return next(filter(None, (_rows(match, only_left, only_right, sign, each) for each in values)), "")


def _sides(unit: str, left: frozenset[str], right: frozenset[str]) -> Iterator[tuple[Figure, Figure]]:
    """The figure of the one thing and of the other in a sentence, measured alike, where each has just one such."""
    found = [(figure, frozenset(stems(clause))) for figure, clause in bound(unit)]
    counted = [each for each in found if each[0].kind is FigureKind.QUANTITY]
    for measure in sorted({figure.unit for figure, _ in counted} - {""}):
        ours = [figure for figure, clause in counted if figure.unit == measure and clause & left and not clause & right]
        theirs = [
            figure for figure, clause in counted if figure.unit == measure and clause & right and not clause & left
        ]
        if len(ours) == len(theirs) == 1:
            yield ours[0], theirs[0]


def _rows(match: re.Match[str], left: frozenset[str], right: frozenset[str], sign: int, values: Sequence[Value]) -> str:
    """Two rows of one table, in the column that the claim speaks of."""
    ours = [value for value in values if value.row and value.row <= left and not value.row & right]
    theirs = [value for value in values if value.row and value.row <= right and not value.row & left]
    said = frozenset(stems(_PERIOD.sub(" ", match[0])))
    times = set(_periods(match.string))
    pairs = [
        (one, other)
        for one in ours
        for other in theirs
        if one.about - one.row == other.about - other.row
        and one.period == other.period
        and (not times or one.period in times or not one.period)
    ]
    most = max((len((one.about - one.row) & said) for one, _ in pairs), default=0)
    best = [(one, other) for one, other in pairs if len((one.about - one.row) & said) == most]
    if not most or len(best) != 1 or len({one.row for one in ours}) != 1 or len({other.row for other in theirs}) != 1:
        return ""
    one, other = best[0]
    if (one.value - other.value) * sign < 0:
        return f"the claim says “{match['word'].lower()}”, its source {one.raw} against {other.raw}"
    return ""


def _direction(claim: str) -> tuple[int, str]:
    """+1 or -1 with its word; 0 where the claim has none, or both."""
    found = [token for token in words(_NAMED.sub(" ", claim)) if token in _UP | _DOWN]
    signs = {1 if token in _UP else -1 for token in found}
    return (signs.pop(), found[0]) if len(signs) == 1 else (0, "")


def _periods(text: str) -> Iterator[int]:
    for match in _PERIOD.finditer(text):
        if match["year"]:
            yield int(match["year"])
        else:
            yield int(match["q"]) if match["q"] else _NTH.index(match["nth"].lower()) + 1


@lru_cache(maxsize=256)
def _values(grid: Grid) -> tuple[Value, ...]:
    values: list[Value] = []
    for cell in grid.cells:
        found = figures.find(cell.text)
        if cell.column in grid.keys or len(found) != 1 or found[0].kind is not FigureKind.QUANTITY:
            continue
        label, head = grid.label(cell.row), grid.heads[cell.column]
        periods = [*_periods(head), *_periods(label)]
        if len(periods) > 1:
            continue
        row = frozenset(stems(_PERIOD.sub(" ", label)))
        about = row | frozenset(stems(_PERIOD.sub(" ", head)))
        values.append(Value(about, row, periods[0] if periods else 0, found[0].value, cell.text.strip(" *_")))
    return tuple(values)
