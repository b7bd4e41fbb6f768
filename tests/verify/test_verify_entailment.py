"""What the check of wording says is missing."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.entailment import Entailment


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
