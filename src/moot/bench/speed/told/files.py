"""A measurement in a folder: the page, Markdown, JSON."""

from __future__ import annotations

from pathlib import Path

from moot.bench.speed.running import Speed
from moot.bench.speed.told import data, html, markdown
from moot.report import files


def write(speed: Speed, folder: Path) -> list[Path]:
    """Returns the paths. Raises `CannotWrite`."""
    texts = {"speed.html": html.render(speed), "speed.md": markdown.render(speed), "speed.json": data.as_json(speed)}
    for name, text in texts.items():
        files.write(folder / name, text.encode())
    return [folder / name for name in texts]
