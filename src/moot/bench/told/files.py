"""A comparison in a folder: the page, Markdown, JSON, and its two tables as CSV."""

from __future__ import annotations

from pathlib import Path

from moot.bench.told import data, html, markdown
from moot.bench.told.comparison import Comparison
from moot.report import files


def write(comparison: Comparison, folder: Path) -> list[Path]:
    """Returns the paths. Raises `CannotWrite`."""
    texts = {
        "report.html": html.render(comparison),
        "report.md": markdown.render(comparison),
        "report.json": data.as_json(comparison),
        "scores.csv": data.scores(comparison),
        "verdicts.csv": data.verdicts(comparison),
    }
    for name, text in texts.items():
        files.write(folder / name, text.encode(errors="replace"))  # half of a surrogate pair, as JSON may name one
    return [folder / name for name in texts]
