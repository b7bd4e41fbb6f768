"""What must never happen in an argument between several authors."""

from __future__ import annotations

import pytest
from hearings import (
    GUESSED,
    LESS,
    LIFTS,
    LOUD,
    NAMED,
    SAYS_34,
    SAYS_40,
    SERVICED,
    against,
    gives_up,
    judges,
    keeps,
    last,
    responds,
    run,
    told,
)
from pumps import Bench, claim, drafting, of, quote

from moot.debate import council, debate
from moot.debate.argued import Argued
from moot.errors import OverBudget
from moot.report.reverify import reverify
from moot.words import (
    Action,
    Caps,
    Challenge,
    ChallengeKind,
    Challenges,
    ChallengeTask,
    Claim,
    ClaimKind,
    Composed,
    ComposeTask,
    Draft,
    Drafting,
    Edit,
    Edited,
    Moved,
    Remedy,
    Reply,
    Responded,
    RespondTask,
    Response,
    Responses,
    Revision,
    Row,
    Ruled,
    RuleTask,
    Section,
    Standing,
    Stopped,
    Table,
    Task,
)


async def test_a_gate_that_refutes_one_claim_leaves_those_that_say_the_same(bench: Bench) -> None:
    garbled = claim("c1", SAYS_40, "S1.1", "The north pump lifts some 40 litres a second.")
    both = drafting(LIFTS, claim("c2", SAYS_34, "S2.1", "The north pump lifts 34 litres a second"))
    events, _ = await run(bench, {"r1/draft": both}, {"r1/draft": drafting(garbled)})
    assert {SAYS_40, SAYS_34} <= told(events)


async def test_one_seat_gives_up_its_own_claim_only(bench: Bench) -> None:
    gives_up = responds(Action.WITHDRAW, "S2.1 The south pump may need repair.")
    doubtful = claim("c1", "The north pump lifts 40 litres a second, Fritz Maier says.", "S1.1", SAYS_40)
    events, _ = await run(
        bench,
        {"r1/draft": drafting(doubtful), "r1/respond": gives_up},
        {"r1/draft": drafting(LESS)},
        {"r1/draft": drafting(LIFTS)},
    )
    assert SAYS_40 in told(events)


async def test_a_refused_change_of_position_does_no_harm_in_a_debate(bench: Bench) -> None:
    def examines(task: Task) -> Reply:
        assert isinstance(task, ChallengeTask)
        first = next(task.draft.claims())
        words = quote("S2.1", "The north pump lifts 34 litres a second after the service.")
        raised = Challenge(
            claim=first.id, kind=ChallengeKind.OVERREACH, grounds="no", citations=(words,), remedy=Remedy.WITHDRAW
        )
        return Challenges(challenges=(raised,))

    events, judged = await run(
        bench,
        {"r1/draft": drafting(LIFTS), "r1/challenge": Challenges(), "r1/respond": responds(Action.CONCEDE)},
        {"r1/draft": drafting(LOUD), "r1/challenge": examines},
        by=debate.run,
        sides=("Yes.", "No."),
    )
    assert of(events, Moved)[0].refused
    assert judged["A.c1"].standing is Standing.CONTESTED and SAYS_40 in told(events)


async def test_what_every_check_bears_out_is_contested_at_most_whatever_its_author_quotes_in_giving_way(
    bench: Bench,
) -> None:
    def examines(task: Task) -> Reply:
        assert isinstance(task, ChallengeTask)
        first = next(task.draft.claims())
        cited = (quote("S1.1", SAYS_40),)
        raised = Challenge(
            claim=first.id, kind=ChallengeKind.OVERREACH, grounds="x", citations=cited, remedy=Remedy.REVISE
        )
        return Challenges(challenges=(raised,))

    events, judged = await run(
        bench,
        {
            "r1/draft": drafting(LIFTS),
            "r1/challenge": Challenges(),
            "r1/respond": responds(Action.CONCEDE, f"S2.1 {SAYS_34.rstrip('.')}"),
            "r1/revise": Revision(),
        },
        {"r1/draft": drafting(LOUD), "r1/challenge": examines},
        by=debate.run,
        sides=("Yes.", "No."),
        caps=Caps(rounds=1),
    )
    assert not of(events, Moved)[0].refused
    assert judged["A.c1"].standing is Standing.CONTESTED


