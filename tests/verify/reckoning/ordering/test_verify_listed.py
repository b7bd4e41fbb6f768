"""Who has most and who has more is read from a sentence that gives each its figure."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.claim import verify
from moot.verify.direction import Direction
from moot.words import Outcome

OSLO = "Oslo has 717,000 inhabitants and Bergen 291,000."
RANGE = "The Kolda has a range of 310 km, the Tarn of 420 km and the Ulv of 380 km."
SALES = "Sales were 4.1 million in the West, 3.2 million in the East and 2.9 million in the North."
KÖLN = "Hamburg hat 1,9 Millionen Einwohner, Köln 1,1 Millionen."
LYON = "Marseille compte 870 000 habitants et Lyon 520 000."


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Bergen has the most inhabitants.", OSLO),
        ("Bergen has more inhabitants than Oslo.", OSLO),
        ("Oslo has the fewest inhabitants.", OSLO),
        ("The Kolda has the longest range.", RANGE),
        ("The Ulv has a longer range than the Tarn.", RANGE),
        ("East had the lowest sales.", SALES),
        ("Köln hat mehr Einwohner als Hamburg.", KÖLN),
        ("Lyon compte plus d'habitants que Marseille.", LYON),
    ],
)
def test_an_order_that_the_sentence_refutes_does_not_pass(text: str, evidence: str) -> None:
    assert "the claim says" in said(Direction(), text, evidence)
    assert verify(text, [evidence]).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Oslo has the most inhabitants.", OSLO),
        ("Bergen has fewer inhabitants than Oslo.", OSLO),
        ("The Tarn has the longest range.", RANGE),
        ("The Ulv has a longer range than the Kolda.", RANGE),
        ("North had the lowest sales.", SALES),
        ("Hamburg hat mehr Einwohner als Köln.", KÖLN),
        ("Marseille compte plus d'habitants que Lyon.", LYON),
    ],
)
def test_an_order_that_the_sentence_bears_out_passes(text: str, evidence: str) -> None:
    assert said(Direction(), text, evidence) == ""
    assert verify(text, [evidence]).outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Bergen has the most museums.", OSLO),
        ("Bergen has the most inhabitants of the western towns.", OSLO),
        ("Bergen has more inhabitants than Oslo.", "Oslo has 717,000 inhabitants and Bergen 14 museums."),
        ("The Kolda is the best.", RANGE),
        ("The Kolda has almost the longest range.", RANGE),
    ],
)
def test_what_the_sentence_does_not_tell_is_left_alone(text: str, evidence: str) -> None:
    assert said(Direction(), text, evidence) == ""
