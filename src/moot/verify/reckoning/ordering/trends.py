"""Is more said to be less, by the evidence's own figures? Of two times of one thing, or of two things side by side.

A claim says that something rose or fell between two years or quarters, or that one thing has more of something than
another. Where a cited table or sentence gives both figures, they say which it is. What rose "in 2022" did so from the
year before, and what rose at no time that is named did from the first to the second of the two that are given. Words
that set no scale (better, worse) are left alone, and so is a claim whose things are not found exactly once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from moot.text import figures, months
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stem, stems, words
from moot.verify.comparing.clauses import cut
from moot.verify.comparing.language import cover
from moot.verify.comparing.paired import LONGEST
from moot.verify.reckoning.given import signs
from moot.verify.reckoning.given.dated import year_of, years
from moot.verify.reckoning.given.held import bound, comparable
from moot.verify.reckoning.given.tables import Grid
from moot.verify.reckoning.ordering.superlatives import NOT_PLAIN

_UP = lexicon("""
    rise rises rose risen rising increase increased increases grew grow grown grows growth climbed climbs gained higher
    more greater larger longer
""")
_DOWN = lexicon("""
    fall falls fell fallen falling decrease decreased decreases declined declines decline dropped drops drop shrank
    lower less fewer smaller shorter lost loses
""")
_MOVES = (_UP | _DOWN) - lexicon(
    "growth decline drop loses more fewer less greater higher lower larger smaller longer shorter"
)
"""Of these words those that tell what became of one thing, with no need of a second time."""
_OF_ANOTHER = lazy_re(
    r"\b(?:shares?|rates?|proportions?|percentages?|per|average|growth|pace|gap|difference|forecast|expected|planned)\b",
    re.IGNORECASE,
)
"""Then it may be something made of the figures that rose."""
_YEAR = r"(?:1[6-9]|20)\d\d"
_OF_YEAR = (
    rf"\b(?P<year>{_YEAR})\b|\bQ(?P<q>[1-4])\b|\b"
    r"(?P<nth>first|second|third|fourth)(?= quarter| (?:and|to) (?:the )?\w+ quarter)"
)
_PERIOD = lazy_re(_OF_YEAR, re.IGNORECASE)
_DATED = lazy_re(rf"\b(?P<month>(?-i:{months.NAMES}))(?: (?P<of>{_YEAR}))?\b|{_OF_YEAR}", re.IGNORECASE)
_MONTHS = 100
"""A month is a period of so many for its year, and of so many for none that is told."""
_NTH = ("first", "second", "third", "fourth")
_THAN = lazy_re(
    r"^(?P<left>.*?)\b(?P<word>more|fewer|less|higher|lower|longer|shorter|larger|smaller|greater)\b"
    r"(?P<what>.*?)\bthan\b(?! (?:\w+ )?\d)(?P<right>[^,;]*)",
    re.IGNORECASE | re.DOTALL,
)
_THAN_THEN = lazy_re(
    r"^(?P<left>.*?)\b(?:more|fewer|less|higher|lower|longer|shorter|larger|smaller|greater)\b(?P<what>.*?)\bthan[\s\xa0]"
    rf"(?:[a-z]+[\s\xa0]){{0,3}}(?P<right>(?:1[5-9]|20)\d\d|(?-i:{months.NAMES})(?: {_YEAR})?)\b",
    re.IGNORECASE | re.DOTALL,
)
_PLACED = lazy_re(r"(?:^|\s)(?:at|in|on|with|for|under|from)\s", re.IGNORECASE)
"""Then what is measured stands behind the word: "costs less at Wharf Road than at Mill Lane"."""
_CHANGED_BY = lazy_re(r"\bby[\s\xa0](?:(?:about|around|some|almost|nearly|roughly|only|just)[\s\xa0])?$", re.IGNORECASE)
"""Before what something changed by: no level from which it rose or fell."""
_NAMED = lazy_re(r"\b(?:Lower|Higher|Greater|Larger|Smaller|Longer) (?=[A-Z])")
"""Of places: "at Lower Hythe"."""
_TOTAL = frozenset(stems("total sum overall all together"))
_HALF = 0.5
"""Share of the claim's other words that a sentence must hold to speak of the same."""
_PRESENT = lazy_re(r"\b(?:current|latest|newest|revised|updated|now|today)\b", re.IGNORECASE)
_FORMER = lazy_re(
    r"\b(?:withdrawn|former|formerly|earlier|previous|previously|original|originally|initial|initially|abandoned|"
    r"superseded|outdated)\b",
    re.IGNORECASE,
)
_PART = lazy_re(r"[;:.](?!\d)|\b(?:while|whereas|but|against)\b", re.IGNORECASE)


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
    moved = over_time(claim, grids, units)
    between = None if moved else _between_things(claim, [_values(grid) for grid in grids], units)
    return between.reason if between else moved


