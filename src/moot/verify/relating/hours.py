"""From 2 a.m. to 5 a.m. is three hours: a stretch of the clock beside the length that another claim tells of it."""

from __future__ import annotations

import re
from functools import lru_cache

from moot.text import figures
from moot.text.lazy import lazy_re

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
    """The two claims; a stretch of the clock as its length where the other claim tells a length, and no clock."""
    if _lasting(other) and not _ANY_CLOCK.search(other):
        return _told(one), other
    if _lasting(one) and not _ANY_CLOCK.search(one):
        return one, _told(other)
    return one, other


@lru_cache(maxsize=2048)
def _lasting(text: str) -> bool:
    """Whether it tells how many hours or minutes something lasts."""
    found = [each for each in figures.find(text) if each.unit == "s" and each.value < _DAY * 60]
    return any(not _GAP_BEFORE.search(text[: each.start]) and not _GAP_AFTER.search(text[each.end :]) for each in found)


@lru_cache(maxsize=2048)
def _told(text: str) -> str:
    """With its one stretch of the clock as a length, where it tells no length already."""
    found = list(_STRETCH.finditer(text))
    if len(found) != 1 or _lasting(text) or len(_ANY_CLOCK.findall(text)) > 2:
        return text
    match = found[0]
    start, end = _minutes(match, "from"), _minutes(match, "to")
    if start is None or end is None or start == end:
        return text
    length = (end - start) % (_DAY // 2 if match["fromh12"] else _DAY)
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
