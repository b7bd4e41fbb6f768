"""The debate protocol: sides, openings, cross-examination, rebuttals, rulings, closings."""

from __future__ import annotations

from collections.abc import Callable

from pumps import Bench, claim, drafting, of, quote

from moot.debate import debate
from moot.errors import SeatFailure
from moot.words import (
    CHECKS,
    Action,
    Aligned,
    Alignment,
    Alignments,
    AlignTask,
    Challenge,
    Challenged,
    ChallengeKind,
    Challenges,
    ChallengeTask,
    Claim,
    ClaimKind,
    CloseTask,
    Composed,
    ComposeTask,
    Convened,
    Drafted,
    DraftTask,
    Dropped,
    Edit,
    Edited,
    Judgement,
    Judgements,
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
    SeatFailed,
    Sides,
    Stopped,
    Task,
    Verdict,
)

FORTY, LESS = "It lifts 40 litres a second.", "It lifts 34 litres a second."
LIFTS = claim("c1", "The north pump lifts 40 litres a second.", "S1.1")
REPAIR = claim("c1", "The south pump may need repair.", "S2.1")
LOUD = claim("c3", "The pumps are loud at night, one neighbour reported.", "S3.1")
SERVICED = claim("c2", "The north pump was serviced in March 2026.", "S1.1", "It was serviced in March 2026.")
OTHER = "The north pump lifts 34 litres a second after the service."


def examines(words: str) -> Callable[[Task], Challenges]:
    """Challenges the first claim that it is shown."""

    def reply(task: Task) -> Challenges:
        assert isinstance(task, ChallengeTask)
        first = next(task.draft.claims())
        return Challenges(
            challenges=(
                Challenge(
                    claim=first.id,
                    kind=ChallengeKind.OVERREACH,
                    grounds="Only before the service.",
                    citations=(quote(*words.split(" ", 1)),),
                    remedy=Remedy.REVISE,
                ),
            )
        )

    return reply


def concedes(task: Task) -> Reply:
    assert isinstance(task, RespondTask)
    quotes = (quote("S2.1", OTHER),)
    return Responses(
        responses=tuple(
            Response(challenge=each.id, action=Action.CONCEDE, grounds="so", citations=quotes)
            for each in task.challenges
        )
    )


def narrows(task: Task) -> Reply:
    (challenge,) = task.challenges  # type: ignore[union-attr]
    new = claim(
        "x", "The note of March 2026 gives 40 litres a second.", "S1.1", "The north pump lifts 40 litres a second"
    )
    return Revision(edits=(Edit(challenge=challenge.id, action="revise", claim=challenge.claim, new=new),))


def gives_way_to_quotes(task: Task) -> Reply:
    """Concedes what a seat objects to, and rebuts the checks."""
    assert isinstance(task, RespondTask)
    return Responses(
        responses=tuple(
            Response(
                challenge=each.id,
                action=Action.REBUT if each.by == CHECKS else Action.CONCEDE,
                grounds="so",
                citations=each.citations or (quote("S3.1", LOUD.text),),
            )
            for each in task.challenges
        )
    )


def dismisses(task: Task) -> Reply:
    assert isinstance(task, RuleTask)
    return Judgements(
        judgements=tuple(
            Judgement(challenge=each.id, verdict=Verdict.DISMISSED, reason="so", citations=(quote("S3.1", LOUD.text),))
            for each in task.challenges
        )
    )


def withdraws(task: Task) -> Reply:
    assert isinstance(task, ReviseTask)
    return Revision(
        edits=tuple(Edit(challenge=each.id, action="withdraw", claim=each.claim) for each in task.challenges)
    )


def opposed(task: Task) -> Reply:
    assert isinstance(task, AlignTask)
    return Alignments(
        alignments=tuple(Alignment(pair=each.id, relation=Relation.CONFLICT, difference="so") for each in task.pairs)
    )


NONE = Challenges()


async def test_each_seat_argues_its_side_and_the_document_tells_by_sides(bench: Bench) -> None:
    record = await bench.convene(
        debate.run,
        [
            {"r1/draft": drafting(LIFTS, LOUD), "r1/challenge": NONE},
            {"r1/draft": drafting(REPAIR), "r1/challenge": NONE},
        ],
        judge={"r0/sides": Sides(sides=(FORTY, LESS))},
    )
    assert of(record.events, Convened)[0].sides == (FORTY, LESS)
    sides = [
        task.side
        for seat in ("author-1", "author-2")
        for task in bench.asked[seat].asked
        if isinstance(task, DraftTask)
    ]
    assert sides == [FORTY, LESS]
    assert of(record.events, Stopped)[0].reason == "nothing is contested"