@pytest.mark.parametrize("mends", [True, False], ids=["mended", "taken out"])
async def test_a_seat_may_mend_a_claim_by_the_words_that_it_misread_but_not_take_it_out(
    bench: Bench, mends: bool
) -> None:
    def examines(task: Task) -> Reply:
        assert isinstance(task, ChallengeTask)
        first = next(task.draft.claims())
        raised = Challenge(
            claim=first.id,
            kind=ChallengeKind.OVERREACH,
            grounds="Only in March.",
            citations=(quote("S1.1", SAYS_40),),
            remedy=Remedy.REVISE,
        )
        return Challenges(challenges=(raised,))

    def revises(task: Task) -> Reply:
        (challenge,) = task.challenges  # type: ignore[union-attr]
        id = challenge.claim
        edit = Edit(challenge=challenge.id, action="withdraw", claim=id)
        if mends:
            new = claim("x", "In March 2026 the north pump lifts 40 litres a second.", "S1.1", LIFTS.citations[0].quote)
            edit = Edit(challenge=challenge.id, action="revise", claim=id, new=new)
        return Revision(edits=(edit,))

    events, judged = await run(
        bench,
        {
            "r1/draft": drafting(LIFTS),
            "r1/challenge": Challenges(),
            "r1/respond": responds(Action.CONCEDE, f"S1.1 {SAYS_40}"),
            "r1/revise": revises,
        },
        {"r1/draft": drafting(LOUD), "r1/challenge": examines},
        by=debate.run,
        sides=("Yes.", "No."),
        caps=Caps(rounds=1),
    )
    (moved,) = of(events, Moved)
    assert not moved.refused and [place.source for place in moved.places] == ["S1"]
    (edited,) = of(events, Edited)
    assert (not edited.refused) is mends
    assert mends or judged["A.c1"].standing is Standing.CONTESTED


async def test_an_inference_is_checked_anew_when_its_premise_changes(bench: Bench) -> None:
    premise = claim("c1", "The north pump lifts 40 litres a second, Fritz Maier says.", "S1.1", SAYS_40)
    thus = Claim(id="c2", kind=ClaimKind.INFERRED, text="Thus 40 litres a second are lifted.", premises=("c1",))

    def revises(task: Task) -> Reply:
        new = claim("x", "It was serviced in March 2026.", "S1.1")
        return Revision(
            edits=tuple(
                Edit(challenge=each.id, action="revise", claim=each.claim, new=new)
                for each in task.challenges  # type: ignore[union-attr]
                if each.kind is ChallengeKind.NOT_CARRIED
            )
        )

    author = {
        "r1/draft": drafting(thus, premise),
        "r1/respond": responds(Action.CONCEDE),
        "r1/revise": revises,
    }
    record = await bench.convene(council.run, [author, {"r1/draft": drafting(LOUD)}])
    judged = Argued.of(record.events).judged
    assert any(not each.refused for each in of(record.events, Edited))
    assert judged["A.c2"].standing is Standing.UNSUPPORTED and "in none of its premises" in judged["A.c2"].reason
    assert reverify(record, bench.referee).stands, "the report checks a claim beside the premises of its time"


async def test_a_seat_that_says_nothing_has_no_words_put_into_its_mouth(bench: Bench) -> None:
    wrong = responds(Action.CONCEDE, grounds="I was wrong, the other draft is right.")
    await run(
        bench,
        {"r1/draft": drafting(LIFTS), "r1/respond": wrong},
        {"r1/draft": drafting(LESS)},
        judge={"r1/rule": against("50")},
    )
    (task, _) = (each for each in bench.asked["judge-1"].asked if isinstance(each, RuleTask))
    assert len(task.responses) == 2 and all("no answer that counts" in each.grounds for each in task.responses)


