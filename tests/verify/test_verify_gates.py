from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from verify_library import cite, claim, library, only

from moot.verify.computed import Computed
from moot.verify.figures import Figures
from moot.verify.premises import Premises
from moot.verify.quotes import ExactQuote
from moot.verify.read import SourceRead
from moot.verify.reckoning.given.expression import BadExpression, evaluate
from moot.words import Citation, ClaimKind, Outcome

HOLDS, FAILS = Outcome.HOLDS, Outcome.FAILS

TEXT = """# Speed of Alpha 4.6

Alpha 4.6 reaches **61.6 %** on the test, ahead of the 59.3 % of Beta 2. It took part on 31 March.

Alpha writes about 158 and Beta 52 tokens a second. Acme 50 was the sum. It has 89 tasks. Delta costs 7 billion USD.

| Investor | Committed in 2019, billion USD |
|---|---|
| Acme | 50 |
| Wider pool | 12 |
"""
KNOWN = library(TEXT, "# Other\n\nGamma is quick and may be cheap.", date="2026-04-02")


# --- read -----------------------------------------------------------------------------------------------------------


def test_a_source_that_was_read_holds() -> None:
    assert only(SourceRead().findings([claim("x", cite(KNOWN, "61.6 %"))], KNOWN)).outcome is HOLDS


@pytest.mark.parametrize("id", ["S9.1", "S1.99", "", "S1"])
def test_a_passage_that_nobody_read_fails(id: str) -> None:
    finding = only(SourceRead().findings([claim("x", Citation(passage=id, quote="61.6 %"))], KNOWN))
    assert finding.outcome is FAILS
    assert finding.gate
    assert "was read" in finding.reason


# --- quotes ---------------------------------------------------------------------------------------------------------


def quoted(text: str, *citations: Citation, kind: ClaimKind = ClaimKind.STATED) -> tuple[Outcome, str]:
    finding = only(ExactQuote().findings([claim(text, *citations, kind=kind)], KNOWN))
    assert finding.gate
    return finding.outcome, finding.reason


def test_an_exact_quote_holds_at_its_place() -> None:
    finding = only(ExactQuote().findings([claim("x", cite(KNOWN, "reaches 61.6 % on the test"))], KNOWN))
    assert finding.outcome is HOLDS
    (place,) = finding.places
    assert TEXT[place.start : place.end] == "reaches **61.6 %** on the test"
    passage = KNOWN.passage(place.passage)
    assert passage is not None
    assert passage.start <= place.start < place.end <= passage.end


def test_a_quote_from_another_passage_of_the_source_holds_with_its_place() -> None:
    last = [passage for passage in KNOWN.passages if passage.source == "S1"][-1]
    outcome, reason = quoted("x", Citation(passage=last.id, quote="ahead of the 59.3 %"))
    assert outcome is HOLDS
    assert "not in " + last.id in reason


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("Alpha 4.6 reaches 62.6 % on the test", '"62.6" against "61.6"'),
        ("Alpha 4.6 reaches on the test, ahead of the 59.3 %", '"61.6 %" was left out'),
        ("Gamma is quick", "nor elsewhere"),
        ("1.6 %", 'cuts through a word or figure: the source says "61.6 %"'),
        ("lpha 4.6 reaches", "cuts through a word"),
        ("alpha 4.6 reaches 62.6 % on the test", 'is not in the source: "62.6" against "61.6" in the source'),
        ("…", "is empty"),
    ],
)
def test_other_words_fail_with_the_difference(quote: str, said: str) -> None:
    outcome, reason = quoted("x", Citation(passage=cite(KNOWN, "59.3 %").passage, quote=quote))
    assert outcome is FAILS
    assert said in reason


def test_a_claim_without_citation_fails() -> None:
    for kind in (ClaimKind.STATED, ClaimKind.QUOTED, ClaimKind.COMPUTED):
        assert quoted("x", kind=kind) == (FAILS, "cites nothing")
    assert ExactQuote().findings([claim("x", kind=ClaimKind.INFERRED)], KNOWN) == []


