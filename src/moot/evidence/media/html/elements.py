"""The kinds of elements, of HTML and as pages name them by role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from moot.text.lexicon import lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NEVER = (
    "script",
    "style",
    "template",
    "iframe",
    "object",
    "embed",
    "canvas",
    "title",
    "base",
    "meta",
    "link",
    "audio",
    "video",
)
"""Left out before anything is looked at. The head stays: an article without a body element is put into it."""
NO_TEXT = lexicon("""
    script style template iframe object embed canvas title base select textarea option datalist audio video map input
    meta link rp rt frame amp-ad amp-analytics amp-sidebar amp-consent amp-social-share amp-embed amp-iframe
""")
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LISTS = lexicon("ul ol menu dir")
BLOCKS = lexicon("""
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset head h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noframes noscript ol p pre
    search section summary table tbody tfoot thead tr td th ul amp-accordion
""")
_ROLES = {
    "table": "table",
    "grid": "table",
    "treegrid": "table",
    "row": "tr",
    "rowgroup": "tbody",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "th",
}


def tag(element: HtmlElement) -> str:
    """What it is: a div with the role of a table row is `tr`. Empty for a comment."""
    if not isinstance(element.tag, str):
        return ""
    return _ROLES.get(element.get("role") or "", element.tag)


def names(element: HtmlElement) -> str:
    """Its classes and id, in lower case, where pages say what it is for. The id of a section is made of its heading."""
    classes = (element.get("class") or "").lower()
    if element.tag in HEADINGS or element.tag in ("section", "a", "dt", "p", "li") or "section" in classes.split():
        return classes
    return f"{classes} {(element.get('id') or '').lower()}"


def texts(element: HtmlElement) -> Iterator[str]:
    """Its words with spaces where blocks part them."""
    for part in element.iter():
        if isinstance(part.tag, str):
            if part.tag in BLOCKS or part.tag == "br":
                yield " "
            if part.text and part.tag not in NO_TEXT:
                yield part.text
        if part is not element and part.tail:
            yield " " + part.tail if part.tag in BLOCKS else part.tail


def said(element: HtmlElement) -> str:
    return " ".join("".join(texts(element)).split())


def titled(place: HtmlElement, title: str | None) -> bool:
    """Whether the heading with the title of the page is in it; any first heading, if the page states no title."""
    for heading in place.iter("h1", "h2"):
        words = said(heading)
        if (heading.tag == "h1" and not title) or (title and words and squeezed(words) == squeezed(title)):
            return True
    return False


def squeezed(words: str) -> str:
    return "".join(words.split())


def count(text: str) -> int:
    """Words; of a script without spaces, half its signs."""
    if text.isascii():
        return len(text.split())
    wide = sum(1 for char in text if "\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af")
    return len(text.split()) + wide // 2
