"""What a person looking at an HTML page would not see: taken out of the tree, and kept for the scan."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from moot.evidence.media import painted, sheets
from moot.text.lazy import lazy_re
from moot.words import Hidden

if TYPE_CHECKING:
    from lxml.html import HtmlElement

COMMENT = "HTML comment"
METADATA = "metadata"
ALTERNATIVE = "alternative text"
SAME_COLOUR = "colour of its background"
STRUCK = "struck out"
"""Taken back by whoever wrote it: no evidence."""
LEFT_OUT = "left out of the text"
"""How what a person sees is kept that is no text of the document, with what it is in brackets."""
DELETED = "deleted text of tracked changes"
REMARK, NOTES = "comment", "notes of the speaker"
"""Both with the slide that they are on, where one is."""
_MOST = 400
_LONGEST = 4_000
"""Characters kept of each."""
_CLIP = r"clip\s*:\s*rect\(\s*([01])(?:px)?(?:[\s,]+\1(?:px)?){3}\s*\)"
_CLIP_PATH = (
    r"clip-path\s*:\s*(?:inset\((?:\s*(?:[5-9]\d|\d{3,})(?:\.\d+)?%\s*\)|[^)]*\b\d{3,}%)|circle\(\s*0(?!\.)"
    r"|polygon\(\s*0\w*\s+0\w*\s*(?:,\s*0\w*\s+0\w*\s*)*\))"
)
_NOTHING = r"0(?:\.0\d*)?"
_FAR = r"(?:\d{4,}|\d{3,}(?:v[wh]|r?em))"
"""Further than any screen is wide."""
_UNSEEN = (
    ("display: none", r"display\s*:\s*none"),
    ("visibility: hidden", r"visibility\s*:\s*(?:hidden|collapse)"),
    (
        "transparent",
        rf"(?<![\w-])opacity\s*:\s*{_NOTHING}%?\s*(?:;|!|$)|filter\s*:[^;]*opacity\(\s*{_NOTHING}%?\s*\)"
        r"|mask(?:-image)?\s*:\s*(?:linear|radial)-gradient\((?:[^,()]*,)?\s*transparent[^,()]*"
        r"(?:,\s*transparent[^,()]*)+\)"
        r"|^(?!.*background-clip\s*:\s*text).*(?:(?<!-)|text-fill-)color\s*:\s*(?:transparent|#[\da-f]{3}0\b|#[\da-f]{6}0[\da-f]\b"
        rf"|(?:rgb|hsl)a?\(\s*[^,)\s]+[\s,]+[^,)\s]+[\s,]+[^,)\s]+\s*[,/]\s*{_NOTHING}%?\s*\))",
    ),
    (
        "tiny type",
        r"font-size\s*:\s*(?:(?:0(?:\.\d+)?|1)(?:px|pt|%)?|0?(?:\.[0-2]\d*)?r?em|0)\s*(?:;|!|$)"
        r"|(?<![\w-])zoom\s*:\s*(?:0?\.[01]\d*|\d(?:\.\d+)?%)\s*(?:;|!|$)",
    ),
    (
        "off the screen",
        r"(?<![\w-])(?:left|top|right|text-indent)\s*:\s*-\d{3,}"
        rf"|^(?!.*padding[^;]*\d{{4}}).*margin-(?:left|top)\s*:\s*-{_FAR}"
        rf"|(?<![\w-])translate(?:\s*:|[xy]?\(|3d\()\s*(?:[\d.]{{1,9}}[a-z%]{{0,4}}[\s,]{{1,3}})?-?{_FAR}",
    ),
    ("clipped away", rf"^(?=.*position\s*:\s*(?:absolute|fixed)).*(?<![\w-]){_CLIP}|{_CLIP_PATH}"),
    (
        "no size",
        r"^(?=.*overflow(?:-[xy])?\s*:\s*(?:hidden|clip)).*(?<![\w-])(?:max-)?(?:height|width)\s*:\s*[01](?:\.\d+)?(?:px)?\s*"
        rf"(?:;|!|$)|transform\s*:[^;]*scale(?:[xy]|3d)?\(\s*{_NOTHING}\s*[,)]|(?<![\w-])scale\s*:\s*{_NOTHING}\s*(?:;|!|$)",
    ),
    (STRUCK, r"text-decoration(?:-line)?\s*:[^;]*line-through"),
)
_VARIABLE = lazy_re(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_SET = lazy_re(r"(--[\w-]{1,60})\s*:\s*([^;{}]{1,200})")
_STRUCK = ("s", "strike", "del")
SCREEN_READERS = lazy_re(
    r"\b(sr-only|visually-?hidden|screen-?reader(-text)?|assistive|a11y-hidden|visuallyhidden|u-visually-hidden)\b"
)
"""Classes of words that are there for those who do not see."""
_FEW = 5
"""Words that are clipped away and yet part of a cell: what its tick says to those who do not see it."""
_SHOWS = {
    "display: none": r"display\s*:\s*(?!none)",
    "visibility: hidden": r"visibility\s*:\s*visible",
    "transparent": r"opacity\s*:\s*(?:1|0?\.[1-9])",
    STRUCK: r"text-decoration(?:-line)?\s*:(?![^;]*line-through)",
}
"""What a later rule for the same name says when it takes back an earlier one."""
_SHOWN_WIDE = lazy_re(
    r"(?:^|\s)(?:(?:sm|md|lg|xl|2xl|tablet|desktop):(?:!?)|d-(?:sm|md|lg|xl|xxl)-)(?!none|hidden)[a-z]"
)
"""Classes that show on a wide screen what another class hides on a small one."""


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
        if any(char.isalpha() or (how == STRUCK and char.isdecimal()) for char in words) and len(found) < _MOST:
            found.append(Hidden(how=how, text=words[:_LONGEST]))
    return tuple(found)


def unseen_elements(tree: HtmlElement) -> list[tuple[HtmlElement, str]]:
    """Comments and unseen elements, outermost first, each with how it is hidden."""
    from lxml.etree import Comment

    values = _values(tree)
    names = _unseen_names(tree, values)
    painted_over = frozenset(painted.unseen(tree))
    found: list[tuple[HtmlElement, str]] = []
    for element in tree.iter():
        if element is tree:
            continue
        how = (
            COMMENT if element.tag is Comment else _how(element, names, values) if isinstance(element.tag, str) else ""
        )
        how = how or (SAME_COLOUR if element in painted_over else "")
        if how:
            found.append((element, how))
    return found


def _how(element: HtmlElement, names: dict[str, str], values: dict[str, str]) -> str:
    if element.tag in ("html", "body", "head", "script", "style"):
        return ""
    if element.get("hidden") is not None or (element.tag == "dialog" and element.get("open") is None):
        return "hidden attribute"
    if element.tag in _STRUCK:
        return STRUCK
    how = unseen(element.get("style") or "", values)
    classes = element.get("class") or ""
    for name in (f"#{element.get('id')}", *(f".{each}" for each in classes.split())) if names else ():
        if not how and name in names and not (names[name] == "display: none" and _SHOWN_WIDE.search(classes)):
            how = names[name]
    if how in ("clipped away", "no size"):
        return _for_some(element, how)
    return how


def _for_some(element: HtmlElement, how: str) -> str:
    """Words that are there for those who do not see are part of a cell; elsewhere they are beside the text."""
    named = SCREEN_READERS.search((element.get("class") or "").lower())
    if next(element.iterancestors("td", "th"), None) is not None:
        words = "".join(_words(element))
        if named or (len(words.split()) <= _FEW and not any(char.isdigit() for char in words)):
            return ""
    return ALTERNATIVE if named else how


def unseen(style: str, values: Mapping[str, str] = MappingProxyType({})) -> str:
    """How a style hides its element, but for its colours; empty when it does not. `values`: of its variables."""
    style = style[:1_000].lower()
    if "var(" in style:
        style = _VARIABLE.sub(lambda found: values.get(found[1], found[2] or ""), style)[:2_000]
    return next((how for how, form in _UNSEEN if re.search(form, style)), "") if ":" in style else ""


def _values(tree: HtmlElement) -> dict[str, str]:
    """Of the variables that the page itself sets; empty for one that it sets in several ways."""
    styles = [style for _, style in sheets.rules(tree)]
    styles += [element.get("style") or "" for element in tree.iter() if isinstance(element.tag, str)]
    found: dict[str, str] = {}
    for style in styles:
        for name, value in _SET.findall(style.lower()) if "--" in style else ():
            found[name] = value.strip() if found.get(name, value.strip()) == value.strip() else ""
    return found


def _unseen_names(tree: HtmlElement, values: dict[str, str]) -> dict[str, str]:
    """`.class` and `#id` that the page's own style sheets hide."""
    names: dict[str, str] = {}
    for selectors, style in sheets.rules(tree):
        how = unseen(style, values)
        style = style.lower()
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
