"""A claim in one language, its evidence in another: figures are found in any notation, wording is left unchecked."""

from __future__ import annotations

import pytest
from verify_library import library

from moot.debate.standing import standings
from moot.text import figures
from moot.verify.comparing.foreign import stands
from moot.verify.referee import Referee
from moot.verify.references import References
from moot.verify.topic import Topic
from moot.words import Citation, Claim, ClaimKind, Draft, Finding, Outcome, Reference, Section, Standing

MINUTES = (
    "Acta de la asamblea de la cooperativa, Valdeseca, 17 de febrero de 2024.\n\n"
    "La aportación de entrada pasa de 300 a 450 euros y el cambio vale desde el 1 de marzo de 2024. "
    "El horno cuesta 18.600 euros y se paga en tres años. De los excedentes, el 10 % se da a la escuela del barrio."
)
TABLE = (
    "| Producto | Precio | Piezas por semana | Despacho principal |\n|---|---|---|---|\n"
    "| Empanada | 4,50 | 265 | Plaza |\n| Magdalena | 0,60 | 1.720 | Estación |\n"
)


def findings(text: str, quote: str, source: str = MINUTES) -> dict[str, Finding]:
    claim = Claim(id="c1", kind=ClaimKind.STATED, text=text, citations=(Citation(passage="S1.1", quote=quote),))
    return {each.check: each for each in Referee().findings([claim], library(source))}


def standing(text: str, quote: str) -> Standing:
    claim = Claim(id="c1", kind=ClaimKind.STATED, text=text, citations=(Citation(passage="S1.1", quote=quote),))
    draft = Draft(sections=(Section(title="Answer", claims=(claim,)),))
    return standings(draft, Referee().findings([claim], library(MINUTES)), (), (), {})["c1"].standing


FEE = "La aportación de entrada pasa de 300 a 450 euros y el cambio vale desde el 1 de marzo de 2024."
OVEN = "El horno cuesta 18.600 euros y se paga en tres años."


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The entry fee goes from 300 to 450 euros on 1 March 2024.", FEE),
        ("The oven costs 18,600 euros, which is a lot.", OVEN),
        ("Of the surplus, 10 % is given to the school of the quarter.", "el 10 % se da a la escuela del barrio"),
    ],
)
def test_figures_and_dates_are_found_and_the_wording_stays_unchecked(text: str, quote: str) -> None:
    found = findings(text, quote)
    assert found["figures"].outcome is Outcome.HOLDS, found["figures"].reason
    assert found["entailment"].outcome is Outcome.UNCHECKED and "Spanish" in found["entailment"].reason
    assert standing(text, quote) is Standing.UNCHECKED


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The entry fee goes from 300 to 550 euros on 1 March 2024.", FEE),
        ("The entry fee goes from 300 to 450 euros on 1 May 2024.", FEE),
        ("The oven costs 16,800 euros, which is a lot.", OVEN),
    ],
)
def test_a_wrong_figure_or_date_still_fails(text: str, quote: str) -> None:
    assert findings(text, quote)["figures"].outcome is Outcome.FAILS


def test_a_number_that_may_stand_there_in_words_is_not_refuted() -> None:
    found = findings("The oven is to be paid for in three years.", OVEN)["figures"]
    assert found.outcome is Outcome.UNCHECKED and "in words" in found.reason


def test_a_foreign_table_tells_its_language_by_its_vocabulary() -> None:
    found = findings("The table gives 265 pieces a week for the empanada.", "| Empanada | 4,50 | 265 | Plaza |", TABLE)
    assert found["figures"].outcome is Outcome.HOLDS
    assert found["entailment"].outcome is Outcome.UNCHECKED


@pytest.mark.parametrize(
    ("said", "text", "found"),
    [
        ("1,720", "1.720 piezas", True),
        ("1,720", "1 720 pièces", True),
        ("4.5", "4,50 euros", True),
        ("45", "4,50 euros", False),
        ("720", "1.720 piezas", False),
        ("300", "300,5", False),
    ],
)
def test_numbers_are_read_in_any_notation(said: str, text: str, found: bool) -> None:
    (figure,) = figures.find(said)
    assert stands(figure, text) is found


def test_a_sentence_of_a_foreign_report_is_neither_off_its_subject_nor_unfounded() -> None:
    known = library("# Valley water review\n\nThe dam at Tarrow stores water for the farmers of the valley. " * 8)
    cited = Reference(mark="[1]", entry="it", source="S1")
    texts = (
        "El horno de la cooperativa se paga en tres años y los socios lo saben.",
        "El nivel subió mucho.",
    )
    asked = [
        Claim(id=f"c{n}", kind=ClaimKind.STATED, text=text, references=(cited,)) for n, text in enumerate(texts, 1)
    ]
    for check in (References(), Topic()):
        assert {each.outcome for each in check.findings(asked, known)} == {Outcome.UNCHECKED}
    english = Claim(
        id="c3", kind=ClaimKind.STATED, text="The oven was bought by the bakers of it.", references=(cited,)
    )
    assert References().findings([english], known)[0].outcome is Outcome.FAILS
