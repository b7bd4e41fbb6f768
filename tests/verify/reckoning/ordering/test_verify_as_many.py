"""How many times one thing is another, by the figures of a sentence; who is louder or faster, by those of a row."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.direction import Direction

RIDERS = "Line A carried 12,000 riders in March, line B 6,000."
PUMPS = "The old pump moves 40 litres a minute and the new one 60."
ILL = "Among the vaccinated 2 per cent fell ill, among the unvaccinated 6 per cent."
BOOKS = "Girls borrowed 620 books and boys 305."
FANS = (
    "| Fan | Noise (dB) | Price (EUR) |\n|---|---|---|\n| Brisa | 38 | 44 |\n| Norte | 45 | 39 |\n| Sur | 41 | 52 |\n"
)
STOPS = "The bus takes 20 minutes, the tram 40."
NIGHT = "By day line A ran 40 trains, line B 38. At night line A ran 8, line B 4."
BOATS = "| Boat | Top speed (knots) | Crew |\n|---|---|---|\n| Alk | 14 | 3 |\n| Tern | 19 | 2 |\n"


@pytest.mark.parametrize(
    ("text", "evidence", "words"),
    [
        ("Line B carried twice as many riders as line A.", RIDERS, "6,000 against 12,000"),
        ("Line A carried half as many riders again as line B.", RIDERS, "12,000 against 6,000"),
        ("The new pump moves twice as much as the old one.", PUMPS, "60 against 40"),
        ("The vaccinated were three times as likely to fall ill as the unvaccinated.", ILL, "2 per cent against 6"),
        ("Boys borrowed twice as many books as girls.", BOOKS, "305 against 620"),
        ("The Sur is louder than the Norte.", FANS, "Sur has 41, Norte 45"),
        ("The Sur is the quietest.", FANS, "Brisa has 38"),
        ("The Alk is faster than the Tern.", BOATS, "Alk has 14, Tern 19"),
        ("The tram takes four times as long as the bus.", STOPS, "40 against 20 minutes"),
        ("The bus takes twice as long as the tram.", STOPS, "20 minutes against 40"),
        ("The Alk is twice as fast as the Tern.", "The Alk does 14 km/h, the Tern does 19.", "14 km/h against 19"),
        (
            "At night line B ran twice as many trains as line A.",
            "At night line A ran 8 trains, line B 4.",
            "4 against 8",
        ),
    ],
)
def test_another_multiple_or_the_other_of_two_is_seen(text: str, evidence: str, words: str) -> None:
    assert words in said(Direction(), text, evidence)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Line A carried twice as many riders as line B.", RIDERS),
        ("The new pump moves half as much again as the old one.", PUMPS),
        ("The unvaccinated were three times as likely to fall ill as the vaccinated.", ILL),
        ("Girls borrowed about twice as many books as boys.", BOOKS),
        ("Boys borrowed half as many books as girls.", BOOKS),
        ("The Norte is louder than the Brisa.", FANS),
        ("The Brisa is the quietest of the three fans.", FANS),
        ("The Tern is faster than the Alk.", BOATS),
        ("Boys did not borrow twice as many books as girls.", BOOKS),
        ("The tram takes twice as long as the bus.", STOPS),
        ("The bus is twice as fast as the tram.", STOPS),
        ("The bus runs twice as often as the tram.", "The bus runs every 20 minutes, the tram every 40."),
        ("The oak beam is twice as heavy as the pine beam.", "The pine beam weighs 20 kg, the oak beam 40."),
        ("The north trail is twice as long as the south trail.", "The south trail is 20 km long, the north trail 40."),
        ("The port moved twice as many boxes as the yard.", "The port moved 1.2 million boxes, the yard 600,000."),
        ("The port moved twice as many boxes as the yard.", "The yard moved 1.2 million boxes, the port 2.4."),
        ("Line A ran twice as many trains at night as line B.", NIGHT),
        ("Line A ran twice as many trains at night as line B.", NIGHT.partition(" At")[0]),
        ("The yard moved 0 times as many boxes as the port.", "The port moved 40 boxes, the yard 20."),
    ],
)
def test_what_the_figures_bear_out_is_left_alone(text: str, evidence: str) -> None:
    assert said(Direction(), text, evidence) == ""
