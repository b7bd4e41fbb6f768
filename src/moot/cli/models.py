"""`moot models`: what can take a seat here."""

from __future__ import annotations

import os
from typing import Annotated

import typer


def command(json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """What is available here: family, context, price, whether prompts are kept, and why something is not available."""
    from moot.models.discovery import available

    found = available(os.environ)
    if json:
        import json as encoder

        typer.echo(encoder.dumps([info.model_dump(mode="json") for info in found], indent=2))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for column in ("model", "family", "context", "USD/M tokens in/out", "keeps prompts", "here"):
        table.add_column(column, overflow="fold")
    for info in found:
        price = "?" if info.price is None else f"{info.price.input.normalize():f} / {info.price.output.normalize():f}"
        table.add_row(
            info.name,
            info.family,
            f"{info.context:,}" if info.context else "–",
            price,
            "yes" if info.keeps_prompts else "no",
            f"yes ({info.why})" if info.available and info.why else "yes" if info.available else f"no: {info.why}",
        )
    Console().print(table)
