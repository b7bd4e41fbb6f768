"""`moot answer`: what a seat of a waiting run asked is answered, and the run goes on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer


def command(
    run: Annotated[str, typer.Argument(help="Id of a waiting run, see `moot runs`.")],
    text: Annotated[str, typer.Argument(help="The answer; empty: the seat goes on as it thinks best.")],
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="For the reports; default: where the run put them.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The report as JSON on standard output.")] = False,
) -> None:
    """Answer what a seat asked, and let the run go on."""
    from moot.cli import reports
    from moot.cli.research import work
    from moot.ledger.store import Store
    from moot.run import answer, require_able

    store = Store.open()
    record = store.record(run)
    folder = out or reports.folder(record)
    reports.require_writable(folder)
    require_able(record, os.environ)
    del record  # its documents would be held beside those of the run
    answer(store, run, text)
    work(store, run, folder, json=json)
