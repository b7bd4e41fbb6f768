"""Dates that a source states, to ISO. Only whole forms that leave no doubt; nothing is guessed from prose."""

from __future__ import annotations

import datetime
import re

from moot.text.months import ABROAD, ENGLISH, FURTHER, POLISH
from moot.text.weekdays import WEEKDAYS

_MONTHS = tuple(name[:3] for name in ENGLISH)
_MONTH = (
    r"(?P<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_TIME = r"(?:[T\s,].*)?"
_CLOCK = (
    r"(?:\d{1,2}:\d\d|\d{1,2}\.\d\d(?=\s?[ap]\.?m|\s[A-Z]{2,4}\b))"
    r"(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?(?:,\s*|\s+(?:on\s+)?)"
)
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len)[::-1])
_BEFORE = rf"(?:{_CLOCK})?(?:(?P<weekday>{_WEEKDAY})\.?,?\s+)?(?:{_CLOCK})?"
"""The time and the day of the week."""
_POLISH = "|".join(POLISH)
"""Without a full stop behind the day: with one `listopada` may be Croatian, and October."""
_FURTHER = rf"ב?(?P<m>{'|'.join(sorted(FURTHER.keys() - set(POLISH), key=len)[::-1])})"
_SPELLED = "|".join(sorted([*ABROAD, *_MONTHS, "sept", "april", "august", "september", "november"], key=len)[::-1])
_NAMED = rf"(?P<m>{_SPELLED})\.?"
_FORMS = (
    rf"{_YEAR}-(?P<m>\d{{1,2}})-(?P<d>\d{{1,2}}){_TIME}",
    rf"{_YEAR}[/.]\s?(?P<m>\d{{1,2}})[/.]\s?(?P<d>\d{{1,2}})\.?{_TIME}",
    rf"(?:D:)?{_YEAR}(?P<m>\d\d)(?P<d>\d\d)(?:\d{{2,6}}.*|T.*)?",
    rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}{_TIME}",
    rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}{_TIME}",
    rf"(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?{_YEAR}{_TIME}",
    rf"{_DAY}-{_MONTH}-{_YEAR}{_TIME}",
    rf"(?:\w+,?\s+)?(?P<d>\d{{1,2}})(?:\.|er|º)?\s+(?:de\s+)?{_NAMED}\s+(?:de\s+)?{_YEAR}{_TIME}",
    rf"(?P<d>\d{{1,2}})\s+(?P<m>{_POLISH})\s+{_YEAR}{_TIME}",
    rf"(?P<d>\d{{1,2}})\.?\s+(?:de\s+)?{_FURTHER},?\s+(?:del?\s+)?{_YEAR}{_TIME}",
    rf"{_YEAR}(?:\.|\s?m\.)?\s+{_FURTHER}\s+(?P<d>\d{{1,2}})\.?{_TIME}",
    rf"(?:ngày\s+)?(?P<d>\d{{1,2}})\s+tháng\s+(?P<m>\d{{1,2}})(?:,|\s+năm|,\s+năm)?\s+{_YEAR}{_TIME}",
    rf"{_YEAR}\s?[年년]\s?(?P<m>\d{{1,2}})\s?[月월]\s?(?P<d>\d{{1,2}})\s?[日일]{_TIME}",
    rf"{_MONTH},?\s+{_YEAR}",
    rf"{_NAMED}\s+(?:de\s+)?{_YEAR}",
    rf"{_YEAR}-(?P<m>\d\d)",
    _YEAR,
)
_HAS_YEAR = re.compile(_YEAR)
"""As every form has: most sentences that are asked about have none."""
_SLASHED = rf"(?P<a>\d{{1,2}})(?P<mark>[/-])(?P<b>\d{{1,2}})(?P=mark){_YEAR}{_TIME}"


def iso(stated: str) -> str | None:
    """`31 March 2026` → `2026-03-31`; `March 2026` → `2026-03`; None where the form is unknown or ambiguous.

    The time and the day of the week may stand before it.
    """
    if not _HAS_YEAR.search(stated):
        return None
    text = " ".join(stated.split()).strip(" .;\"'*_")
    before = re.match(_BEFORE, text, re.IGNORECASE)
    rest = text[before.end() :] if before else text
    for form in _FORMS:
        match = re.fullmatch(form, rest, re.IGNORECASE)
        if match:
            return _joined(match)
    match = re.fullmatch(_SLASHED, rest)
    return _either(match, before["weekday"] if before else None) if match else None


def _either(match: re.Match[str], weekday: str | None) -> str | None:
    """03/04/2026 is March in one country and April in another: unless its day of the week tells which, the source has
    no date that we can state."""
    first, second = int(match["a"]), int(match["b"])
    read = {day for day in (_checked(match["y"], second, first), _checked(match["y"], first, second)) if day}
    if len(read) > 1 and weekday:
        number = WEEKDAYS[weekday.lower()]
        read = {day for day in read if datetime.date.fromisoformat(day).weekday() == number}
    return read.pop() if len(read) == 1 else None


def _joined(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month = parts.get("m")
    if not month:
        return parts["y"]
    number = int(month) if month.isdecimal() else _number(month.lower())
    day = parts.get("d")
    if not day:
        return f"{parts['y']}-{number:02}" if 1 <= number <= 12 else None
    return _checked(parts["y"], number, int(day))


def _number(name: str) -> int:
    """0 for what only looks like a name of a month, by letters that upper and lower case do not share: ı, ſ."""
    known = ABROAD.get(name) or FURTHER.get(name)
    return known or (_MONTHS.index(name[:3]) + 1 if name[:3] in _MONTHS else 0)


def _checked(year: str, month: int, day: int) -> str | None:
    try:
        return datetime.date(int(year), month, day).isoformat()
    except ValueError:
        return None
