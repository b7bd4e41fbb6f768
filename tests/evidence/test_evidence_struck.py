"""What an author struck out is no evidence: it leaves the text, and is kept with its name."""

from __future__ import annotations

import time

import pytest
from evidence_packed import docx as docx_of
from evidence_packed import odt, xlsx
from evidence_packed import pptx as pptx_of

from moot.evidence.media import docx, html, markdown, odf, plain, pptx, rtf
from moot.evidence.media import xlsx as sheets
from moot.evidence.media.hidden import STRUCK
from moot.evidence.media.medium import Extract

SAID = "It sold 7,000 in May."
STAYS = "It sold 9,410 in June."


def told(extract: Extract) -> tuple[str, list[str]]:
    assert all(each.how == STRUCK for each in extract.hidden)
    return extract.text.strip(), [each.text for each in extract.hidden]


@pytest.mark.parametrize(
    "struck",
    [
        "<s>{}</s>",
        "<del>{}</del>",
        "<strike>{}</strike>",
        "<span style='text-decoration: red line-through'>{}</span>",
        "<span style='text-decoration-line:line-through'>{}</span>",
        "<style>.old {{ text-decoration: line-through }}</style><span class=old>{}</span>",
    ],
)
def test_of_a_page(struck: str) -> None:
    read = html.read(f"<html><body><p>{STAYS} {struck.format(SAID)}</p></body></html>".encode())
    assert told(read) == (STAYS, [SAID])


@pytest.mark.parametrize(
    "shown",
    [
        "<ins>{}</ins>",
        "<u>{}</u>",
        "<span style='text-decoration:underline'>{}</span>",
        "<style>.n:hover {{ text-decoration: line-through }}</style><span class=n>{}</span>",
        "<style>.n {{ text-decoration: line-through }} .n {{ text-decoration: none }}</style><span class=n>{}</span>",
    ],
)
def test_what_only_looks_so_in_the_source_of_a_page_stays(shown: str) -> None:
    read = html.read(f"<html><body><p>{STAYS} {shown.format(SAID)}</p></body></html>".encode())
    assert told(read) == (f"{STAYS} {SAID}", [])


def test_a_figure_that_was_struck_is_kept_too() -> None:
    assert told(html.read(b"<p>The fare is <s>4.80</s> 5.20 euros.</p>")) == ("The fare is 5.20 euros.", ["4.80"])


@pytest.mark.parametrize(
    ("text", "left", "struck"),
    [
        (f"~~{SAID}~~ {STAYS}", STAYS, [SAID]),
        (f"{STAYS} ~~{SAID}~~", f"{STAYS} ", [SAID]),
        ("- ~~a b~~ c\n- d", "- c\n- d", ["a b"]),
        ("| ~~5~~ 6 | <del>7</del> |", "| 6 | |", ["5", "7"]),
        ("Two ~~lines\nof it~~ here", "Two here", ["lines of it"]),
    ],
)
def test_of_markdown(text: str, left: str, struck: list[str]) -> None:
    said, found = markdown.without_struck(text)
    assert (said, [each.text for each in found]) == (left, struck)


@pytest.mark.parametrize(
    "text",
    [
        "About ~~ 5 and ~~ 6",
        "~~~\ncode ~~x~~ y\n~~~\n",
        "```\n~~x~~\n```\n",
        "The mark `~~x~~` strikes, \\~~x\\~~ does not",
        "One ~~here\n\nand one~~ there",
        "~5 and ~6, </s> and <s> alone",
        "The <sub>s</sub> and <span>~~</span>",
    ],
)
def test_tildes_that_strike_nothing_stay(text: str) -> None:
    assert markdown.without_struck(text) == (text, ())


def test_plain_text_has_no_marks() -> None:
    assert "~~a~~" in plain.read(b"Kept: ~~a~~ b.").text
    assert told(markdown.read(f"# A\n\n~~{SAID}~~ {STAYS}\n".encode())) == (f"# A\n\n{STAYS}", [SAID])


