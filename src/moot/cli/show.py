"""`moot show`: a run's report in the terminal, or as far as it came."""

from __future__ import annotations

from typing import Annotated

import typer


def command(
    run: Annotated[str, typer.Argument(help="Id of a run, see `moot runs`.")],
    calls: Annotated[
        bool, typer.Option("--calls", help="The record of calls instead: place, state, tokens, USD.")
    ] = False,
) -> None:
    """Show the report of a run, or what there is of it so far."""
    from moot.cli.parts import open_store
    from moot.report import markdown
    from moot.report.document import build

    record = open_store().record(run)
    if not calls:
        typer.echo(markdown.render(build(record)))
        return
    for call in record.calls:
        usage = call.usage
        typer.echo(
            f"{call.place:<40} {call.state:<9} in {usage.input_tokens:>7} (cached {usage.cached_tokens}) "
            f"out {usage.output_tokens:>6} (reasoning {usage.reasoning_tokens}) {usage.usd:.6f} USD"
            + (f"  sent {call.sent} times" if call.sent > 1 else "")
            + (f"  {call.failure}" if call.failure else "")
        )
