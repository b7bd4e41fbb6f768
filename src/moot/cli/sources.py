"""`moot sources`: what a run found, fetched, read and skipped, and why."""

from __future__ import annotations

from typing import Annotated

import typer


def command(
    run: Annotated[str, typer.Argument(help="Id of a run, see `moot runs`.")],
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """The sources of a run, where each is cited, what was not read.

    With title, author, date and licence; and why something was not read.
    """
    from moot.cli.terminal import clean
    from moot.ledger.store import Store
    from moot.report import found

    rows = found.sources(Store.open().record(run))
    if json:
        import json as encoder

        typer.echo(encoder.dumps([row.model_dump(mode="json") for row in rows], indent=2))
        return
    for line in found.lines(rows):
        typer.echo(clean(line))
