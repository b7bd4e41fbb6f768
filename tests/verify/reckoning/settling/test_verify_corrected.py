"""What a sum or a ratio should be is told where a claim names all that it is made of."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

BATS = library(
    """| Group | Dead bats 2020 | Dead bats 2021 | Energy lost 2021 (%) |
|---|---|---|---|
| As usual | 31 | 34 | 0.0 |
| Below 5 m/s | 29 | 14 | 0.6 |
| Below 6.5 m/s | 33 | 9 | 1.9 |
"""
)
GROUNDS = library(
    """| Ground | Opened | Area (ha) | Burials | Price of a plot |
|---|---|---|---|---|
| Aldershaw | 2006 | 4.5 | 1,130 | 900 |
| Quill Meadow | 2013 | 2.0 | 380 | 1,150 |
| Saint Ebba | 2017 | 6.5 | 240 | 700 |
"""
)
SYSTEMS = library(
    """| System | Adequate | Cost per 1,000 sentences |
|---|---|---|
| Polyglossa L | 81% | $4.20 |
| Polyglossa S | 70% | $0.50 |
| Tiller | 74% | $0.90 |
"""
)


@pytest.mark.parametrize(
    ("text", "known", "said"),
    [
        ("In 2021 a total of 67 dead bats was found.", BATS, "the sum is 57 (34 + 14 + 9), not 67"),
        ("The three grounds together cover an area of 14 hectares.", GROUNDS, "the sum is 13 (4.5 + 2.0 + 6.5)"),
        ("A thousand sentences cost twelve times as much with Polyglossa L as with Polyglossa S.", SYSTEMS, "8.4"),
    ],
)
def test_what_does_not_come_out_is_refuted(text: str, known: object, said: str) -> None:
    finding = audited(text, known)  # type: ignore[arg-type]
    assert finding.outcome is Outcome.FAILS and said in finding.reason


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("In 2021 a total of 57 dead bats was found.", BATS),
        ("In the two years together 150 dead bats were found.", BATS),
        ("In 2020 and 2021 together 150 dead bats were found.", BATS),
        ("Of a total of 57 dead bats in 2021, 14 lay below turbines that stopped at 5 m/s.", BATS),
        ("The three grounds together cover an area of 13 hectares.", GROUNDS),
        ("Aldershaw and Quill Meadow together cover an area of 6.5 hectares.", GROUNDS),
        ("All grounds together but Saint Ebba cover an area of 6.5 hectares.", GROUNDS),
        ("A thousand sentences cost over eight times as much with Polyglossa L as with Polyglossa S.", SYSTEMS),
    ],
)
def test_what_does_is_not(text: str, known: object) -> None:
    finding = audited(text, known)  # type: ignore[arg-type]
    assert finding.outcome is not Outcome.FAILS, finding.reason
