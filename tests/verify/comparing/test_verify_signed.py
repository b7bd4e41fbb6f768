"""Words of a letter that a claim gives to somebody other than who signed it."""

from __future__ import annotations

import pytest
from verify_library import said

from moot.verify.roles import Roles

LETTER = (
    "To Ms Orr, finance\n\nDear Ms Orr,\n\nI have looked at the kiln. The kiln at Sorl mill should be rebuilt by May. "
    "You asked for two offers; both are enclosed.\n\nYours sincerely,\nKarl Venn (production)\n"
)
KILN = "The kiln at Sorl mill should be rebuilt by May."


def test_the_word_of_who_signed_a_letter_is_not_that_of_who_gets_it() -> None:
    told = said(Roles(), "Ms Orr says the kiln at Sorl mill should be rebuilt by May.", LETTER, KILN)
    assert "Karl Venn" in told and "Ms Orr" in told


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Mr Venn says the kiln at Sorl mill should be rebuilt by May.", LETTER),
        ("The kiln at Sorl mill should be rebuilt by May.", LETTER),
        ("Ms Orr asked for two offers.", LETTER),
        (f"Ms Orr says: {KILN}", LETTER.replace("The kiln", "She says: the kiln")),
        ("Sorl Mills says the kiln should be rebuilt by May.", LETTER),
        (f"Ms Orr says: {KILN}", LETTER.split("Yours")[0]),
    ],
    ids=["the author", "nobody's word", "no word", "hers in the letter", "a company", "unsigned"],
)
def test_nothing_is_said_of_what_may_be_the_word_of_whom_the_claim_names(text: str, letter: str) -> None:
    assert "signed" not in said(Roles(), text, letter, next(each for each in letter.split("\n") if "kiln" in each))
