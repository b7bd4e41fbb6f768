"""What was only applied for is not told as had."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.claim import verify
from moot.verify.hedges import Conditions
from moot.words import Outcome

ISO = "Certification of the plant to ISO 50001 has been applied for but not yet granted."


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The plant is certified to ISO 50001.", ISO),
        ("The bridge has a building permit.", "A building permit for the bridge has been applied for."),
        ("The town received a grant of 2 million euros.", "The town has applied for a grant of 2 million euros."),
        ("The licence was granted in June.", "The licence was applied for in June; the authority has not decided."),
        ("The sensor is approved for hospitals.", "Approval of the sensor for hospitals is pending."),
        ("Norwell holds a licence for the mine.", "Norwell's application for a licence for the mine is under review."),
        ("The museum received funding from the lottery.", "The museum is seeking funding from the lottery."),
        ("The hospital is accredited by the board.", "The hospital has applied for accreditation by the board."),
    ],
)
def test_what_is_waited_for_and_told_as_had_is_seen(text: str, evidence: str) -> None:
    assert "is so already" in said(Conditions(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The plant has applied for certification to ISO 50001.", ISO),
        ("The plant is not certified to ISO 50001.", ISO),
        (
            "The plant is certified to ISO 50001.",
            "The plant applied for certification to ISO 50001 and was certified in July.",
        ),
        ("The device is certified.", "The device is certified. Certification of the app has been applied for."),
        (
            "The town received a grant of 2 million.",
            "The town applied for a grant of 2 million, which it received in May.",
        ),
        ("The permit was granted in June.", "The permit, applied for in March, was granted in June."),
        ("Norwell holds a licence.", "Norwell holds a licence. Its application for a second licence is under review."),
        (
            "The software is used in 40 schools.",
            "The software is used in 40 schools; applications for more are pending.",
        ),
        (
            "The results are published in a journal.",
            "The results are published in a journal; data come upon application.",
        ),
        ("The paint was applied to the wall twice.", "The paint was applied to the wall twice; leave was applied for."),
        ("Patients received the gel daily.", "The gel was applied to the skin of patients daily for four weeks."),
        ("The grant was awarded to Norwell.", "Three firms applied for the grant. The grant was awarded to Norwell."),
    ],
)
def test_what_is_had_or_told_as_waited_for_passes(text: str, evidence: str) -> None:
    assert "is so already" not in said(Conditions(), text, evidence)


def test_it_does_not_pass_for_its_wording() -> None:
    assert verify("The plant is certified to ISO 50001.", [ISO]).outcome is Outcome.FAILS
