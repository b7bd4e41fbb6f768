"""A doubt is argued once, and a failed gate decides what it is about and nothing else."""

from __future__ import annotations

import pytest
from pumps import SERVICED, Bench, claim, drafting, of, quote, responds

from moot.debate import bearing, debate
from moot.debate.argued import Argued
from moot.words import (
    CHECKS,
    Action,
    Caps,
    Challenge,
    Challenged,
    ChallengeKind,
    Challenges,
    Finding,
    Judgement,
    Judgements,
    Moved,
    Outcome,
    Remedy,
    Reply,
    Response,
    Responses,
    Ruled,
    Standing,
    Task,
    Verdict,
)

SAYS_40 = "The north pump lifts 40 litres a second."
FIRST = "r1.reviewer-1.1"


def challenge(kind: ChallengeKind, grounds: str) -> Challenge:
    cited = (quote("S1.1", SAYS_40),)
    return Challenge(claim="c1", kind=kind, grounds=grounds, citations=cited, remedy=Remedy.REVISE)


def finding(check: str, reason: str, gate: bool = False) -> Finding:
    return Finding(check=check, version="1", claim="c1", outcome=Outcome.FAILS, gate=gate, reason=reason)


DIFFERS = finding("figures", "figure differs: 45 litres against 40 litres", gate=True).model_copy(
    update={"otherwise": True}
)
MISSING = finding("figures", "45 litres is not in the quoted evidence", gate=True)
NAMES = finding("names", "“Fritz Maier” is named in none of its sources")


@pytest.mark.parametrize("reason", ["contradicted: it says otherwise", "not said: it says otherwise"])
@pytest.mark.parametrize("otherwise", [True, False])
def test_a_judge_sees_a_contradiction_where_it_says_so_whatever_words_it_has(reason: str, otherwise: bool) -> None:
    found = finding("judge", reason).model_copy(update={"otherwise": otherwise})
    assert bearing.kind(found) is (ChallengeKind.CONFLICT if otherwise else ChallengeKind.NOT_CARRIED)


@pytest.mark.parametrize(
    ("found", "raised", "same"),
    [
        (DIFFERS, challenge(ChallengeKind.FIGURE, "That is not what it says."), True),
        (DIFFERS, challenge(ChallengeKind.FIGURE, "The source has 40 litres a second."), True),
        (DIFFERS, challenge(ChallengeKind.NOT_CARRIED, "45 litres stand nowhere."), True),
        (DIFFERS, challenge(ChallengeKind.FIGURE, "The 12 years are not in the source."), False),
        (DIFFERS, challenge(ChallengeKind.OVERREACH, "It says nothing of always."), False),
        (DIFFERS, challenge(ChallengeKind.CONFLICT, "Another draft says: It lifts 40 litres."), True),
        (MISSING, challenge(ChallengeKind.FIGURE, "45 litres stand nowhere."), True),
        (MISSING, challenge(ChallengeKind.CONFLICT, "Another draft says: It lifts 45 litres, since May."), False),
        (NAMES, challenge(ChallengeKind.NOT_CARRIED, "It says nothing of the night."), True),
        (NAMES, challenge(ChallengeKind.OVERREACH, "Who Fritz Maier is, nobody says."), True),
        (NAMES, challenge(ChallengeKind.OVERREACH, "It is not said of all pumps."), False),
        (NAMES, challenge(ChallengeKind.CONFLICT, "Another draft says: Fritz Maier saw 34 litres."), False),
    ],
)
def test_an_objection_and_a_finding_are_about_the_same_by_kind_or_by_what_both_name(
    found: Finding, raised: Challenge, same: bool
) -> None:
    assert bearing.bears(found, raised) is same
    assert not bearing.bears(found.model_copy(update={"claim": "c2"}), raised)


NAMED = claim("c1", "The pumps are loud at night, Fritz Maier reported.", "S3.1", "The pumps are loud at night")


