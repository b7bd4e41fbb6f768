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

INSULT = (
    "The insurers’ association blames the gauge; the consumers’ federation calls the handling “slow, opaque and at "
    "times insulting”."
)
DEPUTY = "The minister said nothing. Her deputy, Ana Prins, spoke of “a gift to the foxes”."
WINTER = "While the farmers demand compensation, the foresters fear “a second winter without seedlings”."
ROTA = (
    "The head nurse welcomed the rota, but the night porters, who had not been asked, described it as “a recipe for "
    "mistakes”."
)
RIVER = "Brandt wants the weir gone. Osei disagrees: she fears “a river that nobody can row on”."
TANK = "“We were never told about the tank,” the caretaker testified, whereas the engineer insisted that all were told."
LEAP_IN_WATER = "The council passed the plan, which the hotel owners called “a leap into cold water”."
COFFINS = (
    "Halvorsen, who owns the yard, declined to comment. His foreman told the inquiry they were “floating coffins”."
)
TUNNEL = "The deputy governor described the tunnel as “a hole that eats money”. The governor was abroad that week."
SUGAR = "The driver remembered nothing. “It smelled of burnt sugar,” recalled a passenger."
PUZZLE = "The headmaster defended the timetable. Pupils, for their part, called it “a puzzle with pieces missing”."
MIX_UP = "The minister was travelling; her office spoke of “a regrettable mix-up”."
FEE = "The parents’ association met on Friday, and its chairwoman called the fee “a tax on having children”."
MARCH = "The parents marched to the town hall. The demonstrators called the fee “a tax on having children”."


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The insurers’ association found the handling “slow, opaque and at times insulting”.", INSULT),
        ("The minister spoke of “a gift to the foxes”.", DEPUTY),
        ("The farmers fear “a second winter without seedlings”.", WINTER),
        ("The head nurse described the rota as “a recipe for mistakes”.", ROTA),
        ("Brandt fears “a river that nobody can row on”.", RIVER),
        ("The engineer said: “We were never told about the tank.”", TANK),
        ("The plan was called “a leap into cold water” by the council.", LEAP_IN_WATER),
        ("Halvorsen called the boats “floating coffins”.", COFFINS),
        ("The governor described the tunnel as “a hole that eats money”.", TUNNEL),
        ("“It smelled of burnt sugar,” recalled the driver.", SUGAR),
        ("The headmaster called the timetable “a puzzle with pieces missing”.", PUZZLE),
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
        ("The consumers’ federation found the handling “slow, opaque and at times insulting”.", INSULT),
        ("Ana Prins spoke of “a gift to the foxes”.", DEPUTY),
        ("The foresters fear “a second winter without seedlings”.", WINTER),
        ("The porters described the rota as “a recipe for mistakes”.", ROTA),
        ("Osei fears “a river that nobody can row on”.", RIVER),
        ("The plan was called “a leap into cold water” by the hotel owners.", LEAP_IN_WATER),
        ("The foreman called the boats “floating coffins”.", COFFINS),
        ("Pupils called the timetable “a puzzle with pieces missing”.", PUZZLE),
        ("The minister spoke of “a regrettable mix-up”.", MIX_UP),
        ("The association called the fee “a tax on having children”.", FEE),
        ("The parents called the fee “a tax on having children”.", MARCH),
        ("Residents fear “a wall of concrete”.", "The residents’ group fears “a wall of concrete”."),
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
