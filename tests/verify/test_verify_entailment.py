"""What the check of wording says is missing."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only, said

from moot.verify.entailment import Entailment
from moot.words import Reference


@pytest.mark.parametrize(
    ("text", "evidence", "named"),
    [
        (
            "Turnover climbed 7.5 percent to 184.3 million euros within a single winter.",
            "| EUR thousand | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Revenue | 184320 | 171500 |\n",
            ["turnover", "climbed", "single", "winter"],
        ),
        (
            "La part des achats en ligne a progressé de 1,5 point.",
            "Les librairies emploient 236 personnes dans le Finistère.",
            ["part", "achats", "ligne", "progressé"],
        ),
    ],
)
def test_figures_and_small_words_are_not_said_to_be_missing(text: str, evidence: str, named: list[str]) -> None:
    reason = said(Entailment(), text, evidence, evidence.splitlines()[-1])
    assert [word.strip("“”") for word in reason.partition("nothing on ")[2].split(", ")][: len(named)] == named


def test_of_a_file_a_label_is_not_said_to_be_missing() -> None:
    known = library("The pumps stood still for nine days in January.")
    told = claim("Optimisation pays: the turbines were repainted in the summer.", cite(known, "The pumps stood still"))
    of_file = told.model_copy(update={"references": (Reference(mark="[1]", entry="it", source="S1"),)})
    reasons = [only(Entailment().findings([each], known)).reason for each in (told, of_file)]
    assert ["turbines" in each for each in reasons] == [True, True]
    assert ["optimisation" in each for each in reasons] == [True, False]
