"""What happens, as it happens: one line an event, and what the seats are doing underneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moot.text.counted import counted
from moot.words import (
    Agreement,
    Aligned,
    Answered,
    Asked,
    Challenged,
    Checked,
    Convened,
    Drafted,
    Dropped,
    Edited,
    Event,
    Followed,
    Gathered,
    LeftOut,
    Moved,
    Noticed,
    Opened,
    Outcome,
    Panel,
    Planned,
    Replaced,
    Responded,
    Ruled,
    Searched,
    SeatFailed,
    SourceRead,
    SourceSkipped,
    Stopped,
    Unsearched,
)

if TYPE_CHECKING:
    from moot.cli.lines import Lines

MARKS = {"upheld": "✗", "dismissed": "✓", "undecided": "?"}


class Progress:
    """Prints to `console`; use as a context manager so that the status line goes away at the end."""

    def __init__(self, console: Lines, panel: Panel) -> None:
        self._console = console
        self._status = console.status("starting")
        self._names = {seat.id: f"{seat.id} ({seat.family})" for seat in panel.seats}
        self._texts = 0
        self._moves: list[Moved] = []
        """Changes of position in the answers that are being told."""
        self._audits = panel.audits

    def __enter__(self) -> Progress:
        if self._console.is_terminal:
            self._status.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._refusals()
        self._status.stop()

    def signal(self, text: str) -> None:
        """Tokens as they arrive: only their growing number is shown, their text belongs to the report."""
        self._texts += len(text)
        self._status.update(f"{self._texts:,} characters so far")

    def event(self, event: Event) -> None:
        if isinstance(event, Moved):
            self._moves.append(event)
            if event.refused:
                return  # until all answers are heard: the same claim may be given up for a reason that counts
        elif not isinstance(event, Responded):
            self._refusals()
        # Of an audit every challenge is told at its end, beside the sentence that it is about.
        line = "" if self._audits and isinstance(event, Challenged | Ruled) else _line(event, self._names)
        if isinstance(event, Replaced):
            self._names[event.seat] = f"{event.seat} ({event.family})"
        if line:
            self._console.say(line)

    def _refusals(self) -> None:
        from moot.report.council import refused

        moves, self._moves = self._moves, []
        really = refused(moves)
        for move in moves:
            if move.refused and move.challenge in really:
                self._console.say(_line(move, self._names))


def _line(event: Event, names: dict[str, str]) -> str:
    match event:
        case SourceRead():
            return f"  read       {event.source.id} {_short(event.source.title)} ({counted(event.passages, 'passage')})"
        case SourceSkipped():
            what = "not read" if event.unread.counts else "skipped"
            return f"  {what:<11}{event.unread.origin}: {event.unread.reason}"
        case Followed():
            link = event.link
            came = link.reason or (f"opened, now at {link.final}" if link.final != link.asked else "opened")
            return f"  asked      {_short(link.asked)}: {came}{' (archived copy)' if link.archived else ''}"
        case Searched():
            came = event.failed or counted(len(event.hits), "page")
            return f"  web        {_short(event.query)} ({event.engine}) → {came}"
        case Unsearched():
            return f"  web        {_short('; '.join(event.queries))}: not searched for, the cap is reached"
        case Noticed():
            by = f" ({names.get(event.by, event.by)})" if event.by else ""
            treated = f" ({event.treated})" if event.doubtful else ""
            return f"  noticed    {event.source}: {event.what}{by}{treated}"
        case Asked():
            return f"  asks       {names.get(event.seat, event.seat)}: {_short(event.question)}"
        case Answered():
            return f"  told       {names.get(event.seat, event.seat)}: {_short(event.answer)}"
        case Planned():
            return f"  planned    {counted(len(event.plan.aspects), 'sub-question')}"
        case Convened():
            sides = "; ".join(f"{n}. {side}" for n, side in enumerate(event.sides, 1))
            return f"  convened   the seats draft in private{f', for: {_short(sides)}' if sides else ''}"
        case Opened():
            count = counted(sum(1 for _ in event.draft.claims()), "claim")
            return f"  opened     draft {event.label} by {names.get(event.seat, event.seat)}: {count}"
        case Aligned():
            asked = f" ({counted(len(event.judged), 'pair')} read)" if event.judged else ""
            return f"  aligned    {_aligned(event)}{asked}"
        case Moved():
            what = f"{event.action.value} {event.claim}"
            if event.refused:
                return f"  REFUSED    {names.get(event.seat, event.seat)} may not {what}: {_short(event.refused)}"
            return f"  moved      {names.get(event.seat, event.seat)} to {what}: {_short(event.grounds)}"
        case Gathered():
            # After the searches of the plan what is shown already is not told again.
            came = counted(len(event.passages), "new passage" if event.round else "passage")
            return f"  searched   {_short('; '.join(event.queries))} → {came}"
        case Drafted():
            claims = sum(1 for _ in event.draft.claims())
            return f"  drafted    round {event.round}: {claims} claims"
        case Checked():
            failed = sum(finding.outcome is Outcome.FAILS for finding in event.findings)
            return f"  checked    {len(event.findings)} findings, {failed} fail"
        case Challenged():
            challenge = event.challenge
            target = challenge.claim or "missing"
            by = names.get(challenge.by, challenge.by)
            return f"  challenged {target} by {by}, {challenge.kind.value}: {_short(challenge.grounds)}"
        case Responded():
            return f"  answered   {event.response.challenge}: {event.response.action.value}"
        case Ruled():
            ruling = event.ruling
            verdict = ruling.verdict.value
            return f"  ruled    {MARKS[verdict]} {ruling.challenge} {verdict}: {_short(ruling.reason)}"
        case Edited():
            target = event.edit.claim or (event.edit.new.id if event.edit.new else "")
            what = f"refused, {event.refused}" if event.refused else event.edit.action
            return f"  edited     {target}: {_short(what)}"
        case SeatFailed():
            return f"  FAILED     {names.get(event.seat, event.seat)} at {event.task}: {event.reason}"
        case Replaced():
            now = f"{event.model} ({event.family})"
            return f"  REPLACED   {names.get(event.seat, event.seat)} by {now} at {event.task}: {_short(event.reason)}"
        case LeftOut():
            left = counted(len(event.pairs), "pair") if event.pairs else counted(len(event.passages), "passage")
            return f"  left out   {left} for {event.seat} at {event.task}: {event.reason}"
        case Dropped():
            what = "closing" if event.closing else "answer"
            return f"  dropped    {counted(len(event.sentences), 'sentence')} of the {what} by {event.seat}"
        case Stopped():
            return f"  stopped    {event.reason}"


def _aligned(event: Aligned) -> str:
    """How many statements the drafts make, and how many of them which drafts make."""
    of = {each: sum(cluster.agreement is each for cluster in event.clusters) for each in Agreement}
    shares = ", ".join(f"{number} in {each.value}" for each, number in of.items())
    contested = sum(bool(cluster.against) for cluster in event.clusters)
    return f"{len(event.clusters)} statements: {shares}; {contested} contradict another"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 96 else f"{line[:95]}…"
