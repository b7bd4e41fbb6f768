"""The day that a text gives for itself in its first lines, and who wrote it; what a file says of its making is none."""

from __future__ import annotations

import pytest
from evidence_packed import docx as docx_of
from evidence_packed import odt, packed

from moot.evidence.media import docx, odf, plain
from moot.evidence.media.header import part

DATED = {
    "Mia Fedder, organ consultant, 30 June 2025": "2025-06-30",
    "Institute for Wood, University of Alden. Report 2023/118, 9 October 2023. Authors: T. Brand, L. Ok": "2023-10-09",
    "Kirchenarchiv Wern, Findbuch St. Gertrud, Abschrift vom 12. Januar 2024 (H. Rehbein)": "2024-01-12",
    "Volta Motors, 3 February 2026": "2026-02-03",
    "Published 14 May 2024. Lund et al.": "2024-05-14",
    "Audit Office, 2 March 2026": "2026-03-02",
    "By A. Writer, 12 May 2025": "2025-05-12",
    "Office for the Supply of Water and Heat, March 3, 2026": "2026-03-03",
    "Berlin, 4. März 2025": "2025-03-04",
    "Press release, Volta GmbH, 22 October 2025": "2025-10-22",
    "Office of Transport, Lund. 14 October 2025.": "2025-10-14",
    "Lund Weekly, 3 November 2025. The line opens late.": "2025-11-03",
    f"Lund Weekly, November 2025. The line opens late{' and later' * 30}.": "2025-11",
    "Session of 20 November 2025, extract.": "2025-11-20",
    "Protokoll der Sitzung vom 4. März 2025": "2025-03-04",
    "Lund, 3 November 2025 (Wire) - The line opens late.": "2025-11-03",
    "Posted by Ann Bo on March 2, 2026 · 14 comments": "2026-03-02",
    "Published 14 May 2024. The bus costs more.": "2024-05-14",
    "Planning department, May 2019": "2019-05",
    "March 2026": "2026-03",
    "Stand: März 2026": "2026-03",
    "30 October 2025. File 25-118": "2025-10-30",
    "30 October 2025, our ref.: K/7-2": "2025-10-30",
    "Harbour council, 30 October 2025. File no. 25-118.": "2025-10-30",
    "Az. 4 K 118/25, 30. Oktober 2025": "2025-10-30",
    "Ref. 25-118. 30 October 2025": "2025-10-30",
    "Prepared by Anna Lind, 14 March 2025": "2025-03-14",
    "Compiled by the Harbour Office on 14 March 2025": "2025-03-14",
    "Erstellt von Anna Lind, 14. März 2025": "2025-03-14",
    "Ann Bo, Harbour Office. Published 9 September 2024.": "2024-09-09",
    "Report of the harbour office. Published on 2 October 2025.": "2025-10-02",
    "Decision of 2 October 2025": "2025-10-02",
    "Judgment of 2 October 2025": "2025-10-02",
    "Beschluss vom 2. Oktober 2025": "2025-10-02",
    "Press release of the town of Arnfels, 6 July 2025": "2025-07-06",
    "Statement of the harbour workers, March 4th, 2026": "2026-03-04",
    "_By Kim Ode, Tuesday, July 8th, 2025, updated 9 July_": "2025-07-08",
    "By Mara Venn, 3 May 2025, corrected on 5 May 2025": "2025-05-03",
    "Graz, 8 de julio de 2025.": "2025-07-08",
    "Sevilla, 12 de septiembre de 2023": "2023-09-12",
    "8 July 2026, Seekurier (dpa)": "2026-07-08",
    "Opublikowano: 8 lipca 2025 r.": "2025-07-08",
    "Gepubliceerd op 8 juli 2025": "2025-07-08",
    "公開日：2025年7月8日": "2025-07-08",
    "发布时间：2025-03-04": "2025-03-04",
}
HEADS = {
    "# Winter trial\nInstitute for Coastal Transport, report 2026:7, published 2 April 2026": "2026-04-02",
    "# Harbour board, minutes of 21 April 2026": "2026-04-21",
    '# "Silent ferry" wins over islanders\nSkärgårdsbladet, 28 April 2026, by our own reporter': "2026-04-28",
    "Letter of the office\n\nConservation office of the district, 20 March 2026.": "2026-03-20",
    "# Friends of the Museum, circular no. 44 (April 2026)\nZinc saves money.": "2026-04",
    "# Reservoir levels\nWater Authority of Northmoor · Technical note 14/2025 · issued 7 November 2025": "2025-11-07",
    "# Parish council of Ottery, minutes of the meeting held on 4 February 2026": "2026-02-04",
    "# Traffic survey of the ring road, March 2026": "2026-03",
    "# Newsletter of the Allotment Society, no. 12, 5 June 2025": "2025-06-05",
    "# Bakery closes\nThe Harrow Observer, 17 January 2026, by Mary Doyle and Tom Ash": "2026-01-17",
    "# Night trains and freight\nWorking paper 25-03, Institute of Rail Economics, May 2025": "2025-05",
    "To: all tenants\nFrom: Housing Office\nDate: 9 March 2026": "2026-03-09",
    "# Wasser\nUmweltamt der Stadt Velden, Bericht Nr. 7/2026, veröffentlicht am 2. April 2026": "2026-04-02",
    "# Annual safety review (September 2025)": "2025-09",
    "# Protokoll der Sitzung vom 12.03.2024": "2024-03-12",
    "# Minutes, Monday 3 March 2024": "2024-03-03",
    "# Protokoll vom Montag 4. März 2024": "2024-03-04",
    "# Press release of the ministry of 3 March 2024": "2024-03-03",
    "# Report of the board of 3 March 2024": "2024-03-03",
    "# Noise at the airport\nSecond edition, revised 3 December 2025": "2025-12-03",
    "# Decision of 2 October 2025": "2025-10-02",
    "# Planning board of Lund: final decision of 2 October 2025": "2025-10-02",
    "# Order of the Regional Court of Audit of 2 October 2025": "2025-10-02",
    "# Judgment of the Court (Grand Chamber) of 2 October 2025": "2025-10-02",
}
"""How a text begins, and the day that it gives for itself."""
UNDATED_HEADS = (
    "# The fire of 12 May 1893",
    "# Report on the fire of 12 May 1893",
    "# A review of the Meeting of 3 March 1987",
    "# Survey of the council of 3 March 1987",
    "# Report on the meeting of 3 March 1987",
    "# Press release on the fire of 12 May 1893",
    "# Timetable valid from 1 May 2026",
    "# Review of what changed after 1 January 2026",
    "# The census of 1 March 2021 (first results)",
    "# Concert, 12 June 2026\nDoors open at eight.",
    "# The ferry\nThe board met in Lund, 3 March 2026, by candlelight and without the mayor.",
    "# The mill\nIt was sold to the town council, report in hand, on 2 April 1926.",
    "# The ferry\nTärnan sailed on 28 April 2026, published figures say.",
    "# Minutes\nThe offer of Wendt, 9 February 2026, was read out.",
    "# The bridge\nIt will be opened by the king in Velden, May 2027",
    "# The bridge\nPhoto: Anna Bo, 12 May 2025",
    "# Appeal against the decision of 2 October 2025",
    "# Comments on the report of 2 October 2025",
    "# What the decision of 2 October 2025 means",
    "# Order of battle, 2 October 1916",
    "# The resolution of the crisis of 2 October 1962",
    "# The harbour\nThe decision of 2 October 2025 is void.",
    "# The harbour\nHis first atlas was published on 9 September 1924.",
    "# The harbour\nA first atlas of the coast. Published 9 September 1924 in Lund.",
)
UNDATED = (
    "Anna Bo, winner of the race, 12 May 2025",
    "By Ann Bo, hotter weather, 12 May 2025",
    "Harlow Docks, larger, 12 May 2025",
    "Mill Lane, under water, 12 May 2025",
    "The line was opened on Monday, 12 May 2025",
    "Friday, 12 Mai of 2025",
    "It opened in Vellhavn, 12 May 2025.",
    "Members met in the hall, 12 May 2025",
    "Anna Bo was born in Oslo, 3 May 1920",
    "The bus costs 3 euros, 12 May 2025",
    "Valid from 1 May 2024. Costs rise.",
    "Volta Motors, 3 February",
    "Volta Motors, 31 February 2026",
    "12 May 2025. The line was opened.",
    "12 May 2025. Line 4 opened with 12 stops.",
    "12 May 2025. Page 3 was torn out of the log.",
    "Opened by King Harald, 12 May 2025",
    "Prepared by heating it to 90 degrees on 14 March 2025",
    "Lund Weekly, 12 May 2025, was the first to tell of it.",
    "The bus costs 3 euros since March 2026",
    "As of 14 May 2024, sales rose.",
    "Members of 12 May 2025, extract.",
    "Opening of the bridge of Arnfels, 6 July 2025",
    "Meeting of the parents of Graz, 8 July 2025",
    "Release of the beavers of Bree, 6 July 2025",
    "Market Hall, Tuesday, 8 July 2025",
    "Birth of the twins, 3 May 2025, updated 4 May",
    "Sale of the mill, 8 July 2026 (postponed)",
    "Most otwarto 8 lipca 2025 r.",
    "Gepland op 8 juli 2025",
    "開通日：2025年7月8日",
    "La fiesta empieza el 8 de julio de 2025.",
    f"The bus costs more{' and more' * 20} – 12 May 2025 – than ever.",
    "2026",
)


