"""`moot models`: what can take a seat here."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from moot.models.catalog import ModelInfo


def command(json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """What can take a seat here, and why something cannot.

    With family, context, price, and whether prompts are kept.
    """
    from moot.cli.terminal import clean
    from moot.models.discovery import available

    found = available(os.environ)
    if json:
        import json as encoder

        typer.echo(encoder.dumps([info.model_dump(mode="json") for info in found], indent=2))
        return
    for info in found:
        if info.available:
            typer.echo(clean(_line(info)))
    missing = [info for info in found if not info.available]
    if missing:
        typer.echo("\nNot available here:")
    for info in missing:
        typer.echo(clean(f"  {info.name}: {info.why}"))


def _line(info: ModelInfo) -> str:
    context = f"{info.context:,} tokens of context" if info.context else "context unknown"
    if info.price is None:
        price = "price unknown (give --price IN/OUT)"
    else:
        price = f"{info.price.input.normalize():f}/{info.price.output.normalize():f} USD per million tokens in/out"
    kept = "KEEPS PROMPTS" if info.keeps_prompts else "keeps no prompts"
    where = f" ({info.why})" if info.why else ""
    if info.provider == "reader":
        return f"{info.name:<40} {info.family:<10} no language model: chooses and quotes; free{where}"
    return f"{info.name:<40} {info.family:<10} {context}; {price}; {kept}{where}"