def over_time(claim: str, grids: Sequence[Grid], units: Sequence[str]) -> str:
    """How one thing went between two times, where the claim says the opposite; empty when nothing was seen."""
    if NOT_PLAIN.search(claim):
        return ""
    told = (*(_between_times(claim, _values(grid)) for grid in grids), *(_in_words(claim, unit) for unit in units))
    return next(filter(None, (*told, _of_two_years(claim, units))), "")


def _of_two_years(claim: str, units: Sequence[str]) -> str:
    sign, word = direction(claim)
    compared = _years_compared(claim)
    if not compared or not sign or _OF_ANOTHER.search(claim):
        return ""
    for unit in units:
        for one, other in _of_years(claim, unit[:LONGEST], *sorted(compared)):
            if (other.value - one.value) * _ordered(claim, sign) < 0:
                return f"the claim says “{word}”, its source has {one.line} and then {other.line}"
    return ""


def proven(claim: str, grids: Sequence[Grid], units: Sequence[str]) -> bool:
    """Whether figures turn it round past doubt: of one thing over time, or of two whose difference the claim gives."""
    between = _between_things(claim, [_values(grid) for grid in grids], units)
    return bool(over_time(claim, grids, units)) or bool(between and between.told)


def borne(claim: str, grids: Sequence[Grid], units: Sequence[str]) -> str:
    """In words the two figures by which a claim of one clause is right, all of whose figures are these or their
    difference; empty where none are.
    """
    sign, word = direction(claim)
    if not sign or NOT_PLAIN.search(claim) or _OF_ANOTHER.search(claim) or len(cut(claim)) > 1:
        return ""
    given = [each for each in figures.find(claim) if each.counts]
    pairs: list[tuple[Value, Value] | tuple[Figure, Figure]] = []
    compared = _years_compared(claim)
    for grid in grids if compared or (word in _MOVES and given) else ():
        values = () if stem(word) in _heads(_values(grid)) else _values(grid)
        found = _ends(claim, values, moved=not compared)
        pairs += found if len(found) == 1 else []
    if compared:
        sign = _ordered(claim, sign)
        pairs += [pair for unit in units for pair in _of_years(claim, unit[:LONGEST], *sorted(compared))]
    for one, other in pairs:
        change = other.value - one.value
        known = {one.value, other.value, abs(change)}
        if change * sign > 0 and all(end.written in known or end.value in known for each in given for end in each.ends):
            return f"{one.raw} and then {other.raw}"
    return ""