@pytest.mark.parametrize("line", DATED)
def test_a_line_of_who_wrote_when_gives_the_date(line: str) -> None:
    head = part(f"# Report\n\n{line}\n\nThe words of it.\n")
    assert head.date == DATED[line] and line in head.body


@pytest.mark.parametrize("line", UNDATED)
def test_a_day_of_an_event_is_no_date_of_the_text(line: str) -> None:
    assert part(f"# Report\n\n{line}\n\nThe words of it.\n").date is None


@pytest.mark.parametrize("head", HEADS)
def test_the_day_in_a_title_or_beside_who_wrote_it_is_the_text_s(head: str) -> None:
    assert part(f"{head}\n\nThe words of it.\n").date == HEADS[head]


@pytest.mark.parametrize("head", UNDATED_HEADS)
def test_the_day_of_what_a_text_tells_is_not_its_own(head: str) -> None:
    assert part(f"{head}\n\nThe words of it.\n").date is None


def test_a_text_may_begin_with_its_date_line() -> None:
    head = part("Lund Weekly, 3 November 2025. The line opens late.\n\nIt has eight stops.\n")
    assert (head.title, head.date) == (None, "2025-11-03")
    head = part("The line in figures\nLund Weekly, 3 November 2025. The line opens late.\n")
    assert (head.title, head.date) == ("The line in figures", "2025-11-03")
    assert part("Minutes of 12 March 2024\n\nThe council met.\n").title == "Minutes of 12 March 2024"


