"""`moot answer`: what a seat of a waiting run asked is answered, and the run goes on."""

from __future__ import annotations

from typing import Annotated

import typer

from moot.cli import options


def command(
    run: Annotated[str, typer.Argument(help="Id of a waiting run, see `moot runs`.")],
    text: Annotated[str, typer.Argument(help="The answer; empty: the seat goes on as it thinks best.")],
    out: options.OutAgain = None,
    json: options.ReportJson = False,
) -> None:
    """Answer what a seat asked, and let the run go on."""
    from moot.cli import working
    from moot.run import answer

    store, folder = working.again(run, out)
    answer(store, run, text)
    working.work(store, run, folder, json=json)
