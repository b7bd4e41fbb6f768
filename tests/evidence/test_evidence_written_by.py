"""Who wrote a file that somebody keeps, told in a line below its title."""

from __future__ import annotations

import pytest

from moot.evidence.media import markdown

TEXT = "The hall of 1971 has been closed since the summer, and its plans are lost."


def author(line: str) -> str | None:
    return markdown.MEDIUM.read(f"# Report on the hall\n\n{line}\n\n{TEXT}\n".encode()).author


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Owen Tull, orchard manager, 11 November 2025", "Owen Tull"),
        ("By Imogen Vance", "Imogen Vance"),
        ("*Written by Tom Reed and Ana Sousa | 3 May 2026*", "Tom Reed; Ana Sousa"),
        ("Verfasser: Dipl.-Ing. Antje Harms", "Antje Harms"),
        ("Prepared by: Antje Harms, 3 March 2026", "Antje Harms"),
        ("Von Jens Bratke, 3. Dezember 2025", "Jens Bratke"),
        ("Par Claire Dubois, le 3 mars 2026", "Claire Dubois"),
        ("Memo\n\nTo: the board\nFrom: L. Okafor\nRe: hall", "L. Okafor"),
    ],
)
def test_the_writer_of_a_file(line: str, names: str) -> None:
    assert author(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By 2030 the council wants to close the hall.",
        "By Grand Canal Street, the firm has built a new hall for the town.",
        "Von Bad Hersfeld nach Kassel",
        "By the harbour office, 3 March 2026",
        "Text: The hall is old",
        "From: Aske Harbour",
        "Par Avion",
    ],
)
def test_lines_that_name_no_writer(line: str) -> None:
    assert author(line) is None
