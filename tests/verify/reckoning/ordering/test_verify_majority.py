"""Most of a kind by the share that its source tells, and the other part of a whole of two."""

from __future__ import annotations

import pytest

from moot.verify import verify
from moot.words import Outcome

WOMEN = "Of the participants, 61 % were women."
STAFF = "Women made up 61 % of the staff."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Most participants were women.", WOMEN),
        ("Most of the participants were female.", WOMEN),
        ("Fewer than half of the participants were men.", WOMEN),
        ("Women were in the majority.", WOMEN),
        ("Women outnumbered men.", WOMEN),
        ("39 % of the participants were men.", WOMEN),
        ("The staff was mostly female.", STAFF),
        ("Most of the staff were women.", STAFF),
        ("Most were women.", "The survey covered 812 nurses; 61 % were women."),
        ("Most riders were women.", "39 % of the riders were men."),
        ("Most pupils were girls.", "31 of the 52 pupils were girls."),
        ("A minority of the samples were negative.", "72 % of the samples were positive."),
        ("Most cars were not electric.", "20 % of the cars were electric."),
        ("38 % were unvaccinated.", "62 % were vaccinated."),
        ("A quarter of the staff are men.", "Three quarters of the staff are women."),
        ("Most voted for the plan.", "55 % voted for the plan and 45 % against."),
        ("Most were women.", "The share of women was 61 %."),
    ],
)
def test_the_share_says_so(claim: str, source: str) -> None:
    finding = verify(claim, source)
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Most participants were men.", WOMEN),
        ("Men were in the majority.", WOMEN),
        ("Men outnumbered women.", WOMEN),
        ("61 % of the participants were men.", WOMEN),
        ("49 % of the participants were men.", WOMEN),
        ("The staff was mostly male.", STAFF),
        ("Most were men.", "The survey covered 812 nurses; 61 % were women."),
        ("Most riders were men.", "39 % of the riders were men."),
        ("Most samples were negative.", "72 % of the samples were positive."),
        ("Most cars were electric.", "20 % of the cars were electric."),
        ("Most voted against the plan.", "55 % voted for the plan."),
        ("Most seats are held by women.", "Nearly half of the seats are held by women."),
    ],
)
def test_the_share_says_otherwise(claim: str, source: str) -> None:
    finding = verify(claim, source)
    assert finding.outcome is Outcome.FAILS
    assert "its source" in finding.reason or "share differs" in finding.reason


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Most doctors were men.", "Of the nurses 61 % were women, of the doctors 39 %."),
        ("Most respondents were men.", "61 % of the respondents were women over 60."),
        ("Most respondents were men.", "61 % of the respondents in Cork were women."),
        ("Most were women.", "In 2010, 39 % were women; in 2020, 61 %."),
        ("Most pupils are boys.", "About 51 % of the pupils are girls."),
        ("Most seats go to women.", "At least 40 % of the seats go to women."),
        ("Most voted against the plan.", "40 % voted for the plan."),
        ("Most flats are owned.", "61 % of the flats are rented."),
    ],
)
def test_no_share_of_others_nor_one_that_leaves_it_open_says_anything(claim: str, source: str) -> None:
    assert "its source" not in verify(claim, source).reason


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("39 % of the reviews were negative.", "61 % of the reviews were positive, 20 % neutral and 19 % negative."),
        (
            "80 % of the schools are private.",
            "20 % of the schools are public. 30 % are run by churches. The rest is private.",
        ),
        ("70 % of the guests were foreign.", "30 % of the guests were domestic."),
        ("12 % of the members were absent.", "88 % of the members were present."),
        ("39 % of the nurses were dissatisfied.", "61 % of the nurses were satisfied."),
        ("39 % of the visitors were men.", "60 % of the visitors were women."),
        ("39.2 % of the visitors were men.", "61 % of the visitors were women."),
        ("40 % of the visitors were boys.", "60 % of the visitors were women."),
        ("40 % of the visitors were men.", "60 % of the visitors were girls."),
        ("40 % of the visitors were men.", "60 % of the visitors were women, and a tenth were children."),
        ("40 % of the visitors were men.", "60 % of the visitors were women. 10 % were children."),
        ("40 % of the visitors were men.", "60 % of the visitors were women. The others were children."),
        ("40 % of the visitors were men.", "Of the 52 visitors, 31 were women and 11 were children."),
        ("40 % of the visitors were men.", "60 % of the visitors were women and 35 % were men."),
        ("Most visitors were boys.", "39 % of the visitors were women."),
        ("Most of the visitors were girls.", "61 % of the visitors were women."),
        ("Most visitors were men.", "39 % of the visitors were women and 30 % were children."),
    ],
)
def test_what_leaves_room_for_a_third_part_proves_no_other_part(claim: str, source: str) -> None:
    assert verify(claim, source).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("40 % of the visitors were men.", "60 % of the visitors were women."),
        ("40 % of the visitors were men.", "60 % of the visitors were women. 80 % came by car."),
        ("40 % of the pupils were boys.", "31 of the 52 pupils were girls."),
        ("A third of the staff were men.", "67 % of the staff were women."),
        ("39 % of the houses were uninsured.", "61 % of the houses were insured."),
        (
            "39 % of the samples were not positive.",
            "61 % of the samples were positive, 20 % neutral and 19 % negative.",
        ),
        ("Most reviews were not negative.", "61 % of the reviews were positive."),
    ],
)
def test_the_other_of_two_parts_holds(claim: str, source: str) -> None:
    finding = verify(claim, source)
    assert finding.outcome is Outcome.HOLDS, finding.reason


def test_more_than_half_of_one_part_is_no_most_of_another_whatever_else_there_is() -> None:
    finding = verify("Most participants were men.", "61 % of the participants were women and 20 % were children.")
    assert finding.outcome is Outcome.FAILS
    assert "its source" in finding.reason
