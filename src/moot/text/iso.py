"""Dates as sources give them for themselves: YYYY, YYYY-MM or YYYY-MM-DD."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from moot.errors import UsageError


def later(given: str | None, day: str) -> bool:
    """Whether a date is certainly later than a day; a month or year that the day lies in is not."""
    return bool(given and day) and str(given) > day[: len(str(given))]


def earlier(one: str | None, other: str | None) -> bool:
    """Whether the first is earlier than the second, as far as both tell."""
    known = min(len(one or ""), len(other or ""))
    return bool(one and other) and str(one)[:known] < str(other)[:known]


def overtaken(older: str | None, newer: str | None) -> bool:
    """Whether the second is later than the first by more than a year, on whichever days of them they lie."""
    try:
        return (_first(newer or "") - _last(older or "")).days > 365
    except ValueError:
        return False


def _first(stated: str) -> date:
    return date.fromisoformat((stated + "-01-01")[:10])


def _last(stated: str) -> date:
    """Of a year its last day, of a month too."""
    whole = _first(stated)
    month = whole.month if len(stated) > 4 else 12
    return whole if len(stated) > 7 else date(whole.year, month, monthrange(whole.year, month)[1])


def day(said: str) -> str:
    """A day that a user names, as YYYY-MM-DD. Raises `UsageError`."""
    try:
        return date.fromisoformat(said.strip()).isoformat()
    except ValueError:
        raise UsageError(f"'{said}' is no date: say it as 2026-03-31.") from None
