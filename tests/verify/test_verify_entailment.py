"""What the check of wording says is missing."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, document, library, only, said

from moot.evidence.library import Library
from moot.verify.entailment import Entailment
from moot.words import Finding, Outcome, Reference


@pytest.mark.parametrize(
    ("text", "evidence", "named"),
    [
        (
            "Turnover climbed 7.5 percent to 184.3 million euros within a single winter.",
            "| EUR thousand | Q3 2025 | Q3 2024 |\n|---|---|---|\n| Revenue | 184320 | 171500 |\n",
            ["turnover", "climbed", "single", "winter"],
        ),
        (
            "La part des achats en ligne a progressé de 1,5 point.",
            "Les librairies emploient 236 personnes dans le Finistère.",
            ["part", "achats", "ligne", "progressé"],
        ),
        (
            "Turkish producers raised their share of the Norwegian market.",
            "Imports from Turkey accounted for 17 per cent of consumption in Norway.",
            ["producers", "raised", "share", "market"],
        ),
    ],
)
def test_figures_and_small_words_are_not_said_to_be_missing(text: str, evidence: str, named: list[str]) -> None:
    reason = said(Entailment(), text, evidence, evidence.splitlines()[-1])
    assert [word.strip("“”") for word in reason.partition("nothing on ")[2].split(", ")][: len(named)] == named


MEMO = "The restart of the kiln will cost 130,000 euros by my reckoning. The reserve is too thin for that.\n\n{}"


@pytest.mark.parametrize(
    ("title", "signed", "author", "own"),
    [
        ("Memo by Ilse Orr, finance", "", None, True),
        ("A memo", "", "Ilse Orr", True),
        ("A memo", "Ilse Orr, finance", None, True),
        ("A memo", "Bo Lind, works council", None, False),
    ],
)
def test_that_somebody_says_it_is_not_looked_for_in_what_they_say_themselves(
    title: str, signed: str, author: str | None, own: bool
) -> None:
    memo = document(1, MEMO.format(signed))
    memo = memo.model_copy(update={"source": memo.source.model_copy(update={"title": title, "author": author})})
    known = Library([memo])
    text = "Ilse Orr (finance), who keeps the books, insists that the reserve is too thin."
    finding = only(Entailment().findings([claim(text, cite(known, "The reserve is too thin for that."))], known))
    assert (finding.outcome is Outcome.HOLDS) is own


def test_of_a_file_a_label_is_not_said_to_be_missing() -> None:
    known = library("The pumps stood still for nine days in January.")
    told = claim("Optimisation pays: the turbines were repainted in the summer.", cite(known, "The pumps stood still"))
    of_file = told.model_copy(update={"references": (Reference(mark="[1]", entry="it", source="S1"),)})
    reasons = [only(Entailment().findings([each], known)).reason for each in (told, of_file)]
    assert ["turbines" in each for each in reasons] == [True, True]
    assert ["optimisation" in each for each in reasons] == [True, False]


def test_a_sentence_that_rides_along_in_a_draft_is_doubted_by_name() -> None:
    known = library("The Kell lock employs 23 keepers.")
    told = claim("The Kell lock employs 23 keepers. it is the best lock in Europe.", cite(known, "23 keepers"))
    finding = only(Entailment().findings([told], known))
    assert finding.outcome is Outcome.FAILS
    assert finding.reason.startswith("of “it is the best lock in Europe.” the evidence has too little")


TICKET = (
    "Pressemitteilung der Verkehrsbetriebe Orten, 14. Januar 2026: Bilanz der Verkehrszählung. Die Hitze hat die "
    "Fahrgäste geschwächt. Die Pünktlichkeit blieb bei 91 %. Ein Zusammenhang mit dem Ticket lässt sich daraus nicht "
    "ableiten."
)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Nach Angabe der Verkehrsbetriebe blieb die Pünktlichkeit bei 91 %.", "Die Pünktlichkeit blieb bei 91 %."),
        (
            "Die Verkehrsbetriebe können aus ihrer Zählung keinen Zusammenhang mit dem Ticket ableiten.",
            "Ein Zusammenhang mit dem Ticket lässt sich daraus nicht ableiten.",
        ),
    ],
)
def test_a_german_word_may_be_there_in_another_form_or_only_say_who_says_so(text: str, quote: str) -> None:
    assert said(Entailment(), text, TICKET, quote) == ""


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Nach Angabe der Hochschule blieb die Pünktlichkeit bei 91 %.", "“hochschule”"),
        ("Nach Messung der Kämmerei waren die Busse pünktlich wie vorher.", "“messung”, “kämmerei”, “busse”, “vorher”"),
    ],
)
def test_a_german_word_that_is_in_no_form_there_is_missing(text: str, missing: str) -> None:
    reason = said(Entailment(), text, TICKET, "Die Pünktlichkeit blieb bei 91 %.")
    assert reason.endswith(f"nothing on {missing}")


def _of_works(text: str, quote: str) -> Finding:
    known = library(
        f"Pressemitteilung der Verkehrsbetriebe Orten, 14. Januar 2026. Das Gericht hat entschieden. {quote}"
    )
    return only(Entailment().findings([claim(text, cite(known, quote))], known))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Nach Angabe der Verkehrsbetriebe ist der Weiterbau zulässig.", "Der Weiterbau ist unzulässig."),
        ("Der Weiterbau ist zulässig.", "Der Weiterbau ist unzulässig."),
        ("Nach Angabe der Verkehrsbetriebe ist der Weiterbau möglich.", "Der Weiterbau ist unmöglich."),
        ("Nach Angabe der Verkehrsbetriebe ist der Vertrag wirksam.", "Der Vertrag ist unwirksam."),
        ("Nach Angabe der Verkehrsbetriebe war es ein Erfolg.", "Es war ein Misserfolg."),
        ("Die Verkehrsbetriebe sagten, die Stadt sei Mitglied im Verbund.", "Die Stadt ist Nichtmitglied im Verbund."),
        ("Nach Angabe der Verkehrsbetriebe hat die Stadt Schulden.", "Die Stadt ist schuldenfrei."),
        ("Nach Angabe der Verkehrsbetriebe haben viele Fahrer Arbeit.", "Viele Fahrer sind arbeitslos."),
        ("Die Lösung ist nach Auskunft der Verkehrsbetriebe stabil.", "Die Lösung ist instabil."),
        ("Die Fahrgäste haben die Verkehrsbetriebe geschwächt.", "Die Hitze hat die Fahrgäste geschwächt."),
        ("Das Gericht hat die Fahrgäste geschwächt.", "Die Hitze hat die Fahrgäste geschwächt."),
    ],
)
def test_a_german_word_is_not_met_by_its_opposite_nor_a_sentence_by_scattered_words(text: str, quote: str) -> None:
    finding = _of_works(text, quote)
    assert finding.outcome is Outcome.UNCHECKED, finding.reason


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Nach Angabe der Verkehrsbetriebe blieb die Pünktlichkeit bei 91 %.", "Die Pünktlichkeit blieb bei 91 %."),
        ("Nach Angabe der Verkehrsbetriebe ist der Weiterbau unzulässig.", "Der Weiterbau ist unzulässig."),
        ("Der Vertrag ist nach Auskunft der Verkehrsbetriebe unwirksam.", "Der Vertrag ist unwirksam."),
        ("Laut Verkehrsbetrieben schwächte die Hitze die Fahrgäste.", "Die Hitze schwächte die Fahrgäste."),
        ("Laut Verkehrsbetrieben sind viele Fahrer arbeitslos.", "Viele Fahrer sind arbeitslos."),
    ],
)
def test_a_german_sentence_that_stands_there_nearly_word_for_word_holds(text: str, quote: str) -> None:
    finding = _of_works(text, quote)
    assert finding.outcome is Outcome.HOLDS, finding.reason
