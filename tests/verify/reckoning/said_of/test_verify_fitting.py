"""The words of a claim that are cells of a table stand in one of its rows, each in the column that the claim names."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only

from moot.evidence.library import Library
from moot.verify.subjects import Subjects
from moot.words import Finding, Outcome

REGATTA = library("""# The regatta of Sarn

| Race | Day | Course | Winner | Boat | Second | Protest | Crews | Capsized |
|---|---|---|---|---|---|---|---|---|
| 1 | Monday | Sarn - Hook of Ulm | Ada Brandt | Kestrel | Nils Vaar | none | 14 | 2 |
| 2 | Tuesday | Ulm - Tarn | Nils Vaar | Plover | Ada Brandt | upheld | 11 | 5 |
| 3 | Friday | Tarn - Sarn | Mette Ruud | Kestrel | Nils Vaar | withdrawn | 9 | 1 |

Mette Ruud was fined on Monday, as was her club.
""")
ORCHARDS = library("""# Orchards

| Orchard | Year | Planted by | Fruit | Trees |
|---|---|---|---|---|
| Long Field | 1998 | Osgood | pear | 120 |
| Long Field | 2011 | Tilling | quince | 45 |
| Mill End | 1998 | Tilling | quince | 80 |
| Mill End | 2011 | Osgood | cherry | 60 |
""")
STOVES = library("""# Stoves

| | Vulk 3 | Brenna | Ild Duo |
|---|---|---|---|
| Made in | Norway | Poland | Norway |
| Fuel | pellets | logs | pellets |
| Output (kW) | 6 | 8 | 7 |
| Price (EUR) | 2,100 | 1,450 | 2,600 |
""")


def found(text: str, known: Library) -> Finding:
    return only(Subjects().findings([claim(text, *(cite(known, each.text) for each in known.passages))], known))


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Ada Brandt won on Monday.", REGATTA),
        ("Vaar won the race from Ulm to Tarn on Plover.", REGATTA),
        ("The Kestrel won races on Monday and Friday.", REGATTA),
        ("Mette Ruud won race 3, and Nils Vaar race 2.", REGATTA),
        ("Mette Ruud was fined on Monday.", REGATTA),
        ("On Tuesday Brandt came second.", REGATTA),
        ("Unlike Ada Brandt, Mette Ruud did not sail on Tuesday.", REGATTA),
        ("Fourteen crews sailed on Monday.", REGATTA),
        ("Five crews more than in race 3 sailed on Monday.", REGATTA),
        ("Two crews capsized on Monday.", REGATTA),
        ("On Monday, first of two days, the capsized were many.", REGATTA),
        ("Tilling planted quince at Long Field and at Mill End.", ORCHARDS),
        ("In 2011 Osgood planted Mill End with cherry.", ORCHARDS),
        ("The Brenna burns logs and is made in Poland.", STOVES),
        ("Both the Vulk 3 and the Ild Duo come out of Norway.", STOVES),
    ],
)
def test_what_stands_in_one_row_fits(text: str, known: Library) -> None:
    finding = found(text, known)
    assert finding.outcome is Outcome.HOLDS, finding.reason


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("The winner of race 3 is Mette Ruud.", REGATTA),
        ("Mette Ruud won on Friday.", REGATTA),
        ("The Vulk 3 is made in Norway.", STOVES),
    ],
)
def test_a_claim_of_which_every_word_is_of_the_row_is_borne_out(text: str, known: Library) -> None:
    assert found(text, known).score == 1.0


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Mette Ruud won every race on Friday.", REGATTA),
        ("Mette Ruud won on Friday by a trick.", REGATTA),
        ("The second of Friday was the winner, Mette Ruud.", REGATTA),
    ],
)
def test_one_that_says_more_is_not(text: str, known: Library) -> None:
    assert found(text, known).score != 1.0


@pytest.mark.parametrize(
    ("text", "known", "said"),
    [
        ("Ada Brandt won on Friday.", REGATTA, "another row: with “Friday” the table has “Mette Ruud” (Winner)"),
        ("Ruud won the race to the Hook of Ulm.", REGATTA, "the table has “Ada Brandt” (Winner)"),
        ("Nils Vaar won race 3.", REGATTA, "with “Race 3” it is “Second”, “Winner” is “Mette Ruud”"),
        ("Mette Ruud was second on Friday.", REGATTA, "another column: with “Friday” it is “Winner”"),
        ("Eleven crews sailed on Friday.", REGATTA, "with “Friday” the table has “9” (Crews)"),
        ("Five boats capsized on Monday.", REGATTA, "with “Monday” the table has “2” (Capsized)"),
        ("In 2011 Tilling planted Mill End.", ORCHARDS, "the table has “Osgood” (Planted by)"),
        ("Mill End was planted with pear.", ORCHARDS, "with “Mill End” the table has “quince” and “cherry” (Fruit)"),
        ("The Brenna is made in Norway.", STOVES, "with “Brenna” the table has “Poland” (Made in)"),
        ("Pellets are the fuel of the Brenna.", STOVES, "with “Brenna” the table has “logs” (Fuel)"),
    ],
)
def test_what_stands_in_another_row_or_column_does_not(text: str, known: Library, said: str) -> None:
    finding = found(text, known)
    assert finding.outcome is Outcome.FAILS
    assert said in finding.reason
    assert finding.score == 0.0
