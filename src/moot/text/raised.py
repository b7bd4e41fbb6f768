"""Raised digits and letters, as notes, powers and ordinals have them."""

from __future__ import annotations

from moot.text.lazy import lazy_re

DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = str.maketrans("0123456789", DIGITS)
LOWERED = str.maketrans(DIGITS, "0123456789")
"""Both for `str.translate`."""
LETTERS = r"[a-h](?:,\s?[a-h]){0,3}"
"""Of one mark of a note, or several. Later ones are powers and abbreviations: sinⁿ, Montʳ."""
STATES = "prsuz"
"""How sure a figure of a table is, in the letters of statistics offices: preliminary, revised, …; none is a power."""
_LETTERS = lazy_re(LETTERS)
_COUNTED = lazy_re(r"\(?(?:\d+|[IVXLCDM]+)")


def is_note(word: str, letters: str) -> bool:
    """Whether raised letters behind a word mark notes, and are no powers, as in xⁿ and 2ˣ, or ordinals: 2ᵉ, XIXᵉ."""
    if not _LETTERS.fullmatch(letters) or not word or (len(word) == 1 and word.isalpha()):
        return False
    return not _COUNTED.fullmatch(word) or letters in "bcdfgh"


def is_state(word: str, letter: str) -> bool:
    """Whether a raised letter behind a figure of a table tells how sure it is: 2025ᵖ, 4,118ʳ."""
    return letter in tuple(STATES) and word[-1:].isdecimal()
