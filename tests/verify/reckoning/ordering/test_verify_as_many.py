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
    ],
)
def test_what_the_figures_bear_out_is_left_alone(text: str, evidence: str) -> None:
    assert said(Direction(), text, evidence) == ""
