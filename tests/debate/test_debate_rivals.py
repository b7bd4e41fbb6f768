"""What becomes of claims of several drafts that contradict one another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

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
from pumps import Bench, claim, document, drafting, of, quote

from moot.debate import council, debate
from moot.debate.contested import matter
from moot.evidence.library import Library
from moot.report.document import build
from moot.words import (
    CHECKS,
    Action,
    Alignment,
    Alignments,
    AlignTask,
    Caps,
    Challenge,
    Challenged,
    ChallengeKind,
    Challenges,
    ChallengeTask,
    Claim,
    ClaimKind,
    Disagreement,
    Draft,
    Drafting,
    Edit,
    Edited,
    Judgement,
    Judgements,
    Moved,
    Relation,
    Remedy,
    Reply,
    RespondTask,
    Response,
    Responses,
    ReviseTask,
    Revision,
    Ruled,
    RuleTask,
    Section,
    Standing,
    Task,
    Verdict,
)


async def test_no_circle_of_rulings_takes_out_all_that_contradict_one_another(bench: Bench) -> None:
    third = claim("c1", "The north pump lifts 28 litres a second.", "S1.1", SAYS_40)
    figures = {"40": "34", "34": "28", "28": "40"}

    def circle(text: str, grounds: str) -> Verdict:
        own = next(each for each in figures if each in text)
        return Verdict.UPHELD if f"lifts {figures[own]}" in grounds else Verdict.DISMISSED

    events, _ = await run(
        bench,
        {"r1/draft": drafting(LIFTS)},
        {"r1/draft": drafting(LESS)},
        {"r1/draft": drafting(third)},
        judge={"r1/rule": judges(circle)},
    )
    assert {SAYS_40, SAYS_34} <= told(events)


async def test_both_sides_that_concede_leave_the_question_open(bench: Bench) -> None:
    named = claim("c1", "The north pump lifts 40 litres a second, Fritz Maier says.", "S1.1", SAYS_40)
    other = claim("c1", "The north pump lifts 34 litres a second, Otto Weber says.", "S2.1", LESS.citations[0].quote)
    events, _ = await run(
        bench,
        {"r1/draft": drafting(named), "r1/respond": responds(Action.CONCEDE)},
        {"r1/draft": drafting(other), "r1/respond": responds(Action.CONCEDE)},
    )
    assert {named.text, other.text} <= told(events)


async def test_the_reader_is_told_that_nobody_stands_for_either_side(bench: Bench) -> None:
    quotes = f"S2.1 {LESS.citations[0].quote}", f"S1.1 {SAYS_40}"
    record = await bench.convene(
        council.run,
        [
            {"r1/draft": drafting(own), "r1/respond": responds(Action.CONCEDE, its)}
            for own, its in zip((LIFTS, LESS), quotes, strict=True)
        ],
    )
    report = build(record)
    contested = {each.claim.text: each.reason for each in report.claims if each.standing is Standing.CONTESTED}
    assert set(contested) == {SAYS_40, SAYS_34}
    assert all(f"author-{n} was ready to give it up" in contested[text] for n, text in ((1, SAYS_40), (2, SAYS_34)))
    moved = [each.text for each in report.cover.lines if each.kind == "moved"] if report.cover else []
    assert moved == ["Nothing: authors were ready to give up 2 claims, and no ruling took what they say out."]


async def test_no_ruling_spares_what_both_authors_withdraw_for_a_check(bench: Bench) -> None:
    named = claim("c1", "The north pump lifts 40 litres a second, Fritz Maier says.", "S1.1", SAYS_40)
    other = claim("c1", "The north pump lifts 34 litres a second, Otto Weber says.", "S2.1", LESS.citations[0].quote)
    events, _ = await run(
        bench,
        {"r1/draft": drafting(named), "r1/respond": responds(Action.WITHDRAW, f"S2.1 {LESS.citations[0].quote}")},
        {"r1/draft": drafting(other), "r1/respond": responds(Action.WITHDRAW, f"S1.1 {SAYS_40}")},
    )
    assert told(events).isdisjoint({named.text, other.text})
    assert {each.ruling.verdict for each in of(events, Ruled)} == {Verdict.UPHELD}, "none says that they are left"


async def test_what_a_check_doubts_does_not_let_a_seat_give_way_to_another(bench: Bench) -> None:
    doubted = claim("c1", "The north pump lifts 40 litres a second, Fritz Maier says.", "S1.1", SAYS_40)
    events, _ = await run(
        bench,
        {"r1/draft": drafting(doubted), "r1/respond": responds(Action.CONCEDE, grounds="You are right.")},
        {"r1/draft": drafting(LESS)},
    )
    challenges = {each.challenge.id: each.challenge for each in of(events, Challenged)}
    moved = [(challenges[each.challenge].by == CHECKS, bool(each.refused)) for each in of(events, Moved)]
    assert set(moved) == {(True, False), (False, True)}, "only to the check"
    assert {doubted.text, LESS.text} <= told(events) and last(events).disagreements


async def test_rivals_that_changed_their_words_are_rivals_anew(bench: Bench) -> None:
    doubtful = claim("c1", "The north pump lifts 40 litres a second, Fritz Maier says.", "S1.1", SAYS_40)

    def revises(task: Task) -> Reply:
        (challenge,) = task.challenges  # type: ignore[union-attr]
        return Revision(edits=(Edit(challenge=challenge.id, action="revise", claim=challenge.claim, new=LIFTS),))

    def concedes_to_checks(task: Task) -> Reply:
        assert isinstance(task, RespondTask)
        return Responses(
            responses=tuple(
                Response(challenge=each.id, action=Action.CONCEDE if each.by == CHECKS else Action.REBUT, grounds="so")
                for each in task.challenges
            )
        )

    events, _ = await run(
        bench,
        {"r1/draft": drafting(doubtful), "r1/respond": concedes_to_checks, "r1/revise": revises},
        {"r1/draft": drafting(LESS)},
        judge={"r1/rule": judges(keeps)},
    )
    assert len(last(events).disagreements) == 1


@pytest.mark.parametrize(
    ("new", "rounds"),
    [
        (claim("c1", "40 litres a second are what the north pump lifts.", "S1.1", SAYS_40), [1]),
        (LIFTS.model_copy(update={"citations": (*LIFTS.citations, *SERVICED.citations)}), [1, 2]),
    ],
    ids=["other words", "another quote"],
)
async def test_what_was_left_undecided_is_not_argued_again_for_other_words(
    bench: Bench, new: Claim, rounds: list[int]
) -> None:
    doubtful = claim("c1", "The north pump lifts 40 litres a second, Fritz Maier says.", "S1.1", SAYS_40)

    def revises(task: Task) -> Reply:
        assert isinstance(task, ReviseTask)
        edits = (Edit(challenge=each.id, action="revise", claim=each.claim, new=new) for each in task.challenges)
        return Revision(edits=tuple(edits)[:1])

    def concedes_to_checks(task: Task) -> Reply:
        assert isinstance(task, RespondTask)
        return Responses(
            responses=tuple(
                Response(challenge=each.id, action=Action.CONCEDE if each.by == CHECKS else Action.REBUT, grounds="so")
                for each in task.challenges
            )
        )

    events, _ = await run(
        bench,
        {"r1/draft": drafting(doubtful), "r1/respond": concedes_to_checks, "r1/revise": revises},
        {"r1/draft": drafting(LESS)},
        caps=Caps(rounds=2),
    )
    assert any(not each.refused and each.edit.action == "revise" for each in of(events, Edited))
    argued = {each.round for each in of(events, Challenged) if each.challenge.by != CHECKS}
    assert sorted(argued) == rounds


async def test_rivals_that_a_judge_lets_stand_are_no_disagreement(bench: Bench) -> None:
    events, judged = await run(
        bench,
        {"r1/draft": drafting(LIFTS)},
        {"r1/draft": drafting(LESS)},
        judge={"r1/rule": judges(keeps)},
    )
    assert not last(events).disagreements
    assert {each.standing for each in judged.values()} == {Standing.PROVEN}


async def test_a_judge_hears_what_made_an_author_give_way(bench: Bench) -> None:
    moved = responds(Action.CONCEDE, "S2.1 The south pump may need repair.", grounds="The survey is newer.")
    events, _ = await run(
        bench,
        {"r1/draft": drafting(LIFTS), "r1/respond": moved},
        {"r1/draft": drafting(LESS)},
        judge={"r1/rule": judges(lambda _, __: Verdict.UNDECIDED)},
    )
    first, _ = (each for each in bench.asked["judge-1"].asked if isinstance(each, RuleTask))
    (heard,) = (each for each in first.responses if "The survey is newer." in each.grounds)
    assert "what the claim quotes stands for it" in heard.grounds and heard.action is Action.REBUT
    assert [each.quote for each in heard.citations] == ["The south pump may need repair.", SAYS_40]
    assert {SAYS_40, SAYS_34} <= told(events)


async def test_a_side_whose_rival_was_withdrawn_stays_in_the_document(bench: Bench) -> None:
    wrong = claim("c5", "The north pump lifts 50 litres a second.", "S1.1", SAYS_40)
    both = Disagreement(subject="lift", sides=(wrong, LESS.model_copy(update={"id": "c6"})))
    draft = Draft(sections=(Section(title="Answer", claims=(SERVICED,)),), disagreements=(both,))
    events, _ = await run(
        bench,
        {"r1/draft": Drafting(draft=draft), "r1/respond": responds(Action.WITHDRAW)},
        {"r1/draft": drafting(LOUD)},
    )
    assert SAYS_34 in told(events) and wrong.text not in told(events)


@pytest.mark.parametrize("takes_sides", [False, True])
async def test_a_draft_that_tells_both_sides_itself_is_no_rival_of_one_that_tells_one(
    bench: Bench, takes_sides: bool
) -> None:
    sides = (LIFTS.model_copy(update={"id": "c5"}), LESS.model_copy(update={"id": "c6"}))
    both = Draft(
        sections=(Section(title="Answer", claims=(SERVICED,)),),
        disagreements=(Disagreement(subject="lift", sides=sides),),
    )
    others = [LIFTS, LESS] if takes_sides else [LESS]
    events, judged = await run(
        bench, {"r1/draft": Drafting(draft=both)}, *({"r1/draft": drafting(each)} for each in others)
    )
    argued = {each.challenge.claim for each in of(events, Challenged) if each.challenge.kind is ChallengeKind.CONFLICT}
    assert argued == ({"B.c1", "C.c1"} if takes_sides else set())
    (shown,) = last(events).disagreements
    assert {side.text for side in shown.sides} == {SAYS_40, SAYS_34}
    assert {judged[side.id].standing for side in shown.sides} == {Standing.CONTESTED}


async def test_undecided_rivals_are_not_argued_again_without_a_new_quote(bench: Bench) -> None:
    def revises(task: Task) -> Reply:
        (challenge,) = task.challenges  # type: ignore[union-attr]
        return Revision(edits=(Edit(challenge=challenge.id, action="revise", claim=challenge.claim, new=LOUD),))

    rebuts = responds(Action.REBUT, f"S1.1 {SAYS_40}")
    events, _ = await run(
        bench,
        {
            "r1/draft": drafting(LIFTS, NAMED),
            "r1/respond": lambda task: (rebuts if len(task.challenges) == 1 else responds(Action.CONCEDE))(task),  # type: ignore[union-attr]
            "r1/revise": revises,
        },
        {"r1/draft": drafting(LESS)},
        caps=Caps(rounds=4),
    )
    assert max(each.round for each in of(events, Ruled)) == 1


async def test_a_claim_that_fell_does_not_come_back_as_a_side(bench: Bench) -> None:
    def shows_both(task: Task) -> Reply:
        (challenge,) = task.challenges  # type: ignore[union-attr]
        sides = (GUESSED.model_copy(update={"id": "x"}), LESS.model_copy(update={"id": "y"}))
        both = Disagreement(subject="lift", sides=sides, challenge=challenge.id)
        return Revision(disagreements=(both,))

    events, _ = await run(
        bench,
        {"r1/draft": drafting(GUESSED, NAMED), "r1/respond": gives_up, "r1/revise": shows_both},
        {"r1/draft": drafting(LESS)},
        judge={"r1/rule": against("40")},
    )
    assert all("says again what fell" in each.refused for each in of(events, Edited) if each.edit.new)
    assert not last(events).disagreements and GUESSED.text not in told(events)


async def test_rivals_that_were_both_examined_are_not_set_against_each_other_again(bench: Bench) -> None:
    def examines(words: str) -> Callable[[Task], Reply]:
        def reply(task: Task) -> Reply:
            assert isinstance(task, ChallengeTask)
            first = next(task.draft.claims())
            cited = (quote(*words.split(" ", 1)),)
            raised = Challenge(
                claim=first.id, kind=ChallengeKind.CONFLICT, grounds="no", citations=cited, remedy=Remedy.WITHDRAW
            )
            return Challenges(challenges=(raised,))

        return reply

    events, _ = await run(
        bench,
        {"r1/draft": drafting(LIFTS), "r1/challenge": examines(f"S1.1 {SAYS_40}")},
        {"r1/draft": drafting(LESS), "r1/challenge": examines(f"S2.1 {LESS.citations[0].quote}")},
        by=debate.run,
        sides=("Yes.", "No."),
        caps=Caps(rounds=1),
    )
    assert {each.challenge.id for each in of(events, Challenged)} == {"r1.author-1.x1", "r1.author-2.x1"}


async def test_a_contradiction_that_a_seat_named_is_not_asked_about_again(bench: Bench) -> None:
    def examines(task: Task) -> Reply:
        assert isinstance(task, ChallengeTask)
        raised = Challenge(
            claim=next(task.draft.claims()).id,
            kind=ChallengeKind.CONFLICT,
            grounds="The newer survey says 34.",
            citations=(quote("S2.1", LESS.citations[0].quote),),
            remedy=Remedy.WITHDRAW,
        )
        return Challenges(challenges=(raised,))

    events, _ = await run(
        bench,
        {"r1/draft": drafting(GUESSED), "r1/challenge": Challenges(), "r1/respond": gives_up},
        {"r1/draft": drafting(LESS), "r1/challenge": examines},
        judge={"r1/rule": against("40")},
        by=debate.run,
        sides=("Yes.", "No."),
        caps=Caps(rounds=1),
    )
    challenges = [each.challenge for each in of(events, Challenged) if each.challenge.by != CHECKS]
    assert sorted((each.claim, each.id) for each in challenges) == [
        ("A.c1", "r1.author-2.x1"),
        ("B.c1", "r1.author-1.1"),
    ]
    assert GUESSED.text not in told(events) and SAYS_34 in told(events)


DOUBTED = claim("c1", "The north pump always lifts 40 litres a second.", "S1.1", SAYS_40)
"""A check doubts it, and all that the checks say makes it less likely than not."""


async def test_what_a_judge_calls_open_is_not_decided_by_what_a_check_doubts(bench: Bench) -> None:
    both_good = judges(lambda text, _: Verdict.UNDECIDED)
    events, _ = await run(
        bench, {"r1/draft": drafting(DOUBTED)}, {"r1/draft": drafting(LESS)}, judge={"r1/rule": both_good}
    )
    assert {DOUBTED.text, SAYS_34} <= told(events)


async def test_a_doubt_that_was_dismissed_decides_nothing_between_rivals(bench: Bench) -> None:
    orders: list[list[str]] = []

    def turns(task: Task) -> Reply:
        """On the check's doubt always the same; between the rivals, otherwise in the other order."""
        assert isinstance(task, RuleTask)
        orders.append([each.id for each in task.challenges])
        first = len(orders) == 1
        checks = {each.grounds for each in task.challenges if each.by == CHECKS}
        return judges(lambda _, grounds: Verdict.DISMISSED if grounds in checks or first else Verdict.UPHELD)(task)

    answers = responds(Action.REBUT, f"S1.1 {SAYS_40}")
    events, _ = await run(
        bench,
        {"r1/draft": drafting(DOUBTED), "r1/respond": answers},
        {"r1/draft": drafting(LESS)},
        judge={"r1/rule": turns},
    )
    assert orders[0] == orders[1][::-1]
    assert {DOUBTED.text, SAYS_34} <= told(events)


