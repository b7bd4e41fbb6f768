"""The end of a range, and the total of a column: told of no other than their own."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

LAKE = library("""# Lake Orm

The lake averaged 6.1 m in depth (range 0.8–19.4 m) at 40 points.

| EUR million | Revenue 2030 | Costs 2030 |
|---|---|---|
| Fishery | 31 | 22 |
| Harbour | 48 | 40 |
| Hotels | 12 | 9 |
| Group | 91 | 71 |

A flood cost 6 million at the Hotels. Write-downs of 3 million in the Fishery are not included.
""")


@pytest.mark.parametrize(
    "text",
    [
        "The lake is up to 19.4 m deep.",
        "The lake is at least 0.8 m deep.",
        "The depth of the lake reaches 19.4 m.",
        "Costs in 2030 were EUR 71 million excluding write-downs of 3 million in the Fishery.",
        "Revenue in 2030 was EUR 91 million before the flood of 6 million at the Hotels.",
    ],
)
def test_an_end_and_a_total_are_left_alone(text: str) -> None:
    assert "belongs to another" not in audited(text, LAKE).reason


@pytest.mark.parametrize(
    "text",
    [
        "The lake averaged 19.4 m in depth.",
        "The lake averaged up to 0.8 m in depth.",
        "Costs of the Fishery in 2030 were EUR 71 million excluding write-downs of 3 million.",
        "Costs in 2030 were EUR 40 million excluding write-downs of 3 million in the Fishery.",
    ],
)
def test_a_mean_and_another_row_are_not(text: str) -> None:
    finding = audited(text, LAKE)
    assert finding.outcome is Outcome.FAILS and "belongs to another" in finding.reason
