"""A vote is told with both of its sides."""

from __future__ import annotations

import pytest
from verify_library import audited, cite, claim, library, only

from moot.verify.figures import Figures
from moot.words import Outcome

KNOWN = library("The council approved the plan by seven votes to two, the mayor being absent. Work begins in May.\n")
TWO = library("The council approved the plan by seven votes to two. The levy was carried by 7 votes to 3.\n")


@pytest.mark.parametrize(
    "text", ["The plan passed by seven votes to three.", "The council approved the plan, 8-2, without the mayor."]
)
def test_another_side_of_the_only_vote_is_a_fault(text: str) -> None:
    finding = audited(text, KNOWN)
    assert finding.outcome is Outcome.FAILS and "vote differs" in finding.reason and "seven to two" in finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "The plan passed by seven votes to two.",
        "The council approved the plan 7-2.",
        "Two members voted against the plan and seven for it.",
    ],
)
def test_the_same_vote_is_none(text: str) -> None:
    assert "vote differs" not in audited(text, KNOWN).reason


def test_nothing_is_carried_by_fewer_votes_than_were_cast_against_it() -> None:
    assert "vote differs" in audited("The council approved the plan by two votes to seven.", KNOWN).reason
    assert (
        "vote differs" not in audited("Against the plan the mayor's friends lost by two votes to seven.", KNOWN).reason
    )


@pytest.mark.parametrize(
    "text",
    [
        "The plan, approved in 2019, was voted down by 2 votes to 7.",
        "The plan that was adopted in 2019 fell by 2 votes to 7.",
        "The board that approved the plan was beaten by 2 votes to 7.",
    ],
)
def test_what_was_carried_before_may_fall_by_fewer_votes(text: str) -> None:
    known = library("The plan was adopted in 2019. It was voted down by 7 votes to 2.\n")
    assert "vote differs" not in audited(text, known).reason


def test_what_a_draft_says_of_its_sources_is_not_refuted_by_it() -> None:
    claim_ = claim("The plan was approved by 2 votes to 7.", cite(KNOWN, "approved the plan by seven votes to two"))
    assert only(Figures().findings([claim_], KNOWN)).outcome is Outcome.HOLDS


def test_of_two_votes_either_may_be_meant() -> None:
    assert "vote differs" not in audited("The levy was carried by seven votes to three.", TWO).reason


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("Two of nine votes in the council were against the plan.", False),
        ("Of the nine votes cast, seven were for the plan.", False),
        ("Three of nine votes in the council were against the plan.", True),
        ("Of the nine members who voted, three are farmers.", False),
    ],
)
def test_all_votes_are_those_of_both_sides(text: str, differs: bool) -> None:
    claim_ = claim(text, cite(KNOWN, "approved the plan by seven votes to two"))
    finding = only(Figures().findings([claim_], KNOWN))
    assert finding.outcome is (Outcome.FAILS if differs else Outcome.HOLDS)
    assert ("vote differs: Three of nine against seven to two" in finding.reason) is differs


def test_another_number_of_votes_than_were_cast_is_refuted() -> None:
    claim_ = claim("Two of ten votes were against the plan.", cite(KNOWN, "approved the plan by seven votes to two"))
    assert only(Figures().findings([claim_], KNOWN)).outcome is Outcome.FAILS


def test_another_vote_may_be_told_without_the_word() -> None:
    known = library("Her motion was lost by 16 to 19. Then the council passed the plan by 19 votes to 14.")
    assert "vote differs" not in audited("Her motion was lost by 16 votes to 19.", known).reason
