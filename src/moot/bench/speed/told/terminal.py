"""A measurement in a terminal."""

from __future__ import annotations

from moot.bench.speed.running import Speed
from moot.bench.speed.told import wording
from moot.bench.told.terminal import opened, table
from moot.report.safe import line as one_line


def show(speed: Speed) -> None:
    """Prints it."""
    console = opened()
    table(console, wording.TITLE, wording.HEADS, [wording.row(cell) for cell in speed.cells])
    for cell in speed.cells:
        for note in wording.notes(cell):
            console.print(one_line(f"{wording.load(cell.cell)}: {note}"))
    for aside in wording.asides(speed):
        console.print(one_line(aside))
    console.print()
    for term, meaning in wording.how(speed):
        console.print(f"{term}: {meaning}", style="dim")
