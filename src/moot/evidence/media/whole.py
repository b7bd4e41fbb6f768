"""HTML that is read whole, since nothing around its text belongs to a site: chapters of a book, letters."""

from __future__ import annotations

from moot.evidence.media import hidden
from moot.evidence.media.html import metadata, rendered, tree_of
from moot.text.lazy import lazy_re
from moot.words import Hidden

_NO_SIGN = lazy_re("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad]")
_NO_TEXT = ("script", "style", "template", "iframe", "object", "svg", "canvas", "head", "nav")


def text(page: str) -> tuple[str, tuple[Hidden, ...]]:
    """Its text as that of a page, and what was hidden in it. Raises `CannotRead` when no element is in it."""
    from lxml.etree import strip_elements

    tree = tree_of(_NO_SIGN.sub("", page))
    apart = (*metadata.beside(tree), *hidden.take_out(tree))
    strip_elements(tree, *_NO_TEXT, with_tail=False)
    return rendered.text(tree), apart
