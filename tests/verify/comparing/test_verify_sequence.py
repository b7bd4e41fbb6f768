"""What came first may be told from either side, and not turned round."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only, said

from moot.verify.direction import Direction
from moot.words import Outcome

_TRAM = "The tram line opens in autumn 2027, after the first homes are occupied in March 2027."
_TRIAL = "The trial was conducted before the acquisition."


@pytest.mark.parametrize(
    ("true", "wrong", "evidence"),
    [
        (
            "The first homes are occupied before the tram opens.",
            "The tram opens before the first homes are occupied.",
            _TRAM,
        ),
        (
            "The tram opens after the first homes are occupied.",
            "The first homes are occupied after the tram opens.",
            _TRAM,
        ),
        ("The acquisition came after the trial.", "The trial came after the acquisition.", _TRIAL),
        ("The trial preceded the acquisition.", "The trial followed the acquisition.", _TRIAL),
    ],
)
def test_the_order_is_told_from_either_side(true: str, wrong: str, evidence: str) -> None:
    known = library(evidence)
    finding = only(Direction().findings([claim(true, cite(known, evidence))], known))
    assert (finding.outcome, finding.score) == (Outcome.HOLDS, 1.0)
    assert said(Direction(), wrong, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The homes are occupied about half a year before the tram opens.", _TRAM),
        ("After the trial, the acquisition took place.", _TRIAL),
        ("The homes are not occupied after the tram opens.", _TRAM),
        (
            "The fee was raised in May, two years after the flood.",
            "Two years after the flood, in May, the fee was raised.",
        ),
    ],
)
def test_what_says_more_is_only_not_doubted(text: str, evidence: str) -> None:
    known = library(evidence)
    finding = only(Direction().findings([claim(text, cite(known, evidence))], known))
    assert (finding.outcome, finding.score) == (Outcome.HOLDS, None)
