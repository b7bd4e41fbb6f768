"""`moot extend`: a finished run goes on with a new instruction."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer


def command(
    run: Annotated[str, typer.Argument(help="Id of a finished run, see `moot runs`.")],
    instruction: Annotated[str, typer.Argument(help='What to look into: "dig into the running costs".')],
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="For the reports; default: where the run put them.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The report as JSON on standard output.")] = False,
) -> None:
    """Let a finished run go on with what you ask to be added.

    The author adds what was asked for, and it is argued. Sources and record are kept.
    """
    from moot.cli import reports, summary
    from moot.cli.lines import Lines
    from moot.cli.research import work
    from moot.ledger.store import Store
    from moot.run import extend, require_able

    store = Store.open()
    record = store.record(run)
    folder = out or reports.folder(record)
    reports.require_writable(folder)
    require_able(record, os.environ)
    del record  # its documents would be held beside those of the run
    extend(store, run, instruction)
    work(store, run, folder, json=json)
    summary.added(Lines(stderr=json), store.record(run))