def _years_compared(claim: str) -> tuple[str, str] | None:
    """The two years that a claim compares, or months of one: "In 2023 it was lower than in 2024"."""
    match = _THAN_THEN.search(claim)
    if match is None:
        return None
    left, right = years(f"{match['left']} {match['what']}"), years(match["right"])
    months = list(_periods(f"{match['left']} {match['what']}")), list(_periods(match["right"]))
    if all(len(each) == 1 and _of_month(each[0]) for each in months):
        year = max(each[0] // _MONTHS for each in months)
        left, right = ({f"{year:04}{each[0] % _MONTHS:02}"} for each in months)
    return (next(iter(left)), next(iter(right))) if len(left) == len(right) == 1 and left != right else None


def _ordered(claim: str, sign: int) -> int:
    """The sign of what became of it from the earlier to the later time: what was less in 2023 than in 2024 rose."""
    compared = _years_compared(claim)
    return -sign if compared and compared[0] < compared[1] else sign


def _of_years(claim: str, unit: str, early: str, late: str) -> Iterator[tuple[Figure, Figure]]:
    """Of a sentence that has all words of the claim the one figure of each of two years: "fatal accidents" are others
    than "accidents".
    """
    about = frozenset(stems(_PERIOD.sub(" ", claim))) - _UP - _DOWN
    found = [each for each in figures.find(unit) if each.counts and each.high is None]
    pair = [[each for each in found if year_of(unit, each) == year] for year in (early, late)]
    if about and about <= frozenset(stems(unit)) and all(len(each) == 1 for each in pair):
        (one,), (other,) = pair
        if comparable(one, other):
            yield one, other


def dated(text: str) -> tuple[Figure, Figure] | None:
    """Of two figures with a year each, the earlier and the later: "40 in 2019 and 82 in 2023"."""
    found = [each for each in figures.find(text) if each.kind not in (FigureKind.DATE, FigureKind.ORDINAL)]
    years = [year_of(text, each) for each in found] if len(found) == 2 else []
    if not years or not all(years) or years[0] == years[1] or any(each.high is not None for each in found):
        return None
    (_, one), (_, other) = sorted(zip(years, found, strict=True), key=lambda each: each[0])
    return one, other


def ends(claim: str, grids: Sequence[Grid]) -> tuple[Value, Value] | None:
    """What the one row that the claim names has at the two times of the claim, the earlier first."""
    found = (_ends(claim, _values(grid)) for grid in grids)
    return next((pairs[0] for pairs in found if len(pairs) == 1), None)


def _between_times(claim: str, values: Sequence[Value]) -> str:
    """One thing at two times; where it may be of several columns, all of them must say so."""
    sign, word = direction(claim, _heads(values))
    pairs = _ends(claim, values, moved=word in _MOVES and not _OF_ANOTHER.search(claim)) if sign else []
    said = next((clause.stems for clause in cut(claim) if word in clause.tokens), frozenset[str]())
    if not pairs or len({one.row for one, _ in pairs}) > 1 or not all(one.about & said for one, _ in pairs):
        return ""
    if any((other.value - one.value) * _ordered(claim, sign) >= 0 for one, other in pairs):
        return ""
    one, other = pairs[0]
    return f"the claim says “{word}”, its source has {one.raw} and then {other.raw}"


def _ends(claim: str, values: Sequence[Value], *, moved: bool = False) -> list[tuple[Value, Value]]:
    """What the claim may speak of, at its two times; `moved`: of one time, or none, the other is known."""
    times = _times(claim, values)
    if len(times) != 2 and not (moved and len(times) < 2):
        return []
    said = frozenset(stems(_PERIOD.sub(" ", claim)))
    courses: dict[frozenset[str], list[Value]] = {}
    for each in sorted(values, key=lambda each: each.period):
        if each.period and _meant(each, said):
            courses.setdefault(each.about, []).append(each)
    pairs = [pair for course in courses.values() if (pair := _pair(course, times))]
    most = max((len(one.about & said) for one, _ in pairs), default=0)
    best = [pair for pair in pairs if len(pair[0].about & said) == most] if most else []
    named = [pair for pair in best if pair[0].about <= said]
    return [pair for pair in best if not any(_part(each, pair) for each in named if each is not pair)]


def _part(one: tuple[Value, Value], other: tuple[Value, Value]) -> bool:
    """Whether the one may be a part of the other, of which a claim that names both does not speak: letters of mail."""
    alike = all(mine.row == theirs.row and mine.value <= theirs.value for mine, theirs in zip(one, other, strict=True))
    return alike and any(mine.value < theirs.value for mine, theirs in zip(one, other, strict=True))


def _pair(course: Sequence[Value], times: Sequence[int]) -> tuple[Value, Value] | None:
    """Of one thing's values those at both times, or that at one time and the one just before, or the only two."""
    known = {each.period: each for each in course}
    if len(known) < len(course) or not (times or len(course) == 2):
        return None
    start, end = (times[0] - 1, times[0]) if len(times) == 1 else times or known
    return (known[start], known[end]) if start in known and end in known else None


def _in_words(claim: str, unit: str) -> str:
    """What a sentence says of two times, one of which the claim repeats, or the difference."""
    sign, word = direction(claim)
    if word not in _MOVES or _OF_ANOTHER.search(claim):
        return ""
    pair = dated(unit[:LONGEST])
    pairs = [pair] if pair else list(_told_apart(claim, unit[:LONGEST]))
    pairs = [each for each in pairs if not any(_CHANGED_BY.search(unit, 0, figure.start) for figure in each)]
    told = [each for each in pairs if comparable(*each) and _speaks(claim, word, unit, each)]
    if not told or any((other.value - one.value) * sign >= 0 for one, other in told):
        return ""
    one, other = told[0]
    return f"the claim says “{word}”, its source has {one.line} and then {other.line}"


def _speaks(claim: str, word: str, unit: str, pair: tuple[Figure, Figure]) -> bool:
    """Whether the claim has no figures but these two, or their difference, and speaks of what the sentence does."""
    one, other = pair
    own = [each for each in figures.find(claim) if each.kind is one.kind and comparable(each, one)]
    given = {end.value for each in own for end in each.ends}
    about = frozenset(stems(claim)) - {word, *(part for each in figures.find(claim) for part in stems(each.raw))}
    known = {one.value, other.value, abs(other.value - one.value)}
    return bool(given) and given <= known and cover(about, unit) >= _HALF


def _told_apart(claim: str, unit: str) -> Iterator[tuple[Figure, Figure]]:
    """Of more than two figures with a year each the two whose difference the claim gives; of the withdrawn and the
    current one, in this order.
    """
    found = [each for each in figures.find(unit) if each.counts and each.high is None]
    years = [year_of(unit, each) for each in found]
    if len(found) > 2 and all(years) and len(set(years)) == len(years):
        given = {each.value for each in figures.find(claim) if each.counts}
        ordered = [each for _, each in sorted(zip(years, found, strict=True), key=lambda each: each[0])]
        yield from (each for each in combinations(ordered, 2) if abs(each[1].value - each[0].value) in given)
    parts = [part for part in _PART.split(unit) if part.strip()]
    valued = [[each for each in figures.find(part) if each.counts and each.high is None] for part in parts]
    if len(parts) == 2 and all(len(each) == 1 for each in valued):
        former = [bool(_FORMER.search(part)) and not _PRESENT.search(part) for part in parts]
        present = [bool(_PRESENT.search(part)) and not _FORMER.search(part) for part in parts]
        (one,), (other,) = valued
        if former[0] and present[1]:
            yield one, other
        if present[0] and former[1]:
            yield other, one


def _meant(value: Value, said: frozenset[str]) -> bool:
    """True when the claim names the row in full; a row that is only a time is named by its column."""
    return value.row <= said and bool(value.about & said)


@dataclass(frozen=True)
class _Turned:
    reason: str
    told: bool
    """Whether the claim gives the difference of the two figures."""


def _between_things(claim: str, values: Sequence[Sequence[Value]], units: Sequence[str]) -> _Turned | None:
    match = None if NOT_PLAIN.search(claim) else _THAN.search(claim)
    if match is None:
        return None
    what = _PLACED.search(match["what"])
    left = frozenset(stems(match["left"])) | frozenset(stems(match["what"][what.start() :] if what else ""))
    right = frozenset(stems(match["right"]))
    only_left, only_right = left - right, right - left
    sign = 1 if match["word"].lower() in _UP else -1
    sides = (pair for unit in units for pair in _sides(unit, only_left, only_right))
    rows = (_rows(match, only_left, only_right, each) for each in values)
    columns = [pair for each in values if (pair := _columns(match, each))]
    for ours, theirs in (*sides, *filter(None, rows), *columns):
        difference = ours.value - theirs.value
        if difference * sign < 0:
            given = {each.value for each in figures.find(claim) if each.counts}
            reason = f"the claim says “{match['word'].lower()}”, its source {ours.raw} against {theirs.raw}"
            return _Turned(reason, told=abs(difference) in given or (ours, theirs) in columns)
    return None


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


def _rows(
    match: re.Match[str], left: frozenset[str], right: frozenset[str], values: Sequence[Value]
) -> tuple[Value, Value] | None:
    """Two rows of one table, in the column that the claim speaks of."""
    ours = [value for value in values if value.row and value.row <= left and not value.row & right]
    theirs = [value for value in values if value.row and value.row <= right and not value.row & left]
    said = frozenset(stems(_PERIOD.sub(" ", match[0])))
    times = _times(match.string, values)
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
        return None
    return best[0]


def _columns(match: re.Match[str], values: Sequence[Value]) -> tuple[Value, Value] | None:
    """Two columns of the row that is named, each by its head on its side; of the total where all is said of heads."""
    claim = match.string
    said, right = frozenset(stems(_PERIOD.sub(" ", claim))), frozenset(stems(match["right"]))
    left, times = frozenset(stems(f"{match['left']} {match['what']}")), _times(claim, values)
    named = {each.row for each in values if each.row and each.row <= said}
    total = {each.row for each in values if each.row and each.row <= _TOTAL and said <= _heads(values) | _UP | _DOWN}
    of_row = [each for each in values if each.row in (named or total)]
    at = [each for each in of_row if each.about > each.row and (not times or each.period in (*times, 0))]
    ours, theirs = ([each for each in at if each.about - each.row <= side] for side in (left, right))
    if len({each.row for each in of_row}) != 1 or not len(ours) == len(theirs) == 1:
        return None
    return (ours[0], theirs[0]) if not ours[0].about & right and ours[0].period == theirs[0].period else None


def direction(claim: str, heads: frozenset[str] = frozenset()) -> tuple[int, str]:
    """+1 or -1 with its word; 0 where the claim has none, or both. A word of a head is a thing: falls, losses."""
    found = [token for token in words(_NAMED.sub(" ", claim)) if token in _UP | _DOWN and stem(token) not in heads]
    signs = {1 if token in _UP else -1 for token in found}
    return (signs.pop(), found[0]) if len(signs) == 1 else (0, "")


def _times(claim: str, values: Sequence[Value]) -> list[int]:
    """The times that the claim names as the table has them, in order: a month of its one year, a year's one month."""
    known = {each.period for each in values}
    return sorted({_settled(each, known) for each in _periods(claim)})


def _settled(period: int, known: Collection[int]) -> int:
    if period in known or not _of_month(period):
        return period
    like = [each for each in known if _of_month(each) and each % _MONTHS == period % _MONTHS]
    if len(like) == 1 and 1 in (period // _MONTHS, like[0] // _MONTHS):
        return like[0]
    return _of_year(period) if _of_year(period) in known else period


def _of_year(period: int) -> int:
    """The year of a month, 0 where none is told; else the period."""
    return period if not _of_month(period) else period // _MONTHS * (period // _MONTHS > 1)


def _of_month(period: int) -> bool:
    return period > _MONTHS and not 1500 <= period < 2100


def _heads(values: Sequence[Value]) -> frozenset[str]:
    return frozenset().union(*(each.about - each.row for each in values))


def _periods(text: str) -> Iterator[int]:
    for match in _DATED.finditer(text):
        if match["month"]:
            yield int(match["of"] or 1) * _MONTHS + months.ENGLISH.index(match["month"].lower()) + 1
        elif match["year"]:
            yield int(match["year"])
        else:
            yield int(match["q"]) if match["q"] else _NTH.index(match["nth"].lower()) + 1


def _by_month(grid: Grid) -> bool:
    """Whether two of the times of a table are months of one year, or of none that it tells."""
    labels = (*grid.heads, *(grid.label(row) for row in range(len(grid.rows))))
    found = {each for label in labels for each in _periods(label) if _of_month(each)}
    return len(found) > len({each // _MONTHS for each in found})


@lru_cache(maxsize=256)
def _values(grid: Grid) -> tuple[Value, ...]:
    values: list[Value] = []
    by_month = _by_month(grid)
    times = _DATED if by_month else _PERIOD
    for cell in grid.cells:
        found = figures.find(cell.text)
        if cell.column in grid.keys or len(found) != 1 or found[0].kind is not FigureKind.QUANTITY:
            continue
        label, head = grid.label(cell.row), grid.heads[cell.column]
        told = (*_periods(head), *_periods(label))
        periods = [each for each in (each if by_month else _of_year(each) for each in told) if each]
        if len(periods) > 1:
            continue
        row = frozenset(stems(times.sub(" ", label)))
        about = row | frozenset(stems(times.sub(" ", head)))
        raw, value = cell.text.strip(" *_"), found[0].value
        meant = signs.either_way(f"{label} {head}") or signs.crosses_nought(grid, cell)
        if raw.startswith("(") and not meant:
            value = abs(value)  # A cost, of which accounts tell in brackets how large it is.
        values.append(Value(about, row, periods[0] if periods else 0, value, raw))
    return tuple(values)
