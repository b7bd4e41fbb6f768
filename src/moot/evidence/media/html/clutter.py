"""What on a page is not its text: navigation, notices, adverts, forms, teasers of other pages, comments.

Pages name these things in tags, roles, classes and ids, in headings ("Related") and in words of their own ("Read
more"). Names lie: what holds a great part of the page's prose is never clutter, whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from moot.evidence.media.hidden import drop
from moot.evidence.media.html import clutter_words
from moot.evidence.media.html.elements import BLOCKS, HEADINGS, LISTS, names, said, tag, titled
from moot.evidence.media.html.measured import Measured
from moot.text.lexicon import lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ROLES = lexicon("""
    navigation banner contentinfo search dialog alertdialog menu menubar toolbar complementary combobox
""")
_CELLS = lexicon("td th tr tbody thead tfoot caption")
_WRAPPERS = lexicon("html body main article")
_SITE = lexicon("header hd banner top footer foot ft bottom")
_LONGEST_PHRASE = 160
_STRUCTURES = lexicon("table pre dl figure details")
_TEXTS = lexicon("p ul ol dl table pre blockquote h1 h2 h3 h4 h5 h6")
_LAID_OUT = lexicon("table thead tbody tfoot tr ul ol dl pre figure details")
"""Their parts belong together."""
_ENOUGH = 60
_TRUSTED = 0.5
"""Of the prose at the place of the text: what the extractor kept is most of it, so it knew what it left out."""
_GREAT = 0.4
"""Of the page's prose: what holds so much is no clutter."""
_TEASERS = 200
"""Words of prose under a heading such as "Related"."""
_LINKED = 0.25
"""Of the words of such a section."""
_CELL = 40
"""Words of a cell of a table from which it may hold a page of its own."""
_SMALL = 60
"""Words of a form that is there to be filled in, or of prose in what leads elsewhere."""


def take_out(tree: HtmlElement, title: str | None, discussion: bool, *, named: bool = True) -> int:
    """Remove what is marked as something else than text. In a discussion the comments are the text.

    `named`: also by classes and ids, not only by tags, roles and headings. Gives the words of prose that it had before.
    """
    page = Measured(tree)
    body = tree.find("body")
    prose = page.prose(tree if body is None else body)
    for element in list(tree.iter()):
        if element.getparent() is None or not isinstance(element.tag, str) or element.tag in _WRAPPERS:
            continue
        if page.prose(element) > _GREAT * prose:
            continue
        called = names(element)
        if _is_around_text(element, called, page, title) or (
            named and _is_named_clutter(element, called, page, discussion)
        ):
            drop(element)
    for heading in list(tree.iter(*HEADINGS)):
        _headed(heading, page, prose, discussion)
    return page.prose(tree)


def _is_around_text(element: HtmlElement, named: str, page: Measured, title: str | None) -> bool:
    """By tag and role. `named`: its classes and id."""
    kind, role = element.tag, element.get("role") or ""
    if kind == "nav" or role in _ROLES:
        return not clutter_words.NOTES.search(named) and not role.startswith("doc-")
    if kind == "aside":
        return not clutter_words.NOTES.search(f"{named} {role}")
    if kind in ("header", "footer") or named.strip() in _SITE:
        return _is_around(element, title)
    if kind == "form" and page.words[element] <= _SMALL:
        return element.find(".//textarea") is not None or any(
            (field.get("type") or "text") not in ("hidden", "checkbox", "radio") for field in element.iter("input")
        )
    return role in ("tablist", "tab") and page.words[element] <= _SMALL and element.find(".//p") is None


def _is_named_clutter(element: HtmlElement, named: str, page: Measured, discussion: bool) -> bool:
    words = _named(named)
    if _is_remark(element, words):
        return not discussion
    if element.tag in _CELLS and page.links[element] < 3:
        return False  # a column of ratings is no clutter, and without its cells a table is wrong
    if words & clutter_words.LEADS or clutter_words.LEADS_SO.search(named):
        return page.prose(element) <= _SMALL or page.linked[element] > 0.4 * page.words[element]
    return bool(words & clutter_words.NAMES or clutter_words.NAMES_SO.search(named)) and not clutter_words.NOTES.search(
        named
    )


def is_remark(element: HtmlElement) -> bool:
    """Whether it is named as a comment, or as what holds them."""
    return _is_remark(element, _named(names(element)))


def _is_remark(element: HtmlElement, words: frozenset[str]) -> bool:
    return bool(words & clutter_words.REMARKS) or element.get("itemprop") == "comment"


def _named(named: str) -> frozenset[str]:
    return frozenset(re.split(r"[\s_-]+|(?<=[a-z])\d+\b", named)) if named.strip() else frozenset()


def _is_around(element: HtmlElement, title: str | None) -> bool:
    """Whether a header or footer is that of the site, or of an article but without its title or notes."""
    above = frozenset(up.tag for up in element.iterancestors())
    if above & {"blockquote", "figure"} or titled(element, title):
        return False
    if element.tag == "header" and above & {"article", "section"}:
        return False
    return not clutter_words.NOTES.search(" ".join(map(names, element.iter())))


