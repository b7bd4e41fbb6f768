"""A mark that is a word of its sentence is no part of what the claim says."""

from __future__ import annotations

import pytest
from verify_library import cite, library, only

from moot.verify.attribution import Attribution
from moot.verify.comparing.marked import subjects, unmarked
from moot.verify.entailment import Entailment
from moot.verify.names import Names
from moot.words import Claim, ClaimKind, Outcome, Reference

ENTRY = "Lindqvist, P. (2025). The wind farm: status note."
SAID = "At the wind farm curtailment fell from 7.2% to 3.1% in the first quarter, which the operator had not expected."
KNOWN = library(f"# The wind farm\n\n{SAID} {'It has turbines at three sites in the north. ' * 8}")


def claim(text: str, mark: str, entry: str = ENTRY) -> Claim:
    reference = Reference(mark=mark, entry=entry, source="S1")
    return Claim(id="c1", kind=ClaimKind.STATED, text=text, citations=(cite(KNOWN, SAID),), references=(reference,))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("According to Lindqvist, curtailment fell a lot.", "Lindqvist (2025)"),
        ("As Lindqvist and Moe note, curtailment fell a lot.", "Lindqvist and Moe (2025, p. 3)"),
        ("Lindqvist et al. recently found that curtailment fell a lot.", "Lindqvist et al. [2025]"),
        ("Lindqvist's 2025 report states curtailment fell a lot.", "Lindqvist's (2025)"),
        ("Curtailment fell a lot, as Lindqvist shows.", "(2025)"),
        ("As @lindqvist2025 show, curtailment fell a lot.", "@lindqvist2025 [p. 3]"),
        ("According to [1], curtailment fell a lot.", "[1]"),
    ],
)
def test_a_frame_whose_subject_is_the_mark_goes(text: str, mark: str) -> None:
    left = unmarked(claim(text, mark))
    assert left.rstrip(".").lower().replace("curtailment fell a lot", "") == ""


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("According to Moe, curtailment fell a lot.", "Lindqvist (2025)"),
        ("According to Vindservice AS, curtailment fell a lot.", "[Vindservice AS](note.md)"),
        ("According to Lindqvist, it fell.", "(Moe, 2020; Lund, 2021)"),
        ("Lindqvist reports it.", "Lindqvist (2025)"),
    ],
)
def test_what_is_no_frame_stays(text: str, mark: str) -> None:
    assert unmarked(claim(text, mark)) == text


def test_who_is_cited_by_name_is_no_name_of_the_claim() -> None:
    cited = claim("In spring Lindqvist puts curtailment at 3.1%.", "Lindqvist (2025)")
    assert subjects(cited) == ("Lindqvist",)
    assert only(Names().findings([cited], KNOWN)).outcome is Outcome.HOLDS
    told = claim("In spring Lindqvist puts curtailment at 3.1%.", "[1]")
    assert only(Names().findings([told], KNOWN)).outcome is Outcome.FAILS


def test_the_mark_is_not_looked_for_in_the_evidence() -> None:
    text = "As @ekstrom2024 show, curtailment fell from 7.2% to 3.1%."
    (cited,) = Entailment().findings([claim(text, "@ekstrom2024 [p. 3]")], KNOWN)
    (other,) = Entailment().findings([claim(text, "[1]")], KNOWN)
    assert cited.outcome is Outcome.HOLDS
    assert cited.score is not None and other.score is not None and cited.score > other.score


def test_whose_word_it_is_is_told_by_the_frame_too() -> None:
    told = "Officials said that forty ferries sail to the island in summer."
    known = library(f"# Ferries\n\n{told} {'The harbour has three quays in the old town. ' * 8}")
    reference = Reference(mark="Lindqvist (2025)", entry=ENTRY, source="S1")
    said = Claim(
        id="c1",
        kind=ClaimKind.STATED,
        text="According to Lindqvist, forty ferries sail to the island in summer.",
        citations=(cite(known, told),),
        references=(reference,),
    )
    assert only(Attribution().findings([said], known)).outcome is Outcome.HOLDS
