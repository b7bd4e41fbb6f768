"""What a figure is said of, where the claim tells it in other words than its source."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only

from moot.verify.figures import Figures
from moot.verify.subjects import Subjects
from moot.words import Outcome

_SITES = """# Sites

| Site | Output 2023 (GWh) | Output 2024 (GWh) |
|---|---|---|
| North | 812 | 1,043 |
| West | 401 | 377 |
"""
_SHARES = "Punctuality was 87.2% in the first quarter, 89.0% in the second, 90.4% in the third and 84.9% in the fourth."
_SURVEY = "A survey of 602 residents found that 58% support the scheme, 27% oppose it and 15% are undecided."
_TRIPS = "Ridership reached 48.3 million journeys in 2024, up from 44.1 million in 2023."


@pytest.mark.parametrize(
    ("text", "evidence", "quote", "belongs"),
    [
        ("Output at West fell from 401 GWh to 377 GWh in 2024.", _SITES, "West | 401 | 377", True),
        ("Output at West was 401 GWh in 2024.", _SITES, "West | 401 | 377", False),
        ("In Q4 punctuality fell to 84.9%.", _SHARES, _SHARES, True),
        ("In Q4 punctuality fell to 90.4%.", _SHARES, _SHARES, False),
        ("27% of those surveyed are against the scheme.", _SURVEY, _SURVEY, True),
        ("58% of those surveyed are against the scheme.", _SURVEY, _SURVEY, False),
        ("Ridership in 2023 was lower than in 2024.", _TRIPS, _TRIPS, True),
    ],
)
def test_told_in_other_words(text: str, evidence: str, quote: str, belongs: bool) -> None:
    known = library(evidence)
    asked = claim(text, cite(known, quote))
    found = (only(check.findings([asked], known)) for check in (Figures(), Subjects()))
    wrong = [each for each in found if each.outcome is Outcome.FAILS and "belongs to" in each.reason]
    assert (not wrong) is belongs


def test_years_are_told_with_their_figures() -> None:
    rents = "Rents in Ravensholme increased by 6.8 per cent in 2024, after 4.1 per cent in 2023."
    known = library(rents)
    asked = claim("Rents in Ravensholme increased by 6.8 per cent in 2023.", cite(known, rents))
    reason = only(Subjects().findings([asked], known)).reason
    assert reason == "figure belongs to another: 4.1 per cent is of 2023, 6.8 per cent of 2024"
