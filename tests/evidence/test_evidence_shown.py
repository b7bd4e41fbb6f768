"""A picture of the place of a quote: its size, and which dots are marked."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from evidence_pdfs import Line, pdf

from moot.evidence.shown import picture

Dots = list[list[tuple[int, ...]]]


def dots(png: bytes | None) -> Dots:
    """Rows of (red, green, blue)."""
    assert png is not None and png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    at = png.index(b"IDAT")
    (length,) = struct.unpack(">I", png[at - 4 : at])
    raw = zlib.decompress(png[at + 4 : at + 4 + length])
    rows = [raw[row * (3 * width + 1) + 1 : (row + 1) * (3 * width + 1)] for row in range(height)]
    return [[tuple(row[3 * n : 3 * n + 3]) for n in range(width)] for row in rows]


def marked(picture: Dots) -> tuple[set[int], set[int]]:
    """Rows and columns with yellow dots."""
    places = [(y, x) for y, row in enumerate(picture) for x, (red, _, blue) in enumerate(row) if red > blue + 60]
    return {y for y, _ in places}, {x for _, x in places}


def lines(words: list[str], x: float = 72, top: float = 700) -> list[Line]:
    return [(x, top - 14 * n, 10, text) for n, text in enumerate(words)]


WORDS = [
    "The harbour office counted many arri-",
    "vals in that year, which is six per cent",
    "fewer than in the year before.",
]


def test_a_quote_over_lines_is_marked_where_it_stands() -> None:
    raw = pdf([[*lines(WORDS), *lines(["Another line far below."], top=100)]])
    shown = dots(picture(raw, 1, "counted many arrivals in that year"))
    rows, columns = marked(shown)
    assert len(shown) < 350 and len(shown[0]) == 1224  # a strip, as wide as the page
    assert min(columns) < 160 and max(columns) > 400
    assert 40 < max(rows) - min(rows) < 70
    assert picture(raw, 1, "counted many arrivals in that year") == picture(
        raw, 1, "counted many arrivals in that year"
    )


def test_a_quote_in_two_columns_is_marked_in_both() -> None:
    raw = pdf([[*lines(WORDS[:2]), *lines(["Another thing stands between them."], top=300), *lines(WORDS[2:], x=350)]])
    rows, columns = marked(dots(picture(raw, 1, "which is six per cent fewer than in the year before.")))
    assert any(x < 500 for x in columns) and any(x > 700 for x in columns) and rows


def test_a_quote_that_goes_on_overleaf_shows_both_pages() -> None:
    raw = pdf([lines(WORDS[:2], top=100), lines(WORDS[2:], top=700)])
    both = dots(picture(raw, 1, "which is six per cent\ffewer than in the year before."))
    one = dots(picture(raw, 1, "which is six per cent"))
    grey = [y for y, row in enumerate(both) if row[0] == (150, 150, 150)]
    assert len(both) > len(one) and grey
    rows, _ = marked(both)
    assert min(rows) < grey[0] < max(rows)


def test_rows_of_a_table_and_other_forms_of_signs_are_found() -> None:
    raw = pdf([[(72.0, 700.0, 10.0, "Pipe"), (200.0, 700.0, 10.0, "3,164.50"), (300.0, 700.0, 10.0, "offices")]])
    rows, columns = marked(dots(picture(raw, 1, "| PIPE | 3,164.50 | oﬃces |")))
    assert rows and min(columns) < 160 and max(columns) > 620


def test_letters_of_formulas_are_found() -> None:
    raw = (Path(__file__).parents[2] / "benchmarks" / "corpora" / "files" / "formulas.pdf").read_bytes()
    rows, columns = marked(dots(picture(raw, 1, "Where 𝑥 = 𝑦 + 𝑧₀ holds. 😀 Sheet glass that is cooled too quickly")))
    assert rows and max(columns) - min(columns) > 300


def test_a_page_without_text_is_shown_whole_and_unmarked() -> None:
    shown = dots(picture(pdf([None]), 1, "counted many"))
    assert (len(shown), len(shown[0])) == (1584, 1224) and marked(shown) == (set(), set())


def test_there_is_no_picture_where_there_is_no_place() -> None:
    raw = pdf([lines(WORDS)])
    assert picture(raw, 1, "words that are not on it") is None
    assert picture(raw, 2, "counted many") is None and picture(raw, 0, "counted many") is None
    assert picture(b"%PDF-1.7 junk", 1, "counted many") is None
    assert picture(raw, 1, "…") is None
