"""The formats that a report can be exported to, registered under the entry point group `moot.formats`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from moot.errors import UsageError
from moot.ledger.record import Record
from moot.models import recorded
from moot.plugins import registered
from moot.report import bundle, html, json, markdown
from moot.report.document import build
from moot.report.files import write
from moot.report.shape import Report


@dataclass(frozen=True)
class Format:
    """One way to write a report down."""

    suffix: str
    """With its dot."""
    render: Callable[[Report, Record], bytes]
    """Pure: the same report and record give the same bytes."""


MARKDOWN = Format(".md", lambda report, record: markdown.render(report).encode())
HTML = Format(".html", lambda report, record: html.render(report).encode())
JSON = Format(".json", lambda report, record: json.render(report).encode())
BUNDLE = Format(bundle.SUFFIX, bundle.pack)
RECORDING = Format(".jsonl", lambda report, record: recorded.write(record).encode())
"""The answers of the language models, for `recorded:FILE`."""


def names() -> list[str]:
    """The registered formats, in order of their names."""
    return list(registered("formats"))


def find(name: str) -> Format:
    """The format of that name. Raises `UsageError`."""
    point = registered("formats").get(name)
    if point is not None:
        return cast(Format, point.load())
    raise UsageError(f"There is no format {name!r}; there are {', '.join(names())}.")


def export(record: Record, to: str, path: Path) -> Path:
    """Write the report of `record` in the format named; a folder gets `report` with the format's suffix.

    Returns the file's path. Raises `UsageError` and `CannotWrite`.
    """
    format = find(to)
    target = path / f"report{format.suffix}" if path.is_dir() else path
    write(target, format.render(build(record), record))
    return target
