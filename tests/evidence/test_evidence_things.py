"""Which documents are about different things of one kind, by their titles and heads."""

from __future__ import annotations

import pytest

from moot.evidence.things import Things

BARE = "It weighs 4 kilograms and costs 90 euros."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Nordal P200 circulation pump", BARE), ("Ferrol Eco 25 circulation pump", BARE)),
        (("Nordal P200 circulation pump", BARE), ("Nordal P300 circulation pump", BARE)),
        (("Ferrol Eco 25 pump manual", BARE), ("Ferrol Eco 30 pump", BARE)),
        (("Nordal P200 – data sheet", "The P200 is a pump for houses."), ("Eco 25", "The Eco 25 is a pump for flats.")),
        (("Hillside School", "The school has 412 pupils."), ("St Anne's School", "The school has 268 pupils.")),
        (("Elm Road School", BARE), ("Oak Road School prospectus 2026", BARE)),
        (("Dogger Bank Wind Farm", BARE), ("Hornsea Wind Farm", BARE)),
        (("Vestverft AS, Florø", "28 November 2025\n\nOffer 2025-311"), ("Offer", "Hollis & Marr\n\nOffer: a ferry")),
        (("Quay House", "Brochure, May 2026"), ("Old Mill", "# Offer: the Old Mill\n\nWe offer you 590 metres.")),
        (("Datenblatt Pumpe Nord", "Sie wiegt 4 kg."), ("Datenblatt Pumpe Süd", "Sie wiegt 5 kg.")),
        (
            ("Umwälzpumpe Nordal – Datenblatt", "Sie wiegt 4 kg."),
            ("Umwälzpumpe Ferrol – Datenblatt", "Sie wiegt 5 kg."),
        ),
        (("Prospekt Kita Sonnenblume", "Die Kita hat 40 Plätze."), ("Prospekt Kita Regenbogen", "Sie hat 60 Plätze.")),
        (("Fiche technique Pompe Nord", "Elle pèse 4 kg."), ("Fiche technique Pompe Sud", "Elle pèse 5 kg.")),
        (("Data sheet Pump North", BARE), ("Data sheet Pump South", BARE)),
        (("Angebot: Fähre", "Angebot\n\nMöller & Söhne, Flensburg"), ("Brandt Werft GmbH", "Angebot 17-3")),
    ],
)
def test_they_are_about_two_things(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert Things({"S1": one, "S2": other}).apart("S1", "S2")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Nordal P200 circulation pump", BARE), ("Nordal P200 – data sheet", "The P200 is a pump for houses.")),
        (("Sund bridge", BARE), ("Sund bridge: what it costs", BARE)),
        (("Sund Bridge Cost Report", BARE), ("Bridge Inspection Findings", BARE)),
        (("Outdoor Pool", BARE), ("Swimming Pool", BARE)),
        (("Sandvik ferry", "The Terna needs nine minutes."), ("Terna ferry", BARE)),
        (("Council Delays Bridge", BARE), ("Residents Fear Bridge", BARE)),
        (("Minutes of the Sund Council", BARE), ("Norden Gazette", BARE)),
        (("Ministry of Transport: the new bridge", BARE), ("Norden Agency: the new bridge", BARE)),
        (("Vestverft submits bid", "The ferry costs 171."), ("Council rejects offer", "The ferry costs 165.")),
        (("Revised budget", BARE), ("Original budget", BARE)),
        (
            ("Betriebskosten Turnhalle", "Die Halle kostet im Jahr 90 Euro, und das ist mehr als im Vorjahr."),
            ("Versicherung Turnhalle", "Die Halle ist mit 40 Euro versichert, und das ist nicht viel."),
        ),
        (("Datenblatt Pumpe Nord", BARE), ("Datenblatt Pumpe Nord Ersatzteile", BARE)),
        (("Datenblatt Pumpe Nord 2024", BARE), ("Datenblatt Pumpe Nord 2025", BARE)),
        (("Datenblatt Pumpe Deutsch", BARE), ("Datenblatt Pumpe Englisch", BARE)),
        (("Datenblatt Pumpe Alt", BARE), ("Datenblatt Pumpe Neu", BARE)),
        (("Prospekt Kita Entwurf", BARE), ("Prospekt Kita Endfassung", BARE)),
        (("Angebot Heizung Januar", BARE), ("Angebot Heizung März", BARE)),
        (("Datenblatt Pumpe Nord", "Anders als Süd wiegt sie 4 kg."), ("Datenblatt Pumpe Süd", "Sie wiegt 5 kg.")),
        (("notes", BARE), ("", BARE)),
    ],
)
def test_they_may_be_about_one_thing(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not Things({"S1": one, "S2": other}).apart("S1", "S2")
