"""Dates as sources give them for themselves: YYYY, YYYY-MM or YYYY-MM-DD."""

from __future__ import annotations

from datetime import date

from moot.errors import UsageError


def later(given: str | None, day: str) -> bool:
    """Whether a date is certainly later than a day; a month or year that the day lies in is not."""
    return bool(given and day) and str(given) > day[: len(str(given))]


def day(said: str) -> str:
    """A day that a user names, as YYYY-MM-DD. Raises `UsageError`."""
    try:
        return date.fromisoformat(said.strip()).isoformat()
    except ValueError:
        raise UsageError(f"'{said}' is no date: say it as 2026-03-31.") from None
