"""A row as it is typed: `Repairs:500:78.8:80.8`, `Shell tasks:89x5:61.6:59.3`, `speed:-:158:52`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from moot.errors import UsageError
from moot.text.lazy import lazy_re

_FORM = 'say it as "NAME:TASKS:A:B", such as "Repairs:500:78.8:80.8"'
_UNKNOWN = ("", "-", "–", "—", "?")
_WHOLE = r"\d{1,3}(?:[,.'’\s]\d{3})+|\d+"
_TASKS = lazy_re(rf"({_WHOLE})(?:\s*[x×*]\s*(\d+))?", re.IGNORECASE)
_SCORE = lazy_re(r"[-+−]?\d{1,12}(?:[.,]\d{1,9})?")
_MOST_ROWS, _MOST_TASKS, _MOST_REPEATS, _LONGEST = 200, 10_000_000, 1_000, 200


@dataclass(frozen=True, slots=True)
class Row:
    """One benchmark. `a` and `b` are in percent, with the decimals in which they were given."""

    name: str
    a: Decimal
    b: Decimal
    tasks: int | None
    """None: nobody says. Then `a` and `b` may be in any unit."""
    repeats: int | None = None
    """Trials a task; None where nobody says."""


def parse_all(texts: Sequence[str]) -> tuple[Row, ...]:
    """Raises `UsageError` for a row that cannot be read, a name that comes twice, or no rows."""
    if not texts:
        raise UsageError(f"There are no rows: give each as --row, and {_FORM}.")
    if len(texts) > _MOST_ROWS:
        raise UsageError(f"There are {len(texts)} rows, and at most {_MOST_ROWS} are compared at once.")
    rows = tuple(parse(text) for text in texts)
    seen: set[str] = set()
    for row in rows:
        if row.name.casefold() in seen:
            raise UsageError(f"The row '{row.name}' is there twice: give one of them, or name them apart.")
        seen.add(row.name.casefold())
    return rows


def parse(text: str) -> Row:
    """Raises `UsageError`. The name may hold colons; a comma may stand for the decimal point, % after a score."""
    parts = [part.strip() for part in text.rsplit(":", 3)]
    shown = f"The row '{_short(text)}'"
    if len(parts) < 4:
        raise UsageError(f"{shown} has {len(parts)} of 4 parts: {_FORM}.")
    name = " ".join(parts[0].split())
    if not name or len(name) > _LONGEST:
        raise UsageError(f"{shown} has {'no name' if not name else 'a name that is too long'}: {_FORM}.")
    tasks, repeats = _size(parts[1], shown)
    a, b = (_score(part, shown) for part in parts[2:])
    if tasks is not None:
        for score in (a, b):
            if not 0 <= score <= 100:
                raise UsageError(
                    f"{shown} has a score of {score}, and scores are percentages from 0 to 100: "
                    "where it is no share of solved tasks, say - for the tasks."
                )
    return Row(name, a, b, tasks, repeats)


def _size(text: str, shown: str) -> tuple[int | None, int | None]:
    if text in _UNKNOWN:
        return None, None
    found = _TASKS.fullmatch(text)
    if found is None:
        raise UsageError(f"{shown} says '{_short(text)}' for the tasks: say a number, 89x5 for five trials each, or -.")
    tasks = int(re.sub(r"\D", "", found[1])[:12])
    repeats = int(found[2][:12]) if found[2] else None
    if not 1 <= tasks <= _MOST_TASKS or not (repeats is None or 1 <= repeats <= _MOST_REPEATS):
        raise UsageError(
            f"{shown} says '{_short(text)}' for the tasks: 1 to {_MOST_TASKS:,} tasks and 1 to {_MOST_REPEATS:,} "
            "trials each can be judged."
        )
    return tasks, repeats


def _score(text: str, shown: str) -> Decimal:
    number = text.removesuffix("%").rstrip()
    if not _SCORE.fullmatch(number):
        raise UsageError(f"{shown} says '{_short(text)}' where a score should be: say a number, such as 61.6.")
    return Decimal(number.replace(",", ".").replace("−", "-"))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