def infers(text: str, words: str) -> Callable[[Task], Composed]:
    """An answer of one sentence, from the claims of the document that have these words."""

    def reply(task: Task) -> Composed:
        assert isinstance(task, ComposeTask | CloseTask)
        premises = tuple(each.id for each in task.draft.claims() if words in each.text)
        return Composed(claims=(Claim(id="x", kind=ClaimKind.INFERRED, text=text, premises=premises),))

    return reply


async def test_nobody_is_asked_how_two_answers_in_the_same_words_stand_to_each_other(bench: Bench) -> None:
    script = {"r1/draft": drafting(LIFTS), "r1/challenge": NONE}
    record = await bench.convene(debate.run, [script, script], judge={"r1/align": opposed}, sides=(FORTY, LESS))
    assert not any(isinstance(task, AlignTask) for task in bench.asked["judge-1"].asked)
    assert [each.text for each in of(record.events, Drafted)[-1].draft.claims()] == [LIFTS.text]


async def test_what_is_added_takes_no_id_of_a_claim_that_its_draft_withdrew(bench: Bench) -> None:
    """Two drafts say it in the same words; the document has the one, and the other goes."""
    new = claim("c1", "The south pump may need repair.", "S2.1")

    def adds(task: Task) -> Reply:
        assert isinstance(task, ReviseTask)
        return Revision(edits=tuple(Edit(challenge=each.id, action="add", new=new) for each in task.challenges))

    second = {
        "r1/draft": drafting(LIFTS, LOUD),
        "r1/challenge": NONE,
        "r1/respond": concedes,
        "r1/revise": withdraws,
        "r2/challenge": NONE,
        "r2/respond": gives_way_to_quotes,
        "r2/revise": adds,
    }
    first = {
        "r1/draft": drafting(LIFTS, SERVICED),
        "r1/challenge": examines(f"S2.1 {OTHER}"),
        "r2/challenge": examines(f"S2.1 {OTHER}"),
    }
    record = await bench.convene(debate.run, [first, second], sides=(FORTY, LESS))
    edits = [event.edit for event in of(record.events, Edited) if not event.refused]
    assert [(each.action, each.claim) for each in edits] == [("withdraw", "B.c1"), ("add", None)]
    assert edits[1].new is not None and edits[1].new.id not in {"B.c1", "B.c3"}


LOUDLY = infers("The pumps are loud.", "loud")


async def test_whether_the_answers_of_two_sides_exclude_each_other_is_always_asked(bench: Bench) -> None:
    """Sides say the opposite in words of their own, and of two things: of other claims that is no contradiction."""
    record = await bench.convene(
        debate.run,
        [
            {"r1/draft": drafting(LIFTS), "r1/challenge": NONE},
            {"r1/draft": drafting(LOUD, REPAIR.model_copy(update={"id": "c9"})), "r1/challenge": NONE},
        ],
        judge={"r1/align": opposed},
        sides=(FORTY, LESS),
    )
    asked = [task for task in bench.asked["judge-1"].asked if isinstance(task, AlignTask)]
    shown = [{pair.one, pair.other} for task in asked for pair in task.pairs]
    assert shown == [{LIFTS.text, LOUD.text}]
    assert [each.void for each in of(record.events, Aligned)[0].judged] == [""]
    assert {each.challenge.claim for each in of(record.events, Challenged)} == {"A.c1", "B.c3"}


async def test_the_judge_says_the_answer_and_no_side_does(bench: Bench) -> None:
    script = {"r1/draft": drafting(LIFTS), "r1/challenge": NONE}
    record = await bench.convene(
        debate.run,
        [script, {**script, "r1/draft": drafting(LOUD)}],
        judge={"r2/compose": LOUDLY},
        sides=(FORTY, LESS),
    )
    assert not any(task.task == "compose" for n in (1, 2) for task in bench.asked[f"author-{n}"].asked)
    assert [each.text for each in of(record.events, Drafted)[-1].draft.sections[0].claims] == ["The pumps are loud."]