def _headed(heading: HtmlElement, page: Measured, prose: int, discussion: bool) -> None:
    """A section whose heading says that it leads elsewhere goes with all that is under it."""
    if heading.getparent() is None:
        return
    words = said(heading)
    sure = bool(clutter_words.SECTIONS.fullmatch(words)) if len(words) <= 80 else False
    if not sure and not (len(words) <= 80 and clutter_words.MAY_LEAD.fullmatch(words)):
        return
    if discussion and re.search(r"comment|answers?|replies|responses", words, re.IGNORECASE):
        return
    part = heading
    while (up := part.getparent()) is not None and up.tag not in _WRAPPERS and _first(part, up):
        if not _leads(page, [up], prose, sure):
            break
        part = up
    if part is not heading:
        drop(part)
        return
    level = HEADINGS[str(heading.tag)]
    after = heading.getnext()
    gone = [heading]
    while after is not None and HEADINGS.get(str(after.tag), 9) > level and not after.findall(".//h1"):
        gone.append(after)
        after = after.getnext()
    if _leads(page, gone, prose, sure):
        for each in gone:
            drop(each)


def _leads(page: Measured, parts: list[HtmlElement], prose: int, sure: bool) -> bool:
    """Whether what is under such a heading is links and a few words about them, and not a chapter of the text."""
    words, plain = sum(page.words[each] for each in parts), sum(page.prose(each) for each in parts)
    return plain <= _GREAT * prose and ((sure and plain <= _TEASERS) or words - plain > _LINKED * words)


def _first(part: HtmlElement, up: HtmlElement) -> bool:
    """Nothing is said in `up` before `part`."""
    if (up.text or "").strip():
        return False
    for child in up:
        if child is part:
            return True
        if said(child) or (child.tail or "").strip():
            return False
    return False


def left_out(place: HtmlElement, page: Measured) -> Iterator[HtmlElement]:
    """Inside the place of the text: words that are no text, lists of links, and what the extractor left at its end.

    What it left out elsewhere stays: tables, lists, code and captions are often lost to it.
    """
    trusted = page.kept[place] >= max(_ENOUGH, _TRUSTED * page.prose(place))
    waiting = [place]
    while waiting:
        element = waiting.pop()
        if tag(element) in ("td", "th") and page.words[element] <= _CELL:
            continue
        children = [child for child in element if tag(child) and page.words[child]]
        last = max((at for at, child in enumerate(children) if page.kept[child]), default=-1)
        behind: set[HtmlElement] = set()
        if trusted and last >= 0 and tag(element) not in _LAID_OUT:
            direct = any(page.kept[child] and tag(child) in _TEXTS for child in children)
            behind = _behind(children[last + 1 :], direct, page)
        for child in children:
            if child in behind or _is_noise(child, page):
                yield child
            else:
                waiting.append(child)


def _behind(rest: list[HtmlElement], direct: bool, page: Measured) -> set[HtmlElement]:
    """Of what comes behind the last words that the extractor kept, what is no more text.

    `direct`: it stands among paragraphs that were kept, not in a part of its own. A heading goes with what follows it.
    """
    gone: set[HtmlElement] = set()
    goes = True
    for element in reversed(rest):
        kind = tag(element)
        if kind in _STRUCTURES or (kind not in HEADINGS and any(map(_is_structure, element.iter()))):
            goes = page.linked[element] > 0.5 * page.words[element]
        elif direct and (kind in LISTS or (kind == "p" and page.words[element] >= 10)):
            goes = page.linked[element] > 0.3 * page.words[element]
        elif kind not in HEADINGS:
            goes = kind in BLOCKS
        if goes:
            gone.add(element)
    return gone


def _is_noise(element: HtmlElement, page: Measured) -> bool:
    kind, words = tag(element), page.words[element]
    if kind in _CELLS:
        return (
            kind == "td" and page.links[element] >= 5 and page.linked[element] > 0.75 * words and not page.kept[element]
        )
    short = words <= 30 and kind not in HEADINGS and kind not in ("dt", "dd", "pre", "code", "summary")
    if short and len(phrase := said(element)) <= _LONGEST_PHRASE and clutter_words.PHRASES.fullmatch(phrase):
        return True
    if page.kept[element]:
        return False
    if kind in ("p", "div") and words <= 8 and _only_link(element, page):
        return True
    linked = page.links[element] >= 3 and page.linked[element] > 0.75 * words
    return linked and (kind in LISTS or kind in ("div", "section", "p", "table", "dl"))


def _is_structure(element: HtmlElement) -> bool:
    return (
        tag(element) in _STRUCTURES
        or element.get("role") == "tabpanel"
        or bool(clutter_words.NOTES.search(names(element)))
    )


def _only_link(element: HtmlElement, page: Measured) -> bool:
    """A link that stands alone: a button by another name."""
    return (
        page.links[element] > 0
        and not page.prose(element)
        and not any(tag(each) in BLOCKS for each in element.iterdescendants())
    )
