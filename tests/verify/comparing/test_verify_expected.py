"""What one expects is not told as what another does."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.roles import Roles

CEMENT = (
    "The Construction Federation (Byggforbundet) forecasts that cement consumption will fall by another 3 to 5 per "
    "cent in 2025. We share this view only in part: tenders rose by 12 per cent."
)
PUMPS = (
    "The Institute for Water Economics predicts that orders for pumps will grow by 6 to 8 per cent next year. We are "
    "more cautious."
)
TEACHERS = "The ministry estimates that 12,000 teachers will be missing by 2030. The union puts the gap at 24,000."
DIVIDEND = "Analysts at Brunel Securities expect the dividend to be cut to 20 cents. The company has not commented."


@pytest.mark.parametrize(
    ("text", "evidence", "whose"),
    [
        (
            "The company expects cement consumption to fall by 3 to 5 per cent in 2025.",
            CEMENT,
            "Construction Federation",
        ),
        ("The company predicts that orders for pumps will grow by 6 to 8 per cent next year.", PUMPS, "Institute"),
        ("The union estimates that 12,000 teachers will be missing by 2030.", TEACHERS, "ministry"),
        ("The company expects the dividend to be cut to 20 cents.", DIVIDEND, "Analysts"),
    ],
)
def test_another_ones_expectation_is_seen(text: str, evidence: str, whose: str) -> None:
    assert whose in said(Roles(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The federation expects cement consumption to fall by 3 to 5 per cent in 2025.", CEMENT),
        ("The company expects cement consumption to fall in 2025.", CEMENT.replace("only in part: t", ". T")),
        ("The institute expects orders for pumps to grow by 6 to 8 per cent next year.", PUMPS),
        ("The ministry expects that 12,000 teachers will be missing by 2030.", TEACHERS),
        ("The brokers expect the dividend to be cut to 20 cents.", DIVIDEND),
        ("The company expects sales of 400 million in 2026.", "We expect sales of 400 million in 2026."),
        ("The company expects sales of 400 million in 2026.", "Sales of 400 million are in view for 2026."),
        ("The management expects sales of 400 million.", "The company forecasts sales of 400 million in 2026."),
    ],
)
def test_his_own_is_left_alone(text: str, evidence: str) -> None:
    assert said(Roles(), text, evidence) == ""
