"""Kinds of content that can be read, and how a page that says nothing of its kind is told."""

from __future__ import annotations

from moot.text import urls

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "text/rtf": ".rtf",
    "application/rtf": ".rtf",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.presentation": ".odp",
}
TEXTS = (".html", ".txt", ".md", ".csv", ".tsv")
"""What is read as characters, in the charset that its head names."""
_UNSAID = ("", "application/octet-stream", "binary/octet-stream", "application/force-download")
HTML = ("text/html", "application/xhtml+xml")
DATA = ("application/json", "application/atom+xml", "application/xml", "text/xml", "application/vnd.api+json")
"""What interfaces for programs answer."""


def media_type(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def refusal(content_type: str, start: bytes, accepts: tuple[str, ...] = ()) -> str | None:
    """Why a body of this kind is not read; None when it is. `start` is as much of the body as came first."""
    kind = media_type(content_type)
    if kind in accepts or kind in _SUFFIXES:
        return None
    if kind in _UNSAID and (not start or _sniffed(start)):
        return None
    return f"it is {kind or 'of an unknown kind'}, which is not read"


def suffix(content_type: str, body: bytes, address: str) -> str:
    """As `moot.evidence.read` knows its medium; what its first bytes tell is so, whatever it is called."""
    told = _SUFFIXES.get(media_type(content_type)) or _sniffed(body) or ".txt"
    if _pdf(body):
        return ".pdf"
    if told not in TEXTS and _sniffed(body) == ".html":
        return ".html"
    if told == ".txt" and urls.parts(address).path.lower().endswith((".md", ".markdown")):
        return ".md"
    return told


def _pdf(body: bytes) -> bool:
    return body[:1024].lstrip().startswith(b"%PDF-")


def _sniffed(body: bytes) -> str | None:
    start = body[:1024].lstrip().lower()
    if _pdf(body):
        return ".pdf"
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return ".html"
    return None if b"\x00" in start else (".txt" if _texty(start) else None)


def _texty(start: bytes) -> bool:
    try:
        start[:1000].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(start[:1000]) - 3 and bool(start)
    return bool(start)
