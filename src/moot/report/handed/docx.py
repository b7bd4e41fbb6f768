"""The report as a Word document: real styles, headings, tables, bookmarks and links; only the page numbers are fields.

Written part by part: a library would stamp the present time into the file, and knows neither bookmarks nor links.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from importlib.resources import files
from xml.sax.saxutils import escape

from moot.ledger.record import Record
from moot.report.cover import clip
from moot.report.formats import Format
from moot.report.handed.blocks import TONES, Line, Outline, shown
from moot.report.handed.outline import outline
from moot.report.handed.style import in_style
from moot.report.handed.wordml import NAMESPACES, Body, run, standing_style
from moot.report.shape import Report

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The time of every part: the earliest that a zip can hold."""
_PART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FIXED = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/app.xml": "app.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
}
_PARTS = ("styles", "numbering", "settings", "footer")
"""What the document refers to, as rId1, rId2, …"""


def render(report: Report, record: Record, styled: Mapping[int, Line] | None = None) -> bytes:
    """The document. Its times are those of the run, so that the same report gives the same bytes."""
    document = outline(report, styled or {})
    body = Body(first=len(_PARTS) + 1)
    xml = body.write(document, footer=f"rId{len(_PARTS)}")
    parts = {name: _file(kept) for name, kept in _FIXED.items()}
    parts |= {
        "docProps/core.xml": _core(document),
        "word/document.xml": _HEAD + xml,
        "word/_rels/document.xml.rels": _relationships(body.addresses),
        "word/styles.xml": _styles(),
        "word/footer1.xml": _footer(document),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, text.encode())
    return file.getvalue()


DOCX = Format(".docx", render, in_style(render))


def _file(name: str) -> str:
    return (files("moot.report.handed") / "word" / name).read_text(encoding="utf-8")


def _styles() -> str:
    """With a character style for each standing."""
    made = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{standing_style(standing.value)}">'
        f'<w:name w:val="Standing {standing.value}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f'<w:rPr><w:b/><w:bCs/><w:color w:val="{tone.upper()}"/><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'
        "</w:style>"
        for standing, tone in TONES.items()
    )
    return _file("styles.xml").replace("</w:styles>", f"{made}</w:styles>")


def _relationships(addresses: Mapping[str, str]) -> str:
    kept = [
        f'<Relationship Id="rId{n}" Type="{_PART}/{part}" Target="{part}{"1" if part == "footer" else ""}.xml"/>'
        for n, part in enumerate(_PARTS, 1)
    ]
    kept += [
        f'<Relationship Id="{id}" Type="{_PART}/hyperlink" Target="{escape(address)}" TargetMode="External"/>'
        for address, id in addresses.items()
    ]
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{space}">{"".join(kept)}</Relationships>'


def _core(document: Outline) -> str:
    begun = document.begun.strftime("%Y-%m-%dT%H:%M:%SZ")
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{begun}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(shown(document.title))}</dc:title><dc:creator>Moot</dc:creator>"
        f"<cp:lastModifiedBy>Moot</cp:lastModifiedBy>{times}</cp:coreProperties>"
    )


def _footer(document: Outline) -> str:
    pages = f"{_field('PAGE')}{run(' / ')}{_field('NUMPAGES')}"
    return (
        f'{_HEAD}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f"{run(clip(document.title, 14))}<w:r><w:tab/></w:r>{pages}</w:p></w:ftr>"
    )


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} ">{run("1")}</w:fldSimple>'
