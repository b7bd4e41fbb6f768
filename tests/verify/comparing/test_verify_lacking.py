"""Those who have something and those who lack it, compared and told of either."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.claim import verify
from moot.verify.direction import Direction
from moot.verify.hedges import Conditions
from moot.verify.scope import Scope
from moot.words import Outcome

LIBRARY = "Villages with a library had fewer burglaries than villages without one."
BREAKFAST = "Pupils who had no breakfast scored lower in the morning test than those who had eaten breakfast."
HEDGES = "Orchards without hedges lost more fruit to the wind than orchards that have hedges, the growers found."
HINGE = "The new hinge came from another supplier and was not tested again at low temperature."


@pytest.mark.parametrize(
    ("true", "wrong", "source"),
    [
        (
            "There were more burglaries in villages that had no library.",
            "There were fewer burglaries in villages that had no library.",
            LIBRARY,
        ),
        (
            "There were fewer burglaries in villages with a library.",
            "There were more burglaries in villages with a library.",
            LIBRARY,
        ),
        (
            "Pupils who had eaten breakfast scored higher in the morning test.",
            "Pupils who had eaten breakfast scored lower in the morning test.",
            BREAKFAST,
        ),
        (
            "Orchards that have hedges lost less fruit to the wind.",
            "Orchards that have hedges lost more fruit to the wind.",
            HEDGES,
        ),
        (
            "Orchards without hedges lost more fruit to the wind.",
            "Orchards without hedges lost less fruit to the wind.",
            HEDGES,
        ),
    ],
)
def test_what_is_more_of_the_one_is_less_of_the_others(true: str, wrong: str, source: str) -> None:
    assert said(Direction(), true, source) == ""
    assert said(Direction(), wrong, source)
    assert verify(wrong, [source]).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (
            "Homes without solar panels used less gas.",
            "Homes with solar panels used less power than homes without them, but more gas.",
        ),
        (
            "Homes without solar panels used less gas.",
            "Homes with solar panels used less power than homes without them.",
        ),
        (
            "Homes without solar panels used more gas.",
            "Homes without solar panels used less power than homes with them, and more gas.",
        ),
        ("Villages without a library had fewer thefts.", LIBRARY),
    ],
)
def test_more_of_something_else_is_left_alone(claim: str, source: str) -> None:
    assert said(Direction(), claim, source) == ""


def test_that_it_was_not_tested_is_that_nobody_tested_it() -> None:
    claim = "Nobody tested the new hinge at low temperature."
    assert said(Conditions(), claim, HINGE) == said(Scope(), claim, HINGE) == ""
    assert verify(claim, [HINGE]).outcome is Outcome.HOLDS
    assert verify("The new hinge was tested again at low temperature.", [HINGE]).outcome is Outcome.FAILS
