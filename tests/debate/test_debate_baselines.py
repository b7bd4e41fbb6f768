"""Solo and vote: the same case under the same budget, without an argument."""

from __future__ import annotations

from pumps import Bench, claim, drafting, of

from moot.debate import solo, vote
from moot.words import Challenged, Checked, Drafted, Opened, Stopped

SERVICED = claim("c2", "The north pump was serviced in March 2026.", "S1.1", "It was serviced in March 2026.")
AGAIN = claim("c5", "In March 2026 the north pump was serviced.", "S1.1", "It was serviced in March 2026.")
LOUD = claim("c3", "The pumps are loud at night, one neighbour reported.", "S3.1")


async def test_one_author_drafts_and_the_checks_say_what_holds(bench: Bench) -> None:
    record = await bench.convene(solo.run, [{"r1/draft": drafting(SERVICED, LOUD)}])
    assert len(of(record.events, Drafted)) == 1 and of(record.events, Checked)
    assert not of(record.events, Challenged)


async def test_what_most_drafts_say_stands_and_the_rest_does_not(bench: Bench) -> None:
    record = await bench.convene(
        vote.run,
        [{"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(AGAIN, LOUD)}, {"r1/draft": drafting(SERVICED)}],
    )
    assert len(of(record.events, Opened)) == 3
    (claimed,) = of(record.events, Drafted)[-1].draft.claims()
    assert claimed.text in (SERVICED.text, AGAIN.text)
    assert not of(record.events, Challenged) and of(record.events, Stopped)[0].reason == "the drafts were counted"


async def test_half_of_the_drafts_is_no_majority(bench: Bench) -> None:
    record = await bench.convene(vote.run, [{"r1/draft": drafting(SERVICED)}, {"r1/draft": drafting(LOUD)}])
    last = of(record.events, Drafted)[-1].draft
    assert not list(last.claims()) and last.gaps
