"""What several commands share: the store, durations, and the files of a report."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from moot.errors import CannotWrite, UsageError

if TYPE_CHECKING:
    from moot.ledger.store import Store

FORMATS = ("md", "html", "json", "bundle")
"""What a finished run leaves in its folder."""


def open_store() -> Store:
    from moot.ledger.store import Store, default_path

    return Store.open(default_path())


def seconds(text: str | None) -> float | None:
    """`90`, `90s`, `10m`, `1h` in seconds."""
    if text is None:
        return None
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(s|m|h)?", text.strip())
    if match is None or float(match[1]) == 0:
        raise UsageError(f"'{text}' is no duration: say 90s, 10m or 1h.")
    return float(match[1]) * {"s": 1, "m": 60, "h": 3600}[match[2] or "s"]


def usd(text: str) -> Decimal:
    try:
        amount = Decimal(text.strip().removeprefix("$"))
    except InvalidOperation:
        raise UsageError(f"'{text}' is no amount in USD: say 0.50.") from None
    if not amount.is_finite() or amount < 0:
        raise UsageError(f"'{text}' is no budget: say an amount of 0 USD or more.")
    return amount


def writable(folder: Path) -> Path:
    """The folder, made if need be and tried out, so that no money is spent on a report that cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".moot-probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise CannotWrite(f"Cannot write to {folder}: {error.strerror or error}. Choose another --out.") from None
    return folder


def write_reports(store: Store, run: str, folder: Path) -> list[Path]:
    """Every format of the report, in `folder`."""
    from moot.report.formats import export

    record = store.record(run)
    return [export(record, to, folder) for to in FORMATS]
