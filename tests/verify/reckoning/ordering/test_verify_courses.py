"""What something was and what it came to: told by "from … to", by brackets, or by "compared with" an earlier time."""

from __future__ import annotations

import pytest

from moot.verify import verify
from moot.words import Outcome

RESULTS = """Revenue was $612 million, compared with $574 million a year earlier. Net income was $52 million (prior
year: $41 million). Operating cash flow came to $88 million (2023: $97 million).

The order book stood at $240 million at the end of December, up from $205 million. The tax rate was 22 % (prior year:
25 %). The margin before interest was 11.2 % (previous year: 12.8 %). Orders came to 60, against 75 in the previous
quarter. Adjusted operating profit was £11.2 million (Q3 2023: £13.9 million).
"""


@pytest.mark.parametrize(
    ("true", "back"),
    [
        ("Revenue rose from $574 million to $612 million.", "Revenue fell from $612 million to $574 million."),
        ("Net income rose from $41 million to $52 million.", "Net income rose from $52 million to $41 million."),
        (
            "Operating cash flow fell from $97 million to $88 million.",
            "Operating cash flow rose from $88 million to $97 million.",
        ),
        (
            "The order book grew from $205 million to $240 million.",
            "The order book shrank from $240 million to $205 million.",
        ),
        ("The tax rate fell from 25 % to 22 %.", "The tax rate rose from 22 % to 25 %."),
        ("The margin before interest fell from 12.8 % to 11.2 %.", "The margin fell from 11.2 % to 12.8 %."),
        ("Orders fell from 75 to 60.", "Orders rose from 60 to 75."),
        (
            "Adjusted operating profit fell from £13.9 million to £11.2 million.",
            "Adjusted operating profit rose from £11.2 million to £13.9 million.",
        ),
    ],
)
def test_a_figure_and_what_it_was_before_are_from_the_one_to_the_other(true: str, back: str) -> None:
    assert verify(true, RESULTS).outcome is Outcome.HOLDS
    finding = verify(back, RESULTS)
    assert finding.outcome is Outcome.FAILS and "goes from" in finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "Costs rose from $574 million to $612 million.",
        "Revenue abroad rose from $574 million to $612 million.",
        "Revenue did not rise from $574 million to $612 million.",
        "Revenue rose from $574 million to $612 million, the most in 12 years.",
    ],
)
def test_the_way_of_another_figure_is_no_proof(text: str) -> None:
    assert verify(text, RESULTS).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("In Spain volumes fell by 6 %.", "Volumes rose 4 % in Britain and 12 % in Germany but fell 6 % in Spain."),
        ("Rents in Lille fell by 3 %.", "Rents rose by 6 % in Paris and fell by 3 % in Lille."),
        ("The price of milk rose by 5 % in 2024.", "The price of milk rose by 10 % in 2023 and by 5 % in 2024."),
    ],
)
def test_a_share_that_the_source_tells_is_no_difference_in_points(text: str, source: str) -> None:
    reason = verify(text, source).reason
    assert "points" not in reason and "and then" not in reason
