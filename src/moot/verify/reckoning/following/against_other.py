"""What a thing measures that is told by its difference from another: "12 m shorter than the new one, which has 212".

The thing has what the other has, less or more by so much, or so many times as much; what the other has is not its own.
We speak of a claim that names all that tells the one from the other, and only of these figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.comparing.paired import LONGEST
from moot.verify.reckoning.given.held import Held

_DOWN = (
    "less|fewer|lower|shorter|smaller|younger|lighter|cheaper|narrower|shallower|slower|below|under|earlier|newer|"
    "colder"
)
_UP = "more|greater|higher|longer|larger|bigger|older|heavier|dearer|wider|deeper|faster|taller|above|warmer|hotter"
_THAN = lazy_re(
    rf"(?:[\s\xa0]+[^\W\d_][\w-]*){{0,2}}?[\s\xa0]+(?:(?P<down>{_DOWN})|{_UP})(?:[\s\xa0](?!than\b)[\w-]+){{0,2}}[\s\xa0]than[\s\xa0]"
    r"(?P<other>[^,;:.()]{2,60}),[\s\xa0](?:which|who|where|whose|when)\b",
    re.IGNORECASE,
)
"""Behind a difference."""
_AS = lazy_re(
    r"[\s\xa0]as[\s\xa0][\w-]+(?:[\s\xa0](?P<own>(?:in|at|on|for|among)[\s\xa0][^,;:.()]{2,40}?))?[\s\xa0]as[\s\xa0]"
    r"(?P<other>[^,;:.()]{2,60}),[\s\xa0](?:which|who|where|whose|when)\b",
    re.IGNORECASE,
)
"""Behind a multiple."""
_TIMES = {"twice": Decimal(2), "half": Decimal("0.5")}
_TWICE = lazy_re(r"\b(?:twice|half)(?=[\s\xa0]as[\s\xa0])", re.IGNORECASE)
_VERB = lazy_re(r"[\s\xa0][\w-]+(?:[\s\xa0](?:about|some|roughly|nearly|almost|around|only|just|exactly))?[\s\xa0]*$")
"""Between the thing and what is told of it."""
_BOTH = lazy_re(
    r"\bthan\b|\bas [\w-]+ as\b|\bdiffer|\btogether\b|\bboth\b|\bbetween\b|\btimes\b|\btwice\b", re.IGNORECASE
)
"""Then the claim compares them itself."""


@dataclass(frozen=True)
class Told:
    """What the evidence makes of the thing, and by which words; `right`: the claim says it."""

    value: Decimal
    words: str
    right: bool
    other: Held


@dataclass(frozen=True)
class _Pair:
    own: frozenset[str]
    other: frozenset[str]
    value: Decimal
    """Of the thing."""
    turned: Decimal
    """What it would be the other way round."""
    words: str


def told(figure: Figure, claim: str, evidence: Sequence[Held]) -> Told | None:
    """Whether a figure of the claim is what the evidence makes of its thing; None where it does not tell."""
    if figure.high is not None or figure.kind is FigureKind.DATE or not figure.counts or _BOTH.search(claim):
        return None
    said = frozenset(stems(claim))
    for other in evidence:
        sentence = other.unit.of(other.document.text)
        if other.grid or len(sentence) > LONGEST or other.figure.unit not in ("", figure.unit):
            continue
        measured = replace(other.figure, unit=figure.unit, kind=figure.kind)
        for pair in _pairs(sentence, other.figure.moved(-other.unit.start)):
            if pair.own <= said and not pair.other <= said:
                values = [pair.value, measured.value, pair.turned]
            elif pair.other <= said and not pair.own <= said:
                values = [measured.value, pair.value, pair.turned]
            else:
                continue
            at = next((n for n, value in enumerate(values) if agree(figure, replace(measured, value=value))), None)
            given = values[0] == measured.value
            if at is None or (at == 0 and given) or (at and _elsewhere(figure, other, evidence)):
                continue
            return Told(values[0], other.figure.line if given else pair.words, not at, other)
    return None


def _elsewhere(figure: Figure, other: Held, evidence: Sequence[Held]) -> bool:
    """Whether another sentence gives the figure: then it may be the thing's own after all."""
    return any(agree(figure, each.figure) for each in evidence if each.unit != other.unit)


def _pairs(sentence: str, other: Figure) -> Iterator[_Pair]:
    """The two things of a sentence in which one figure in that unit stands behind the comparison: the other's."""
    found = [each for each in figures.find(sentence) if each.kind is not FigureKind.NAME]
    before = [each for each in found if each.start < other.start]
    if any(each.unit == other.unit for each in found[len(before) + 1 :]):
        return
    for step in before[-1:]:
        than = _THAN.match(sentence, step.end)
        if than and than.end() <= other.start:
            sign = -1 if than["down"] else 1
            part = step.value if step.unit != "%" else other.value * step.value / 100
            if step.unit == "%" and other.unit == "%":
                continue  # Percent or points?
            words = f"{other.line} {'−' if sign < 0 else '+'} {step.line}"
            yield from _pair(sentence[: step.start], than, other.value + sign * part, other.value - sign * part, words)
    for times, start, end in _multiples(sentence, before):
        as_ = _AS.match(sentence, end)
        if as_ and as_.end() <= other.start and times > 0:
            words = f"{other.line} × {times.normalize():f}"
            yield from _pair(sentence[:start], as_, other.value * times, other.value / times, words)


def _multiples(sentence: str, found: Sequence[Figure]) -> Iterator[tuple[Decimal, int, int]]:
    yield from ((_TIMES[match[0].lower()], *match.span()) for match in _TWICE.finditer(sentence))
    yield from ((each.value, each.start, each.end) for each in found if each.unit == "x" and "time" in each.raw)


def _pair(before: str, match: re.Match[str], value: Decimal, turned: Decimal, words: str) -> Iterator[_Pair]:
    parts = match.groupdict()
    own = frozenset(stems(parts.get("own") or _VERB.sub("", before).rpartition(", ")[2]))
    other = frozenset(stems(parts["other"]))
    if own - other and other - own:
        yield _Pair(own - other, other - own, value, turned, words)