async def test_each_side_closes_with_what_follows_from_what_stands(bench: Bench) -> None:
    def closes(task: Task) -> Reply:
        assert isinstance(task, CloseTask) and task.side == FORTY
        (own,) = (each.id for each in task.draft.claims() if each.text == SERVICED.text)
        stands = Claim(id="x", kind=ClaimKind.INFERRED, text="It was looked after in March 2026.", premises=(own,))
        falls = stands.model_copy(update={"id": "y", "text": "It was looked after for 900 euros."})
        return Composed(claims=(stands, falls))

    record = await bench.convene(
        debate.run,
        [
            {"r1/draft": drafting(SERVICED, LOUD), "r1/challenge": NONE, "r2/close": closes},
            {"r1/draft": drafting(REPAIR), "r1/challenge": NONE, "r2/close": SeatFailure("down")},
        ],
        judge={"r2/compose": LOUDLY},
        sides=(FORTY, LESS),
    )
    sections = of(record.events, Drafted)[-1].draft.sections
    assert [(each.title, [claim.text for claim in each.claims]) for each in sections] == [
        ("Answer", ["The pumps are loud."]),
        (f"Draft for: {FORTY}", ["It was looked after in March 2026.", SERVICED.text, LOUD.text]),
        (f"Draft for: {LESS}", [REPAIR.text]),
    ]
    (dropped,) = of(record.events, Dropped)
    assert dropped.closing and dropped.sentences == ("It was looked after for 900 euros.",)
    assert ("author-2", "close") in {(each.seat, each.task) for each in of(record.events, SeatFailed)}


async def test_a_closing_takes_no_section_of_those_who_argue_no_side(bench: Bench) -> None:
    """Two seats more than sides: what each of them says has a section of its own, under one title."""
    drafts = (
        drafting(SERVICED),
        drafting(SERVICED),
        drafting(SERVICED, more=(LOUD,)),
        drafting(SERVICED, more=(REPAIR,)),
    )
    closes = infers("It was looked after.", "serviced")
    scripts = [{"r1/draft": each, "r1/challenge": NONE, "r2/close": closes} for each in drafts]
    record = await bench.convene(debate.run, scripts, judge={"r2/compose": LOUDLY}, sides=(FORTY, LESS))
    told = {claim.text for claim in of(record.events, Drafted)[-1].draft.claims()}
    assert {LOUD.text, "The pumps are loud.", "It was looked after."} <= told


async def test_what_each_side_concludes_is_there_to_be_answered_from_and_leads_what_it_says(bench: Bench) -> None:
    """Only the conclusions of the draft that gave the document its sections were, as if that side had won."""

    def concludes(text: str, *premises: str) -> Claim:
        return Claim(id="c7", kind=ClaimKind.INFERRED, text=text, premises=premises)

    repair = REPAIR.model_copy(update={"id": "c2"})
    yes, no = concludes("So it was looked after.", "c2"), concludes("So the south pump may be at fault.", "c2")
    record = await bench.convene(
        debate.run,
        [
            {"r1/draft": drafting(yes, more=(SERVICED, LOUD)), "r1/challenge": NONE},
            {"r1/draft": drafting(no, more=(repair,)), "r1/challenge": NONE},
        ],
        judge={"r2/compose": infers("Both may be so.", "So ")},
        sides=(FORTY, LESS),
    )
    before, after = (of(record.events, Drafted)[n].draft for n in (0, -1))
    assert [each.text for each in before.sections[0].claims] == [yes.text, no.text]
    assert [[each.text for each in section.claims] for section in after.sections] == [
        ["Both may be so."],
        [yes.text, SERVICED.text, LOUD.text],
        [no.text, repair.text],
    ]
    (answer,) = after.sections[0].claims
    assert answer.premises == ("A.c7", "B.c7")


async def test_what_an_answer_before_cited_stays_with_its_side(bench: Bench) -> None:
    """That the north pump was serviced is most like what the other side says of the south pump's repair."""
    repair = REPAIR.model_copy(update={"id": "c2"})
    record = await bench.convene(
        debate.run,
        [
            {"r1/draft": drafting(SERVICED, more=(LOUD,)), "r1/challenge": NONE},
            {"r1/draft": drafting(LIFTS, more=(repair,)), "r1/challenge": NONE},
        ],
        judge={"r2/compose": LOUDLY},
        sides=(FORTY, LESS),
    )
    sections = of(record.events, Drafted)[-1].draft.sections
    told = {section.title: {each.text for each in section.claims} for section in sections}
    assert told == {
        "Answer": {"The pumps are loud."},
        f"Draft for: {FORTY}": {SERVICED.text, LOUD.text},
        f"Draft for: {LESS}": {LIFTS.text, repair.text},
    }


