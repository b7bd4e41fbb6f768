"""`moot sources`: what a run found, fetched, read and skipped, and why."""

from __future__ import annotations

from typing import Annotated

import typer


def command(
    run: Annotated[str, typer.Argument(help="Id of a run, see `moot runs`.")],
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Every source of a run: title, author, date, licence, where it is cited; what was not read, and why."""
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