async def test_a_doubt_that_a_seat_raised_is_not_raised_again_by_a_check_and_is_ruled_on_once(bench: Bench) -> None:
    raised = Challenge(
        claim="c1",
        kind=ChallengeKind.OVERREACH,
        grounds="It is told of a neighbour, not of Fritz Maier.",
        citations=(quote("S3.1", "one neighbour reported"),),
        remedy=Remedy.REVISE,
    )
    rebuts = Response(
        challenge=FIRST,
        action=Action.REBUT,
        grounds="He is the neighbour.",
        citations=(quote("S3.1", "one neighbour reported"),),
    )
    stays = Judgement(
        challenge=FIRST, verdict=Verdict.DISMISSED, reason="so", citations=(quote("S3.1", "one neighbour reported"),)
    )
    record = await bench.argue(
        {"r1/draft": drafting(NAMED), "r1/respond": Responses(responses=(rebuts,))},
        {"r1/challenge": Challenges(challenges=(raised,))},
        {"r1/rule": Judgements(judgements=(stays,))},
    )
    assert [each.challenge.by for each in of(record.events, Challenged)].count(CHECKS) == 0
    assert Argued.of(record.events).judged["c1"].standing is Standing.PROVEN, "what was dismissed is doubted no more"


async def test_a_seat_may_give_way_to_a_doubt_of_the_checks_that_another_seat_put_in_words(bench: Bench) -> None:
    def examines(task: Task) -> Reply:
        (shown,) = task.draft.claims()  # type: ignore[union-attr]
        grounds = "Nobody says that Fritz Maier is the neighbour."
        raised = Challenge(
            claim=shown.id,
            kind=ChallengeKind.OVERREACH,
            grounds=grounds,
            citations=(quote("S3.1", "one neighbour reported"),),
            remedy=Remedy.REVISE,
        )
        return Challenges(challenges=(raised,))

    record = await bench.convene(
        debate.run,
        [
            {"r1/draft": drafting(NAMED), "r1/challenge": Challenges(), "r1/respond": responds(Action.CONCEDE)},
            {"r1/draft": drafting(SERVICED), "r1/challenge": examines},
        ],
        sides=("Yes.", "No."),
        caps=Caps(rounds=1),
    )
    assert [each.challenge.by for each in of(record.events, Challenged)] == ["author-2"]
    (moved,) = of(record.events, Moved)
    assert not moved.refused and "fritz" in moved.failed[0]


async def test_what_a_failed_gate_does_not_bear_on_is_ruled_by_itself(bench: Bench) -> None:
    wrong = claim("c1", "The north pump lifts 45 litres a second.", "S1.1", SAYS_40)
    beside = challenge(ChallengeKind.OVERREACH, "It is not said when it does.")
    figure = challenge(ChallengeKind.FIGURE, "The source has 40.")
    answers = tuple(
        Response(challenge=f"r1.reviewer-1.{n}", action=Action.REBUT, grounds="so", citations=(quote("S1.1", SAYS_40),))
        for n in (1, 2)
    )
    stays = Judgement(
        challenge=FIRST, verdict=Verdict.DISMISSED, reason="It need not.", citations=(quote("S1.1", SAYS_40),)
    )
    record = await bench.argue(
        {"r1/draft": drafting(wrong), "r1/respond": Responses(responses=answers)},
        {"r1/challenge": Challenges(challenges=(beside, figure))},
        {"r1/rule": Judgements(judgements=(stays,))},
    )
    ruled = {each.ruling.challenge: each.ruling for each in of(record.events, Ruled)}
    assert (ruled[FIRST].by, ruled[FIRST].verdict) == ("judge-1", Verdict.DISMISSED)
    assert (ruled["r1.reviewer-1.2"].by, ruled["r1.reviewer-1.2"].verdict) == ("evidence", Verdict.UPHELD)
    assert Argued.of(record.events).judged["c1"].standing is Standing.CONTRADICTED, "no ruling reaches past a gate"