def test_a_quoted_claim_is_in_the_words_of_its_quotes() -> None:
    one, two = cite(KNOWN, "ahead of the 59.3 % of Beta 2"), cite(KNOWN, "It has 89 tasks")
    assert quoted("“ahead of the 59.3 %”.", one, kind=ClaimKind.QUOTED)[0] is HOLDS
    assert quoted("ahead of the 59.3 % of Beta 2 … It has 89 tasks.", one, two, kind=ClaimKind.QUOTED)[0] is HOLDS
    outcome, reason = quoted("ahead of the 58.3 % of Beta 2", one, kind=ClaimKind.QUOTED)
    assert outcome is FAILS
    assert '"58.3" against "59.3"' in reason


# --- figures --------------------------------------------------------------------------------------------------------


def figures(text: str, *quotes: str, about: str = "") -> tuple[Outcome, str]:
    finding = only(Figures().findings([claim(text, *(cite(KNOWN, q) for q in quotes), about=about)], KNOWN))
    assert finding.gate
    return finding.outcome, finding.reason


LEAD = "reaches 61.6 % on the test"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Alpha 4.6 has 61.6 percent", LEAD),
        ("Alpha 4.6 has 62 %", LEAD),
        ("Beta 2 has 59.3 %", LEAD),  # in the sentence of the quote
        ("No figure here", LEAD),
        ("alpha-4.6 and GPT-7 took part", LEAD),  # names
        ("ALPHA 4.6 took part", LEAD),
        ("Three models took part", LEAD),  # counted by the writer
        ("It ran on 31 March 2026", "It took part on 31 March"),  # the year of the source
        ("As of April 2026, nothing", LEAD),  # the date of the source
        ("Alpha writes 158 tokens a second", "about 158 and Beta 52 tokens a second"),
        ("Acme gives 50 billion USD", "| Acme | 50 |"),  # the unit of the head of the table
        ("Acme gave 50", "Acme 50 was the sum"),
        ("Acme 12", "| Wider pool | 12 |"),
        ("Acme gave 50 billion USD in 2019", "| Acme | 50 |"),
        ("Alpha and Beta lie at 59.3 to 61.6 %", LEAD),
    ],
)
def test_figures_of_the_evidence_hold(text: str, quote: str) -> None:
    assert figures(text, quote)[0] is HOLDS


@pytest.mark.parametrize(
    ("text", "quote", "said"),
    [
        ("Alpha has 62.6 %", LEAD, "figure differs: 62.6 % against 61.6 %"),
        ("Alpha has 61.60001 %", LEAD, "figure differs"),
        ("They lie at 59.3 to 62.6 %", LEAD, "figure differs"),
        ("Alpha leads by 61.6 percentage points", LEAD, "unit differs: 61.6 percentage points against 61.6 %"),
        ("Alpha 4.7 has 61.6 %", LEAD, "4.7 is not in"),
        ("Version 2.1.89 has 61.6 %", LEAD, "2.1.89 is not in"),
        ("Beta 4.6 has 61.6 %", LEAD, "4.6 is not in"),
        ("It has 90 tasks", "It has 89 tasks", "figure differs: 90 tasks against 89 tasks"),
        ("It has three tasks", "It has 89 tasks", "figure differs: three tasks against 89 tasks"),
        ("Acme gives 50 million USD", "| Acme | 50 |", "unit differs: 50 million USD against 50 (Committed in 2019"),
        ("It ran on 30 March 2026", "It took part on 31 March", "date differs: 30 March 2026 against 31 March"),
        (
            "It ran on 31 March 2025",
            "It took part on 31 March",
            "2025 is not in the quoted evidence, which says 31 March",
        ),
        ("Delta costs 7", "Delta costs 7 billion USD", "7 is not in"),
        ("Acme 5 was the sum", "Acme 50 was the sum", "5 is not in"),
        ("Alpha has 61.6 %", "these words are nowhere", "not in the quoted evidence"),
    ],
)
def test_other_figures_fail_with_both(text: str, quote: str, said: str) -> None:
    outcome, reason = figures(text, quote)
    assert outcome is FAILS
    assert said in reason


def test_a_bare_cell_takes_its_unit_from_the_evidence() -> None:
    assert figures("61.6", LEAD, about="Test · Alpha")[0] is HOLDS
    assert figures("61.5", LEAD, about="Test · Alpha")[0] is FAILS
    assert figures("7", "Delta costs 7 billion USD", about="Delta · Cost, billion USD")[0] is HOLDS
    assert figures("7", "Delta costs 7 billion USD", about="Delta · Cost, million USD")[0] is FAILS


