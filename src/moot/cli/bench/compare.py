"""`moot bench compare`: what headline numbers show of two contestants."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from moot.bench.headline.told import Headlines


_WORDS = ("Benchmark", "What it shows, not paired")


def command(
    row: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME:TASKS:A:B",
            help="A benchmark: its tasks (500; 89x5 for five trials each; - where nobody says), the scores of A and B "
            'in percent, such as "Repairs:500:78.8:80.8". Once for each.',
        ),
    ] = None,
    a: Annotated[str, typer.Option("--a", metavar="NAME", help="Who A is.")] = "A",
    b: Annotated[str, typer.Option("--b", metavar="NAME", help="Who B is.")] = "B",
    tie: Annotated[
        float | None, typer.Option(metavar="POINTS", help="A difference that counts as none.  [default: 1]")
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE.md", help="Write the table as Markdown too.")] = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """What headline numbers show of two contestants.

    A verdict a row, over every plausible pairing of the tasks.
    """
    from moot.bench.headline import told

    headlines = _judged(row or [], a, b, tie)
    if out is not None:
        _write(out, told.markdown(headlines))
    if json:
        typer.echo(told.as_json(headlines), nl=False)
    else:
        _show(headlines)


def _judged(rows: list[str], a: str, b: str, tie: float | None) -> Headlines:
    from moot.bench.headline.judge import judge
    from moot.bench.headline.row import parse_all
    from moot.bench.headline.told import Headlines
    from moot.bench.judged import MARGIN
    from moot.cli.terminal import clean
    from moot.errors import UsageError

    a, b = clean(a).strip(), clean(b).strip()
    if not a or not b or a.casefold() == b.casefold():
        raise UsageError(f"A is '{a}' and B is '{b}': give two different names by --a and --b.")
    margin = MARGIN if tie is None else tie / 100
    if not 0 <= margin < 1:
        raise UsageError(f"--tie {tie:g} is no margin: say 0 or more points, below 100.")
    return Headlines(a, b, judge(parse_all(rows), margin), margin)


def _write(out: Path, text: str) -> None:
    from moot.errors import UsageError
    from moot.report.files import write

    if out.suffix.lower() != ".md":
        raise UsageError(f"--out {out} is no Markdown file: say a name such as compared.md.")
    write(out, text.encode())


def _show(headlines: Headlines) -> None:
    from rich import box
    from rich.table import Table

    from moot.bench.headline import wording
    from moot.bench.told.terminal import opened
    from moot.cli.terminal import clean

    console = opened()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in headlines.head:
        table.add_column(clean(name), overflow="fold", justify="left" if name in _WORDS else "right")
    for verdict in headlines.verdicts:
        table.add_row(*map(clean, headlines.cells(verdict)))
    console.print(table)
    console.print(headlines.sentence, end="\n\n")
    for name, note in headlines.notes:
        console.print(clean(f"{name}: {note}"))
    if headlines.notes:
        console.print()
    for each in wording.how(headlines.margin):
        console.print(each, style="dim")
