"""A comparison in a terminal."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from moot.bench.told import wording
from moot.bench.told.comparison import Comparison
from moot.text.visible import line as one_line

if TYPE_CHECKING:
    from rich.console import Console

_WIDE = 1000

_SHOWN, _ALWAYS = (0, 1, 2, 3, 4, 6, 8, 9), range(5)
"""Of `wording.HEADS`: a terminal is narrow, and what nobody counted leaves its room to names."""


def show(comparison: Comparison) -> None:
    """Prints it: tables as wide as the terminal, plain where there is none."""
    console = opened()
    for pair in comparison.pairs:
        rows = [
            [
                each.row,
                wording.percent(each.a),
                wording.percent(each.b),
                wording.difference(each),
                wording.outcome(each, pair.a, pair.b),
            ]
            for each in pair.verdicts
        ]
        if rows:
            table(console, f"{pair.a} (A) v {pair.b} (B)", ["", "A", "B", "Difference (95 %)", "Verdict"], rows)
        for each in pair.verdicts:
            for note in wording.notes(each, pair.a, pair.b):
                console.print(one_line(f"{each.row}: {note}"), style="dim")
        for note in wording.unscored(pair):
            console.print(one_line(note), style="dim")
        console.print(one_line(pair.sentence), end="\n\n")
    for line in wording.unpaired(comparison):
        console.print(one_line(line), end="\n\n")
    for told in comparison.gains:
        console.print(one_line(f"{told.panel} and its members on {told.benchmark}"), style="italic")
        for line in wording.gain(told):
            console.print(one_line(line))
        console.print()
    for name in comparison.benchmarks:
        rows = [wording.cells(line) for line in comparison.of(name)]
        told = [at for at in _SHOWN if at in _ALWAYS or any(row[at] != "–" for row in rows)]
        table(console, name, [wording.HEADS[at] for at in told], [[row[at] for at in told] for row in rows])
        for note in wording.beside(comparison.of(name)):
            console.print(one_line(f"{name}: {note}"), style="dim")


def opened() -> Console:
    """Where a table goes: as wide as the terminal, or as `COLUMNS` says; a file or a pipe folds nothing."""
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _WIDE
    return console


def table(console: Console, title: str, head: Iterable[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table to a `rich` console, whatever its cells hold."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    found = Table(
        title=Text(one_line(title)), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True
    )
    for at, each in enumerate(head):
        words = at == 0 or each == "Verdict"
        justify = "left" if words else "right"
        found.add_column(
            Text(one_line(each)), justify=justify, overflow="fold", no_wrap=not words, min_width=12 if words else None
        )
    for row in rows:
        found.add_row(*(Text(one_line(cell)) for cell in row))
    console.print(found)
