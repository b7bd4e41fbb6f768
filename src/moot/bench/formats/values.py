"""Values of hostile result files, made ours: scores, counts, times, money."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from moot.bench.results import Results

OUTSIDE = "score outside 0 to 1"
"""How the error of a trial begins whose score is none that can be averaged."""
NO_SCORE = "no score"
_WORDS = {
    **dict.fromkeys(("true", "yes", "pass", "passed", "success", "resolved", "solved", "correct", "c"), 1.0),
    **dict.fromkeys(
        ("false", "no", "fail", "failed", "failure", "unresolved", "unsolved", "incorrect", "wrong", "i"), 0.0
    ),
    "n": 0.0,
    "partial": 0.5,
    "p": 0.5,
}
_LONGEST = 200


def score(value: object, whole: float = 1.0) -> tuple[float | None, str]:
    """A score of 0 to 1 and, where there is none, why; `whole` is the figure that means 1.

    Words are those of inspect_ai (`C`, `I`, `P`, `N`, yes, no) and the common ones of result tables.
    """
    number = _number(value)
    if number is None:
        return None, NO_SCORE if value is None or value == "" else f"{OUTSIDE}: {text(value)!r}"
    number /= whole
    return (number, "") if 0.0 <= number <= 1.0 else (None, f"{OUTSIDE}: {number:g}")


def _number(value: object) -> float | None:
    if type(value) is bool:
        return float(value)
    if isinstance(value, str):
        word = value.strip().lower()
        if (meant := _WORDS.get(word)) is not None:
            return meant
        percent = word.endswith("%")
        try:
            number = float(word.rstrip("%"))
        except ValueError:
            return None
        value = number / 100 if percent else number
    if isinstance(value, (int, float)):
        try:
            return float(value) if math.isfinite(value) else None
        except OverflowError:
            return None
    return None


def share(value: object) -> float | None:
    """A figure of 0 to 1, else None."""
    return score(value)[0] if isinstance(value, (int, float)) else None


def number(value: object) -> float | None:
    """A finite figure of 0 or more, else None."""
    if value is None or value == "":
        return None
    found = _number(value)
    return found if found is not None and found >= 0 else None


def count(value: object) -> int | None:
    if type(value) is int:
        return value if value >= 0 else None
    found = number(value)
    return int(found) if found is not None and found == int(found) else None


def money(value: object) -> Decimal | None:
    """USD, 0 or more, else None."""
    if value is None or value == "":
        return None
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        return None
    return found if found.is_finite() and found >= 0 else None


def text(value: object) -> str:
    """Of an id, name or reason: one line of bounded length; "" of None."""
    if type(value) is str and len(value) <= _LONGEST and value.isprintable() and " " not in value:
        return value
    return "" if value is None else " ".join(str(value)[: 2 * _LONGEST].split())[:_LONGEST]


def mapping(value: object) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", value) if isinstance(value, dict) else {}


def listed(value: object) -> Sequence[Any]:
    return cast("Sequence[Any]", value) if isinstance(value, list) else ()


def seconds(start: object, end: object) -> float | None:
    """Between two ISO times; None where one is missing."""
    try:
        begun, ended = datetime.fromisoformat(str(start)), datetime.fromisoformat(str(end))
        return max((ended - begun).total_seconds(), 0.0)
    except (ValueError, TypeError):
        return None


def told(**settings: object) -> dict[str, str]:
    """Settings that say something, `_` of their names as spaces."""
    return {name.replace("_", " "): text(value) for name, value in settings.items() if value not in (None, "", {}, [])}


def joined(runs: Sequence[Results]) -> Results:
    """Several runs of one contestant as one: their trials are repeats, their headline is the mean over trials."""
    if len(runs) == 1:
        return runs[0]
    trials = [
        replace(trial, repeat=trial.repeat + before)
        for run, before in zip(runs, _before(runs), strict=True)
        for trial in run.trials
    ]
    stated = [(run.stated, len(run.trials)) for run in runs if run.stated is not None]
    keys = dict.fromkeys(key for run in runs for key in run.settings)
    return replace(
        runs[0],
        trials=tuple(trials),
        origin=f"{runs[0].origin} and {len(runs) - 1} more",
        stated=sum(s * n for s, n in stated) / sum(n for _, n in stated) if len(stated) == len(runs) else None,
        tasks_stated=_largest(run.tasks_stated for run in runs),
        trials_stated=sum(run.trials_stated or len(run.trials) for run in runs)
        if any(run.trials_stated for run in runs)
        else None,
        best_of=max(run.best_of for run in runs),
        settings={key: " / ".join(dict.fromkeys(run.settings.get(key, "not said") for run in runs)) for key in keys},
    )


def _before(runs: Sequence[Results]) -> list[int]:
    offsets, total = list[int](), 0
    for run in runs:
        offsets.append(total)
        total += max((trial.repeat for trial in run.trials), default=0)
    return offsets


def _largest(found: Iterable[int | None]) -> int | None:
    return max((each for each in found if each is not None), default=None)
