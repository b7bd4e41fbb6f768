"""`moot show`: a run's report in the terminal, or as far as it came."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from moot.ledger.calls import Call


def command(
    run: Annotated[str, typer.Argument(help="Id of a run, see `moot runs`.")],
    calls: Annotated[
        bool, typer.Option("--calls", help="The record of calls instead: place, state, tokens, USD.")
    ] = False,
    sentence: Annotated[
        int | None, typer.Option(metavar="N", help="One sentence with its quotes where they stand.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="For pictures of the places, where the source is a PDF; made if need be."),
    ] = None,
) -> None:
    """Show the report of a run, or what there is of it so far."""
    from moot.cli.terminal import clean
    from moot.ledger.store import Store
    from moot.report import markdown
    from moot.report.document import build

    if sentence is not None:
        _show(run, sentence, out)
        return
    record = Store.open().record(run)
    if not calls:
        typer.echo("\n".join(clean(line) for line in markdown.render(build(record)).split("\n")))
        return
    for call in record.calls:
        typer.echo(clean(_line(call)))


def _show(run: str, number: int, out: Path | None) -> None:
    from moot.cli.reports import writable
    from moot.cli.terminal import clean
    from moot.ledger.store import Store
    from moot.report import places

    store = Store.open()
    record = store.record(run)
    report, view = places.sentence(record, number)
    for line in places.lines(report, view):
        typer.echo(clean(line))
    if out is None:
        return
    folder, shown = writable(out), 0
    for name, picture in places.pictures(record, view, store.body):
        (folder / name).write_bytes(picture)
        typer.echo(folder / name)
        shown += 1
    typer.echo(clean(places.unshown(view, shown)))


def _line(call: Call) -> str:
    usage = call.usage
    tokens = ""
    if usage and usage.input_tokens:
        tokens = (
            f"in {usage.input_tokens} (cached {usage.cached_tokens}) "
            f"out {usage.output_tokens} (reasoning {usage.reasoning_tokens})"
        )
    repeated = f"sent {call.sent} times" if call.sent > 1 else ""
    failed = f"{call.failure}: {call.reason}" if call.failure else ""
    parts = (f"{call.place:<36}", f"{call.state:<9}", f"{call.cost:.6f} USD", tokens, repeated, failed)
    return "  ".join(part for part in parts if part)
