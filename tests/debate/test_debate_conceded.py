"""Who concedes a contradiction revises the claim, as it was told; what is not revised goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hearings import GUESSED, LESS, LIFTS, SAYS_34, SAYS_40, against, judges, last, responds, run, told
from pumps import Bench, claim, drafting, of

from moot.debate.contested import felled
from moot.words import (
    Action,
    Challenged,
    Claim,
    ClaimKind,
    Edit,
    Edited,
    Moved,
    Reply,
    Response,
    ReviseTask,
    Revision,
    Ruled,
    Ruling,
    Standing,
    Task,
    Verdict,
)

BOTH = "The note of March says that the north pump lifts 40 litres a second."
YIELDS = responds(Action.CONCEDE, f"S2.1 {LESS.citations[0].quote}", grounds="I shall say whose figure it is.")


def revises(text: str) -> Callable[[Task], Reply]:
    def reply(task: Task) -> Reply:
        assert isinstance(task, ReviseTask)
        challenge = task.challenges[0]
        new = claim("x", text, "S1.1", SAYS_40)
        return Revision(edits=(Edit(challenge=challenge.id, action="revise", claim=challenge.claim, new=new),))

    return reply


@pytest.mark.parametrize("wrong", [LIFTS, GUESSED], ids=["a judge decides", "the concession decides"])
async def test_a_contradiction_that_is_conceded_with_new_words_is_an_edit(bench: Bench, wrong: Claim) -> None:
    events, judged = await run(
        bench,
        {"r1/draft": drafting(wrong), "r1/respond": YIELDS, "r1/revise": revises(BOTH)},
        {"r1/draft": drafting(LESS)},
        judge={"r1/rule": against("40")},
    )
    assert any(each.ruling.verdict is Verdict.UPHELD and each.ruling.claim == "A.c1" for each in of(events, Ruled))
    assert [each.edit.action for each in of(events, Edited) if not each.refused] == ["revise"]
    assert {BOTH, SAYS_34} <= told(events) and judged["A.c1"].standing is not Standing.WITHDRAWN


@pytest.mark.parametrize("revision", [Revision(), revises(GUESSED.text)], ids=["not revised", "said again"])
async def test_what_was_conceded_and_not_revised_goes(bench: Bench, revision: Reply | Callable[[Task], Reply]) -> None:
    events, judged = await run(
        bench,
        {"r1/draft": drafting(GUESSED), "r1/respond": YIELDS, "r1/revise": revision},
        {"r1/draft": drafting(LESS)},
        judge={"r1/rule": against("40")},
    )
    assert [each.edit.action for each in of(events, Edited) if not each.refused] == ["withdraw"]
    assert GUESSED.text not in told(events) and judged["A.c1"].standing is Standing.WITHDRAWN


@pytest.mark.parametrize("action", [Action.CONCEDE, Action.WITHDRAW])
async def test_what_its_source_says_is_shown_beside_the_other_though_author_and_judge_give_it_up(
    bench: Bench, action: Action
) -> None:
    """An author's view changes; what a source says does not."""

    def withdraws(task: Task) -> Reply:
        assert isinstance(task, ReviseTask)
        edits = (Edit(challenge=each.id, action="withdraw", claim=each.claim) for each in task.challenges)
        return Revision(edits=tuple(edits))

    quotes = f"S2.1 {LESS.citations[0].quote}"
    events, judged = await run(
        bench,
        {"r1/draft": drafting(LIFTS), "r1/respond": responds(action, quotes), "r1/revise": withdraws},
        {"r1/draft": drafting(LESS)},
        judge={"r1/rule": against("40")},
    )
    (both,) = last(events).disagreements
    assert {side.text for side in both.sides} == {SAYS_40, SAYS_34}
    assert judged["A.c1"].standing is judged["B.c1"].standing is Standing.CONTESTED
    assert [each.action for each in of(events, Moved)] == [action]


async def test_a_revision_may_name_another_revised_claim_by_its_new_name(bench: Bench) -> None:
    """What follows from a claim that is revised beside it."""
    premise = claim("c2", "The north pump lifts 40 litres a second, Fritz Maier says.", "S1.1", SAYS_40)
    thus = Claim(id="c3", kind=ClaimKind.INFERRED, text="So the pump lifts 4,000 litres.", premises=("c2",))
    less = "So some 40 litres a second come up."

    def mends(task: Task) -> Reply:
        assert isinstance(task, ReviseTask)
        by_text = {each.text: each.id for each in task.draft.claims()}
        raised = {each.claim: each.id for each in task.challenges}
        first, second = by_text[premise.text], by_text[thus.text]
        follows = thus.model_copy(update={"id": "n2", "text": less, "premises": ("n1",)})
        said = claim("n1", BOTH, "S1.1", SAYS_40)
        return Revision(
            edits=(
                Edit(challenge=raised[first], action="revise", claim=first, new=said),
                Edit(challenge=raised[second], action="revise", claim=second, new=follows),
            )
        )

    events, _ = await run(
        bench,
        {"r1/draft": drafting(thus, premise), "r1/respond": responds(Action.CONCEDE), "r1/revise": mends},
        {"r1/draft": drafting(claim("c1", "The pumps are loud at night, one neighbour reported.", "S3.1"))},
    )
    assert not [each.refused for each in of(events, Edited) if each.refused]
    new = {each.edit.claim: each.edit.new for each in of(events, Edited)}
    assert new["A.c3"] is not None and new["A.c3"].premises == ("A.c2",)


async def test_what_fell_to_several_fell_to_the_one_that_stands(bench: Bench) -> None:
    third = claim("c1", "The north pump lifts 28 litres a second.", "S3.1", "The pumps are loud at night")
    less = claim(
        "c1", "The north pump lifts 34 litres a second, Fritz Maier reported.", "S2.1", LESS.citations[0].quote
    )
    events, _ = await run(
        bench,
        {"r1/draft": drafting(LIFTS)},
        {"r1/draft": drafting(less), "r1/respond": responds(Action.CONCEDE, f"S1.1 {SAYS_40}")},
        {"r1/draft": drafting(third)},
        judge={"r1/rule": judges(lambda text, _: Verdict.DISMISSED if "40" in text else Verdict.UPHELD)},
    )
    raised = {each.challenge.id: each.challenge for each in of(events, Challenged)}
    went = {each.edit.claim: each.edit.challenge for each in of(events, Edited) if each.edit.action == "withdraw"}
    assert SAYS_40 in raised[went["B.c1"]].grounds


def test_a_claim_falls_to_what_it_was_given_up_for_though_it_was_conceded_to_another_too() -> None:
    """Whichever of the two was ruled on first."""

    def upheld(challenge: str) -> Ruling:
        return Ruling(challenge=challenge, claim="A.c1", by="judge-1", verdict=Verdict.UPHELD, reason="so", places=())

    responses = {
        "d1": Response(challenge="d1", action=Action.WITHDRAW, grounds="so"),
        "d2": Response(challenge="d2", action=Action.CONCEDE, grounds="so"),
    }
    against = {"d1": "B.c1", "d2": "C.c1"}
    for order in (("d1", "d2"), ("d2", "d1")):
        rulings = {id: upheld(id) for id in order}
        fell = felled(rulings, responses, against, (), {"d2"}, lambda _: False, lambda id: [id])
        assert fell == {"A.c1": "d1"}
