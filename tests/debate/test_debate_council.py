"""The council protocol: private drafts, one document, and an argument over nothing but what is contested."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pumps import Bench, claim, drafting, judges, of, quote, responds

from moot.debate import council
from moot.debate.argued import Argued
from moot.errors import AllSeatsFailed, OverBudget, SeatFailure
from moot.ledger.store import Store
from moot.report.document import build
from moot.words import (
    Action,
    Agreement,
    Aligned,
    Alignment,
    Alignments,
    AlignTask,
    Challenged,
    Claim,
    ClaimKind,
    Composed,
    ComposeTask,
    Convened,
    Disagreement,
    Draft,
    Drafted,
    Drafting,
    Dropped,
    Edit,
    Edited,
    Judgement,
    Judgements,
    Moved,
    Opened,
    Relation,
    Reply,
    RespondTask,
    Revision,
    Ruled,
    RuleTask,
    SeatFailed,
    Section,
    Standing,
    Stopped,
    Task,
    Verdict,
)

LIFTS = claim("c1", "The north pump lifts 40 litres a second.", "S1.1")
LIFTS_LESS = claim("c1", "The north pump lifts 34 litres a second.", "S2.1", "The north pump lifts 34 litres a second")
SERVICED = claim("c2", "The north pump was serviced in March 2026.", "S1.1", "It was serviced in March 2026.")
AGAIN = claim("c5", "In March 2026 the north pump was serviced.", "S1.1", "It was serviced in March 2026.")
LOUD = claim("c3", "The pumps are loud at night, one neighbour reported.", "S3.1")
WRONG = claim("c4", "The north pump lifts 50 litres a second.", "S1.1", "The north pump lifts 40 litres a second.")


def composed(*premises: str, text: str = "So it is.") -> Callable[[Task], Reply]:
    """An answer over the first claims that the task shows."""

    def reply(task: Task) -> Reply:
        assert isinstance(task, ComposeTask)
        ids = [each.id for each in task.draft.claims()]
        return Composed(
            claims=(Claim(id="n1", kind=ClaimKind.INFERRED, text=text, premises=premises or tuple(ids[:1])),)
        )

    return reply


def texts(claims: object) -> set[str]:
    return {each.text for each in claims}  # type: ignore[attr-defined]


async def test_agreed_and_verified_claims_are_told_once_and_cost_no_argument(bench: Bench) -> None:
    record = await bench.convene(
        council.run, [{"r1/draft": drafting(SERVICED, LOUD)}, {"r1/draft": drafting(AGAIN)}], judge={}
    )
    (aligned,) = of(record.events, Aligned)
    assert [cluster.agreement for cluster in aligned.clusters] == [Agreement.ALL, Agreement.ONE]
    told = texts(of(record.events, Drafted)[-1].draft.claims())
    assert len(told) == 2 and LOUD.text in told
    assert of(record.events, Stopped)[0].reason == "nothing is contested"
    assert not any(isinstance(task, RespondTask | RuleTask) for seat in bench.asked.values() for task in seat.asked)


async def test_drafts_are_private_and_keep_their_letters(bench: Bench) -> None:
    record = await bench.convene(
        council.run, [{"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(LOUD)}], judge={}
    )
    assert [(each.label, each.seat, next(each.draft.claims()).id) for each in of(record.events, Opened)] == [
        ("A", "author-1", "A.c2"),
        ("B", "author-2", "B.c3"),
    ]
    for seat in ("author-1", "author-2"):
        (task,) = [task for task in bench.asked[seat].asked if task.task == "draft"]
        assert SERVICED.text not in task.model_dump_json(exclude={"passages"})


async def test_a_judge_alone_takes_out_nothing_that_says_what_its_source_says(bench: Bench) -> None:
    rebuts = responds(Action.REBUT, "S2.1 The north pump lifts 34 litres a second after the service.")
    record = await bench.convene(
        council.run,
        [
            {"r1/draft": drafting(LIFTS, SERVICED), "r1/respond": rebuts, "r2/compose": composed()},
            {"r1/draft": drafting(LIFTS_LESS, AGAIN), "r1/respond": rebuts},
        ],
        judge={"r1/rule": judges(lambda text: "40" in text, "S2.1 The north pump lifts 34 litres a second after")},
    )
    assert {each.challenge.claim for each in of(record.events, Challenged)} == {"A.c1", "B.c1"}
    verdicts = {each.ruling.claim: each.ruling.verdict for each in of(record.events, Ruled)}
    assert verdicts == {"A.c1": Verdict.UPHELD, "B.c1": Verdict.DISMISSED}
    first, *_, last = of(record.events, Drafted)
    assert first.draft.disagreements, "before the argument both sides are shown"
    (both,) = last.draft.disagreements
    assert {side.id for side in both.sides} == {"A.c1", "B.c1"}, "the sources disagree, whomever the judge believes"
    judged = Argued.of(record.events).judged
    assert judged["A.c1"].standing is judged["B.c1"].standing is Standing.CONTESTED
    assert not [each for each in of(record.events, Edited) if each.edit.claim == "A.c1"]
    assert "r1/revise" not in {call.place.rpartition("/")[0] for call in record.calls}


async def test_what_a_check_doubts_falls_by_a_judge(bench: Bench) -> None:
    named = claim("c1", "The north pump lifts 40 litres a second, Fritz Maier reported.", "S1.1", LIFTS.text)
    rebuts = responds(Action.REBUT, "S1.1 The north pump lifts 40 litres a second.")
    record = await bench.convene(
        council.run,
        [{"r1/draft": drafting(named), "r1/respond": rebuts}, {"r1/draft": drafting(LIFTS_LESS)}],
        judge={"r1/rule": judges(lambda text: "40" in text, "S2.1 The north pump lifts 34 litres a second after")},
    )
    told = texts(of(record.events, Drafted)[-1].draft.claims())
    assert named.text not in told and LIFTS_LESS.text in told
    assert Argued.of(record.events).judged["A.c1"].standing is Standing.WITHDRAWN


async def test_a_judge_sees_neither_letters_nor_seats_and_is_asked_in_both_orders(bench: Bench) -> None:
    rebuts = responds(Action.REBUT, "S2.1 The north pump lifts 34 litres a second after the service.")
    record = await bench.convene(
        council.run,
        [{"r1/draft": drafting(LIFTS), "r1/respond": rebuts}, {"r1/draft": drafting(LIFTS_LESS), "r1/respond": rebuts}],
        judge={"r1/rule": judges(lambda text: "40" in text, "S2.1 The north pump lifts 34 litres a second after")},
    )
    one, other = (task for task in bench.asked["judge-1"].asked if isinstance(task, RuleTask))
    assert [each.id for each in one.challenges] == [each.id for each in other.challenges][::-1]
    shown = one.model_copy(update={"passages": (), "sources": ()})
    ids = {*(each.id for each in shown.draft.claims()), *(each.id for each in shown.challenges)}
    assert ids == {"p1", "p2", "d1", "d2"}
    assert of(record.events, Convened)[0].seed > 0


async def test_a_judge_that_turns_with_the_order_decides_nothing(bench: Bench) -> None:
    def first_wins(task: Task) -> Reply:
        assert isinstance(task, RuleTask)
        said = zip(task.challenges, [Verdict.UPHELD, Verdict.DISMISSED], strict=True)
        words = (quote("S1.1", "The north pump lifts 40 litres a second."),)
        return Judgements(
            judgements=tuple(
                Judgement(challenge=each.id, verdict=verdict, reason="so", citations=words) for each, verdict in said
            )
        )

    record = await bench.convene(
        council.run,
        [{"r1/draft": drafting(LIFTS)}, {"r1/draft": drafting(LIFTS_LESS)}],
        judge={"r1/rule": first_wins},
    )
    rulings = [each.ruling for each in of(record.events, Ruled)]
    assert {each.verdict for each in rulings} == {Verdict.UNDECIDED}
    assert all("judge undecided" in each.reason for each in rulings)
    (shown,) = of(record.events, Drafted)[-1].draft.disagreements
    assert texts(shown.sides) == {LIFTS.text, LIFTS_LESS.text}
    assert {each.standing for each in Argued.of(record.events).judged.values()} == {Standing.CONTESTED}


async def test_without_a_judge_the_evidence_alone_rules_and_both_are_shown(bench: Bench) -> None:
    record = await bench.convene(
        council.run, [{"r1/draft": drafting(LIFTS)}, {"r1/draft": drafting(LIFTS_LESS)}], judge=None
    )
    assert {each.ruling.by for each in of(record.events, Ruled)} == {"evidence"}
    assert len(of(record.events, Drafted)[-1].draft.disagreements) == 1


async def test_giving_way_without_a_quote_is_refused_and_counted(bench: Bench) -> None:
    record = await bench.convene(
        council.run,
        [
            {"r1/draft": drafting(LIFTS), "r1/respond": responds(Action.CONCEDE)},
            {
                "r1/draft": drafting(LIFTS_LESS),
                "r1/respond": responds(Action.WITHDRAW, "S2.1 lifts 34 litres a second"),
            },
        ],
        judge={},
    )
    moved = of(record.events, Moved)
    assert [bool(each.refused) for each in moved] == [True, True]
    assert "no quote" in moved[0].refused and "already cites" in moved[1].refused
    assert build(record).stats.conformity == 2
    assert len(of(record.events, Drafted)[-1].draft.disagreements) == 1, "neither claim fell"


async def test_a_change_of_position_with_a_quote_counts_but_hides_no_disagreement_of_the_sources(bench: Bench) -> None:
    gives_way = responds(Action.CONCEDE, "S2.1 The north pump lifts 34 litres a second after the service.")
    record = await bench.convene(
        council.run,
        [{"r1/draft": drafting(LIFTS), "r1/respond": gives_way}, {"r1/draft": drafting(LIFTS_LESS)}],
        judge=None,
    )
    (moved,) = of(record.events, Moved)
    assert not moved.refused and moved.places[0].source == "S2"
    assert len(of(record.events, Drafted)[-1].draft.disagreements) == 1


async def test_a_disagreement_that_a_draft_shows_is_not_shown_again_where_more_seats_speak_for_a_side(
    bench: Bench,
) -> None:
    """Two of three rest on the words of one side, the third on those of the other."""
    words = {"40": ("S1.1", LIFTS.text), "34": ("S2.1", "The north pump lifts 34 litres a second")}
    told = {
        "c5": "By the note its rate is 40 litres a second.",
        "c6": "A rate of 34 litres a second was surveyed.",
        "c7": "40 litres a second is what the note gives for the north pump.",
    }
    more = [claim(id, text, *words["34" if "34" in text else "40"]) for id, text in told.items()]

    def aligns(task: Task) -> Reply:
        assert isinstance(task, AlignTask)
        pairs = [(each.id, {each.one, each.other}) for each in task.pairs]
        against = {id: len({"34" in text for text in both}) == 2 and both <= set(told.values()) for id, both in pairs}
        said = {id: Relation.CONFLICT if found else Relation.APART for id, found in against.items()}
        return Alignments(alignments=tuple(Alignment(pair=id, relation=found) for id, found in said.items()))

    less = LIFTS_LESS.model_copy(update={"id": "c8"})
    shown = Disagreement(subject="what the north pump lifts", sides=(LIFTS, less))
    first = Drafting(draft=Draft(sections=(Section(title="Answer", claims=(SERVICED,)),), disagreements=(shown,)))
    record = await bench.convene(
        council.run,
        [{"r1/draft": first}, *({"r1/draft": drafting(each)} for each in more)],
        judge={"r1/align": aligns, "r1/rule": judges(lambda _: True, f"S1.1 {LIFTS.text}")},
    )
    assert [each.subject for each in of(record.events, Drafted)[-1].draft.disagreements] == [shown.subject]


async def test_what_a_check_refutes_is_mended_by_its_own_author(bench: Bench) -> None:
    right = claim("p1", LIFTS.text, "S1.1")

    def revises(task: Task) -> Reply:
        (challenge,) = task.challenges  # type: ignore[union-attr]
        edit = Edit(challenge=challenge.id, action="revise", claim=challenge.claim, new=right)
        return Revision(edits=(edit,))

    record = await bench.convene(
        council.run,
        [{"r1/draft": drafting(WRONG), "r1/revise": revises}, {"r1/draft": drafting(SERVICED)}],
        judge={},
    )
    (edited,) = of(record.events, Edited)
    assert not edited.refused and edited.edit.claim == "A.c4"
    assert LIFTS.text in texts(of(record.events, Drafted)[-1].draft.claims())
    assert {each.standing for each in Argued.of(record.events).judged.values()} == {Standing.PROVEN}


async def test_the_better_proven_of_two_that_say_the_same_speaks_for_both(bench: Bench) -> None:
    unfound = claim("c9", AGAIN.text, "S1.1", "It was serviced in spring 2026.")
    record = await bench.convene(
        council.run, [{"r1/draft": drafting(unfound)}, {"r1/draft": drafting(SERVICED)}], judge={}
    )
    assert [each.id for each in of(record.events, Drafted)[-1].draft.claims()] == ["B.c2"]


async def test_the_answer_is_composed_over_what_stands(bench: Bench) -> None:
    record = await bench.convene(
        council.run,
        [{"r1/draft": drafting(SERVICED), "r2/compose": composed()}, {"r1/draft": drafting(AGAIN, LOUD)}],
        judge={},
    )
    last = of(record.events, Drafted)[-1].draft
    assert last.sections[0].claims[0].text == "So it is." and last.sections[0].claims[0].id == "s1"
    assert Argued.of(record.events).judged["s1"].standing is Standing.INFERRED


async def test_an_answer_from_nowhere_is_left_out(bench: Bench) -> None:
    record = await bench.convene(
        council.run,
        [{"r1/draft": drafting(SERVICED), "r2/compose": composed("c77")}, {"r1/draft": drafting(LOUD)}],
        judge={},
    )
    assert "So it is." not in texts(of(record.events, Drafted)[-1].draft.claims())
    (dropped,) = of(record.events, Dropped)
    assert (dropped.seat, dropped.sentences) == ("author-1", ("So it is.",))
    assert dropped.reasons == ("a premise is not in the document",)


@pytest.mark.parametrize(("fallen", "led"), [(0, True), (1, False)])
async def test_it_is_kept_whether_what_fell_was_to_begin_the_answer(bench: Bench, fallen: int, led: bool) -> None:
    def answer(task: Task) -> Reply:
        assert isinstance(task, ComposeTask)
        premises = [(next(task.draft.claims()).id,), (next(task.draft.claims()).id,)]
        premises[fallen] = ("c77",)
        told = zip(("So it is.", "It was serviced."), premises, strict=True)
        return Composed(
            claims=tuple(
                Claim(id=f"n{n}", kind=ClaimKind.INFERRED, text=text, premises=each)
                for n, (text, each) in enumerate(told)
            )
        )

    record = await bench.convene(
        council.run, [{"r1/draft": drafting(SERVICED), "r2/compose": answer}, {"r1/draft": drafting(LOUD)}], judge={}
    )
    (dropped,) = of(record.events, Dropped)
    assert dropped.lead is led and len(dropped.sentences) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [("Whether the pump lifts 40 litres a second is open.", True), ("The pump lifts 40 litres a second.", False)],
)
async def test_the_answer_may_say_that_one_side_is_open_and_not_that_it_is_so(
    bench: Bench, text: str, told: bool
) -> None:
    def answer(task: Task) -> Reply:
        assert isinstance(task, ComposeTask)
        premise = next(each.id for each in task.draft.claims() if "40 litres" in each.text)
        return Composed(claims=(Claim(id="n1", kind=ClaimKind.INFERRED, text=text, premises=(premise,)),))

    record = await bench.convene(
        council.run, [{"r1/draft": drafting(LIFTS), "r2/compose": answer}, {"r1/draft": drafting(LIFTS_LESS)}]
    )
    assert (text in texts(of(record.events, Drafted)[-1].draft.claims())) is told
    dropped = [reason for each in of(record.events, Dropped) for reason in each.reasons]
    assert bool(dropped) is not told and all("contested" in each for each in dropped)


async def test_a_seat_that_makes_no_draft_is_named_and_the_rest_go_on(bench: Bench) -> None:
    record = await bench.convene(
        council.run,
        [{"r1/draft": SeatFailure("late")}, {"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(AGAIN)}],
        judge={},
    )
    assert [each.seat for each in of(record.events, SeatFailed) if each.task == "draft"] == ["author-1"]
    assert [each.label for each in of(record.events, Opened)] == ["B", "C"]
    (cluster,) = of(record.events, Aligned)[0].clusters
    assert cluster.agreement is Agreement.ALL


async def test_no_draft_at_all_ends_the_run(bench: Bench) -> None:
    with pytest.raises(AllSeatsFailed, match="No draft"):
        await bench.convene(council.run, [{"r1/draft": SeatFailure("late")}, {"r1/draft": SeatFailure("late")}])


async def test_a_draft_that_cannot_be_paid_ends_the_run_with_those_that_could(bench: Bench) -> None:
    record = await bench.convene(
        council.run, [{"r1/draft": drafting(SERVICED)}, {"r1/draft": OverBudget("nothing left")}], judge={}
    )
    (stopped,) = of(record.events, Stopped)
    assert stopped.capped and stopped.reason == "nothing left"
    assert texts(of(record.events, Drafted)[-1].draft.claims()) == {SERVICED.text}


async def test_the_same_case_with_the_same_answers_gives_the_same_report(bench: Bench, tmp_path: Path) -> None:
    scripts: list[dict[str, Reply | Exception | Callable[[Task], Reply]]] = [
        {"r1/draft": drafting(LIFTS, SERVICED)},
        {"r1/draft": drafting(LIFTS_LESS, AGAIN)},
    ]
    judge = {"r1/rule": judges(lambda text: "40" in text, "S2.1 The north pump lifts 34 litres a second after")}
    reports = {
        build(
            await bench.convene(council.run, scripts, judge=judge, store=Store.open(tmp_path / f"{n}.db"))
        ).comparable()
        for n in range(2)
    }
    assert len(reports) == 1


async def test_a_judge_that_rules_against_both_sides_decides_nothing(bench: Bench) -> None:
    record = await bench.convene(
        council.run,
        [{"r1/draft": drafting(LIFTS)}, {"r1/draft": drafting(LIFTS_LESS)}],
        judge={"r1/rule": judges(lambda _: True, "S1.1 The north pump lifts 40 litres a second.")},
    )
    assert {each.ruling.verdict for each in of(record.events, Ruled)} == {Verdict.UNDECIDED}
    (shown,) = of(record.events, Drafted)[-1].draft.disagreements
    assert (
        shown.subject == "North pump lifts: 34 litres a second against 40 litres a second"
    )  # as a title, and not as a check says it


async def test_what_the_sources_do_not_say_is_told_once_whatever_its_words(bench: Bench) -> None:
    gaps = (
        (
            "The cost of a second pump is not given.",
            "The passages do not say who ordered it, nor when it will be delivered.",
            "The orders for June are not given.",
        ),
        (
            "No source says what a second pump would cost.",
            "Who ordered it, and when it will be delivered.",
            "The orders for July are not given.",
        ),
    )
    drafts = [Drafting(draft=drafting(LIFTS).draft.model_copy(update={"gaps": each})) for each in gaps]
    record = await bench.convene(council.run, [{"r1/draft": each} for each in drafts])
    assert of(record.events, Drafted)[-1].draft.gaps == (*gaps[0], gaps[1][2])


async def test_a_gap_that_names_more_is_told_in_the_place_of_one_that_names_less(bench: Bench) -> None:
    less = "First-draw values for Mill Quarter, schools and kindergartens."
    more = "First-draw values for Mill Quarter, single streets, schools and kindergartens."
    other = "First-draw values for Northfield."
    both = "First-draw values for Northfield and the harbour; the price of copper."
    parts = ("First-draw values for the harbour.", "The price of copper.")
    gaps = ((less, other, *parts), (more, both), (less,))
    drafts = [Drafting(draft=drafting(LIFTS).draft.model_copy(update={"gaps": each})) for each in gaps]
    record = await bench.convene(council.run, [{"r1/draft": each} for each in drafts])
    assert of(record.events, Drafted)[-1].draft.gaps == (more, both)
