"""Figures that were made of others count only where those are of what the claim speaks of: one row, one year."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.evidence.library import Library
from moot.words import Outcome

TRIAL = library(
    """Number of people with at least one event.

| | Placebo (n = 213) | 5 mg (n = 214) | 10 mg (n = 1,215) |
|---|---|---|---|
| Nausea | 15 | 28 | 247 |
| Headache | 31 | 29 | 33 |
| Dizziness | 9 | 17 | 126 |
"""
)
CATCH = library(
    """Limits and landings in tonnes; spawning stock in thousand tonnes.

| Stock | Limit 2022 | Landed 2022 | Limit 2023 | Landed 2023 | Spawning stock 2023 |
|---|---|---|---|---|---|
| Herring | 22,000 | 21,340 | 20,000 | 18,150 | 88 |
| Plaice | 5,800 | 5,260 | 6,000 | 5,910 | 34 |
| Sandeel | 9,500 | 3,120 | 4,000 | 2,280 | 27 |
| Cod | 1,400 | 1,465 | 1,100 | 1,020 | 11 |
"""
)
ACCOUNTS = library(
    """Accounts of the glass house, in thousand crowns.

| | 2021/22 | 2022/23 | 2023/24 |
|---|---|---|---|
| Salaries | 3,460 | 3,890 | 4,150 |
| Energy | 1,745 | 3,440 | 2,460 |
| Expenditure | 5,205 | 7,330 | 6,610 |
"""
)
STORES = library(
    """| Store | Reads/s (thousand) | Peak memory (GiB) | Mean wait of late calls 2023 (min) |
|---|---|---|---|
| Quill | 412 | 11.2 | 41 |
| Heron | 455 | 14.6 | 36 |
| Marlin | 388 | 22.5 | 58 |
"""
)
LAKE = library(
    "The volume of the lake rose from 17 million cubic metres in 2009 to 29 million in 2022. The wave would pass "
    "the dam in 14 of 20 runs."
)


def holds(text: str, known: Library) -> bool:
    return audited(text, known).outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    ("known", "text", "true"),
    [
        (TRIAL, "Nausea was recorded in 20.3 per cent of the people on 10 mg.", True),
        (TRIAL, "Nausea was recorded in 7.0 per cent of the people on placebo.", True),
        (TRIAL, "Nausea was recorded in 24.1 per cent of the people on 10 mg.", False),
        (TRIAL, "No headache was reported by 85.4 per cent of the placebo group.", True),
        (CATCH, "In 2022 cod was fished beyond its limit, by 65 tonnes.", True),
        (CATCH, "In 2022 cod was fished beyond its limit, by 85 tonnes.", False),
        (CATCH, "Herring landings came to roughly 18,000 tonnes in 2023.", True),
        (CATCH, "Herring landings came to roughly 16,000 tonnes in 2023.", False),
        (CATCH, "The spawning stock of herring came to 88,000 tonnes in 2023.", True),
        (CATCH, "Boats landed 57 per cent of the sandeel that they were allowed in 2023.", True),
        (CATCH, "Boats landed 67 per cent of the sandeel that they were allowed in 2023.", False),
        (ACCOUNTS, "Almost 63 per cent of all expenditure in 2023/24 went on salaries.", True),
        (ACCOUNTS, "Almost 67 per cent of all expenditure in 2023/24 went on salaries.", False),
        (ACCOUNTS, "Almost 67 per cent of all expenditure in 2021/22 went on salaries.", True),
        (STORES, "Heron needs 3.4 GiB more memory at its peak than Quill.", True),
        (STORES, "The peak memory of Heron grew by 54 per cent.", False),
        (STORES, "Late calls of Heron wait 36 minutes behind schedule in 2023.", True),
        (STORES, "Late calls of Heron wait 41 minutes behind schedule in 2023.", False),
        (LAKE, "The volume of the lake grew by 12 million cubic metres.", True),
        (LAKE, "The volume of the lake grew by 14 million cubic metres.", False),
    ],
)
def test_what_follows_is_made_of_the_row_and_the_year_that_are_named(known: Library, text: str, true: bool) -> None:
    assert holds(text, known) is true


def test_a_number_of_those_in_a_head_is_no_part_of_its_name() -> None:
    found = audited("Nine of those on placebo had a headache.", TRIAL)
    assert found.outcome is Outcome.FAILS
    assert "Dizziness" in found.reason and "Headache" in found.reason


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("The step from Quill to Heron raised the peak memory by 3.4 GiB, or 30 per cent.", True),
        ("The step from Quill to Heron raised the peak memory by 3.4 GiB, or 38 per cent.", False),
        ("From Quill to Heron reads went up from 412 to 455 thousand, or by 10.4 per cent.", True),
        ("From Quill to Heron reads went up from 412 to 455 thousand, or by 14.4 per cent.", False),
        ("Reads rose by 10.4 per cent, from 412,000 to 455,000.", True),
        ("Reads rose by 20.4 per cent, from 412,000 to 455,000.", False),
        ("Peak memory fell from 22.5 to 11.2 GiB, a drop of 50 per cent.", True),
        ("Peak memory fell from 22.5 to 11.2 GiB, a drop of 60 per cent.", False),
    ],
)
def test_a_change_in_percent_is_that_of_the_two_figures_beside_it(text: str, true: bool) -> None:
    assert holds(text, STORES) is true


def test_what_would_be_is_not_refuted_by_what_is() -> None:
    known = library("The reserve stood at 1,460,000 crowns. She budgeted a deficit of 180,000 crowns for the year.")
    found = audited("The deficit budgeted for the year would bring the reserve to 1.27 million crowns.", known)
    assert (found.outcome, found.gate) == (Outcome.FAILS, False)


def test_the_other_year_of_one_measure_is_proven() -> None:
    known = library(
        "| | Stock 2013 (m³/ha) | Stock 2023 (m³/ha) |\n|---|---|---|\n| Beech | 261 | 283 |\n| Oak | 224 | 239 |\n"
    )
    wrong = audited("Where beech grew, the inventory of 2013 found 283 cubic metres of wood to the hectare.", known)
    assert (wrong.outcome, wrong.gate) == (Outcome.FAILS, True)
    assert holds("Where beech grew, the inventory of 2013 found 261 cubic metres of wood to the hectare.", known)
