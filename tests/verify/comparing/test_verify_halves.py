"""Of two halves of a sentence that go two ways each keeps its own direction."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.direction import Direction

_VIOLENCE = "Violence against staff was lower, violence between prisoners higher."
_EXPORTS = "Exports to Sweden rose, exports to Norway fell."
_DETECTORS = "The smoke detectors in the hall were older than those in the annexe, the sprinklers newer."
_COOKS = "Turnover among waiters fell in May, that among cooks rose."


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Violence between prisoners was lower.", _VIOLENCE),
        ("Violence against staff was higher.", _VIOLENCE),
        ("Exports to Norway rose.", _EXPORTS),
        ("Turnover among cooks fell in May.", _COOKS),
        ("The sprinklers were older than those in the annexe.", _DETECTORS),
    ],
)
def test_the_direction_of_the_other_half_is_not_its_own(text: str, evidence: str) -> None:
    assert "its source" in said(Direction(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Violence against staff was lower.", _VIOLENCE),
        ("Violence between prisoners was higher.", _VIOLENCE),
        ("Exports to Sweden rose.", _EXPORTS),
        ("Turnover among cooks rose in May.", _COOKS),
        ("The sprinklers were newer than those in the annexe.", _DETECTORS),
        ("Prices fell.", "Prices rose and then fell in 2020."),
        ("Prices fell in 2020.", "Prices rose in 2019 and fell in 2020."),
        ("Wheat was lower than rice.", "Rice was higher, wheat lower."),
    ],
)
def test_its_own_direction_stands(text: str, evidence: str) -> None:
    assert said(Direction(), text, evidence) == ""
