# type: ignore
"""Slides and letters: pptx, odp, eml."""
# ruff: noqa: E501

from __future__ import annotations

import datetime
import io
from email.message import EmailMessage
from typing import Any

import pptx
import prose
from kit import Made, office
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

_TIME = datetime.datetime(2024, 3, 12, 9, 0)


def _saved(deck: Any) -> bytes:
    deck.core_properties.author = "Ida Marsh"
    deck.core_properties.created = deck.core_properties.modified = _TIME
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _bulleted(made: Made, deck: Any, title: str, items: tuple[str, ...]) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = title
    slide.placeholders[1].text = "\n".join(items)
    made.wanted += [title, *items]
    return slide


def _talk(made: Made) -> Any:
    """Bullets, a table, notes of the speaker, a hidden slide."""
    deck = pptx.Presentation()
    slide = _bulleted(
        made, deck, "Glass and its furnace", ("310 tonnes a day", "42 % cullet", "Gas replaced for eleven days")
    )
    slide.notes_slide.notes_text_frame.text = "Do not mention the foam."
    made.hidden = ["Do not mention the foam.", "Plans for closing the site"]
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Defects"
    made.wanted.append("Defects")
    rows = made.rows(
        [("Season", "Rejected", "Of square metres"), ("Spring", "7.1", "1,000"), ("Autumn", "4.8", "1,000")]
    )
    table = slide.shapes.add_table(3, 3, Inches(1), Inches(2), Inches(6), Inches(2)).table
    for n, row in enumerate(rows):
        for m, cell in enumerate(row):
            table.cell(n, m).text = cell
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = made.hidden[1]
    slide._element.set("show", "0")
    _bulleted(made, deck, "What comes next", (prose.GLASS[9], prose.GLASS[11]))
    return deck


def talk() -> Made:
    made = Made("pptx", ".pptx")
    made.raw = _saved(_talk(made))
    return made


def open_talk() -> Made:
    made = Made("odp", ".odp")
    made.raw = office(_saved(_talk(made)), ".pptx", "odp")
    return made


def chart() -> Made:
    """A chart, whose figures are in the file; grouped boxes; a title that comes last in the file; levels of bullets."""
    made = Made("pptx", ".pptx")
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Passengers by line"
    made.wanted.append("Passengers by line")
    data = CategoryChartData()
    data.categories = ["2021", "2022", "2023"]
    data.add_series("Line 1", (18.4, 20.9, 21.7))
    data.add_series("Line 2", (15.0, 16.2, 17.0))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(2), Inches(6), Inches(4), data)
    made.wanted += ["~2021 | 18.4 | 15", "~2023 | 21.7 | 17"]
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    group = slide.shapes.add_group_shape()
    for n, words in enumerate(("Depot: 44 million", "Extension: seven stops")):
        group.shapes.add_textbox(Inches(1), Inches(1 + n), Inches(4), Inches(0.5)).text_frame.text = words
        made.wanted.append(words)
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Work ahead"
    frame = slide.placeholders[1].text_frame
    frame.text = "Southern extension"
    more = frame.add_paragraph()
    more.text, more.level = "begins in May", 1
    tree = slide.shapes._spTree
    tree.append(slide.shapes.title._element)
    made.wanted += ["Work ahead", "Southern extension", "begins in May"]
    made.raw = _saved(deck)
    return made


def letter() -> Made:
    """Two forms of one text, an attachment, a subject in another alphabet."""
    made = Made("eml", ".eml")
    mail = EmailMessage()
    mail["From"] = "Sunniva Aldrich <sunniva@vellhavn.example>"
    mail["To"] = "council@vellhavn.example"
    mail["Date"] = "Tue, 12 Mar 2024 09:15:00 +0100"
    mail["Subject"] = "Dredging: größere Tiefe"
    made.wanted += ["Dredging: größere Tiefe", "~Sunniva Aldrich"]
    mail.set_content("\n\n".join([made.say(*prose.HARBOUR[6:8]), made.say(*prose.HARBOUR[12:])]))
    mail.add_alternative("<p>" + " ".join(prose.HARBOUR[6:8]) + "</p>", subtype="html")
    mail.add_attachment(b"%PDF-1.4 nothing", maintype="application", subtype="pdf", filename="survey.pdf")
    mail.set_boundary("=====b1=====")
    for number, part in enumerate(mail.iter_parts()):
        if part.is_multipart():
            part.set_boundary(f"=====c{number}=====")
    made.said = ["survey.pdf"]
    made.raw = mail.as_bytes()
    return made


def web_letter() -> Made:
    """Only HTML, in windows-1252 and quoted-printable, with a table, a hidden line and an earlier letter below."""
    made = Made("eml", ".eml")
    made.hidden = ["Preview text that mail programs show"]
    made.wanted += ["Ergebnis der Messung"]
    made.rows([("Straße", "Dezibel"), ("Fern Road", "61,5"), ("Mühlweg", "58,2")])
    made.say("The court ordered further noise measurements.")
    page = f"""<html><body><div style="display:none">{made.hidden[0]}</div><h1>Ergebnis der Messung</h1><table><tr><td>Straße</td><td>Dezibel</td></tr>
<tr><td>Fern Road</td><td>61,5</td></tr><tr><td>Mühlweg</td><td>58,2</td></tr></table><blockquote>The court ordered further noise measurements.</blockquote></body></html>"""
    mail = EmailMessage()
    mail["From"] = "=?iso-8859-1?Q?J=F6rg_Ebner?= <ebner@stadt.example>"
    mail["Date"] = "Fri, 7 Jun 2024 16:00:00 +0200"
    mail["Subject"] = "Ergebnis der Messung"
    mail.set_content(page, subtype="html", charset="cp1252", cte="quoted-printable")
    made.raw = mail.as_bytes()
    return made


MADE = (talk, open_talk, chart, letter, web_letter)
