"""A run carried to its end from the command line: what its user sees, is asked, and can do where it ends early."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from moot.errors import AccessDenied, AllSeatsFailed, CannotWrite, MootError, OutOfTime, OverBudget, WaitsForAnswer

if TYPE_CHECKING:
    from moot.ledger.kept import Kept
    from moot.ledger.store import Store


def again(run: str, out: Path | None) -> tuple[Store, Path]:
    """The store, and the folder for the reports of a run that is to go on, once both it and the machine can.

    Raises `UnknownRun`, and what keeps the run from going on here, while nothing of it is touched yet.
    """
    import os

    from moot.argue import require_able
    from moot.cli import reports
    from moot.ledger.store import Store

    store = Store.open()
    record = store.record(run)
    folder = out or reports.folder(record)
    reports.require_writable(folder)
    require_able(record, os.environ)
    return store, folder


def work(store: Store, run: str, folder: Path, json: bool, retry_failed: bool = False) -> None:
    """Carry a run to its end with live progress, write its reports, say what came of it.

    Raises `Interrupted`, which names the run, when the user stops it.
    """
    from moot.cli import terminal
    from moot.text.counted import counted

    failed = store.kept(run)
    try:
        try:
            _attended(store, run, json, retry_failed)
        except CannotWrite as error:
            raise CannotWrite(f"{error} `moot resume {run}` goes on with the run.") from None
        except (AccessDenied, AllSeatsFailed, OutOfTime, OverBudget) as error:
            if isinstance(error, AllSeatsFailed | OutOfTime):
                _tell(store, run, folder, json)
            message = str(error)
            said = message if message.endswith(".") else f"{message}."
            raise type(error)(f"{said} {_next(store, run, failed, error)}".strip()) from None
        _tell(store, run, folder, json)
        if not store.refused(run) and (now := store.kept(run)).places not in ((), failed.places):
            typer.echo(f"{counted(len(now.places), 'call')} failed for good: {_anew(run, now)}", err=True)
    except KeyboardInterrupt:
        done = store.record(run).state == "done"
        on = f"`moot export {run} --to md` writes its report" if done else f"`moot resume {run}` goes on with it"
        raise terminal.Interrupted(f"stopped; {on}.") from None


def _next(store: Store, run: str, before: Kept, error: MootError) -> str:
    """What can be done for a run that came to no draft. `before`: what had failed when it was taken up."""
    if isinstance(error, OverBudget):
        return _richer(run) if store.refused(run) else ""
    failed = store.kept(run)
    late = isinstance(error, OutOfTime)
    if failed.places and failed.places == before.places and not late:
        return told_again(run, failed)
    if failed.places:
        return _anew(run, failed, ", with the whole deadline before it" if late else "")
    return f"`moot resume {run} --fork` goes on in a new run, with the whole deadline before it." if late else ""


def _anew(run: str, failed: Kept, how: str = "") -> str:
    from moot.run import asking_again

    return f"`{asking_again(run, failed)}` asks again{f' in a new run{how}' if failed.settled else ''}."


def _richer(run: str) -> str:
    return f"`moot resume {run} --budget USD` goes on with a larger cap."


def told_again(run: str, failed: Kept) -> str:
    """That failures of an earlier time were told, not asked again, and how they are."""
    from moot.run import asking_again
    from moot.text.counted import counted

    what = counted(len(failed.places), "call")
    again = asking_again(run, failed)
    return f"Nothing was asked again of the {what} that had failed before: `{again}` does."


def _attended(store: Store, run: str, json: bool, retry_failed: bool) -> None:
    """Carry a run on; at a terminal, what a seat asks is put to whoever sits there."""
    from moot.cli import terminal
    from moot.run import answer

    _open(store, run, json)
    while True:
        try:
            return _argue(store, run, json, retry_failed)
        except WaitsForAnswer as waits:
            if not terminal.attended():
                raise
            answer(store, run, _said(terminal.clean(waits.question)))


def _said(question: str) -> str:
    """What the person answers. Raises `KeyboardInterrupt` for Ctrl-C, and for an end of what they type."""
    typer.echo(f"{question} (Enter alone: it goes on as it thinks best; Ctrl-C: the run waits)", err=True)
    try:
        return typer.prompt(">", default="", show_default=False, prompt_suffix=" ", err=True)
    except typer.Abort:
        typer.echo(err=True)  # what is said next begins a line
        raise KeyboardInterrupt from None


def _open(store: Store, run: str, json: bool) -> None:
    from moot.cli import summary
    from moot.cli.lines import Lines

    summary.opening(Lines(stderr=json), store.record(run))


def _argue(store: Store, run: str, json: bool, retry_failed: bool) -> None:
    import asyncio

    from moot.cli.lines import Lines
    from moot.cli.progress import Progress
    from moot.run import Research

    console = Lines(stderr=json)
    panel = store.record(run).panel

    async def whole() -> None:
        with Progress(console, panel) as progress:
            research = Research(store, run, retry_failed=retry_failed, on_signal=progress.signal)
            async for event in research:
                progress.event(event)

    asyncio.run(whole())


def _tell(store: Store, run: str, folder: Path, json: bool) -> None:
    import json as encoder

    from moot.cli import reports, summary
    from moot.cli.lines import Lines
    from moot.report.document import build

    record = store.record(run)
    console = Lines(stderr=json)
    if record.options.get("plan_only"):
        report = build(record)
        plan = summary.plan(report)
        if json:
            typer.echo(encoder.dumps(plan, indent=2))
        else:
            summary.print_plan(console, plan)
        summary.planned(console, report)
        return
    report = build(record)
    summary.closing(console, report, reports.write(report, record, folder))
    if store.refused(run):
        console.say(f"Calls were not made, for the cap on money: {_richer(run)}")
    if json:
        typer.echo((folder / "report.json").read_bytes())  # bytes: UTF-8, whatever the terminal speaks
