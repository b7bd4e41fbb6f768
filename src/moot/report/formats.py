"""The formats that a report can be exported to, registered under the entry point group `moot.formats`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from moot.errors import UsageError
from moot.ledger.record import Record
from moot.models import recorded
from moot.plugins import load, registered
from moot.report import bundle, html, json, markdown
from moot.report.files import write
from moot.report.shape import Report


@dataclass(frozen=True)
class Format:
    """One way to write a report down."""

    suffix: str
    """With its dot."""
    render: Callable[[Report, Record], bytes]
    """Pure: the same report and record give the same bytes."""
    styled: Callable[[Report, Record, str], bytes] | None = None
    """The same with its list of sources in a citation style, named last; None for a format that takes none.

    Raises `UsageError` for a style that there is not.
    """


def _markdown(report: Report, record: Record, style: str) -> bytes:
    from moot.report.handed.style import references

    lines = references(report, style)
    told = {number: "".join(span.text for span in line).removesuffix(".") for number, line in lines.items()}
    return markdown.render(report, told).encode()


MARKDOWN = Format(".md", lambda report, record: markdown.render(report).encode(), _markdown)
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
    return cast(Format, load("formats", name, "format"))


def render(report: Report, record: Record, to: str, style: str | None = None) -> bytes:
    """The report of `record` in the format named. `style`: a citation style for its list of sources.

    Raises `UsageError` and `NotInstalled`.
    """
    format = find(to)
    return format.render(report, record) if style is None else _styled(to, format)(report, record, style)


def put(report: Report, record: Record, to: str, path: Path, style: str | None = None) -> Path:
    """Write what `render` returns to `path`; a folder gets `report` with the format's suffix.

    Returns the file's path. Raises as `render` does, and `CannotWrite`.
    """
    target = path / f"report{find(to).suffix}" if path.is_dir() else path
    write(target, render(report, record, to, style))
    return target


def _styled(to: str, format: Format) -> Callable[[Report, Record, str], bytes]:
    if format.styled is None:
        able = ", ".join(name for name in names() if find(name).styled is not None)
        raise UsageError(f"{to} has no list of sources for a citation style: --style works with {able}.")
    return format.styled