ENDS = {
    "Julkaistu 3.4.2026 klo 9.15": "2026-04-03",
    "Опубліковано 3 квітня 2026 р. о 09:15": "2026-04-03",
    "Közzétéve: 2026. április 3.": "2026-04-03",
    "Posted 9:15 AM, Apr 3, 2026": "2026-04-03",
    "Last updated: 3 March 2024": "2024-03-03",
    "*This page was last edited on 3 March 2024.*": "2024-03-03",
    "Published 3 March 2024.": "2024-03-03",
    "(First published on Monday, 3 March 2024)": "2024-03-03",
    "Letzte Änderung: 3. März 2024": "2024-03-03",
    "Dernière mise à jour : 3 mars 2024": "2024-03-03",
    "The rules were last changed on 3 March 1990.": None,
    "It was last rebuilt on 3 March 1990.": None,
    "Sources: Port Atlas, published 9 September 1924.": None,
    "The office opens on 3 March 2024": None,
    "Lund, 3 March 1902": None,
    "Published 3 March 1990 in Lund": None,
}


@pytest.mark.parametrize("line", ENDS)
def test_the_last_lines_of_a_text_may_say_when_it_was_published_or_changed(line: str) -> None:
    words = "The words of it are many, and none of them tells of a day.\n\n" * 20
    assert plain.read(f"# Report\n\n{words}{line}\n".encode()).date == ENDS[line]
    paragraphs = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in [*words.splitlines(), line.strip("*")])
    assert docx.read(docx_of(paragraphs)).date == ENDS[line]


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


ADDRESSES = "Ann Bo\nHarbour office\nQuay 1\n00100 Helsinki\n\nJo Li\nRoad 2\n33100 Tampere"
LETTERS = {
    "Helsinki 3.3.2026\n\nDear Jo,\n\nThe depot costs more.": "2026-03-03",
    f"{ADDRESSES}\n\nHelsinki 3.3.2026\n\nThe depot costs more.\n\nYstävällisin terveisin\n\nAnn Bo": "2026-03-03",
    f"{ADDRESSES}\n\n3 March 2026\n\nDear Ms Li\n\nThe depot costs more.": "2026-03-03",
    "Zürich 3. März 2026\n\nDas Depot\n\nSehr geehrte Frau Li,\n\nes kostet mehr.": "2026-03-03",
    "Lyon le 3 mars 2026\n\nMadame, Monsieur,\n\nLe dépôt coûte plus.": "2026-03-03",
    "St. Gallen 3.3.2026\n\nLiebe Jo\n\nes kostet mehr.": "2026-03-03",
    "Helsinki 3.3.2026\n\nThe depot costs more.": None,
    "Dear Jo,\n\nHelsinki 3.3.2026\n\nThere we meet.": None,
    "Sommerfest 5.5.2026\n\nLiebe Eltern,\n\nwir feiern.": None,
    "Anmeldeschluss 5.5.2026\n\nLiebe Eltern,\n\nwir feiern.": None,
    "Version 3.3.2026\n\nDear Jo,\n\nthe depot costs more.": None,
    "Helsinki 3.3.2026\nTampere 4.4.2026\n\nDear Jo,\n\nthere we sing.": None,
    "# Concert\n\nHelsinki 3.3.2026\n\nHi is what the band is called. It plays at eight.": None,
}
"""What a text is, and the day that it gives for itself: of a letter a line of its head may, with a place before it."""


@pytest.mark.parametrize("text", LETTERS)
def test_the_head_of_a_letter_gives_its_day(text: str) -> None:
    assert part(f"{text}\n").date == LETTERS[text]
