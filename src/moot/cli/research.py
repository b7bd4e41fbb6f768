"""`moot research`: argue a question over sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from moot.cli import options
from moot.errors import AccessDenied, AllSeatsFailed, MootError, OutOfTime, OverBudget, WaitsForAnswer

if TYPE_CHECKING:
    from moot.ledger.kept import Kept
    from moot.ledger.store import Store
    from moot.prepare import Prepared

Sources = Annotated[
    list[str], typer.Option("--sources", "-s", metavar="PATH|URL", help="A file, folder or address; several times.")
]
PROTOCOLS = "How the panel argues: critique, council, debate, solo or vote"
DEFAULTS = {"protocol": "critique", "rounds": "2", "budget": "1", "pages": "30"}
"""For the help only, which must not wait for pydantic; what counts is in `moot.words` (a test holds them together)."""


def command(
    question: Annotated[str, typer.Argument(help="What the document is to answer.")],
    more: Annotated[list[str] | None, typer.Argument(hidden=True)] = None,
    sources: Sources = [],  # noqa: B006 - typer reads the default, nobody changes it
    web: Annotated[bool, typer.Option("--web", help="Search the open web too, with every engine configured.")] = False,
    search: Annotated[
        str | None, typer.Option(metavar="ENGINE,…", help="Search the web with these; see `moot engines`.")
    ] = None,
    pages: Annotated[
        int | None, typer.Option(min=1, help=f"Open at most so many found pages; default {DEFAULTS['pages']}.")
    ] = None,
    allow_domains: Annotated[
        str | None, typer.Option(metavar="DOMAIN,…", help="Ask only these, and all below them.")
    ] = None,
    deny_domains: Annotated[str | None, typer.Option(metavar="DOMAIN,…", help="Never ask these.")] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Of pages looked for, such as en.")] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Sources dated later are set aside, and said so.")
    ] = None,
    protocol: Annotated[str | None, typer.Option(help=f"{PROTOCOLS}; default {DEFAULTS['protocol']}.")] = None,
    author: options.Model = None,
    reviewer: options.Model = None,
    judge: options.Model = None,
    seats: Annotated[
        str | None,
        typer.Option(
            metavar="MODEL*N,…", help="The authors of a council, debate or vote; recorded:FILE is its whole panel."
        ),
    ] = None,
    panel: Annotated[str | None, typer.Option(metavar="NAME|FILE", help="A panel; see `moot panel list`.")] = None,
    swap: Annotated[
        bool | None, typer.Option("--swap/--no-swap", help="Author and reviewer change places each round.")
    ] = None,
    mixed: Annotated[
        bool | None,
        typer.Option("--mixed/--no-mixed", help="Refuse a panel in which families that must differ are the same."),
    ] = None,
    side: Annotated[
        list[str] | None, typer.Option(metavar="ANSWER", help="A rival answer of a debate; give two or more.")
    ] = None,
    seat_deadline: Annotated[
        str | None, typer.Option(metavar="90s", help="For one answer of a seat; then it is late.")
    ] = None,
    rounds: Annotated[
        int | None, typer.Option(min=1, help=f"At most this many rounds of challenges; default {DEFAULTS['rounds']}.")
    ] = None,
    budget: Annotated[
        str | None, typer.Option(metavar="USD", help=f"The bill never exceeds it; default {DEFAULTS['budget']}.")
    ] = None,
    price: Annotated[str | None, typer.Option(metavar="IN/OUT", help="USD per million tokens, where unknown.")] = None,
    deadline: Annotated[str | None, typer.Option(metavar="10m", help="Ends with the best draft so far.")] = None,
    allow_retention: Annotated[
        bool, typer.Option("--allow-retention", help="Local files may go to endpoints that keep prompts.")
    ] = False,
    ask: Annotated[
        bool | None,
        typer.Option("--ask/--no-ask", help="Whether a seat may ask you something first; default: at a terminal."),
    ] = None,
    plan_only: Annotated[bool, typer.Option("--plan-only", help="Only sub-questions and searches.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would be done and may cost; send nothing.")
    ] = False,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="For the reports; default moot-RUN.")] = None,
    json: Annotated[bool, typer.Option("--json", help="What comes of it as JSON on standard output.")] = False,
) -> None:
    """Argue a question over files, folders and pages of the web.

    You get a document in which every sentence is argued, and carries its evidence.
    """
    from moot.cli import reports, terminal
    from moot.ledger.store import Store
    from moot.prepare import Setup, prepare
    from moot.run import create

    named = {
        "protocol": protocol,
        "rounds": rounds,
        "budget": None if budget is None else options.usd(budget),
    }
    chosen: dict[str, Any] = {name: value for name, value in named.items() if value is not None}
    setup = Setup(
        question=question,
        sources=[*sources, *(more or [])],
        may_ask=terminal.attended() if ask is None else ask,
        web=web,
        search=options.listed("--search", search),
        pages=pages,
        allow=options.listed("--allow-domains", allow_domains),
        deny=options.listed("--deny-domains", deny_domains),
        language=options.given("--language", language),
        as_of=options.given("--as-of", as_of),
        author=author,
        reviewer=reviewer,
        judge=judge,
        seats=seats,
        panel=panel,
        swap=swap,
        mixed=mixed,
        sides=side or (),
        seat_deadline=options.seconds(seat_deadline),
        price=price,
        seconds=options.seconds(deadline),
        allow_retention=allow_retention,
        plan_only=plan_only,
        **chosen,
    )
    prepared = prepare(setup)
    if dry_run:
        _tell_estimate(prepared, json)
        return
    if not plan_only:
        reports.require_writable(out or Path("moot"))
    store = Store.open()
    run = create(prepared, store, out)
    del prepared  # its documents are in the store, and the run reads them from there
    work(store, run, out or Path(f"moot-{run}"), json=json)


def work(store: Store, run: str, folder: Path, json: bool, retry_failed: bool = False) -> None:
    """Carry a run to its end with live progress, write its reports, say what came of it.

    Raises `Interrupted`, which names the run, when the user stops it.
    """
    from moot.cli import terminal

    failed = store.kept(run)
    try:
        try:
            _attended(store, run, json, retry_failed)
        except (AccessDenied, AllSeatsFailed, OutOfTime, OverBudget) as error:
            if isinstance(error, AllSeatsFailed | OutOfTime):
                _tell(store, run, folder, json)
            raise type(error)(f"{error} {_next(store, run, failed, error)}".strip()) from None
        _tell(store, run, folder, json)
    except KeyboardInterrupt:
        done = store.record(run).state == "done"
        on = f"`moot export {run} --to md` writes its report" if done else f"`moot resume {run}` goes on with it"
        raise terminal.Interrupted(f"stopped; {on}.") from None


def _next(store: Store, run: str, before: Kept, error: MootError) -> str:
    """What can be done for a run that came to no draft. `before`: what had failed when it was taken up."""
    from moot.run import asking_again

    if isinstance(error, OverBudget):
        return _richer(run) if store.refused(run) else ""
    failed = store.kept(run)
    late = isinstance(error, OutOfTime)
    anew = " in a new run" + (", with the whole deadline before it" if late else "") if failed.settled else ""
    if failed.places and failed.places == before.places and not late:
        return told_again(run, failed)
    if failed.places:
        return f"`{asking_again(run, failed)}` asks again{anew}."
    return f"`moot resume {run} --fork` goes on in a new run, with the whole deadline before it." if late else ""


def _richer(run: str) -> str:
    return f"`moot resume {run} --budget USD` goes on with a larger cap."


def told_again(run: str, failed: Kept) -> str:
    """That failures of an earlier time were told, not asked again, and how they are."""
    from moot.run import asking_again
    from moot.text.counted import counted

    what = counted(len(failed.places), "call")
    again = asking_again(run, failed)
    return f"Nothing was asked again of the {what} that had failed before: `{again}` does."


def _attended(store: Store, run: str, json: bool, retry_failed: bool) -> None:
    """Carry a run on; at a terminal, what a seat asks is put to whoever sits there."""
    from moot.cli import terminal
    from moot.run import answer

    while True:
        try:
            return _argue(store, run, json, retry_failed)
        except WaitsForAnswer as waits:
            if not terminal.attended():
                raise
            answer(store, run, _said(terminal.clean(waits.question)))


def _said(question: str) -> str:
    """What the person answers. Raises `KeyboardInterrupt` for Ctrl-C, and for an end of what they type."""
    try:
        return typer.prompt(question, default="", show_default=False, err=True)
    except typer.Abort:
        raise KeyboardInterrupt from None


def _argue(store: Store, run: str, json: bool, retry_failed: bool) -> None:
    import asyncio

    from moot.cli import summary
    from moot.cli.lines import Lines
    from moot.cli.progress import Progress
    from moot.run import Research

    console = Lines(stderr=json)
    record = store.record(run)
    summary.opening(console, record)
    panel = record.panel
    del record  # its documents would be held beside those of the run

    async def whole() -> None:
        with Progress(console, panel) as progress:
            research = Research(store, run, retry_failed=retry_failed, on_signal=progress.signal)
            async for event in research:
                progress.event(event)

    asyncio.run(whole())


def _tell(store: Store, run: str, folder: Path, json: bool) -> None:
    import json as encoder

    from moot.cli import reports, summary
    from moot.cli.lines import Lines
    from moot.report.document import build

    record = store.record(run)
    console = Lines(stderr=json)
    if record.options.get("plan_only"):
        report = build(record)
        plan = summary.plan(report)
        if json:
            typer.echo(encoder.dumps(plan, indent=2))
        else:
            summary.print_plan(console, plan)
        summary.planned(console, report)
        return
    report = build(record)
    summary.closing(console, report, reports.write(report, record, folder))
    if store.refused(run):
        console.say(f"Calls were not made, for the cap on money: {_richer(run)}")
    if json:
        typer.echo((folder / "report.json").read_bytes())  # bytes: UTF-8, whatever the terminal speaks


def _tell_estimate(prepared: Prepared, json: bool) -> None:
    import json as encoder

    from moot.cli import summary
    from moot.cli.lines import Lines
    from moot.estimate import estimate

    found = summary.estimate(prepared, estimate(prepared))
    if json:
        typer.echo(encoder.dumps(found, indent=2))
    else:
        summary.print_estimate(Lines(), prepared, found)
