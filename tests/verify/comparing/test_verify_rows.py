"""What a row of a table denies is denied of what stands in that row."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only

from moot.verify.negation import Negation
from moot.words import Finding, Outcome

WELLS = library("""# Wells

| Well | Village | Depth (m) | Remarks |
|---|---|---|---|
| W1 | Ulm | 62 | no arsenic found |
| W2 | Sarn | 88 | pump sheared off |
| W3 | Tarn | 55 | not approved by the county |
| W4 | Tarn | 71 | arsenic, closed since May |

| Village | Tested | Not tested |
|---|---|---|
| Ulm | 140 | 12 |
| Sarn | 90 | 31 |
""")


def found(text: str) -> Finding:
    rows = (line for each in WELLS.passages for line in each.text.splitlines() if "|" in line and "--" not in line)
    return only(Negation().findings([claim(text, *(cite(WELLS, line) for line in rows))], WELLS))


@pytest.mark.parametrize(
    "text",
    [
        "Arsenic was found in one of the four wells.",
        "W2 was approved by the county.",
        "At Sarn 90 houses were tested.",
        "More houses were tested at Ulm than at Sarn.",
        "No arsenic was found in W1.",
    ],
)
def test_it_is_not_denied_of_the_others(text: str) -> None:
    finding = found(text)
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "Arsenic was found in W1.",
        "Arsenic was found in the well at Ulm.",
        "W3 was approved by the county.",
        "The well of 55 metres was approved by the county.",
    ],
)
def test_it_is_denied_of_its_own(text: str) -> None:
    assert "denies" in found(text).reason
