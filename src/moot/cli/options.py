"""Options of several commands, and what they give: lists, times and money as they are written on a command line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from moot.errors import UsageError

Model = Annotated[str | None, typer.Option(metavar="MODEL", help="provider:name; see `moot models`.")]
More = Annotated[
    list[str] | None, typer.Argument(metavar="PATH|URL", help="More sources, as in --sources notes/ specs.pdf.")
]
Price = Annotated[str | None, typer.Option(metavar="IN/OUT", help="USD per million tokens, where unknown.")]
Retention = Annotated[
    bool, typer.Option("--allow-retention", help="Local files may go to endpoints that keep prompts.")
]
Verifier = Annotated[
    list[str] | None,
    typer.Option(metavar="PATH|NAME", help="A published verifier that votes too; see docs/VERIFIERS.md."),
]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", help="For the reports, made if need be; default moot-RUN.")
]
OutAgain = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="For the reports, made if need be; default: where the run put them."),
]
ReportJson = Annotated[bool, typer.Option("--json", help="The report as JSON on standard output.")]


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


def seconds(option: str, text: str | None) -> float | None:
    """`90`, `90s`, `10m`, `1h` in seconds. Raises `UsageError`, which names the option."""
    from moot.models import duration

    try:
        return None if text is None else duration.seconds(text)
    except UsageError as error:
        raise UsageError(f"{option}: {error}") from None


def usd(text: str) -> Decimal:
    """The amount that a text names. Raises `UsageError`."""
    from moot.models import money

    return money.usd(text)
