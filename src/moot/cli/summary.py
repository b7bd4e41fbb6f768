"""The few lines before and after a run, and what a dry run prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moot.text.counted import counted
from moot.words import PERSON, Challenged, Edited, Gathered, Panel, Role, Seat, Standing

if TYPE_CHECKING:
    from moot.cli.lines import Lines
    from moot.estimate import Estimate
    from moot.ledger.record import Record
    from moot.prepare import Prepared
    from moot.report.shape import Audited, Report, Run, Stats


MOST_TOLD = 20
"""Sentences that do not stand which are told on the terminal."""
_WORST = (Standing.CONTRADICTED, Standing.UNSUPPORTED, Standing.CONTESTED, Standing.UNCHECKED)


def opening(console: Lines, record: Record) -> None:
    console.say(f"Question: {record.case.question}")
    _panel(console, record.panel)
    console.say(f"Run:      {record.run}, at most {record.case.caps.usd} USD")


def closing(console: Lines, report: Report, paths: Sequence[Path]) -> None:
    """Who took part, degraded or not; what came of the claims; sources read; time; cost; where the reports are."""
    from moot.report import wording

    console.say()
    for line in report.header.notes:
        console.say(f"! {line.text}")
    stats, run = report.stats, report.run
    lines = (
        *(_audit(report, report.audited) if report.audited else [f"Panel:   {report.header.panel}", _claims(stats)]),
        f"Sources: {stats.sources_read} read, {stats.sources_unread} not read",
        *([wording.links(report.links)] if report.audited and report.links else []),
        _spent(run),
        *(f"Report:  {path}" for path in paths),
    )
    for line in lines:
        console.say(line)


def _claims(stats: Stats) -> str:
    said = (
        f"Claims:  {stats.drafted} drafted, {stats.challenged} challenged, {stats.withdrawn} withdrawn, "
        f"{stats.revised} revised, {stats.added} added"
    )
    return said + (f", {stats.left_out} left out" if stats.left_out else "")


def _audit(report: Report, counts: Audited) -> Iterator[str]:
    """What is odd about the references, which sentences do not stand and why, the worst first, and the counts."""
    from moot.report import wording
    from moot.verify.wording import shorten

    yield from (f"! {gap}" for gap in report.draft.gaps)
    fallen = sorted(
        (view for view in report.claims if view.standing in _WORST), key=lambda view: _WORST.index(view.standing)
    )
    for view in fallen[:MOST_TOLD]:
        said = f"{view.number} {view.standing.value}: “{shorten(view.claim.text)}”"
        yield f"{wording.MARKS[view.standing]} {said} {view.reason}"
    if len(fallen) > MOST_TOLD:
        yield f"  {len(fallen) - MOST_TOLD} more do not stand: the report has them."
    standings = ", ".join(f"{number} {standing.value}" for standing, number in report.stats.standings)
    yield f"Claims:  {counts.claims}" + (f": {standings}" if standings else "")
    yield f"Audit:   {wording.audit(counts)}"


def _spent(run: Run) -> str:
    return f"Spent:   {run.usd:.4f} USD, {run.seconds:.1f} s, {counted(run.calls, 'call')}"


def added(console: Lines, record: Record) -> None:
    """After an instruction: where it came to nothing that this is so, what was searched, and what would help."""
    from moot.readers.told import told
    from moot.report.document import build

    asked = [event.challenge for event in record.events if isinstance(event, Challenged)]
    last = next((each for each in reversed(asked) if each.by == PERSON), None)
    edits = [event for event in record.events if isinstance(event, Edited) and not event.refused]
    if last is None or any(event.edit.challenge == last.id for event in edits):
        return
    found = {
        id for event in record.events if isinstance(event, Gathered) and event.why == last.id for id in event.passages
    }
    there = [view for view in build(record).claims if view.number]
    said = {claim.id for claim in told(last.grounds, record.case.question, (view.claim for view in there))}
    numbers = [str(view.number) for view in there if view.claim.id in said]
    if numbers:
        where = f"{'sentences' if len(numbers) > 1 else 'sentence'} {', '.join(numbers)}"
        console.say(f"Nothing was added on “{last.grounds}”: the document says of it already what stands in {where}.")
        return
    console.say(
        f"Nothing was added on “{last.grounds}”: the author found nothing further on it in "
        f"{counted(len(record.documents), 'source')} (a search for these words found "
        f"{counted(len(found), 'new passage')}). "
        "Ask in words that the sources use, or start a new run with a source that speaks of it."
    )


def plan(report: Report) -> dict[str, Any]:
    """The sub-questions, how each was searched for, and the passages found, as JSON has them."""
    return {
        "run": report.run.id,
        "question": report.case.question,
        "aspects": [each.model_dump(mode="json") for each in report.plan],
    }


def print_plan(console: Lines, plan: Mapping[str, Any]) -> None:
    for aspect in plan["aspects"]:
        console.say(f"{aspect['id']}. {aspect['question']}")
        console.say(f"    searches: {'; '.join(aspect['searches'])}")
        console.say(f"    passages: {', '.join(aspect['passages']) or 'nothing found'}")


def planned(console: Lines, report: Report) -> None:
    """What a plan cost, and where it is kept: it has no folder."""
    run = report.run
    console.say(_spent(run))
    console.say(
        f"No report was written: `moot show {run.id}` tells the plan again, `moot export {run.id} --to md` too."
    )


def estimate(prepared: Prepared, estimate: Estimate) -> dict[str, Any]:
    """What would be done and will likely cost, as JSON has it. Amounts are texts in USD."""
    seats = zip(prepared.panel.seats, estimate.seats, strict=True)
    return {
        "question": prepared.case.question,
        "seats": [
            {
                "seat": each.seat,
                "model": seat.model,
                "family": seat.family,
                "fallbacks": [fallback.model for fallback in seat.fallbacks],
                "deadline": seat.deadline,
                "tasks": each.tasks,
                "likely_usd": f"{each.likely:.4f}",
            }
            for seat, each in seats
        ],
        "sources": len(prepared.documents),
        "web": web.model_dump(mode="json") if (web := prepared.case.web) else None,
        "unread": [unread.model_dump(mode="json") for unread in prepared.unread],
        "passages": estimate.passages,
        "likely_usd": f"{estimate.likely:.4f}",
        "cap_usd": str(prepared.case.caps.usd),
    }


def print_estimate(console: Lines, prepared: Prepared, estimate: Mapping[str, Any]) -> None:
    console.say(f"Question: {estimate['question']}")
    _panel(console, prepared.panel)
    missing = sum(unread["counts"] for unread in estimate["unread"])
    console.say(f"Sources:  {estimate['sources']} read, {missing} not read")
    for unread in estimate["unread"]:
        console.say(f"          {unread['origin']}: {unread['reason']}")
    console.say(f"Passages: {estimate['passages']}")
    if estimate["web"]:
        console.say(f"Web:      {_web(estimate['web'], len(prepared.options['addresses']))}")
    for seat in estimate["seats"]:
        console.say(f"{seat['seat']:<10} about {seat['tasks']} tasks, likely {seat['likely_usd']} USD")
    console.say(
        f"Total:    likely {estimate['likely_usd']} USD if all rounds are argued; the bill cannot exceed "
        f"{estimate['cap_usd']} USD. Nothing was sent."
    )
    if float(estimate["likely_usd"]) > float(estimate["cap_usd"]):
        console.say("          That is more than the cap: such a run ends early, with its best draft. Give --budget.")


def _web(web: Mapping[str, Any], given: int) -> str:
    """What would be asked of the open web."""
    parts = [f"{given} addresses given"] if given else []
    if web["engines"]:
        most = f"at most {web['searches']} queries and {web['pages']} pages opened"
        parts.append(f"searched by {', '.join(web['engines'])}, {most}; fees of engines count within the cap")
    return "; ".join(parts)


def _panel(console: Lines, panel: Panel) -> None:
    for seat in panel.seats:
        many = len(panel.of(seat.role)) > 1
        name = f"{seat.role.value.capitalize()}{f' {seat.instance}' if many else ''}:"
        console.say(f"{name:<9} {seat.model} ({seat.family}){_rules(seat)}")
    note = _note(panel)
    if note:
        console.say(f"          {note}")


def _rules(seat: Seat) -> str:
    """What holds of a seat beside its model."""
    others = (f"else {each.model} ({each.family})" for each in seat.fallbacks)
    limit = [f"{seat.deadline:g} s an answer"] if seat.deadline is not None else []
    return "".join(f", {part}" for part in (*others, *limit))


def _note(panel: Panel) -> str:
    """What the reader must know of this panel before it begins."""
    authors, judges = panel.of(Role.AUTHOR), panel.of(Role.JUDGE)
    if panel.audits and not panel.speaks:
        return "No language model takes part: the checks look at every claim."
    if not panel.speaks:
        return "No language model takes part: the seats are readers that choose and quote (see `moot models`)."
    if panel.of(Role.REVIEWER):
        return "" if panel.mixed else "Same-family panel: author and reviewer share their lineage."
    if panel.audits:
        return ""
    if len(authors) == 1:
        return "One author works alone: nobody of another family reads what it writes."
    if not panel.mixed:
        return "Same-family panel: the authors share their lineage."
    if {seat.family for seat in judges} & {seat.family for seat in authors}:
        return "The judge shares its lineage with an author."
    return ""