@example(4, 6)  # of the name in the heading
@given(st.integers(0, 999), st.integers(0, 9))
def test_no_other_percentage_passes(whole: int, tenth: int) -> None:
    there = {"61.6", "59.3"}
    said = f"{whole}.{tenth}"
    assert (figures(f"It has {said} %", LEAD)[0] is HOLDS) == (said in there)


# --- computed -------------------------------------------------------------------------------------------------------


def computed(text: str, expression: str | None, *quotes: str) -> tuple[Outcome, str]:
    made = claim(text, *(cite(KNOWN, q) for q in quotes), kind=ClaimKind.COMPUTED, expression=expression)
    return (finding := only(Computed().findings([made], KNOWN))).outcome, finding.reason


BOTH = "reaches 61.6 % on the test, ahead of the 59.3 %"


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("The lead is 2.3 points", "61.6 - 59.3"),
        ("Beta is 2.3 points behind", "59.3 − 61.6"),
        ("Alpha is 3.9 % better", "61.6 / 59.3 - 1"),
        ("Alpha is 3.9 % better", "(61.6 - 59.3) / 59.3 * 100"),
        ("The mean is about 60 %", "(61.6 + 59.3) / 2"),
        ("The lead is 2.3 points", "61.6% - 59.3 %"),
        ("Alpha is 40.7 % less of 61.6, or 25.1", "61.6 * (1 - 59.3 / 100)"),
        ("With 59.3 % on top it is 98.1", "61.6 * (1 + 59.3 / 100)"),
        ("Alpha fails 38.4 % of the test", "100 - 61.6"),
        ("What is left of 61.6 is 25.1", "61.6 * (100 - 59.3) / 100"),
    ],
)
def test_a_computation_over_quoted_figures_holds(text: str, expression: str) -> None:
    assert computed(text, expression, BOTH)[0] is HOLDS


@pytest.mark.parametrize(
    ("text", "expression", "said"),
    [
        ("The lead is 2.4 points", "61.6 - 59.3", "gives 2.3"),
        ("The lead is 3 points", "61.6 - 58.6", "58.6 of the expression is not in the quotes"),
        ("The half is 30.8", "61.6 / 2", "2 of the expression is not in the quotes"),
        ("The lead is 123.2", "61.6 * 2", "2 of the expression is not in the quotes"),
        ("Beta reaches 60.6", "61.6 - 1", "1 of the expression is not in the quotes"),
        ("Beta reaches 62.6", "1 + 61.6", "1 of the expression is not in the quotes"),
        ("Beta reaches 161.6", "100 + 61.6", "100 of the expression is not in the quotes"),
        ("The lead is nothing", "61.6 / (59.3 - 59.3)", "divides by zero"),
        ("The lead", "__import__('os')", "only numbers"),
        ("The lead", "61.6 ** 59.3", "only numbers"),
        ("The lead", "61.6 -", "cannot be read"),
        ("The lead", None, "no expression"),
        ("The lead", "61.6" + " + 59.3" * 40, "longer"),
        ("The lead", "((61.6, 59.3))", "only numbers"),
    ],
)
def test_a_bad_computation_fails_with_its_reason(text: str, expression: str | None, said: str) -> None:
    outcome, reason = computed(text, expression, BOTH)
    assert outcome is FAILS
    assert said in reason


def test_a_computed_figure_needs_no_other_evidence() -> None:
    made = claim("The lead is 2.3 points", cite(KNOWN, BOTH), kind=ClaimKind.COMPUTED, expression="61.6 - 59.3")
    assert only(Figures().findings([made], KNOWN)).outcome is HOLDS
    wrong = made.model_copy(update={"text": "The lead is 2.4 points"})
    assert only(Figures().findings([wrong], KNOWN)).outcome is FAILS


@given(st.text(alphabet="0123456789.+-*/() ,%e_jxL\n", max_size=40))
def test_any_expression_gives_a_number_or_a_reason(expression: str) -> None:
    try:
        assert evaluate(expression).value.is_finite()
    except BadExpression as error:
        assert str(error)


