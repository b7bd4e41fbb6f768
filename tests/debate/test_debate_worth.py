"""Which pairs of claims are worth a question."""

from __future__ import annotations

import pytest

from moot.debate.aligning import MOST, worth_reading
from moot.debate.clusters import Asserted
from moot.verify.relation import relate
from moot.words import Claim, ClaimKind, Place

NEVER_BELOW = "Oxygen in the bay was never below 4 mg/l in the summer of 2024."


def said(draft: str, text: str, *places: Place) -> Asserted:
    return Asserted(draft, Claim(id=f"{draft}.c1", text=text, kind=ClaimKind.STATED), places)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NEVER_BELOW, "On the night of 21 July 2024 the minimum was 0.8 mg/l at T6."),
        (NEVER_BELOW, "At T6, off the leases, oxygen fell below 2 mg/l on 17 nights between 12 July and 20 August."),
        (NEVER_BELOW, "A minimum of 0.8 mg/l was measured at T6 on 21 July 2024."),
        ("The load must not exceed 5 tonnes.", "The truck carried 6.2 tonnes."),
    ],
)
def test_a_bound_that_the_other_does_not_keep_is_always_asked_about(one: str, other: str) -> None:
    assert len(worth_reading([said("A", one), said("B", other)], set(), relate)) == 1


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        (
            "The Ministry of Transport puts the contract at 210 million crowns.",
            "The Moravian-Silesian Region reckons with 265 million crowns.",
            True,
        ),
        ("The surveyor puts the roof at £365,000.", "The trustees reckon with £240,000 for the repair.", True),
        ("The police counted 4,000 people.", "The organisers speak of 9,000 participants.", True),
        ("Das Ministerium nennt 3,1 Millionen Euro.", "Der Rechnungshof geht von 4,4 Millionen Euro aus.", True),
        ("The police counted 4,000 people.", "The mill has 9 people.", False),
        ("The police counted 4,000 people.", "The city says that the tram costs 14 million euros.", False),
        ("The police counted 4,000 people.", "The zoo speaks of 90 otters.", False),
    ],
)
def test_what_two_reckon_otherwise_is_asked_about_however_unlike_it_is_told(one: str, other: str, asked: bool) -> None:
    here, there = (Place(source=id, passage=f"{id}.1", start=10, end=60) for id in ("S1", "S2"))
    assert len(worth_reading([said("A", one, here), said("B", other, there)], set(), relate)) == asked


def test_a_figure_of_another_summer_is_no_reason_to_ask() -> None:
    kept = said("B", "The weir let 6 mg/l of nitrate through in the winter of 2019.")
    assert not worth_reading([said("A", NEVER_BELOW), kept], set(), relate)


def test_what_quotes_the_same_words_is_asked_about_however_unlike_it_is_told() -> None:
    """One may be contested, and the other stand beside it."""
    one, other = "Parish guide of 2019: built in 1687.", "Arend Sievers of Bremen built the organ on the west gallery."
    here, there = (Place(source=id, passage=f"{id}.1", start=10, end=60) for id in ("S1", "S2"))
    assert len(worth_reading([said("A", one, here), said("B", other, here)], set(), relate)) == 1
    assert not worth_reading([said("A", one, here), said("B", other, there)], set(), relate)
    assert not worth_reading([said("A", one, here), said("B", one, here)], set(), relate)


FILM = (
    "Following her stage debut in the drama Tidemarks and a range of roles in the nineties, including Slow Harbour and "
    "The Lantern Keeper, Doreen Vask won praise for her part in the crime films Ashfall and Nightferry."
)


def test_a_short_claim_that_may_be_said_within_a_long_one_is_asked_about_while_there_are_places() -> None:
    short, unlike = "Doreen Vask is a film actor.", "The mill by the river burnt down in 1911."
    assert len(worth_reading([said("A", short), said("B", FILM)], set(), relate)) == 1
    assert not worth_reading([said("A", unlike), said("B", FILM)], set(), relate)
    assert not worth_reading([said("A", short), said("B", FILM)], {short, FILM}, relate)


def test_no_more_pairs_are_asked_about_for_it_than_a_round_has_places() -> None:
    theirs = [
        Asserted("B", Claim(id=f"B.c{n}", text=f"{FILM} No. {n}.", kind=ClaimKind.STATED)) for n in range(MOST + 20)
    ]
    asked = worth_reading([said("A", "Doreen Vask is a film actor."), *theirs], set(), relate)
    assert len(asked) == MOST
