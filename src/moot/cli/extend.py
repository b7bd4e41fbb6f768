"""`moot extend`: a finished run goes on with a new instruction."""

from __future__ import annotations

from typing import Annotated

import typer

from moot.cli import options


def command(
    run: Annotated[str, typer.Argument(help="Id of a finished run, see `moot runs`.")],
    instruction: Annotated[str, typer.Argument(help='What to look into: "dig into the running costs".')],
    out: options.OutAgain = None,
    json: options.ReportJson = False,
) -> None:
    """Let a finished run go on with what you ask to be added.

    The author adds what was asked for, and it is argued. Sources and record are kept.
    """
    from moot.cli import summary, working
    from moot.cli.lines import Lines
    from moot.run import extend

    store, folder = working.again(run, out)
    extend(store, run, instruction)
    working.work(store, run, folder, json=json)
    summary.added(Lines(stderr=json), store.record(run))
