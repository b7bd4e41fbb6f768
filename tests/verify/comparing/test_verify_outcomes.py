"""What became of somebody or something is not told as another outcome."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.negation import Negation

REACTION = (
    "One patient had an anaphylactic reaction to an antibiotic that was given after a false alert; she recovered."
)
GUIDE = "A guide was buried for twenty minutes under the snow; he was dug out and recovered."
BAKERY = (
    "The bakery chain Oldham ran into difficulties after a failed expansion to Leeds. Creditors agreed to a plan and "
    "the chain was saved."
)
TREASURER = (
    "Former treasurer Ines Valle was charged with embezzling 40,000 euros from the club. The court acquitted her."
)
SCHOOL = "The school in Brackley was threatened with closure in 2019; the school remains open with 44 pupils."
MATCH = "The cup match in Arlen on 4 May was postponed because of fog."
HEAD = "Head coach Uli Brandt resigned in March after nine defeats."
RUNNERS = "Two runners were taken to hospital with heat stroke; both were discharged the same evening."
BOAT = "A fisherman was killed when his boat capsized off Skarvik."


@pytest.mark.parametrize(
    ("text", "evidence", "words"),
    [
        ("One patient died of an anaphylactic reaction to an antibiotic.", REACTION, "“recovered”"),
        ("A guide died after being buried for twenty minutes under the snow.", GUIDE, "“recovered”"),
        ("The bakery chain Oldham went bankrupt after a failed expansion to Leeds.", BAKERY, "“was saved”"),
        ("Former treasurer Ines Valle was convicted of embezzling 40,000 euros.", TREASURER, "“acquitted”"),
        ("The school in Brackley closed in 2019.", SCHOOL, "“remains open”"),
        ("The cup match in Arlen on 4 May was cancelled because of fog.", MATCH, "“postponed”"),
        ("Head coach Uli Brandt was sacked in March after nine defeats.", HEAD, "“resigned”"),
        ("Two runners are still in hospital.", RUNNERS, "“discharged”"),
    ],
)
def test_another_outcome_is_seen(text: str, evidence: str, words: str) -> None:
    assert words in said(Negation(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("One patient had an anaphylactic reaction to an antibiotic and recovered.", REACTION),
        ("A guide could have died under the snow, where he was buried for twenty minutes.", GUIDE),
        ("The bakery chain Oldham nearly went bankrupt after its expansion to Leeds.", BAKERY),
        ("Former treasurer Ines Valle was found not guilty of embezzling 40,000 euros.", TREASURER),
        ("The cup match in Arlen on 4 May was put off because of fog.", MATCH),
        ("A fisherman died when his boat capsized off Skarvik.", BOAT),
        ("A fisherman died when his boat capsized off Skarvik.", f"{BOAT} His son swam ashore and survived."),
        ("Two dogs died of the poison.", "Two dogs were put down because of the poison; a third recovered."),
        ("Two runners were taken to hospital.", RUNNERS),
        ("One driver remains in hospital.", "One driver was taken to hospital, where she remains; another went home."),
        ("The ferry sank off Vik.", "The ferry sank off Vik and was refloated in June."),
    ],
)
def test_the_same_outcome_in_other_words_is_left_alone(text: str, evidence: str) -> None:
    assert said(Negation(), text, evidence) == ""
