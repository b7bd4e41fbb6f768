"""`moot export`: a run's report in one format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    run: Annotated[str, typer.Argument(help="Id of a run, see `moot runs`.")],
    to: Annotated[str, typer.Option("--to", help="md, html, docx, pdf, json, bib, csl, bundle or recording.")],
    out: Annotated[Path, typer.Option(metavar="DIR")] = Path(),
    style: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Citation style of the list of sources, as apa or ieee: md, docx, pdf."),
    ] = None,
) -> None:
    """Write the report of a run: to read (md, html), to hand on (docx, pdf, its sources as bib or csl), or as data."""
    from moot.cli.parts import open_store, writable
    from moot.report.formats import export

    typer.echo(export(open_store().record(run), to, writable(out), style))
