"""A .docx file as Markdown, with its footnotes, endnotes and links."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from moot.evidence.medium import CannotRead

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LIMIT = 64 * 1024 * 1024
"""Bytes of one part, unpacked: what is larger is a bomb."""


def markdown(raw: bytes) -> str:
    """Raises `CannotRead` for what is no such file."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            body = _part(archive, "word/document.xml")
            if body is None:
                raise CannotRead("it is no docx file")
            links = _targets(archive)
            lines = [_block(each, links) for each in body.iterfind(f"{_W}body/*")]
            notes = [*_notes(archive, "footnote", "fn"), *_notes(archive, "endnote", "en")]
    except zipfile.BadZipFile:
        raise CannotRead("it is no docx file") from None
    return "\n\n".join(line for line in (*lines, *notes) if line.strip())


def _part(archive: zipfile.ZipFile, name: str) -> Any:
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    if name not in archive.namelist():
        return None
    if archive.getinfo(name).file_size > _LIMIT:
        raise CannotRead("a part of it unpacks to more than 64 MB")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(archive.read(name), parser)
    except etree.XMLSyntaxError:
        raise CannotRead("its text is damaged") from None


def _targets(archive: zipfile.ZipFile) -> dict[str, str]:
    part = _part(archive, "word/_rels/document.xml.rels")
    found: Any = part if part is not None else ()
    return {str(each.get("Id")): str(each.get("Target")) for each in found if each.get("TargetMode") == "External"}


def _block(node: Any, links: dict[str, str]) -> str:
    if node.tag == f"{_W}tbl":
        rows = [
            "| " + " | ".join(" ".join(_runs(cell, links).split()) for cell in row.iterfind(f"{_W}tc")) + " |"
            for row in node.iterfind(f"{_W}tr")
        ]
        return "\n".join(rows)
    if node.tag != f"{_W}p":
        return ""
    style = node.find(f"{_W}pPr/{_W}pStyle")
    name = str(style.get(f"{_W}val", "")) if style is not None else ""
    text = _runs(node, links).strip()
    if name.lower().startswith("heading") and name[-1:].isdigit():
        return f"{'#' * min(6, int(name[-1]))} {text}"
    if name.lower() == "title":
        return f"# {text}"
    if node.find(f"{_W}pPr/{_W}numPr") is not None or name.lower().startswith("list"):
        return f"{'1.' if 'number' in name.lower() else '-'} {text}"
    return text


def _runs(node: Any, links: dict[str, str]) -> str:
    parts: list[str] = []
    for each in node.iter():
        if each.tag == f"{_W}t":
            raised = each.getparent()
            align = raised.find(f"{_W}rPr/{_W}vertAlign") if raised is not None else None
            text = each.text or ""
            is_raised = align is not None and align.get(f"{_W}val") == "superscript"
            parts.append(f"<sup>{text}</sup>" if is_raised else text)
        elif each.tag in (f"{_W}tab", f"{_W}br"):
            parts.append(" ")
        elif each.tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
            kind = "fn" if each.tag.endswith("footnoteReference") else "en"
            name = each.get(f"{_W}id")
            parts.append(f"[{name}](#{kind}{name})")
        elif each.tag == f"{_W}hyperlink" and each.get(_R) in links:
            words = "".join(text.text or "" for text in each.iter(f"{_W}t"))
            parts.append(f"[{words}]({links[str(each.get(_R))]})")
            for text in each.iter(f"{_W}t"):
                text.text = ""
    return "".join(parts)


def _notes(archive: zipfile.ZipFile, kind: str, short: str) -> list[str]:
    part = _part(archive, f"word/{kind}s.xml")
    found: Any = part if part is not None else ()
    return [
        f"[^{short}{each.get(f'{_W}id')}]: {' '.join(_runs(each, {}).split())}"
        for each in found
        if each.get(f"{_W}type") is None
    ]