async def test_what_seats_write_of_ids_does_not_tell_whose_they_are(bench: Bench) -> None:
    says = responds(Action.REBUT, f"S1.1 {SAYS_40}", grounds="As to d1 and p1: they stand, and so does B.c1.")
    await run(
        bench,
        {"r1/draft": drafting(LIFTS), "r1/respond": says},
        {"r1/draft": drafting(LESS), "r1/respond": says},
        judge={"r1/rule": against("50")},
    )
    (task, _) = (each for each in bench.asked["judge-1"].asked if isinstance(each, RuleTask))
    assert not any(each in answer.grounds for answer in task.responses for each in ("author", "A.c1", "B.c1"))


async def test_a_word_that_looks_like_a_number_of_a_claim_stays_what_it_is(bench: Bench) -> None:
    named = claim("c1", "Pump p1 in the north lifts 40 litres a second, at depth d1.", "S1.1", SAYS_40)
    says = responds(Action.REBUT, f"S1.1 {SAYS_40}", grounds="It is said of p1 and d1.")
    events, _ = await run(
        bench,
        {"r1/draft": drafting(named), "r1/respond": says},
        {"r1/draft": drafting(LESS), "r1/respond": responds(Action.REBUT, f"S2.1 {LESS.citations[0].quote}")},
        judge={"r1/rule": judges(keeps, "It is p1 at d1.")},
    )
    grounds = {each.response.grounds for each in of(events, Responded) if each.response.by == "author-1"}
    assert grounds == {"It is said of p1 and d1."}
    assert {each.ruling.reason for each in of(events, Ruled) if each.ruling.by == "judge-1"} == {"It is p1 at d1."}


async def test_without_money_for_a_revision_the_document_still_follows_the_rulings(bench: Bench) -> None:
    events, judged = await run(
        bench,
        {
            "r1/draft": drafting(GUESSED, NAMED),
            "r1/respond": responds(Action.CONCEDE, f"S2.1 {LESS.citations[0].quote}"),
            "r1/revise": OverBudget("nothing left"),
        },
        {"r1/draft": drafting(LESS)},
        judge={"r1/rule": against("40")},
    )
    assert of(events, Stopped)[0].capped and not last(events).disagreements
    assert judged["B.c1"].standing is Standing.PROVEN and judged["A.c1"].standing is Standing.WITHDRAWN


@pytest.mark.parametrize("doubted", [False, True])
async def test_no_cap_ended_a_run_of_whose_last_round_nothing_is_left_to_argue(bench: Bench, doubted: bool) -> None:
    """A sentence that is doubted, of a draft that no longer tells the figure, would be argued about."""
    follows = Claim(id="c7", kind=ClaimKind.INFERRED, text="The north pump lifts water.", premises=("c1",))
    mine = drafting(follows, GUESSED) if doubted else drafting(GUESSED)
    events, _ = await run(
        bench,
        {"r1/draft": mine, "r1/respond": gives_up},
        {"r1/draft": drafting(LESS)},
        judge={"r1/rule": against("40")},
        caps=Caps(rounds=1),
    )
    (stopped,) = of(events, Stopped)
    assert stopped.capped is doubted
    assert stopped.reason == ("the cap of 1 round was reached" if doubted else "nothing more is to be argued")


async def test_a_claim_that_fell_does_not_come_back_in_a_revision(bench: Bench) -> None:
    def adds(task: Task) -> Reply:
        (challenge,) = task.challenges  # type: ignore[union-attr]
        return Revision(edits=(Edit(challenge=challenge.id, action="add", new=GUESSED, section="Answer"),))

    events, _ = await run(
        bench,
        {"r1/draft": drafting(GUESSED, NAMED), "r1/respond": gives_up, "r1/revise": adds},
        {"r1/draft": drafting(LESS)},
        judge={"r1/rule": against("40")},
    )
    (refused,) = [each for each in of(events, Edited) if each.refused]
    assert "says again what fell" in refused.refused and GUESSED.text not in told(events)


