"""A comparison for machines: JSON of all of it, CSV of its two tables."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from math import isnan
from typing import Any

from moot.bench.told.comparison import Comparison

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(comparison: Comparison) -> str:
    return json.dumps(plain(asdict(comparison)), indent=2, ensure_ascii=False) + "\n"


def scores(comparison: Comparison) -> str:
    """CSV: one row a contestant and benchmark."""
    head = (
        *("benchmark", "contestant", "score", "low", "high", "tasks", "trials", "errors"),
        *("usd", "usd_solved", "seconds", "seconds_solved", "tokens_second"),
    )
    rows = [
        (
            *(each.benchmark, each.contestant, each.share.score, each.share.low, each.share.high, each.share.tasks),
            *(each.trials, each.errors, each.usd, each.usd_solved, each.seconds, each.seconds_solved),
            each.tokens_second,
        )
        for each in comparison.lines
    ]
    return _csv(head, rows)


def verdicts(comparison: Comparison) -> str:
    """CSV: one row a pair and benchmark."""
    head = (
        *("a", "b", "benchmark", "outcome", "score_a", "score_b", "difference", "low", "high"),
        *("p", "adjusted", "odds", "tasks", "needed"),
    )
    rows = [
        (
            *(pair.a, pair.b, each.row, each.outcome, each.a, each.b, each.difference, each.low, each.high),
            *(each.p, each.adjusted, each.odds, each.tasks, each.needed),
        )
        for pair in comparison.pairs
        for each in pair.verdicts
    ]
    return _csv(head, rows)


def _csv(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: object) -> object:
    """No name that a spreadsheet would run as a formula."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, Decimal):
        return _amount(value)
    if isinstance(value, float):
        return "" if isnan(value) else round(value, 6)
    return "" if value is None else value


def _amount(value: Decimal) -> str:
    """To a billionth, without an exponent: `0`, not `0E+1`."""
    return f"{float(value):.9f}".rstrip("0").rstrip(".")


def plain(value: Any) -> Any:
    """As JSON has it: amounts as text, numbers to six decimals, what is no number as null."""
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, Decimal):
        return _amount(value)
    if isinstance(value, float):
        return None if isnan(value) else round(value, 6)
    return value
