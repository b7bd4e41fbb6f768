"""`moot resume`: go on with a run where it stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from moot.cli import options


def command(
    run: Annotated[str, typer.Argument(help="Id of a run, see `moot runs`.")],
    retry_failed: Annotated[
        bool,
        typer.Option(
            "--retry-failed",
            help="Ask again where a call failed for good. Of a run that is finished, or went on from it: with --fork.",
        ),
    ] = False,
    fork: Annotated[
        bool, typer.Option("--fork", help="As a new run that keeps the answers before the first change, or failure.")
    ] = False,
    budget: Annotated[
        str | None,
        typer.Option(
            metavar="USD",
            help="Another cap on its bill, with what is spent. Where calls were refused for the old one: as a fork.",
        ),
    ] = None,
    out: options.OutAgain = None,
    json: options.ReportJson = False,
) -> None:
    """Go on with a run.

    What was answered is not asked again, and not paid again.
    """
    from moot.cli import reports
    from moot.cli.working import told_again, work
    from moot.ledger.store import Store
    from moot.run import fork as forked

    store = Store.open()
    usd = None if budget is None else options.usd(budget)
    if fork or (usd is not None and store.refused(run)):
        reports.require_writable(out or Path("moot"))
        run = forked(store, run, out, retry_failed, usd)
        typer.echo(f"Forked as {run}.", err=True)
    elif usd is not None:
        store.recap(run, usd)
    folder = out or reports.folder(store.record(run))
    reports.require_writable(folder)
    failed = store.kept(run)
    work(store, run, folder, json=json, retry_failed=retry_failed)
    if failed.places and not retry_failed:
        typer.echo(told_again(run, failed), err=True)
