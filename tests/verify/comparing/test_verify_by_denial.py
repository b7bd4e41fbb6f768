"""Comparisons by denial: what is not as long is shorter, what does not cost as much is cheaper."""

from __future__ import annotations

import pytest

from moot.verify import verify
from moot.verify.comparing.by_denial import plain
from moot.words import Outcome

ROUTES = "The north route is cheaper than the south route."
PUMPS = "The Heron pump does not use as much power as the Swift pump."
KILNS = "The old kiln is not as hot as the new kiln."
BOATS = "Ask does not have as many boats as Vik."
TOWNS = "| Town | Boats | Rent |\n|---|---|---|\n| Ask | 14 | 620 |\n| Vik | 21 | 580 |"
ALIKE = "Heron is as fast as Swift."
FRUIT = "Apples cost less than pears, and pears cost less than plums."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The north route does not cost as much as the south route.", ROUTES),
        ("The north route costs less than the south route.", ROUTES),
        ("The south route is more expensive than the north route.", ROUTES),
        ("The south route is not as cheap as the north route.", ROUTES),
        ("The Orru bridge is not as long as the Tolva bridge.", "The Tolva bridge is longer than the Orru bridge."),
        ("The Swift pump uses more power than the Heron pump.", PUMPS),
        ("The new kiln is hotter than the old kiln.", KILNS),
        ("Vik has more boats than Ask.", BOATS),
        ("Ask does not have as many boats as Vik.", TOWNS),
        ("Rent in Vik is not as high as in Ask.", TOWNS),
        ("Swift is as fast as Heron.", ALIKE),
        ("Pears cost more than apples.", FRUIT),
        ("Heron is not faster than Swift.", "Heron is no faster than Swift."),
        (
            "Trains were more punctual in 2022 than in 2023.",
            "Trains were not as punctual in 2023 as in 2022.",
        ),
        ("The Heron pump does not cost more than the Swift pump.", "The Swift pump costs more than the Heron pump."),
        ("Heron is twice as fast as Swift.", "Heron is twice as fast as Swift."),
        ("The bus costs less than 9 euros.", "The bus costs less than 9 euros."),
    ],
)
def test_the_same_told_by_denial_holds(claim: str, source: str) -> None:
    finding = verify(claim, source)
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The south route does not cost as much as the north route.", ROUTES),
        ("The north route is more expensive than the south route.", ROUTES),
        ("The Tolva bridge is not as long as the Orru bridge.", "The Tolva bridge is longer than the Orru bridge."),
        ("The Orru bridge is as long as the Tolva bridge.", "The Tolva bridge is longer than the Orru bridge."),
        ("The Swift pump uses less power than the Heron pump.", PUMPS),
        ("The old kiln is hotter than the new kiln.", KILNS),
        ("Vik has fewer boats than Ask.", BOATS),
        ("Vik does not have as many boats as Ask.", TOWNS),
        ("Rent in Ask is not as high as in Vik.", TOWNS),
        ("Heron is slower than Swift.", ALIKE),
        ("Heron is not as fast as Swift.", ALIKE),
        ("Plums cost less than pears.", FRUIT),
        ("Heron is faster than Swift.", "Heron is no faster than Swift."),
        ("The tower is taller than the church.", "The tower isn't taller than the church."),
        ("The ticket costs more than the bus.", "The ticket does not cost more than the bus."),
    ],
)
def test_the_other_way_round_is_seen(claim: str, source: str) -> None:
    assert verify(claim, source).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    "text",
    [
        "The rule does not apply as long as the owner pays.",
        "She did not come as soon as he called.",
        "It is not as if the bank had failed as well.",
        "He did not say as much as a word.",
        "The plan is not so much a plan as a wish.",
        "It costs less than nine euros.",
        "It cost less than expected.",
        "The pump is as good as new.",
        "The ticket costs less than a euro.",
        "Sweets cost less than a single penny.",
        "The parcel weighs more than a kilo.",
        "The ticket does not cost more than a euro.",
        "The plan is not as good as dead.",
        "She was not as good as her word.",
        "The report is not as much as finished.",
        "The ticket will not cost more than the bus.",
        "It must weigh less than the old one.",
        "Does the ticket cost more than the bus?",
        "The cost less than covers the loss.",
    ],
)
def test_what_compares_no_two_things_stays(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The ticket does not cost more than a coffee.", "The ticket is not dearer than a coffee."),
        ("The tickets didn't cost less than the fare.", "The tickets were not cheaper than the fare."),
        ("The boxes do not weigh more than the bag.", "The boxes are not heavier than the bag."),
        ("The pump did not use as much power as the fan.", "The pump did use less power than the fan."),
        ("The plan is not as good as the old one.", "The plan is worse than the old one."),
        ("The visit cost less than the tour.", "The visit was cheaper than the tour."),
    ],
)
def test_a_verb_is_put_in_other_words_with_its_denial(text: str, other: str) -> None:
    assert plain(text) == other
