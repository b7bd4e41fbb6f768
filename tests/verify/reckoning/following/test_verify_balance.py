"""What was there, came in and went out gives what is left; of one whole a sentence counts one part."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

KNOWN = library(
    """The shelter opened the year with 48 dogs, took in 131 and rehomed 139.
The herd numbered 310 in spring; 44 were born, 12 died and 60 were sold.
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


PETS = "The shelter began the year with 48 dogs, took in 131 cats and rehomed 139 rabbits."
MATCHES = "The team had 31 players, lost 4 games, gained 12 points and finished the season with 44 goals."
FARM = "The farm had 90 hens. In May it bought 12 ducks and in June it sold 62 eggs; 3 pigs died."
CLUB = "The club had 90 members; 12 members joined and 8 left."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The shelter had 40 dogs at the end of the year.", PETS),
        ("At the end of June the farm had 37 hens.", FARM),
        ("The club ended the year with 94 boats.", CLUB),
    ],
)
def test_things_of_several_kinds_prove_nothing(text: str, source: str) -> None:
    assert audited(text, library(source)).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (MATCHES, MATCHES),
        ("The yard had 60 cars, sold 20 vans, bought 10 lorries and closed with 55 workers.",) * 2,
        ("The club ended the year with 94 members.", CLUB),
    ],
)
def test_things_of_several_kinds_are_no_balance(text: str, source: str) -> None:
    finding = audited(text, library(source))
    assert finding.outcome is Outcome.HOLDS, finding.reason


STALLS = "Of the 30 stalls, 12 were empty on Monday and of the 30 stalls 10 were empty on Sunday."


def test_any_part_told_of_a_whole_may_be_meant() -> None:
    known = library(STALLS)
    assert audited("Of the 30 stalls, 10 were empty.", known).outcome is Outcome.HOLDS
    assert audited("Of the 30 stalls, 12 were empty.", known).outcome is Outcome.HOLDS
    assert audited("Of the 30 stalls, 17 were empty.", known).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Eighteen stalls burned down.", Outcome.FAILS),
        ("Eighteen stalls sold fish.", Outcome.FAILS),
        ("Eighteen stalls were full.", Outcome.HOLDS),
        ("The other 18 stalls sold fish.", Outcome.HOLDS),  # The figure; that they sold fish is no figure.
    ],
)
def test_the_rest_is_what_the_claim_speaks_of(text: str, outcome: Outcome) -> None:
    assert audited(text, library("Of the 30 stalls, 12 were empty.")).outcome is outcome


CAMP = "Last year 30 girls and 20 boys took part in the camp. This year there were six more girls than boys."


@pytest.mark.parametrize(
    ("text", "source", "fails"),
    [
        ("This year there were six more girls than boys.", CAMP, False),
        ("Last year four more girls than boys took part in the camp.", CAMP, True),
        ("The choir has 5 more men than women.", "The orchestra has 9 men and 7 women. The choir grew by 5.", False),
        ("The choir has 5 more men than women.", "The choir has 9 men and 7 women.", True),
        ("The crew had 3 more cooks than guards.",
         "In May the crew had 9 cooks and 7 guards. In June the crew had 10 cooks and 7 guards.", False),
    ],
)  # fmt: skip
def test_so_many_more_are_held_against_what_tells_of_the_same(text: str, source: str, fails: bool) -> None:
    assert ("figure differs" in audited(text, library(source)).reason) is fails
