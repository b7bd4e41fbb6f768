"""A sum that names no currency is in that of its sentence, heading or document, and in none that is another."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

PLANT = "Investment to date amounts to 2.9 billion; the total is estimated at 4.6 billion. All amounts are in NOK."
DEPOT = "The depot costs 84 million and opens in May 2027.\n\nAmounts are given in Swiss francs (CHF)."
LAB = "Costs (USD): the laboratory cost 2.5 billion, and its upkeep 12 million a year."
BRIDGE = "All amounts are in PLN. The bridge cost 310 million; the loan for it was EUR 40 million."
MUSEUM = "# Accounts of the museum (in EUR thousand)\n\nTicket income rose to 1,240 in 2023."
BANK = "The bank earned NOK 8,412 million in 2024. Its net debt was 3,118 million at year-end."

SHOP = (
    "The museum paid 3 million euros for its roof. Its total of visits was 4.6 million, and the number of loans was "
    "3.2 million; their value rose to 2.9 million. Income was 1,240 in 1988, on page 88 the revenue of 2022. "
    "All amounts are in EUR."
)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The total is estimated at NOK 4.6 billion.", PLANT),
        ("The depot costs CHF 84 million.", DEPOT),
        ("The laboratory cost $2.5 billion.", LAB),
        ("The bridge cost PLN 310 million.", BRIDGE),
        ("Ticket income was EUR 1.24 million in 2023.", MUSEUM),
        ("The bank's net debt was NOK 3,118 million at year-end.", BANK),
        ("The museum's loans had a value of EUR 2.9 million.", SHOP),
        ("The museum's income was EUR 1,240 in 1988.", SHOP),
    ],
)
def test_it_is_in_the_currency_that_its_document_tells(claim: str, evidence: str) -> None:
    assert audited(claim, library(evidence)).outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    ("claim", "evidence", "said"),
    [
        ("The total is estimated at EUR 4.6 billion.", PLANT, "4.6 billion (NOK)"),
        ("The depot costs EUR 84 million.", DEPOT, "84 million (CHF)"),
        ("The laboratory cost GBP 2.5 billion.", LAB, "2.5 billion (USD)"),
        ("The bridge cost EUR 310 million.", BRIDGE, "310 million (PLN)"),
        ("The bank's net debt was EUR 3,118 million at year-end.", BANK, "3,118 million (NOK)"),
        ("The loan for the bridge was PLN 40 million.", BRIDGE, "EUR 40 million"),
        ("The total is estimated at NOK 2.9 billion.", PLANT, "2.9 billion"),
    ],
)
def test_another_currency_or_sum_is_refuted(claim: str, evidence: str, said: str) -> None:
    found = audited(claim, library(evidence))
    assert (found.outcome, found.gate) == (Outcome.FAILS, True) and said in found.reason


def test_where_no_currency_is_told_none_is_refuted() -> None:
    found = audited("The total investment is NOK 4.6 billion.", library("The total investment is 4.6 billion."))
    assert "names no currency" in found.reason and not found.gate
    found = audited("The total investment is NOK 4.6 million.", library("The total investment is 4.6 billion."))
    assert "unit differs" in found.reason and found.gate


@pytest.mark.parametrize(
    "claim",
    [
        "The total of visits to the museum was worth EUR 4.6 million.",
        "The museum's loans came to €3.2 million.",
        "The museum's revenue was EUR 2022.",
        "The museum's income was EUR 1988.",
        "The museum's revenue was EUR 88.",
    ],
)
def test_a_count_a_year_or_a_page_is_no_sum_of_money(claim: str) -> None:
    found = audited(claim, library(SHOP))
    assert found.outcome is Outcome.FAILS, found.reason