async def test_what_drafts_say_of_the_same_words_with_the_same_figure_is_argued_once(bench: Bench) -> None:
    """However many of them say it, each in words of its own that nobody has called the same."""
    dated = claim("c6", "By its note of March, the northern pump has a rate of 40 litres a second.", "S1.1", SAYS_40)

    def only_conflicts(task: Task) -> Reply:
        assert isinstance(task, AlignTask)
        pairs = ((each.id, ("34" in each.one) != ("34" in each.other)) for each in task.pairs)
        told = (Alignment(pair=id, relation=Relation.CONFLICT if opposed else Relation.APART) for id, opposed in pairs)
        return Alignments(alignments=tuple(told))

    events, judged = await run(
        bench,
        {"r1/draft": drafting(LIFTS)},
        {"r1/draft": drafting(LESS)},
        {"r1/draft": drafting(dated)},
        judge={"r1/align": only_conflicts},
    )
    argued = [each.challenge.claim for each in of(events, Challenged)]
    assert argued == ["A.c1", "B.c1"]
    assert {judged[id].standing for id in ("A.c1", "B.c1", "C.c6")} == {Standing.CONTESTED}


COUNTS, RECOUNTS = "In 2024 there were 1,655 cases and 22 deaths.", "In 2024 there were 1,705 cases and 23 deaths."


