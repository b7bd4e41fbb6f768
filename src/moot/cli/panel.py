"""`moot panel`: panels by name or file; write one, see whether it can run here, list what there is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from moot.cli import late, options

if TYPE_CHECKING:
    from moot.models.panel_check import SeatCheck

app = typer.Typer(no_args_is_help=True)
Json = Annotated[bool, typer.Option("--json", help="As JSON.")]


def new(
    file: Annotated[Path, typer.Argument(help="The panel file to write, such as mine.toml.")],
    source: Annotated[
        str | None, typer.Option("--from", metavar="NAME", help="Begin with a copy of this panel.")
    ] = None,
) -> None:
    """Write a panel with comments.

    Of models that this machine has, or a copy of another panel.
    """
    from moot.models import panel_template, panels

    text = panel_template.written(os.environ) if source is None else panels.read(panels.find(source))
    panel_template.save(file, text)
    typer.echo(f"{file} is written: change it, then `moot panel check {file}`.")


def check(
    panel: Annotated[str, typer.Argument(metavar="NAME|FILE", help="A panel of `moot panel list`, or a file.")],
    price: options.Price = None,
    json: Json = False,
) -> None:
    """Who would sit, and what keeps the panel from running here.

    With the family and the price of each seat.
    """
    from moot.models import panel_check, panels

    found = panel_check.check(panel, panels.load(panel), os.environ, price)
    if json:
        import json as encoder

        typer.echo(encoder.dumps(found.shown(), indent=2))
    else:
        typer.echo(f"{found.name}: {found.protocol}{', mixed' if found.mixed else ''}")
        for seat in found.seats:
            typer.echo(_line(seat))
    found.require()
    if not json:
        typer.echo("It can run here.")


def list_(json: Json = False) -> None:
    """The panels by name, what each is for, and whether it can run here."""
    from moot.cli.terminal import clean
    from moot.models import panel_check

    found = panel_check.listed(os.environ)
    if json:
        import json as encoder

        typer.echo(encoder.dumps([each._asdict() for each in found], indent=2))
        return
    for each in found:
        here = "can run here" if not each.why else f"cannot run here: {each.why}"
        typer.echo(clean(f"{each.name:<26} {each.about}"))
        typer.echo(clean(f"{'':<26} {here}"))


def _line(seat: SeatCheck) -> str:
    from moot.cli.terminal import clean

    limit = f"; {seat.deadline:g} s an answer" if seat.deadline is not None else ""
    what = seat.why or f"{seat.price}{'; KEEPS PROMPTS' if seat.keeps_prompts else ''}{limit}"
    # A fallback stands below the seat that it may take.
    who = "or else" if "~" in seat.holder else seat.holder
    return clean(f"  {who:<12} {seat.model:<36} {seat.family:<10} {what}")


for name, command in {"new": new, "check": check, "list": list_}.items():
    late.register(app, command, name)
