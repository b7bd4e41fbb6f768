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


@pytest.mark.parametrize(
    ("ruling", "counted"),
    [
        (ruled(Verdict.UPHELD, WHERE), 0),
        (ruled(Verdict.UPHELD), 1),
        (ruled(Verdict.DISMISSED, WHERE), 1),
        (ruled(Verdict.UNDECIDED, WHERE), 1),
    ],
)
def test_who_gives_way_to_what_is_upheld_by_its_quotes_does_not_conform(ruling: Ruled, counted: int) -> None:
    others = tuple(e for e in events() if not (isinstance(e, Ruled) and e.ruling.challenge == REFUSED.challenge))
    report = build(council(events=(*others[:-1], ruling, others[-1])))
    assert report.stats.conformity == compared(report).conformity == counted
