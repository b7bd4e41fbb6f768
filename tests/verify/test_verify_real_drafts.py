"""What capable models write of their sources, and is true: no check may fail it. Beside it, what must fail."""

from __future__ import annotations

from verify_library import library

from moot.verify.referee import Referee
from moot.words import Citation, Claim, ClaimKind, Finding, Outcome

REPORT = """# North Yard: first half of 2024

Revenue was 38.6 million kronor, after 44.1 million in the first half of 2023. At the end of June we had 164 employees.
"""
STANDARD = """# KTP 7:2024 Quick couplings

4.3 The surface that is touched by the hand shall not become hotter than 48 degrees Celsius.

5.1 The pressure test is made at 6 bar and lasts 10 minutes.
"""


def checked(claims: list[Claim], source: str, check: str) -> list[Outcome]:
    found: list[Finding] = Referee().findings(claims, library(source, date="2024-08-20"))
    return [each.outcome for each in found if each.check == check]


def stated(text: str, *quotes: str, id: str = "c1", kind: ClaimKind = ClaimKind.STATED, **more: str) -> Claim:
    citations = tuple(Citation(passage="S1.1", quote=quote) for quote in quotes)
    return Claim.model_validate({"id": id, "kind": kind, "text": text, "citations": citations, **more})


REVENUE = stated("Revenue was 38.6 million kronor, after 44.1 million.", "Revenue was 38.6 million kronor", id="p1")


def inferred(text: str) -> list[Claim]:
    return [REVENUE, Claim(id="c1", kind=ClaimKind.INFERRED, text=text, premises=("p1",))]


def test_an_inference_may_say_how_old_its_ground_is() -> None:
    said = "By the report of 20 August 2024, revenue fell to 38.6 million kronor."
    assert checked(inferred(said), REPORT, "premises") == [Outcome.HOLDS]
    other = "By the report of 20 May 2024, revenue fell to 38.6 million kronor."
    assert checked(inferred(other), REPORT, "premises") == [Outcome.FAILS]


def test_a_range_of_years_is_there_where_its_years_are() -> None:
    premise = stated("It was 33900 in 2022 and 31200 in 2023.", "it", id="p1")
    claims = [premise, Claim(id="c1", kind=ClaimKind.INFERRED, text="It fell from 2022 to 2023.", premises=("p1",))]
    assert checked(claims, REPORT, "premises") == [Outcome.HOLDS]
    claims[1] = claims[1].model_copy(update={"text": "It fell from 2021 to 2023."})
    assert checked(claims, REPORT, "premises") == [Outcome.FAILS]


def test_a_month_has_the_year_of_its_source() -> None:
    quote = "At the end of June we had 164 employees."
    assert checked([stated("At the end of June 2024 it had 164 employees.", quote)], REPORT, "figures") == [
        Outcome.HOLDS
    ]
    for wrong in ("June 2023", "May 2024"):
        claims = [stated(f"At the end of {wrong} it had 164 employees.", quote)]
        assert checked(claims, REPORT, "figures") == [Outcome.FAILS]


def test_the_two_years_that_a_claim_speaks_of_are_no_figure_of_its_source() -> None:
    quote = "Revenue was 38.6 million kronor, after 44.1 million in the first half of 2023."
    text = "The difference between the two years is 5.5 million kronor."
    claim = stated(text, quote, kind=ClaimKind.COMPUTED, expression="44.1 - 38.6")
    assert checked([claim], REPORT, "figures") == [Outcome.HOLDS]


def test_a_heading_is_quoted_with_the_brackets_that_it_is_shown_in() -> None:
    claim = stated("The half-year was the first of 2024.", "(North Yard: first half of 2024)")
    assert checked([claim], REPORT, "quotes") == [Outcome.HOLDS]
    assert checked([stated("It was.", "(North Yard: first half of 2025)")], REPORT, "quotes") == [Outcome.FAILS]


def test_the_edition_of_a_standard_is_a_name() -> None:
    quote = "5.1 The pressure test is made at 6 bar and lasts 10 minutes."
    claim = stated("Clause 5.1 of KTP 7:2024 says that the pressure test is made at 6 bar.", quote)
    assert checked([claim], STANDARD, "figures") == [Outcome.HOLDS]
    assert checked([claim], STANDARD, "entailment") == [Outcome.HOLDS]
    wrong = stated("Clause 5.1 of KTP 7:2024 says that the pressure test is made at 8 bar.", quote)
    assert checked([wrong], STANDARD, "figures") == [Outcome.FAILS]
