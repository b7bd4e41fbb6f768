"""Files that are reports: Markdown, text, HTML, PDF and docx."""

from __future__ import annotations

from pathlib import Path

from moot.errors import NoSources
from moot.evidence.cited_report.parse import parse
from moot.evidence.cited_report.report import CitedReport
from moot.evidence.medium import CannotRead

LIMIT = 64 * 1024 * 1024
"""Bytes; a larger file is not opened."""


def read_report(path: Path) -> CitedReport:
    """What a report claims and cites. Raises `NoSources` with the reason when it cannot be read."""
    try:
        if path.stat().st_size > LIMIT:
            raise CannotRead(f"too large: over {LIMIT // 1024**2} MB")
        raw = path.read_bytes()
        text, media, title = _text(path, raw)
        if not text.strip():
            raise CannotRead("no text in it")
    except CannotRead as error:
        raise NoSources(f"The report {path} cannot be read: {error}.") from None
    except OSError as error:
        raise NoSources(f"The report {path} cannot be opened: {(error.strerror or str(error)).lower()}.") from None
    beside = path.with_suffix(".bib")
    bib = beside.read_text(encoding="utf-8", errors="replace") if beside.is_file() and beside != path else ""
    return parse(text, media, title or "", bib)


def parse_report(text: str, media: str = "markdown", title: str = "") -> CitedReport:
    """The same of a text in Markdown or plain."""
    return parse(text, media, title)


def _text(path: Path, raw: bytes) -> tuple[str, str, str | None]:
    """The text, in Markdown where the medium has structure; the medium; the title."""
    suffix = path.suffix.lower()
    if suffix in (".html", ".htm"):
        from moot.evidence.cited_report import html

        text, title = html.markdown(raw)
        return text, "html", title
    if suffix == ".docx":
        from moot.evidence.cited_report import docx

        return docx.markdown(raw), "docx", None
    if suffix == ".pdf":
        from moot.evidence import pdf

        extract = pdf.read(raw)
        return extract.text.replace("\f", "\n\n"), "pdf", extract.title
    from moot.evidence.decode import decode

    text, _ = decode(raw, None)
    return text.replace("\r\n", "\n"), "markdown" if suffix in (".md", ".markdown") else "text", None
