# type: ignore
"""PDFs of other programs, and some that were treated afterwards: fonts that tell no characters, passwords, comments."""
# ruff: noqa: E501

from __future__ import annotations

import io

import pikepdf
import prose
from kit import Made, chromium, office, typst


def silent_font() -> Made:
    """The font of one page does not say which characters its glyphs are."""
    made = Made("fonts", ".pdf")
    one = made.say(*prose.TRAMS[:4])
    lost = " ".join(prose.TRAMS[4:8])
    raw = typst(f"""#set page(paper: "a5")
#set text(size: 12pt)
{one}
#pagebreak()
#set text(font: "DejaVu Sans")
{lost}
#pagebreak()
#set text(font: "Libertinus Serif")
{made.say(*prose.TRAMS[8:11])}""")
    made.said = ["page 2"]
    made.raw = _without_unicode(raw, "DejaVu")
    return made


def silent_file() -> Made:
    """No font of the whole file says which characters its glyphs are."""
    made = Made("fonts", ".pdf")
    made.said = ["characters"]
    made.raw = _without_unicode(typst(f"#set text(size: 12pt)\n{' '.join(prose.BEES[:8])}"), "")
    return made


def _without_unicode(raw: bytes, named: str) -> bytes:
    with pikepdf.open(io.BytesIO(raw)) as document:
        for each in document.objects:
            is_font = isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font" and "/ToUnicode" in each
            if is_font and named in str(each.get("/BaseFont", "")):
                del each["/ToUnicode"]
        return _saved(document)


def _saved(document: pikepdf.Pdf, **how: object) -> bytes:
    out = io.BytesIO()
    document.save(out, deterministic_id="encryption" not in how, **how)
    return out.getvalue()


def locked() -> Made:
    made = Made("encrypted", ".pdf")
    raw = typst(f"#set text(size: 12pt)\n{' '.join(prose.HARBOUR[:6])}")
    made.said = ["encrypted"]
    with pikepdf.open(io.BytesIO(raw)) as document:
        made.raw = _saved(document, encryption=pikepdf.Encryption(owner="tide", user="ebb", R=6))
    return made


def guarded() -> Made:
    """Encrypted, but every program may open it: only changing it takes a password."""
    made = Made("encrypted", ".pdf")
    raw = typst(f"#set text(size: 12pt)\n{made.say(*prose.LIBRARY[:8])}")
    with pikepdf.open(io.BytesIO(raw)) as document:
        made.raw = _saved(document, encryption=pikepdf.Encryption(owner="tide", user="", R=4))
    return made


def commented() -> Made:
    """Remarks that reviewers pinned to the page are kept apart; a text box that they drew on it is seen."""
    made = Made("comments", ".pdf")
    raw = typst(f'#set page(paper: "a5")\n#set text(size: 12pt)\n{made.say(*prose.GLASS[:7])}')
    made.hidden = ["This figure is wrong, ask Lindal again."]
    made.wanted.append("~Approved by the works council, 2 June 2024")
    with pikepdf.open(io.BytesIO(raw)) as document:
        document.pages[0].Annots = document.make_indirect(
            pikepdf.Array(
                [
                    pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[300, 400, 320, 420], Contents=pikepdf.String(made.hidden[0])),
                    pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[60, 100, 340, 120], DA=pikepdf.String("/Helv 10 Tf 0 g"),
                                       Contents=pikepdf.String("Approved by the works council, 2 June 2024")),
                ]
            )
        )  # fmt: skip
        made.raw = _saved(document)
    return made


def printed_page() -> Made:
    """A web page as a browser prints it."""
    made = Made("printed", ".pdf")
    made.wanted.append("Colonies that were fed")
    one = made.say(*prose.BEES[:4])
    rows = made.rows(
        [("Month", "Weight kg", "Lost"), ("October", "24.1", "3"), ("January", "17.8", "9"), ("March", "12.4", "14")]
    )
    items = ["Stores are checked at the end of the heather flow.", "Hives below eleven kilograms are fed at once."]
    made.wanted += items
    two = made.say(*prose.BEES[6:12])
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    made.raw = chromium(f"""<!doctype html><title>Colonies</title><style>td{{padding:4px 22px;border-bottom:1px solid #999}}</style>
<h1>Colonies that were fed</h1><p>{one}</p><table>{table}</table><ul>{"".join(f"<li>{each}</li>" for each in items)}</ul><p>{two}</p>""")
    return made


def written_page() -> Made:
    """A word processor's PDF: heading, list, table with borders, footnote, two pages with head and foot."""
    made = Made("running heads", ".pdf")
    out = io.BytesIO()
    import docx

    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Nitrate in wells — report to the district"
    section.footer.paragraphs[0].text = "Agency for Water, Torsby"
    made.unwanted += ["Nitrate in wells — report to the district", "Agency for Water, Torsby"]
    document.add_heading("Findings of the year", 1)
    made.wanted.append("Findings of the year")
    document.add_paragraph(made.say(*prose.WELLS[:6]))
    for item in ("cover crops on bare fields", "new tanks for slurry", "advice to the remaining farms"):
        document.add_paragraph(item, style="List Bullet")
        made.wanted.append(item)
    rows = made.rows(
        [("Depth", "Wells", "Median mg/l"), ("to 10 m", "41", "31"), ("10 to 30 m", "29", "19"), ("deeper", "18", "8")]
    )
    table = document.add_table(len(rows), 3, style="Table Grid")
    for n, row in enumerate(rows):
        for m, cell in enumerate(row):
            table.cell(n, m).text = cell
    document.add_paragraph(made.say(*prose.WELLS[6:]))
    for sentences in (prose.SCHOOL, prose.TRAMS, prose.LIBRARY):
        document.add_paragraph(made.say(*sentences))
    document.save(out)
    made.raw = office(out.getvalue(), ".docx", "pdf")
    return made


MADE = (silent_font, silent_file, locked, guarded, commented, printed_page, written_page)
