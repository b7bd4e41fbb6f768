"""The figures of a chart in a file of Office: they are stored with it, as a table."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from moot.evidence.media import number_format, tabular

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_MOST = 2_000
"""Points of one series."""


def text(root: Any) -> str:
    """A row for each category, a column for each series; empty where no figures are stored."""
    series = list(root.iter(f"{_C}ser"))
    columns: list[dict[int, str]] = []
    names: list[str] = []
    labels: dict[int, str] = {}
    for each in series[:50]:
        columns.append(_points(each.find(f"{_C}val"), each.find(f"{_C}yVal")))
        names.append(" ".join(each.findtext(f"{_C}tx//{_C}v", "").split()))
        labels = labels or _points(each.find(f"{_C}cat"), each.find(f"{_C}xVal"))
    ranks = sorted({rank for column in columns for rank in column})
    if not ranks:
        return ""
    title = " ".join("".join(root.xpath(".//*[local-name()='title']//*[local-name()='t']/text()")).split())
    rows = [["", *names], *([labels.get(rank, ""), *(column.get(rank, "") for column in columns)] for rank in ranks)]
    words = tabular.table(rows)
    return f"{title}\n\n{words}" if title else words


def _points(*places: Any) -> dict[int, str]:
    found: dict[int, str] = {}
    for place in places:
        for point in place.iter(f"{_C}pt") if place is not None else ():
            rank = str(point.get("idx") or "")
            if rank.isdecimal() and len(found) < _MOST:
                found[int(rank)] = _plain(point.findtext(f"{_C}v", ""))
    return found


def _plain(stored: str) -> str:
    try:
        value = Decimal(stored)
    except InvalidOperation:
        return " ".join(stored.split())
    return number_format.general(value) if value.is_finite() else stored
