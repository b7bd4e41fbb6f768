"""The few lines before and after a run, and what a dry run prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from moot.words import Event, Gathered, Panel, Planned

if TYPE_CHECKING:
    from rich.console import Console

    from moot.estimate import Estimate
    from moot.ledger.record import Record
    from moot.run import Prepared


def opening(console: Console, record: Record) -> None:
    console.print(f"Question: {record.case.question}", markup=False, highlight=False)
    _panel(console, record.panel)
    console.print(f"Run:      {record.run}, at most {record.case.caps.usd} USD", markup=False, highlight=False)


def closing(console: Console, record: Record, paths: Sequence[Path]) -> None:
    """Claims drafted, challenged, withdrawn, revised; sources read; time; cost; where the reports are."""
    from moot.report.document import build

    report = build(record)
    console.print()
    for line in report.header.notes:
        console.print(f"! {line.text}", markup=False, highlight=False)
    stats, run = report.stats, report.run
    lines = (
        f"Claims:  {stats.drafted} drafted, {stats.challenged} challenged, {stats.withdrawn} withdrawn, "
        f"{stats.revised} revised",
        f"Sources: {stats.sources_read} read, {stats.sources_unread} not read",
        f"Spent:   {run.usd:.4f} USD, {run.seconds:.1f} s, {run.calls} calls",
        *(f"Report:  {path}" for path in paths),
    )
    for line in lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def plan(console: Console, record: Record) -> None:
    """The sub-questions and what was found for each."""
    events: tuple[Event, ...] = record.events
    found = {event.why: event for event in events if isinstance(event, Gathered)}
    for event in events:
        if isinstance(event, Planned):
            for aspect in event.plan.aspects:
                gathered = found.get(aspect.id)
                passages = ", ".join(gathered.passages) if gathered and gathered.passages else "nothing found"
                console.print(f"{aspect.id}. {aspect.question}", markup=False, highlight=False)
                console.print(f"    searches: {'; '.join(aspect.queries)}", markup=False, highlight=False)
                console.print(f"    passages: {passages}", markup=False, highlight=False)


def estimate(console: Console, prepared: Prepared, estimate: Estimate) -> None:
    console.print(f"Question: {prepared.case.question}", markup=False, highlight=False)
    _panel(console, prepared.panel)
    console.print(f"Sources:  {len(prepared.documents)} read, {len(prepared.unread)} not read")
    for unread in prepared.unread:
        console.print(f"          {unread.origin}: {unread.reason}", markup=False, highlight=False)
    console.print(f"Passages: {estimate.passages}")
    for seat in estimate.seats:
        console.print(
            f"{seat.seat:<10} at most {seat.calls} calls, likely {seat.likely:.4f}, worst case {seat.worst:.4f} USD",
            highlight=False,
        )
    console.print(
        f"Total:    likely {estimate.likely:.4f} USD; the bill cannot exceed {prepared.case.caps.usd} USD. "
        "Nothing was sent.",
        highlight=False,
    )


def _panel(console: Console, panel: Panel) -> None:
    for seat in panel.seats:
        console.print(
            f"{seat.role.value.capitalize() + ':':<9} {seat.model} ({seat.family})", markup=False, highlight=False
        )
    if not panel.speaks:
        console.print("          No language model takes part: the seats are readers that choose and quote.")
    elif not panel.mixed:
        console.print("          Same-family panel: author and reviewer share their lineage.")
