"""What two sources say of two things, made one statement."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only

from moot.verify.merged import Merged
from moot.words import Outcome

COLUMN = (
    "I have coached runners for many years. Dr Ilse Farrow writes this page for the Sunday reader. "
    "My own knees are gone."
)
TRIAL = (
    "Forty schools were drawn by lot to a course of sprints or to none. Injuries were counted by nurses. "
    "The headmasters of Tolle had asked for it."
)
LEDGER = "The mill at Cray Point sold 900 sacks of oats in the spring of 1790. Its owner, Josias Wren, kept dogs."
LETTER = "A flood took the lower bridge in the winter of 1789. The parish of Estrick paid for boats."


def said(text: str, *sources: str) -> str:
    known = library(*sources)
    finding = only(Merged().findings([claim(text, *(cite(known, each) for each in sources))], known))
    assert not finding.gate
    return finding.reason if finding.outcome is Outcome.FAILS else ""


def test_a_name_of_one_source_does_not_get_what_another_says() -> None:
    reason = said("Ilse Farrow oversaw the draw of forty schools by lot to a course of sprints.", COLUMN, TRIAL)
    assert "“Ilse Farrow”" in reason
    assert "Source 2" in reason


def test_two_names_that_nothing_connects_are_not_one_story() -> None:
    reason = said("The grandson of Josias Wren was the vicar of Estrick.", LEDGER, LETTER)
    assert "“Josias Wren” and “Estrick”" in reason


def test_a_cause_needs_a_source_that_says_both_sides() -> None:
    claimed = "The mill sold 900 sacks of oats because a flood took the lower bridge in winter."
    assert "“because”" in said(claimed, LEDGER, LETTER)
    assert (
        said(claimed, LEDGER, f"{LETTER} Since the flood took the lower bridge the mill sold 900 sacks of oats.") == ""
    )
    assert said("The mill sold oats because pigs eat nothing else all year round.", LEDGER, LETTER) == ""


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Ilse Farrow writes a page, and forty schools were drawn by lot to a course of sprints.", (COLUMN, TRIAL)),
        ("Ilse Farrow writes this page for the Sunday reader of the trial.", (COLUMN, TRIAL)),
        ("Ilse Farrow oversaw the draw of forty schools by lot.", (COLUMN, f"{TRIAL} Dr Farrow drew them.")),
        (
            "Ilse Farrow oversaw the draw of forty schools by lot to a course of sprints.",
            (f"Ilse Farrow is a friend of Orla Denning. {COLUMN}", f"{TRIAL} The lots were held by Orla Denning."),
        ),
        (
            "Ilse Farrow wrote of schools, lots and a course of sprints.",
            (f"{COLUMN} Dr Farrow wrote of schools and of sprints.", TRIAL),
        ),
        ("Ilse Farrow breeds heavy horses near the coast.", (COLUMN, TRIAL)),
        (
            "The grandson of Josias Wren was the vicar of Estrick.",
            (f"{LEDGER} A friend, Orla Denning, kept cats.", f"{LETTER} Orla Denning of Estrick rowed them."),
        ),
        ("The vicar kept cats because his dogs had eaten all the bread.", (LEDGER, LETTER)),
        ("Josias Wren of Estrick kept dogs.", (LEDGER, f"{LETTER} Mr Wren of Estrick kept dogs.")),
        ("Josias Wren kept dogs while the parish of Estrick paid for boats.", (LEDGER, LETTER)),
        ("The grandson of Josias Wren was the vicar of Estrick.", (LEDGER, f"{LETTER} Wren paid for the rest.")),
    ],
)
def test_what_is_told_side_by_side_or_connected_is_left_alone(text: str, sources: tuple[str, ...]) -> None:
    assert said(text, *sources) == ""


def test_a_claim_of_one_source_is_not_asked() -> None:
    known = library(COLUMN)
    assert Merged().findings([claim("Ilse Farrow drew the lots.", cite(known, COLUMN))], known) == []


_LUND = "The orchard at Lund yielded 14 tonnes of pears in 2023, from 620 trees. The frost came late."
_MORA = "The orchard at Mora yielded 9 tonnes of pears in 2023, from 410 trees. Hail took a third."
_BREKKE = "At the Brekke clinic 38 of 120 patients relapsed within a year."
_SOLLI = "At the Solli clinic 21 of 140 patients relapsed within eighteen months."
_MIRA = "Mira Kosta played 148 games and has 412 points. She is one of the juniors of the club."
_RULE = "Juniors pay less up to 300 points. All others pay in full."
_FERREL = "The Ferrel dam holds 40 million cubic metres. It was raised in 2009."
_FULL = "When the reservoir was full in 2021, 31 million cubic metres were stored behind the Ferrel dam."


@pytest.mark.parametrize(
    ("true", "wrong", "sources"),
    [
        (
            "The orchard at Lund yielded 14 tonnes of pears.",
            "The orchard at Lund yielded 9 tonnes of pears.",
            (_LUND, _MORA),
        ),
        ("The orchard at Mora has 410 trees.", "The orchard at Mora has 620 trees.", (_LUND, _MORA)),
        ("At the Brekke clinic 38 patients relapsed.", "At the Brekke clinic 21 patients relapsed.", (_BREKKE, _SOLLI)),
        ("Together the orchards at Lund and Mora yielded 23 tonnes.", "", (_LUND, _MORA)),
        ("At 412 points Mira Kosta is past the 300 points up to which juniors pay less.", "", (_MIRA, _RULE)),
        ("In 2021, 31 million cubic metres were stored behind the Ferrel dam.", "", (_FERREL, _FULL)),
    ],
)
def test_what_one_source_counted_is_not_said_of_the_other(true: str, wrong: str, sources: tuple[str, ...]) -> None:
    assert said(true, *sources) == ""
    assert not wrong or "its source" in said(wrong, *sources)
