"""What a source denies of a part it says of the rest."""

from __future__ import annotations

import pytest
from verify_library import audited, library, said

from moot.verify.negation import Negation
from moot.words import Outcome

PATIENTS = "Of the 90 patients, 30 did not recover."
RUST = "| Series | Brackets without red rust |\n|---|---|\n| A | 1 of 7 |\n| B | 3 of 7 |\n| C | 2 of 7 |"


@pytest.mark.parametrize(
    "text",
    ["Two thirds of the 90 patients recovered.", "Sixty patients recovered.", "Of the 90 patients, 60 recovered."],
)
def test_the_rest_is_no_denial(text: str) -> None:
    assert said(Negation(), text, PATIENTS) == ""
    assert audited(text, library(PATIENTS)).outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    "text",
    ["Of the 90 patients, 30 recovered.", "Half of the 90 patients recovered.", "The 90 patients recovered."],
)
def test_what_is_not_the_rest_is_denied(text: str) -> None:
    assert said(Negation(), text, PATIENTS)


def test_the_rest_of_a_row_that_the_claim_names_holds() -> None:
    known = library(f"# Rust\n\n{RUST}")
    right, wrong = (f"In series C, {each} out of seven brackets showed red rust." for each in ("five", "four"))
    assert audited(right, known).outcome is Outcome.HOLDS
    assert said(Negation(), right, RUST, "C | 2 of 7") == ""
    assert audited(wrong, known).outcome is Outcome.FAILS


WORKS = (
    "The works cost 156 million euros. The state pays 90 million and the county 40 million; for the rest no payer is "
    "named."
)
FIELD = (
    "A field of 48 hectares was sown: 20 hectares with rye and 16 hectares with oats. The remaining land lies fallow."
)


@pytest.mark.parametrize(
    ("claim", "evidence", "true"),
    [
        ("For 26 of the 156 million euros no payer is named.", WORKS, True),
        ("No payer is named for 26 million euros.", WORKS, True),
        ("For 36 of the 156 million euros no payer is named.", WORKS, False),
        ("No payer is named for 66 million euros.", WORKS, False),
        ("For 26 of the 90 million euros no payer is named.", WORKS, False),
        ("12 hectares lie fallow.", FIELD, True),
        ("14 hectares lie fallow.", FIELD, False),
    ],
)
def test_what_several_parts_leave_of_a_whole_is_reckoned(claim: str, evidence: str, true: bool) -> None:
    found = audited(claim, library(evidence))
    assert (found.outcome is Outcome.HOLDS) is true, found.reason
