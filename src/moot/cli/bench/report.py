"""`moot bench report`: results as a table, a page with plots, and files for machines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from moot.bench.results import Results


def command(
    results: Annotated[
        list[Path],
        typer.Argument(help="Folders of `moot bench run`, or published results that `moot bench audit` reads."),
    ],
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write report.html, report.md, report.json and two CSV here.")
    ] = None,
    margin: Annotated[float, typer.Option(min=0, max=50, help="Points within which a difference is a tie.")] = 1.0,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Scores, cost, speed, and a verdict on each pair of contestants, row by row."""
    from moot.bench.told import comparison, data, terminal

    told = comparison.compared([each for path in results for each in _read(path)], margin / 100)
    if json:
        typer.echo(data.as_json(told), nl=False)
    else:
        terminal.show(told)
    if out is not None:
        from moot.bench.told import files

        for path in files.write(told, out):
            typer.echo(str(path), err=json)


def _read(path: Path) -> list[Results]:
    from moot.bench.engine import trials

    if (path / trials.FILE).exists() or path.name == trials.FILE:
        return trials.read(path)
    from moot.bench.formats import format

    return list(format.read([path], {}).results)
