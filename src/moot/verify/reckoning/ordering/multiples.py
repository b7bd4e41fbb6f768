"""Did it double? What a claim says with "doubled", "tripled" or "halved" is reckoned where start and end are given.

Both stand in the claim ("doubled from 10 to 13 million"), or a sentence of the evidence that speaks of the same goes
from one to the other, or a row of a table has both times of the claim. "More than" and "nearly" are heeded; what is
loosely so is let pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from moot.text import figures, terms
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.comparing.language import cover
from moot.verify.comparing.paired import LONGEST
from moot.verify.reckoning.given.held import comparable
from moot.verify.reckoning.given.tables import Grid
from moot.verify.reckoning.ordering import trends
from moot.verify.reckoning.ordering.superlatives import Verdict

_FOLD = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10}
_TIMES = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5, "halv": 2}
_SAID = lazy_re(
    r"(?P<mod>\b(?:more than|well over|just over|over|at least|nearly|almost|not quite|just under|less than|"
    r"practically|roughly|about|around|virtually)[\s\xa0])?"
    r"\b(?:(?P<word>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|es)"
    r"|(?:increased|rose|risen|grew|grown|climbed|multiplied) (?:more than |nearly |almost |about )?(?P<fold>two|three|"
    r"four|five|six|eight|ten)-?fold)\b",
    re.IGNORECASE,
)
_OVER = lazy_re(r"more|over|least", re.IGNORECASE)
_UNDER = lazy_re(r"nearly|almost|quite|under|less|practically|virtually", re.IGNORECASE)
_NOT = lazy_re(
    r"\b(?:not(?! quite)|never|no|neither|if|would|will|may|might|could|should|to|until|unless|expected|whether|half|"
    r"each|every|per|year-on-year|twice|again|and then)\b|n[’']t\b",
    re.IGNORECASE,
)
_AGAIN = lazy_re(r"[\s\xa0](?:twice|again|every|each|three times)\b", re.IGNORECASE)
_GENERIC = frozenset(stems("number numbers total amount figure figures level count since"))
_FROM, _TO = (
    lazy_re(r"\bfrom[\s\xa0](?:(?!to\b)[^\W\d_]{1,12}[\s\xa0]){0,2}$", re.IGNORECASE),
    lazy_re(r"\bto[\s\xa0](?:[^\W\d_]{1,12}[\s\xa0]){0,2}$", re.IGNORECASE),
)
_LEAST = 0.75
"""Share of the claim's other words that a sentence must hold to speak of the same, and all its names."""
_NAME = lazy_re(r"(?<=\w[ ,])[A-ZÀ-Þ][\w’'-]+")
_LOOSE, _WIDE = Decimal("0.8"), Decimal("1.35")
"""Of what it should be, between these it is let pass; from here on it is nearer to another multiple."""
_BELOW, _ABOVE = Decimal("0.75"), Decimal("1.06")
"""The same of "nearly"."""
_TIGHT, _EVEN = Decimal("0.93"), Decimal("1.1")
"""Between these it is so."""
_NAMED = lazy_re(r"[A-ZÀ-Þ][\w’'-]+")
_ROUND = Decimal("0.97")
_BARE = 1000
"""A number up to it may be meant in the scale of the next."""
_BEFORE = 40
"""Characters before a word or a figure that say how it is meant."""


@dataclass(frozen=True)
class _Course:
    start: Decimal
    end: Decimal
    told: str


def words(claim: str) -> frozenset[str]:
    """The words with which a claim tells multiples."""
    return frozenset(word for match in _SAID.finditer(claim) for word in terms.words(match[0]))


