"""PDF: the text layer, page by page; pages are parted by a form feed."""

from __future__ import annotations

from moot.evidence.medium import Extract, Medium


def read(raw: bytes) -> Extract:
    import pypdfium2

    with pypdfium2.PdfDocument(raw) as pdf:
        return Extract("\n\f\n".join(page.get_textpage().get_text_bounded() for page in pdf))


MEDIUM = Medium("pdf", (".pdf",), read)
