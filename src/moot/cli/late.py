"""Commands whose options are read when one is called: to read those of all takes longer than the rest of a start."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand
from typer.main import get_command


def register(
    app: typer.Typer, command: Callable[..., None], name: str, kind: type[TyperCommand] = TyperCommand
) -> None:
    """As `app.command(name, cls=kind)(command)`. A list of commands needs names and descriptions only."""

    class Late(TyperCommand):
        def make_context(self, *given: Any, **more: Any) -> Any:
            alone = typer.Typer(add_completion=False, rich_markup_mode=None)
            alone.command(name, cls=kind)(command)
            return get_command(alone).make_context(*given, **more)

    app.command(name, cls=Late, help=inspect.getdoc(command))(_listed)


def _listed() -> None:
    """Stands for a command of which no option is read yet."""
