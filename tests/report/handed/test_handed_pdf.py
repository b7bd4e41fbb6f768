"""The PDF says everything, leads where it should and nowhere else, and is the same for the same report."""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from handed_records import HOSTILE, buses, council, long, published, short, told

from moot.errors import NotInstalled
from moot.ledger.record import Record
from moot.report.document import build
from moot.report.handed import pdf


def made(record: Record) -> bytes:
    return pdf.render(build(record), record)


def text_of(content: bytes) -> str:
    """On one line, hard spaces as spaces, parted words joined."""
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    return re.sub(r"\s+", " ", "\n".join(pages).replace("\u200b", "").replace("\ufffe", ""))


def links(content: bytes) -> tuple[int, list[str]]:
    """How many links lead to a place in the document, and the addresses that the others lead to."""
    document, inside, outside = pypdfium2.PdfDocument(content), 0, list[str]()
    for page in document:
        for link in _links(page):
            action = pdfium.FPDFLink_GetAction(link)
            if action and pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI:
                size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
                held = ctypes.create_string_buffer(size)
                pdfium.FPDFAction_GetURIPath(document, action, held, size)
                outside.append(held.value.decode())
            else:
                inside += 1
    return inside, outside


def _links(page: Any) -> Iterator[Any]:
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        yield link


def test_every_sentence_is_there_with_its_sources_its_standing_and_its_number() -> None:
    said = text_of(made(buses()))
    assert "The depot needs 24 chargers at 38,000 EUR each. [2] ✓ proven14 " in said
    assert "Until then 1.4 MW are free at night. [3] ✗ contradicted27 " in said
    assert "Range, km 214 [1] ✓ proven6 610 [1] ✓ proven7 " in said
    assert "degraded: reviewer-2 (gguf:small.gguf) gave no usable answer to challenge in round 1" in said


def test_headings_are_bookmarks_and_every_page_has_its_number() -> None:
    content = made(council())
    document = pypdfium2.PdfDocument(content)
    titles = [each.get_title() for each in document.get_toc()]
    assert {"In half a page", "Answer", "Where the drafts agree and differ", "Sources", "Record"} <= set(titles)
    for n, page in enumerate(document, 1):
        assert page.get_textpage().get_text_range().rstrip().endswith(f"{n} / {len(document)}")


def test_the_file_has_the_time_of_the_run_and_is_tagged() -> None:
    document = pypdfium2.PdfDocument(made(short()))
    facts = document.get_metadata_dict()
    assert facts["Title"] == "Is the ferry in use?" and facts["Author"] == "Moot"
    begun = datetime(2026, 3, 1, 10, tzinfo=UTC)
    assert facts["CreationDate"].startswith(begun.strftime("D:%Y%m%d%H%M%S"))
    assert pdfium.FPDFCatalog_IsTagged(document)


def test_links_stay_in_the_document_but_for_addresses_of_sources() -> None:
    inside, outside = links(made(published()))
    assert inside > 10
    assert sorted(set(outside)) == ["https://journal.example/10.1234/ferry.7?a=1&b=2", "https://town.example/times"]
    assert links(made(short()))[1] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words(text: str) -> None:
    for record in (short(), council()):
        content = made(told(record, text))
        assert set(links(content)[1]) <= {text}
        said = text_of(content)
        assert "root:" not in said
        if text.isascii() and text.strip() and len(text) < 80:
            assert re.sub(r"\s", "", text) in re.sub(r"\s", "", said)


def test_a_character_without_a_glyph_is_said() -> None:
    assert pdf.NO_GLYPH in text_of(made(told(short(), "\u0378 is no letter yet")))
    assert pdf.NO_GLYPH not in text_of(made(short()))


def test_what_typst_has_letters_for_needs_no_font_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    asked: list[bool] = []
    fonts = typst.Fonts

    def watched(**options: Any) -> typst.Fonts:
        asked.append(options["include_system_fonts"])
        return fonts(**options)

    monkeypatch.setattr(typst, "Fonts", watched)
    made(told(council(), "Żółć, Ελλάδα, Київ, שלום ≤ 5 µg/l"))
    assert asked == [False]


def test_a_report_of_a_thousand_sentences() -> None:
    said = text_of(made(long(1000)))
    assert "Pump 1000 lifts 1000 litres a second. [1] ✓ proven1000 " in said


def test_a_head_that_fills_pages_is_not_repeated() -> None:
    content = made(told(buses(), "head" * 1000))
    assert len(pypdfium2.PdfDocument(content)) < 600


def test_without_typst_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NotInstalled, match=re.escape('Writing a PDF needs typst: pip install "moot[pdf]".')):
        made(short())
