"""`moot bench audit`: published per-task results, recomputed, and what is wrong with their headline."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    path: Annotated[
        list[Path],
        typer.Argument(metavar="FILE|FOLDER", help="Published results: one or several files or folders."),
    ],
    map_: Annotated[
        str,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN,...",
            help="Which column of a table is what: task, score (COLUMN/100 for percent), repeat, contestant, error, …; "
            "score also chooses a metric of lm-eval and HELM, or a scorer of Inspect.",
        ),
    ] = "",
    stated: Annotated[
        str | None, typer.Option(metavar="PERCENT", help="The headline, such as 61.6, where the files do not state it.")
    ] = None,
    tasks: Annotated[
        int | None, typer.Option(min=1, help="The n of the headline, where the files do not state it.")
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE.md", help="Write it as Markdown too.")] = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Recompute the headline from the items, and name what moves it.

    Such as missing trials, errors and duplicates. Reads results of SWE-bench, Terminal-Bench, Harbor, Inspect, lm-eval,
    HELM and Aider, and tables (CSV, JSONL).
    """
    from moot.bench.audit import written
    from moot.bench.audit.audited import audit
    from moot.bench.formats.table import mapped
    from moot.cli.lines import Lines
    from moot.report.files import write

    found = audit(path, mapped(map_), None if stated is None else _share(stated), tasks)
    if out is not None:
        write(out, written.markdown(found).encode())
    if json:
        typer.echo(written.as_json(found), nl=False)
        return
    console = Lines()
    for line in written.lines(found):
        console.say(line)
    if out is not None:
        console.say(f"{out} is written.")


def _share(text: str) -> float:
    """`61.6`, `61.6%` and `0.616` as 0.616."""
    from moot.errors import UsageError

    try:
        figure = float(text.strip().rstrip("%"))
    except ValueError:
        raise UsageError(f"--stated {text!r} is no figure: say 61.6 for 61.6 %.") from None
    share = figure / 100 if figure > 1 or "%" in text else figure
    if not 0 <= share <= 1:
        raise UsageError(f"--stated {text!r} lies outside 0 to 100 %.")
    return share
