"""Sentences of shapes that no corpus has, written before the rules that read them: each right once and wrong once."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

BEES = """# Season report 2024

| Apiary | Hives in spring | Hives in autumn | Honey, kg | Price, € per kg |
|---|---|---|---|---|
| Lower Moor | 40 | 46 | 920 | 9.50 |
| Birch Hollow | 25 | 20 | 650 | 11.00 |
| Quarry Side | 60 | 72 | 1,260 | 8.00 |
| Church Field | 15 | 12 | 420 | 12.50 |

The cooperative has 85 members, who pay a fee of €48 a year. A jar holds 250 g. The season ran from 4 April to 19
September. The spinner, bought in 2019 for €6,400, is written off over eight years.
"""
RACE = """# Closing note

| Stage | Distance, km | Climb, m | Finishers |
|---|---|---|---|
| 1 | 148 | 1,850 | 160 |
| 2 | 172 | 2,900 | 152 |
| 3 | 24 | 310 | 151 |
| 4 | 136 | 1,540 | 144 |

The organisers' budget was 370,800 francs, against 412,000 francs last year. About 1,900 spectators stood at the finish
on each of the four days. Of the 58 marshals who had signed up, 14 did not come.
"""
FERRY = """# What we carried

| | 2021 | 2022 | 2023 | 2024 |
|---|---|---|---|---|
| Passengers | 210,000 | 252,000 | 270,000 | 315,000 |
| Sailings planned | 2,800 | 2,800 | 3,000 | 3,150 |
| Sailings cancelled | 140 | 112 | 90 | 126 |
| Fuel, tonnes | 1,400 | 1,450 | 1,380 | 1,260 |

A hybrid ferry, ordered in March 2023 for 96 million kroner, enters service in June 2026; the state pays five eighths
of its price. Of the 152 members of our crews, 38 live on Skerry.
"""


@pytest.mark.parametrize(
    ("evidence", "right", "wrong"),
    [
        (BEES, "The four apiaries together brought in {} kg of honey.", "3,250/3,150"),
        (BEES, "Lower Moor yielded {} kg for each hive it had in spring.", "23/20"),
        (BEES, "Sold at its own price, all of Quarry Side's honey would fetch €{}.", "10,080/9,450"),
        (BEES, "Fees bring the cooperative €{} a year.", "4,080/3,840"),
        (BEES, "At Church Field's price a jar comes to about €{}.", "3.13/2.50"),
        (BEES, "Birch Hollow lost one hive in {} between spring and autumn.", "five/four"),
        (BEES, "Written off evenly, the spinner costs the members €{} a year.", "800/640"),
        (BEES, "The season lasted {} weeks.", "24/22"),
        (RACE, "Over the four stages the riders climbed {} m.", "6,600/6,400"),
        (RACE, "The organisers had {}% less to spend than the year before.", "10/11"),
        (RACE, "Stage 2 climbed {} m more than stage 4.", "1,360/1,050"),
        (RACE, "All told, some {} people watched at the finish over the four days.", "7,600/5,700"),
        (RACE, "Stage 2 alone accounts for almost {}% of all the climbing.", "44/36"),
        (RACE, "On average a stage was {} km long.", "120/160"),
        (RACE, "14 of 58 marshals, or roughly one in {}, stayed away.", "four/six"),
        (FERRY, "Passenger numbers rose by {} between 2021 and 2024.", "half/a third"),
        (FERRY, "In 2024 a planned sailing carried {} passengers on average.", "100/80"),
        (FERRY, "Across the four years {} sailings were cancelled.", "468/448"),
        (FERRY, "The state pays {} million kroner towards the hybrid ferry.", "60/36"),
        (FERRY, "{} of the crew members live on Skerry.", "A quarter/A third"),
        (FERRY, "From order to service the hybrid ferry takes {} years and three months.", "three/two"),
    ],
)
def test_what_is_reckoned_right_holds_and_what_is_not_does_not(evidence: str, right: str, wrong: str) -> None:
    known = library(evidence)
    true, false = (audited(right.format(each), known) for each in wrong.split("/"))
    assert true.outcome is Outcome.HOLDS, true.reason
    assert false.outcome is Outcome.FAILS, false.reason
