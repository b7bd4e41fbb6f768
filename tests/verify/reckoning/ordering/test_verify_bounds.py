"""A bound that the figure of the evidence does not keep, or that is another than the evidence's, is seen."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.direction import Direction

_MARINA = "Nearly 300 boats used the marina in 2023."
_QUAY = "The quay may carry at most 40 tonnes."
_BUSES = "The network has 212 buses: 96 battery-electric, 74 biogas and 42 diesel."
_TRIPS = "Ridership reached 48.3 million journeys in 2024, up from 44.1 million in 2023 and 39.7 million in 2022."


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Over 300 boats used the marina in 2023.", _MARINA),
        ("The quay may carry at least 40 tonnes.", _QUAY),
        ("More than 60 million journeys were made in 2024.", _TRIPS),
        ("At least 49 million journeys were made in 2024.", _TRIPS),
        ("More than 220 buses are in service.", _BUSES),
        ("Fewer than 210 buses are in service.", _BUSES),
        ("Fewer than 40 buses are diesel.", _BUSES),
        ("The fine is at least 500 francs.", "The fine shall not exceed 500 francs."),
        ("A class has at most 24 pupils.", "A class has no fewer than 24 pupils."),
        ("The wall must be at least 2 m high.", "The wall must be no higher than 2 m."),
        ("Each team has at most 7 players.", "Each team has a minimum of 7 players."),
        ("The lighthouse drew fewer than 48,000 visitors.", "The lighthouse drew 48,300 visitors."),
    ],
)
def test_a_bound_that_is_not_kept_is_seen(text: str, evidence: str) -> None:
    assert said(Direction(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Almost 300 boats used the marina in 2023.", _MARINA),
        ("Close to 300 boats used the marina in 2023.", "Just over 300 boats used the marina in 2023."),
        ("The quay may carry no more than 40 tonnes.", _QUAY),
        ("The quay must not carry more than 40 tonnes.", _QUAY),
        ("More than 48 million journeys were made in 2024.", _TRIPS),
        ("More than 40 million journeys were made in 2023.", _TRIPS),
        ("More than 130 million journeys were made in three years.", _TRIPS),
        ("Fewer than 220 buses are in service.", _BUSES),
        ("Fewer than 60 buses are diesel.", _BUSES),
        ("More than 150 buses were leased.", "The network has 212 buses; over 160 buses were leased."),
        ("The fine is at most 500 francs.", "The fine shall not exceed 500 francs."),
        ("The wall may be 2 m high at most.", "The wall must be no higher than 2 m."),
        ("Shops over 400 square metres close at six.", "Shops over 280 square metres close at six."),
        ("Over 40 houses burned.", "By noon 25 houses had burned. By night the count stood at 43."),
        ("More than 30 students passed the exam.", "25 students passed the exam in June and 12 students in September."),
        (
            "More than 30 students passed the exam.",
            "25 students passed the exam in June. 12 students passed it in September.",
        ),
        ("Firms with at least 250 staff must report.", "Firms with fewer than 250 staff are exempt."),
    ],
)
def test_a_bound_that_is_kept_is_not_doubted(text: str, evidence: str) -> None:
    assert not said(Direction(), text, evidence)


def test_the_next_sentence_may_add_to_the_count_that_is_cited() -> None:
    evidence = "25 students passed the exam in June. 12 students passed it in September."
    assert not said(
        Direction(), "More than 30 students passed the exam.", evidence, "25 students passed the exam in June."
    )
    assert said(Direction(), "More than 40 students passed the exam.", evidence, "25 students passed the exam in June.")


_NESTS = "Between 14 and 19 percent of the nests failed."
_WORKS = "The works will take 6 to 9 months."
_FERRY = "The ferry takes 40 to 55 minutes in calm weather."


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("At least 19 percent of the nests failed.", _NESTS),
        ("More than 19 percent of the nests failed.", _NESTS),
        ("The works will take at least 9 months.", _WORKS),
        ("The works will take no more than 6 months.", _WORKS),
        ("The ferry takes less than 40 minutes.", _FERRY),
    ],
)
def test_a_range_is_within_no_bound_that_only_its_end_keeps(text: str, evidence: str) -> None:
    assert "its source has" in said(Direction(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("At most 19 percent of the nests failed.", _NESTS),
        ("At least 14 percent of the nests failed.", _NESTS),
        ("The works will take up to 9 months.", _WORKS),
        ("The works may take more than 6 months.", _WORKS),
        ("The ferry takes at least 40 minutes.", _FERRY),
        ("Some hives gave more than 15 kilograms.", "The hives gave between 11 and 18 kilograms of honey each."),
    ],
)
def test_a_range_keeps_the_bounds_of_its_ends_and_a_part_of_it_others(text: str, evidence: str) -> None:
    assert said(Direction(), text, evidence) == ""
