"""Whether the first row of a table is an entry like the others, so that it names no columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from moot.text.lazy import lazy_re

_FIGURE = lazy_re(
    r"[-–−+±<>~≈(]{0,2}\s?(?:[^\W\d_]{0,2}[$€£¥]\s?|(?:[A-Z]{3}|kr|Kr|Fr|Rs|zł)\s)?\d[\d.,'’\s\xa0\u202f]{0,20}"
    r"(?:[%‰€$£¥)]|\s(?:[^\W\d_]{1,3}[²³]?|[°€$£¥]))?\)?"
)
"""With a currency or a short unit; "Q1" and "1st" are names."""
_NUMBER = lazy_re(r"(\d{1,6}(?:[.,]\d{1,3})?)(\D*)")
_YEAR = lazy_re(r"(?:1[5-9]|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?")
_GROUPED = lazy_re(r"(?<=\d)(?<!(?<!\d)0)[.,'’\s\xa0\u202f](?=\d{3}(?!\d))")
_DIGITS = lazy_re(r"\d+|[\s\xa0\u202f]")
_OF_COLUMN = lazy_re(
    r"(?:(?:bus|tram|train|shoe|model|serial|school|house|item) )?"
    r"(?:routes?|lines?|sizes?|years?|no\.?|nr\.?|n[°º]|num(?:ber|éro)?|número|numero|nummer|class(?:es)?|rooms?|weeks?|months?|"
    r"days?|dates?|quarters?|hours?|ages?|grades?|levels?|stages?|steps?|rounds?|lots?|zones?|distances?|depths?|heights?|"
    r"lengths?|widths?|weights?|temperatures?|doses?|models?|versions?|gates?|platforms?|seasons?|periods?|prices?|tariffs?|linien?|größen?|"
    r"jahre?|klassen?|wochen?|monate?|tage?|stufen?|lignes?|tailles?|années?|líneas?|tallas?|años?|linea|taglia|anno)"
    r"(?:\s?[\[(][^\])]{0,20}[\])])?:?",
    re.IGNORECASE,
)
"""What numbers name: a first cell that says so is the head of its column."""
_MOST = 0.66
"""Share of the cells of a column that are figures, from which on it is one of figures."""
_LEAST = 3
"""Rows, the first among them."""


def is_headless(rows: Sequence[Sequence[str]]) -> bool:
    """Of rows of one length. Where nothing tells, the first is the head.

    It is none where it has figures over figures, of which one tells that it is none of the names that numbers are (of
    a route, a size, a year): it has a unit, a currency or a fraction as those below it have, or is of many digits in
    groups, or begins its row.
    """
    if len(rows) < _LEAST or len(rows[0]) < 2:
        return False
    first, *others = ([cell.strip() for cell in row] for row in rows)
    if not first[0] or first in others:
        return False
    counted = [n for n in range(len(first)) if _is_of_figures([row[n] for row in others])]
    if any(first[n] and not _FIGURE.fullmatch(first[n]) for n in counted):
        return False
    of_figures = sum(bool(first[n]) for n in counted) > _MOST * len(counted)
    return of_figures and _is_entry(first, others, counted) and not _are_names(first, others, counted)


def _is_of_figures(column: Sequence[str]) -> bool:
    filled = [cell for cell in column if cell]
    return len(filled) > 1 and sum(bool(_FIGURE.fullmatch(cell)) for cell in filled) > _MOST * len(filled)


def _is_entry(first: Sequence[str], others: Sequence[Sequence[str]], counted: Sequence[int]) -> bool:
    if _OF_COLUMN.fullmatch(first[0]):
        return False
    if counted[0] == 0:
        return True
    for n in counted:
        below = [_marks(row[n]) for row in others if row[n]]
        marks = _marks(first[n])
        if _GROUPED.search(first[n]) or (marks and below.count(marks) > _MOST * len(below)):
            return True
    return False


def _marks(figure: str) -> str:
    """What stands with its digits: currency, unit, sign of a fraction."""
    return _DIGITS.sub("", _GROUPED.sub("", figure)).lstrip("-–−+±<>~≈")


def _are_names(first: Sequence[str], others: Sequence[Sequence[str]], counted: Sequence[int]) -> bool:
    """Whether figures name the columns below them."""
    for n in counted:
        if _YEAR.fullmatch(first[n]) and not all(_YEAR.fullmatch(row[n]) for row in others if row[n]):
            return True
    told = [_NUMBER.fullmatch(first[n]) for n in counted if first[n]]
    numbers = [float(each[1].replace(",", ".")) for each in told if each]
    if len(numbers) < len(told) or len({each[2] for each in told if each}) > 1:
        return False
    goes_up = all(one < other for one, other in pairwise(numbers))
    return goes_up and len(told) > (1 if all(each[1].isdigit() for each in told if each) else 2)
