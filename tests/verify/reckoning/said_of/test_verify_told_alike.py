"""What a sentence tells of one thing and, with the verb left out, of another."""

from __future__ import annotations

import pytest
from verify_library import cite, claim, library, only

from moot.verify.subjects import Subjects
from moot.words import Outcome

_MEAT = "Beef rose by 5 %, lamb by 7 %."
_TOWERS = "The south tower is 43 metres high, the north tower 38."
_REPAIR = "Repair is estimated at 5 to 7 million euros and replacement at about 19 million."
_MEDALS = "Norway won 12 medals and Sweden nine."


def doubt(text: str, source: str) -> str:
    known = library(source)
    finding = only(Subjects().findings([claim(text, cite(known, source))], known))
    return finding.reason if finding.outcome is Outcome.FAILS else ""


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Lamb rose by 5 %.", _MEAT),
        ("The north tower is 43 metres high.", _TOWERS),
        ("Replacement is estimated at 5 to 7 million euros.", _REPAIR),
        ("Sweden won 12 medals.", _MEDALS),
    ],
)
def test_a_figure_is_not_that_of_the_thing_told_beside_it(text: str, source: str) -> None:
    assert "belongs to another" in doubt(text, source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Lamb rose by 7 %.", _MEAT),
        ("Beef rose by 5 %, two points less than lamb.", _MEAT),
        ("The north tower is 38 metres high.", _TOWERS),
        ("Repair is estimated at 5 to 7 million euros.", _REPAIR),
        ("Sweden won nine medals.", _MEDALS),
        ("A Nordic country won 12 medals.", _MEDALS),
    ],
)
def test_a_figure_of_its_own_thing_is_not_doubted(text: str, source: str) -> None:
    assert not doubt(text, source)


_LANDS = "Exports rose by 2 % in Italy and by 9 % in France."
_PLANTS = "In 2023, 40 Swedish and 12 Finnish plants closed."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("French exports went up by 9 %.", _LANDS),
        ("Polish orders were down 9 %.", "Orders were up 5 % in Hungary and down 9 % in Poland."),
        ("In Sweden 40 plants closed.", _PLANTS),
    ],
)
def test_what_is_of_a_country_is_its_own(text: str, source: str) -> None:
    assert doubt(text, source) == ""
