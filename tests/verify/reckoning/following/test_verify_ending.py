"""A start and a term give the day on which something ends."""

from __future__ import annotations

import pytest
from verify_library import assert_follows, audited, library

from moot.words import Outcome

LEASE = "The term of the lease is ten years from 1 June 2019."


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The lease ends on 31 May 2029.", LEASE),
        ("The lease ends on 31 May 2029.", f"{LEASE} The tenant may break it on 31 May 2025."),
        ("The lease expires on 1 June 2029.", LEASE),
        ("The loan expires on 14 September 2026.", "The loan was granted on 15 March 2026 for six months."),
    ],
)
def test_the_end_follows_from_start_and_term(text: str, evidence: str) -> None:
    assert_follows(text, library(evidence), " + ")


@pytest.mark.parametrize(
    "text",
    ["The lease ends on 31 May 2028.", "The lease ends on 30 June 2029.", "The lease began on 31 May 2029."],
)
def test_another_day_does_not(text: str) -> None:
    assert audited(text, library(LEASE)).outcome is Outcome.FAILS
