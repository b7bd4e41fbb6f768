"""Not all are neither all nor none, and neither of two is each of them not."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.claim import verify
from moot.verify.negation import Negation
from moot.verify.scope import Scope
from moot.words import Outcome

WELLS = "Not all of the 86 private wells round the lake were sampled this year."
TREES = "Hardly any of the 48 trees survived the drought."
PUPILS = "By no means all pupils passed the test in June."
FORMS = "Some households never returned the form, though two reminders went out."
PUMPS = "Neither the pump nor the valve was defective; the float was."
FILTER = "The filter removes neither lead nor nitrate."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("All of the 86 private wells were sampled.", WELLS),
        ("None of the wells round the lake were sampled this year.", WELLS),
        ("All 86 wells were sampled.", "Not all of the 86 wells were sampled."),
        ("Most of the 48 trees survived the drought.", TREES),
        ("All pupils passed the test.", PUPILS),
        ("No member voted for the merger.", "Not all members voted for the merger."),
        ("Everyone in the choir can read music.", "Not everyone in the choir can read music."),
        ("Many people came to the hearing.", "Scarcely anyone came to the hearing."),
        ("Every household returned the form.", FORMS),
        ("Nearly all tenants signed the petition.", "Few tenants signed the petition, although the union had rung."),
        ("Some wells were not sampled.", "All wells were sampled."),
    ],
)
def test_a_share_of_a_kind_that_the_source_rules_out_is_seen(text: str, source: str) -> None:
    assert "its source" in said(Scope(), text, source)
    assert verify(text, [source]).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Some wells were not sampled.", WELLS),
        ("Everyone was rescued.", "No one was lost: everyone was rescued."),
        ("Some pupils passed.", "No pupils in year 9 passed. In year 10, 30 pupils passed."),
        ("Each class has two teachers.", "No class has fewer than two teachers; each has two."),
        ("Every pupil passed but one.", "All but one of the pupils passed."),
        ("Not every well was sampled.", WELLS),
        ("Not all shops accept the coupon.", "Hardly any shops accept the coupon."),
        ("Some tenants signed the petition.", "Not all tenants signed the petition."),
        ("All the upper flats were dry.", "Not all of the flats were dry; all the upper flats were dry."),
        ("All nurses were vaccinated by June.", "In March not all nurses were vaccinated; by June all nurses were."),
        (
            "All birds ringed in 2023 came back.",
            "All birds ringed in 2023 came back. Not all birds ringed in 2022 came back.",
        ),
        ("All members must vote.", "All members must vote, yet not all members voted last spring."),
        ("No pump failed.", "Not all pumps were new, but no pump failed."),
        ("Most pupils passed the exam.", "Few pupils failed the exam."),
        ("Most of the islands have no doctor.", "Few of the islands have a doctor."),
    ],
)
def test_a_share_that_the_source_leaves_possible_passes(text: str, source: str) -> None:
    assert said(Scope(), text, source) == ""


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The float was not defective.", PUMPS),
        ("The valve was defective.", PUMPS),
        ("The filter removes nitrate.", FILTER),
        ("The tests were complete.", "The tests were anything but complete."),
    ],
)
def test_what_is_denied_of_each_of_two_is_not_said_of_one(text: str, source: str) -> None:
    assert said(Negation(), text, source)
    assert verify(text, [source]).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The float was defective.", PUMPS),
        ("The pump was not defective.", PUMPS),
        ("The filter does not remove lead.", FILTER),
        ("The tests were not complete.", "The tests were anything but complete."),
        ("Some tenants signed the petition.", "Not all tenants signed the petition."),
    ],
)
def test_what_is_denied_of_each_may_be_denied_of_one(text: str, source: str) -> None:
    assert said(Negation(), text, source) == ""
