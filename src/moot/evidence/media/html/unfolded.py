"""What a page folds away or gives only without scripts, and a reader can still see: panels of tabs and questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from moot.evidence.media.hidden import drop
from moot.evidence.media.html.elements import HEADINGS, names, said
from moot.evidence.media.html.measured import Measured
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CONTROLS = lexicon("button a summary label li div span h2 h3 h4 h5 h6 dt")
_NOT_PANELS = lazy_re(r"modal|popup|cookie|consent|menu|drop-?down|tooltip|overlay|nav|toast|banner|lightbox|search")
_NOT_ROLES = lexicon("dialog alertdialog menu navigation search tooltip")
_OPENS = lazy_re(r"accordion|toggle|collaps|expand|faq|question|tab\b")
_STREAMED = lazy_re(r"S:[\da-f]{1,4}")
"""Ids that React gives to what comes late and is put in its place by a script."""
_FOLDED = frozenset(("display: none", "hidden attribute", "no size"))
_LATER = _FOLDED | {"visibility: hidden", "transparent"}
_FEW_WORDS = 40
_MANY_WORDS = 150
_WARNING = lazy_re(
    r"java-?script|enable|activate|aktivier|activer|browser|habilit|активируйте|включите|启用|有効", re.IGNORECASE
)
_FEW = 120
"""Characters of a `noscript` that is more than a warning or a picture."""


def without_scripts(tree: HtmlElement) -> None:
    """What stands in `noscript` (and in templates that a browser shows) becomes text, if it is more than a warning."""
    for element in list(tree.iter("template")):
        if element.get("shadowrootmode"):
            element.tag = "div"
    whole = ""
    for element in list(tree.iter("noscript")):
        shown = said(element)
        if len(shown) >= _FEW and not (_WARNING.search(shown) and len(shown) < 2 * _FEW):
            whole = whole or said(tree)
            if whole.count(shown[:80]) == 1:
                element.tag = "div"
                continue
        drop(element)


def spared(tree: HtmlElement, hidden: list[tuple[HtmlElement, str]]) -> tuple[frozenset[HtmlElement], bool]:
    """Of the hidden elements those that a reader sees all the same, and whether these are most of the text.

    A control beside them opens them; or a page of scripts hides nearly all of its text until these have run (to let it
    fade in, or to put in its place what came late). Type of no size or of the colour of the page is never spared.
    """
    unseen = [(each, how) for each, how in hidden if how in _LATER]
    if not unseen:
        return frozenset(), False
    folded = {each for each, how in unseen if how in _FOLDED}
    found = {each for each in folded if _STREAMED.fullmatch(each.get("id") or "")}
    found |= _panels(tree, folded)
    page = Measured(tree)
    waiting = [each for each, _ in unseen if each not in found and page.prose(each) >= _FEW_WORDS and _is_panel(each)]
    inside = set(waiting)
    covered = sum(page.prose(each) for each in waiting if inside.isdisjoint(each.iterancestors()))
    seen = page.prose(tree) - sum(
        page.prose(each) for each, _ in unseen if inside.isdisjoint((each, *each.iterancestors()))
    )
    if covered < _MANY_WORDS or covered < 1.5 * (seen - covered):
        return frozenset(found), False
    return frozenset({*found, *waiting}), True


def _panels(tree: HtmlElement, folded: set[HtmlElement]) -> set[HtmlElement]:
    """Of the folded elements those that a control beside them shows."""
    named = {element.get("id"): element for element in folded if element.get("id")}
    labels = {each.get("aria-labelledby") or "" for each in folded} - {""}
    found = {each for each in folded if each.get("role") == "tabpanel"}
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if (
            element.tag in _CONTROLS
            and (targets := [each for each in _targets(element) if each in named])
            and said(element)
        ):
            found.update(named[target] for target in targets)
        if element.get("aria-expanded") or (element.tag == "button" and _OPENS.search(names(element))):
            found.update(each for each in _after(element) if each in folded)
        if element.get("id") in labels and (element.tag in HEADINGS or element.get("role") == "tab"):
            found.update(each for each in folded if each.get("aria-labelledby") == element.get("id"))
    return {each for each in found if _is_panel(each)}


def _targets(control: HtmlElement) -> list[str]:
    stated = control.get("aria-controls") or control.get("data-bs-target") or control.get("data-target") or ""
    if not stated and control.tag == "a" and (control.get("role") == "tab" or control.get("aria-expanded")):
        stated = control.get("href") or ""
    return [each.lstrip("#") for each in stated.split()]


def _after(control: HtmlElement) -> list[HtmlElement]:
    """What comes next to a control, or to the heading that holds it."""
    node = control
    while node.getnext() is None and node.getparent() is not None and node.getparent().tag in (*HEADINGS, "dt", "div"):
        node = node.getparent()
    after = node.getnext()
    return [after] if after is not None and isinstance(after.tag, str) and said(control) else []


def _is_panel(element: HtmlElement) -> bool:
    for up in (element, *element.iterancestors()):
        if up.tag in ("nav", "dialog") or up.get("role") in _NOT_ROLES:
            return False
    return not _NOT_PANELS.search(names(element))
