"""In what a figure is told: units of heads, neighbours and rates, parts in words beside percents, days of a source."""

from __future__ import annotations

import pytest
from verify_library import audited, document, library

from moot.evidence.library import Library
from moot.words import Outcome

LEAKS = "Leakage averaged 20.0 megalitres a day in 2023, against 22.4 megalitres a day the year before."
TRAINS = """| Goods | Tonnes H1 2024 (thousand) | Trains H1 2024 |
|---|---|---|
| Timber | 771 | 913 |
| Grain | 455 | 418 |
"""
STOATS = """Farmland held 3.1 lapwing territories per square kilometre.

| Season | Stoats caught | Catch per 10,000 trap-nights |
|---|---|---|
| 2022/23 | 488 | 4.8 |
| 2023/24 | 351 | 3.1 |
"""
HARBOUR = (
    "Deepening the approach is put at 212 million kroner, of which 60 per cent are to come from the national purse."
)


@pytest.mark.parametrize(
    ("claim", "evidence", "true"),
    [
        ("Losses ran at 20,000 cubic metres a day in 2023, down from 22,400 the year before.", LEAKS, True),
        ("Losses ran at 20,000 cubic metres a day in 2023, down from 24,400 the year before.", LEAKS, False),
        ("A timber train carried around 844 tonnes on average in the first half of 2024.", TRAINS, True),
        ("A timber train carried around 804 tonnes on average in the first half of 2024.", TRAINS, False),
        ("Farmland held lapwing territories while in 2023/24 the catch was 3.1 per 10,000 trap-nights.", STOATS, True),
        ("Of the 212 million kroner, three fifths are to come from the national purse.", HARBOUR, True),
        ("Of the 212 million kroner, two fifths are to come from the national purse.", HARBOUR, False),
        ("It cost the clinic 1,960 doses on a single day.", "The clinic lost 1,960 doses in one day, unplugged.", True),
    ],
)  # fmt: skip
def test_a_figure_is_read_in_what_it_is_told_in(claim: str, evidence: str, true: bool) -> None:
    found = audited(claim, library(evidence))
    assert (found.outcome is Outcome.HOLDS) is true, found.reason


@pytest.mark.parametrize(("share", "true"), [("11%", True), ("14%", False)])
def test_the_ends_of_a_range_give_a_share(share: str, true: bool) -> None:
    known = library(
        "An adult ticket cost A$18; under-16s come in free.",
        "Q. Tickets are going up. A. An adult will pay $20 from 1 July 2025. It is the first rise in six years.",
    )
    found = audited(f"From July 2025 the adult ticket goes from A$18 to A$20, an increase of {share}.", known)
    assert (found.outcome is Outcome.HOLDS) is true, found.reason


def test_a_length_is_counted_to_the_day_of_its_source_only_where_the_claim_says_so() -> None:
    one = document(1, "The hybrid ferry was ordered in March 2023 and enters service in June 2026.", "2025-06-01")
    titled = one.source.model_copy(update={"title": "Our hybrid ferry, from order to service"})
    known = Library([one.model_copy(update={"source": titled})])
    claim = "From its order to its first day in service the hybrid ferry takes {} years and three months."
    assert audited(claim.format("three"), known).outcome is Outcome.HOLDS
    assert audited(claim.format("two"), known).outcome is Outcome.FAILS
