"""Small numbers in words: one told as two, and two told as one."""

from __future__ import annotations

import pytest
from verify_library import audited, library

from moot.words import Outcome

COAST = library("""# Accidents on the coast, 2031

A diver drowned off Cape Tern on 3 May. One fisherman, a crew member of the Alma, lost a hand in a winch. Two lorries
fell into the harbour in June; a crane was damaged.

In the north, one bridge collapsed. In the south, another bridge collapsed. The council bought one lifeboat. A sailor
died in the storm, and a second sailor died in hospital.
""")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Two divers drowned off Cape Tern.", "Two divers against one"),
        ("Three fishermen lost a hand in a winch.", "Three fishermen against one"),
        ("One lorry fell into the harbour in June.", "one lorry against Two lorries"),
        ("The council bought two lifeboats.", "two lifeboats against one"),
    ],
)
def test_one_is_not_two(text: str, said: str) -> None:
    found = audited(text, COAST)
    assert found.outcome is Outcome.FAILS
    assert said in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "One diver drowned off Cape Tern.",
        "One fisherman lost a hand in a winch.",
        "Two lorries fell into the harbour in June.",
        "Two bridges collapsed.",
        "Two sailors died.",
        "Two men had accidents: a diver drowned and a fisherman lost a hand.",
        "Two cranes stand at the harbour.",
    ],
)
def test_what_is_so_or_told_of_others_is_left_alone(text: str) -> None:
    found = audited(text, COAST)
    assert "against one" not in found.reason and found.outcome is Outcome.HOLDS, found.reason
