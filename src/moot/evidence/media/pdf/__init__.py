"""PDF: the text layer, page by page; pages are parted by a form feed, so that a quote's page can be told."""

from __future__ import annotations

from moot.evidence.media.medium import Extract, Medium

__all__ = ["MEDIUM", "read"]


def read(raw: bytes) -> Extract:
    """Raises `CannotRead` for encrypted and damaged files, and for those of which no page has text."""
    from moot.evidence.media.pdf import reading  # not until there is a PDF: a score of modules

    return reading.read(raw)


MEDIUM = Medium("pdf", (".pdf",), read)
