"""Small files of office programs, made by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

_SPREADSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def xlsx(rows: str, styles: str = "", state: str = "visible") -> bytes:
    """A workbook of one sheet, whose rows and styles are given as XML."""
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    sheets = f'<sheets><sheet name="Data" state="{state}" r:id="r1"/></sheets>'
    sheet = f'<Relationship Id="r1" Type="{_RELATED}/worksheet" Target="worksheets/sheet1.xml"/>'
    return packed(
        {
            "xl/workbook.xml": f'<workbook {_SPREADSHEET} xmlns:r="{_RELATED}">{sheets}</workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}">{sheet}</Relationships>',
            "xl/worksheets/sheet1.xml": f"<worksheet {_SPREADSHEET}>{rows}</worksheet>",
            "xl/styles.xml": f"<styleSheet {_SPREADSHEET}>{styles}</styleSheet>",
        }
    )


def docx(body: str, parts: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """A text whose body is given as XML, as are other parts; `w` and `wp` stand for what they do in Word."""
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    names += ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    given = {name: f"<w:part {names}>{each}</w:part>" for name, each in parts.items()}
    return packed({"word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>", **given})


def ods(rows: str) -> bytes:
    table = f'<table:table table:name="Data">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    return packed({"content.xml": f"<office:document-content {_ODF}>{body}</office:document-content>"})


def odt(body: str, styles: str = "", parts: Mapping[str, str] = MappingProxyType({})) -> bytes:
    styles = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    body = f"<office:body><office:text>{body}</office:text></office:body>"
    return packed({"content.xml": f"<office:document-content {_ODF}>{styles}{body}</office:document-content>", **parts})


def pptx(shapes: str, size: str = 'cx="9000" cy="5000"') -> bytes:
    """One slide, whose shapes are given as XML."""
    names = f'xmlns:p="{_SLIDES}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{_RELATED}"'
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    slide = f'<Relationship Id="r1" Type="{_RELATED}/slide" Target="slides/slide1.xml"/>'
    ids = '<p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst>'
    tree = f"<p:cSld><p:spTree>{shapes}</p:spTree></p:cSld>"
    return packed(
        {
            "ppt/presentation.xml": f"<p:presentation {names}>{ids}<p:sldSz {size}/></p:presentation>",
            "ppt/_rels/presentation.xml.rels": f'<Relationships xmlns="{relations}">{slide}</Relationships>',
            "ppt/slides/slide1.xml": f"<p:sld {names}>{tree}</p:sld>",
        }
    )
