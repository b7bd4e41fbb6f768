"""Units that claim and evidence name otherwise."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only

from moot.verify.comparing.measured import as_there
from moot.verify.entailment import Entailment
from moot.words import Outcome


@pytest.mark.parametrize(
    ("text", "evidence", "said"),
    [
        ("The pump has 6.2 MW.", "An output of 6.2 megawatt.", "The pump has 6.2 megawatt."),
        ("It is 45 kilometres away.", "The tower is 12 km high.", "It is 45 km away."),
        ("45 percent walk.", "By the survey 45 % of the pupils walk.", "45 % walk."),
        ("It has 6.2MW and is 3 m high.", "6.2 megawatts; 3 metres", "It has 6.2 megawatts and is 3 metres high."),
    ],
)
def test_a_unit_goes_by_the_name_of_the_evidence(text: str, evidence: str, said: str) -> None:
    assert as_there(text, [evidence]) == said


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The pump has 6.2 MW.", "An output of 6.2 MW, or megawatt."),
        ("The pump has 6.2 kW.", "An output of 6.2 megawatt."),
        ("The pump costs 6.2 million euros.", "It costs €6.2 million."),
        ("The MW is a unit.", "An output of 6.2 megawatt."),
        ("The pump has 6.2 MW.", "An output of nothing."),
    ],
)
def test_a_claim_that_names_it_as_the_evidence_or_another_unit_stays(text: str, evidence: str) -> None:
    assert as_there(text, [evidence]) == text


def score(text: str, evidence: str) -> float:
    known = library(evidence)
    finding = only(Entailment().findings([claim(text, cite(known, evidence))], known))
    assert finding.outcome is Outcome.HOLDS and finding.score is not None
    return finding.score


def test_a_unit_by_another_name_is_entailed_as_well_as_by_the_same() -> None:
    evidence = "The heat pump of Brackwell takes 6.2 megawatt from the river and serves the town."
    assert score("The pump has 6.2 MW.", evidence) == score("The pump has 6.2 megawatt.", evidence)
