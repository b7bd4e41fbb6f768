"""Computed claims that ask a question over their figures: they must say what it answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verify_library import cite, claim, library, only

from moot.verify.computed import Computed
from moot.verify.reckoning.given.asked import ask
from moot.verify.reckoning.given.expression import BadExpression
from moot.verify.referee import Referee, default_checks
from moot.words import ClaimKind, Outcome

HOLDS, FAILS = Outcome.HOLDS, Outcome.FAILS
REPAIRS, SCENES, CLOSE = (
    "| Repairs | 500 | 78.8 | 80.8 |",
    "| Scenes | 765 | 85.4 | 77.0 |",
    "| Close | 360 | 70 | 75 |",
)
TABLE = f"# Results, per cent\n\n| Test | Tasks | Ada | Bob |\n|---|---|---|---|\n{REPAIRS}\n{SCENES}\n{CLOSE}\n"
KNOWN = library(TABLE)
NO, YES, DEPENDS = "resolved(78.8, 80.8, 500)", "resolved(85.4, 77.0, 765)", "resolved(70, 75, 360)"


def computed(text: str, expression: str, quote: str) -> tuple[Outcome, str]:
    made = claim(text, cite(KNOWN, quote), kind=ClaimKind.COMPUTED, expression=expression)
    return (finding := only(Computed().findings([made], KNOWN))).outcome, finding.reason


@pytest.mark.parametrize(
    ("text", "expression", "quote"),
    [
        ("The 2-point difference on 500 tasks cannot be resolved.", NO, REPAIRS),
        ("The 2.0-point difference on the 500 tasks of Repairs is not resolved.", "resolved(80.8, 78.8, 500)", REPAIRS),
        ("On 500 tasks the difference between 78.8 and 80.8 is unresolved.", NO, REPAIRS),
        ("A lead of 2.0 points on 500 tasks can't be resolved.", NO, REPAIRS),
        ("Which is better cannot be resolved by 78.8 against 80.8 on 500 tasks.", NO, REPAIRS),
        ("Ada's lead of 8.4 points on 765 tasks is resolved.", YES, SCENES),
        ("Whether the 5-point difference on 360 tasks is resolved depends on the pairing.", DEPENDS, CLOSE),
    ],
)
def test_a_claim_that_says_the_answer_holds_under_every_gate(text: str, expression: str, quote: str) -> None:
    assert computed(text, expression, quote)[0] is HOLDS
    made = claim(text, cite(KNOWN, quote), kind=ClaimKind.COMPUTED, expression=expression)
    found = Referee(default_checks()).findings([made], KNOWN)
    assert not [each for each in found if each.gate and each.outcome is not HOLDS]


@pytest.mark.parametrize(
    ("text", "expression", "quote", "said"),
    [
        ("The 2-point difference on 500 tasks is resolved.", NO, REPAIRS, "the expression gives “no”"),
        ("Ada's lead of 8.4 points on 765 tasks cannot be resolved.", YES, SCENES, "the expression gives “yes”"),
        ("The 5-point difference on 360 tasks is resolved.", DEPENDS, CLOSE, "the expression gives “it depends”"),
        ("The 5-point difference on 360 tasks is not resolved.", DEPENDS, CLOSE, "the expression gives “it depends”"),
        ("The 2-point difference on 89 tasks cannot be resolved.", NO, REPAIRS, "does not say the 500"),
        ("The 3-point difference on 500 tasks cannot be resolved.", NO, REPAIRS, "does not say the 78.8"),
        ("Bob is better by 2 points on 500 tasks.", NO, REPAIRS, "is not said plainly"),
        ("Nobody doubts that 2 points on 500 tasks is resolved.", NO, REPAIRS, "is not said plainly"),
        ("It is not in doubt that 2 points on 500 tasks is resolved.", NO, REPAIRS, "is not said plainly"),
        ("It cannot be ruled out that 2 points on 500 tasks is resolved.", NO, REPAIRS, "is not said plainly"),
        ("Nobody has asked whether 2 points on 500 tasks is resolved.", NO, REPAIRS, "is not said plainly"),
        ("It is open whether 8.4 points on 765 tasks is resolved.", YES, SCENES, "is not said plainly"),
        ("If runs are noisy, the lead of 8.4 points on 765 tasks is resolved.", YES, SCENES, "is not said plainly"),
        ("2 points on 500 tasks is not only resolved but large.", NO, REPAIRS, "is not said plainly"),
        ("It is not true that 2 points on 500 tasks cannot be resolved.", NO, REPAIRS, "is not said plainly"),
        ("It is no rumour that 8.4 points on 765 tasks is resolved.", YES, SCENES, "is not said plainly"),
        ("The 2-point difference cannot be resolved on 500 tasks, but 2 points is resolved.", NO, REPAIRS, "plainly"),
        ("It is not true, and never was, that 8.4 points on 765 tasks is resolved.", YES, SCENES, "plainly"),
        (
            "The 2-point difference on 500 tasks is resolved.",
            "resolved(78.8, 80.8, 50000)",
            REPAIRS,
            "not in the quotes",
        ),
        ("The 2-point difference on 500 tasks is resolved.", "resolved(78.8, 80.8)", REPAIRS, "two scores"),
        (
            "The 2-point difference on 500 tasks is resolved.",
            "better(78.8, 80.8, 500)",
            REPAIRS,
            "no question 'better'",
        ),
        ("The 2-point difference on 500 tasks is resolved.", "resolved(resolved(1, 2, 3), 80.8, 500)", REPAIRS, "only"),
        ("The 2-point difference on 500 tasks is resolved.", "resolved(78.8, 80.8, '500')", REPAIRS, "only numbers"),
        ("The 2-point difference on 500 tasks is resolved.", "resolved(78.8, 80.8, 500) + 1", REPAIRS, "only numbers"),
    ],
)
def test_a_claim_that_says_anything_else_fails_with_its_reason(
    text: str, expression: str, quote: str, said: str
) -> None:
    outcome, reason = computed(text, expression, quote)
    assert outcome is FAILS and said in reason


@pytest.mark.parametrize("form", ["resolved(78.8,80.8,500)", " Resolved ( 78.8 % ; 80.8 % ; 500 ) ", NO])
def test_numbers_may_be_parted_by_commas_or_semicolons(form: str) -> None:
    asked = ask(form)
    assert (
        asked is not None
        and asked.answer is False
        and [f"{each:f}" for each in asked.operands]
        == [
            "78.8",
            "80.8",
            "500",
        ]
    )


def test_a_grouped_number_is_one_number_where_spaces_part_the_others() -> None:
    asked = ask("resolved(85.4, 77.0, 1,319)")
    assert asked is not None and asked.answer is True and f"{asked.operands[2]:f}" == "1319"


@given(st.text(alphabet="resolvd0123456789.,;()+-*/% \n", max_size=60))
def test_any_expression_is_answered_or_refused_with_a_reason(inside: str) -> None:
    for expression in (inside, f"resolved({inside})"):
        try:
            asked = ask(expression)
        except BadExpression as error:
            assert str(error)
        else:
            assert asked is None or asked.answer in (True, False, None)
