"""The command line: one file a command. Nothing heavy is imported before a command runs."""

from __future__ import annotations

import sys

import typer

from moot.cli import export, models, research, resume, runs, show, verify

app = typer.Typer(
    name="moot",
    help="Models argue, evidence decides: documents in which every sentence carries its evidence and its history.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (research, models, runs, show, resume, export, verify):
    app.command(name=command.__name__.rpartition(".")[2])(command.command)


def main() -> None:
    """Run the command line; every failure is one sentence on standard error and an exit code of its own."""
    try:
        code = app(standalone_mode=False)
    except KeyboardInterrupt:
        _end("stopped; `moot runs` lists the run and `moot resume RUN` goes on with it.", 130)
    except BrokenPipeError:
        sys.exit(0)
    except OSError as error:
        _end(f"{error.filename or 'the system'}: {error.strerror or error}.", 8)
    except Exception as error:
        _end(*_told(error))
    else:
        sys.exit(code if isinstance(code, int) else 0)


def _told(error: Exception) -> tuple[str, int]:
    from moot.errors import MootError

    if isinstance(error, MootError):
        return str(error), error.exit_code
    shown = getattr(error, "format_message", None)
    if shown is not None:
        return shown(), getattr(error, "exit_code", 2)
    if isinstance(error, typer.Exit):
        return "", error.exit_code
    if isinstance(error, typer.Abort):
        return "stopped.", 130
    return f"something in Moot itself went wrong ({type(error).__name__}: {error}); please report it.", 1


def _end(message: str, code: int) -> None:
    if message:
        sys.stderr.write(f"moot: {message}\n")
    sys.exit(code)
