"""In a critique too a claim that every check bears out does not go because its author agrees with somebody."""

from __future__ import annotations

import pytest
from pumps import LIFTS, SERVICED, Bench, claim, drafting, of, quote

from moot.debate.argued import Argued
from moot.ledger.record import Record
from moot.words import (
    Action,
    Challenge,
    ChallengeKind,
    Challenges,
    Claim,
    ClaimKind,
    Disagreement,
    Drafted,
    Edit,
    Edited,
    Judgement,
    Judgements,
    Remedy,
    Response,
    Responses,
    Revision,
    Ruled,
    Standing,
    Verdict,
)

FIRST = "r1.reviewer-1.1"
OTHER = "The north pump lifts 34 litres a second after the service."
CONFLICT = Challenge(
    claim="c1",
    kind=ChallengeKind.CONFLICT,
    grounds="A newer survey says 34.",
    citations=(quote("S2.1", OTHER),),
    remedy=Remedy.SHOW_BOTH,
)
BESIDE = Challenge(
    claim="c1",
    kind=ChallengeKind.FIGURE,
    grounds="The figure is wrong, believe me.",
    citations=(quote("S3.1", "The pumps are loud at night, one neighbour reported."),),
    remedy=Remedy.WITHDRAW,
)
"""A located quote that does not bear on the claim."""
DELETED = Revision(edits=(Edit(challenge=FIRST, action="withdraw", claim="c1"),))


def challenges(*each: Challenge) -> Challenges:
    return Challenges(challenges=each)


def response(action: Action, *citations: str) -> Responses:
    quotes = tuple(quote(*each.split(" ", 1)) for each in citations)
    return Responses(responses=(Response(challenge=FIRST, action=action, grounds="You are right.", citations=quotes),))


def verdicts(record: Record) -> dict[str, tuple[str, Verdict]]:
    return {e.ruling.challenge: (e.ruling.by, e.ruling.verdict) for e in of(record.events, Ruled)}


@pytest.mark.parametrize(
    ("action", "said"),
    [(Action.CONCEDE, ()), (Action.WITHDRAW, ()), (Action.CONCEDE, (f"S1.1 {LIFTS.text}",))],
    ids=["concedes", "withdraws", "quotes its own words"],
)
async def test_what_only_its_author_gives_up_stays_and_is_contested(
    bench: Bench, action: Action, said: tuple[str, ...]
) -> None:
    record = await bench.argue(
        {"r1/draft": drafting(), "r1/respond": response(action, *said), "r1/revise": DELETED},
        {"r1/challenge": challenges(BESIDE)},
    )
    assert "c1" in {claim.id for claim in of(record.events, Drafted)[-1].draft.claims()}
    assert verdicts(record)[FIRST] == ("evidence", Verdict.UNDECIDED)
    assert Argued.of(record.events).judged["c1"].standing is Standing.CONTESTED
    assert all("every check bears it out" in each.refused for each in of(record.events, Edited))


async def test_a_judge_decides_where_only_its_author_withdraws_a_claim(bench: Bench) -> None:
    word = Judgement(challenge=FIRST, verdict=Verdict.DISMISSED, reason="so", citations=(quote("S1.1", LIFTS.text),))
    record = await bench.argue(
        {"r1/draft": drafting(), "r1/respond": response(Action.WITHDRAW)},
        {"r1/challenge": challenges(BESIDE)},
        {"r1/rule": Judgements(judgements=(word,))},
    )
    assert verdicts(record)[FIRST] == ("judge-1", Verdict.DISMISSED)
    assert Argued.of(record.events).judged["c1"].standing is Standing.PROVEN


