"""Figures that a claim exchanges: "made 41 crossings and missed 3,412" for "made 3,412 crossings and missed 41".

A sentence of the evidence has both. What it says of the one alone, the claim says of the other, and the other way
round; or it goes from the one to the other, and the claim back. (Of 21,685 written sentences of `training/weights` 13
faulty ones go the other way and no true one; of those that exchange two figures 5 are faulty, one is not.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, pairwise

from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.number_words import SMALL
from moot.text.terms import stems
from moot.verify.reckoning.given import replaced
from moot.verify.reckoning.given.dated import years
from moot.verify.reckoning.given.held import Held, bound
from moot.words import Claim

_ABOVE = 5000
"""Characters before a sentence in which the year that it tells of is looked for."""
_MOST = 12
"""Figures of a claim that are compared with one another."""
_FROM = lazy_re(r"\bfrom[\s\xa0](?:about |some |around |roughly )?$", re.IGNORECASE)
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
_EARLIER = lazy_re(r"[^;.()\d]{0,60}[\s\xa0]\((?:in[\s\xa0])?(?P<year>(?:1[5-9]|20)\d\d):[\s\xa0]?", re.IGNORECASE)
"""Between what something came to and what it was in an earlier year: "six of the crew (2030: five)"."""
_UNCOUNTED = (FigureKind.NAME, FigureKind.ORDINAL)


@dataclass(frozen=True)
class Course:
    start: Figure
    end: Figure
    told: str

    def is_back(self, other: Course) -> bool:
        return agree(self.start, other.end) and agree(self.end, other.start) and not agree(self.start, self.end)


def exchanged(claim: Claim, evidence: Sequence[Held]) -> str:
    """Which two figures of the claim are each said of the other's thing, in words; empty where none are."""
    in_cells = [(each, f"{cell.row} {cell.column}") for cell in claim.cells for each in figures.find(cell.text)]
    ours = [each for each in in_cells or bound(claim.text) if each[0].kind not in _UNCOUNTED][:_MOST]
    told = _sentences(evidence)
    for (one, near), (other, beside) in combinations(ours, 2):
        if agree(one, other) or (not in_cells and _FROM.search(claim.text, one.end, other.start)):
            continue  # "Now 6 ms, down from 41 ms": the words between belong to both.
        if one.kind is other.kind and one.unit == other.unit:
            said = frozenset(stems(near)), frozenset(stems(beside))
            if any(_crossed(one, other, said, sentence) for sentence in told):
                return f"the claim exchanges {one.line} and {other.line}"
    return ""


def turned(claim: str, evidence: Sequence[Held]) -> str:
    """What goes from one figure to another in the claim, and back in the evidence; empty where nothing does."""
    ours = [*_courses(claim), *_by_so_much(claim)]
    for sentence in _sentences(evidence) if ours else ():
        unit, text = sentence[0].unit, sentence[0].document.text
        theirs = [*_courses(unit.of(text)), *_since(unit.of(text), text[: unit.end])]
        for mine in ours:
            back = next((each for each in theirs if mine.is_back(each)), None)
            if back and not any(agree(mine.start, each.start) and agree(mine.end, each.end) for each in theirs):
                return f"the claim goes from “{mine.told}”, its source from “{back.told}”"
    return ""


def _sentences(evidence: Sequence[Held]) -> list[list[Held]]:
    """The figures of each sentence of prose."""
    found: dict[tuple[str, int], list[Held]] = {}
    for each in evidence:
        if each.grid is None:
            found.setdefault((each.document.source.id, each.unit.start), []).append(each)
    return list(found.values())


def _crossed(one: Figure, other: Figure, said: tuple[frozenset[str], frozenset[str]], sentence: Sequence[Held]) -> bool:
    mine = [each for each in sentence if agree(one, each.figure)]
    theirs = [each for each in sentence if agree(other, each.figure)]
    if len(mine) != 1 or len(theirs) != 1:
        return False
    here, there = mine[0].clause - theirs[0].clause, theirs[0].clause - mine[0].clause
    near, beside = said[0] - said[1], said[1] - said[0]
    return bool(near & there and beside & here) and not (near & here or beside & there)


def _courses(text: str) -> Iterator[Course]:
    """From which figure to which."""
    found = [each for each in figures.find(text) if each.kind not in _UNCOUNTED]
    for each in found:
        if each.high is not None and _FROM.search(text, 0, each.start):
            start, end = each.ends
            yield Course(start, end, each.line)
    for dated in (True, False):
        some = [each for each in found if each.high is None and (each.kind is FigureKind.DATE) is dated]
        for one, other in pairwise(some):
            if _FROM.search(text, 0, one.start) and _TO.fullmatch(text, one.end, other.start):
                yield Course(one, other, " ".join(text[one.start : other.end].split()))
            elif _MOVED_TO.search(text, 0, one.start) and _BACK.fullmatch(text, one.end, other.start):
                yield Course(other, one, f"{other.line} to {one.line}")
            elif _INSTEAD.fullmatch(text, one.end, other.start):
                new, old = replaced.alike(one, other), replaced.alike(other, one)
                yield Course(old, new, f"{old.line} to {new.line}")


def _by_so_much(text: str) -> Iterator[Course]:
    """From what something must have been, so many more or fewer, to what it came to."""
    for each in figures.find(text):
        match = _BY.match(text, each.end) if each.counts and each.high is None and not each.is_ratio else None
        if match and not any(one.counts for one in figures.find(text[each.end : match.start("by")])):
            by = SMALL.get(match["by"].lower()) or Decimal(match["by"])
            before = replace(each, value=each.value + by * each.scale * (1 if match["down"] else -1))
            yield Course(before, each, f"{before.written.normalize():f} to {each.line}")


def _since(text: str, before: str) -> Iterator[Course]:
    """From what stands in brackets behind a year to what stands before them, unless all years above are earlier."""
    some = [
        each for each in figures.find(text) if each.kind not in (*_UNCOUNTED, FigureKind.DATE) and each.high is None
    ]
    for one, other in pairwise(some):
        match = _EARLIER.fullmatch(text, one.end, other.start)
        others = [year[:4] for year in years(before[-_ABOVE:]) if match and year[:4] != match["year"]]
        if match and (not others or max(others) > match["year"]):
            yield Course(other, one, f"{other.line} to {one.line}")
