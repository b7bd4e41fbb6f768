"""Which changes of position count as made for agreement's sake."""

from __future__ import annotations

import pytest
from report_council import compared, council, events

from moot.report.document import build
from moot.words import Moved, Place, Ruled, Ruling, Verdict

REFUSED = next(event for event in events() if isinstance(event, Moved) and event.refused)


def ruled(verdict: Verdict, *places: Place) -> Ruled:
    challenge = REFUSED.challenge
    ruling = Ruling(challenge=challenge, claim=REFUSED.claim, by="judge-1", verdict=verdict, reason="so", places=places)
    return Ruled(round=1, ruling=ruling)


WHERE = Place(source="S1", passage="S1.1", start=0, end=20)


UPHELD = (
    "it gives no quote that is in the evidence, and no check fails; the challenge was upheld all the same (judge-1)"
)


@pytest.mark.parametrize("places", [(), (WHERE,)])
@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        (Verdict.UPHELD, UPHELD),
        (Verdict.DISMISSED, REFUSED.refused),
        (Verdict.UNDECIDED, REFUSED.refused),
    ],
)
def test_who_would_give_way_without_a_reason_conforms_whatever_is_ruled_of_the_challenge(
    verdict: Verdict, told: str, places: tuple[Place, ...]
) -> None:
    others = tuple(e for e in events() if not (isinstance(e, Ruled) and e.ruling.challenge == REFUSED.challenge))
    report = build(council(events=(*others[:-1], ruled(verdict, *places), others[-1])))
    assert report.stats.conformity == compared(report).conformity == 1
    assert [each.refused for each in compared(report).positions if each.refused] == [told]


@pytest.mark.parametrize(
    ("verdict", "counted"), [(Verdict.UPHELD, 0), (Verdict.DISMISSED, 1), (Verdict.UNDECIDED, 1)], ids=str
)
def test_who_quotes_what_the_judge_upholds_the_challenge_by_does_not_conform(verdict: Verdict, counted: int) -> None:
    quoting = REFUSED.model_copy(update={"places": (WHERE,)})
    told = [quoting if each is REFUSED else each for each in events()]
    told = [each for each in told if not (isinstance(each, Ruled) and each.ruling.challenge == REFUSED.challenge)]
    report = build(council(events=(*told[:-1], ruled(verdict, WHERE), told[-1])))
    assert report.stats.conformity == counted


def test_who_gives_a_claim_up_for_a_reason_conforms_where_it_quotes_nothing_against_another_challenge() -> None:
    for_reason = REFUSED.model_copy(update={"challenge": "r1.author-1.9", "refused": "", "places": (WHERE,)})
    assert build(council(events=(*events()[:-1], for_reason, events()[-1]))).stats.conformity == 1
