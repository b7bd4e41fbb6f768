"""What is so of one or the other, on a condition or at most is not told as what is so."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.claim import verify
from moot.verify.hedges import Conditions
from moot.words import Outcome

DIED = "All patients who died were older than 65 or had a weakened immune system. Six died."
HALL = "The hall may be hired, subject to approval by the board."
MINE = "Pending the outcome of the appeal, the mine may go on working."
CAVE = "Divers may enter the cave once the water is below 12 metres and the guard has signed."
DRUG = "The drug is safe in adults without kidney disease."
RAFT = "The raft carries up to eight people."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("All patients who died were older than 65.", DIED),
        ("Applicants must speak French.", "Applicants must speak French or Dutch."),
        ("The pumps were all made before 1990.", "The pumps were all made before 1990 or had been repaired abroad."),
        ("Members must own a mooring.", "Members must own a boat or a mooring."),
        ("The shed was built by Hansen.", "The shed was built by Hansen or by one of his sons."),
        ("The hall may be hired.", HALL),
        ("The mine may go on working.", MINE),
        ("The grant is paid.", "The grant is paid once the accounts have been audited."),
        ("Divers may enter the cave.", CAVE),
        ("The drug is safe.", DRUG),
        ("The tank holds 600 litres.", "The tank holds at most 600 litres."),
        ("The appeal takes three weeks.", "The appeal takes up to three weeks."),
        ("Fines came to 300 euros.", "Fines came to up to 300 euros."),
    ],
)
def test_an_alternative_or_a_condition_that_is_left_out_is_seen(text: str, source: str) -> None:
    assert "the claim drops it" in said(Conditions(), text, source)
    assert verify(text, [source]).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Applicants may speak French.", "Applicants may speak French or Dutch."),
        ("Tickets can be paid in cash.", "Tickets can be paid in cash or by card."),
        ("The valve was not damaged.", "The valve was not damaged or blocked."),
        ("People older than 65 are at risk.", "People older than 65 or with a weakened immune system are at risk."),
        ("Sea cows graze on seagrass.", "Sea cows, or dugongs, graze on seagrass."),
        ("The valley was flooded.", "Once the dam was built, the valley was flooded."),
        ("The town was the capital of the duchy.", "The town was once the capital of the duchy."),
        ("The garden is open once a month.", "The garden is open once a month, and twice in June."),
        ("The case is pending.", "The case is pending, and the judge is ill."),
        ("The hall may be hired if the board approves.", HALL),
        ("The vaccine is safe in pregnancy.", "The vaccine is safe in pregnancy, a study of 400 women found."),
        ("The raft carries eight people.", RAFT),
        ("The raft carries up to eight people.", RAFT),
        ("The stadium seats 20,000 people.", "The stadium seats up to 20,000 people."),
        ("The hall holds 300 guests.", "The hall holds up to 300 guests."),
        ("The ferry takes 40 cars.", "The ferry takes up to 40 cars."),
        ("The mushroom grows on oak.", "The mushroom grows on oak or beech."),
        ("Fines reached 300 euros.", "Fines of up to 300 euros were handed out; some reached 300 euros."),
        ("The plan was rejected by the senate.", "The plan was rejected by the senate, or upper house."),
        ("The pump was built by Orlec.", "The pump was built by Orlec or Orlec Ltd."),
        ("Losses came to 12 sheep.", "Losses came to 12 sheep, or 8 percent of the flock."),
        ("Losses came to 12 sheep.", "Losses came to 12 sheep or 8 percent of the flock."),
        ("Orlec made a profit of $4 million.", "Orlec made a profit of $4 million, or 20 cents a share."),
        ("The plots were sold with fences.", "The plots were sold with or without fences."),
        ("All houses had one lock.", "All houses had the one or the other lock."),
        ("The visitors came by train.", "The visitors all came by train or by bus; 300 came by train."),
        ("The mill exported flour.", "The mill exported flour or bran worth 4 million crowns."),
    ],
)
def test_what_may_be_told_alone_passes(text: str, source: str) -> None:
    assert said(Conditions(), text, source) == ""


APPEAL = "You can appeal only on a question of law."
POOL = "The pool is open only to members."


@pytest.mark.parametrize(
    ("text", "source", "doubted"),
    [
        ("An appeal can be based on questions of law or of fact.", f"An appeal is limited. {APPEAL}", True),
        ("The pool is open to members and guests.", POOL, True),
        ("The tax applies to petrol and diesel cars.", "The tax applies only to petrol.", True),
        ("Trains stop in Horndal and Vik.", "At night trains stop only in Horndal.", True),
        ("Seeds are sold to farmers as well as schools.", "Seeds are sold only to farmers.", True),
        ("An appeal can be based on questions of law.", APPEAL, False),
        ("The pool is open to members and closed on Mondays.", POOL, False),
        ("The pool is open to members and guests.", f"{POOL} Guests may come on Sundays.", False),
        ("The pool is open to members and guests.", "The pool is open not only to members.", False),
        ("The pool is open only to members and staff.", f"{POOL} Staff count as such.", False),
    ],
)
def test_what_is_added_to_what_only_one_may_is_seen(text: str, source: str, doubted: bool) -> None:
    assert bool(said(Conditions(), text, source)) is doubted