async def test_two_contradictions_over_the_same_words_are_both_told(tmp_path: Path) -> None:
    """One passage counts the cases and the deaths; what somebody infers from them is a third thing."""
    library = Library([document("S1", "Ministry", None, COUNTS), document("S2", "Statistics office", None, RECOUNTS)])

    def counted(cases: str, deaths: str, answer: str, source: str, words: str) -> Drafting:
        claims = (
            Claim(id="c1", kind=ClaimKind.INFERRED, text=answer, premises=("c2", "c3")),
            claim("c2", f"In 2024 there were {cases} cases.", source, words),
            claim("c3", f"{deaths} people died of the fever in 2024.", source, words),
        )
        return drafting(claims[0], more=claims[1:])

    def matter_of(text: str) -> list[bool]:
        return [word in text for word in ("cases", "died", "fever is")]

    def opposes(task: Task) -> Reply:
        assert isinstance(task, AlignTask)
        pairs = ((each.id, matter_of(each.one) == matter_of(each.other)) for each in task.pairs)
        told = (Alignment(pair=id, relation=Relation.CONFLICT if same else Relation.APART) for id, same in pairs)
        return Alignments(alignments=tuple(told))

    def open_(task: Task) -> Reply:
        assert isinstance(task, RuleTask)
        cited = (quote("S1.1", COUNTS),)
        said = (
            Judgement(challenge=each.id, verdict=Verdict.UNDECIDED, reason="so", citations=cited)
            for each in task.challenges
        )
        return Judgements(judgements=tuple(said))

    events, judged = await run(
        Bench(tmp_path, library),
        {"r1/draft": counted("1,655", "22", "The fever is waning in the province.", "S1.1", COUNTS)},
        {"r1/draft": counted("1,705", "23", "The fever is spreading in the province.", "S2.1", RECOUNTS)},
        judge={"r1/align": opposes, "r1/rule": open_},
        by=debate.run,
        sides=("It wanes.", "It spreads."),
        caps=Caps(rounds=1),
    )
    shown = [{side.id for side in each.sides} for each in last(events).disagreements]
    assert sorted(map(sorted, shown)) == [["A.c1", "B.c1"], ["A.c2", "B.c2"], ["A.c3", "B.c3"]]
    assert {each.standing for each in judged.values()} == {Standing.CONTESTED}


@pytest.mark.parametrize(
    ("one", "other", "over", "told"),
    [
        ("It lists 4,200 lead pipes.", "About 5,050 lead pipes are used.", "4,200 against 5,050", "Lead pipes"),
        ("The pump lifts 40 litres.", "That pump lifts 34 litres.", "40 litres against 34 litres", "Pump lifts"),
        ("In 6 of them a patient was injured.", "In 19 patients were injured.", "6 against 19", "Patient injured"),
        ("Attendance was 512,000.", "The attendance was 498,000.", "498,000 against 512,000", "Attendance"),
        ("The plan costs 44 million euros.", "Replacing costs 31 million euros.", "44 million euros against 31", ""),
        ("", "", "", ""),
    ],
)
def test_a_contradiction_is_titled_by_what_both_speak_of(one: str, other: str, over: str, told: str) -> None:
    assert matter(one, other, over) == told
