"""Commands whose options are read when one is called, and groups that are imported then: to read all of them takes
longer than the rest of a start."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand
from typer.main import get_command


def register(
    app: typer.Typer, command: Callable[..., None], name: str, kind: type[TyperCommand] = TyperCommand
) -> None:
    """As `app.command(name, cls=kind)(command)`. A list of commands needs names and descriptions only."""

    def whole() -> Any:
        alone = _plain()
        alone.command(name, cls=kind)(command)
        return get_command(alone)

    _register(app, name, inspect.getdoc(command) or "", whole)


def register_group(app: typer.Typer, module: str, name: str, help: str) -> None:
    """As `app.add_typer(module.app)`, of a group of this name and description."""

    def whole() -> Any:
        around = _plain()
        around.add_typer(import_module(module).app, name=name, help=help)
        return get_command(around).commands[name]  # pyright: ignore[reportAttributeAccessIssue]  # it is a group

    _register(app, name, help, whole)


def _plain() -> typer.Typer:
    return typer.Typer(add_completion=False, rich_markup_mode=None)


def _register(app: typer.Typer, name: str, help: str, whole: Callable[[], Any]) -> None:
    """`whole`: the command of click that is meant."""

    class Late(TyperCommand):
        def make_context(self, *given: Any, **more: Any) -> Any:
            return whole().make_context(*given, **more)

    app.command(name, cls=Late, help=help)(_listed)


def _listed() -> None:
    """Stands for a command of which no option is read yet."""
