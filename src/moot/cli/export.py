"""`moot export`: a run's report in one format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    run: Annotated[str, typer.Argument(help="Id of a run, see `moot runs`.")],
    to: Annotated[str, typer.Option("--to", help="md, html, json, bundle or recording.")],
    out: Annotated[Path, typer.Option(metavar="DIR")] = Path(),
) -> None:
    """Write the report of a run as Markdown, HTML, JSON, a bundle that anyone can verify, or a recording."""
    from moot.cli.parts import open_store, writable
    from moot.report.formats import export

    typer.echo(export(open_store().record(run), to, writable(out)))
