"""Signals that read language, of German claims: names among nouns, and word order that turns nothing round."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, said

from moot.verify.attribution import Attribution
from moot.verify.causes import Causes
from moot.verify.direction import Direction
from moot.verify.names import Names
from moot.verify.negation import Negation
from moot.verify.roles import Roles
from moot.verify.scope import Scope

HALL = (
    "Bauamt Orten, 3. April 2026. Das Dach der Kaltbachhalle muss bis 2028 erneuert werden, weil die Träger "
    "durchgerostet sind. Die Arbeiten kosten voraussichtlich 2,4 Millionen Euro, von denen das Land die Hälfte "
    "übernimmt. Der Gemeinderat hat dem Plan am 12. März zugestimmt. Während der Bauzeit trainieren die Vereine in der "
    "Schulturnhalle. Bürgermeisterin Anna Weiler lehnt einen Neubau ab. Ein Abriss wäre nach Ansicht des Amts teurer "
    "als die Sanierung. Die Lärmbelastung an der Lindenstraße sank von 31 auf 29 Punkte."
)


@pytest.mark.parametrize(
    "text",
    [
        "Die Sportler trainieren in der Schulturnhalle.",
        "Neue Balken bekommt das Dach bis 2028.",
        "Laut Stadtverwaltung lehnt Bürgermeisterin Anna Weiler einen Neubau ab.",
        "Frau Weiler ist gegen die Zahl der Neubauten.",
        "Das Land zahlt bis Ende Oktober die Hälfte von 2,4 Millionen Euro Baukosten.",
    ],
)
def test_a_german_noun_behind_its_article_is_no_name(text: str) -> None:
    assert said(Names(), text, HALL) == ""


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Bürgermeisterin Berta Kranz lehnt einen Neubau ab.", "Bürgermeisterin Berta Kranz"),
        ("Ein Abriss wäre nach Ansicht von Jörg Brandt teurer als die Sanierung.", "Jörg Brandt"),
        ("Die Gemeinde Sorl muss das Dach bis 2028 erneuern.", "Gemeinde Sorl"),
    ],
)
def test_who_stands_among_german_nouns_is_a_name(text: str, missing: str) -> None:
    assert f"“{missing}” is not named" in said(Names(), text, HALL)


@pytest.mark.parametrize(
    "text",
    [
        "Einen Neubau lehnt Bürgermeisterin Anna Weiler ab.",
        "Von 31 auf 29 Punkte sank an der Lindenstraße die Lärmbelastung.",
        "Die Vereine trainieren während der Bauzeit in der Schulturnhalle, dem Plan hat der Gemeinderat zugestimmt.",
    ],
)
def test_in_a_language_that_is_not_read_the_order_of_words_turns_nothing_round(text: str) -> None:
    known = library(HALL)
    asked = [claim(text, cite(known, HALL))]
    for check in (Direction(), Roles(), Causes(), Scope(), Attribution()):
        assert check.findings(asked, known) == []
    assert len(Negation().findings(asked, known)) == 1
