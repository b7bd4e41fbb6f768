"""A word of direction in the claim, and the opposite in the clause of the source that it renders in whatever words.

"Ahead of the date planned" for "nine days late": the clause is found by `paired`, both clauses must be met in one
another, and what stands next to the one word must be met next to the other. A claim with a figure that the sentence has
not may reckon, and a comparison may be told from its other side: both are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.text.terms import words
from moot.verify.comparing.directions import CHANGE, DIRECTIONS, TIMES
from moot.verify.comparing.opposites import MULTIPLES, Pair, beyond
from moot.verify.comparing.paired import Paired, pair, parts

_WORD = lazy_re(r"[^\W\d_]+")
_BOUND = lazy_re(r"\b(?:at|or|no|up)$", re.IGNORECASE)
"""Before a word of direction: a bound."""
_DENIED = lazy_re(r"(?:\b(?:not|no|never|neither|nor|without)|n[’']t)(?: \w+){0,2}$", re.IGNORECASE)
_COMPARED = lazy_re(r"\b(?:than|against|compared|versus|vs|unlike|while|whereas|from)\b|\bover (?!\d)", re.IGNORECASE)
_WENT = lazy_re(
    r"\b(?:is|are|was|were|been|stood|went|gone|goes|go|going|came|come|moved|edged|crept)[\s\xa0](?:(up)|down)\b",
    re.IGNORECASE,
)
"""What rose or fell, told by a particle."""
_ABOUT, _THERE, _HERE = 0.5, 0.45, 0.5
"""How well must be met: the claim in the sentence, the sentence's clause in the claim, the claim's in the sentence."""
_BESIDE, _AFTER = 0.5, 0.6
"""How well words next to the two must meet; of before and after, the words that follow them."""
_NEXT = 2
"""Content words of the source on either side that count as next to it."""
_FEW = 2
"""Content words of a clause besides the word itself."""
_TIE = 0.1
"""A sentence that meets the claim so much less may say it in the claim's way."""
_SAME = 0.999


@dataclass(frozen=True)
class _Said:
    word: str
    span: Span
    side: frozenset[str]
    denied: bool

    def __str__(self) -> str:
        return f"not {self.word}" if self.denied else self.word


@dataclass(frozen=True)
class _Clause:
    both: Paired
    span: Span
    said: _Said

    def others(self, spans: Sequence[Span]) -> list[Span]:
        """The content words of the clause without the word of direction."""
        return [span for span in spans if span.within(self.span) and not span.touches(self.said.span)]


def turned(claim: str, units: Sequence[str], aside: frozenset[str] = frozenset()) -> str:
    """In words what is turned round; empty when nothing was seen. Words `aside` are not asked for."""
    told = frozenset(_WORD.findall(claim.lower()))
    for known in DIRECTIONS:
        if told.isdisjoint(known.words):
            continue
        ours = list(_sides(claim, known))
        if len(ours) != 1 or ours[0].word in aside:
            continue
        for unit in units:
            there = list(_sides(unit, known))
            one_side = {each.side for each in there} == {known.opposed(ours[0].side)}
            if not one_side or any(each.word == ours[0].word for each in there):
                continue
            if known is CHANGE and ours[0].side in (
                known.one if went[1] else known.other for went in _WENT.finditer(unit)
            ):
                continue
            found = _opposite(claim, ours[0], unit, there, known is TIMES)
            if found and not _elsewhere(claim, unit, ours[0], known, units):
                return f"the claim says “{ours[0]}”, its source “{found}”"
    return ""


def _sides(text: str, known: Pair) -> Iterator[_Said]:
    """The words of a pair in a text with the side that they are on, a "not" before them heeded."""
    for match in _WORD.finditer(text):
        word = match[0].lower()
        side = known.one if word in known.one else known.other if word in known.other else None
        before = text[max(0, match.start() - 40) : match.start()].rstrip()
        if side is not None and not _BOUND.search(before):
            denied = _DENIED.search(before) is not None
            turned = denied is not (bool(beyond(words(before))) and word not in MULTIPLES)
            yield _Said(word, Span(*match.span()), known.opposed(side) if turned else side, denied)


