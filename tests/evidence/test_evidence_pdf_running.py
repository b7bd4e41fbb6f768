"""What runs along the edges of pages is no text of them; a form that comes back on every page is."""

from __future__ import annotations

import pytest
from evidence_pdfs import Line, pdf, typed

from moot.evidence.media import pdf as medium
from moot.evidence.media.pdf import running
from moot.evidence.media.pdf.line import Piece

PROSE = "\n".join(f"The {each} of the harbour was looked at in spring" for each in ("quay", "mole", "crane", "dock"))


def text_of(*pages: list[Line]) -> str:
    return medium.read(pdf(pages)).text


def framed(number: int, head: str = "", foot: str = "") -> list[Line]:
    lines = typed(PROSE.replace("spring", f"spring {'abcdefgh'[number]}"), top=700)
    lines += [(60, 760, 9, head)] if head else []
    return [*lines, *([(60, 40, 9, foot)] if foot else [])]


FORMS = {
    "cards": ("Meter number: {a}\n\nRead on 3 May: {b} kWh\n\nAmount due: {c} euros", 12),
    "one sentence a page": ("Sheet {n}: the heat meter no. {n} in Torma\nread {b} kilowatt hours.", 8),
    "slides": ("# Region {letter}\n\n- Units sold in 2025: {b}\n\n- Staff: {c}\n\n- Shops: {n}", 4),
    "rules": ("Rule {n}\n\nA boat may carry {c} persons.\n\nFine: {b} euros", 6),
    "a title with a number": ("Building {n}\n\nHeat: {b} MWh\n\nStaff: {c}\n\nOpen on {a} days", 6),
    "a large title with a number": ("# Building {n}\n\n\nHeat: {b} MWh\n\nStaff: {c}", 6),
    "certificates": ("Certificate of the ferry school\n\n{letter} has {b} points\n\nFee paid: {c} euros", 8),
    "two letters": ("Torma, {c} May 2026\n\nDear {letter},\n\nyour bill is {b} euros.\n\nPay within {a} days.", 2),
}


@pytest.mark.parametrize("form", FORMS)
def test_figures_of_a_form_on_every_page_stay(form: str) -> None:
    """Also where the form fills the page, so that its first and last rows stand in the margins."""
    words, count = FORMS[form]
    filled = [
        words.format(n=n + 1, a=4400 + 7 * n, b=120 + 37 * n, c=11 + 3 * n, letter="ABCDEFGHIJKL"[n])
        for n in range(count)
    ]
    for top, step in ((740.0, 1.0), (760.0, 700 / (13.75 * words.count("\n")))):
        pages = [[(x, top - (740 - y) * step, size, said) for x, y, size, said in typed(each)] for each in filled]
        text = " ".join(text_of(*pages).split())
        for each in filled:
            for line in filter(None, each.replace("# ", "").replace("- ", "").split("\n")):
                assert line in text


def test_what_is_the_same_on_every_page_but_ends_where_the_text_ends_stays_on_each() -> None:
    pages = [typed(f"Dear {name},\n\n{PROSE}\n\nNot known: the cost of a roof.") for name in ("Aho", "Berg", "Sundt")]
    assert text_of(*pages).count("Not known: the cost of a roof.") == 3


def test_a_head_with_a_number_that_counts_the_pages_is_no_text() -> None:
    text = text_of(*(framed(n, head=f"Port of Vellhavn {n + 7}", foot=f"Account · {n + 7} / 40") for n in range(5)))
    assert "Vellhavn" not in text and "Account" not in text and text.count("quay") == 5


def test_heads_of_chapters_and_of_facing_pages_are_no_text() -> None:
    heads = ["", "A. Lind", "Quays", "A. Lind", "Quays", "A. Lind", "Cranes", "A. Lind"]
    text = text_of(*(framed(n, head=head) for n, head in enumerate(heads)))
    assert "Lind" not in text and "Quays" not in text


def test_a_head_that_says_something_is_told_once_outside_the_sentences() -> None:
    text = text_of(*(framed(n, foot=f"All fees rise by 12 % in May. Page {n + 1}") for n in range(4)))
    assert "All fees rise by 12 % in May. Page 1\n\n" in text.split("\f")[0] and text.count("fees") == 1


def test_a_number_at_an_edge_of_its_own_is_that_of_the_page_however_close_the_text_is() -> None:
    words = "\n\n".join(f"The {each} of Torma was rebuilt by masons." for each in ("mill", "lock", "weir", "kiln"))
    pages = [
        [(72.0, 767.5, 11.0, "Mills: a history"), (500.0, 767.5, 11.0, str(n)), *typed(words)] for n in range(4, 8)
    ]
    assert "history" not in text_of(*pages)


def test_rows_on_a_few_of_many_pages_are_no_head() -> None:
    feet = ["Open on Sundays" if n in (0, 5) else "" for n in range(8)]
    assert text_of(*(framed(n, foot=foot) for n, foot in enumerate(feet))).count("Open on Sundays") == 2


def test_letters_that_only_look_like_roman_figures_count_no_pages() -> None:
    """Without regard to case a dotted capital of Turkish is an i."""
    row = [Piece("\u0130l", 60, 755, 90, 765, 0, 0, 0, 0, False)]
    pages = [[row, [Piece("Torma", 60, 700, 90, 710, 1, 1, 1, 1, False)]] for _ in range(3)]
    assert running.parted(pages, [(0.0, 792.0)] * 3, 10.0).kept
