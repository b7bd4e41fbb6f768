"""What a person looking at an HTML page would not see: taken out of the tree, and kept for the scan."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING

from moot.words import Hidden

if TYPE_CHECKING:
    from lxml.html import HtmlElement

COMMENT = "HTML comment"
METADATA = "metadata"
ALTERNATIVE = "alternative text"
_MOST = 400
_LONGEST = 4_000
"""Characters kept of each."""
_UNSEEN = (
    ("display: none", r"display\s*:\s*none"),
    ("visibility: hidden", r"visibility\s*:\s*(?:hidden|collapse)"),
    (
        "transparent",
        r"(?<![\w-])opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|^(?!.*background-clip\s*:\s*text).*(?<!-)color\s*:\s*transparent",
    ),
    ("tiny type", r"font-size\s*:\s*(?:(?:0(?:\.\d+)?|1)(?:px|pt|%)?|0?(?:\.[0-2]\d*)?r?em|0)\s*(?:;|!|$)"),
    ("off the screen", r"(?<![\w-])(?:left|top|right|text-indent)\s*:\s*-\d{3,}"),
    ("no size", r"(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*;.*overflow\s*:\s*hidden"),
    (
        "white on white",
        r"(?<!-)color\s*:\s*(?P<ink>#?(?!inherit|initial|unset|revert|current)\w+)\b(?!\().*background(?:-color)?\s*:\s*(?P=ink)\b",
    ),
    (
        "white on white",
        r"background(?:-color)?\s*:\s*(?P<ink>#?(?!inherit|initial|unset|revert|current)\w+)\b(?!\().*(?<!-)color\s*:\s*(?P=ink)\b",
    ),
)
_SHOWS = {
    "display: none": r"display\s*:\s*(?!none)",
    "visibility: hidden": r"visibility\s*:\s*visible",
    "transparent": r"opacity\s*:\s*(?:1|0?\.[1-9])",
}
"""What a later rule for the same name says when it takes back an earlier one."""
_SHOWN_WIDE = re.compile(
    r"(?:^|\s)(?:(?:sm|md|lg|xl|2xl|tablet|desktop):(?:!?)|d-(?:sm|md|lg|xl|xxl)-)(?!none|hidden)[a-z]"
)
"""Classes that show on a wide screen what another class hides on a small one."""
_MEDIA = re.compile(r"@[\w-]+[^{};]{0,300}\{(?:[^{}]{0,5000}\{[^{}]{0,5000}\}){0,500}\s*\}")
_RULE = re.compile(r"([^{}@]{1,500})\{([^{}]{0,2000})\}")


def take_out(tree: HtmlElement) -> tuple[Hidden, ...]:
    """Remove comments and unseen elements from `tree`; their words come back."""
    return remove(unseen_elements(tree))


def remove(unseen: Iterable[tuple[HtmlElement, str]], spared: Container[HtmlElement] = ()) -> tuple[Hidden, ...]:
    """Remove what `unseen_elements` found from its tree, but for those `spared`; their words come back."""
    found: list[Hidden] = []
    for element, how in unseen:
        if element in spared or element.getparent() is None:
            continue
        words = (element.text or "") if how == COMMENT else " ".join(" ".join(_words(element)).split())
        drop(element)
        words = words.strip()
        if any(char.isalpha() for char in words) and len(found) < _MOST:
            found.append(Hidden(how=how, text=words[:_LONGEST]))
    return tuple(found)


def unseen_elements(tree: HtmlElement) -> list[tuple[HtmlElement, str]]:
    """Comments and unseen elements, outermost first, each with how it is hidden."""
    from lxml.etree import Comment

    names = _unseen_names(tree)
    found: list[tuple[HtmlElement, str]] = []
    for element in tree.iter():
        if element is tree:
            continue
        how = COMMENT if element.tag is Comment else _how(element, names) if isinstance(element.tag, str) else ""
        if how:
            found.append((element, how))
    return found


def _how(element: HtmlElement, names: dict[str, str]) -> str:
    if element.tag in ("html", "body", "head", "script", "style"):
        return ""
    if element.get("hidden") is not None or (element.tag == "dialog" and element.get("open") is None):
        return "hidden attribute"
    how = unseen(element.get("style") or "")
    if how or not names:
        return how
    classes = element.get("class") or ""
    for name in (f"#{element.get('id')}", *(f".{each}" for each in classes.split())):
        if name in names and not (names[name] == "display: none" and _SHOWN_WIDE.search(classes)):
            return names[name]
    return ""


def unseen(style: str) -> str:
    """How a style hides its element; empty when it does not."""
    style = style[:1_000].lower()
    return next((how for how, form in _UNSEEN if re.search(form, style)), "") if ":" in style else ""


def _unseen_names(tree: HtmlElement) -> dict[str, str]:
    """`.class` and `#id` that the page's own style sheets hide. Rules for print or small screens do not count."""
    names: dict[str, str] = {}
    for sheet in tree.iter("style"):
        rules = re.sub(r"/\*.*?\*/", "", sheet.text or "", flags=re.DOTALL)[:200_000]
        for selectors, style in _RULE.findall(_MEDIA.sub("", rules)):
            how = unseen(style)
            for selector in selectors.split(","):
                simple = re.fullmatch(r"\s*[a-z]*([.#][\w-]+)\s*", selector)
                if simple and how:
                    names[simple[1]] = how
                elif simple and names.get(simple[1]) in _SHOWS and re.search(_SHOWS[names[simple[1]]], style):
                    del names[simple[1]]
    return names


def _words(element: HtmlElement) -> Iterator[str]:
    for part in element.iter():
        if isinstance(part.tag, str) and part.tag not in ("script", "style") and part.text:
            yield part.text
        if part is not element and part.tail:
            yield part.tail


def drop(element: HtmlElement) -> None:
    """Out of its tree, without its tail: that is text after it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)
