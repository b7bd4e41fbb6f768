"""The day that a text gives for itself in its first lines, and who wrote it; what a file says of its making is none."""

from __future__ import annotations

import pytest
from evidence_packed import docx as docx_of
from evidence_packed import odt, packed

from moot.evidence.media import docx, odf
from moot.evidence.media.header import part

DATED = {
    "Volta Motors, 3 February 2026": "2026-02-03",
    "Published 14 May 2024. Lund et al.": "2024-05-14",
    "Audit Office, 2 March 2026": "2026-03-02",
    "By A. Writer, 12 May 2025": "2025-05-12",
    "Office for the Supply of Water and Heat, March 3, 2026": "2026-03-03",
    "Berlin, 4. März 2025": "2025-03-04",
}
UNDATED = (
    "The line was opened on Monday, 12 May 2025",
    "Friday, 12 Mai of 2025",
    "It opened in Vellhavn, 12 May 2025.",
    "Members met in the hall, 12 May 2025",
    "Anna Bo was born in Oslo, 3 May 1920",
    "The bus costs 3 euros, 12 May 2025",
    "Valid from 1 May 2024. Costs rise.",
    "Volta Motors, 3 February",
    "Volta Motors, 31 February 2026",
    f"Published 14 May 2024. The bus costs more{' and more' * 20}.",
)


@pytest.mark.parametrize("line", DATED)
def test_a_line_of_who_wrote_when_gives_the_date(line: str) -> None:
    head = part(f"# Report\n\n{line}\n\nThe words of it.\n")
    assert head.date == DATED[line] and line in head.body


@pytest.mark.parametrize("line", UNDATED)
def test_a_day_of_an_event_is_no_date_of_the_text(line: str) -> None:
    assert part(f"# Report\n\n{line}\n\nThe words of it.\n").date is None


CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
  xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:modified>2026-11-28T10:00:00Z</dcterms:modified>
  </cp:coreProperties>"""


def test_the_day_on_which_a_file_was_saved_is_not_its_date() -> None:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {names}><w:body><w:p><w:r><w:t>Words.</w:t></w:r></w:p></w:body></w:document>"
    read = docx.read(packed({"word/document.xml": body, "docProps/core.xml": CORE}))
    assert read.date is None
    assert read.notes == ("it gives no date of its own; the file was last saved on 2026-11-28",)


def test_a_text_without_a_title_is_called_by_its_first_heading() -> None:
    heading = '<text:h text:outline-level="1">Letter of the river authority</text:h>'
    read = odf.MEDIA[0].read(odt(f"{heading}<text:p>River Board, 2 March 2026</text:p><text:p>We permit it.</text:p>"))
    assert (read.title, read.date) == ("Letter of the river authority", "2026-03-02")
    assert odf.MEDIA[0].read(odt(f"<text:p>We permit it.</text:p>{heading}")).title is None
    style = '<w:pPr><w:pStyle w:val="heading 1"/></w:pPr>'
    assert docx.read(docx_of(f"<w:p>{style}<w:r><w:t>Letter</w:t></w:r></w:p>")).title == "Letter"
