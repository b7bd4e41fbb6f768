"""What only came after is no cause, and who did not know something doubts none."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.causes import Causes

CODED = (
    "Sepsis was coded by two reviewers who did not know the period. Of all alerts, 23 % were followed by a diagnosis "
    "of sepsis within 48 hours."
)


def test_what_only_followed_was_not_caused() -> None:
    assert "only “followed by”" in said(Causes(), "Many alerts thus led to a diagnosis of sepsis.", CODED)
    assert said(Causes(), "The strike led to a wage rise.", "The strike was followed by a rise of wages.")
    assert said(Causes(), "The strike led to a rise of wages.", "The strike brought a rise of wages.") == ""


def test_only_what_is_not_known_of_a_cause_doubts_it() -> None:
    blind = "Volunteers who did not know the site took samples, and this led to a better survey of the site."
    assert said(Causes(), "Taking samples led to a better survey of the site.", blind) == ""
    unknown = "Sales of ice rose and fewer people drowned; the authors do not know why fewer people drowned."
    assert "not know why" in said(Causes(), "Sales of ice caused fewer people to drown.", unknown)


GIVEN = (
    "Exports rose because of the weak krone.",
    "The weak krone drove exports up.",
    "The weak krone spurred exports.",
    "On the back of the weak krone, exports rose.",
    "The rise of exports was fuelled by the weak krone.",
    "The weak krone gave exports a lift.",
)
TOLD = (
    "The weak krone led to a rise of exports.",
    "The weak krone drove exports up.",
    "The weak krone spurred exports.",
    "Exports rose owing to the weak krone.",
    "Exports rose on the back of the weak krone.",
    "Exports rose thanks to the weak krone.",
)


@pytest.mark.parametrize("evidence", GIVEN)
@pytest.mark.parametrize("claim", TOLD)
def test_a_cause_may_be_told_in_other_words(claim: str, evidence: str) -> None:
    assert said(Causes(), claim, evidence) == ""


@pytest.mark.parametrize(
    "evidence",
    [
        "The rise of exports followed a fall of the krone.",
        "The rise of exports coincided with a fall of the krone.",
        "The rise of exports was accompanied by a fall of the krone.",
    ],
)
@pytest.mark.parametrize(
    "claim",
    [
        "Exports rose because the krone fell.",
        "The fall of the krone led to a rise of exports.",
        "The fall of the krone spurred exports.",
        "Exports rose on the back of the fall of the krone.",
        "The fall of the krone sparked a rise of exports.",
    ],
)
def test_what_followed_or_went_with_it_is_no_cause(claim: str, evidence: str) -> None:
    assert said(Causes(), claim, evidence)


@pytest.mark.parametrize(
    "claim", ["Exports rose after the krone fell.", "The rise of exports followed the krone's fall."]
)
def test_what_is_told_as_coming_after_makes_no_cause(claim: str) -> None:
    assert said(Causes(), claim, "The rise of exports followed a fall of the krone.") == ""
