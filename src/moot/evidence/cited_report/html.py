"""HTML of a report as Markdown in which links, anchors and raised marks are kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from moot.evidence import hidden
from moot.evidence.decode import decode
from moot.text.lexicon import lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_GONE = lexicon("script style template noscript iframe object svg canvas head form button nav")
_BLOCKS = lexicon("""
    p div section article main blockquote figure figcaption dl dd dt header footer aside body html ul ol table tbody
    thead tfoot details summary
""")
_ENTRY = "data-moot-entry"
_BACK = re.compile(r"^[↩↑^\ufe0e\s]*$")


def markdown(raw: bytes) -> tuple[str, str]:
    """The text and the title. Raises what the HTML medium raises for a page without an element."""
    from moot.evidence.html import tree_of

    text, _ = decode(raw, None)
    tree = tree_of(text)
    _name_entries(tree)
    title = " ".join((tree.findtext(".//title") or "").split())
    hidden.take_out(tree)
    body: Any = tree.find("body")
    return _tidied(_inner(body if body is not None else tree, 0)), title


def _name_entries(tree: HtmlElement) -> None:
    """What a short link within the page leads to is an entry: it is marked with its name."""
    wanted = {
        (link.get("href") or "")[1:]
        for link in tree.iter("a")
        if (link.get("href") or "").startswith("#") and len(link.text_content().strip()) <= 12
    }
    for node in tree.iter("li", "p", "dd"):
        name = node.get("id") or next((each.get("id") for each in node.iter() if each.get("id") in wanted), None)
        if name in wanted and not re.search(r"ref\d*$|^fnref|^cite_ref|back", name or ""):
            node.set(_ENTRY, name)


def _inner(node: HtmlElement, depth: int) -> str:
    parts = [node.text or ""]
    for child in node:
        if isinstance(child.tag, str) and depth < 200:
            parts.append(_element(child, depth + 1))
        parts.append(child.tail or "")
    return "".join(parts)


def _element(node: HtmlElement, depth: int) -> str:
    tag = str(node.tag).lower()
    if tag in _GONE:
        return ""
    inner = _inner(node, depth)
    if re.fullmatch(r"h[1-6]", tag):
        return f"\n\n{'#' * int(tag[1])} {_line(inner)}\n\n"
    if tag == "br":
        return "\n"
    if node.get(_ENTRY):
        return f"\n\n[^{node.get(_ENTRY)}]: {_line(inner)}\n\n"
    if tag == "li":
        return f"\n{_bullet(node)} {_line(inner)}\n"
    if tag == "tr":
        cells = [_line(_inner(cell, depth)) for cell in node if str(cell.tag).lower() in ("td", "th")]
        return f"\n| {' | '.join(cells)} |\n"
    if tag == "pre":
        return f"\n\n```\n{node.text_content()}\n```\n\n"
    if tag == "a":
        return _link(node, inner)
    if tag == "sup":
        return inner if re.search(r"\]\(#|^\s*\[\^", inner) else f"<sup>{inner}</sup>"
    return f"\n\n{inner}\n\n" if tag in _BLOCKS else inner


def _link(node: HtmlElement, inner: str) -> str:
    target = (node.get("href") or "").strip()
    words = _line(re.sub(r"</?sup>", "", inner))
    if _BACK.match(words) or not target or target.lower().startswith(("javascript:", "mailto:", "data:")):
        return "" if _BACK.match(words) else inner
    return f"[{words}]({target.replace(' ', '%20').replace('(', '%28').replace(')', '%29')})"


def _bullet(node: HtmlElement) -> str:
    parent = node.getparent()
    if parent is None or str(parent.tag).lower() != "ol":
        return "-"
    items = [each for each in parent if str(each.tag).lower() == "li"]
    first = parent.get("start") or "1"
    return f"{(int(first) if first.isdigit() else 1) + items.index(node)}."


def _line(text: str) -> str:
    return " ".join(text.split())


def _tidied(text: str) -> str:
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
