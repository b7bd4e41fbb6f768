"""What a sum that is paid each month or year comes to over the years that a claim names, with one that is paid once:
"five years of upkeep with the installation", of 21,500 a year and 84,000.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from moot.text import figures
from moot.text.figures import Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.often import OFTEN
from moot.text.terms import stem, stems
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.sums import Computation, says
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.periods import DAY
from moot.verify.reckoning.given.spoken import spoken

_LENGTHS = {
    "hour": ("s", 3600),
    "day": ("s", DAY),
    "week": ("s", 7 * DAY),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "year": ("month", 12),
}
_AFTER = lazy_re(
    rf"[^.;:]{{0,40}}?(?:\b(?:an?|per|each|every)[\s\xa0]|/[\s\xa0]?)(?P<each>{'|'.join(_LENGTHS)}|annum)\b"
    rf"|[^.;:]{{0,20}}?\b(?P<often>{'|'.join(OFTEN)})\b",
    re.IGNORECASE,
)
_BEFORE = lazy_re(rf"\b(?P<often>{'|'.join(OFTEN)})\b[^.;:]{{0,40}}$", re.IGNORECASE)
_PER = lazy_re(r"\b(?:per|each|every)[\s\xa0]+\w+", re.IGNORECASE)
_THIN = frozenset(map(stem, lexicon("cost price sum pay paid spend spent amount total expense year month week day")))
"""Words that say that money is spoken of or for how long, not what it is paid for."""
_ONE = lazy_re(
    rf"\b(?:an?|one|first|whole|full)[\s\xa0](?P<each>{'|'.join(_LENGTHS)})\b"
    r"(?![\s\xa0](?:before|earlier|ago|later|after|on year)\b)",
    re.IGNORECASE,
)
_WEEKS, _DAYS = 52, 365
_MOST = 40
"""Rates and single sums that are looked at."""
_CHANGES = lazy_re(
    r"\b(?:afterwards|thereafter|after that|for the first|rises? to|rising|from (?:then|the (?:second|third)))\b",
    re.IGNORECASE,
)
"""Words by which one rate is not that of the whole time."""


def reckoned(figure: Figure, claim: str, evidence: Sequence[Held]) -> Iterator[Computation]:
    """What the rates of which the claim speaks come to, alone and with a sum that is paid once and that it names."""
    yield from (made for _, made in _reckoned(figure, claim, evidence))


def instead(figure: Figure, claim: str, evidence: Sequence[Held]) -> str:
    """What it comes to over a time that only the claim names; empty where that is not clear, or is what it says."""
    made = list(_reckoned(figure, claim, evidence))
    if not made or any(says(figure, each.value) for _, each in made):
        return ""
    count, best = max(made, key=lambda each: (len(each[1].operands), each[1].named))
    if count is None and _length(claim, figure) is None:
        return ""
    if count is not None and any(agree(count, each.figure) for each in evidence):
        return ""
    over = f"over {count.line.lower()}" if count else "by that time"
    return f"{over} it is {best.value.normalize():,f} ({best.words}), not {figure.line}"


def counts(figure: Figure, claim: str, evidence: Sequence[Held]) -> bool:
    """Whether a length of time of the claim is one over which it reckons: nobody else need have named it."""
    others = (each for each in figures.find(claim) if each.start != figure.start)
    return figure.unit in ("month", "s") and any(
        count is not None and count.start == figure.start
        for each in others
        for count, _ in _reckoned(each, claim, evidence)
    )


def _reckoned(figure: Figure, claim: str, evidence: Sequence[Held]) -> Iterator[tuple[Figure | None, Computation]]:
    """With the length of time that the claim names; none where it tells the figure itself by a time."""
    if figure.kind not in (FigureKind.MONEY, FigureKind.QUANTITY) or figure.is_ratio or figure.high is not None:
        return
    if figure.unit in ("month", "s") or any(agree(figure, each.figure) for each in evidence):
        return
    said, own = spoken(claim), _length(claim, figure)
    found = [each for each in evidence if _adds_up(figure, each.figure)][:_MOST]
    if any(_CHANGES.search(each.unit.of(each.document.text)) for each in found):
        return
    told = [(each, length) for each in found if (length := _told_by(each))]
    named = max((len(each.sentence & said) for each, _ in told), default=0)
    for rate, length in told:
        if not named or len(rate.sentence & said) < named:
            continue
        for count, times in [(None, _times(own, length))] if own else _named(claim, length):
            if times <= 1:
                continue
            value, words = rate.figure.value * times, f"{rate.figure.line} × {times.normalize():f}"
            yield count, Computation(Operation.PRODUCT, value, words, (rate,), named)
            for once in found:
                if not _told_by(once) and _is_named(once, rate, said):
                    whole, shown = once.figure.value + value, f"{once.figure.line} + {words}"
                    yield count, Computation(Operation.SUM, whole, shown, (once, rate), named)


def _adds_up(figure: Figure, other: Figure) -> bool:
    same = other.unit == figure.unit and (bool(figure.unit) or other.noun == figure.noun)
    return same and other.counts and other.high is None


def _is_named(once: Held, rate: Held, said: frozenset[str]) -> bool:
    """Whether the claim has a word of what is paid once that is none of what is paid again and again."""
    text = once.unit.of(once.document.text)
    things = frozenset(stems(" ".join(match[0] for match in _PER.finditer(text))))
    return once.document is rate.document and bool((once.clause - rate.clause - things - _THIN) & said)


def _told_by(each: Held) -> tuple[str, int] | None:
    """The time by which a figure of the evidence is told."""
    if each.grid is not None:
        label = f"{each.row} | {each.column}"
        if any(told.unit in ("month", "s") for told in figures.find(label)):
            return None  # "Daily tablets, 12 weeks" are no sum of each day.
        return _read(_AFTER.search(label) or _BEFORE.search(label), each.figure)
    return _length(each.unit.of(each.document.text), each.figure.moved(-each.unit.start))


def _length(text: str, figure: Figure) -> tuple[str, int] | None:
    """The time named right behind a figure, or before it, with no other figure between."""
    others = [each for each in figures.find(text) if each.start != figure.start]
    stop = min((each.start for each in others if each.start >= figure.end), default=len(text))
    start = max((each.end for each in others if each.end <= figure.start), default=0)
    return _read(_AFTER.match(text, figure.end, stop) or _BEFORE.search(text[start : figure.start]), figure)


def _read(match: re.Match[str] | None, figure: Figure) -> tuple[str, int] | None:
    """An adverb is said of sums of money only: the annual report is no year's."""
    told = match.groupdict() if match else {}
    if told.get("each"):
        name = told["each"].lower()
        return _LENGTHS[OFTEN.get(name, name)]
    often = told.get("often") if figure.kind is FigureKind.MONEY else None
    return _LENGTHS[OFTEN[often.lower()]] if often else None


def _named(claim: str, length: tuple[str, int]) -> list[tuple[Figure | None, Decimal]]:
    """The lengths of time of a claim, of one year or month too, and how often each holds the one."""
    told = [each for each in figures.find(claim) if each.unit in ("month", "s") and each.high is None]
    ones = (_LENGTHS[match["each"].lower()] for match in _ONE.finditer(claim))
    return [
        *((each, _times((each.unit, each.value), length)) for each in told),
        *((None, _times(one, length)) for one in ones),
    ]


def _times(whole: tuple[str, int | Decimal], part: tuple[str, int]) -> Decimal:
    """How often a time holds another; 0 where no one counts the one in the other."""
    (unit, value), (other, size) = whole, part
    if unit == other:
        return Decimal(value) / size
    if unit == "month" and not value % 12 and size in (DAY, 7 * DAY):
        return Decimal(value) / 12 * (_DAYS if size == DAY else _WEEKS)
    return Decimal(0)
