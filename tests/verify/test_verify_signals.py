from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only

from moot.verify.comparing.language import Evidence
from moot.verify.entailment import Entailment
from moot.verify.hedges import Conditions
from moot.words import Citation, ClaimKind, Outcome

KNOWN = library(
    "# Speed\n\nThe new engine reads a thousand pages a minute. It was measured in spring. Its price is not known.\n\n"
    "| Engine | Pages |\n|---|---|\n| Swift | 1000 |\n"
)


def dropped(claimed: str, *sources: str) -> str:
    return Conditions().seen(claimed, Evidence(sources)).differs


def scored(text: str, quote: str) -> tuple[Outcome, float]:
    finding = only(Entailment().findings([claim(text, cite(KNOWN, quote))], KNOWN))
    assert not finding.gate
    assert finding.score is not None
    return finding.outcome, finding.score


def test_what_the_quote_says_scores_high_and_what_it_does_not_low() -> None:
    quote = "The new engine reads a thousand pages a minute"
    outcome, high = scored("Every minute the new engine reads a thousand pages.", quote)
    assert outcome is Outcome.HOLDS
    other, low = scored("Customers in Brazil complain about late deliveries.", quote)
    assert other is Outcome.FAILS
    assert high - low > 0.4


def test_the_row_of_a_table_is_read_with_its_head() -> None:
    cell = claim("1000", cite(KNOWN, "| Swift | 1000 |"), about="Swift · Pages of the engine")
    assert only(Entailment().findings([cell], KNOWN)).outcome is Outcome.HOLDS


def test_without_a_located_quote_nothing_is_scored() -> None:
    lost = claim("The engine reads.", Citation(passage="S1.1", quote="nowhere to be found"))
    finding = only(Entailment().findings([lost], KNOWN))
    assert (finding.outcome, finding.score) == (Outcome.UNCHECKED, None)


def test_only_stated_claims_are_scored() -> None:
    others = [claim("x", cite(KNOWN, "spring"), kind=kind) for kind in ClaimKind if kind is not ClaimKind.STATED]
    assert Entailment().findings(others, KNOWN) == []
    assert Conditions().findings(others, KNOWN) == []


@pytest.mark.parametrize(
    ("claimed", "source", "said"),
    [
        ("The drug lowers pressure.", "The drug may lower pressure.", '"may"'),
        ("Prompts are used for training.", "Prompts could be used for training.", '"could"'),
        ("The fund pays 35 billion.", "The fund pays 35 billion if the sale succeeds.", '"if the sale succeeds"'),
        ("The investor gives 35 million.", "The investor committed 35 million.", '"committed"'),
        ("The code has 900 copies.", "By one account the code has 900 copies.", '"by one account"'),
        ("The attack hit 900 servers.", "The attack reportedly hit 900 servers.", '"reportedly"'),
        ("The engine reads 158 pages.", "The engine reads roughly 158 pages.", '"about"'),
        ("The mirror had 900 forks.", "The mirror had over 900 forks.", '"over"'),
    ],
)
def test_a_dropped_condition_is_seen(claimed: str, source: str, said: str) -> None:
    assert said in dropped(claimed, source)


@pytest.mark.parametrize(
    ("claimed", "source"),
    [
        ("The weights are not published.", "No weights have been published."),
        ("The engine now reads 158 pages, up from 90 last year.", "In tests of May the engine read about 158 pages."),
        ("The format of pages can still change.", "The format of pages may change."),
        ("Fast reading of pages is an option.", "Fast reading of pages may be considered."),
        ("Readers must have passed a test of pages.", "Readers may start if they passed a test of pages."),
        ("He would let the engine read pages.", "In my view the engine ought to read pages."),
        ("The weights are unpublished.", "The weights are not published."),
        ("The engine does not read tables.", "The engine fails to read tables."),
        ("The drug may lower pressure.", "The drug may lower pressure."),
        ("The drug might lower pressure.", "The drug may lower pressure."),
        ("The engine reads pages fast.", "The engine reads pages not only fast but well."),
        ("The engine reads roughly 158 pages.", "The engine reads about 158 pages."),
        ("The engine reads pages.", "The engine reads pages. It may be sold in other colours."),
        ("It opened in May 2026.", "It opened in May 2026."),
        ("According to one count, the code has 900 copies.", "By one account the code has 900 copies."),
        ("Bananas are yellow.", "The price is not known."),
        ("", "Not here."),
        ("The engine reads.", ""),
    ],
)
def test_what_was_kept_is_left_alone(claimed: str, source: str) -> None:
    assert dropped(claimed, source) == ""


def test_another_sentence_of_the_evidence_may_say_it_plainly() -> None:
    assert dropped("The drug lowers pressure.", "The drug may lower pressure.", "The drug lowers pressure.") == ""


def test_conditions_are_a_signal() -> None:
    finding = only(Conditions().findings([claim("Its price is known.", cite(KNOWN, "Its price is not known"))], KNOWN))
    assert (finding.outcome, finding.gate) == (Outcome.FAILS, False)
    assert finding.places
