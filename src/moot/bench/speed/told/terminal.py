"""A measurement in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from moot.bench.speed.measured import Measured
from moot.bench.speed.running import Speed
from moot.bench.speed.told import wording
from moot.bench.told.terminal import opened
from moot.text.visible import line as one_line

if TYPE_CHECKING:
    from rich.console import Console


def show(speed: Speed) -> None:
    """Prints it."""
    console = opened()
    for model, cells in wording.by_model(speed).items():
        _table(console, model, cells)
    for cell in speed.cells:
        for note in wording.notes(cell):
            console.print(one_line(f"{wording.load(cell.cell)}: {note}"))
    for aside in wording.asides(speed):
        console.print(one_line(aside))
    console.print()
    for term, meaning in wording.how(speed):
        console.print(f"{term}: {meaning}", style="dim")


def _table(console: Console, model: str, cells: Sequence[Measured]) -> None:
    """Of one model: where the terminal is narrow an interval stands below its figure, and no digit is left out."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    rows = [wording.row(cell)[1:] for cell in cells]
    columns = list(zip(wording.HEADS[1:], *rows, strict=True))
    words = [max(len(word) for text in column for word in text.split()) for column in columns]
    for gap, widths in ((2, [max(map(len, column)) for column in columns]), (2, words), (1, words)):
        if sum(widths) + gap * len(widths) < console.width:
            break
    title = Text(one_line(model))
    found = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, gap - 1, 0, 0))
    for head, width in zip(wording.HEADS[1:], widths, strict=True):
        found.add_column(head, justify="right", overflow="fold", width=width)
    for row in rows:
        found.add_row(*map(Text, row))
    console.print(found)
