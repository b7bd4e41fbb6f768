"""`moot runs`: the runs of the store."""

from __future__ import annotations

from typing import Annotated

import typer


def command(json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """The runs of this machine: state, money, question."""
    from moot.cli.terminal import clean
    from moot.ledger.store import Store

    rows = Store.open().runs()
    if json:
        import json as encoder

        typer.echo(encoder.dumps([row.model_dump(mode="json") for row in rows], indent=2))
        return
    if not rows:
        typer.echo('No runs yet. Begin with: moot research "QUESTION" --sources PATH')
    for row in rows:
        holder = f"  (worked on by {row.holder})" if row.holder else ""
        state = "killed" if row.killed else row.state
        line = f"{row.id}  {state:<8} {row.usd:>9.4f} USD  {row.created[:16]}  {row.question}{holder}"
        typer.echo(clean(line))
