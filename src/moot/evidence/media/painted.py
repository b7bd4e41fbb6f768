"""The words of an HTML page that have the colour of what they stand on, by its own style sheets and attributes.

Sheets that are only linked are not read: where there are any, nothing is known of what an element with a class or id
stands on, unless the page itself says it or other words beside it show that it is no dark ground.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moot.evidence.media import ink, sheets
from moot.evidence.media.ink import Colour, Stated

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LINK: Colour = (0, 0, 238)
_SILENT = ("html", "head", "title", "script", "style", "template", "noscript", "textarea", "option")
_MOST = 2_000_000
"""Times that an element is held against a rule: a page made for it must not cost their square."""


@dataclass(frozen=True)
class _Paint:
    """Of one rule."""

    selector: sheets.Selector
    order: tuple[int, int]
    words: Stated
    ground: Stated


@dataclass(frozen=True)
class _Look:
    """Of the words directly in an element; None for a colour that is not known."""

    words: Colour | None = ink.BLACK
    ground: Colour | None = ink.WHITE

    @property
    def is_unseen(self) -> bool:
        return ink.alike(self.words, self.ground)


_PLAIN = _Look()


def unseen(tree: HtmlElement) -> list[HtmlElement]:
    """The outermost elements none of whose words can be seen. Words beside others that can get a span of their own."""
    order = [each for each in tree.iter() if isinstance(each.tag, str)]
    looks = _Painter(tree).looks(order)
    if not any(look.is_unseen for look in set(looks.values())):
        return []
    worded = {each for each in order if each.tag not in _SILENT and any(_own(each))}
    seen = {each for each in worded if not looks[each].is_unseen}
    for element in reversed(order):
        parent = element.getparent() if element is not tree else None
        for kind in (worded, seen):
            if parent is not None and element in kind:
                kind.add(parent)
    found: list[HtmlElement] = []
    gone: set[HtmlElement] = set()
    for element in order:
        if element.getparent() in gone:
            gone.add(element)
        elif element in worded and element not in seen and element.tag not in ("html", "body"):
            gone.add(element)
            found.append(element)
        elif looks[element].is_unseen and element.tag not in _SILENT:
            found.extend(_parted(element))
    return found


def _own(element: HtmlElement) -> Iterator[str]:
    """The words directly in it, run by run."""
    yield (element.text or "").strip()
    for child in element:
        yield (child.tail or "").strip()


def _parted(element: HtmlElement) -> Iterator[HtmlElement]:
    for before in (None, *element):
        words = element.text if before is None else before.tail
        if not (words or "").strip():
            continue
        span = element.makeelement("span")
        span.text = words
        if before is None:
            element.text = None
            element.insert(0, span)
        else:
            before.tail = None
            before.addnext(span)
        yield span


class _Painter:
    def __init__(self, tree: HtmlElement) -> None:
        self._paints: dict[str, list[_Paint]] = defaultdict(list)
        self._links = any("stylesheet" in (each.get("rel") or "").lower() for each in tree.iter("link"))
        self._beside: dict[tuple[HtmlElement | None, str], bool] = {}
        self._left = _MOST
        for paint in _paints(tree):
            self._paints[paint.selector.key].append(paint)

    def looks(self, order: list[HtmlElement]) -> dict[HtmlElement, _Look]:
        looks: dict[HtmlElement, _Look] = {}
        for element in order:
            around = looks.get(element.getparent(), _PLAIN)
            words, ground = self._stated(element)
            if not words and element.tag == "a" and element.get("href") is not None:
                words = (_LINK,)
            if not ground and self._links and element.tag not in ("html", "body"):
                named = bool(element.get("class") or element.get("id"))
                if named:
                    ground = (None,)
                elif around.ground is None and words and self._has_plain(element):
                    ground = (ink.WHITE,)
            stated = words or ground
            looks[element] = (
                _Look(words[0] if words else around.words, ground[0] if ground else around.ground) if stated else around
            )
        return looks

    def _stated(self, element: HtmlElement) -> tuple[Stated, Stated]:
        style = (element.get("style") or "")[:2_000].lower()
        words, ground = ink.inked(style), ink.grounded(style)
        if self._paints and self._left > 0:
            found = [each for key in sheets.keys(element) for each in self._paints.get(key, ())]
            self._left -= len(found)
            for paint in sorted(found, key=lambda each: each.order, reverse=True):
                if ((paint.words and not words) or (paint.ground and not ground)) and paint.selector.selects(element):
                    words, ground = words or paint.words, ground or paint.ground
        said = element.get("color") if element.tag == "font" else element.get("text") if element.tag == "body" else None
        if said and not words:
            words = ink.inked(f"color:{said.lower()}")
        if not ground and (behind := element.get("bgcolor")):
            ground = ink.grounded(f"background:{behind.lower()}")
        return words, (None,) if element.get("background") else ground

    def _has_plain(self, element: HtmlElement) -> bool:
        """Whether others of its kind stand beside it without a colour: these are not light, on dark ground."""
        parent = element.getparent()
        place = (parent, str(element.tag))
        if place not in self._beside:
            self._beside[place] = parent is not None and any(
                child.tag == element.tag
                and (child.text or "").strip()
                and not (child.get("style") or child.get("class") or child.get("id"))
                for child in parent
            )
        return self._beside[place]


def _paints(tree: HtmlElement) -> Iterator[_Paint]:
    for at, (said, style) in enumerate(sheets.rules(tree)):
        words, ground = ink.inked(style.lower()), ink.grounded(style.lower())
        if not words and not ground:
            continue
        for selector in sheets.selectors(said):
            order = (selector.weight, at)
            if selector.is_clear:
                yield _Paint(selector, order, words, ground)
            elif ground:
                yield _Paint(selector, order, (), (None,))
