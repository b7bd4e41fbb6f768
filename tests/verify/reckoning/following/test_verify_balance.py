"""What was there, came in and went out gives what is left; of one whole a sentence counts one part."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

KNOWN = library(
    """The shelter opened the year with 48 dogs, took in 131 and rehomed 139.
The herd numbered 310 in spring; 44 calves were born, 12 animals died and 60 were sold.
The fund held 220,000 euros in January, received 65,000 and paid out 81,000.
Twelve of the 30 stalls stayed empty. Out of 79 bridges inspected, nine were closed.
The nursery has 48 places for 25 girls and 23 boys.
"""
)


@pytest.mark.parametrize(
    "text",
    [
        "The shelter ended the year with 40 dogs.",
        "In the end the herd numbered 282.",
        "The fund then stood at 204,000 euros.",
        "The shelter began with 48 dogs, took in 131, rehomed 139 and ended with 40.",
        "Nine out of the 79 bridges were closed.",
        "Of the 30 stalls, 12 were empty.",
        "Eighteen stalls were let.",
        "Seventy of the 79 bridges stayed open.",
        "The nursery has two more girls than boys.",
        "The nursery has 2 fewer boys than girls.",
    ],
)
def test_what_follows_holds(text: str) -> None:
    finding = audited(text, KNOWN)
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The shelter ended the year with 42 dogs.", "42 dogs"),
        ("In the end the herd numbered 292.", "292"),
        ("The fund took over 220,000 euros, received 65,000, paid out 81,000 and closed at 214,000.", "214,000"),
        ("It began with 48 dogs, took in 131, rehomed 139 and ended with 48.", "48 is not what the movements leave"),
        ("Of the 30 stalls, 18 were empty.", "18 of 30 against Twelve"),
        ("The nursery has six more girls than boys.", "six against 25 − 23"),
        ("The nursery has two more boys than girls.", "23 − 25"),
        ("Seventy of the 79 bridges were closed.", "Seventy"),
        ("Seven out of the 79 bridges were closed.", "against"),
    ],
)
def test_what_does_not_follow_fails(text: str, said: str) -> None:
    finding = audited(text, KNOWN)
    assert finding.outcome is Outcome.FAILS
    assert said in finding.reason
