"""Kinds of content that can be read, and how a page that says nothing of its kind is told."""

from __future__ import annotations

import re

from moot.evidence.media import signature
from moot.evidence.media.medium import CannotRead
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
_NAMED = {".md": (".md", ".markdown"), ".csv": (".csv",), ".tsv": (".tsv",)}
"""Kinds of text that only an address tells."""
_UNSAID = (
    "",
    "application/octet-stream",
    "binary/octet-stream",
    "application/force-download",
    "application/x-download",
)
_PACKED = (
    "application/zip",
    "application/x-zip-compressed",
    "application/msword",
    "application/vnd.ms-word",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
)
"""Of which the bytes say what is in them; names of old files of Office are given to new ones."""
HTML = ("text/html", "application/xhtml+xml")
DATA = ("application/json", "application/atom+xml", "application/xml", "text/xml", "application/vnd.api+json")
"""What interfaces for programs answer."""


def media_type(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def refusal(content_type: str, body: bytes, accepts: tuple[str, ...] = ()) -> str | None:
    """Why a body of this kind is not read; None when it is. `body` is empty before it has come."""
    kind = media_type(content_type)
    if kind in accepts or kind in _SUFFIXES:
        return None
    if kind in _UNSAID and (not body or _sniffed(body)):
        return None
    if kind in _PACKED and (not body or _signed(body)):
        return None
    return f"it is {kind or 'of an unknown kind'}, which is not read"


def suffix(content_type: str, body: bytes, address: str) -> str:
    """As `moot.evidence.read` knows its medium; what its first bytes tell is so, whatever it is called."""
    told = _SUFFIXES.get(media_type(content_type)) or _sniffed(body) or ".txt"
    signed = _signed(body)
    if signed and (signed != ".html" or told not in TEXTS):
        return signed
    if told == ".txt":
        named = urls.parts(address).path.lower()
        return next((suffix for suffix, ends in _NAMED.items() if named.endswith(ends)), told)
    return told


def _signed(body: bytes) -> str | None:
    try:
        return signature.suffix(body)
    except CannotRead:
        return None


def _sniffed(body: bytes) -> str | None:
    start = body[:1024].lstrip().lower()
    if signed := _signed(body):
        return signed
    if start.startswith((b"<head", b"<body")):
        return ".html"
    return None if re.search(rb"[\x00-\x08]", start) else (".txt" if _texty(start) else None)


def _texty(start: bytes) -> bool:
    try:
        start[:1000].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(start[:1000]) - 3 and bool(start)
    return bool(start)
