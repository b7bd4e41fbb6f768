"""Changes and shares that the evidence likely does not give."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only

from moot.verify.subjects import Subjects
from moot.words import Outcome

KNOWN = library(
    "Two storms brought us 11,640 claims. By the end of August we had settled 7,275 of them.\n\n"
    "Gulls made up 26 of the 67 strikes of 2022, swifts 9. There were 60 strikes in 2023. The fee rose by 3 crowns."
)


def judged(text: str) -> tuple[Outcome, str]:
    finding = only(Subjects().findings([claim(text, *(cite(KNOWN, each.text) for each in KNOWN.passages))], KNOWN))
    assert not finding.gate
    return finding.outcome, finding.reason


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The group had settled three quarters of the 11,640 claims by August.", "against 0.62 (7,275 / 11,640)"),
        ("The group had settled 75 % of the 11,640 claims by August.", "against 62.50 (7,275 / 11,640)"),
    ],
)
def test_what_the_evidence_gives_otherwise_is_doubted(text: str, said: str) -> None:
    outcome, reason = judged(text)
    assert outcome is Outcome.FAILS, reason
    assert said in reason


@pytest.mark.parametrize(
    "text",
    [
        "The group had settled more than 60 % of the 11,640 claims by August.",
        "Nearly two thirds of the 11,640 claims had been settled by August.",
        "The strikes dropped by 7 from 2022 to 2023.",
        "The fee rose by 3 crowns.",
        "Swifts made up 9 of the strikes.",
    ],
)
def test_what_it_gives_is_not(text: str) -> None:
    assert judged(text)[0] is Outcome.HOLDS, judged(text)
