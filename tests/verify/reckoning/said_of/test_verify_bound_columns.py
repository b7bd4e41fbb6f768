"""Figures of tables whose columns are quarters, whose rows share a word, and whose heads name a unit of their own."""

from __future__ import annotations

import pytest
from verify_library import audited, library, only

from moot.evidence.nearest import Units
from moot.verify.figures import Figures
from moot.verify.subjects import Subjects
from moot.words import Claim, ClaimKind, Outcome, Reference

MILL = library(
    """# The mills of Sarn

| Mill | Flour Q1 2031, t | Flour Q2 2031, t | Flour Q2 2030, t |
|---|---|---|---|
| Watermill, upper | 412 | 455 | 430 |
| Watermill, lower | 388 | 391 | 402 |
| Windmill | 97 | 118 | 121 |
| Steam mill and bakery | 640 | 655 | 610 |

| Trail | Guides | Walkers 2030 (thousand) | Walkers 2031 (thousand) | Lost | Found by dogs |
|---|---|---|---|---|---|
| Heath | 41 | 36 | 35 | 5 | 2 |
| Fen | 18 | 64 | 66 | 9 | 4 |
| Dune | 12 | 21 | 28 | 3 | 1 |
"""
)


def doubts(text: str) -> str:
    """What gate and signal say against a sentence of a report that cites the tables."""
    places, reference = Units(MILL.passages).nearest(text), Reference(mark="[1]", entry="it", source="S1")
    mine = Claim(id="c1", kind=ClaimKind.STATED, text=text, citations=places, references=(reference,))
    found = [only(check.findings([mine], MILL)) for check in (Figures(), Subjects())]
    return "; ".join(each.reason for each in found if each.outcome is Outcome.FAILS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The windmill made 97 tonnes of flour in the second quarter of 2031.", "“Flour Q2 2031, t” has"),
        ("The upper wheel ground 640 tonnes of flour in the first quarter of 2031.", "has 412"),
        ("On the Heath trail 3 walkers were lost.", "3 is that of “Dune”, “Heath” has 5"),
        ("On the Fen trail 9 walkers were found by dogs.", "“Found by dogs” has 4"),
        ("On the Fen trail 66 walkers were counted in 2031.", "66"),
    ],
)
def test_a_cell_of_another_row_or_column_is_doubted(text: str, said: str) -> None:
    assert said in doubts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The windmill made 118 tonnes of flour in the second quarter of 2031.",
        "The upper mill made 412 tonnes of flour in the first quarter of 2031.",
        "On the Heath trail 5 walkers were lost.",
        "On the Fen trail 66 thousand walkers were counted in 2031.",
        "Of the 9 walkers lost on the Fen trail 4 were found by dogs.",
    ],
)
def test_a_cell_of_its_row_and_column_holds(text: str) -> None:
    assert doubts(text) == ""


def test_a_row_of_several_measures_is_no_whole() -> None:
    """41 guides, 36 and 35 thousand walkers and 5 lost make no 117, of which 41 would be 35 %."""
    finding = audited("Guides were 35% of all on the Heath trail.", MILL)
    assert finding.outcome is Outcome.FAILS


def test_two_cells_that_the_claim_does_not_name_make_no_share_of_one_that_it_does() -> None:
    """2 found by dogs of 5 lost are 40 %, and none of the guides."""
    assert audited("On the Heath trail 40% of the guides were women.", MILL).outcome is Outcome.FAILS
