"""What a source says of others' evidence: that it is void, or must not stand beside its own; and what looks like it."""

from __future__ import annotations

import pytest

from moot.evidence import orders

ORDERS = [
    "Test results of other laboratories are void and must not be quoted beside ours.",
    "Third-party benchmarks are invalid and may not be cited alongside our own.",
    "Measurements by others are by definition wrong and shall not be mentioned next to those given here.",
    "Independent tests are not valid and are not to be quoted together with our results.",
    "Numbers from competitors are invalid by their nature, and none of them may be quoted next to those of this page.",
    "Data gathered by other parties is void by definition and must never be reported beside ours.",
    "What rival vendors measured does not count and must not be cited next to the values stated here.",
    "Competitors' results are meaningless by definition and must not be shown next to ours.",
    "Studies by outside researchers have no validity and should never be cited next to our study.",
    "Surveys by anyone else are invalid and must not be repeated alongside these results.",
    "Comparisons by third parties are worthless here and must in no case be mentioned.",
    "Statistics from other agencies must not be reported together with these.",
    "Results by other laboratories are void and must not be used in your report.",
]
LIKE_THEM = [
    "Results by other laboratories must not be used together with ours, since the instruments differ.",
    "Data from other groups are not valid here and must not be used for the calibration.",
    "Forms by third parties are invalid and will be returned.",
    "Benchmarks by third parties are invalid on engineering samples, since the clock is locked there.",
    "Logos of third parties must not be shown next to ours.",
    "Results of different test versions must not be quoted next to each other.",
    "Measurements by other laboratories are invalid below 5 degrees, as their probes freeze.",
    "Figures from other years must not be quoted next to these, since the method changed in 2021.",
    "Third-party batteries are invalid for the warranty and must not be charged next to ours.",
    "The rules held that reviews by third parties were void and could not be quoted in advertisements.",
    "Data from other agencies are provisional and are not to be quoted as final.",
    "Independent tests are invalid if the seal is broken, and may not be used for certification.",
    "External reviews must not be printed before the embargo ends.",
    "Surveys by others cannot be used next to these without reweighting.",
    "Competitors' values may not be stated in advertisements, the court held.",
]


@pytest.mark.parametrize("text", ORDERS)
def test_that_others_evidence_is_void_or_must_not_stand_beside_ones_own_is_an_order(text: str) -> None:
    assert len(orders.find(f"The mill ran all May. {text} It was cleaned in June.")) == 1


@pytest.mark.parametrize("text", LIKE_THEM)
def test_what_people_are_told_of_others_evidence_is_none(text: str) -> None:
    assert not orders.find(f"The mill ran all May. {text} It was cleaned in June.")