def _opposite(claim: str, said: _Said, unit: str, there: Sequence[_Said], times: bool) -> _Said | None:
    both = pair(claim, unit)
    if both.of_claim() < _ABOUT or not _has_figures(both):
        return None
    ours = _around(claim, said)
    for other in there:
        theirs = _around(unit, other)
        if ours is None or theirs is None:
            continue
        mine, its = _Clause(both, ours, said), _Clause(both, theirs, other)
        here, away = mine.others(both.claim.spans), its.others(both.unit.spans)
        if min(len(here), len(away)) < _FEW or _mean(map(both.of_claim, here)) < _HERE:
            continue
        if _mean(map(both.of_unit, away)) < _THERE:
            continue
        if _beside(both, said, other, times) and not (_COMPARED.search(claim) and _crossed(both, mine, its)):
            return other
    return None


def _has_figures(both: Paired) -> bool:
    """True when every figure of the claim stands in the unit."""
    rows = [row for row, word in enumerate(both.claim.words) if word[0].isdigit()]
    return not rows or (both.met.shape[1] > 0 and float(both.met[rows].max(axis=1).min()) >= _SAME)


def _around(text: str, said: _Said) -> Span | None:
    """The clause that the word stands in."""
    return next((span for _, span in parts(text) if said.span.within(span)), None)


def _mean(shares: Iterable[float]) -> float:
    found = list(shares)
    return sum(found) / len(found)


def _beside(both: Paired, said: _Said, other: _Said, times: bool) -> bool:
    before, after = _next(both.claim.spans, said.span, 1)
    before_there, after_there = _next(both.unit.spans, other.span, _NEXT)
    if times:
        return _meet(both, after, after_there[:1]) >= _AFTER
    here = (before, after)
    return any(_meet(both, one, two) >= _BESIDE for one in here for two in (before_there, after_there))


def _next(spans: Sequence[Span], word: Span, most: int) -> tuple[list[Span], list[Span]]:
    """The content words before and after, nearest last and nearest first."""
    before = [span for span in spans if span.end <= word.start]
    after = [span for span in spans if span.start >= word.end]
    return before[-most:], after[:most]


def _meet(both: Paired, ours: Sequence[Span], theirs: Sequence[Span]) -> float:
    """The best of the pairs of words, 0 where there is none."""
    rows = [both.claim.spans.index(span) for span in ours]
    columns = [both.unit.spans.index(span) for span in theirs]
    return float(both.met[rows][:, columns].max()) if rows and columns else 0.0


def _crossed(both: Paired, ours: _Clause, theirs: _Clause) -> bool:
    """True when what stands before the one word stands after the other: a comparison from its other side."""
    here, there = ours.others(both.claim.spans), theirs.others(both.unit.spans)
    straight = crossed = 0.0
    changed: set[bool] = set()
    for span in here:
        left = span.end <= ours.said.span.start
        same = [each for each in there if (each.end <= theirs.said.span.start) is left]
        opposite = [each for each in there if (each.end <= theirs.said.span.start) is not left]
        straight += _clear(_meet(both, [span], same))
        crossed += _clear(_meet(both, [span], opposite))
        if _meet(both, [span], opposite) >= _SAME:
            changed.add(left)
    return crossed >= straight or len(changed) == _FEW  # The very words of both sides stand on the other.


def _clear(met: float) -> float:
    return met if met >= _BESIDE else 0.0


def _elsewhere(claim: str, unit: str, said: _Said, known: Pair, units: Sequence[str]) -> bool:
    """True when another sentence that speaks of the same says it in the claim's way."""
    about = pair(claim, unit).of_claim() - _TIE
    others = (each for each in units if each != unit and any(one.side is said.side for one in _sides(each, known)))
    return any(pair(claim, each).of_claim() >= about for each in others)
