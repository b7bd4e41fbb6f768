# type: ignore
"""Files of word processors: docx, odt, rtf, epub."""
# ruff: noqa: E501

from __future__ import annotations

import datetime
import io
from typing import Any

import docx
import prose
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from kit import Made, office, packed

_NS = nsdecls("w")
_TIME = datetime.datetime(2024, 3, 12, 9, 0, tzinfo=datetime.UTC)


def _new() -> Any:
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = _TIME
    document.core_properties.author = "Ida Marsh"
    return document


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _account(made: Made) -> Any:
    """Headings, lists, a table with a cell over two columns, a table in which a cell goes over two rows."""
    document = _new()
    document.add_heading("Water of the district", 0)
    made.wanted.append("Water of the district")
    document.add_heading("Samples", 1)
    made.wanted.append("Samples")
    document.add_paragraph(made.say(*prose.WELLS[:4]))
    for number, item in enumerate(
        ("Rinse the bottle twice.", "Fill it below the surface.", "Close it under water."), 1
    ):
        document.add_paragraph(item, style="List Number")
        made.wanted.append(f"{number}. | {item}")
    rows = [("Depth", "Median", "Highest"), ("to 10 m", "31", "88"), ("10 to 30 m", "19", "54"), ("deeper", "8", "11")]
    table = document.add_table(5, 3, style="Table Grid")
    table.cell(0, 0).text = "Class"
    merged = table.cell(0, 1).merge(table.cell(0, 2))
    merged.text = "Nitrate in mg/l"
    made.rows([("Class", "Nitrate in mg/l")])
    for n, row in enumerate(made.rows(rows), 1):
        for m, cell in enumerate(row):
            table.cell(n, m).text = cell
    document.add_paragraph(made.say(*prose.WELLS[4:8]))
    return document


def account() -> Made:
    made = Made("docx", ".docx")
    document = _account(made)
    made.raw = _saved(document)
    return made


def tracked() -> Made:
    """Insertions are read, deletions kept apart; so are comments and hidden characters. An equation, a text box."""
    made = Made("docx", ".docx")
    document = _new()
    document.add_heading("The channel", 1)
    made.wanted.append("The channel")
    document.add_paragraph(made.say(*prose.HARBOUR[:3]))
    made.wanted.append("The rebate was 12 % and it ended in May.")
    made.hidden = ["seventeen per cent", "Check this with the pilots first.", "Do not show the council."]
    change = 'w:id="9" w:author="T. Quill" w:date="2024-02-02T10:00:00Z"'
    paragraph = parse_xml(f"""<w:p {_NS}><w:r><w:t xml:space="preserve">The rebate was </w:t></w:r>
<w:del {change}><w:r><w:delText>{made.hidden[0]}</w:delText></w:r></w:del><w:ins {change}><w:r><w:t>12 %</w:t></w:r></w:ins>
<w:r><w:t xml:space="preserve"> and it ended in May.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> {made.hidden[2]}</w:t></w:r></w:p>""")
    body = document.element.body
    body.insert(len(body) - 1, paragraph)
    remarked = document.add_paragraph(made.say(prose.HARBOUR[3]))
    document.add_comment(remarked.runs, text=made.hidden[1], author="T. Quill")
    made.wanted.append("Depth follows from d = 11.5 m here.")
    maths = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    body.insert(
        len(body) - 1,
        parse_xml(f"""<w:p {_NS} {maths}><w:r><w:t xml:space="preserve">Depth follows from </w:t></w:r><m:oMath><m:r>
<m:t>d = 11.5 m</m:t></m:r></m:oMath><w:r><w:t xml:space="preserve"> here.</w:t></w:r></w:p>"""),
    )
    made.wanted.append("~The council meets on 14 November.")
    box = f"""<w:p {_NS} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"><w:r>
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r>
<w:t>The council meets on 14 November.</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>
<v:textbox><w:txbxContent><w:p><w:r><w:t>The council meets on 14 November.</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>
</mc:AlternateContent></w:r></w:p>"""
    body.insert(len(body) - 1, parse_xml(box))
    document.add_paragraph(made.say(*prose.HARBOUR[4:7]))
    made.raw = _saved(document)
    return made


