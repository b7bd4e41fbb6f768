"""Which part of a page holds its text: where trafilatura finds the words, and the article around them."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from moot.evidence.media.html.elements import titled
from moot.evidence.media.html.measured import Measured, Runs, runs
from moot.text.lexicon import lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PHRASES = lexicon("a b i em strong span font small u code tt label")
_PARTS = lexicon("h1 h2 h3 h4 h5 h6 table tbody thead tfoot tr ul ol dl li dt dd p pre blockquote figure")
"""Never the whole text: what is around them is looked at."""
_MOST = 0.9
"""Of the words that trafilatura kept: the smallest element that holds so many is where the text is."""
_FOUND = 0.3
"""Of the prose of a page: where trafilatura keeps less, it has not found the text."""
_FEW_WORDS = 25
_MANY_WORDS = 150
_SHARE = 0.35
"""A short text with less than this share of the page's prose is not all. A long one is trusted: the rest is other."""
_REST = 0.35
"""Of the prose of a page: less is left where most of it was comments, or where the names of its elements lied."""
_LARGEST = 20_000
"""Elements of a page up to which trafilatura is asked: some forms of more take it minutes."""


@dataclass(frozen=True)
class Extent:
    """Where the text of a page is."""

    place: HtmlElement
    page: Measured
    whole: bool
    """That is all of the page, for want of better."""
    problem: str = ""
    """Why trafilatura did not look for it."""


def _kept(tree: HtmlElement) -> tuple[Runs, str]:
    """The runs of words that trafilatura takes for the main text, or why it takes none."""
    from trafilatura import bare_extraction

    if sum(1 for _ in tree.iter()) > _LARGEST:
        return frozenset(), f"it has more than {_LARGEST:,} elements"
    page = deepcopy(tree)
    for cell in page.iter("td", "th"):
        cell.attrib.pop("colspan", None)  # it lays them out, whatever they say
        cell.attrib.pop("rowspan", None)
    try:
        found: Any = bare_extraction(page, include_comments=False, favor_recall=True, fast=True)
    except Exception:  # whatever it does on a hostile page, which is kept: the page is read without it
        return frozenset(), "trafilatura failed on it"
    if found is None or found.body is None:
        return frozenset(), ""
    return runs([" ".join(found.body.itertext())]), ""


def is_lost(tree: HtmlElement, prose: int, rest: HtmlElement, left: Extent) -> bool:
    """Whether little of a page with so many words of prose is left in `rest`, of which `left` is the text, and not what
    trafilatura finds in it: then its names lied.
    """
    if left.page.prose(rest) >= _REST * prose:
        return False
    found, _ = _kept(tree)
    return Measured(rest, found).kept[rest] < 0.5 * Measured(tree, found).kept[tree]


def of(tree: HtmlElement, title: str | None, discussion: bool) -> Extent:
    body: Any = tree.find("body")
    body = tree if body is None else body
    kept, problem = _kept(tree)
    page = Measured(tree, kept)
    found = not discussion and page.kept[body] > _FOUND * page.prose(body)
    place = _around(body, page, title) if found else _stated(body, page)
    words = page.words[place]
    enough = words >= _MANY_WORDS or (words >= _FEW_WORDS and page.prose(place) >= _SHARE * page.prose(body))
    if not enough and words < page.words[body]:
        return Extent(body, page, True, problem)
    return Extent(place, page, place is body and not found and not discussion, problem)


def _around(body: HtmlElement, page: Measured, title: str | None) -> HtmlElement:
    """The smallest element with nearly all that trafilatura kept, and what belongs to it."""
    place = body
    while True:
        inner = next((child for child in place if page.kept[child] >= _MOST * page.kept[body]), None)
        if inner is None or inner.tag in _PHRASES:
            break
        place = inner
    while place.tag in _PARTS and place is not body:
        place = place.getparent()
    return _widened(place, body, page, title)


def _stated(body: HtmlElement, page: Measured) -> HtmlElement:
    """The one article or main part that the page names, else the whole."""
    parts = [each for each in body.iterdescendants() if isinstance(each.tag, str) and page.words[each]]
    for kind in ("article", "main"):
        found = [each for each in parts if each.tag == kind or (kind == "main" and each.get("role") == "main")]
        if len(found) == 1:
            return found[0]
    return body


def _widened(place: HtmlElement, body: HtmlElement, page: Measured, title: str | None) -> HtmlElement:
    """To the article around it, then to its title: a lead and captions often stand beside that."""
    for up in (place, *place.iterancestors()):
        if up is body:
            break
        if (up.tag in ("article", "main") or up.get("role") == "main") and page.words[up] <= 3 * page.words[place]:
            place = up
            break
    for up in place.iterancestors():
        if up is body or titled(place, title) or page.prose(up) > 1.5 * page.prose(place) + 40:
            break
        if titled(up, title):
            return up
    return place
