"""What the events of a run come to: the last draft, its findings, and what was withdrawn and remedied before."""

from __future__ import annotations

import pytest
from standing_words import challenge, claim, draft, finding, holds, ruling

from moot.debate.argued import MADE_ANEW, Argued
from moot.debate.standing import Judged
from moot.words import (
    Challenged,
    ChallengeKind,
    Checked,
    Drafted,
    Edit,
    Edited,
    Event,
    Finding,
    Outcome,
    Ruled,
    Standing,
    Verdict,
)


@pytest.mark.parametrize("gate", [True, False])
def test_what_a_gate_decided_was_withdrawn_for_what_the_gate_says(gate: bool) -> None:
    rival = challenge(ChallengeKind.CONFLICT)
    differs = Finding(
        check="figures",
        version="1",
        claim="c1",
        outcome=Outcome.FAILS,
        gate=gate,
        reason="figure differs: 70 against 10",
    )
    events: list[Event] = [
        Drafted(round=1, draft=draft(claim("c1"), claim("c2"))),
        Checked(round=1, findings=(differs,)),
        Challenged(round=1, challenge=rival),
        Ruled(round=1, ruling=ruling(Verdict.UPHELD)),
        Edited(round=1, edit=Edit(challenge=rival.id, action="withdraw", claim="c1"), before=claim("c1")),
        Drafted(round=2, draft=draft(claim("c2"))),
    ]
    why = differs.reason if gate else rival.grounds
    assert Argued.of(events).judged["c1"] == Judged(Standing.WITHDRAWN, f"after a challenge (conflict): {why}")


def test_a_run_comes_to_the_last_draft_with_its_findings_and_remembers_what_was_remedied() -> None:
    first, second = draft(claim("c1"), claim("c2")), draft(claim("c1", text="new words"))
    upheld, gone = challenge(ChallengeKind.FIGURE), challenge(ChallengeKind.OVERREACH, "r1.reviewer-1.2", claim="c2")
    revise = Edit(challenge=upheld.id, action="revise", claim="c1", new=claim("c1", text="new words"))
    withdraw = Edit(challenge=gone.id, action="withdraw", claim="c2")
    events: list[Event] = [
        Drafted(round=1, draft=first),
        Checked(round=1, findings=(finding(Outcome.FAILS), *holds("c2"))),
        Challenged(round=1, challenge=upheld),
        Challenged(round=1, challenge=gone),
        Ruled(round=1, ruling=ruling(Verdict.UPHELD)),
        Edited(round=1, edit=revise, before=claim("c1")),
        Edited(round=1, edit=withdraw, before=claim("c2")),
        Drafted(round=2, draft=second),
    ]
    assert Argued.of(events).judged["c1"].standing is Standing.UNCHECKED, "the findings were on other words"
    events.append(Checked(round=2, findings=tuple(holds("c1"))))
    found = Argued.of(events).judged
    assert found["c1"].standing is Standing.PROVEN
    assert found["c2"] == Judged(Standing.WITHDRAWN, "after a challenge (overreach): grounds")


def test_an_edit_that_was_refused_or_changed_nothing_remedies_nothing() -> None:
    upheld = challenge(ChallengeKind.FIGURE)
    same = Edited(round=1, edit=Edit(challenge=upheld.id, action="revise", claim="c1", new=claim()), before=claim())
    other = Edit(challenge=upheld.id, action="revise", claim="c1", new=claim(text="other"))
    for edited in (same, Edited(round=1, edit=other, before=claim(), refused="no quote")):
        events: list[Event] = [
            Challenged(round=1, challenge=upheld),
            Ruled(round=1, ruling=ruling(Verdict.UPHELD)),
            edited,
            Drafted(round=2, draft=draft(claim())),
            Checked(round=2, findings=tuple(holds("c1"))),
        ]
        assert Argued.of(events).judged["c1"].standing is Standing.CONTRADICTED


def test_words_added_elsewhere_do_not_mend_the_challenged_claim() -> None:
    upheld = challenge(ChallengeKind.FIGURE)
    added = Edited(round=1, edit=Edit(challenge=upheld.id, action="add", new=claim("c2")))
    events: list[Event] = [
        Challenged(round=1, challenge=upheld),
        Ruled(round=1, ruling=ruling(Verdict.UPHELD)),
        added,
        Drafted(round=2, draft=draft(claim(), claim("c2"))),
        Checked(round=2, findings=tuple(holds("c1", "c2"))),
    ]
    assert Argued.of(events).judged["c1"].standing is Standing.CONTRADICTED


def test_a_claim_that_a_later_draft_left_out_is_not_lost() -> None:
    events: list[Event] = [Drafted(round=1, draft=draft(claim())), Drafted(round=2, draft=draft(claim("c2")))]
    assert Argued.of(events).judged["c1"] == Judged(Standing.WITHDRAWN, MADE_ANEW)
