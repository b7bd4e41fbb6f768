"""HTML: the main text, with headings, tables and lists kept as text; hidden text is kept apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from moot.evidence import hidden, rendered
from moot.evidence.decode import decode
from moot.evidence.header import part
from moot.evidence.medium import CannotRead, Extract, Medium

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NO_TEXT = ("script", "style", "template", "noscript", "iframe", "object", "svg", "canvas", "head", "form", "button")
_AROUND = ("nav", "header", "footer", "aside")
_FEW_WORDS = 25
_MANY_WORDS = 150
_SHARE = 0.35
"""A short extraction with less than this share of the page's words has lost the text. A long one is trusted: the rest
is comments and lists of other pages."""


def read(raw: bytes) -> Extract:
    """Raises `CannotRead` when no element can be found in it."""
    text, notes = decode(raw, declared(raw))
    tree = tree_of(text.replace("\xad", ""))
    title, date, address = _metadata(tree)
    left_out = hidden.take_out(tree)
    text, more = _text(tree)
    head = part(text)
    return Extract(
        head.body, title or head.title, date or head.date, address or head.stated_origin, (*notes, *more), left_out
    )


def tree_of(text: str) -> HtmlElement:
    """Raises `CannotRead` when there is no element in it."""
    from lxml import html
    from lxml.etree import ParserError, XMLSyntaxError

    parser = html.HTMLParser(encoding="utf-8", remove_comments=False, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (ParserError, XMLSyntaxError) as error:
        raise CannotRead("no text in it") from error


def declared(raw: bytes) -> str | None:
    """The charset that a page names in its head."""
    found = re.search(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,30})", raw[:4096], re.IGNORECASE)
    return found[1].decode("ascii", errors="ignore") if found else None


def _metadata(tree: HtmlElement) -> tuple[str | None, str | None, str | None]:
    """Title, ISO date and address that the page states. No date is guessed from its prose."""
    from trafilatura import extract_metadata

    try:
        found: Any = extract_metadata(tree, date_config={"extensive_search": False, "original_date": True})
    except Exception:  # metadata is a bonus: a page without is read all the same
        return None, None, None
    address = found.url if found.url and found.url.startswith(("http://", "https://")) else None
    return found.title, found.date, address


def _text(tree: HtmlElement) -> tuple[str, tuple[str, ...]]:
    """The main text, or the whole page when the main text comes back nearly empty."""
    from copy import deepcopy

    from lxml.etree import strip_elements
    from trafilatura import bare_extraction

    page = deepcopy(tree)
    strip_elements(page, *_NO_TEXT, *_AROUND, with_tail=False)
    whole = rendered.text(page)
    for code in [each for each in tree.iter("pre") if each.find(".//code") is None]:
        code.tag = "code"  # trafilatura takes a bare `pre` for a quotation
    found: Any = bare_extraction(tree, include_comments=False, include_tables=True, favor_recall=True)
    main = rendered.text(found.body) if found is not None and found.body is not None else ""
    kept, all_of_it = len(main.split()), len(whole.split())
    enough = kept >= _MANY_WORDS or (kept >= _FEW_WORDS and kept >= _SHARE * all_of_it)
    if enough or kept >= all_of_it:
        return main, ()
    if not whole:
        strip_elements(tree, *_NO_TEXT, with_tail=False)
        whole = rendered.text(tree)
    return whole, ("its main text could not be told from the rest: the whole page was read",)


MEDIUM = Medium("html", (".html", ".htm"), read, limit=16 * 1024 * 1024)
