"""Blocks as WordprocessingML (ISO/IEC 29500-1, transitional): paragraphs, runs, tables, bookmarks, links."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from moot.report.handed.blocks import (
    TONES,
    Block,
    Contents,
    Frame,
    Grid,
    Heading,
    Kind,
    Line,
    Look,
    Outline,
    Paragraph,
    Span,
    rtl,
    shown,
)

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_WIDTH = 9070
"""Of the text, in twentieths of a point: A4 with margins of 2.5 cm."""
_PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="{footer}"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1304" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="680" w:gutter="0"/>'
    "</w:sectPr>"
)
_KINDS = {
    Kind.TEXT: "",
    Kind.LEDE: "Subtitle",
    Kind.LOUD: "Note",
    Kind.ITEM: "ListBullet",
    Kind.ENTRY: "Entry",
    Kind.DETAIL: "Detail",
    Kind.ASIDE: "Aside",
}
_LOOKS = {
    Look.PLAIN: "",
    Look.STRONG: "Strong",
    Look.EMPHASIS: "Emphasis",
    Look.SOFT: "Soft",
    Look.STRUCK: "Struck",
    Look.MARKED: "Quoted",
    Look.CITED: "Citation",
    Look.NUMBER: "SentenceNumber",
}
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def run(text: str, style: str = "", properties: str = "") -> str:
    """Words that look alike. The one place where words become XML."""
    said = shown(text)
    properties = (f'<w:rStyle w:val="{style}"/>' if style else "") + properties + ("<w:rtl/>" if rtl(said) else "")
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(said)}</w:t></w:r>'


def paragraph(runs: str, style: str = "", turned: bool = False, centred: bool = False) -> str:
    """`turned`: from right to left."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += ("<w:bidi/>" if turned else "") + ('<w:jc w:val="center"/>' if centred else "")
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def inside(place: str, runs: str) -> str:
    """A link within the document."""
    return f'<w:hyperlink w:anchor="{place}" w:history="1">{runs}</w:hyperlink>'


def standing_style(standing: str) -> str:
    """The name of the character style of a standing."""
    return f"Standing{standing.capitalize()}"


class Body:
    """Writes the body of one document; `addresses` are those it links to, with the ids of their relationships."""

    def __init__(self, first: int) -> None:
        """`first`: the number of the first relationship that is free."""
        self.addresses: dict[str, str] = {}
        self._first = first
        self._places = 0

    def write(self, document: Outline, footer: str) -> str:
        """The part `word/document.xml`. `footer`: the id of its relationship."""
        size = next((size for most, size in ((70, 44), (140, 36), (300, 28)) if len(document.title) <= most), 22)
        title = run(document.title, properties=f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>')
        return "".join(
            (
                f"<w:document {NAMESPACES}><w:body>",
                paragraph(run("Moot · models argue, evidence decides"), "Eyebrow"),
                paragraph(title, "Title", rtl(document.title)),
                *map(self._block, document.blocks),
                _PAGE.format(footer=footer),
                "</w:body></w:document>",
            )
        )

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            aside = run(f" ({block.aside})", "Soft") if block.aside else ""
            words = self._placed(block.at, run(block.text)) + aside
            return paragraph(words, f"Heading{block.level}", rtl(block.text))
        if isinstance(block, Paragraph):
            return self._paragraph(block.line, _KINDS[block.kind])
        if isinstance(block, Contents):
            return "".join(_contents(block))
        return self._grid(block)

    def _paragraph(self, line: Line, style: str, centred: bool = False) -> str:
        turned = rtl("".join(span.text for span in line))
        return paragraph("".join(map(self._span, line)), style, turned, centred)

    def _span(self, span: Span) -> str:
        if span.look is Look.MARK and span.tone:
            said = run(span.text, standing_style(span.tone.value))
        elif span.tone:
            raised = '<w:vertAlign w:val="superscript"/>' if span.look is Look.NUMBER else ""
            said = run(span.text, _LOOKS[span.look], f'<w:color w:val="{TONES[span.tone].upper()}"/>{raised}')
        else:
            said = run(span.text, "Hyperlink" if span.web else _LOOKS[span.look])
        if span.to:
            said = inside(span.to, said)
        elif span.web:
            id = self.addresses.setdefault(span.web, f"rId{self._first + len(self.addresses)}")
            said = f'<w:hyperlink r:id="{id}" w:history="1">{said}</w:hyperlink>'
        return self._placed(span.at, said) if span.at else said

    def _placed(self, place: str, runs: str) -> str:
        self._places += 1
        start = f'<w:bookmarkStart w:id="{self._places}" w:name="{place}"/>'
        return f'{start}{runs}<w:bookmarkEnd w:id="{self._places}"/>'

    def _grid(self, grid: Grid) -> str:
        widths = [round(_WIDTH * share) for share in grid.widths]
        style, first = ("Box", "0") if grid.frame is Frame.NOTE else ("Rows", "1" if grid.head else "0")
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        words = "TableSmall" if grid.frame in (Frame.FACTS, Frame.MAP) else "TableText"
        repeated = "<w:cantSplit/>" + ("<w:tblHeader/>" if grid.repeats else "")
        rows = [self._row(grid.head, grid, widths, "TableHead", repeated)] if grid.head else []
        rows += [self._row(row, grid, widths, words, "<w:cantSplit/>") for row in grid.rows]
        return "".join(
            (
                paragraph(run(grid.caption), "Caption", rtl(grid.caption)) if grid.caption else "",
                f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>',
                '<w:tblLayout w:type="fixed"/>',
                f'<w:tblLook w:val="{"0020" if first == "1" else "0000"}" w:firstRow="{first}" w:lastRow="0" '
                'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>',
                f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>",
                # Tables that follow one another would become one.
                paragraph("", "AfterTable"),
            )
        )

    def _row(self, row: tuple[Line, ...], grid: Grid, widths: list[int], style: str, properties: str) -> str:
        last = len(row) - 1
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self._paragraph(cell, style, centred=grid.frame is Frame.MAP and 1 < n < last)}</w:tc>"
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _contents(contents: Contents) -> Iterator[str]:
    """A table of contents that Word can bring up to date; without page numbers, which only a layout knows."""
    yield paragraph(run("Contents"), "TOCHeading")
    begin = (
        f'{_FIELD.format("begin")}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\n \\h </w:instrText></w:r>'
    )
    begin += _FIELD.format("separate")
    for n, (words, place) in enumerate(contents.entries):
        end = _FIELD.format("end") if n == len(contents.entries) - 1 else ""
        yield paragraph(f"{'' if n else begin}{inside(place, run(words))}{end}", "TOC1", rtl(words))
