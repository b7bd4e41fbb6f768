"""Of a figure that is not in the evidence: does the evidence say otherwise, or does it merely not say it?"""

from __future__ import annotations

import pytest
from verify_library import audited, cite, claim, library, only

from moot.verify.computed import Computed
from moot.verify.figures import Figures
from moot.words import ClaimKind, Outcome

TABLE = """# Pumps

| Pump | Lift, litres | Cost, euros |
|---|---|---|
| North | 40 | 900 |
| South | 52 | 700 |
"""


@pytest.mark.parametrize(
    ("text", "evidence", "reason", "otherwise"),
    [
        ("The pump lifts 45 litres.", "The pump lifts 40 litres.", "figure differs", True),
        ("The pump cost 40 euros.", "The pump cost 40 pounds.", "unit differs", True),
        ("It opened in May 2021.", "It opened in May 2020.", "date differs", True),
        ("The profit was 4.1 million euros.", "The result was -4.1 million euros.", "sign differs", True),
        ("The fee rose from 9 to 7 euros.", "The fee rose from 7 to 9 euros.", "the claim goes from", True),
        ("The plan was carried by 7 votes to 3.", "The plan was carried by 7 votes to 2.", "vote differs", True),
        ("The pump lifts 40 litres and weighs 3 kg.", "The pump lifts 40 litres.", "not in the quoted", False),
        ("Of 190 nurses 143 are trained and 57 are not.", "Of 190 nurses 143 are trained.", "", False),
        ("The pump lifts 45 litres and weighs 3 kg.", "The pump lifts 40 litres.", "not in the quoted", True),
    ],
)
def test_another_figure_in_the_evidence_says_otherwise_and_none_does_not(
    text: str, evidence: str, reason: str, otherwise: bool
) -> None:
    known = library(evidence)
    found = only(Figures().findings([claim(text, cite(known, evidence))], known))
    assert found.outcome is Outcome.FAILS and reason in found.reason, found.reason
    assert found.otherwise is otherwise, found.reason


@pytest.mark.parametrize(
    ("text", "reason", "otherwise"),
    [
        ("The North pump lifts 52 litres.", "belongs to another row", True),
        ("The North and the South pump together lift 95 litres.", "the sum is", True),
        ("The North pump weighs 31 kg.", "not in the quoted", False),
    ],
)
def test_so_does_another_row_and_another_sum(text: str, reason: str, otherwise: bool) -> None:
    found = audited(text, library(TABLE))
    assert found.outcome is Outcome.FAILS and reason in found.reason, found.reason
    assert found.otherwise is otherwise


@pytest.mark.parametrize(
    ("text", "expression", "otherwise"),
    [
        ("That is 90 litres.", "40 + 40", True),
        ("That is 80 litres.", "30 + 50", False),
        ("That is 80 litres.", "40 +", False),
        ("That is 80 litres.", "40 + 40", None),
    ],
)
def test_so_does_what_an_expression_gives(text: str, expression: str, otherwise: bool | None) -> None:
    known = library("The pump lifts 40 litres.")
    made = claim(text, cite(known, "40 litres"), kind=ClaimKind.COMPUTED, expression=expression)
    found = only(Computed().findings([made], known))
    assert found.otherwise is otherwise
    assert (found.outcome is Outcome.HOLDS) is (otherwise is None)


def test_what_holds_or_was_not_looked_at_says_neither() -> None:
    known = library("The pump lifts 40 litres.")
    cited = cite(known, "40 litres")
    many = " ".join(str(n) for n in range(100, 170))
    found = Figures().findings([claim("It lifts 40 litres.", cited), claim(many, cited, id="c2")], known)
    assert [(each.outcome, each.otherwise) for each in found] == [(Outcome.HOLDS, None), (Outcome.UNCHECKED, None)]
