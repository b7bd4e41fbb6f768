"""`moot research`: argue a question over sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from moot.cli import options

if TYPE_CHECKING:
    from moot.prepare import Prepared

Sources = Annotated[
    list[str], typer.Option("--sources", "-s", metavar="PATH|URL", help="A file, folder or address; several times.")
]
PROTOCOLS = "How the panel argues: critique, council, debate, solo or vote"
DEFAULTS = {"protocol": "critique", "rounds": "2", "budget": "1", "pages": "30"}
"""For the help only, which must not wait for pydantic; what counts is in `moot.words` (a test holds them together)."""


def command(
    question: Annotated[str, typer.Argument(help="What the document is to answer.")],
    more: options.More = None,
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
    price: options.Price = None,
    deadline: Annotated[str | None, typer.Option(metavar="10m", help="Ends with the best draft so far.")] = None,
    allow_retention: options.Retention = False,
    ask: Annotated[
        bool | None,
        typer.Option("--ask/--no-ask", help="Whether a seat may ask you something first; default: at a terminal."),
    ] = None,
    plan_only: Annotated[bool, typer.Option("--plan-only", help="Only sub-questions and searches.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would be done and may cost; send nothing.")
    ] = False,
    out: options.Out = None,
    json: Annotated[bool, typer.Option("--json", help="What comes of it as JSON on standard output.")] = False,
) -> None:
    """Argue a question over files, folders and pages of the web.

    You get a document in which every sentence is argued, and carries its evidence.
    """
    from moot.cli import reports, terminal
    from moot.cli.working import work
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
        seat_deadline=options.seconds("--seat-deadline", seat_deadline),
        price=price,
        seconds=options.seconds("--deadline", deadline),
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
