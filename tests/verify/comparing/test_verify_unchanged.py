"""What a source says not to have changed may be said to have stayed as it was."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.negation import Negation


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Customer satisfaction remained the same.", "Customer satisfaction did not change."),
        ("The number of members stayed constant.", "The number of members did not change in 2024."),
        ("Customer satisfaction was stable.", "Customer satisfaction has not changed since 2020."),
        ("The median stay remained at seven days.", "Median length of stay did not change (7 days in both periods)."),
        ("The mean depth stayed at 4 m.", "Mean depth did not change (4 m in both surveys)."),
        ("The level of the lake held steady.", "The level of the lake didn't vary in June."),
    ],
)
def test_what_did_not_change_stayed_the_same(text: str, evidence: str) -> None:
    assert said(Negation(), text, evidence) == ""


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Customer satisfaction remained the same.", "Customer satisfaction did not remain the same."),
        ("Customer satisfaction changed.", "Customer satisfaction did not change."),
    ],
)
def test_what_is_denied_beside_a_change_is_seen(text: str, evidence: str) -> None:
    assert said(Negation(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The hosted archive is safe.", "The hosted archive is not affected, since it runs apart."),
        ("Lofoten was spared.", "Lofoten was not hit by the storm."),
    ],
)
def test_what_is_not_affected_is_safe(text: str, evidence: str) -> None:
    assert said(Negation(), text, evidence) == ""


def test_what_is_denied_to_be_safe_is_not() -> None:
    assert said(Negation(), "The hosted archive is safe.", "The hosted archive is not safe, since it is not affected.")
