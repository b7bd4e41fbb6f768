"""`moot verify`: does every sentence of a report still stand?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from moot.report.reverify import Verification


def command(
    target: Annotated[str, typer.Argument(metavar="BUNDLE|RUN", help="A bundle's file, or the id of a run.")],
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Derive every finding of a report again, without any model.

    From its sources; names what no longer stands.
    """
    from moot.cli.terminal import clean
    from moot.errors import NoLongerStands
    from moot.ledger.store import Store
    from moot.report import bundle
    from moot.report.reverify import reverify
    from moot.verify.referee import Referee, default_checks

    path = Path(target)
    is_bundle = target.strip() and (path.exists() or path.suffix == ".moot")
    subject = bundle.read(path) if is_bundle else Store.open().record(target)
    verification = reverify(subject, Referee(default_checks()))
    if json:
        typer.echo(verification.model_dump_json(indent=2).encode())
    else:
        for line in _lines(verification):
            typer.echo(clean(line))
    if verification.broken:
        count = len(verification.broken)
        raise NoLongerStands(
            f"{target}: {count} {'thing no longer stands' if count == 1 else 'things no longer stand'}."
        )


def _lines(verification: Verification) -> Iterator[str]:
    yield from (f"✗ {broken}" for broken in verification.broken)
    yield from (f"! {note}" for note in verification.notes)
    found = (
        f"{verification.sources} sources, {verification.claims} claims, {verification.quotes} quotes found, "
        f"{verification.findings} findings derived again"
    )
    if not verification.claims and verification.stands:
        yield f"There is no sentence to verify: {found}"
        return
    yield f"{'✓ everything stands' if verification.stands else '✗ not everything stands'}: {found}"
