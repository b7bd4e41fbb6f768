"""`moot audit`: does a report that anybody wrote say what its sources say?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from moot.cli import options

if TYPE_CHECKING:
    from moot.ledger.store import Store


def command(
    report: Annotated[str, typer.Argument(help="Markdown, text, HTML, PDF or docx.")],
    more: options.More = None,
    sources: Annotated[
        list[str] | None,
        typer.Option(
            "--sources", "-s", metavar="PATH|URL", help="A file, folder or address that it cites; several times."
        ),
    ] = None,
    fetch: Annotated[bool, typer.Option("--fetch", help="Open the addresses that it cites.")] = False,
    reviewer: options.Model = None,
    judge: options.Model = None,
    verifier: options.Verifier = None,
    budget: Annotated[str | None, typer.Option(metavar="USD", help="The bill cannot exceed it; default 1.")] = None,
    price: options.Price = None,
    allow_retention: options.Retention = False,
    fail_under: Annotated[
        float | None,
        typer.Option(min=0, max=1, help="Exit with 19 when citation precision or recall is below this share."),
    ] = None,
    out: options.Out = None,
    json: Annotated[bool, typer.Option("--json", help="The audit as JSON on standard output.")] = False,
) -> None:
    """Does a report that anybody wrote say what its sources say?

    Finds the claims of a report and what each cites, opens the sources, and says which claims stand, and why not.
    """
    from moot.cli import reports
    from moot.cli.working import work
    from moot.ledger.store import Store
    from moot.prepare import auditing, prepare
    from moot.run import create

    chosen = {"budget": options.usd(budget)} if budget is not None else {}
    prepared = prepare(
        auditing(
            report,
            [*(sources or []), *(more or [])],
            reviewer=reviewer,
            judge=judge,
            verifiers=verifier or (),
            fetch=fetch,
            price=price,
            allow_retention=allow_retention,
            **chosen,
        )
    )
    reports.require_writable(out or Path("moot"))
    store = Store.open()
    run = create(prepared, store, out)
    del prepared  # its documents are in the store, and the run reads them from there
    work(store, run, out or Path(f"moot-{run}"), json=json)
    if fail_under is not None:
        _require(store, run, fail_under)


def _require(store: Store, run: str, wanted: float) -> None:
    from moot.errors import NotSupported
    from moot.report.document import build

    counts = build(store.record(run)).audited
    for name, share in (("precision", counts.precision), ("recall", counts.recall)) if counts else ():
        if share is None or share < wanted:
            said = "could not be measured" if share is None else f"is {share:.0%}"
            raise NotSupported(f"Citation {name} {said}, below the {wanted:.0%} asked for.")
