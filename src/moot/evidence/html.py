"""HTML: the main text, with tables and lists kept as text; hidden text is kept apart."""

from __future__ import annotations

from moot.evidence.decode import decode
from moot.evidence.medium import Extract, Medium


def read(raw: bytes) -> Extract:
    import trafilatura

    text, notes = decode(raw)
    return Extract(trafilatura.extract(text, output_format="markdown", include_tables=True) or "", notes=notes)


MEDIUM = Medium("html", (".html", ".htm"), read)
