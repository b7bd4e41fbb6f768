"""The order of reading of a PDF: columns, tables, notes, heads, raised and turned and hidden words."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType, SimpleNamespace

import pytest
from evidence_pdfs import Line, pdf, typed

from moot.evidence.media import pdf as medium
from moot.evidence.media.pdf import ocr

LEFT = (
    "The harbour office counted many",
    "arrivals in that year, which is six",
    "per cent fewer than before. Most of",
    "the change came from small coasters",
    "and from one line that moved away.",
)
RIGHT = (
    "The authority had offered a rebate",
    "on berth fees, but the offer came",
    "after the contract was signed, and",
    "so the port lost a weekly service",
    "and thousands of tonnes of cargo.",
)


def column(lines: tuple[str, ...], x: float, top: float = 700) -> list[Line]:
    return [(x, top - 13 * n, 10, text) for n, text in enumerate(lines)]


def text_of(*pages: list[Line], extra: str = "") -> str:
    return medium.read(pdf(pages, extra=extra)).text


@pytest.mark.parametrize("alternating", [False, True])
def test_columns_are_read_one_after_the_other(alternating: bool) -> None:
    left, right = column(LEFT, 60), column(RIGHT, 320)
    lines = [line for pair in zip(left, right, strict=True) for line in pair] if alternating else [*left, *right]
    text = text_of([(60, 740, 18, "Ships and where they went"), *lines])
    assert text == f"# Ships and where they went\n\n{' '.join(LEFT)}\n\n{' '.join(RIGHT)}"


def test_a_sentence_goes_on_in_the_next_column_and_overleaf() -> None:
    pages = [[*column(LEFT[:-1], 60), *column((LEFT[-1], *RIGHT[:-1]), 320)], column((RIGHT[-1],), 60)]
    assert text_of(*pages) == f"{' '.join(LEFT)} {' '.join(RIGHT[:-1])}\f{RIGHT[-1]}"


def test_a_head_above_two_columns_makes_no_table_of_them() -> None:
    head: list[Line] = [(60, 760, 8, "A. Lind"), (320, 760, 8, "Ships and where they went")]
    columns = [*column(LEFT * 2, 60), *column(RIGHT * 2, 320)]
    text = text_of([*head, *columns])
    assert text == f"A. Lind\n\n{' '.join(LEFT * 2)}\n\nShips and where they went\n\n{' '.join(RIGHT * 2)}"


def test_a_title_centred_over_the_middle_of_three_columns_comes_first() -> None:
    typst = pytest.importorskip("typst")
    told = (
        '#set page(paper: "a4", columns: 3, header: [Orme Gazette #h(1fr) Spring 2025])\n#set text(size: 8.5pt)\n'
        '#place(top + center, scope: "parent", float: true)[= The tannery of Orme]\n'
        "The tannery employed 214 people. #lorem(400)\n== Cleaning up\n#lorem(200)"
    )
    text = medium.read(typst.compile(told.encode())).text
    assert text.index("The tannery of Orme") < text.index("The tannery employed") < text.index("Cleaning up")


def test_what_spans_the_columns_parts_them_into_bands() -> None:
    rows = [(60.0 + 120 * n, 600 - 16 * m, 10.0, cell) for m, row in enumerate(TABLE) for n, cell in enumerate(row)]
    text = text_of([*column(LEFT, 60), *column(RIGHT, 320), *rows, *column(RIGHT, 60, 480), *column(LEFT, 320, 480)])
    left, right = " ".join(LEFT), " ".join(RIGHT)
    table = (
        "| Line | Length | Stops | Riders |\n|---|---|---|---|\n| One | 14.2 | 31 | 21.7 |\n| Two | 9.8 | 22 | 17.0 |"
    )
    assert text == f"{left}\n\n{right}\n\n{table}\n\n{right}\n\n{left}"


TABLE = (("Line", "Length", "Stops", "Riders"), ("One", "14.2", "31", "21.7"), ("Two", "9.8", "22", "17.0"))


def test_cells_of_two_lines_are_one_cell() -> None:
    cells = [
        (60, 700, "Measure"), (250, 700, "Before"), (330, 700, "After"),
        (60, 676, "Homework help in the"), (250, 676, "63"), (330, 676, "81"), (60, 664, "afternoon for all"),
        (60, 640, "Letters to parents"), (250, 640, "0"), (330, 640, "5,400"),
    ]  # fmt: skip
    text = text_of([(float(x), float(y), 10.0, words) for x, y, words in cells])
    assert "| Homework help in the afternoon for all | 63 | 81 |\n| Letters to parents | 0 | 5,400 |" in text


def test_stretched_lines_are_no_rows_of_a_table() -> None:
    words = [("Many", "boat", "came"), ("then", "they", "went"), ("back", "home", "late")]
    lines = [(60.0 + 50 * m, 700.0 - 13 * n, 10.0, word) for n, row in enumerate(words) for m, word in enumerate(row)]
    assert text_of(lines) == "Many boat came then they went back home late"


def test_a_word_cut_at_the_end_of_a_column_line_is_put_together() -> None:
    left = ("The harbour office counted arri-", *LEFT[1:])
    pairs = zip(column(left, 60), column(RIGHT, 320), strict=True)
    assert text_of([line for pair in pairs for line in pair]).startswith("The harbour office counted arriarrivals in")


def test_a_line_that_begins_with_bold_words_is_no_heading() -> None:
    bold = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
    ends = ["(Limits.) Tj /F1 11 Tf ( The dwellings were chosen by) Tj", "(Who took part) Tj"]
    drawn = "".join(f"BT /F2 11 Tf 72 {700 - 60 * n} Td {each} ET\n" for n, each in enumerate(ends))
    lines: list[Line] = [(72, 687, 11, "their owners, who volunteered for it."), (72, 620, 11, "Nobody of the town.")]
    file = pdf([lines], extra=drawn, more=[bold]).replace(b"/F1 3 0 R", b"/F1 3 0 R /F2 6 0 R")
    said = medium.read(file).text.strip().split("\n\n")
    assert said == [
        "Limits. The dwellings were chosen by their owners, who volunteered for it.",
        "## Who took part",
        "Nobody of the town.",
    ]


def test_a_note_at_the_foot_stands_outside_the_sentence() -> None:
    first = [*column(("We followed many colonies through three", "winters in the uplands, and those that"), 60)]
    note: list[Line] = [(60, 80, 7, "1 The uplands lie high.")]
    text = text_of([*first, *note], column(("were fed in autumn lived more often.",), 60))
    assert text == (
        "1 The uplands lie high.\n\nWe followed many colonies through three winters in the uplands, and those that"
        "\fwere fed in autumn lived more often."
    )


def test_notes_below_two_columns_are_read_note_by_note() -> None:
    """Their numbers are set smaller; one goes on in a second line, an address at the edge of the page."""
    address = ("https://harbour.example/data/berths?from=2012&to=2022&ste", "p=daily&station=north")
    notes: list[Line] = []
    for y, (number, words) in zip(
        (120, 100, 90, 70), (("1", "Harbour office, Arrivals."), ("2", address[0]), ("", address[1]), ("3", "Ibid.")),
        strict=True,
    ):  # fmt: skip
        notes += [(60, y + 2, 5.5, number), (65, y, 7, words)] if number else [(60, y, 7, words)]
    text = text_of([*column(LEFT, 60), *column(RIGHT, 320), *notes])
    told = f"1 Harbour office, Arrivals.\n\n2 {''.join(address)}\n\n3 Ibid."
    assert text == f"{' '.join(LEFT)}\n\n{' '.join(RIGHT)}\n\n{told}"


def test_what_is_no_part_of_an_address_is_not_drawn_to_it() -> None:
    edge = "of all at https://harbour.example/fleet"
    text = text_of(
        column(("The list of the harbour office tells", edge, "50% of the boats and/or of the", "others are old."), 60)
    )
    assert "harbour.example/fleet 50% of" in text


def test_raised_digits_are_no_part_of_a_figure() -> None:
    lines: list[Line] = [
        (60, 700, 12, "In 2023"), (104.6, 705, 7, "1"), (112, 700, 12, "it was 10"), (160.7, 705, 7, "6"),
        (60, 680, 12, "of CO"), (93.3, 677, 7, "2"), (101, 680, 12, "and H"),
        (133.7, 679, 7, "2"), (144, 680, 12, "seen."),
    ]  # fmt: skip
    text = text_of(lines)
    assert "In 2023¹ it was 10⁶" in text and "of CO2 and H2 seen." in text


def test_raised_digits_that_a_font_has_of_its_own_are_no_part_of_a_figure() -> None:
    typst = pytest.importorskip("typst")
    text = "Of 1,240#super[1] cars 71#super[2] burned 10#super[6] joules, the CO2 of 2024 on 4 m#super[2]."
    read = medium.read(typst.compile(text.encode()))
    assert read.text == "Of 1,240¹ cars 71² burned 10⁶ joules, the CO2 of 2024 on 4 m²."


def test_raised_letters_are_no_part_of_a_word() -> None:
    lines: list[Line] = [
        (60, 700, 12, "The median"), (119, 705, 7, "a"), (127, 700, 12, "was 6.3"), (167, 705, 7, "b"),
        (60, 680, 12, "on the 5"), (103.4, 685, 7, "th"), (114, 680, 12, "of May."),
    ]  # fmt: skip
    text = text_of(lines)
    assert "The median[a] was 6.3[b]" in text and "on the 5th of May." in text


def test_raised_letters_that_a_font_has_of_its_own_are_no_part_of_a_word() -> None:
    typst = pytest.importorskip("typst")
    text = (
        "The median#super[a] was 12.4#super[b]. It rose#super[a,b] in the XIX#super[e] siècle, on the 5#super[th], "
        "x#super[n].\n#table(columns: 2, [District#super[a]], [Mean], [Larkmere#super[c]], [6.3#super[b]])"
    )
    read = medium.read(typst.compile(text.encode()))
    assert "The median[a] was 12.4[b]. It rose[a,b] in the XIXe siècle, on the 5th, xn." in read.text
    assert "| District[a] | Mean |" in read.text and "| Larkmere[c] | 6.3[b] |" in read.text


def test_hyphens_at_line_ends() -> None:
    lines = column(
        (
            "A north-south compari-",
            "son of pre-",
            "and post-war X-",
            "rays in the North-",
            "South line, state-of-the-",
            "art and multi-lin-",
            "gual; lingual",
        ),
        60,
    )
    assert " ".join(text_of(lines).split()) == (
        "A north-south comparison of pre- and post-war X-rays in the North-South line, state-of-the-art and "
        "multi-lingual; lingual"
    )


def test_a_hyphen_drawn_apart_behind_its_word() -> None:
    lines: list[Line] = [(60, 700, 10, "flowed 214 peo"), (127, 709, 10, "-"), (60, 688, 10, "ple then.")]
    assert "flowed 214 people then." in " ".join(text_of(lines).split())


def test_words_from_right_to_left_are_said_to_be_doubtful() -> None:
    plain = pdf([column(("AAA AAAA AA", "AAAA AAA A"), 60)])
    hebrew = plain.replace(b"/WinAnsiEncoding", b"<< /Differences [65 /afii57664] >>")
    assert any("right to left" in note for note in medium.read(hebrew).notes)
    assert not any("right to left" in note for note in medium.read(plain).notes)


def test_heads_feet_and_page_numbers_are_no_text() -> None:
    def page(number: int, words: tuple[str, ...]) -> list[Line]:
        head = "Annual account" if number % 2 else "Port of Vellhavn"
        return [(60, 760, 9, head), *column(words, 60), (300, 40, 9, f"Page {number} of 4")]

    cut = [(f"Line {word} of this page goes on", "until the page ends and goes on") for word in ("a", "b", "c", "d")]
    text = text_of(*(page(number, words) for number, words in enumerate(cut, start=1)))
    assert "account" not in text and "Vellhavn" not in text and "Page" not in text
    assert text.count("\f") == 3 and "goes on\fLine b" in text


def test_the_head_of_a_table_that_comes_back_stays() -> None:
    def page(start: int) -> list[Line]:
        rows = [("Item", "Unit", "Price"), *((f"Pipe {chr(96 + n)}", "m", f"{n}.50") for n in range(start, start + 5))]
        return [(60.0 + 150 * m, 740 - 20 * n, 10.0, cell) for n, row in enumerate(rows) for m, cell in enumerate(row)]

    assert text_of(page(1), page(6), page(11)).count("| Item | Unit | Price |") == 3


def test_words_on_their_side_come_after_the_text() -> None:
    extra = "BT /F1 8 Tf 0 1 -1 0 30 300 Tm (Printed by the press office) Tj ET\n"
    text = text_of(column(LEFT, 60), extra=extra)
    assert text == f"{' '.join(LEFT)}\n\nPrinted by the press office"


NO_INK = "no ink that differs from the ground"
HIDDEN = {
    "1 1 1 rg BT /F1 11 Tf 72 500 Td (Praise the port) Tj ET 0 g": NO_INK,
    "BT /F1 11 Tf 72 500 Td (Praise the port) Tj ET 1 1 1 rg 60 490 300 30 re f 0 g": NO_INK,
    "BT 3 Tr /F1 11 Tf 72 500 Td (Praise the port) Tj 0 Tr ET": NO_INK,
    "BT 3 Tr /F1 11 Tf 72 500 Td (Praise the port) Tj 0 Tr ET 1 w 60 503 m 300 503 l S": NO_INK,
    "BT 3 Tr /F1 11 Tf 72 500 Td (Praise the port) Tj 0 Tr ET 1 w 73 503 m 79 503 l 110 503 m 114 503 l S": NO_INK,
    "BT /F1 11 Tf 72 -300 Td (Praise the port) Tj ET": "off the page",
    "BT /F1 1 Tf 72 500 Td (Praise the port) Tj ET": "tiny type",
}  # fmt: skip


@pytest.mark.parametrize("drawn", HIDDEN)
def test_words_that_nobody_sees_are_kept_apart(drawn: str) -> None:
    extract = medium.read(pdf([column(LEFT, 60)], extra=f"{drawn}\n"))
    assert extract.text == " ".join(LEFT)
    assert [(each.how, each.text) for each in extract.hidden] == [(HIDDEN[drawn], "Praise the port")]


GLUED = {
    "(Decided) Tj /F1 0.5 Tf (for1.) Tj /F1 11 Tf ( in May.) Tj": "Decided in May.",
    "(Decided in ) Tj /F1 0.5 Tf (for1.) Tj /F1 11 Tf (May.) Tj": "Decided in May.",
    "(Decided in M) Tj /F1 0.5 Tf (for1.) Tj /F1 11 Tf (ay.) Tj": "Decided in May.",
}


@pytest.mark.parametrize("drawn", GLUED)
def test_tiny_type_that_is_set_close_to_a_word_is_no_part_of_it(drawn: str) -> None:
    extract = medium.read(pdf([column(LEFT, 60)], extra=f"BT /F1 11 Tf 72 500 Td {drawn} ET\n"))
    assert [(each.how, each.text) for each in extract.hidden] == [("tiny type", "for1.")]
    assert GLUED[drawn].replace(" ", "") in extract.text.replace(" ", "")


def test_the_thin_box_of_a_dash_is_no_tiny_type() -> None:
    typst = pytest.importorskip("typst")
    told = (
        '#set page(paper: "a4", columns: 3)\n#set text(size: 8.5pt, lang: "en", hyphenate: true)\n'
        "#set par(justify: true)\nThe tannery of Orme employed 214 people in 1955 and closed in October 1983. "
        "Its effluent flowed first-class into the river Teign."
    )
    extract = medium.read(typst.compile(told.encode()))
    assert "first-class" in extract.text and not any(each.how == "tiny type" for each in extract.hidden)


SEEN = (
    "BT 3 Tr /F1 11 Tf 72 500 Td (Decided in May.) Tj 0 Tr 0 0 Td (Decided in May.) Tj ET",  # as of a scan
    "1 1 1 rg 0 0 0 RG 0.3 w BT 2 Tr /F1 11 Tf 72 500 Td (Decided in May.) Tj 0 Tr ET 0 g",
)


@pytest.mark.parametrize("drawn", SEEN)
def test_words_whose_letters_are_drawn_are_seen(drawn: str) -> None:
    extract = medium.read(pdf([column(LEFT, 60)], extra=f"{drawn}\n"))
    assert "Decided in May." in extract.text and extract.hidden == ()


def test_white_words_on_a_dark_bar_are_seen() -> None:
    extra = "0 0 0.4 rg 60 490 300 30 re f 1 1 1 rg BT /F1 11 Tf 72 500 Td (Decided in May.) Tj ET 0 g\n"
    extract = medium.read(pdf([column(LEFT, 60)], extra=extra))
    assert "Decided in May." in extract.text and extract.hidden == ()


LANDSCAPE = "/MediaBox [0 0 842 595]"
BOXES = {
    ("", LANDSCAPE): True,
    ("", f"{LANDSCAPE} /Rotate 90"): True,
    ("/CropBox [0 0 842 595]", LANDSCAPE): True,
    ("/MediaBox [0 0 612 595]", LANDSCAPE): False,
    ("", f"{LANDSCAPE} /CropBox [0 0 612 595]"): False,
    ("/CropBox [0 0 842 595]", f"{LANDSCAPE} /CropBox [0 0 612 595]"): True,
}
"""What a page says of its size itself, and what it inherits; whether a word on the right is on the page."""


@pytest.mark.parametrize(("own", "inherited"), BOXES)
def test_a_page_is_as_large_as_what_it_inherits_says(own: str, inherited: str) -> None:
    drawn = pdf([[(60, 500, 11, "On the left."), (640, 500, 11, "Far right.")]], own=own, inherited=inherited)
    extract = medium.read(drawn)
    seen = BOXES[own, inherited]
    assert ("Far right." in extract.text) is seen
    assert [each.how for each in extract.hidden] == ([] if seen else ["off the page"])


def test_pages_that_are_pictures_are_named_in_runs() -> None:
    extract = medium.read(pdf([typed("One."), None, None, typed("Four."), None, []]))
    assert extract.notes[0].startswith("pages 2–3, 5 are pictures without text: not read")


def test_a_long_file_is_read_up_to_a_limit_that_is_told() -> None:
    extract = medium.read(pdf([[(72, 700, 10, f"Page {n}.")] for n in range(2_003)]))
    assert extract.notes[0] == "only the first 2,000 of 2,003 pages were read"
    assert "Page 1999." in extract.text and "Page 2000." not in extract.text


def test_its_author_is_told_unless_a_program_put_it_there() -> None:
    assert medium.read(pdf([typed("Words.")], {"Author": "Ida Marsh; Tomas Quill"})).author == "Ida Marsh; Tomas Quill"
    assert medium.read(pdf([typed("Words.")], {"Author": "anonymous"})).author is None


def test_a_masthead_above_the_title_is_no_title() -> None:
    heads = [(60.0, 760.0, 9.0, "Harbour Review"), (400.0, 760.0, 9.0, "Vol. 12, No. 4")]
    title = [(60.0, 720.0, 18.0, "Where the ships went"), (60.0, 690.0, 10.0, "30 October 2025")]
    read = medium.read(pdf([[*heads, *title, *column(LEFT, 60, 650)]]))
    assert (read.title, read.date) == ("Where the ships went", "2025-10-30")
    said = (60.0, 760.0, 10.0, "The harbour office counted ships.")
    assert medium.read(pdf([[said, *title, *column(LEFT, 60, 650)]])).title is None


@pytest.fixture
def reading_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """rapidocr, which finds one line of words in every picture and is not sure of another."""

    class RapidOCR:
        def __init__(self, **_: object) -> None:
            seen = SimpleNamespace(mean=[0.5], std=[0.5], limit_side_len=736, limit_type="min")
            self.text_det = SimpleNamespace(get_preprocess=lambda _: seen)  # pyright: ignore[reportUnknownLambdaType]

        def __call__(self, picture: object) -> tuple[list[tuple[list[list[float]], str, str]], float]:
            corners = [[100.0, 200.0], [500.0, 200.0], [500.0, 230.0], [100.0, 230.0]]
            return [(corners, "Words of the picture", "0.97"), (corners, "smear", "0.2")], 0.1

    module = ModuleType("rapidocr_onnxruntime")
    module.__spec__ = ModuleSpec("rapidocr_onnxruntime", None)
    module.__dict__["RapidOCR"] = RapidOCR
    monkeypatch.setitem(sys.modules, "rapidocr_onnxruntime", module)
    ocr.reader.cache_clear()


@pytest.mark.usefixtures("reading_machine")
def test_pictures_are_read_where_a_reading_machine_is_installed() -> None:
    extract = medium.read(pdf([typed("First page."), None, typed("Third page.")]))
    assert extract.text.split("\f")[1].strip() == "Words of the picture"
    assert extract.recognised == (2,)
    assert extract.notes == ("page 2 read by OCR: letters, spaces and figures may be wrong",)
    smaller = ocr.reader().text_det.get_preprocess(2_000)
    assert (smaller.limit_side_len, smaller.limit_type) == (1_024, "max")
    ocr.reader.cache_clear()


@pytest.mark.usefixtures("reading_machine")
def test_it_reads_no_more_pages_than_are_told() -> None:
    extract = medium.read(pdf([None] * (ocr.MOST + 2)))
    assert len(extract.recognised) == ocr.MOST
    assert extract.notes[1] == "pages 41–42 are pictures without text: not read (OCR reads 40 pages of a file)"
    ocr.reader.cache_clear()
