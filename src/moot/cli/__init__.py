"""The command line: one file a command. Nothing heavy is imported before a command runs."""

from __future__ import annotations

import gc
import io
import signal
import sys
import threading
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from typing import Annotated

import typer

from moot.cli import (
    answer,
    audit,
    check,
    engines,
    export,
    extend,
    late,
    models,
    research,
    resume,
    runs,
    show,
    sources,
    verify,
)

INTERRUPTED = 130
COLLECTED = 50_000, 20, 100
"""When Python looks for cycles that nothing uses (`gc.set_threshold`): by its own measure, 700 new objects, it does so
several times a call, and walks over all that a run keeps."""
app = typer.Typer(
    name="moot",
    help="Models argue, evidence decides: documents in which every sentence carries its evidence and its history.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (research, audit, check, models, engines, runs, show, sources, resume, answer, extend, export, verify):
    late.register(app, command.command, command.__name__.rpartition(".")[2])
late.register_group(app, "moot.cli.panel", "panel", "Panels: write one, check whether it can run here, list them.")
late.register_group(
    app,
    "moot.cli.bench",
    "bench",
    "What numbers of benchmarks really show.\n\nOf two contestants, or of a panel and its members.",
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"moot {version('moot')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Tell the version and end.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """What every command has."""


def main() -> None:
    """Run the command line; every failure is one sentence on standard error and an exit code of its own."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character is no reason to end a run
    gc.set_threshold(*COLLECTED)
    before = threading.enumerate()
    try:
        with _stoppable():
            _run()
    except SystemExit as end:
        if end.code == INTERRUPTED:
            # Calls that were about to be begun never will be: that is what was asked for.
            warnings.filterwarnings("ignore", "coroutine .* was never awaited", RuntimeWarning)
            _leave([each for each in threading.enumerate() if not each.daemon and each not in before])
        raise


@contextmanager
def _stoppable() -> Generator[None]:
    """Whoever ends a process from outside (a supervisor, a system that shuts down) stops a run as Ctrl-C does."""
    before = signal.getsignal(signal.SIGTERM)
    if before is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        if before is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, before)


def _run() -> None:
    try:
        code = app(standalone_mode=False)  # typer makes of Ctrl-C a code
    except OSError as error:
        _end(f"{error.filename or 'the system'}: {error.strerror or error}.", 8)
    except Exception as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # of typer, whose own click has no public name
            typer.echo(str(error))
            _end("", 2)
        _end(*_told(error))
    else:
        _end("stopped." if code == INTERRUPTED else "", code if isinstance(code, int) else 0)


def _told(error: Exception) -> tuple[str, int]:
    from moot.errors import MootError

    if isinstance(error, MootError):
        return str(error), error.exit_code
    shown = getattr(error, "format_message", None)  # of typer, on wrong options
    if shown is not None:
        return shown(), getattr(error, "exit_code", 2)
    from moot.cli import crash

    path = crash.kept(error)
    how = f"please report it with {path}" if path else "please report it"
    return f"something in Moot itself went wrong ({type(error).__name__}: {error}); {how}.", 1


def _end(message: str, code: int) -> None:
    if message:
        from moot.cli.terminal import clean

        sys.stderr.write("\n".join(clean(line) for line in f"moot: {message}".split("\n")) + "\n")
    sys.exit(code)


def _leave(threads: list[threading.Thread]) -> None:
    """End the process if threads of libraries were left, as by Ctrl-C pressed twice: it would wait for them for ever.

    And while it waits its heartbeat holds the run.
    """
    import os

    if threads:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    for each in threads:
        each.join(timeout=1)
    if any(each.is_alive() for each in threads):
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(INTERRUPTED)