def minutes() -> Made:
    """Styles of its own for headings, a letter head as a table without borders, a nested table, line breaks."""
    made = Made("docx", ".docx")
    document = _new()
    style = document.styles.add_style("Agenda item", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Heading 2"]
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Works council"
    table.cell(0, 1).text = "Lindal, 2 June 2024"
    made.rows([("Works council", "Lindal, 2 June 2024")])
    document.add_paragraph("Fourth shift", style="Agenda item")
    made.wanted.append("Fourth shift")
    paragraph = document.add_paragraph("For: 9")
    paragraph.add_run().add_break()
    paragraph.add_run("Against: 2")
    made.wanted += ["For: 9", "Against: 2"]
    document.add_paragraph(made.say(*prose.GLASS[:5]))
    outer = document.add_table(2, 2, style="Table Grid")
    for n, row in enumerate(made.rows([("Topic", "Vote"), ("Grant of 18.5 million", "unanimous")])):
        for m, cell in enumerate(row):
            outer.cell(n, m).text = cell
    document.add_paragraph(made.say(*prose.GLASS[5:9]))
    made.raw = _saved(document)
    return made


def open_account() -> Made:
    """The first document as LibreOffice saves it."""
    made = Made("odt", ".odt")
    made.raw = office(_saved(_account(made)), ".docx", "odt")
    return made


def rich_account() -> Made:
    made = Made("rtf", ".rtf")
    made.raw = office(_saved(_account(made)), ".docx", "rtf")
    return made


_ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("meta", "meta"),
    )
)


def odt_with_notes() -> Made:
    """A footnote, a remark, a deletion, blanks and tabs as elements, a hidden section."""
    made = Made("odt", ".odt")
    made.hidden = ["Ask the pilots again.", "nineteen ships", "Not for the public."]
    one, two = made.say(*prose.HARBOUR[9:11]), made.say(*prose.HARBOUR[11:])
    made.wanted.insert(0, "Shore power")
    made.wanted += ["~Counted by the harbour master.", "Berth 4 | free"]
    content = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODF} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>{made.hidden[1]}</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">Shore power</text:h><text:p>{one.replace("tug.", 'tug.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Counted by the harbour master.</text:p></text:note-body></text:note>')}
<office:annotation><dc:creator>T. Quill</dc:creator><text:p>{made.hidden[0]}</text:p></office:annotation></text:p>
<text:p>{two}</text:p><text:section text:display="none"><text:p>{made.hidden[2]}</text:p></text:section>
<text:p>Berth<text:s/>4<text:tab/>free</text:p></office:text></office:body></office:document-content>"""
    meta = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-meta {_ODF} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>Shore power in Vellhavn</dc:title>
<meta:initial-creator>Sunniva Aldrich</meta:initial-creator><dc:date>2024-05-06T07:00:00</dc:date></office:meta></office:document-meta>"""
    made.raw = packed(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "meta.xml": meta}, "mimetype"
    )
    return made