def judged(claim: str, grids: Sequence[Grid], units: Sequence[str]) -> Verdict | None:
    """Whether figures bear out a multiple that the claim tells; None where there is none, or they do not tell."""
    said = list(_SAID.finditer(claim)) if len(claim) <= LONGEST else []
    if len(said) != 1 or _NOT.search(claim[: said[0].start()][-_BEFORE:]) or _AGAIN.match(claim, said[0].end()):
        return None
    match = said[0]
    own = _course(claim)
    ours = _judged(match, own) if own else None
    if ours and not ours.holds:
        return ours
    found = [each for course in _told(claim, match, grids, units) if (each := _judged(match, course))]
    return next((each for each in found if each.holds), found[0]) if found else None


def _judged(match: re.Match[str], course: _Course) -> Verdict | None:
    times = _FOLD[match["fold"].lower()] if match["fold"] else _TIMES[match["word"].lower()]
    if course.start <= 0 or course.end <= 0:
        return None
    falls = (match["word"] or "").lower() == "halv"
    share = (course.start / course.end if falls else course.end / course.start) / times
    holds = _holds(share, match["mod"] or match[0])
    reason = course.told if holds else f"the claim says “{' '.join(match[0].split())}”, but {course.told}"
    return None if holds is None else Verdict(holds, reason)


def _holds(share: Decimal, said: str) -> bool | None:
    """`share`: of the multiple that the word says."""
    if _OVER.search(said):
        return True if share >= Decimal("0.995") else False if share < _ROUND else None
    if _UNDER.search(said):
        return True if _LOOSE < share <= 1 else False if share < _BELOW or share > _ABOVE else None
    return True if _TIGHT <= share <= _EVEN else False if share < _LOOSE or share > _WIDE else None


def _told(claim: str, match: re.Match[str], grids: Sequence[Grid], units: Sequence[str]) -> Iterator[_Course]:
    """Start and end by the evidence, where it speaks of the same, the end that of the claim where it gives one."""
    rest = f"{claim[: match.start()]} {claim[match.end() :]}"
    found = figures.find(rest)
    given = {end.value for each in found if each.kind is not FigureKind.DATE for end in each.ends}
    about = frozenset(stems(rest)) - {word for each in found for word in stems(each.raw)} - _GENERIC
    years = {each.value for each in found if each.kind is FigureKind.DATE}
    names = set(_NAME.findall(rest))
    for unit in (each[:LONGEST] for each in units):
        there = {each.value for each in figures.find(unit) if each.kind is FigureKind.DATE}
        course = _course(unit) or _dated(unit)
        same = course and (not given or course.end in given <= {course.start, course.end})
        named = years <= there and names <= set(_NAMED.findall(unit))
        if course and same and named and cover(about, unit) >= _LEAST:
            yield course
    pair = trends.ends(claim, grids) if not given else None
    if pair:
        yield _Course(pair[0].value, pair[1].value, f"it went from {pair[0].raw} to {pair[1].raw}")


def _course(text: str) -> _Course | None:
    """The one pair "from A to B" of a text."""
    found = [each for each in figures.find(text) if each.kind not in (FigureKind.DATE, FigureKind.ORDINAL)]
    spans = [each for each in found if each.high is not None]
    if spans:
        one = spans[0]
        alone = len(found) == 1 and one.high is not None and _FROM.search(_before(text, one))
        return _Course(one.value, one.high, f"it went from {one.line}") if alone and one.high is not None else None
    starts = [each for each in found if _FROM.search(_before(text, each))]
    ends = [each for each in found if _TO.search(_before(text, each))]
    if len(starts) != 1 or len(ends) != 1 or starts == ends:
        return None
    return _between(starts[0], ends[0])


def _dated(text: str) -> _Course | None:
    pair = trends.dated(text)
    return _between(*pair) if pair else None


def _between(one: Figure, other: Figure) -> _Course | None:
    start = one.value
    if not one.unit and one.scale == 1 and one.value < other.scale * _BARE:
        start *= other.scale  # "From 80 to 40 minutes".
    elif not comparable(one, other):
        return None
    return _Course(start, other.value, f"it went from {one.line} to {other.line}")


def _before(text: str, figure: Figure) -> str:
    return text[max(0, figure.start - _BEFORE) : figure.start]