# --- premises -------------------------------------------------------------------------------------------------------


def inferred(text: str, *premises: str, id: str = "i") -> tuple[Outcome, str]:
    claims = [
        claim("Alpha has 61.6 % and version 2.1.88.", id="a"),
        claim("Beta has 59.3 %.", id="b"),
        claim("Alpha fell from 70 % in 2023 to 61.6 % in 2025.", id="c"),
        claim("The old ship stays in reserve until the end of March 2027 for half of the year.", id="d"),
        claim("Loop.", id="x", kind=ClaimKind.INFERRED, premises=("y",)),
        claim("Loop.", id="y", kind=ClaimKind.INFERRED, premises=("i",)),
        claim(text, id=id, kind=ClaimKind.INFERRED, premises=premises),
    ]
    finding = next(each for each in Premises().findings(claims, KNOWN) if each.claim == id)
    return finding.outcome, finding.reason


@pytest.mark.parametrize(
    ("text", "premises"),
    [
        ("Alpha leads.", ("a", "b")),
        ("Alpha leads with 61.6 % in two ways.", ("a",)),
        ("Alpha 4.6 leads.", ("a",)),
        ("Alpha's share for 2025 lies below that for 2023.", ("c",)),
        ("The old ship stays in reserve until 31 March 2027.", ("d",)),
        ("The old ship stays in reserve for 50 % of the year.", ("d",)),
    ],
)
def test_an_inference_from_claims_holds(text: str, premises: tuple[str, ...]) -> None:
    assert inferred(text, *premises)[0] is HOLDS


@pytest.mark.parametrize(
    ("text", "premises", "said"),
    [
        ("Alpha leads.", (), "names no premise"),
        ("Alpha leads.", ("a", "z"), "premise z is not a claim"),
        ("Alpha leads.", ("i",), "rests on itself"),
        ("Alpha leads.", ("x",), "rests on itself by way of x"),
        ("Alpha leads by 2.3 %.", ("a", "b"), "2.3 % is in none of its premises"),
        ("Alpha's share for 2024 lies below 70 %.", ("c",), "2024 is in none of its premises"),
        ("The old ship stays until 25 March 2027.", ("d",), "25 March 2027 is in none of its premises"),
        ("The old ship stays for 40 % of the year.", ("d",), "40 % is in none of its premises"),
    ],
)
def test_an_inference_from_nothing_fails(text: str, premises: tuple[str, ...], said: str) -> None:
    outcome, reason = inferred(text, *premises)
    assert outcome is FAILS
    assert said in reason


# --- together -------------------------------------------------------------------------------------------------------


@given(st.data())
def test_a_quote_with_one_changed_character_never_passes(data: st.DataObject) -> None:
    words = TEXT.split("\n\n")[1].replace("**", "").split()
    start = data.draw(st.integers(0, len(words) - 3))
    quote = " ".join(words[start : data.draw(st.integers(start + 3, len(words)))])
    whole = claim("x", Citation(passage=cite(KNOWN, "59.3 %").passage, quote=quote))
    assert only(ExactQuote().findings([whole], KNOWN)).outcome is HOLDS
    at = data.draw(st.sampled_from([n for n, c in enumerate(quote) if c.isalnum()]))
    changed = quote[:at] + ("7" if quote[at] != "7" else "8") + quote[at + 1 :]
    broken = claim("x", Citation(passage=whole.citations[0].passage, quote=changed))
    assert only(ExactQuote().findings([broken], KNOWN)).outcome is FAILS


@pytest.mark.parametrize(
    ("about", "text", "outcome"),
    [
        ("Alpha · after two minutes", "12.9", HOLDS),
        ("Alpha · 2023", "12.9", HOLDS),
        ("Alpha · Cost, million euros", "12.9", FAILS),
        ("Alpha · 2023", "12.8", FAILS),
        ("", "12.9", FAILS),
    ],
)
def test_a_cell_may_leave_its_unit_to_the_caption_of_its_table(about: str, text: str, outcome: Outcome) -> None:
    known = library("# Water\n\nThe median was 12.9 µg/l in 2023.")
    cell = claim(text, cite(known, "The median was 12.9 µg/l")).model_copy(update={"about": about})
    assert only(Figures().findings([cell], known)).outcome is outcome
