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

    suffix = find(to).suffix
    named = out.name.endswith(suffix) and not out.is_dir()
    target = out if named else out / f"report{suffix}"
    require_writable(target.parent)
    typer.echo(export(Store.open().record(run), to, target, style))
