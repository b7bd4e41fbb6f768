"""Scores and ratios are no times of day, and are compared as pairs."""

from __future__ import annotations

import time

import pytest

from moot.verify import verify
from moot.verify.reckoning.given import clocks, scores
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


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The firm lost 20–30 % of its trees.", "The firm lost between 20 and 30 % of its trees."),
        ("The firm lost 20-30 per cent of its trees.", "The firm lost between 20 and 30 per cent of its trees."),
        ("The firm lost $20-30 at the fair.", "The firm lost between $20 and $30 at the fair."),
        ("The bill passed 60-40.", "The bill passed: 60 votes for it stood against 40."),
        ("The bill passed 10-4.", "The bill passed with ten votes for it and four against."),
    ],
)
@pytest.mark.parametrize("elsewhere", [" Ulm won 2:1.", " The dye is mixed 1:3."])
def test_what_is_no_pair_in_the_source_is_no_other_score(claim: str, source: str, elsewhere: str) -> None:
    assert "the score" not in verify(claim, source + elsewhere).reason


def test_a_ratio_is_no_other_score() -> None:
    source = "The bill passed. In all 60 members were for it. Only 40 were not. The dye is mixed 1:3."
    assert "the score" not in verify("The bill passed 60-40.", source).reason
    assert "the score 60-40 is not" in verify("The bill passed 60-40.", f"{source} The bill passed 60-41.").reason
    assert "the score 1:4 is not" in verify("The dye is mixed 1:4.", source).reason


def test_only_its_own_sentence_makes_a_time_a_score() -> None:
    def told(text: str) -> list[str]:
        return [match[0] for match, _ in clocks.times(text)]

    assert told("It is 3:45. Much later, in another chapter, a match is named.") == ["3:45"]
    assert told("A match is named. It is 3:45.") == ["3:45"]
    assert not told("The match against St. Pauli ended 2:20.")


@pytest.mark.parametrize("part", ["is 2:20 ", "a vote is 2:20. "])
def test_long_documents_take_no_more_time_for_each_score(part: str) -> None:
    def taken(times: int) -> float:
        text = part * times
        began = time.process_time()
        for find in (scores.find, clocks.times, clocks.lengths):
            assert len(list(find(text))) <= 2 * times
        return time.process_time() - began

    taken(50)
    assert taken(4_000) < 24 * taken(500) + 0.1
