"""Figures told by another number or measure of things, in an elided unit, or in a unit with two meanings."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

FALLS = "Patients seen early fell less often than the others (3.9 against 6.1 falls per 1,000 bed days)."
PRICES = "The price of crab was 4.10 marks a kilogram, that of cod 3.35, that of langoustine 9.80."
GERMS = "It was grown from the tower (48,000 colony-forming units per litre) and the showers (600)."
CHAIN = "The chain was worn to 19 mm; the minimum is 24 mm."
WINGS = "| Wing | Hours out of cell, weekday |\n|---|---|\n| C (working wing) | 8.5 |\n| D (newcomers) | 2.0 |"
WATER = "| Year | 2022 | 2023 |\n|---|---|---|\n| Water withdrawn (million gallons per day) | 3.9 | 4.0 |"

BITES = "Last year three hospitals treated 612 people for bites: Kemang 341, Port Liwa 187 and Sungai Dua 84."
BIRTHS = "In 2023, 29,600 children were born alive and 44,100 people died."
CLIENTS = (
    "| | 2022 | 2023 |\n|---|---|---|\n| Employer clients at year-end | 18,450 | 20,910 |\n| Revenue | 301 | 368 |"
)

ROAD = "The road is 12 km long, 3,000 m of it in tunnels, and has 5 bridges."


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("There were 0.39 falls per hundred bed days among those seen early, and 0.61 among the rest.", FALLS),
        ("The laboratory found some 48 colony-forming units in every millilitre of the tower's water.", GERMS),
        ("Every thousand kilos of langoustine fetched 9,800 marks on average.", PRICES),
        ("A tonne of crab was sold for 4,100 marks.", PRICES),
        ("The chain was down to 1.9 centimetres, when it should never have been thinner than 2.4.", CHAIN),
        ("Men on the working wing spend 510 minutes outside their cells, against 120 for newcomers.", WINGS),
        ("Output dropped from 310,000 to 45,000 kilos a day.", "It was 45 tonnes a day, as against 310 in January."),
        ("Annually, the mean pension added up to something over 27,000 thalers.", "It was 2,260 thalers a month."),
        ("In 2023 the site took in about 15 million liters of water a day.", WATER),
        ("The satellite weighs a bit over 240 pounds.", "The satellite has a mass of 110 kilograms."),
        ("The clock is taller than 230 centimetres.", "The clock is 2.35 m tall."),
        ("A visit meant 150 minutes of waiting.", "In August people waited two hours and a half."),
        ("Kemang dealt with some 56 per cent of the bites that the hospitals treated.", BITES),
        ("Of the members who voted, about 71 per cent were in favour.", "They approved it by 1,212 votes to 487."),
        ("For every hundred babies born alive, some 149 people died.", BIRTHS),
        ("It ended the year with 2,460 more employers.", CLIENTS),
        ("The area was drawing about 23 cubic metres an hour.", "At the start the flow into the area was 6.4 l/s."),
        ("They earned roughly 34 pence on each litre.", "They were paid 34.2 pence a litre, after 31.6 pence before."),
        ("There were 6 deaths per hundred thousand people.", "There were 60 deaths per million people."),
        ("The repair cost 5 million and a quarter of the staff left.", "A quarter left; the repair cost 5 million."),
        ("He got 2 years and a quarter of the money.", "He got 2 years in prison and a quarter of the money."),
        ("Sales fell from 900,000 to 0.8 million euros.", "Sales were 0.8 million euros, after 900,000 euros."),
        ("The shaft is no deeper than 470 metres.", "The shaft is 468 metres deep."),
        ("It took ſeven hours and a half.", "It took ſeven hours and a half."),
        ("Members got 310 euros a tonne for second-class fruit.", "Second-class fruit brought 31 cents a kilogram."),
        ("The dearest lot made 41.20 dollars a kilogram.", "The dearest lot sold at 4,120 cents a kilogram clean."),
        ("They spend another 110 minutes on a lorry.", "A lorry takes an hour and fifty minutes."),
        ("A unit of gas came to 12.4 pence.", "A unit of gas came to £0.124."),
        ("The under-19s ride for nothing.", "Whoever is under 19 rides for nothing."),
    ],
)
def test_what_is_told_by_another_measure_holds(text: str, evidence: str) -> None:
    assert audited(text, library(evidence)).outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("There were 3.9 falls per hundred bed days among those seen early.", FALLS),
        ("There were 0.039 falls per hundred bed days among those seen early.", FALLS),
        ("A tonne of crab was sold for 410 marks.", PRICES),
        (
            "Each of the powders is dissolved in a hundred millilitres.",
            "Each of the powders is dissolved in one litre.",
        ),
        ("Men on the working wing spend 510 minutes outside their cells, against 180 for newcomers.", WINGS),
        ("The satellite weighs a bit over 250 pounds.", "The satellite has a mass of 110 kilograms."),
        ("Kemang dealt with some 65 per cent of the bites that the hospitals treated.", BITES),
        ("For every hundred babies born alive, some 194 people died.", BIRTHS),
        ("The area was drawing about 32 cubic metres an hour.", "At the start the flow into the area was 6.4 l/s."),
        ("The clock is taller than 240 centimetres.", "The clock is 2.35 m tall."),
        ("There were 6 deaths per hundred thousand people.", "There were 60 deaths per thousand people."),
        ("There were 3 falls per 100 days.", "There were 5 falls per 0 days."),
        ("For every hundred thousand babies born alive, some 149 people died.", BIRTHS),
        ("For every hundred babies born alive, 149 people died; the town has 67 schools.", BIRTHS),
        ("The car covered 120 kilometres.", "The car was driven at 120 kilometres an hour."),
        ("Each loaf held 5 micrograms of acrylamide.", "The loaves held 5 mg/kg of acrylamide."),
        ("The filter is changed every 1,000 cycles.", "The filter is changed every 10,000 cycles."),
        ("The pump is serviced every thousand hours.", "The pump is serviced every 250 hours."),
        ("A year later the plant had 84 workers.", "A month later the plant had 7 workers."),
        ("The annual report lists 120 complaints.", "The monthly bulletin lists 10 complaints."),
        ("The tank holds 86,400 litres and was empty a day later.", "The pump fills the tank with 1 litre a second."),
        ("The parcel weighs 50 kilograms.", "The parcel cost £110."),
        ("The tower is no taller than 30 metres.", "The tower is 34 metres tall."),
        ("Members got 130 euros a tonne for second-class fruit.", "Second-class fruit brought 31 cents a kilogram."),
        ("The dearest lot made 4.12 dollars a kilogram.", "The dearest lot sold at 4,120 cents a kilogram clean."),
        ("Second-class fruit costs 0.31 euros a tonne.", "Second-class fruit costs 31 cents a kilogram."),
        ("It costs 50 yen.", "It costs 5,000 cents."),
        (
            "The pump moves 900 litres an hour and two hours later stops.",
            "It moves 300 litres an hour and stops later.",
        ),
        ("The mine lost 2 million euros before 5 million euros of aid.", "The mine lost 3 million euros."),
        ("Turnout was 5 % higher than 40 %.", "Turnout was 45 %."),
        ("A unit of gas came to 12.4 cents.", "A unit of gas came to £0.124."),
        ("The tallest pipe measures twenty centimetres short of five metres.", "The tallest pipe is 4.9 m high."),
        (
            "The tender asks for three tonnes more than thirty tonnes.",
            "The tender asks for 32 tonnes of ice.",
        ),
        ("The road is 12 km long and the number of its bridges is 3.", ROAD),
        ("The airline has 1,057 planes in all.", "The airline flies Boeing 737 and Airbus 320 planes."),
    ],
)
def test_a_wrong_one_fails(text: str, evidence: str) -> None:
    assert audited(text, library(evidence)).outcome is Outcome.FAILS
