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


_ALARM = "The alarm was raised two hours after the fire had started."
_PERMIT = "The permit was issued on 3 March 2022, two weeks after the works had begun."
_MAYOR = "The mayor resigned a week before the vote."
_MINK = "The mink left the valley shortly after the otters had returned, as old people there still recall."
_BRIDGE = "The old footbridge is 12 metres shorter than the new one, which measures 212 metres."
_CHOIR = "The orchestra, founded by miners, is almost thirty years older than the choir."
_BOATS = "Vik has far more fishing boats than Ask, though Ask has the larger harbour."


@pytest.mark.parametrize(
    ("true", "wrong", "evidence"),
    [
        (
            "The fire started before the alarm was raised.",
            "The fire started two hours after the alarm was raised.",
            _ALARM,
        ),
        (
            "The works began before the permit was issued.",
            "The works began two weeks after the permit was issued.",
            _PERMIT,
        ),
        ("The vote came after the mayor resigned.", "The vote took place a week before the mayor resigned.", _MAYOR),
        ("The otters returned before the mink left.", "The otters returned shortly after the mink left.", _MINK),
        (
            "The new bridge is longer than the old footbridge.",
            "The new bridge is shorter than the old footbridge.",
            _BRIDGE,
        ),
        ("The choir is younger than the orchestra.", "The choir is older than the orchestra.", _CHOIR),
        ("Ask has fewer fishing boats than Vik.", "Ask has more fishing boats than Vik.", _BOATS),
    ],
)
def test_by_how_much_says_nothing_of_the_order(true: str, wrong: str, evidence: str) -> None:
    assert said(Direction(), true, evidence) == ""
    assert said(Direction(), wrong, evidence)


def test_a_sentence_of_two_comparisons_keeps_them_apart() -> None:
    evidence = "Vik has more ships than Ask; Ask has more churches than Vik."
    assert said(Direction(), "Ask has more churches than Vik.", evidence) == ""


_LONGER = "The bridge is 2 metres longer than the tunnel."


@pytest.mark.parametrize("nearly", ["about", "practically", "roughly", "more or less", "virtually", "just about"])
def test_what_is_about_alike_may_differ_a_little(nearly: str) -> None:
    assert said(Direction(), f"The bridge is {nearly} as long as the tunnel.", _LONGER) == ""
    assert (
        said(
            Direction(),
            f"The house has {nearly} as many rooms as the inn.",
            "The house has two more rooms than the inn.",
        )
        == ""
    )


def test_what_is_as_long_is_not_longer() -> None:
    assert said(Direction(), "The bridge is as long as the tunnel.", _LONGER)
    assert said(Direction(), "The bridge is just as long as the tunnel.", _LONGER)


def test_about_alike_does_not_say_that_one_is_longer() -> None:
    evidence = "The bridge is about as long as the tunnel."
    assert said(Direction(), "The bridge is longer than the tunnel.", evidence)
    known = library(evidence)
    finding = only(Direction().findings([claim("The bridge is longer than the tunnel.", cite(known, evidence))], known))
    assert finding.score != 0
