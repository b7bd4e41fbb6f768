"""None in words beside a table that counts."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, document, only

from moot.evidence.library import Library
from moot.verify.entailment import Entailment
from moot.verify.negation import Negation
from moot.words import Outcome

TABLE = """\
| Hall | Leaks | Open complaints |
|---|---|---|
| North | 0 | 0 |
| South | 4 | 3 |
"""


@pytest.mark.parametrize(
    ("text", "row", "borne_out"),
    [
        ("None of the leaks is in the north hall.", "| North | 0 | 0 |", True),
        ("No leak was found in the north hall.", "| North | 0 | 0 |", True),
        ("There are no open complaints in the north hall.", "| North | 0 | 0 |", True),
        ("No leak was found in the south hall.", "| South | 4 | 3 |", False),
    ],
)
def test_a_cell_of_0_bears_out_none_and_another_does_not(text: str, row: str, borne_out: bool) -> None:
    known = Library([document(1, TABLE)])
    claims = [claim(text, cite(known, row))]
    found = [only(check.findings(claims, known)).outcome for check in (Entailment(), Negation())]
    assert (found == [Outcome.HOLDS, Outcome.HOLDS]) is borne_out
