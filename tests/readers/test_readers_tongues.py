"""Questions in other languages than English: what asks is nothing that sources could mention."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readers_kit import drafted

from moot.evidence.library import Library
from moot.readers import questions
from moot.readers.reader import Reader

ITALIAN = "Il restauro della fontana di Orma costerà 112 000 euro. I lavori iniziano a maggio."
ASKED = [
    ("Combien coûte la rénovation de la fontaine ?", "La rénovation de la fontaine coûtera 112 000 euros."),
    ("¿Cuánto cuesta la renovación de la fuente?", "La renovación de la fuente costará 112 000 euros."),
    ("Hoeveel kost de renovatie van de fontein?", "De renovatie van de fontein kost 112 000 euro."),
    ("Wie viel kostet die Sanierung des Brunnens?", "Die Sanierung des Brunnens kostet 112 000 Euro."),
    ("Quanto custa a renovação da fonte?", "A renovação da fonte custará 112 000 euros."),
    ("Quanto custa a fonte?", "A fonte custará 112 000 euros, como diz o município na sua proposta."),
    ("Ile kosztuje remont fontanny?", "Remont fontanny w Ormie będzie kosztować 112 000 złotych."),
    ("Quanto costa il restauro della fontana, e quando iniziano i lavori?", ITALIAN),
]


@pytest.mark.parametrize(("question", "text"), ASKED)
def test_it_is_answered_and_nothing_is_missed(
    library_of: Callable[..., Library], reader_of: Callable[..., Reader], question: str, text: str
) -> None:
    _, draft = drafted(reader_of("lexical", library_of(("Fontana", None, text))), question)
    assert "112 000" in next(draft.claims()).text
    assert not draft.gaps


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Pourquoi la fontaine est-elle fermée ?", "French"),
        ("Wie betaalt de renovatie van de fontein?", "Dutch"),
        ("Wie hoch sind die Kosten?", "German"),
        ("In welchem Jahr wurde die Brücke gebaut?", "German"),
        ("Gdzie jest fontanna?", "Polish"),
        ("Quanto custa a renovação da fonte?", "Portuguese"),
        ("Comment on the plan for the pool.", "English"),
        ("What does Quanto cost?", "English"),
        ("What did the come-back of Wie cost?", "English"),
        ("Pool prices", "English"),
    ],
)
def test_its_language_is_told_by_what_asks(question: str, language: str) -> None:
    assert questions.language(question) == language


def test_two_questions_in_one_are_two() -> None:
    told = questions.parts("Quand commencent les travaux et combien coûtent-ils ?")
    assert [part.text for part in told] == ["Quand commencent les travaux", "combien coûtent-ils"]
    assert len(questions.parts("Que coûte le pont, qui date de 1904, à la ville ?")) == 1
