from __future__ import annotations

from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from moot.cli import late


def one(word: Annotated[str, typer.Option(help="What is said.")]) -> None:
    """Say a word.

    And nothing else.
    """
    typer.echo(word)


def two(word: NotThere) -> None:  # noqa: F821  # pyright: ignore
    """Has an option that cannot be read."""


@pytest.fixture
def app() -> typer.Typer:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    late.register(app, one, "first")
    late.register(app, two, "second")
    return app


def test_commands_are_listed_without_reading_an_option(app: typer.Typer) -> None:
    told = CliRunner().invoke(app, ["--help"])
    assert told.exit_code == 0
    assert "first   Say a word.\n" in told.output and "second  Has an option that cannot be read.\n" in told.output
    assert isinstance(CliRunner().invoke(app, ["second"]).exception, NameError)


def test_a_group_is_imported_when_it_is_called() -> None:
    app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)
    late.register(app, one, "first")
    late.register_group(app, "moot.cli.panel", "panel", "Panels of all kinds.")
    late.register_group(app, "moot.cli.nowhere", "nowhere", "What is not there.")
    told = CliRunner().invoke(app, ["--help"])
    assert "panel    Panels of all kinds.\n" in told.output and "nowhere  What is not there.\n" in told.output
    inner = CliRunner().invoke(app, ["panel", "--help"]).output
    assert "Usage: root panel [OPTIONS] COMMAND" in inner and "list   The panels by name" in inner
    assert "completion" not in inner
    assert CliRunner().invoke(app, ["panel", "list"]).exit_code == 0
    assert isinstance(CliRunner().invoke(app, ["nowhere"]).exception, ModuleNotFoundError)


def test_a_command_that_is_called_has_its_options(app: typer.Typer) -> None:
    assert CliRunner().invoke(app, ["first", "--word", "rain"]).output == "rain\n"
    told = CliRunner().invoke(app, ["first", "--help"]).output
    assert "Usage: root first [OPTIONS]" in told and "And nothing else." in told and "What is said." in told
    assert CliRunner().invoke(app, ["first"]).exit_code == 2
