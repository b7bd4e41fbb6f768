"""A claim in one language, its evidence in another: figures are found in any notation, wording is left unchecked."""

from __future__ import annotations

import pytest
from verify_library import library, said

from moot.debate.standing import standings
from moot.text import figures
from moot.text.tongue import ENGLISH
from moot.verify import verify
from moot.verify.comparing import foreign
from moot.verify.comparing.foreign import stands, unlike
from moot.verify.names import Names
from moot.verify.negation import Negation
from moot.verify.referee import Referee
from moot.verify.references import References
from moot.verify.topic import Topic
from moot.words import Citation, Claim, ClaimKind, Draft, Finding, Outcome, Reference, Section, Standing

NAMED_ROWS = "| Model | Leakage (%) |\n|---|---|\n| Aerovent X3 | 2.1 |\n| Nordvik 300 | 1.1 |\n| Kolda Mini | 1.4 |\n"

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

CAMPO = (
    "O programa serve 3.870 alunos em 21 escolas, informou a prefeitura nesta quarta-feira.\n\n"
    "| Distrito | Escolas | Alunos |\n|---|---|---|\n| Centro | 9 | 1.905 |\n| Serra | 7 | 1.120 |\n"
)
ENGLISH_DRAFT = "The kitchens of the town use 18 ovens for the breakfast that is served in its schools."


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Distrito Centro – Escolas: 9; Alunos: 1.905.", None),
        ("Distrito Serra – Alunos: 1.120.", None),
        ("The district of Centro has 9 schools and 1,905 pupils.", "Portuguese"),
        ("Centro has 9 schools.", "Portuguese"),
    ],
)
def test_a_claim_of_its_sources_own_words_is_in_its_language(text: str, other: str | None) -> None:
    citation = Citation(passage="S1.1", quote="| Centro | 9 | 1.905 |")
    assert foreign.apart(text, library(CAMPO).look_up(citation), ENGLISH_DRAFT) == other


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


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Der Rat hat die Erhöhung beschlossen.", "Der Rat hat die Erhöhung nicht beschlossen."),
        ("Der Rat hat die Erhöhung nicht beschlossen.", "Der Rat hat die Erhöhung beschlossen."),
        ("Der Rat hat die Erhöhung beschlossen.", "Nach langer Debatte hat der Rat die Erhöhung nicht beschlossen."),
        ("Der Verein hat kein Geld für das neue Haus.", "Der Verein hat Geld für das neue Haus."),
        ("Le conseil a approuvé la hausse des tarifs.", "Le conseil n'a pas approuvé la hausse des tarifs."),
        ("Aucun élève n'a réussi l'examen de la ville.", "Les élèves ont réussi l'examen de la ville."),
        ("El consejo aprobó la subida de las tarifas.", "El consejo no aprobó la subida de las tarifas."),
        (
            "Il consiglio ha approvato l'aumento delle tariffe.",
            "Il consiglio non ha approvato l'aumento delle tariffe.",
        ),
        ("De raad heeft de verhoging goedgekeurd.", "De raad heeft de verhoging nooit goedgekeurd."),
    ],
)
def test_a_denial_in_another_language_is_seen_on_one_side_only(text: str, evidence: str) -> None:
    assert "denies" in said(Negation(), text, evidence)
    assert said(Negation(), text, text) == said(Negation(), evidence, evidence) == ""
    assert verify(text, [evidence]).outcome is Outcome.FAILS


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Der Rat hat die Erhöhung beschlossen.", "Der Rat hat die Erhöhung nicht nur beschlossen, sondern begrüßt."),
        (
            "Der Rat hat am Dienstag die Erhöhung beschlossen.",
            "Der Rat hat die Erhöhung nicht am Montag, sondern am Dienstag beschlossen.",
        ),
        ("Der Rat hat keine Erhöhung beschlossen.", "Der Rat hat die Erhöhung nicht beschlossen."),
        ("Le pont n'est jamais ouvert aux camions.", "Le pont n'est pas ouvert aux camions."),
        ("Ningún barco llegó a la isla en mayo.", "No llegó ningún barco a la isla en mayo."),
        (
            "De brug is open voor het verkeer.",
            "De brug was niet open voor het verkeer. Nu is de brug open voor het verkeer.",
        ),
    ],
)
def test_what_both_deny_or_deny_of_something_else_passes(text: str, evidence: str) -> None:
    assert said(Negation(), text, evidence) == ""


