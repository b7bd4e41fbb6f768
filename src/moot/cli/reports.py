"""Where the reports of a run go: a folder made for them only, known to be writable before money is spent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from moot.errors import CannotWrite

if TYPE_CHECKING:
    from moot.ledger.record import Record
    from moot.report.shape import Report

FORMATS = ("md", "html", "json", "bundle")
"""What a finished run leaves in its folder."""


def folder(record: Record) -> Path:
    """Where the reports of a run belong that is taken up again."""
    return Path(record.options.get("out") or f"moot-{record.run}")


def writable(folder: Path) -> Path:
    """The folder, made if need be and tried out. Raises `CannotWrite`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _probe(folder)
    except OSError as error:
        raise _refused(folder, error) from None
    return folder


def require_writable(folder: Path) -> None:
    """Try out where the folder would be made, so that no money is spent on a report that cannot be written.

    Raises `CannotWrite`.
    """
    try:
        _probe(next(each for each in (folder, *folder.absolute().parents) if each.exists()))
    except OSError as error:
        raise _refused(folder, error) from None


def write(report: Report, record: Record, folder: Path) -> list[Path]:
    """Every format of the report, in `folder`, which is made if need be. Raises `CannotWrite`."""
    from moot.report.formats import put

    try:
        writable(folder)
        return [put(report, record, to, folder) for to in FORMATS]
    except CannotWrite as error:
        again = f"`moot export {record.run} --to md --out DIR` writes it again."
        raise CannotWrite(f"{error} The run is kept: {again}") from None


def _probe(folder: Path) -> None:
    import tempfile

    with tempfile.TemporaryFile(dir=folder):  # of a name that nothing else has
        pass


def _refused(folder: Path, error: OSError) -> CannotWrite:
    return CannotWrite(f"Cannot write to {folder}: {error.strerror or error}. Choose another --out.")