async def test_a_claim_that_fell_and_is_mended_stands_again_and_carries_what_follows_from_it(bench: Bench) -> None:
    follows = Claim(id="c7", kind=ClaimKind.INFERRED, text="The north pump lifts water.", premises=("c1",))
    mended = claim("A.c1", "It was serviced in March 2026.", "S1.1")

    def mends(task: Task) -> Reply:
        (challenge,) = task.challenges  # type: ignore[union-attr]
        (premise,) = (each.premises[0] for each in task.draft.claims() if each.premises)  # type: ignore[union-attr]
        new = mended.model_copy(update={"id": premise})
        return Revision(edits=(Edit(challenge=challenge.id, action="revise", claim=premise, new=new),))

    events, judged = await run(
        bench,
        {
            "r1/draft": drafting(follows, GUESSED),
            "r1/respond": gives_up,
            "r2/respond": responds(Action.CONCEDE),
            "r2/revise": mends,
        },
        {"r1/draft": drafting(LESS)},
        judge={"r1/rule": against("40")},
        caps=Caps(rounds=2),
    )
    assert mended.text in told(events) and GUESSED.text not in told(events)
    assert judged["A.c1"].standing is Standing.PROVEN and "not a claim of this draft" not in judged["A.c7"].reason


async def test_an_answer_of_which_nothing_stands_does_not_replace_one_that_does(bench: Bench) -> None:
    thus = Claim(id="c7", kind=ClaimKind.INFERRED, text="Somebody looks after the pump.", premises=("c2",))

    def over_contested(task: Task) -> Reply:
        assert isinstance(task, ComposeTask)
        return Composed(
            claims=(Claim(id="n", kind=ClaimKind.INFERRED, text="It is loud.", premises=task.contested[:1]),)
        )

    events, judged = await run(
        bench,
        {"r1/draft": drafting(thus, SERVICED), "r2/compose": over_contested},
        {"r1/draft": drafting(NAMED), "r2/compose": over_contested},
        caps=Caps(rounds=1),
    )
    assert judged["A.c7"].standing is Standing.INFERRED and "It is loud." not in told(events)


async def test_a_new_row_of_a_known_table_is_added(bench: Bench) -> None:
    def row(label: str, id: str, of_: Claim) -> Row:
        return Row(label=label, cells=(of_.model_copy(update={"id": id, "about": f"{label} · Says"}),))

    rows = (row("Lift", "t1", LIFTS), row("Service", "t2", SERVICED), row("Noise", "t3", LOUD))

    def with_table(*of_rows: Row) -> Drafting:
        table = Table(caption="Pump", columns=("Says",), rows=of_rows)
        return Drafting(draft=Draft(sections=(Section(title="Answer"), Section(title="Facts", tables=(table,)))))

    events, _ = await run(bench, {"r1/draft": with_table(*rows[:2])}, {"r1/draft": with_table(*rows)})
    assert LOUD.text in told(events)


async def test_a_question_that_stays_open_keeps_its_answer_section(bench: Bench) -> None:
    detail = Section(title="Detail", claims=(SERVICED, LOUD))
    draft = Draft(sections=(Section(title="Answer", claims=(LIFTS,)), detail))
    events, _ = await run(bench, {"r1/draft": Drafting(draft=draft)}, {"r1/draft": drafting(LESS)})
    assert [section.title for section in last(events).sections] == ["Answer", "Detail"]


async def test_two_answers_to_one_challenge_are_one(bench: Bench) -> None:
    def twice(task: Task) -> Reply:
        assert isinstance(task, RespondTask)
        (challenge,) = task.challenges
        moves = [Action.REBUT, Action.CONCEDE]
        return Responses(
            responses=tuple(
                Response(challenge=challenge.id, action=each, grounds="so", citations=(quote("S1.1", SAYS_40),))
                for each in moves
            )
        )

    events, _ = await run(bench, {"r1/draft": drafting(LIFTS), "r1/respond": twice}, {"r1/draft": drafting(LESS)})
    assert not of(events, Moved)