async def test_the_user_may_name_the_sides(bench: Bench) -> None:
    script = {"r1/draft": drafting(LIFTS), "r1/challenge": NONE}
    record = await bench.convene(
        debate.run, [script, {**script, "r1/draft": drafting(LOUD)}], judge={}, sides=("Yes.", "No.")
    )
    assert of(record.events, Convened)[0].sides == ("Yes.", "No.")
    assert not any(task.task == "sides" for seat in bench.asked.values() for task in seat.asked)


async def test_cross_examination_shows_the_other_side_only_and_a_concession_is_closed_with_a_narrower_claim(
    bench: Bench,
) -> None:
    record = await bench.convene(
        debate.run,
        [
            {
                "r1/draft": drafting(LIFTS),
                "r1/challenge": NONE,
                "r1/respond": concedes,
                "r1/revise": narrows,
                "r2/challenge": NONE,
            },
            {"r1/draft": drafting(LOUD), "r1/challenge": examines(f"S2.1 {OTHER}"), "r2/challenge": NONE},
        ],
        judge={},
        sides=(FORTY, LESS),
    )
    for seat, other in (("author-1", LOUD), ("author-2", LIFTS)):
        first = next(task for task in bench.asked[seat].asked if isinstance(task, ChallengeTask))
        assert [each.text for each in first.draft.claims()] == [other.text]
        assert all(each.id.startswith("p") for each in first.draft.claims())
    (challenged,) = of(record.events, Challenged)
    assert (challenged.challenge.by, challenged.challenge.claim) == ("author-2", "A.c1")
    (edited,) = of(record.events, Edited)
    assert not edited.refused
    assert "The note of March 2026 gives 40 litres a second." in {
        each.text for each in of(record.events, Drafted)[-1].draft.claims()
    }


async def test_an_examination_names_what_was_ruled_on_of_what_is_left_whoever_raised_it(bench: Bench) -> None:
    """What fell is in no draft any more, and its id would tell whose it was."""
    named = claim("c8", "The pumps are loud at night, Fritz Maier reported.", "S3.1", "The pumps are loud at night")
    record = await bench.convene(
        debate.run,
        [
            {
                "r1/draft": drafting(LIFTS, named, LOUD),
                "r1/challenge": NONE,
                "r1/respond": gives_way_to_quotes,
                "r1/revise": withdraws,
                "r2/challenge": NONE,
            },
            {"r1/draft": drafting(REPAIR), "r1/challenge": examines(f"S2.1 {OTHER}"), "r2/challenge": NONE},
        ],
        judge={"r1/rule": dismisses},
        sides=(FORTY, LESS),
    )
    raised = {each.challenge.claim: each.challenge for each in of(record.events, Challenged)}
    assert set(raised) == {"A.c1", "A.c8"} and raised["A.c8"].by == CHECKS
    again = [task for task in bench.asked["author-2"].asked if isinstance(task, ChallengeTask)][1]
    (settled,) = again.settled
    assert settled.grounds == raised["A.c8"].grounds and settled.claim in {each.id for each in again.draft.claims()}
    assert [each.verdict for each in again.rulings] == [Verdict.DISMISSED]


async def test_a_seat_cannot_examine_itself(bench: Bench) -> None:
    def own(task: Task) -> Reply:
        reply = examines(f"S2.1 {OTHER}")(task)
        return reply.model_copy(update={"challenges": (reply.challenges[0].model_copy(update={"claim": "A.c1"}),)})

    record = await bench.convene(
        debate.run,
        [
            {"r1/draft": drafting(LIFTS), "r1/challenge": own},
            {"r1/draft": drafting(LOUD), "r1/challenge": NONE},
        ],
        judge={},
        sides=(FORTY, LESS),
    )
    (ruled,) = of(record.events, Ruled)
    assert ruled.ruling.verdict is Verdict.DISMISSED and "of the others" in ruled.ruling.reason


async def test_without_sides_the_seats_argue_their_drafts(bench: Bench) -> None:
    script = {"r0/sides": SeatFailure("none"), "r1/draft": drafting(LIFTS), "r1/challenge": NONE}
    record = await bench.convene(debate.run, [script, {**script, "r1/draft": drafting(LOUD)}], judge=None)
    assert of(record.events, Convened)[0].sides == ()
    titles = [section.title for section in of(record.events, Drafted)[-1].draft.sections]
    assert titles == ["Answer", "Also said"]
