"""PDF: the text layer, page by page; pages are parted by a form feed, so that a quote's page can be told."""

from moot.evidence.media.pdf.reading import MEDIUM, read

__all__ = ["MEDIUM", "read"]
