"""What a seat is shown carries nothing that tells whose it is, and its reply comes back under the ids of the record."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.debate.masks import Mask, shuffled
from moot.words import (
    Challenge,
    ChallengeKind,
    Claim,
    ClaimKind,
    Draft,
    Finding,
    Judgement,
    Judgements,
    Outcome,
    Passage,
    Remedy,
    RuleTask,
    Section,
    Verdict,
)

IDS = st.lists(st.tuples(st.sampled_from("ABCDE"), st.integers(1, 99)), min_size=1, max_size=12, unique=True).map(
    lambda pairs: [f"{letter}.c{n}" for letter, n in pairs]
)


def task(claims: list[str], challenges: list[str]) -> RuleTask:
    made = tuple(Claim(id=id, kind=ClaimKind.INFERRED, text="Same.", premises=(claims[0],)) for id in claims)
    raised = tuple(
        Challenge(
            id=id, by=f"author-{n}", claim=claims[0], kind=ChallengeKind.CONFLICT, grounds="so", remedy=Remedy.REVISE
        )
        for n, id in enumerate(challenges, 1)
    )
    found = Finding(
        check="premises",
        version="1",
        claim=claims[0],
        outcome=Outcome.FAILS,
        gate=True,
        reason=f"premise {claims[0]} is contested",
    )
    return RuleTask(
        question="Which?",
        sources=(),
        passages=(),
        draft=Draft(sections=(Section(title="Answer", claims=made),)),
        findings=(found,),
        challenges=raised,
        responses=(),
    )


@given(IDS, st.integers(0, 2**32), st.integers(1, 6))
def test_no_id_of_the_record_is_shown_and_a_reply_finds_its_way_back(claims: list[str], seed: int, count: int) -> None:
    challenges = [f"r1.author-{n}.1" for n in range(1, count + 1)]
    mask = Mask.of(seed, "judge-1", claims, challenges)
    whole = task(claims, challenges)
    shown = mask.on(whole)
    said = shown.model_dump_json(exclude={"challenges": {"__all__": {"by"}}})
    assert not any(id in said for id in (*claims, *challenges))
    reply = Judgements(
        judgements=tuple(Judgement(challenge=each.id, verdict=Verdict.UPHELD, reason="so") for each in shown.challenges)
    )
    assert [each.challenge for each in mask.off(reply).judgements] == challenges
    assert mask.off(shown) == whole


@given(st.lists(st.text(string.ascii_letters, min_size=1), unique=True), st.integers(0, 2**32))
def test_the_order_is_that_of_seed_and_viewer_and_nothing_else(items: list[str], seed: int) -> None:
    assert shuffled(items, seed, "judge-1") == shuffled(items[::-1], seed, "judge-1")
    assert sorted(shuffled(items, seed, "judge-1")) == sorted(items)


def test_two_viewers_see_two_orders() -> None:
    ids = [f"A.c{n}" for n in range(1, 9)]
    orders = {tuple(Mask.of(7, f"author-{n}", ids, ()).shown.items()) for n in range(4)}
    assert len({tuple(sorted(order)) for order in orders}) > 1


def test_evidence_is_shown_as_it_is() -> None:
    told = Passage(id="S1.1", source="S1", start=0, end=33, text="Clause A.c1 was upheld in r1.a-1.1")
    whole = task(["A.c1"], ["r1.author-1.1"]).model_copy(update={"passages": (told,)})
    shown = Mask.of(1, "judge-1", ["A.c1"], ["r1.author-1.1"]).on(whole)
    assert shown.passages == (told,) and shown.draft != whole.draft


@pytest.mark.parametrize("text", ["Vitamin d1 is on\np2.", "A p2-d1 pump"])
def test_a_name_that_stands_in_a_text_is_no_number_of_a_claim(text: str) -> None:
    claims, challenges = [f"A.c{n}" for n in range(1, 5)], ["r1.author-1.1", "r1.author-2.1"]
    told = Passage(id="S1.1", source="S1", start=0, end=len(text), text=text)
    whole = task(claims, challenges).model_copy(update={"passages": (told,)})
    plain = Mask.of(7, "judge-1", claims, challenges)
    mask = plain.clear_of(whole)
    assert set(mask.shown.values()) == {"p1", "p3", "p4", "p5", "d2", "d3"}
    assert sorted(claims, key=mask.number) == sorted(claims, key=plain.number)
    reason = f"It says “{text}” of {mask.shown['A.c2']}."
    said = Judgements(judgements=(Judgement(challenge="d2", verdict=Verdict.UPHELD, reason=reason),))
    assert mask.off(said).judgements[0].reason == f"It says “{text}” of A.c2."
    assert mask.off(mask.on(whole)) == whole


def test_ids_and_what_seats_said_of_numbers_before_are_no_names_in_a_text() -> None:
    """A claim of a disagreement, `A.d2`, has one in its id; a seat may have named one that nobody showed it."""
    whole = task(["A.d2"], ["r1.author-1.1"])
    said = whole.challenges[0].model_copy(update={"grounds": "p1 is not what d1 says"})
    mask = Mask.of(7, "judge-1", ["A.d2"], ["r1.author-1.1"])
    assert mask.clear_of(whole.model_copy(update={"challenges": (said,)})) == mask


def test_an_id_that_has_no_number_is_not_shown() -> None:
    """A claim that fell is in no draft, and was named with the letter of its draft."""
    whole = task(["A.c1", "B.c2"], ["r1.author-1.1", "r1.author-2.1"])
    shown = Mask.of(7, "judge-1", ["B.c2"], ["r1.author-2.1"]).on(whole)
    assert {each.claim for each in shown.challenges} == {"another"} and shown.challenges[0].id == "another"
    assert [each.id for each in shown.draft.claims()] == ["another", "p1"]
