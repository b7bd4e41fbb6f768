"""`moot bench`: what the numbers really show. One file a command; nothing heavy is imported before one runs."""

from __future__ import annotations

import typer
from typer.core import TyperCommand

from moot.cli import late
from moot.cli.bench import audit, compare, plan, report, run, speed

app = typer.Typer(
    name="bench",
    help="What numbers of benchmarks really show.\n\nOf two contestants, or of a panel and its members.",
    no_args_is_help=True,
)


@app.callback()
def bench() -> None:
    """What the numbers really show: of two contestants, or of a panel and its members."""


for command in (audit, compare, plan, report, run, speed):
    kind = getattr(command, "Command", TyperCommand)
    late.register(app, command.command, command.__name__.rpartition(".")[2], kind)
