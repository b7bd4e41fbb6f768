"""In other languages than English a claim is proven only where it stands in its source word for word."""

from __future__ import annotations

import pytest
from verify_library import library

from moot.debate.standing import standings
from moot.verify import verify
from moot.verify.referee import Referee
from moot.words import Citation, Claim, ClaimKind, Draft, Finding, Outcome, Reference, Section, Standing

CUENCA = (
    "El consumo urbano bajó un 6 % en un año, hasta 38 hectómetros cúbicos. La Confederación rechazó la petición de "
    "los regantes de Sotalbo; el alcalde lo lamenta. La restricción sigue vigente hasta mayo, si no llueve antes. "
    "El alcalde calcula unas pérdidas de 3,8 millones de euros. El canal mide 12 kilómetros y cuesta 50 euros al mes."
)
PONTE = (
    "Il sindaco Carlo Bassi ha respinto la richiesta dei commercianti. L'ingegnere Marta Colli dirige i lavori, "
    "l'architetto Paolo Neri ha disegnato i parapetti. Il ponte è chiuso, secondo la provincia."
)
WERK = "Das Werk in Falkenau schließt im Mai und zieht um. Die Halle soll 2027 gebaut werden, sofern das Land zahlt."
ESCOLA = "A câmara de Aldeva serve 3.870 refeições por dia em 21 escolas. O contrato poderá ser prolongado por um ano."
MARKT = "De gemeente verhoogde het staangeld van 18 naar 21 euro per dag. Er komt misschien een avondmarkt in mei."
GAZDA = "A városi fogyasztás hat százalékkal csökkent tavaly Budapesten, jelentette az önkormányzat szerdán."


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("El consumo urbano bajó un 6 % en un año.", CUENCA),
        ("La Confederación rechazó la petición de regantes de Sotalbo.", CUENCA),
        ("L'ingegnere Marta Colli dirige i lavori.", PONTE),
        ("Das Werk in Falkenau schließt im Mai.", WERK),
        ("A câmara de Aldeva serve 3.870 refeições por dia em 21 escolas.", ESCOLA),
        ("De gemeente verhoogde het staangeld van 18 naar 21 euro per dag.", MARKT),
        (GAZDA, GAZDA),
    ],
)
def test_words_of_the_source_prove(claim: str, source: str) -> None:
    found = verify(claim, source)
    assert found.outcome is Outcome.HOLDS, found.reason


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("El consumo urbano subió un 6 % en un año.", CUENCA),
        ("La Confederación aceptó la petición de los regantes de Sotalbo.", CUENCA),
        ("La restricción sigue vigente hasta mayo.", CUENCA),
        ("Il sindaco Carlo Bassi ha accolto la richiesta dei commercianti.", PONTE),
        ("L'architetto Paolo Neri dirige i lavori.", PONTE),
        ("Il ponte è chiuso.", PONTE),
        ("Das Werk in Falkenau öffnet im Mai.", WERK),
        ("Die Halle soll 2027 gebaut werden.", WERK),
        ("A câmara de Aldeva recusa 3.870 refeições por dia em 21 escolas.", ESCOLA),
        ("Er komt een avondmarkt in mei.", MARKT),
        ("A városi fogyasztás hat százalékkal nőtt tavaly Budapesten, jelentette az önkormányzat szerdán.", GAZDA),
    ],
)
def test_likeness_of_words_does_not(claim: str, source: str) -> None:
    assert verify(claim, source).outcome is not Outcome.HOLDS


@pytest.mark.parametrize(
    ("claim", "source", "differs"),
    [
        ("El alcalde calcula unas pérdidas de 3,8 millones de dólares.", CUENCA, "3,8 millones de euros"),
        ("El canal mide 12 millas.", CUENCA, "12 kilómetros"),
        ("El canal cuesta 50 euros al día.", CUENCA, "by the day against by the month"),
        (
            "De gemeente verhoogde het staangeld van 18 naar 21 euro per maand.",
            MARKT,
            "by the month against by the day",
        ),
    ],
)
def test_a_unit_that_differs_contradicts(claim: str, source: str, differs: str) -> None:
    found = verify(claim, source)
    assert found.outcome is Outcome.FAILS and found.score == 0
    assert differs in found.reason


def test_it_stays_unchecked_until_a_judge_has_read_it() -> None:
    claim = Claim(
        id="c1",
        kind=ClaimKind.STATED,
        text="La Confederación desestimó la petición de los regantes de Sotalbo.",
        citations=(Citation(passage="S1.1", quote="La Confederación rechazó la petición de los regantes de Sotalbo"),),
        references=(Reference(mark="1", entry="Cuenca", source="S1"),),
    )
    draft = Draft(sections=(Section(title="Informe", claims=(claim,)),))
    found = Referee().findings([claim], library(CUENCA))
    judged = Finding(
        check="judge", version="m", claim="c1", outcome=Outcome.HOLDS, gate=False, reason="supported: it says so"
    )
    told = standings(draft, found, (), (), {})["c1"]
    assert told.standing is Standing.UNCHECKED
    assert told.reason == "wording is not checked in Spanish: to be read by a person"
    assert standings(draft, [*found, judged], (), (), {})["c1"].standing is Standing.PROVEN
    drafted = claim.model_copy(update={"references": ()})
    own = draft.model_copy(update={"sections": (Section(title="Informe", claims=(drafted,)),)})
    assert standings(own, Referee().findings([drafted], library(CUENCA)), (), (), {})["c1"].standing is Standing.PROVEN


def test_a_row_is_borne_out_cell_by_cell() -> None:
    table = (
        "Os alunos e as escolas da câmara, por distrito.\n\n"
        "| Distrito | Escolas | Alunos |\n|---|---|---|\n| Centro | 9 | 1.905 |\n| Serra | 7 | 1.120 |\n"
    )
    assert verify("Distrito Centro – Escolas: 9; Alunos: 1.905.", table).outcome is Outcome.HOLDS
    assert verify("Distrito Centro – Escolas: 7; Alunos: 1.905.", table).outcome is not Outcome.HOLDS


def test_the_small_words_of_a_language_are_no_verbs() -> None:
    source = (
        "En janvier 2023, le service d’hygiène de la commune a constaté une humidité importante et l’absence de "
        "ventilation dans la salle de bains."
    )
    claim = "Le service d’hygiène a relevé en janvier 2023 une forte humidité et une salle de bains sans ventilation."
    assert "exchanges" not in verify(claim, source).reason
