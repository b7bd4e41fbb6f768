"""The rows of a table of which each is one thing, and what stands over the table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.given.held import captions
from moot.verify.reckoning.given.tables import TOTAL, Grid
from moot.words import Document

_LINES = 2_000
"""Characters on either side of a table in which the next line stands."""
_RULE = lazy_re(r"[\s|:+=-]*[-=][\s|:+=-]*")
_LETTER = lazy_re(r"(?<!\w)[A-Z](?![\w'’])")


def above(grid: Grid, documents: Sequence[Document]) -> str:
    """What stands over the table in its document: title, headings, caption."""
    cell, found = grid.rows[0][0], [grid.heading]
    for each in documents:
        if each.text[cell.span.start : cell.span.end] == cell.text:
            found += [each.source.title, *captions(grid, each.text)]
    return " ".join(found)


def is_whole(grid: Grid, documents: Sequence[Document]) -> bool:
    """False for a part of a long table, of which other rows stand elsewhere."""
    first, last = grid.rows[0][0], grid.rows[-1][-1]
    for each in documents:
        text = each.text
        if text[first.span.start : first.span.end] == first.text:
            before = text[max(0, first.span.start - _LINES) : first.span.start].split("\n")[:-1]
            after = text[last.span.end : last.span.end + _LINES].split("\n")[1:2]
            head = [part.strip(" *_") for part in before[-1].strip("| ").split("|")] if before else []
            begins = not before or _RULE.fullmatch(before[-1]) or head == [each for each in grid.heads if each]
            return bool(begins) and not any("|" in line for line in after)
    return False


@lru_cache(maxsize=256)
def labels(grid: Grid) -> dict[int, frozenset[str]]:
    """The words that name each row of a single thing: no total, and none below it, such as what is left."""
    told = [grid.label(row) for row in range(len(grid.rows))]
    totals = [n for n, label in enumerate(told) if TOTAL.search(label)]
    single = told[: totals[0]] if totals and totals[0] > 1 else told
    return {n: frozenset(words(label)) for n, label in enumerate(single) if label and n not in totals}


def words(text: str) -> list[str]:
    """Stems, and what goes by one capital letter."""
    return [*stems(text), *_LETTER.findall(text)]
