"""Lengths of time that evidence names without a number: "a year later", "every fortnight", "in the first half of 2021".

A claim may call them twelve months, two weeks, half a year. They are no figures, so that nothing else finds them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from moot.evidence.cited import Cited
from moot.text.figures import Bound, Figure
from moot.text.lazy import lazy_re

DAY = 86_400
"""Seconds."""
_ONE = r"(?:an?|one|each|every|per|last|previous|following|same|full|whole|entire|opening|within the)"
_A_YEAR = (
    rf"{_ONE} (?:first |full |whole |financial |calendar )?year|the year(?= (?:before|earlier|after|in|of|with)\b)|"
    r"(?:first|next|this|preceding) year|year(?: before| earlier| ago| later| on year)|year's"
)
_NAMED: tuple[tuple[str, tuple[int, ...], str], ...] = (
    ("month", (12,), rf"\b(?:{_A_YEAR}|yearly|annually)\b|/year\b"),
    ("month", (6,), r"\bhalf of (?:the year|\d{4})\b|\bhalf[- ]years?\b|\bhalf-yearly\b|\bsix-month\b"),
    ("month", (3,), r"\bquarter of (?:the year|\d{4})\b|\bquarterly\b|\bQ[1-4]\b"),
    ("month", (120,), rf"\b{_ONE} decade\b"),
    ("month", (1200,), rf"\b{_ONE} century\b"),
    ("s", (7 * DAY,), rf"\b(?:{_ONE}|first) (?:first )?week\b|\bweekly\b"),
    ("s", (14 * DAY,), r"\bfortnight(?:ly)?\b|\bbiweekly\b"),
    ("s", (DAY,), rf"\b{_ONE} day\b|\bdaily\b"),
    ("s", (3600,), rf"\b{_ONE} hour\b|\bhourly\b"),
    ("s", (28 * DAY, 30 * DAY), rf"\b{_ONE} month\b|\bmonthly\b"),
)
_FORMS = tuple((unit, lengths, lazy_re(form, re.IGNORECASE)) for unit, lengths, form in _NAMED)


def named(figure: Figure, cited: Sequence[Cited]) -> str:
    """The words of the cited passages that name the length; empty where none do, or it is no such length.

    Only of a length that the claim counts in smaller units: "a year" is no other word for "one year".
    """
    if figure.high is not None or figure.written == 1 or figure.bound in (Bound.OVER, Bound.UNDER):
        return ""
    for unit, lengths, form in _FORMS:
        if figure.unit == unit and figure.value in map(Decimal, lengths):
            for each in cited:
                match = form.search(each.passage.text) if each.passage else None
                if match:
                    return match[0]
    return ""