def test_a_name_in_another_language_than_its_source_is_not_missed() -> None:
    spring = (
        "The outflow of the spring was 412,000 litres in 2024. It was measured by the harbour master of the town with "
        "a gauge that the council had bought for it in 2019, and the coldest day of that year was at −3.5 °C. The tank "
        "of the ferry is filled from the spring, and what is left flows to the mill and from there into the sea."
    )
    german = "Der Ausfluss betrug 412.000 Liter im Jahr 2024."
    assert said(Names(), german, spring) == ""
    compared = findings(german, "The outflow of the spring", spring)
    assert {compared[check].outcome for check in ("names", "roles", "entailment")} == {Outcome.UNCHECKED}
    assert {compared[check].reason for check in ("names", "roles")} == {compared["entailment"].reason}
    wrong = findings("Der Ausfluss betrug 413.000 Liter im Jahr 2024.", "The outflow of the spring", spring)
    assert wrong["figures"].outcome is Outcome.FAILS
    assert "Norvik" in said(Names(), "In 2024 the outflow at Norvik was 412,000 litres.", spring)
    assert said(Names(), "On the coldest day it was minus 3.5 degrees Celsius there.", spring) == ""


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (
            "La part des ventes en ligne a progressé de 1,5 point.",
            "Les ventes en ligne représentent 7,4 % du chiffre d'affaires ; elles en représentaient 5,9 % un an avant.",
        ),
        (
            "Leur chiffre d'affaires a reculé de 2,5 % en un an.",
            "Le chiffre d'affaires des librairies est de 96,3 millions d'euros, en baisse de 2,5 % sur un an.",
        ),
        ("The Nordvik 300 leaked least of the units.", NAMED_ROWS),
    ],
)
def test_one_language_is_compared_as_one(text: str, evidence: str) -> None:
    assert foreign.unlike(text, evidence) is None


def test_a_table_is_in_the_language_of_its_head() -> None:
    german = NAMED_ROWS.replace("Model", "Gerät").replace("Leakage", "Undichtigkeit")
    assert foreign.language(NAMED_ROWS) is None
    assert foreign.unlike("The Nordvik 300 leaked least of the units.", german) == foreign.UNTOLD
    assert foreign.language(NAMED_ROWS.replace("Model", "").replace("Leakage", "")) is None


def test_another_language_is_told_as_ever() -> None:
    assert foreign.unlike("The share of online sales rose.", "Les ventes en ligne sont de 7,4 % du total.") == "French"
    assert foreign.unlike("Die Brücke wurde 1894 gebaut.", "De brug werd in 1894 gebouwd en is 120 m lang.") == "Dutch"


COUNCIL = (
    "Der Stadtrat von Lindenau hat den Haushalt am 11. Dezember 2025 mit 28 gegen 17 Stimmen bei drei Enthaltungen "
    "beschlossen. Die Gewerbesteuer wird nicht erhöht, und der Hebesatz bleibt bei 430 Prozent. Die Genehmigung durch "
    "das Regierungspräsidium steht noch aus. Die Opposition kritisierte, dass für die Sanierung des Bads kein Geld "
    "eingeplant ist. Im Herbst wird vielleicht ein Nachtragshaushalt nötig, wie die Kämmerin Sabine Ottweiler sagte."
)


def test_a_german_noun_is_no_name_for_its_capital() -> None:
    assert said(Names(), "Der Stadtrat stimmte im Dezember mit deutlicher Mehrheit zu.", COUNCIL) == ""
    assert "Karla Brandt" in said(Names(), "Wie die Kämmerin Karla Brandt sagte, ist das nötig.", COUNCIL)


MILL = "The mill ground 3,120 tonnes of rye in 2025. It employs 14 people. The water wheel was replaced in May."


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("A malom 3120 tonna rozst őrölt 2025-ben. Itt most 14 ember dolgozik egész évben.", ENGLISH),
        ("Kinu kilisaga tani 3120 za shayiri mwaka 2025. Kina wafanyakazi 14 wanaolipwa vizuri.", ENGLISH),
        ("Moara a măcinat 3120 tone de secară în 2025. Are 14 angajați plătiți bine.", ENGLISH),
        ("Veski jahvatas 2025. aastal 3120 tonni rukist. Seal töötab 14 inimest.", ENGLISH),
        ("Charles de Gaulle met Konrad Adenauer. Both liked Schnitzel Holstein, Sauerbraten, Knödel, Riesling.", None),
        ("Dactylorhiza, Ophrys and Orchis flower; Cypripedium fades.", None),
        ("ELISA and qPCR assays of IL-6, cytokines, chemokines, phospholipids, glycoproteins.", None),
    ],
)
def test_a_report_in_an_unlisted_language_is_told_from_english_with_rare_words(text: str, other: str | None) -> None:
    assert [unlike(each, MILL, text) for each in text.split(". ")] == [other] * len(text.split(". "))


def test_what_ends_an_english_word_is_no_word_of_another_language() -> None:
    found = verify("Mary's exports rose by 9 %.", ["Mary tells us that exports rose by 9 %."])
    assert "compared within one language" not in found.reason
