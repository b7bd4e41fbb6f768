"""`moot show`: a run's report in the terminal, or as far as it came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from moot.ledger.calls import Call


def command(
    run: Annotated[str, typer.Argument(help="Id of a run, see `moot runs`.")],
    calls: Annotated[
        bool, typer.Option("--calls", help="The record of calls instead: place, state, tokens, USD.")
    ] = False,
) -> None:
    """Show the report of a run, or what there is of it so far."""
    from moot.cli.parts import clean, open_store
    from moot.report import markdown
    from moot.report.document import build

    record = open_store().record(run)
    if not calls:
        typer.echo("\n".join(clean(line) for line in markdown.render(build(record)).split("\n")))
        return
    for call in record.calls:
        typer.echo(clean(_line(call)))


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
