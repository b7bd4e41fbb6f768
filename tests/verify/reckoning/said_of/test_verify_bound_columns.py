"""Figures of tables whose columns are quarters, whose rows share a word, and whose heads name a unit of their own."""

from __future__ import annotations

import pytest
from verify_library import audited, library, only

from moot.evidence.library import Library
from moot.evidence.nearest import Units
from moot.verify.claim import verify
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


BRIDGES = library(
    """# Two bridges, counted in May

| Measure | Old bridge open | Old bridge closed | New bridge open | New bridge closed |
|---|---|---|---|---|
| Carts a day | 88 | 12 | 140 | 31 |
| Boats a day | 6.5 | 9.9 | 7.1 | 8.4 |
"""
)
WARDS = library(
    """# Falls on two wards

| Measure (per 100 nights) | Ash ward before | Ash ward trial | Elm ward before | Elm ward watched |
|---|---|---|---|---|
| Falls | 8.4 | 4.9 | 8.1 | 7.7 |
| Calls at night | 61 | 44 | 66 | 63 |
"""
)


def doubts(text: str, known: Library = MILL) -> str:
    """What gate and signal say against a sentence of a report that cites the tables."""
    places, reference = Units(known.passages).nearest(text), Reference(mark="[1]", entry="it", source="S1")
    mine = Claim(id="c1", kind=ClaimKind.STATED, text=text, citations=places, references=(reference,))
    found = [only(check.findings([mine], known)) for check in (Figures(), Subjects())]
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


@pytest.mark.parametrize(
    ("text", "known", "said"),
    [
        ("With the old bridge closed, 31 carts crossed a day.", BRIDGES, "“Old bridge closed” has 12"),
        ("When open, the new bridge had 6.5 boats a day.", BRIDGES, "“New bridge open” has 7.1"),
        ("Elm ward had 4.9 falls per 100 nights during the trial.", WARDS, "has 7.7"),
        ("During the trial weeks there were 44 calls at night in Elm ward.", WARDS, "“Elm ward watched” has 63"),
    ],
)
def test_a_cell_of_another_group_of_columns_is_doubted(text: str, known: Library, said: str) -> None:
    assert said in doubts(text, known)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("With the old bridge closed, 12 carts crossed a day.", BRIDGES),
        ("When open, the new bridge had 7.1 boats a day.", BRIDGES),
        ("The new bridge, when open, had 7.1 boats a day, the old one 6.5.", BRIDGES),
        ("Ash ward had 4.9 falls per 100 nights during the trial.", WARDS),
        ("While it was watched, Elm ward had 7.7 falls per 100 nights.", WARDS),
    ],
)
def test_a_cell_of_its_group_of_columns_holds(text: str, known: Library) -> None:
    assert doubts(text, known) == ""


SEGMENTS = """| NOK million | Revenue 2024 | Revenue 2023 |
|---|---|---|
| Norway | 3,871 | 4,402 |
| Baltics | 2,066 | 1,954 |
"""


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Norway's revenue was NOK 3,871 million in 2024 and NOK 4,402 million the year before.", True),
        ("Norway's revenue fell to NOK 3,871 million from NOK 4,402 million in 2023.", True),
        ("Norway's revenue was NOK 4,402 million in 2024 and NOK 3,871 million the year before.", False),
        ("Norway's revenue was NOK 4,402 million in 2024.", False),
    ],
)
def test_a_claim_of_two_years_gives_each_its_figure(text: str, right: bool) -> None:
    assert ("belongs to another column" in verify(text, [SEGMENTS]).reason) is not right
