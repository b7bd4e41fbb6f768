"""`moot engines`: what can search the web here."""

from __future__ import annotations

import os
from typing import Annotated

import typer


def command(json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """What can search the web here, and what a search costs.

    And what the engines need that are not configured.
    """
    from moot.cli.terminal import clean
    from moot.evidence.search.chosen import known

    rows = known(os.environ)
    if json:
        import json as encoder

        typer.echo(encoder.dumps([row.model_dump(mode="json") for row in rows], indent=2))
        return
    for row in rows:
        kind = "scholarly" if row.scholarly else "web"
        state = f"{row.fee} USD a search" if row.fee is not None else row.why
        typer.echo(clean(f"{'✓' if row.fee is not None else '·'} {row.name:<10} {kind:<10} {state}"))
