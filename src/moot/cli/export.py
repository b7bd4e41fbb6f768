"""`moot export`: a run's report in one format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    run: Annotated[str, typer.Argument(help="Id of a run, see `moot runs`.")],
    to: Annotated[str, typer.Option("--to", help="md, html, docx, pdf, json, bib, csl, bundle or recording.")],
    out: Annotated[Path, typer.Option(metavar="DIR|FILE", help="A file ends as the format does.")] = Path(),
    style: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Citation style of the list of sources, as apa or ieee, for md, docx, pdf; needs moot[pdf].",
        ),
    ] = None,
) -> None:
    """Write the report of a run in one format.

    To read (md, html), to hand on (docx, pdf, its sources as bib or csl), or as data.
    """
    from moot.cli.reports import require_writable
    from moot.ledger.store import Store
    from moot.report.formats import export, find

    target = _target(out, to, find(to).suffix)
    require_writable(target.parent)
    typer.echo(export(Store.open().record(run), to, target, style))


def _target(out: Path, to: str, suffix: str) -> Path:
    """The file to write: `out` where it ends as the format does or is called, else one in that folder.

    Raises `UsageError` for what ends as another format does: nobody means a folder called `report.pdf`.
    """
    from moot.errors import UsageError
    from moot.report.formats import names

    if out.is_dir():
        return out / f"report{suffix}"
    if out.name.endswith((suffix, f".{to}")) or (out.suffix and suffix.endswith(out.suffix)):
        return out
    if out.suffix.removeprefix(".") in names():
        raise UsageError(f"{out} ends as another format does: with --to {to} a file ends in {suffix}.")
    return out / f"report{suffix}"