@pytest.mark.parametrize(
    ("raised", "said", "revised", "left"),
    [
        (CONFLICT, (), DELETED, None),
        (BESIDE, (f"S2.1 {OTHER}",), DELETED, None),
        (
            BESIDE,
            (),
            Revision(edits=(Edit(challenge=FIRST, action="revise", claim="c1", new=claim("x", OTHER, "S2.1")),)),
            OTHER,
        ),
    ],
    ids=["the challenge quotes against it", "the author quotes", "the author mends it"],
)
async def test_an_author_may_correct_itself(
    bench: Bench, raised: Challenge, said: tuple[str, ...], revised: Revision, left: str | None
) -> None:
    record = await bench.argue(
        {"r1/draft": drafting(), "r1/respond": response(Action.CONCEDE, *said), "r1/revise": revised},
        {"r1/challenge": challenges(raised), "r2/challenge": challenges()},
    )
    texts = {claim.id: claim.text for claim in of(record.events, Drafted)[-1].draft.claims()}
    assert texts.get("c1") == left and verdicts(record)[FIRST] == ("evidence", Verdict.UPHELD)


@pytest.mark.parametrize("told", [LIFTS.text, "Forty litres a second are lifted by the north pump."])
async def test_what_fell_does_not_come_back_without_a_new_quote(bench: Bench, told: str) -> None:
    """Whatever its words: nothing was found meanwhile that speaks for it."""
    missing = Challenge(
        kind=ChallengeKind.MISSING, grounds="What does it lift?", citations=CONFLICT.citations, remedy=Remedy.ADD
    )
    yields = Response(challenge="r2.reviewer-1.1", action=Action.CONCEDE, grounds="It is missing.")
    back = Claim(id="c9", kind=ClaimKind.STATED, text=told, citations=LIFTS.citations)
    record = await bench.argue(
        {
            "r1/draft": drafting(),
            "r1/respond": response(Action.CONCEDE),
            "r1/revise": DELETED,
            "r2/respond": Responses(responses=(yields,)),
            "r2/revise": Revision(
                edits=(
                    Edit(challenge="r2.reviewer-1.1", action="add", new=back),
                    Edit(challenge="r2.reviewer-1.1", action="revise", claim="c2", new=back),
                )
            ),
        },
        {"r1/challenge": challenges(CONFLICT), "r2/challenge": challenges(missing), "r3/challenge": challenges()},
    )
    again = "it says again what fell, with no new quote"
    refused = [(each.refused, each.before) for each in of(record.events, Edited)]
    assert refused == [("", LIFTS), (again, None), (again, SERVICED)]
    assert told not in {claim.text for claim in of(record.events, Drafted)[-1].draft.claims()}


async def test_what_fell_may_be_told_where_the_draft_rests_on_its_words_elsewhere(bench: Bench) -> None:
    """Both sides of a disagreement were shown: the one that is mended is no claim that comes back."""
    side = LIFTS.model_copy(update={"id": "c8"})
    newer = Claim(id="c9", kind=ClaimKind.QUOTED, text=OTHER, citations=CONFLICT.citations)
    shown = Revision(edits=DELETED.edits, disagreements=(Disagreement(subject="litres", sides=(side, newer)),))
    unclear = Challenge(
        claim="c8", kind=ChallengeKind.OVERREACH, grounds="so", citations=LIFTS.citations, remedy=Remedy.REVISE
    )
    mended = side.model_copy(update={"kind": ClaimKind.STATED, "text": "The north pump lifts 40 litres each second."})
    yields = Response(challenge="r2.reviewer-1.1", action=Action.CONCEDE, grounds="So.", citations=CONFLICT.citations)
    record = await bench.argue(
        {
            "r1/draft": drafting(),
            "r1/respond": response(Action.CONCEDE),
            "r1/revise": shown,
            "r2/respond": Responses(responses=(yields,)),
            "r2/revise": Revision(edits=(Edit(challenge="r2.reviewer-1.1", action="revise", claim="c8", new=mended),)),
        },
        {"r1/challenge": challenges(CONFLICT), "r2/challenge": challenges(unclear), "r3/challenge": challenges()},
    )
    assert not any(each.refused for each in of(record.events, Edited))
