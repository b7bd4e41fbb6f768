"""A council killed before any of its calls goes on to the same events and the same report."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from pumps import NOTES, Protocol, claim, document, drafting, quote, referee

from moot.debate import council, debate, vote
from moot.evidence.library import Library
from moot.ledger.journal import Journal
from moot.ledger.record import Record
from moot.ledger.store import Store
from moot.report.document import build
from moot.testing.seats import Script, ScriptedSeat
from moot.words import (
    Action,
    Caps,
    Case,
    Challenge,
    ChallengeKind,
    Challenges,
    ChallengeTask,
    Claim,
    ClaimKind,
    Composed,
    ComposeTask,
    Edit,
    Judgement,
    Judgements,
    Panel,
    Remedy,
    Reply,
    RespondTask,
    Response,
    Responses,
    ReviseTask,
    Revision,
    Role,
    RuleTask,
    Seat,
    Task,
    Verdict,
)

LIFTS = claim("c1", "The north pump lifts 40 litres a second.", "S1.1")
LESS = claim("c1", "The north pump lifts 34 litres a second.", "S2.1", "The north pump lifts 34 litres a second")
NAMED = claim("c8", "The pumps are loud at night, Fritz Maier reported.", "S3.1", "The pumps are loud at night")
LOUD = claim("x", "The pumps are loud at night, one neighbour reported.", "S3.1")
LIBRARY = Library([document(id, *note) for id, note in NOTES.items()])


def answers(task: Task) -> Reply:
    """A plain answer to whatever is asked, made of the task alone."""
    words = (quote("S2.1", "The north pump lifts 34 litres a second after the service."),)
    if isinstance(task, ChallengeTask):
        first = next(task.draft.claims())
        raised = Challenge(
            claim=first.id, kind=ChallengeKind.OVERREACH, grounds="so", citations=words, remedy=Remedy.REVISE
        )
        return Challenges(challenges=(raised,))
    if isinstance(task, RespondTask):
        return Responses(
            responses=tuple(
                Response(challenge=each.id, action=Action.CONCEDE, grounds="so", citations=words)
                for each in task.challenges
            )
        )
    if isinstance(task, RuleTask):
        return Judgements(
            judgements=tuple(
                Judgement(challenge=each.id, verdict=Verdict.DISMISSED, reason="so", citations=words)
                for each in task.challenges
            )
        )
    if isinstance(task, ComposeTask):
        premises = [each.id for each in task.draft.claims() if each.id not in task.contested][:1]
        return Composed(claims=(Claim(id="n", kind=ClaimKind.INFERRED, text="So it is.", premises=tuple(premises)),))
    assert isinstance(task, ReviseTask)
    first = task.challenges[0]
    return Revision(edits=(Edit(challenge=first.id, action="revise", claim=first.claim, new=LOUD),))


def script(*claims: Claim) -> Script:
    tasks = ("challenge", "respond", "rule", "revise", "compose")
    return {"r1/draft": drafting(*claims)} | {f"r{n}/{task}": answers for n in range(1, 5) for task in tasks}


async def argued(store: Store, id: str, run: Protocol, case: Case) -> Record:
    scripts = (script(LIFTS, NAMED), script(LESS), script())
    holders = [ScriptedSeat(seat, each) for seat, each in zip(panel().seats, scripts, strict=True)]
    async with store.take(id) as journal:
        await run(case, holders, LIBRARY, referee(), journal)
        journal.finish("done")
    return store.record(id)


def panel() -> Panel:
    authors = [Seat(role=Role.AUTHOR, model=f"double:a{n}", family=f"f{n}", instance=n) for n in (1, 2)]
    return Panel(seats=(*authors, Seat(role=Role.JUDGE, model="double:judge", family="j")))


class Killed(BaseException):
    pass


@pytest.mark.parametrize("run", [council.run, debate.run, vote.run])
async def test_killed_before_any_call_it_comes_to_the_same_end(
    run: Protocol, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sides = ("Yes.", "No.") if run is debate.run else ()
    case = Case(question="How much does the north pump lift?", caps=Caps(seconds=9999), sides=sides)

    def fresh(name: str) -> tuple[Store, str]:
        store = Store.open(tmp_path / f"{name}.db")
        return store, store.create(case, panel(), LIBRARY.documents)

    whole = await argued(*fresh("whole"), run, case)
    plain, made = Journal.once, 0

    async def counted(self: Journal, *asked: Any) -> Any:
        nonlocal made
        made += 1
        if made == last:
            raise Killed
        return await plain(self, *asked)

    last, calls = 0, 0
    with monkeypatch.context() as patched:
        patched.setattr(Journal, "once", counted)
        await argued(*fresh("counted"), run, case)
        calls = made
    for last in range(1, calls + 1):
        store, id = fresh(f"killed{last}")
        made = 0
        with monkeypatch.context() as patched, suppress(Killed):
            patched.setattr(Journal, "once", counted)
            await argued(store, id, run, case)
        again = await argued(store, id, run, case)
        assert again.events == whole.events
        assert build(again).comparable() == build(whole).comparable()
