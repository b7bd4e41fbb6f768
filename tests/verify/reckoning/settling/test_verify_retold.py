"""An amount that a claim tells again as a share (`retold`)."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

NOISE = library(
    """# Noise at Wester Row

Complaints numbered 112 in 2022 and 61 in 2023. Of 290 households 48 complained. The fine is 1,500 crowns, and 800
crowns are due by May. Of 1,100 letters 506 were lost.
"""
)


@pytest.mark.parametrize(
    ("sentence", "true", "wrong"),
    [
        ("Complaints went down by 51 between 2022 and 2023, which means a decrease of some {}%.", "46", "54"),
        ("There were 51 fewer complaints in 2023, a fall of {} per cent.", "45.5", "46.0"),
        ("In 2022 there were 51 more complaints than in 2023, a surplus of some {}%.", "84", "46"),
        ("The 48 households that complained came to {} per cent of those of Wester Row.", "16.6", "26"),
    ],
)
def test_only_one_share_is_that_amount(sentence: str, true: str, wrong: str) -> None:
    assert audited(sentence.format(true), NOISE).outcome is Outcome.HOLDS
    assert audited(sentence.format(wrong), NOISE).outcome is Outcome.FAILS
