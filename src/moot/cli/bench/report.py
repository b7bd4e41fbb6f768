"""`moot bench report`: results as a table, a page with plots, and files for machines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from moot.bench.results import Results

_NOTES = 10
"""Told of what could not be read, or was read in a way that a reader should know."""


def command(
    results: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE|FOLDER",
            help="Folders of `moot bench run`, or published results that `moot bench audit` reads.",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Write report.html, report.md, report.json and two CSV here; made if need be."
        ),
    ] = None,
    margin: Annotated[float, typer.Option(min=0, max=50, help="Points within which a difference is a tie.")] = 1.0,
    map_: Annotated[
        str, typer.Option("--map", metavar="FIELD=COLUMN,...", help="Columns of tables, as for `moot bench audit`.")
    ] = "",
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Scores, cost, speed, and a verdict on each pair of contestants.

    Row by row: here as a table, with --out as a page with plots and as files for machines.
    """
    from moot.bench.told import comparison, data, terminal

    told = comparison.compared(_read(results, map_), margin / 100)
    if json:
        typer.echo(data.as_json(told), nl=False)
    else:
        terminal.show(told)
    if out is not None:
        from moot.bench.told import files

        for path in files.write(told, out):
            typer.echo(str(path), err=json)


def _read(paths: list[Path], told: str) -> list[Results]:
    """Benches by themselves, all that others published at once: forms complete one another, and tell names apart."""
    from moot.bench.engine import trials

    ours = [path for path in paths if (path / trials.FILE).exists() or path.name == trials.FILE]
    found = [each for path in ours for each in trials.read(path)]
    theirs = [path for path in paths if path not in ours]
    if theirs:
        from moot.bench.formats import format
        from moot.bench.formats.table import mapped
        from moot.cli.terminal import clean

        reading = format.read(theirs, mapped(told))
        found += reading.results
        for each in reading.results:
            _say_outside(each)
        for note in reading.notes[:_NOTES]:
            typer.echo(clean(f"{note.where} {note.what}."), err=True)
        if len(reading.notes) > _NOTES:
            typer.echo(f"{len(reading.notes) - _NOTES} more such: `moot bench audit` tells all.", err=True)
    return found


def _say_outside(results: Results) -> None:
    """Scores that are none count as errors, and whoever has a table in percent should know."""
    from moot.bench.formats.values import OUTSIDE
    from moot.cli.terminal import clean
    from moot.text.counted import counted

    outside = [trial for trial in results.trials if trial.score is None and trial.error.startswith(OUTSIDE)]
    if outside:
        said = f"{results.benchmark}, {results.contestant}: {counted(len(outside), 'score')} of {len(results.trials):,}"
        verb = (
            "is no figure from 0 to 1 and counts as an error"
            if len(outside) == 1
            else "are no figures from 0 to 1 and count as errors"
        )
        typer.echo(clean(f"{said} {verb}: of a table in percent say --map score=COLUMN/100."), err=True)
