"""From which figure to which something went: "rose from 41 to 52", "52 (prior year: 41)", "52, up from 41".

A claim that goes back where its source goes there has them turned round; one that goes the same way, over the same
thing, is right even where the source has no word for it. (Of 21,685 written sentences of `training/weights` 13 faulty
ones go the other way and no true one.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.number_words import SMALL
from moot.text.terms import stems
from moot.verify.comparing.paired import LONGEST
from moot.verify.reckoning.following import changes
from moot.verify.reckoning.given import replaced
from moot.verify.reckoning.given.dated import years
from moot.verify.reckoning.given.held import Held, by_sentence
from moot.verify.reckoning.ordering import trends
from moot.verify.reckoning.ordering.superlatives import NOT_PLAIN
from moot.verify.reckoning.said_of.traded import FROM

_ABOVE = 5000
"""Characters before a sentence in which the year that it tells of is looked for."""
_TO = lazy_re(r"(?:[\s\xa0][\w.-]+){0,5}?[\s\xa0]to[\s\xa0](?:about |some |around |roughly )?", re.IGNORECASE)
_BACK = lazy_re(
    r"(?:[\s\xa0][\w-]+){0,3}[\s\xa0,]+(?:(?:up|down)[\s\xa0])?from[\s\xa0](?:about |some |around |roughly )?",
    re.IGNORECASE,
)
_MOVED_TO = lazy_re(r"\bto[\s\xa0](?:about |some |around |roughly )?$", re.IGNORECASE)
_INSTEAD = lazy_re(
    r"[^;.()\d]{0,40}\b(?:instead of|rather than|in place of|up from|down from)[\s\xa0]"
    r"(?:the )?(?:about |some |around )?",
    re.IGNORECASE,
)
_BY = lazy_re(
    rf"[^.;()]{{0,60}}?[\s\xa0](?P<by>\d+(?:\.\d+)?|{'|'.join(SMALL)})[\s\xa0](?:[a-z]+[\s\xa0])?"
    r"(?:(?P<down>fewer|less|lower|shorter)|more|higher|longer)[\s\xa0]than\b",
    re.IGNORECASE,
)
"""Behind what something came to: "five, one fewer than in 2023"."""
_BEFORE = (
    r"(?:(?:the|an?)[\s\xa0])?(?:(?:same|corresponding|comparable)[\s\xa0](?:\w+[\s\xa0]){1,3})?"
    r"(?:(?:prior|previous|preceding|last)[\s\xa0](?:year|quarter|month|week|season|period|half)|"
    r"(?:year|quarter|month|week|season)[\s\xa0](?:before|earlier|ago|prior)|previously|formerly|vorjahr)"
)
_EARLIER = lazy_re(
    rf"[^;.()\d]{{0,60}}[\s\xa0]\((?:in[\s\xa0])?(?:(?:[QHT][1-4][\s\xa0])?(?P<year>(?:1[5-9]|20)\d\d)|{_BEFORE}):[\s\xa0]?",
    re.IGNORECASE,
)
"""Between what something came to and what it was earlier: "six of the crew (2030: five)", "52 (prior year: 41)"."""
_AGAINST = lazy_re(
    r"[^;.()\d]{0,40}?[,\s\xa0](?:compared[\s\xa0](?:with|to)|(?:as[\s\xa0])?against|versus|vs\.?|after)[\s\xa0]"
    r"(?:(?:just|only|about|some|around|roughly)[\s\xa0])?",
    re.IGNORECASE,
)
_THEN = lazy_re(
    rf"[^;.(),\d]{{0,30}}?[\s\xa0](?:(?:in|for|during|over|at)[\s\xa0])?(?:(?P<year>(?:1[5-9]|20)\d\d)\b|{_BEFORE}\b)",
    re.IGNORECASE,
)
"""Behind what something was: "$612 million, compared with $574 million a year earlier"."""
_UNCOUNTED = (FigureKind.NAME, FigureKind.ORDINAL)


@dataclass(frozen=True)
class Course:
    start: Figure
    end: Figure
    told: str
    place: int
    """Where the first of the two stands."""
    stop: int
    """Where the second ends."""

    def is_same(self, other: Course) -> bool:
        return agree(self.start, other.start) and agree(self.end, other.end)

    def is_back(self, other: Course) -> bool:
        return agree(self.start, other.end) and agree(self.end, other.start) and not agree(self.start, self.end)


def turned(claim: str, evidence: Sequence[Held]) -> str:
    """What goes from one figure to another in the claim, and back in the evidence; empty where nothing does."""
    ours = [*_courses(claim), *_by_so_much(claim)]
    for sentence in by_sentence(evidence) if ours else ():
        unit, text = sentence[0].unit, sentence[0].document.text
        theirs = [*_courses(unit.of(text)), *_since(unit.of(text), text[: unit.end])]
        for mine in ours:
            back = next((each for each in theirs if mine.is_back(each)), None)
            if back and not any(mine.is_same(each) for each in theirs):
                return f"the claim goes from “{mine.told}”, its source from “{back.told}”"
    return ""


def borne(claim: str, units: Sequence[str]) -> str:
    """In words the course by which a claim is right that tells no other figure, and of nothing but what stands before
    that course in its source; empty where none is.
    """
    ours, (sign, _) = list(_courses(claim)), trends.direction(claim)
    if len(ours) != 1 or not sign or (ours[0].end.value - ours[0].start.value) * sign <= 0 or NOT_PLAIN.search(claim):
        return ""
    before, behind = claim[: ours[0].place], claim[ours[0].stop :]
    if any(each.counts for each in (*figures.find(before), *figures.find(behind))):
        return ""
    said = frozenset(stems(changes.without(f"{before} {behind}")))
    for unit in (each[:LONGEST] for each in units):
        ends = [one.end for one in figures.find(unit) if one.counts]
        for each in (*_courses(unit), *_since(unit, unit)):
            first = max((end for end in ends if end <= each.place), default=0)
            if ours[0].is_same(each) and said and said <= frozenset(stems(unit[first : each.place])):
                return f"its source goes from “{each.told}”"
    return ""


def _courses(text: str) -> Iterator[Course]:
    """From which figure to which."""
    found = [each for each in figures.find(text) if each.kind not in _UNCOUNTED]
    for each in found:
        if each.high is not None and FROM.search(text, 0, each.start):
            start, end = each.ends
            yield Course(start, end, each.line, each.start, each.end)
    for dated in (True, False):
        some = [each for each in found if each.high is None and (each.kind is FigureKind.DATE) is dated]
        for one, other in pairwise(some):
            if FROM.search(text, 0, one.start) and _TO.fullmatch(text, one.end, other.start):
                yield Course(one, other, " ".join(text[one.start : other.end].split()), one.start, other.end)
            elif _MOVED_TO.search(text, 0, one.start) and _BACK.fullmatch(text, one.end, other.start):
                yield Course(other, one, f"{other.line} to {one.line}", one.start, other.end)
            elif _INSTEAD.fullmatch(text, one.end, other.start):
                new, old = replaced.alike(one, other), replaced.alike(other, one)
                yield Course(old, new, f"{old.line} to {new.line}", one.start, other.end)


def _by_so_much(text: str) -> Iterator[Course]:
    """From what something must have been, so many more or fewer, to what it came to."""
    for each in figures.find(text):
        match = _BY.match(text, each.end) if each.counts and each.high is None and not each.is_ratio else None
        if match and not any(one.counts for one in figures.find(text[each.end : match.start("by")])):
            by = SMALL.get(match["by"].lower()) or Decimal(match["by"])
            before = replace(each, value=each.value + by * each.scale * (1 if match["down"] else -1))
            yield Course(before, each, f"{before.written.normalize():f} to {each.line}", each.start, match.end("by"))


def _since(text: str, before: str) -> Iterator[Course]:
    """From what something was to what stands before it, unless all other years above are earlier."""
    some = [
        each for each in figures.find(text) if each.kind not in (*_UNCOUNTED, FigureKind.DATE) and each.high is None
    ]
    for one, other in pairwise(some):
        match = _EARLIER.fullmatch(text, one.end, other.start)
        if match is None and _AGAINST.fullmatch(text, one.end, other.start):
            match = _THEN.match(text, other.end)
        if match and not _later(match["year"], before):
            start, end = replaced.alike(other, one), replaced.alike(one, other)
            yield Course(start, end, f"{start.line} to {end.line}", one.start, other.end)


def _later(year: str | None, before: str) -> bool:
    """Whether no year told before is later than this one: then it is no earlier one."""
    others = [each[:4] for each in years(before[-_ABOVE:]) if each[:4] != year] if year else []
    return year is not None and bool(others) and max(others) < year
