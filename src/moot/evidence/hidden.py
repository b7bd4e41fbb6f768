"""What a person looking at an HTML page would not see: taken out of the tree, and kept for the scan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from moot.words import Hidden

if TYPE_CHECKING:
    from lxml.html import HtmlElement

COMMENT = "HTML comment"
_MOST = 400
_LONGEST = 4_000
"""Characters kept of each."""
_UNSEEN = (
    ("display: none", r"display\s*:\s*none"),
    ("visibility: hidden", r"visibility\s*:\s*(?:hidden|collapse)"),
    ("transparent", r"opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|(?<!-)color\s*:\s*transparent"),
    ("tiny type", r"font-size\s*:\s*(?:0(?:\.\d+)?|1)(?:px|pt|em|rem|%)?\s*(?:;|!|$)"),
    ("off the screen", r"(?:left|top|right|text-indent)\s*:\s*-\d{3,}"),
    ("no size", r"(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*;.*overflow\s*:\s*hidden"),
    ("white on white", r"(?<!-)color\s*:\s*(?P<ink>#?\w+)\b.*background(?:-color)?\s*:\s*(?P=ink)\b"),
    ("white on white", r"background(?:-color)?\s*:\s*(?P<ink>#?\w+)\b.*(?<!-)color\s*:\s*(?P=ink)\b"),
)
_MEDIA = re.compile(r"@[\w-]+[^{};]{0,300}\{(?:[^{}]{0,5000}\{[^{}]{0,5000}\}){0,500}\s*\}")
_RULE = re.compile(r"([^{}@]{1,500})\{([^{}]{0,2000})\}")


def take_out(tree: HtmlElement) -> tuple[Hidden, ...]:
    """Remove comments and unseen elements from `tree`; their words come back."""
    from lxml.etree import Comment

    names = _unseen_names(tree)
    found: list[Hidden] = []
    for element in list(tree.iter()):
        if element is tree or element.getparent() is None:
            continue
        if element.tag is Comment:
            how, words = COMMENT, element.text or ""
        elif isinstance(element.tag, str):
            how = _how(element, names)
            words = " ".join(" ".join(_words(element)).split()) if how else ""
        else:
            continue
        if not how:
            continue
        _drop(element)
        words = words.strip()
        if any(char.isalpha() for char in words) and len(found) < _MOST:
            found.append(Hidden(how=how, text=words[:_LONGEST]))
    return tuple(found)


def _how(element: HtmlElement, names: dict[str, str]) -> str:
    if element.tag in ("html", "body", "head", "script", "style"):
        return ""
    if element.get("hidden") is not None or (element.tag == "dialog" and element.get("open") is None):
        return "hidden attribute"
    how = unseen(element.get("style") or "")
    if how or not names:
        return how
    for name in (f"#{element.get('id')}", *(f".{each}" for each in (element.get("class") or "").split())):
        if name in names:
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
            for selector in selectors.split(",") if how else ():
                if re.fullmatch(r"\s*[a-z]*([.#][\w-]+)\s*", selector):
                    names[selector[re.search(r"[.#]", selector).start() :].strip()] = how  # type: ignore[union-attr]
    return names


def _words(element: HtmlElement) -> Iterator[str]:
    for part in element.iter():
        if isinstance(part.tag, str) and part.tag not in ("script", "style") and part.text:
            yield part.text
        if part is not element and part.tail:
            yield part.tail


def _drop(element: HtmlElement) -> None:
    """Without its tail: that is text after it."""
    parent = element.getparent()
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
