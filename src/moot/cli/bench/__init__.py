"""`moot bench`: what the numbers really show. One file a command; nothing heavy is imported before one runs."""

from __future__ import annotations

import typer
from typer.core import TyperCommand

from moot.cli import late
from moot.cli.bench import audit, compare, plan, report, run, speed

app = typer.Typer(no_args_is_help=True)
for command in (audit, compare, plan, report, run, speed):
    kind = getattr(command, "Command", TyperCommand)
    late.register(app, command.command, command.__name__.rpartition(".")[2], kind)
