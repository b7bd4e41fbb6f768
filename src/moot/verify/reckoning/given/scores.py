"""What two sides have, told as a pair: "led 2:1", "won 31-27", "by three goals to one"; and ratios, "mixed 1:3".

A pair that may be a time of day is a score where its clause tells of who won or led, or of a ratio.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from moot.text import sentences
from moot.text.lazy import lazy_re
from moot.text.number_words import SMALL
from moot.text.spans import Span

_PAIR = lazy_re(
    r"(?<![\w:.,/$€£¥-])(?P<one>\d{1,3})(?P<sign>[:–-])(?P<other>\d{1,3})"
    r"(?![\w:/–-]|[.,]\d|[\s\xa0\u202f\u2009]?(?:[%‰°$€£¥]|per[- ]?cent\b|[ap]\.?m\b|o['’]clock))",
    re.IGNORECASE,
)
"""Neither a time nor, with a unit or a currency, a range: "lost 20–30 %"."""
_NUMBER = rf"\d{{1,3}}|{'|'.join(SMALL)}|nil"
_TOLD = lazy_re(
    rf"\bby[\s\xa0](?P<one>{_NUMBER})[\s\xa0](?:votes?|goals?|points?|sets?|games?|seats?|runs?|frames?|tries|legs?)[\s\xa0]to"
    rf"[\s\xa0](?P<other>{_NUMBER})\b(?![.,]\d|[\s\xa0]?%)",
    re.IGNORECASE,
)
_WON = r"w[io]n(?:s|ning)?|los(?:t|es|e|ing)|beat(?:s|en|ing)?|defeat\w*|dr[ea]w(?:s|n|ing)?|tied|victory|overcame"
_LED = r"led|leads?|leading|trail\w*|ahead|equali[sz]\w+|levelled"
_ENDED = r"end(?:ed|s|ing)?|finish(?:ed|es|ing)?|final|full[- ]time"
_RATIOS = r"ratios?|scales?|odds|mix\w*|dilut\w*|proportions?"
_BEFORE = lazy_re(
    rf"\b(?:{_WON}|{_LED}|votes?|voted|carried|passed|adopted|approved|rejected|scores?|scorelines?|{_RATIOS})\b[^;.()\d]{{0,40}}$",
    re.IGNORECASE,
)
_BEHIND = lazy_re(
    r"[\s\xa0](?:[\w-]+[\s\xa0])?(?:wins?|victory|defeat|draw|loss|lead|score|ratio|mix(?:ture)?|dilution|"
    r"at (?:half[- ]time|the (?:break|interval))|on penalties|after extra time)\b",
    re.IGNORECASE,
)
_MAY_BE = lazy_re(rf"\b(?:{_ENDED}|stood|was|were|is|up|down|behind)[\s\xa0](?:\w+ly[\s\xa0])?$", re.IGNORECASE)
_PLAYED = lazy_re(
    r"\b(?:match(?:es)?|games?|half[- ]time|finals?|goals?|teams?|votes?|voted|sides?|scored?|cup|league|derby|"
    r"penalt(?:y|ies)|frames?|tie[- ]break|visitors)\b",
    re.IGNORECASE,
)
"""In a sentence where what "ended 2:20" may have done so with that score."""
_CLOCK = lazy_re(
    r"\b(?:at|until|till|from|by|between|since|before|after|to|around|about|for|in|on|of|and|kick-?off|time)"
    r"[\s\xa0](?:(?:about|around|exactly|just)[\s\xa0])?$",
    re.IGNORECASE,
)
_BY = lazy_re(
    r"\b(?:(?:score|ratio|vote|margin|scale|lead|win)[\s\xa0]of|(?:won|lost|beaten|defeated)[\s\xa0]by)[\s\xa0]$",
    re.IGNORECASE,
)
_AT_HALF = lazy_re(
    r"[\s\xa0](?:(?:up|down|ahead)[\s\xa0])?(?:at|by|before)[\s\xa0](?:the[\s\xa0])?(?:half[- ]time|break|interval)",
    re.IGNORECASE,
)
_SO_FAR = lazy_re(rf"\b(?:{_LED}|half[- ]time|behind|up|down)\b", re.IGNORECASE)
_IN_THE_END = lazy_re(rf"\b(?:{_WON}|{_ENDED})\b", re.IGNORECASE)
_OF_THINGS = lazy_re(
    r"[\s\xa0](?!(?:at|in|on|against|over|after|before|with|and|to|by|but|while|when|away|up|down|ahead|behind|from|as)\b)[a-z]",
    re.IGNORECASE,
)
"""Behind a range: "lost 20-30 jobs"."""
_RATIO_BEFORE = lazy_re(rf"\b(?:{_RATIOS})\b[^;.()\d]{{0,40}}$", re.IGNORECASE)
_RATIO_BEHIND = lazy_re(rf"[\s\xa0](?:[\w-]+[\s\xa0])?(?:{_RATIOS})\b", re.IGNORECASE)
_ALONE = r"(?<![\w.,:/–-])", r"(?![\w:/–-]|[.,]\d)"
"""Around a figure that is no part of a pair."""
_REACH = 60
_SENTENCE = 300
"""Characters on either side, at most."""
_HOURS, _MINUTES = 24, 60


@dataclass(frozen=True)
class Score:
    span: Span
    told: str
    sides: tuple[int, int]
    """The smaller number first: from the side of whoever lost it is told the other way."""
    final: bool | None
    """Whether it is how it ended, or how it stood before; None where that is not told."""
    ratio: bool
    """Whether it is told as one of things: of what is mixed, of a scale. No score is another for it."""


def find(text: str) -> Iterator[Score]:
    """The scores and ratios of a text."""
    for match in chain(filter(lambda each: _is_score(text, each), _PAIR.finditer(text)), _TOLD.finditer(text)):
        yield Score(Span(*match.span()), match[0], _sides(match), _final(text, match), _is_ratio(text, match))


def stray(claim: str, evidence: Iterable[str]) -> Iterator[str]:
    """The scores of a claim that the evidence, which has others, has not; and those that it has at half-time only."""
    own = list(find(claim))
    texts = list(evidence) if own else []
    theirs = [each for text in texts for each in find(text)]
    known = {_sides(each) for text in texts for each in _PAIR.finditer(text)} | {each.sides for each in theirs}
    for ours in own:
        rivals = [each for each in theirs if ours.ratio or not each.ratio]
        same = [each.final for each in rivals if each.sides == ours.sides]
        then = [each for each in rivals if each.final is ours.final]
        if rivals and ours.sides not in known:
            if not any(_is_told_apart(text, ours.sides) for text in texts):
                yield f"the score {ours.told} is not in the evidence"
        elif ours.final is not None and then and same and all(final is (not ours.final) for final in same):
            yield f"the score {ours.told} is another's: it was {then[0].told}"


def _is_score(text: str, match: re.Match[str]) -> bool:
    is_time = int(match["one"]) < _HOURS and len(match["other"]) == 2 and int(match["other"]) < _MINUTES
    if match["sign"] == ":" and not is_time:
        return True
    before = text[max(0, match.start() - _REACH) : match.start()]
    if _CLOCK.search(before) and not _BY.search(before):
        return False
    if _BEHIND.match(text, match.end()):
        return True
    of_score = _BEFORE.search(before) and not _OF_THINGS.match(text, match.end())
    return bool(of_score or (match["sign"] == ":" and _MAY_BE.search(before) and _beside(_PLAYED, text, match)))


def _beside(form: re.Pattern[str], text: str, match: re.Match[str]) -> int:
    """How often the sentence around a match has it."""
    start = max(0, match.start() - _SENTENCE)
    near, at = text[start : match.end() + _SENTENCE], match.start() - start
    if not form.search(near):
        return 0
    around = next((each.of(near) for each in sentences.split(near) if each.start <= at < each.end), "")
    return sum(1 for _ in form.finditer(around))


def _is_ratio(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _REACH) : match.start()]
    return bool(_RATIO_BEFORE.search(before) or _RATIO_BEHIND.match(text, match.end()))


def _is_told_apart(text: str, sides: tuple[int, int]) -> bool:
    """Whether a sentence has the two as figures of their own: "60 votes against 40"."""
    one, other = (re.compile(rf"{_ALONE[0]}(?:{'|'.join(_forms(side))}){_ALONE[1]}", re.IGNORECASE) for side in sides)
    least = 2 if one == other else 1
    return any(_beside(other, text, match) >= least for match in one.finditer(text))


def _forms(side: int) -> list[str]:
    return [str(side), *(name for name, value in SMALL.items() if value == side), *([] if side else ["nil", "none"])]


def _sides(match: re.Match[str]) -> tuple[int, int]:
    one, other = (int(each) if each.isdecimal() else SMALL.get(each.lower(), 0) for each in match.group("one", "other"))
    return min(one, other), max(one, other)


def _final(text: str, match: re.Match[str]) -> bool | None:
    if _AT_HALF.match(text, match.end()):
        return False
    before = re.split(r"[;.,]", text[max(0, match.start() - _REACH) : match.start()])[-1]
    told = [
        (each.start(), final) for final, form in enumerate((_SO_FAR, _IN_THE_END)) for each in form.finditer(before)
    ]
    return bool(max(told)[1]) if told else None
