"""The task folders that there are."""

from __future__ import annotations

from pathlib import Path

from moot.bench.suites.terminal.task import TerminalTask, load
from moot.errors import NoSources


def found(folder: Path) -> tuple[Path, ...]:
    """Task folders in a folder, or that folder itself, by name. Raises `NoSources` where there is none."""
    if (folder / "task.toml").is_file():
        return (folder,)
    if not folder.is_dir():
        raise NoSources(f"There is no folder {str(folder)!r} with tasks.")
    folders = tuple(sorted(each.parent for each in folder.glob("*/task.toml")))
    if not folders:
        raise NoSources(f"No folder in {str(folder)!r} has a task.toml.")
    return folders


def own() -> tuple[TerminalTask, ...]:
    """The tasks that come with Moot."""
    return tuple(load(each) for each in found(Path(__file__).parent / "tasks"))