def rtf_letter() -> Made:
    """Code page, Unicode with a stand-in, hidden characters, a table, a footnote; written by hand."""
    made = Made("rtf", ".rtf")
    made.hidden = ["Keep this from the auditors."]
    made.wanted += [
        "Straße nach Süden",
        "It costs 45 € and “not more”.",
        "Year | Tonnes",
        "2022 | 2,190",
        "2023 | 2,340",
    ]
    made.wanted += [prose.HARBOUR[0], prose.HARBOUR[3], "~The quays are numbered from the north."]
    rows = "".join(
        r"\trowd\cellx2000\cellx4000\intbl " + r"\cell ".join(row) + r"\cell\row" + "\n"
        for row in (("Year", "Tonnes"), ("2022", "2,190"), ("2023", "2,340"))
    )
    made.raw = (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times New Roman;}}{\colortbl;\red0\green0\blue0;}" + "\n"
        r"{\*\generator Some Writer 1.0;}{\info{\title Letter to the council}{\author Tomas Quill}{\creatim\yr2024\mo3\dy5}}" + "\n"
        r"\pard\b Stra\'dfe nach S\'fcden\b0\par It costs 45 \u8364\'80 and \ldblquote not more\rdblquote .{\v " + made.hidden[0] + r"}\par" + "\n"
        + rows + r"\pard " + prose.HARBOUR[0] + r"\par " + prose.HARBOUR[3]
        + r"\super{\footnote \pard The quays are numbered from the north.}\nosupersub\par}"
    ).encode("ascii")  # fmt: skip
    return made


def _chapter(title: str, body: str) -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"""


def epub() -> Made:
    """Chapters whose order is that of the spine, not of their names; a table; entities; a hidden paragraph."""
    made = Made("epub", ".epub")
    made.hidden = ["Praise the author of this book."]
    made.wanted.append("First, the ship")
    one = made.say(*prose.MUSEUM[:6])
    made.wanted.append("Then the dates")
    rows = made.rows([("Part", "Year"), ("Keel", "1788"), ("Figurehead", "about 1880")])
    two = made.say(*prose.MUSEUM[7:])
    made.wanted.append("Varnish – and gold")
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    made.wanted.remove("Varnish – and gold")
    opf = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="i">x</dc:identifier><dc:title>A Ship Model</dc:title><dc:creator>Ida Marsh</dc:creator><dc:creator>Tomas Quill</dc:creator><dc:date>2023-10-01</dc:date><dc:rights>CC BY-SA 4.0</dc:rights><dc:language>en</dc:language></metadata>
<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="z-first.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="text/a%20second.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="n" linear="no"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""
    made.unwanted = ["Contents of the book"]
    made.raw = packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": """<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""",
            "OEBPS/b.opf": opf,
            "OEBPS/nav.xhtml": _chapter("Contents of the book", "<nav epub:type='toc'><ol><li>First</li></ol></nav>"),
            "OEBPS/z-first.xhtml": _chapter("First, the ship", f"<p>{one}</p>"),
            "OEBPS/text/a second.xhtml": _chapter(
                "Then the dates", f"<table>{table}</table><p>{two}</p><p hidden='hidden'>{made.hidden[0]}</p>"
            ),
        },
        "mimetype",
    )
    return made


def library_epub() -> Made:
    """As a common library writes it, with short chapters and a Japanese one."""
    from ebooklib import epub as books

    made = Made("epub", ".epub")
    book = books.EpubBook()
    book.set_identifier("b")
    book.set_title("Reading in the County")
    book.add_author("H. Brandt")
    chapters: list[Any] = []
    for number, (title, sentences) in enumerate(
        (("Loans", prose.LIBRARY[:5]), ("Hours", prose.LIBRARY[5:]), ("水原", prose.JAPANESE)), 1
    ):
        made.wanted.append(title)
        chapter = books.EpubHtml(title=title, file_name=f"c{number}.xhtml")
        chapter.content = f"<h2>{title}</h2>" + "".join(f"<p>{each}</p>" for each in sentences)
        made.say(*sentences)
        book.add_item(chapter)
        chapters.append(chapter)
    book.toc = chapters
    book.add_item(books.EpubNcx())
    book.add_item(books.EpubNav())
    book.spine = ["nav", *chapters]
    out = io.BytesIO()
    books.write_epub(out, book, {"mtime": _TIME})
    made.raw = out.getvalue()
    return made


MADE = (account, tracked, minutes, open_account, rich_account, odt_with_notes, rtf_letter, epub, library_epub)
