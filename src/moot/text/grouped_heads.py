"""Heads of two lines: the first names groups of columns, the second the columns of each, "Buses | | Staff |" above
"2022 | 2023 | 2022 | 2023"; or the second gives the units.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.text.heads import is_measure
from moot.text.lazy import lazy_re

_FIGURE = lazy_re(r"(?!(?:1[5-9]|20)\d\d(?:[/–-]\d{2,4})?$)[-+−(~<>≈]?[^\w\s]?\d[\d.,\s]*\S{0,3}(?:\s\S{1,3})?")
"""A cell that is a value: no year."""


def joined(above: Sequence[str], below: Sequence[str], *, sure: bool = False) -> list[str] | None:
    """The heads of the columns, each with its group's; None where the second line is no head, but a row with values.

    A group goes on over the cells behind it that are empty or say the same. `sure`: both lines are heads.
    """
    if len(above) != len(below) or sum(map(bool, below)) < 2:
        return None
    if not below[0] and all(not cell or is_measure(cell.strip("()[]")) for cell in below):
        return [
            f"{head} ({unit.strip('()[]')})".strip() if unit else head for head, unit in zip(above, below, strict=True)
        ]
    groups = _groups(above, below)
    grouped = any(group and group in (groups[n - 1], above[n - 1]) for n, group in enumerate(groups) if n)
    own = [n for n, cell in enumerate(below) if cell and above[n] and not _in_group(groups, n)]
    if not sure and (not grouped or below[0] or own or any(_FIGURE.fullmatch(cell) for cell in below)):
        return None
    return [" ".join(dict.fromkeys(filter(None, pair))) for pair in zip(groups, below, strict=True)]


def _groups(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """What stands above each column."""
    found: list[str] = []
    for n, cell in enumerate(above):
        goes_on = n > 1 and not cell and bool(below[n]) and bool(below[n - 1])
        found.append(found[-1] if goes_on else cell)
    return found


def _in_group(groups: Sequence[str], column: int) -> bool:
    return groups[column] in (*groups[max(0, column - 1) : column], *groups[column + 1 : column + 2])
