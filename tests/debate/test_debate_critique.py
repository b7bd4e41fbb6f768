"""One round and many of the critique protocol, told by the events of whole runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from pumps import LIFTS, SERVICED, Bench, claim, drafting, of, quote

from moot.debate.argued import Argued
from moot.errors import AccessDenied, AllSeatsFailed, NoCredit, OutOfTime, OverBudget, SeatFailure
from moot.ledger.store import Store
from moot.report.document import build
from moot.words import (
    Action,
    Aspect,
    Caps,
    Challenge,
    Challenged,
    ChallengeKind,
    Challenges,
    ChallengeTask,
    Checked,
    Citation,
    Claim,
    ClaimKind,
    Disagreement,
    Draft,
    Drafted,
    Drafting,
    Edit,
    Edited,
    Gathered,
    Judgement,
    Judgements,
    Plan,
    Remedy,
    Reply,
    Response,
    Responses,
    Revision,
    Ruled,
    RuleTask,
    SeatFailed,
    Standing,
    Stopped,
    Task,
    Verdict,
)

OTHER = "The north pump lifts 34 litres a second after the service."
CONFLICT = Challenge(
    claim="c1",
    kind=ChallengeKind.CONFLICT,
    grounds="A newer survey says 34.",
    citations=(quote("S2.1", OTHER),),
    remedy=Remedy.SHOW_BOTH,
)
FIRST = "r1.reviewer-1.1"


def challenges(*each: Challenge) -> Challenges:
    return Challenges(challenges=each)


def response(action: Action, *citations: str, challenge: str = FIRST) -> Responses:
    quotes = tuple(quote(*each.split(" ", 1)) for each in citations)
    return Responses(responses=(Response(challenge=challenge, action=action, grounds="so", citations=quotes),))


def verdicts(record: object) -> dict[str, tuple[str, Verdict]]:
    return {e.ruling.challenge: (e.ruling.by, e.ruling.verdict) for e in of(record.events, Ruled)}  # type: ignore[attr-defined]


async def test_no_challenge_ends_the_argument_after_one_round(bench: Bench) -> None:
    record = await bench.argue({"r1/draft": drafting()}, {"r1/challenge": challenges()})
    (stopped,) = of(record.events, Stopped)
    assert stopped.reason == "no challenge was raised" and not stopped.capped
    assert {each.standing for each in Argued.of(record.events).judged.values()} == {Standing.PROVEN}


async def test_an_upheld_conflict_is_revised_and_the_first_draft_is_kept(bench: Bench) -> None:
    new = claim("c1", "The north pump lifts 40 litres a second, or 34 by the survey of May 2026.", "S1.1", LIFTS.text)
    new = new.model_copy(update={"citations": (*new.citations, quote("S2.1", OTHER))})
    sides = (LIFTS.model_copy(update={"id": "c8"}), claim("c9", OTHER, "S2.1"))
    revision = Revision(
        edits=(Edit(challenge=FIRST, action="revise", claim="c1", new=claim("x", OTHER, "S2.1")),),
        disagreements=(Disagreement(subject="what the north pump lifts", sides=sides),),
    )
    record = await bench.argue(
        {"r1/draft": drafting(), "r1/respond": response(Action.CONCEDE), "r1/revise": revision},
        {"r1/challenge": challenges(CONFLICT), "r2/challenge": challenges()},
    )
    first, second = (event.draft for event in of(record.events, Drafted))
    assert next(first.claims()).text == LIFTS.text
    assert next(second.claims()).text == OTHER and next(second.claims()).id == "c1"
    assert [side.text for side in second.disagreements[0].sides] == [LIFTS.text, OTHER]
    ids = [each.id for each in second.claims()]
    assert len(ids) == len(set(ids))
    assert verdicts(record)[FIRST] == ("evidence", Verdict.UPHELD)


async def test_a_challenge_without_a_located_quote_falls_even_if_the_author_concedes(bench: Bench) -> None:
    invented = CONFLICT.model_copy(update={"citations": (quote("S2.1", "The north pump lifts 12 litres."),)})
    revision = Revision(edits=(Edit(challenge=FIRST, action="withdraw", claim="c1"),))
    record = await bench.argue(
        {"r1/draft": drafting(), "r1/respond": response(Action.CONCEDE), "r1/revise": revision},
        {"r1/challenge": challenges(invented)},
    )
    assert verdicts(record)[FIRST] == ("evidence", Verdict.DISMISSED)
    assert len(of(record.events, Drafted)) == 1


async def test_a_failed_gate_decides_against_author_reviewer_and_judge(bench: Bench) -> None:
    wrong = claim("c1", "The north pump lifts 45 litres a second.", "S1.1", LIFTS.text)
    rebuttal = response(Action.REBUT, f"S1.1 {LIFTS.text}", challenge="r1.checks.c1.figures")
    dismiss = Judgements(
        judgements=(
            Judgement(
                challenge="r1.checks.c1.figures",
                verdict=Verdict.DISMISSED,
                reason="fine",
                citations=(quote("S1.1", LIFTS.text),),
            ),
        )
    )
    record = await bench.argue(
        {"r1/draft": drafting(wrong, SERVICED), "r1/respond": rebuttal},
        {"r1/challenge": challenges()},
        {"r1/rule": dismiss},
    )
    assert verdicts(record)["r1.checks.c1.figures"] == ("evidence", Verdict.UPHELD)
    assert Argued.of(record.events).judged["c1"].standing in (Standing.CONTRADICTED, Standing.UNSUPPORTED)
    assert not any(isinstance(task, RuleTask) for task in bench.asked["judge-1"].asked)


async def test_a_rebuttal_without_a_quote_does_not_count(bench: Bench) -> None:
    record = await bench.argue(
        {"r1/draft": drafting(), "r1/respond": response(Action.REBUT)},
        {"r1/challenge": challenges(CONFLICT)},
    )
    assert verdicts(record)[FIRST] == ("evidence", Verdict.UPHELD)


REBUT = response(Action.REBUT, "S1.1 The north pump lifts 40 litres a second.")


async def test_located_quotes_on_both_sides_go_to_the_judge(bench: Bench) -> None:
    word = Judgement(challenge=FIRST, verdict=Verdict.DISMISSED, reason="earlier", citations=(quote("S2.1", OTHER),))
    record = await bench.argue(
        {"r1/draft": drafting(), "r1/respond": REBUT},
        {"r1/challenge": challenges(CONFLICT)},
        {"r1/rule": Judgements(judgements=(word,))},
    )
    assert verdicts(record)[FIRST] == ("judge-1", Verdict.DISMISSED)


@pytest.mark.parametrize(
    ("given", "told"), [((quote("S2.1", "no"),), "its quote is not in the evidence"), ((), "it gives no quote")]
)
async def test_a_judge_without_a_located_quote_is_void_and_the_claim_stays_contested(
    bench: Bench, given: tuple[Citation, ...], told: str
) -> None:
    word = Judgement(challenge=FIRST, verdict=Verdict.DISMISSED, reason="trust me", citations=given)
    record = await bench.argue(
        {"r1/draft": drafting(), "r1/respond": REBUT},
        {"r1/challenge": challenges(CONFLICT)},
        {"r1/rule": Judgements(judgements=(word,))},
    )
    assert verdicts(record)[FIRST] == ("evidence", Verdict.UNDECIDED)
    assert told in of(record.events, Ruled)[0].ruling.reason
    assert Argued.of(record.events).judged["c1"].standing is Standing.CONTESTED


async def test_without_a_judge_what_evidence_cannot_decide_stays_contested(bench: Bench) -> None:
    record = await bench.argue({"r1/draft": drafting(), "r1/respond": REBUT}, {"r1/challenge": challenges(CONFLICT)})
    assert verdicts(record)[FIRST] == ("evidence", Verdict.UNDECIDED)
    assert Argued.of(record.events).judged["c1"].standing is Standing.CONTESTED


@pytest.mark.parametrize(
    ("kind", "passage", "words", "falls"),
    [
        (ChallengeKind.STALE, "S2.1", OTHER, False),
        (ChallengeKind.STALE, "S3.1", "The pumps are loud at night", True),
        (ChallengeKind.UNDATED, "S1.1", LIFTS.text, True),
    ],
)
async def test_what_the_record_refutes_is_dismissed(
    bench: Bench, kind: ChallengeKind, passage: str, words: str, falls: bool
) -> None:
    raised = CONFLICT.model_copy(update={"kind": kind, "citations": (quote(passage, words),)})
    record = await bench.argue(
        {"r1/draft": drafting(), "r1/respond": response(Action.CONCEDE)}, {"r1/challenge": challenges(raised)}
    )
    assert verdicts(record)[FIRST][1] is (Verdict.DISMISSED if falls else Verdict.UPHELD)


async def test_something_missing_is_added_but_not_what_the_draft_has(bench: Bench) -> None:
    repair = "The south pump may need repair."
    missing = Challenge(
        aspect="the south pump",
        kind=ChallengeKind.MISSING,
        grounds="Not said.",
        citations=(quote("S2.1", repair),),
        remedy=Remedy.ADD,
    )
    known = missing.model_copy(update={"citations": (quote("S1.1", LIFTS.text),)})
    both = Responses(
        responses=tuple(Response(challenge=f"r1.reviewer-1.{n}", action=Action.CONCEDE, grounds="so") for n in (1, 2))
    )
    edits = (Edit(challenge=FIRST, action="add", new=claim("c1", repair, "S2.1"), section="Other pumps"),)
    record = await bench.argue(
        {"r1/draft": drafting(), "r1/respond": both, "r1/revise": Revision(edits=edits)},
        {"r1/challenge": challenges(missing, known), "r2/challenge": challenges()},
    )
    assert verdicts(record)["r1.reviewer-1.2"][1] is Verdict.DISMISSED
    last = of(record.events, Drafted)[-1].draft
    assert [section.title for section in last.sections] == ["Answer", "Other pumps"]
    assert last.sections[1].claims[0].id not in ("c1", "c2")


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (Edit(challenge="nobody", action="withdraw", claim="c2"), "no upheld challenge"),
        (Edit(challenge=FIRST, action="withdraw", claim="c2"), "another claim"),
        (Edit(challenge=FIRST, action="withdraw", claim="c7"), "no such claim"),
        (
            Edit(challenge=FIRST, action="revise", claim="c1", new=claim("c1", "It lifts 99 litres.", "S2.1", OTHER)),
            "would not stand",
        ),
        (
            Edit(challenge=FIRST, action="revise", claim="c1", new=claim("c1", "Made up.", "S2.1")),
            "would not stand",
        ),
        (
            Edit(
                challenge=FIRST, action="revise", claim="c1", new=Claim(id="c1", kind=ClaimKind.INFERRED, text="Hence.")
            ),
            "needs premises",
        ),
    ],
)
async def test_edits_without_ground_are_refused_and_told(bench: Bench, edit: Edit, why: str) -> None:
    record = await bench.argue(
        {"r1/draft": drafting(), "r1/respond": response(Action.CONCEDE), "r1/revise": Revision(edits=(edit,))},
        {"r1/challenge": challenges(CONFLICT)},
    )
    (edited,) = of(record.events, Edited)
    assert why in edited.refused
    assert len(of(record.events, Drafted)) == 1
    assert of(record.events, Stopped)[0].reason == "the round changed nothing"


async def test_a_withdrawn_claim_goes_and_takes_its_inference_with_it(bench: Bench) -> None:
    inferred = Claim(id="c3", kind=ClaimKind.INFERRED, text="So it lifts enough.", premises=("c1",))
    record = await bench.argue(
        {"r1/draft": drafting(LIFTS, SERVICED, inferred), "r1/respond": response(Action.WITHDRAW)},
        {"r1/challenge": challenges(CONFLICT), "r2/challenge": challenges()},
    )
    standings = Argued.of(record.events).judged
    assert standings["c1"].standing is Standing.WITHDRAWN
    assert standings["c3"].standing is Standing.UNSUPPORTED


async def test_a_failed_reviewer_is_named_and_the_checks_go_on(bench: Bench) -> None:
    wrong = claim("c1", "The north pump lifts 45 litres a second.", "S1.1", LIFTS.text)
    record = await bench.argue(
        {"r1/draft": drafting(wrong)}, {"r1/challenge": SeatFailure("double: refused (not today)")}
    )
    failed = {(each.seat, each.task): each.reason for each in of(record.events, SeatFailed)}
    assert failed["reviewer-1", "challenge"] == "double: refused (not today)"
    assert next(event.challenge.by for event in of(record.events, Challenged)) == "checks"


async def test_no_draft_ends_with_what_the_failure_means(bench: Bench) -> None:
    with pytest.raises(AllSeatsFailed, match="No draft could be made: it broke"):
        await bench.argue({"r1/draft": SeatFailure("it broke")})
    with pytest.raises(AccessDenied, match="key"):
        await bench.argue({"r0/plan": SeatFailure("the key was refused", AccessDenied)})
    with pytest.raises(NoCredit, match="no credit is left: pay for more, or choose another model"):
        await bench.argue({"r0/plan": SeatFailure("no credit is left", NoCredit)})


async def test_an_author_that_cannot_draft_leaves_a_report_that_says_so(bench: Bench) -> None:
    store = Store.open(bench.folder / "kept.db")
    with pytest.raises(AllSeatsFailed):
        await bench.argue({"r1/draft": SeatFailure("no usable reply after 3 attempts")}, store=store)
    report = build(store.record(store.runs()[0].id))
    assert report.draft.gaps == ("No draft could be made: no usable reply after 3 attempts.",)
    assert "degraded" in report.header.panel
    assert any("no usable reply after 3 attempts" in note.text for note in report.header.notes)


async def test_no_money_before_a_draft_is_an_error_after_it_an_end(bench: Bench) -> None:
    with pytest.raises(OverBudget):
        await bench.argue({"r1/draft": OverBudget("nothing left")})
    record = await bench.argue({"r1/draft": drafting()}, {"r1/challenge": OverBudget("nothing left")})
    (stopped,) = of(record.events, Stopped)
    assert stopped.capped and stopped.reason == "nothing left"
    assert of(record.events, Checked)


async def test_a_withdrawn_claims_id_is_never_given_again(bench: Bench) -> None:
    repair = "The south pump may need repair."
    missing = Challenge(
        aspect="the south pump",
        kind=ChallengeKind.MISSING,
        grounds="Not said.",
        citations=(quote("S2.1", repair),),
        remedy=Remedy.ADD,
    )
    second = "r2.reviewer-1.1"
    record = await bench.argue(
        {
            "r1/draft": drafting(),
            "r1/respond": response(Action.WITHDRAW),
            "r2/respond": response(Action.CONCEDE, challenge=second),
            "r2/revise": Revision(edits=(Edit(challenge=second, action="add", new=claim("c1", repair, "S2.1")),)),
        },
        {"r1/challenge": challenges(CONFLICT), "r2/challenge": challenges(missing)},
    )
    last = of(record.events, Drafted)[-1].draft
    assert [each.id for each in last.claims()] == ["c2", "c3"]


async def test_rounds_are_capped_and_settled_challenges_are_shown(bench: Bench) -> None:
    record = await bench.argue(
        {"r1/draft": drafting(), "r1/respond": response(Action.WITHDRAW)},
        {"r1/challenge": challenges(CONFLICT)},
        caps=Caps(usd=Decimal(1), rounds=1),
    )
    (stopped,) = of(record.events, Stopped)
    assert stopped.capped and "cap of 1 round" in stopped.reason
    record = await bench.argue(
        {"r1/draft": drafting(), "r1/respond": response(Action.WITHDRAW)},
        {"r1/challenge": challenges(CONFLICT), "r2/challenge": challenges()},
    )
    second = [task for task in bench.asked["reviewer-1"].asked if isinstance(task, ChallengeTask)][1]
    assert FIRST in [challenge.id for challenge in second.settled]


async def test_open_questions_and_reviewers_searches_bring_passages(bench: Bench) -> None:
    bench_plan = Plan(aspects=(Aspect(id="a1", question="What do neighbours report?", queries=("zebra",)),))
    raised = CONFLICT.model_copy(update={"search": "south pump repair"})
    record = await bench.argue(
        {"r0/plan": bench_plan, "r1/draft": drafting(), "r1/respond": response(Action.CONCEDE)},
        {"r1/challenge": challenges(raised)},
    )
    searched = {(event.round, event.why): event.queries for event in of(record.events, Gathered)}
    assert searched[0, "a1"] == ("zebra",)
    assert searched[1, "a1"] == ("What do neighbours report?",)
    assert searched[1, FIRST] == ("south pump repair",)


class Clock:
    """Stands still until somebody works."""

    def __init__(self) -> None:
        self.seconds = 0

    def __call__(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def takes(self, seconds: int, reply: Reply) -> Callable[[Task], Reply]:
        def work(_: Task) -> Reply:
            self.seconds += seconds
            return reply

        return work


async def test_a_deadline_ends_the_run_between_waves(bench: Bench, tmp_path: Path) -> None:
    clock = Clock()
    store = Store.open(tmp_path / "clocked.db", clock=clock)
    caps = Caps(usd=Decimal(1), seconds=50)
    record = await bench.argue(
        {"r1/draft": clock.takes(40, drafting())},
        {"r1/challenge": clock.takes(40, challenges(CONFLICT))},
        caps=caps,
        store=store,
    )
    (stopped,) = of(record.events, Stopped)
    assert stopped.capped and "deadline of 50 s" in stopped.reason
    assert "respond" not in [task.task for task in bench.asked["author-1"].asked]


async def test_a_deadline_counts_from_the_beginning(bench: Bench, tmp_path: Path) -> None:
    clock = Clock()
    store = Store.open(tmp_path / "clocked.db", clock=clock)
    with pytest.raises(OutOfTime, match="before there was a draft"):
        await bench.argue(
            {"r0/plan": clock.takes(60, Plan(aspects=())), "r1/draft": drafting()},
            caps=Caps(usd=Decimal(1), seconds=50),
            store=store,
        )


async def test_a_cap_after_a_withdrawal_leaves_the_draft_without_the_claim(bench: Bench) -> None:
    record = await bench.argue(
        {"r1/draft": drafting(), "r1/respond": RESPOND_BOTH, "r1/revise": OverBudget("nothing left")},
        {"r1/challenge": challenges(CONFLICT, CONFLICT.model_copy(update={"claim": "c2"}))},
    )
    last = of(record.events, Drafted)[-1].draft
    assert [each.id for each in last.claims()] == ["c2"]
    assert Argued.of(record.events).judged["c1"].standing is Standing.WITHDRAWN


async def test_an_empty_draft_says_that_the_sources_say_nothing(bench: Bench) -> None:
    record = await bench.argue({"r1/draft": Drafting(draft=Draft())}, {"r1/challenge": challenges()})
    assert "say nothing" in of(record.events, Drafted)[0].draft.gaps[0]


RESPOND_BOTH = Responses(
    responses=(
        Response(challenge=FIRST, action=Action.WITHDRAW, grounds="so"),
        Response(challenge="r1.reviewer-1.2", action=Action.CONCEDE, grounds="so"),
    )
)


async def test_the_same_answers_tell_the_same_events(bench: Bench) -> None:
    def script() -> tuple[dict[str, object], dict[str, object]]:
        return {"r1/draft": drafting(), "r1/respond": REBUT}, {"r1/challenge": challenges(CONFLICT)}

    one = await bench.argue(*script())  # type: ignore[arg-type]
    two = await bench.argue(*script())  # type: ignore[arg-type]
    assert one.events == two.events
