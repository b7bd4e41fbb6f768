"""`moot verify`: does every sentence of a report still stand?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    target: Annotated[str, typer.Argument(metavar="BUNDLE|RUN", help="A bundle's file, or the id of a run.")],
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Re-derive every finding of a report from its sources, without any model; name what no longer stands."""
    from moot.cli.parts import open_store
    from moot.errors import NoLongerStands
    from moot.report import bundle
    from moot.report.reverify import reverify
    from moot.verify.referee import Referee, default_checks

    path = Path(target)
    subject = bundle.read(path) if path.exists() or path.suffix == ".moot" else open_store().record(target)
    verification = reverify(subject, Referee(default_checks()))
    if json:
        typer.echo(verification.model_dump_json(indent=2))
    else:
        for line in verification.lines():
            typer.echo(line)
    if verification.broken:
        raise NoLongerStands(f"{len(verification.broken)} no longer stand in {target}.")
