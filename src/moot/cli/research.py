"""`moot research`: argue a question over sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from moot.ledger.store import Store
    from moot.run import Prepared

Sources = Annotated[list[Path], typer.Option("--sources", "-s", help="A file or folder; may be given several times.")]
Model = Annotated[str | None, typer.Option(metavar="MODEL", help="provider:name; see `moot models`.")]


def command(
    question: Annotated[str, typer.Argument(help="What the document is to answer.")],
    more: Annotated[list[Path] | None, typer.Argument(hidden=True)] = None,
    sources: Sources = [],  # noqa: B006 - typer reads the default, nobody changes it
    protocol: Annotated[str, typer.Option(help="How the panel argues.")] = "critique",
    author: Model = None,
    reviewer: Model = None,
    judge: Model = None,
    rounds: Annotated[int, typer.Option(min=1, help="At most this many rounds of challenges.")] = 2,
    budget: Annotated[str, typer.Option(metavar="USD", help="The bill never exceeds it.")] = "1.00",
    price: Annotated[str | None, typer.Option(metavar="IN/OUT", help="USD per million tokens, where unknown.")] = None,
    deadline: Annotated[str | None, typer.Option(metavar="10m", help="Ends with the best draft so far.")] = None,
    allow_retention: Annotated[
        bool, typer.Option("--allow-retention", help="Local files may go to endpoints that keep prompts.")
    ] = False,
    plan_only: Annotated[bool, typer.Option("--plan-only", help="Only sub-questions and searches.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would be done and may cost; send nothing.")
    ] = False,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="For the reports; default moot-RUN.")] = None,
    json: Annotated[bool, typer.Option("--json", help="The report as JSON on standard output.")] = False,
) -> None:
    """Ask a question over files and folders; get a document in which every sentence is argued and proven."""
    from moot.cli import parts
    from moot.run import Setup, create, prepare

    setup = Setup(
        question=question,
        sources=[*sources, *(more or [])],
        protocol=protocol,
        author=author,
        reviewer=reviewer,
        judge=judge,
        rounds=rounds,
        budget=parts.usd(budget),
        price=price,
        seconds=parts.seconds(deadline),
        allow_retention=allow_retention,
        plan_only=plan_only,
    )
    prepared = prepare(setup)
    if dry_run:
        _print_estimate(prepared)
        return
    if out is not None:
        parts.writable(out)
    store = parts.open_store()
    run = create(prepared, store)
    folder = parts.writable(out or Path(f"moot-{run}"))
    work(store, run, folder, json=json)


def work(store: Store, run: str, folder: Path, json: bool, retry_failed: bool = False) -> None:
    """Carry a run to its end with live progress, write its reports, say what came of it."""
    import asyncio

    from rich.console import Console

    from moot.cli import parts, summary
    from moot.cli.progress import Progress
    from moot.run import Research

    console = Console(stderr=json)
    record = store.record(run)
    summary.opening(console, record)

    async def whole() -> None:
        with Progress(console, record.panel) as progress:
            research = Research(store, run, retry_failed=retry_failed, on_signal=progress.signal)
            async for event in research:
                progress.event(event)

    asyncio.run(whole())
    if record.options.get("plan_only"):
        summary.plan(console, store.record(run))
        return
    paths = parts.write_reports(store, run, folder)
    summary.closing(console, store.record(run), paths)
    if json:
        typer.echo((folder / "report.json").read_text(encoding="utf-8"))


def _print_estimate(prepared: Prepared) -> None:
    from rich.console import Console

    from moot.cli import summary
    from moot.estimate import estimate

    summary.estimate(Console(), prepared, estimate(prepared))
