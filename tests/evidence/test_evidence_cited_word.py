"""Reports that are Word files: styles, links, lists, and notes with numbers or marks of their own."""

from __future__ import annotations

from pathlib import Path

from evidence_cited import R, W, cited, docx

from moot.evidence.cited_report import read_report


def p(*runs: str, style: str = "") -> str:
    return f"<w:p>{style}{''.join(runs)}</w:p>"


def r(text: str, form: str = "") -> str:
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def note(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def test_a_docx_with_styles_links_lists_and_notes(tmp_path: Path) -> None:
    heading = '<w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>'
    item = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>'
    link = f'<w:hyperlink r:id="l1">{r("the Office")}</w:hyperlink>'
    instruction = '<w:r><w:instrText>HYPERLINK "https://e.org/f"</w:instrText></w:r>'
    table = f"<w:tbl>{row(p(r('Site')), p(r('Share')))}{row(p(r('East')), p(r('5 %'), note(4)))}</w:tbl>"
    body = (
        p(r("Pumps"), style=heading)
        + p(r("It rose, says "), link, r("."), note(7), f"<w:moveFrom>{r('gone')}</w:moveFrom>")
        + p(r("It fell by half"), r("obey", "<w:vanish/>"), style=item)
        + table
        + p(field("begin"), instruction, field("separate"), r("The field"), field("end"), r(" is a link here."))
    )
    notes = "".join(f'<w:footnote w:id="{n}">{p(r(text))}</w:footnote>' for n, text in ((4, "Second."), (7, "First.")))
    style = '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    target = '<Relationship Id="l1" TargetMode="External" Target="https://e.org/o"/>'
    path = docx(
        tmp_path / "report.docx",
        {
            "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f"<Relationships>{target}</Relationships>",
            "word/styles.xml": f"<w:styles {W}>{style}</w:styles>",
            "word/footnotes.xml": f"<w:footnotes {W}>{notes}</w:footnotes>",
        },
    )
    report = read_report(path)
    assert cited(report) == [
        ("It rose, says the Office.", [("the Office", ["https://e.org/o"]), ("1", ["1"])]),
        ("It fell by half", []),
        ("East | 5 %", [("2", ["2"])]),
        ("The field is a link here.", [("The field", ["https://e.org/f"])]),
    ]
    assert {each.label: each.text for each in report.entries if each.label} == {"1": "First.", "2": "Second."}
    assert report.statements[0].section == "Pumps"


def test_a_docx_whose_notes_have_marks_of_their_own(tmp_path: Path) -> None:
    """A note with a mark of its own is not counted; notes may be kept in any order, and be referred to again."""
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="5"/><w:t>*</w:t></w:r>'
    raised = '<w:rStyle w:val="FootnoteReference"/>'
    again = f"{field('begin')}<w:r><w:instrText>NOTEREF _Ref1 \\f</w:instrText></w:r>{field('separate')}"
    body = p(
        *(r("It rose"), note(8), r(". It fell"), note(3), r(". Mrs B. agreed"), own, r(". It rose again"), note(9)),
        *(r(" as in"), again, r("1", raised), field("end"), r(".")),
    )
    texts = (
        (3, r("Ibid., p. 4.")),
        (5, r("*", raised) + r(" Her name was changed.")),
        (8, r("A. Lind, Pumps, 2019.")),
        (9, r("Letter.")),
    )
    notes = "".join(f'<w:footnote w:id="{n}">{p(text)}</w:footnote>' for n, text in texts)
    look = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    style = f'<w:style w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>{look}</w:style>'
    path = docx(
        tmp_path / "report.docx",
        {
            "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {W}>{style}</w:styles>",
            "word/footnotes.xml": f"<w:footnotes {W}>{notes}</w:footnotes>",
        },
    )
    report = read_report(path)
    assert cited(report) == [
        ("It rose.", [("1", ["1"])]),
        ("It fell.", [("2", ["1"])]),
        ("Mrs B. agreed.", [("*", ["*"])]),
        ("It rose again as in.", [("3", ["3"]), ("1", ["1"])]),
    ]
    assert {each.label: each.text for each in report.entries} == {
        "1": "A. Lind, Pumps, 2019.",
        "*": "Her name was changed.",
        "3": "Letter.",
    }


def test_a_docx_in_which_two_notes_have_the_same_mark(tmp_path: Path) -> None:
    """A mark that is a symbol takes no words with it."""

    def own(number: int, mark: str) -> str:
        return f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>{mark}</w:r>'

    symbol = '<w:sym w:font="Symbol" w:char="F02A"/>'
    body = p(
        r("It rose"), own(2, "<w:t>*</w:t>"), r(". It fell"), own(3, "<w:t>*</w:t>"), r(". The number"), own(4, symbol)
    )
    body += p(r("It is 45"), own(5, "<w:t>1</w:t>"), r(". It stays"), note(6), r("."))
    notes = "".join(f'<w:footnote w:id="{n}">{p(r(f"Source {n}, 2019."))}</w:footnote>' for n in range(2, 7))
    path = docx(
        tmp_path / "report.docx",
        {
            "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
            "word/footnotes.xml": f"<w:footnotes {W}>{notes}</w:footnotes>",
        },
    )
    report = read_report(path)
    texts = {entry.id: entry.text for entry in report.entries}
    assert [(each.text, [texts[id] for mark in each.marks for id in mark.entries]) for each in report.statements] == [
        ("It rose.", ["Source 2, 2019."]),
        ("It fell.", ["Source 3, 2019."]),
        ("The number", ["Source 4, 2019."]),
        ("It is 45.", ["Source 5, 2019."]),
        ("It stays.", ["Source 6, 2019."]),
    ]
