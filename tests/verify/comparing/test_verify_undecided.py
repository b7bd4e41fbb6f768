"""What a German or French source says to be open is not told as settled."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.claim import verify
from moot.verify.hedges import Conditions
from moot.words import Outcome

UNION = "Le syndicat n'a pas encore décidé s'il demandera une hausse des salaires."


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Le syndicat demandera une hausse des salaires.", UNION),
        ("La ville construira un stade.", "La ville n'a pas encore décidé si elle construira un stade."),
        ("Le conseil se réunira en mai.", "On ignore si le conseil se réunira en mai."),
        ("Das Werk wird 2025 geschlossen.", "Ob das Werk 2025 geschlossen wird, ist noch nicht entschieden."),
        ("Die Stadt baut ein neues Stadion.", "Es ist unklar, ob die Stadt ein neues Stadion baut."),
        ("Der Verein kauft das Grundstück.", "Der Vorstand prüft, ob der Verein das Grundstück kauft."),
        ("Der Verein kauft das Grundstück.", "Der Vorstand überprüft, ob der Verein das Grundstück kauft."),
        ("Le conseil vendra le terrain.", "La ville réexamine si le conseil vendra le terrain."),
        ("Il consiglio venderà il terreno.", "La giunta rivaluta se il consiglio venderà il terreno."),
        ("Der Rat stimmt der Fusion zu.", "Ob der Rat der Fusion zustimmt, ist offen."),
        ("El ayuntamiento cerrará la escuela.", "La junta reestudia si el ayuntamiento cerrará la escuela."),
        (
            "De gemeente sluit in het najaar de oude school van het dorp.",
            "De raad heroverweegt of de gemeente in het najaar de oude school van het dorp sluit, omdat het duur is.",
        ),
        ("El ayuntamiento cerrará la escuela.", "Todavía no se sabe si el ayuntamiento cerrará la escuela."),
    ],
)
def test_what_is_open_and_told_as_settled_is_seen(text: str, evidence: str) -> None:
    assert "leaves it open" in said(Conditions(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Le syndicat n'a pas encore décidé s'il demandera une hausse.", UNION),
        ("Le conseil se réunira en mai.", "Le conseil se réunira en mai. On ignore si le maire viendra."),
        ("Le maire a signé l'accord.", "Le maire a signé l'accord, même si le conseil n'a pas encore voté."),
        ("Das Werk wird 2025 geschlossen.", "Das Werk wird 2025 geschlossen. Ob das Lager bleibt, ist offen."),
        ("Es ist offen, ob das Werk geschlossen wird.", "Ob das Werk geschlossen wird, ist noch nicht entschieden."),
        ("Die Brücke wird saniert.", "Die Brücke wird saniert, obwohl der Preis noch nicht feststeht."),
        ("Der Vorstand berät den Kauf.", "Der Vorstand prüft, ob der Verein das Grundstück kauft."),
        ("The union will ask for more pay.", "The union will ask for more pay; si omnes consentiunt, ignoramus."),
    ],
)
def test_what_is_settled_or_told_as_open_passes(text: str, evidence: str) -> None:
    assert "leaves it open" not in said(Conditions(), text, evidence)


def test_it_does_not_pass_for_its_wording() -> None:
    assert verify("Le syndicat demandera une hausse des salaires.", [UNION]).outcome is Outcome.FAILS
