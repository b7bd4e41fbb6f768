"""Words that run from right to left, as a page draws them, in the order in which they are read."""

from __future__ import annotations

import pytest
from evidence_pdfs import pdf, typed

from moot.evidence.media.pdf import reading as medium

NAMES = b"<< /Differences [65 /afii57664 /afii57665 /afii57666 /afii57667 /afii57668] >>"
"""Capitals are drawn as Hebrew letters."""
LEFTWARD = (".EDC BA EDC BA", ".AB CDE AAB CC", ".ABC DE AB EDC")
ENGLISH = ("The port is old.", "It has two quays.", "Nobody counts them.")


def read(line: str, around: tuple[str, ...]) -> str:
    """The text of a page; a line is as it is seen, from left to right."""
    raw = pdf([typed("\n".join((line, *around)))]).replace(b"/WinAnsiEncoding", NAMES)
    return medium.read(raw).text


def hebrew(said: str) -> str:
    return "".join(chr(0x5D0 + ord(char) - 65) if char in "ABCDE" else char for char in said)


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ("DC BA", "AB CD"),
        (".(AA) 1,240 DC BA", "AB CD 1,240 (AA)."),
        ("2024 ,7% DC-BA", "AB-CD 7%, 2024"),
        ("12:30-BA DC", "CD AB-12:30"),
        ("DC port of lund, north BA", "AB port of lund, north CD"),
        ("DC .size 11 pt BA", "AB size 11 pt. CD"),
        ("DC [3] BA", "AB [3] CD"),
    ],
)
def test_a_line_that_runs_from_right_to_left(seen: str, said: str) -> None:
    assert read(seen, LEFTWARD).startswith(hebrew(said))


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ("The port of DC BA had 14 ships.", "The port of AB CD had 14 ships."),
        ("The port (DC BA) had 14 ships.", "The port (AB CD) had 14 ships."),
        ("In DC 12 BA no ship came.", "In AB 12 CD no ship came."),
        (".2024 DC BA EDC BA", "AB CDE AB CD 2024."),
    ],
)
def test_words_from_right_to_left_within_another_text(seen: str, said: str) -> None:
    assert hebrew(said) in read(seen, ENGLISH)
    assert ENGLISH[1] in read(seen, ENGLISH)
