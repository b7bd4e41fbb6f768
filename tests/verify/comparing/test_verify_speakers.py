"""Quoted words stay the words of who said them."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.claim import verify
from moot.verify.roles import Roles
from moot.words import Outcome

ALARMING = '"The results are alarming," said Professor Vance. Dr Ito called them preliminary.'
SCANDAL = "“It is a scandal,” Tom Hale, a farmer, told the paper. Karin Berg, the vet, was calmer."
QUIET = "Karin Berg met us. “It was a quiet year,” she said. Tom Hale spoke of losses."
GAMBLE = (
    "“We will not close the plant this year,” the minister told parliament. The opposition leader, Tom Ashgrove, "
    "called the plan “a costly gamble”."
)
FLATS = "The residents’ association called it “a gift to developers”. The council said it would build 300 flats."
LEAP = "Councillor Benedikt Amsel called the plan “a leap in the dark”. The mayor said that there was no choice."
CLOSED = '"No school will be closed," the mayor said. The minister did not comment.'


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ('"The results are alarming", said Dr Ito.', ALARMING),
        ('Dr Ito said the results are "alarming".', ALARMING),
        ("“It is a scandal,” said Karin Berg.", SCANDAL),
        ("According to Karin Berg, it was “a scandal”.", SCANDAL),
        ("Tom Hale spoke of “a quiet year”.", "Karin Berg said: “It was a quiet year.” Tom Hale spoke of losses."),
        ('The minister said: "No school will be closed."', CLOSED),
        ("The minister called it “a costly gamble”.", GAMBLE),
        ("Ashgrove said: “We will not close the plant this year.”", GAMBLE),
        ("The mayor called the plan “a leap in the dark”.", LEAP),
        ("The bishop spoke of “a lost decade”.", "Alderman Tom Reed spoke of “a lost decade”. The bishop prayed."),
        ("The council called it “a gift to developers”.", FLATS),
        ("The court called it “careless”.", "The nurses’ union called it “careless”. The court adjourned."),
    ],
)
def test_the_word_of_another_is_seen(text: str, evidence: str) -> None:
    assert "as the word of" in said(Roles(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ('"The results are alarming", said Professor Vance.', ALARMING),
        ('Vance called the results "alarming".', ALARMING),
        ("The farmer said: “It is a scandal.”", SCANDAL),
        ("Karin Berg said it was “a quiet year”.", QUIET),
        ("Ashgrove called the plan “a costly gamble”.", GAMBLE),
        ("The leader of the opposition called the plan “a costly gamble”.", GAMBLE),
        ("The minister said “We will not close the plant this year”.", GAMBLE),
        ('"No school will be closed," said the mayor.', CLOSED),
        ("A councillor called the plan “a leap in the dark”.", LEAP),
        (
            "The mayor called the plan “a leap in the dark”.",
            "The mayor, Councillor Amsel, has led the town since May. Councillor Amsel called the plan “a leap in the "
            "dark”.",
        ),
        ("The residents’ association called it “a gift to developers”.", FLATS),
        ("The council called it “a shame”.", "The council's planning committee called it “a shame”."),
        ("The council called it “a shame”.", "The council and the residents’ association called it “a shame”."),
        ("The council called it “a shame”.", "A spokeswoman for the council called it “a shame”."),
        ("The union called it “a shame”.", "The nurses’ association called it “a shame”. The union met on Friday."),
        (
            "Tom Hale said it was “quiet”.",
            "“It was quiet,” said Karin Berg. “Very quiet,” said Tom Hale, “it was quiet.”",
        ),
        ("Acme called it “a setback”.", "“It is a setback,” said Ann Bell. Bell has led Acme since May."),
        (
            "Brid Aske said that it “should come home”.",
            "Brid Aske said: “It should come home.” The League said otherwise.",
        ),
        (
            "“The harbour must grow,” said Anna Berg.",
            "In 2010 Anna Berg, a lawyer, moved to Lund. Ten years later she was elected mayor. “The harbour must "
            "grow,” said the mayor.",
        ),
        (
            "Peder Ahl of Ravel called it “steep”.",
            "Peder Ahl, who teaches at Ravel University, told us it was “steep”.",
        ),
    ],
)
def test_the_word_of_the_same_or_of_who_may_be_the_same_passes(text: str, evidence: str) -> None:
    assert "as the word of" not in said(Roles(), text, evidence)


def test_that_the_words_stand_there_does_not_help_a_claim_that_gives_them_to_another() -> None:
    assert verify('The minister said: "No school will be closed."', [CLOSED]).outcome is Outcome.FAILS
    assert verify('The mayor said: "No school will be closed."', [CLOSED]).outcome is Outcome.HOLDS