@pytest.mark.parametrize(
    ("mark", "is_struck"),
    [("<w:strike/>", True), ("<w:dstrike/>", True), ('<w:strike w:val="0"/>', False), ("<w:b/>", False)],
)
def test_of_word(mark: str, is_struck: bool) -> None:
    run = f"<w:r><w:rPr>{mark}</w:rPr><w:t>{SAID}</w:t></w:r>"
    read = docx.read(docx_of(f"<w:p><w:r><w:t>{STAYS} </w:t></w:r>{run}</w:p>"))
    assert told(read) == ((STAYS, [SAID]) if is_struck else (f"{STAYS} {SAID}", []))


@pytest.mark.parametrize(("line", "is_struck"), [("solid", True), ("none", False)])
def test_of_open_document(line: str, is_struck: bool) -> None:
    styles = f"""<style:style style:name="T1"><style:text-properties style:text-line-through-style="{line}"/>
      </style:style><style:style style:name="T2" style:parent-style-name="T1"/>"""
    span = f'<text:p>{STAYS} <text:span text:style-name="T2">{SAID}</text:span></text:p>'
    item = f'<text:list><text:list-item><text:p text:style-name="T1">{SAID}</text:p></text:list-item></text:list>'
    read = odf.MEDIA[0].read(odt(span + item, styles))
    whole = f"{STAYS} {SAID}\n\n- {SAID}"
    assert told(read) == ((STAYS, [SAID, SAID]) if is_struck else (whole, []))


@pytest.mark.parametrize(("mark", "is_struck"), [("sngStrike", True), ("dblStrike", True), ("noStrike", False)])
def test_of_slides(mark: str, is_struck: bool) -> None:
    runs = f'<a:r><a:t>{STAYS} </a:t></a:r><a:r><a:rPr strike="{mark}"/><a:t>{SAID}</a:t></a:r>'
    text, struck = told(pptx.read(pptx_of(f"<p:sp><p:txBody><a:p>{runs}</a:p></p:txBody></p:sp>")))
    assert (SAID not in text) is is_struck and STAYS in text and struck == ([SAID] if is_struck else [])


@pytest.mark.parametrize(("mark", "is_struck"), [("<strike/>", True), ('<strike val="0"/>', False), ("<b/>", False)])
def test_of_sheets(mark: str, is_struck: bool) -> None:
    styles = f"<fonts><font/><font>{mark}</font></fonts><cellXfs><xf fontId='0'/><xf fontId='1'/></cellXfs>"
    cells = "".join(f'<c s="{n}" t="inlineStr"><is><t>{words}</t></is></c>' for n, words in enumerate((STAYS, SAID)))
    text, struck = told(sheets.read(xlsx(f'<sheetData><row r="1">{cells}</row></sheetData>', styles)))
    assert (SAID not in text) is is_struck and STAYS in text and struck == ([SAID] if is_struck else [])


def test_of_rich_text() -> None:
    raw = rb"{\rtf1 It sold 9,410 in June. {\strike It sold 7,000 in May.}\strike0  So it did.}"
    assert told(rtf.read(raw)) == ("It sold 9,410 in June. So it did.", [SAID])


def test_hostile_marks_take_linear_time() -> None:
    for piece in ("~~", "~~a", "~~ ", "<s>", "</s>", "<s a", "`~~", "\\~~", "~~a~~ "):
        started = time.process_time()
        markdown.without_struck(piece * 100_000)
        assert time.process_time() - started < 4, piece


def test_a_comment_of_markdown_is_hidden_text_unless_it_is_code() -> None:
    found = markdown.read(b"X is 3.\n\n<!-- secret:\n\n55 -->\n\n```\n<!-- kept -->\n```\nEnd <!-- open\n")
    assert "55" not in found.text and "<!-- kept -->" in found.text and "<!-- open" in found.text
    assert [(each.how, each.text) for each in found.hidden] == [("HTML comment", "secret: 55")]
