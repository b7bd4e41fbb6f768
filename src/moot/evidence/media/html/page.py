"""The bytes of a page to a tree of elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from moot.evidence.media.medium import CannotRead
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DEEPEST = 500
"""Elements inside one another that are kept of a page which the parser finds too deep."""
_TAG = lazy_re(r"<(/?)([a-zA-Z][\w:-]*)([^<>]*)>")
_VOID = lexicon("area base br col embed hr img input link meta param source track wbr")


def declared(raw: bytes) -> str | None:
    """The charset that a page names in its head."""
    found = re.search(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,30})", raw[:4096], re.IGNORECASE)
    found = found or re.match(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]{2,30})", raw[:200])
    return found[1].decode("ascii", errors="ignore") if found else None


def tree_of(text: str) -> HtmlElement:
    """Raises `CannotRead` when there is no element in it."""
    tree, whole = _parsed(text)
    if not whole:
        tree = _parsed(_shallow(text))[0]
    for element in list(tree.iter("noframes")):
        _opened(element)
    return tree


def _opened(element: HtmlElement) -> None:
    """What browsers without frames show: the parser leaves its markup as text."""
    inner = "".join(element.itertext())
    if "<" in inner:
        element.append(_parsed(inner)[0])
        element.text = None
    element.tag = "div"


def _parsed(text: str) -> tuple[HtmlElement, bool]:
    """The tree, and whether the parser went through to the end."""
    from lxml import html
    from lxml.etree import ParserError, XMLSyntaxError

    parser = html.HTMLParser(encoding="utf-8", remove_comments=False, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (ParserError, XMLSyntaxError) as error:
        raise CannotRead("no text in it") from error
    return tree, not any("xcessive depth" in (entry.message or "") for entry in parser.error_log)


def _shallow(text: str) -> str:
    """Without the tags of elements that lie too deep: their words stay."""
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        closing, name, rest = tag[1], tag[2].lower(), tag[3]
        if name in _VOID or rest.endswith("/"):
            return tag[0]
        depth += -1 if closing else 1
        deepest = depth + (1 if closing else 0)
        depth = max(depth, 0)
        return tag[0] if deepest <= _DEEPEST else " "

    return _TAG.sub(kept, text)
