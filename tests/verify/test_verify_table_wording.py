"""A sentence about a cell of a table is carried by its row."""

from __future__ import annotations

import pytest
from verify_library import library

from moot.verify.entailment import Entailment
from moot.words import Citation, Claim, ClaimKind, Outcome

TABLE = """# Ferries on the lake

| Class | Length (m) | Passengers | Battery (kWh) | Crew |
|---|---|---|---|---|
| Tern | 9.8 | 12 | 110 | 1 |
| Plover | 14.2 | 36 | 240 | 2 |
| Gannet | 22.5 | 98 | 620 | 3 |
"""


@pytest.mark.parametrize(
    "text",
    [
        "The battery of the Plover class holds 240 kWh.",
        "The undated table gives 240 in the column Battery (kWh) for the Plover class.",
        "The Gannet carries 98 passengers.",
    ],
)
def test_a_row_in_words_carries_what_is_said_of_its_cells(text: str) -> None:
    quote = next(
        line for line in TABLE.splitlines() if line.startswith(f"| {'Gannet' if 'Gannet' in text else 'Plover'}")
    )
    claim = Claim(id="c1", kind=ClaimKind.STATED, text=text, citations=(Citation(passage="S1.1", quote=quote),))
    (finding,) = Entailment().findings([claim], library(TABLE))
    assert finding.outcome is Outcome.HOLDS, finding.reason


def test_what_the_table_does_not_speak_of_it_does_not_carry() -> None:
    quote = "| Plover | 14.2 | 36 | 240 | 2 |"
    text = "The Plover was withdrawn from the night service after complaints by neighbours."
    claim = Claim(id="c1", kind=ClaimKind.STATED, text=text, citations=(Citation(passage="S1.1", quote=quote),))
    (finding,) = Entailment().findings([claim], library(TABLE))
    assert finding.outcome is Outcome.FAILS
