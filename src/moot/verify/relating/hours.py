"""From 2 a.m. to 5 a.m. is three hours: a stretch of the clock beside the length that another claim tells of it."""

from __future__ import annotations

import re
from functools import lru_cache

from moot.text import figures
from moot.text.lazy import lazy_re
from moot.text.terms import stems

_DAY = 24 * 60
_HALF_HOUR = 30
_CLOCK = (
    r"(?:(?P<{0}h>\d{{1,2}})(?:[:.](?P<{0}m>\d\d))?[\s\xa0]?(?P<{0}half>[ap])\.?[\s\xa0]?m\b\.?|"
    r"(?P<{0}h24>\d{{1,2}})[:.](?P<{0}m24>\d\d)(?!\d)|(?P<{0}word>noon|midday|midnight)\b{1})"
)
_TO = r"[\s\xa0]?(?:to|until|till|and|–|-)[\s\xa0]?"
_STRETCH = lazy_re(
    r"\b(?:(?:from|between|for)[\s\xa0]+)?"
    + _CLOCK.format("from", rf"|(?P<fromh12>\d{{1,2}})(?={_TO}\d)")
    + _TO
    + _CLOCK.format("to", ""),
    re.IGNORECASE,
)
_BARE = lazy_re(
    r"\b(?:from|between)[\s\xa0]+(?P<from>\d{1,2})" + _TO + r"(?P<to>\d{1,2})(?:[\s\xa0]o[’']clock)?"
    r"(?=[\s\xa0]*(?:[.,;:)](?!\d)|\Z|(?:on|every|daily|each|in the)\b))",
    re.IGNORECASE,
)
_SCHEDULED = lazy_re(
    r"\b(?:open(?:s|ed|ing)?|clos(?:es|ed|ure)|exams?|examinations?|tests?|meetings?|sessions?|lectures?|class(?:es)?|"
    r"lessons?|courses?|surger(?:y|ies)|shifts?|trials?|hearings?|events?|workshops?|markets?|power cuts?|outages?)\b",
    re.IGNORECASE,
)
"""What is from one time to another, so that two bare numbers are hours: "the exam is from 9 to 12"."""
_WHOSE = lazy_re(r"(?<=\w)[\s\xa0](?:of|for|in|at|on|with|to)[\s\xa0]", re.IGNORECASE)
_GOES = frozenset(
    stems("lasts lasted takes took taken place open opens opened closed runs ran goes went held scheduled")
)
"""Words that tell that something has a time, and not of what."""
_ANY_CLOCK = lazy_re(
    r"\b(?:\d{1,2}(?:[:.]\d\d)?[\s\xa0]?[ap]\.?[\s\xa0]?m\b|\d{1,2}:\d\d\b|noon\b|midday\b|midnight\b)",
    re.IGNORECASE,
)
_GAP_BEFORE = lazy_re(
    r"\b(?:within|in|every|by|each|after|until|per|first|last|next)[\s\xa0]+(?:about |some |the |only )*$",
    re.IGNORECASE,
)
_GAP_AFTER = lazy_re(r"^[\s\xa0]+(?:after|before|later|earlier|ago|early|late|from|away|per)\b", re.IGNORECASE)
"""Where a length is that between two things, or how often something is, and not how long it lasts."""


def as_lengths(one: str, other: str) -> tuple[str, str]:
    """The two claims; a stretch of the clock as its length where the other claim tells a length of the same, and no
    clock.
    """
    ours, theirs = _lasts(one), _lasts(other)
    if ours and theirs and not (ours <= theirs or theirs <= ours):
        return one, other
    if _lasting(other) and not _ANY_CLOCK.search(other):
        return _told(one), other
    if _lasting(one) and not _ANY_CLOCK.search(one):
        return one, _told(other)
    return one, other


@lru_cache(maxsize=2048)
def _lasts(text: str) -> frozenset[str]:
    """Stems of what a claim tells the time of, as far as it stands before: "tour", of "the tour of the museum"."""
    times = [match.start() for form in (_STRETCH, _BARE) for match in form.finditer(text)]
    times += [each.start for each in figures.find(text) if each.unit == "s"]
    subject = text[: min(times, default=0)]
    return frozenset(stems(_WHOSE.split(subject)[0])) - _GOES


@lru_cache(maxsize=2048)
def _lasting(text: str) -> bool:
    """Whether it tells how many hours or minutes something lasts."""
    found = [each for each in figures.find(text) if each.unit == "s" and each.value < _DAY * 60]
    return any(not _GAP_BEFORE.search(text[: each.start]) and not _GAP_AFTER.search(text[each.end :]) for each in found)


@lru_cache(maxsize=2048)
def _told(text: str) -> str:
    """With its one stretch of the clock as a length, where it tells no length already."""
    found = list(_STRETCH.finditer(text))
    bare = [] if found or not _SCHEDULED.search(text) else list(_BARE.finditer(text))
    if len(found + bare) != 1 or _lasting(text) or len(_ANY_CLOCK.findall(text)) > 2:
        return text
    match = (found + bare)[0]
    start, end = (int(match[name]) * 60 if bare else _minutes(match, name) for name in ("from", "to"))
    if start is None or end is None or start == end or max(start, end) > _DAY:
        return text
    length = (end - start) % (_DAY // 2 if bare or match["fromh12"] else _DAY)
    told = f"{length / 60:g} hours" if length % _HALF_HOUR == 0 else f"{length} minutes"
    return f"{text[: match.start()]}for {told}{text[match.end() :]}"


def _minutes(match: re.Match[str], name: str) -> int | None:
    """Of the day; None where there is no such time."""
    if word := match[f"{name}word"]:
        return 0 if word.lower() == "midnight" else _DAY // 2
    if half := match[f"{name}half"]:
        hours = int(match[f"{name}h"])
        minutes = int(match[f"{name}m"] or 0)
        return (hours % 12 + (12 if half.lower() == "p" else 0)) * 60 + minutes if hours <= 12 else None
    bare = match["fromh12"] if name == "from" else None
    hours, minutes = (int(bare), 0) if bare else (int(match[f"{name}h24"]), int(match[f"{name}m24"]))
    return hours * 60 + minutes if hours <= 24 and minutes < 60 else None
