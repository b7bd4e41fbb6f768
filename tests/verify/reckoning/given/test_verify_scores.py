"""Scores and ratios are no times of day, and are compared as pairs."""

from __future__ import annotations

import pytest

from moot.verify import verify
from moot.words import Outcome

HANDBALL = "Handball: Kiel beat Lund 31:27 after trailing 12:15 at half-time. Kick-off was at 19:30."
FOOTBALL = "Arsenal led 2-1 at half-time and won 3-1."
VOTE = "Voting ended at 18:00. The motion was carried 12:10."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Kiel won 31:27.", HANDBALL),
        ("Kiel trailed 12:15 at half-time.", HANDBALL),
        ("Kick-off was at 19.30.", HANDBALL),
        ("Arsenal led 2:1 at half-time.", FOOTBALL),
        ("Arsenal won 3:1.", FOOTBALL),
        ("The motion was carried 12:10.", VOTE),
        ("Voting ended at 18.00.", VOTE),
        ("The train leaves at 12.10.", "The train leaves at 12:10."),
        ("Pages 12-14 tell of the win.", "Pages 12-14 tell of the win."),
        ("She won the race in 232 seconds.", "She won the race in 3:52."),
    ],
)
def test_what_stands_there_in_another_form_holds(claim: str, source: str) -> None:
    finding = verify(claim, source)
    assert finding.outcome is Outcome.HOLDS, finding.reason


def test_a_score_told_from_the_other_side_is_no_time_that_is_missing() -> None:
    assert "time" not in verify("At half-time Lund led 15:12.", HANDBALL).reason.replace("half-time", "")
    assert "time" not in verify("The teachers lost 10:12.", "The students beat the teachers 12:10.").reason


@pytest.mark.parametrize(
    ("claim", "source", "said"),
    [
        ("Kiel beat Lund 31:26.", HANDBALL, "the score 31:26 is not"),
        ("Kiel trailed 12:16 at half-time.", HANDBALL, "the score 12:16 is not"),
        ("Arsenal won 3:2.", FOOTBALL, "the score 3:2 is not"),
        ("Arsenal won 2:1.", FOOTBALL, "it was 3-1"),
        ("Arsenal led 3:1 at half-time.", FOOTBALL, "it was 2-1"),
        ("The motion was carried 12:11.", VOTE, "the score 12:11 is not"),
        ("Voting ended at 19:00.", VOTE, "the time 19:00 is not"),
        ("The train leaves at 12.20.", "The train leaves at 12:10.", "12.20"),
    ],
)
def test_another_score_or_time_is_seen(claim: str, source: str, said: str) -> None:
    finding = verify(claim, source)
    assert finding.outcome is Outcome.FAILS and said in finding.reason
