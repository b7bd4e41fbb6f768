"""What several commands share: the store, durations, what may reach a terminal, and the files of a report."""

from __future__ import annotations

import sys
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from moot.errors import CannotWrite, MootError, UsageError

if TYPE_CHECKING:
    from moot.ledger.kept import Kept
    from moot.ledger.record import Record
    from moot.ledger.store import Store
    from moot.report.shape import Report

FORMATS = ("md", "html", "json", "bundle")
"""What a finished run leaves in its folder."""


class Interrupted(MootError):
    """The user stopped a run; the message says how to go on with it."""

    exit_code = 130


def clean(text: str) -> str:
    """The text on one line, without what is not printable: models, vendors and sources may send a terminal orders."""
    return "".join(char if char.isprintable() else " " if char.isspace() else "" for char in text)


def attended() -> bool:
    """Whether somebody sits at a terminal, to read a question and answer it."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def open_store() -> Store:
    from moot.ledger.store import Store, default_path

    return Store.open(default_path())


def listed(option: str, text: str | None) -> tuple[str, ...]:
    """`a, b` as its parts. Raises `UsageError` where it is given without any: an unset variable must open nothing."""
    found = tuple(part for each in (text or "").split(",") if (part := each.strip()))
    if text is not None and not found:
        raise UsageError(f"{option} is empty: name at least one, or leave the option out.")
    return found


def given(option: str, text: str | None) -> str:
    """The text, or "" where the option is left out. Raises `UsageError` where it is given and empty."""
    if text is not None and not text.strip():
        raise UsageError(f"{option} is empty: say it, or leave the option out.")
    return text or ""


def seconds(text: str | None) -> float | None:
    """`90`, `90s`, `10m`, `1h` in seconds."""
    from moot.models import duration

    return None if text is None else duration.seconds(text)


def usd(text: str) -> Decimal:
    try:
        amount = Decimal(text.strip().removeprefix("$"))
    except InvalidOperation:
        raise UsageError(f"'{text}' is no amount in USD: say 0.50.") from None
    if not amount.is_finite() or amount < 0:
        raise UsageError(f"'{text}' is no budget: say an amount of 0 USD or more.")
    return amount


def folder(record: Record) -> Path:
    """Where the reports of a run belong that is taken up again."""
    return Path(record.options.get("out") or f"moot-{record.run}")


def writable(folder: Path) -> Path:
    """The folder, made if need be and tried out."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _probe(folder)
    except OSError as error:
        raise _refused(folder, error) from None
    return folder


def require_writable(folder: Path) -> None:
    """Try out where the folder would be made, so that no money is spent on a report that cannot be written."""
    try:
        _probe(next(each for each in (folder, *folder.absolute().parents) if each.exists()))
    except OSError as error:
        raise _refused(folder, error) from None


def kept(run: str, failed: Kept) -> str:
    """That failures of an earlier time were told, not asked again, and how they are."""
    from moot.run import asking_again
    from moot.text.counted import counted

    what = counted(len(failed.places), "call")
    again = asking_again(run, failed)
    return f"Nothing was asked again of the {what} that had failed before: `{again}` does."


def _probe(folder: Path) -> None:
    import tempfile

    with tempfile.TemporaryFile(dir=folder):  # of a name that nothing else has
        pass


def _refused(folder: Path, error: OSError) -> CannotWrite:
    return CannotWrite(f"Cannot write to {folder}: {error.strerror or error}. Choose another --out.")


def write_reports(report: Report, record: Record, folder: Path) -> list[Path]:
    """Every format of the report, in `folder`, which is made if need be."""
    from moot.report.formats import put

    try:
        writable(folder)
        return [put(report, record, to, folder) for to in FORMATS]
    except CannotWrite as error:
        again = f"`moot export {record.run} --to md --out DIR` writes it again."
        raise CannotWrite(f"{error} The run is kept: {again}") from None
