"""A measurement as Markdown."""

from __future__ import annotations

from moot.bench.speed.running import Speed
from moot.bench.speed.told import wording
from moot.bench.told.markdown import table
from moot.report.markdown import escape


def render(speed: Speed) -> str:
    notes = [(wording.load(cell.cell), note) for cell in speed.cells for note in wording.notes(cell)]
    parts = [f"# {wording.TITLE}", table(wording.HEADS, [wording.row(cell) for cell in speed.cells])]
    parts += ["\n".join(f"- **{escape(load)}**: {escape(note)}" for load, note in notes)] if notes else []
    parts += ["\n".join(f"- {escape(aside)}" for aside in wording.asides(speed))]
    parts += ["## How to read this", "\n".join(f"- **{term}**: {meaning}" for term, meaning in wording.how(speed))]
    return "\n\n".join(parts) + "\n"
