"""The bytes of a page to a tree of elements."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from moot.evidence.media.medium import CannotRead
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DEEP, _DEEPEST = 100, 500
"""Boxes and styles, and elements of any kind, inside one another that are kept whatever they are."""
_STYLES = lexicon("span font b i u em strong small big")
_BOXES = _STYLES | lexicon("div section center fieldset")
_OF_HEADING = lazy_re(r"\s*[¶#§🔗\ufe0e\ufe0f]{1,3}\s*")
"""A link of a heading to itself."""
_VOID = lexicon("area base br col embed hr img input link meta param source track wbr")
_TAG = lazy_re(r"<(/?)([a-zA-Z][\w:-]*)([^<>]*)>")


def declared(raw: bytes) -> str | None:
    """The charset that a page names in its head."""
    found = re.search(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,30})", raw[:4096], re.IGNORECASE)
    found = found or re.match(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]{2,30})", raw[:200])
    return found[1].decode("ascii", errors="ignore") if found else None


def tree_of(text: str) -> HtmlElement:
    """Raises `CannotRead` when there is no element in it, or they lie too deep in one another to be told apart."""
    tree, whole = _parsed(_shallow(text, _DEEP, _BOXES))
    if not whole:
        tree, whole = _parsed(_shallow(text, _DEEPEST))
    if not whole:
        raise CannotRead("its elements lie too deep in one another for it to be read as a page")
    for element in list(tree.iter("noframes")):
        _opened(element)
    marks = [link for heading in tree.iter("h1", "h2", "h3", "h4", "h5", "h6") for link in heading.iter("a")]
    for link in dict.fromkeys(marks):  # headings may lie in one another
        if link.getparent() is not None and _OF_HEADING.fullmatch(link.text_content()):
            link.drop_tree()
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
    from lxml.etree import ElementDefaultClassLookup, ParserError, XMLSyntaxError

    parser = html.HTMLParser(encoding="utf-8", remove_comments=False, remove_pis=True, huge_tree=True)
    # The lookup of lxml.html, for classes of forms, which nobody needs here, takes a tenth of a page's time.
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=html.HtmlElement, comment=html.HtmlComment))
    try:
        tree = html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (ParserError, XMLSyntaxError) as error:
        raise CannotRead("no text in it") from error
    return tree, not any("xcessive depth" in (entry.message or "") for entry in parser.error_log)


def _shallow(text: str, most: int, names: frozenset[str] | None = None) -> str:
    """Without what lies deeper than `most` and has no attribute: its words stay, and the edges of boxes.

    Parsers, and whoever walks through a tree, go only so deep. What has an attribute may hide its words: it stays.
    `names`: those of the elements that may go, which are then the only ones that count; else all.
    """
    left_out: defaultdict[str, list[bool]] = defaultdict(list)
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        name = tag[2].lower()
        if name in _VOID or (names and name not in names):
            return tag[0]
        opened = left_out[name]
        if not tag[1]:
            depth += 1
            opened.append(depth > most and not tag[3].strip())
            gone = opened[-1]
        else:
            depth -= bool(opened)
            gone = bool(opened) and opened.pop()
        return tag[0] if not gone else "" if name in _STYLES else "<hr>" if name in _BOXES else " "

    return _TAG.sub(kept, text)
