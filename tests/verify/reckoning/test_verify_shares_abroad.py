"""Shares in words of other languages beside shares in figures."""

from __future__ import annotations

import pytest

from moot.verify import verify
from moot.words import Outcome

FRENCH = "La moitié des élèves viennent à vélo."
GERMAN = "Die Hälfte der Schüler kommt mit dem Rad."
SPANISH = "La mitad de los alumnos viene en bicicleta."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("50 % des élèves viennent à vélo.", FRENCH),
        ("50 % der Schüler kommen mit dem Rad.", GERMAN),
        ("El 50 % de los alumnos viene en bicicleta.", SPANISH),
        ("Ein Drittel der Wohnungen stehen leer.", "33 Prozent der Wohnungen stehen leer."),
        ("Half of the pupils come by bicycle.", SPANISH),
    ],
)
def test_the_same_share_in_words_and_figures_is_not_refuted(claim: str, source: str) -> None:
    assert verify(claim, source).outcome is not Outcome.FAILS


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Un tiers des élèves viennent à vélo.", FRENCH),
        ("30 % des élèves viennent à vélo.", FRENCH),
        ("Ein Drittel der Schüler kommt mit dem Rad.", GERMAN),
        ("Zwei Drittel der Schüler kommen mit dem Rad.", "50 Prozent der Schüler kommen mit dem Rad."),
        ("Un tercio de los alumnos viene en bicicleta.", SPANISH),
        ("30 % of the pupils come by bicycle.", SPANISH),
    ],
)
def test_another_share_is_seen(claim: str, source: str) -> None:
    assert verify(claim, source).outcome is Outcome.FAILS
