"""Words inside a line: raised figures, marks of notes, formulas, labels of pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from moot.evidence.media.hidden import SCREEN_READERS
from moot.evidence.media.html.elements import BLOCKS, NO_TEXT, names, said, tag
from moot.text.lazy import lazy_re
from moot.text.raised import DIGITS, LETTERS, is_note, is_state

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BREAK = "\x00"
"""Stands for a `br` until white space is put in order."""
PICTURE = "[Image: "
_DEEPEST = 60
"""Elements inside one another; what lies deeper is read as bare words."""
_RAISED = str.maketrans("0123456789+-−n", f"{DIGITS}⁺⁻⁻ⁿ")
_NOTE_NAMES = lazy_re(r"foot-?note|end-?note|noteref|reference|\bfn\b|cite")
_BACK = lazy_re(r"[↩↑⏎⤴^¶#§🔗\ufe0e\ufe0f\s\u200b]*")
_GUTTER = lazy_re(r"\b(linenos?|line-?numbers?|lineno|gutter|blob-num|hljs-ln-numbers|rouge-gutter)\b")
_FEWEST = 4
"""Words of a picture's label that are worth a line."""
_TYPED = lazy_re(r"[\w-]+\.(jpe?g|png|gif|webp|svg)|(figure|fig\.?|image|photo|picture|img|logo|icon)\s*\d*", re.I)
_TELLS = lazy_re(
    r"\b(charts?|graphs?|plots?|diagrams?|tables?|maps?|curves?|histogram|timeline|infographic|equation|formula)\b"
    r"|\b(diagramm|grafik|karte|tabelle|graphique|carte|tableau|gráfic[oa]|mapa|tabla)\b|\d\s?%|[图表圖]|グラフ",
    re.I,
)


def flat(words: str) -> str:
    """On one line."""
    return " ".join(words.replace(BREAK, " ").split())


class Inline:
    def __init__(self, without: frozenset[HtmlElement]) -> None:
        self._without = without

    def of(self, element: HtmlElement, depth: int = 0, heading: bool = False) -> str:
        """Its words, without its tail."""
        kind = tag(element)
        if not kind or kind in NO_TEXT or element in self._without:
            return _label(element) if kind == "img" else ""
        if kind == "br":
            return BREAK
        if kind == "img":
            return _label(element)
        if kind == "button" and not heading:
            return ""
        if kind in ("svg", "math"):
            return _drawn(element, kind)
        if SCREEN_READERS.search(names(element)) and not _within(element, "td", "th"):
            return ""
        if depth > _DEEPEST:
            return said(element)
        if kind == "sup":
            return self._raised(element, depth)
        if kind == "a":
            return self._link(element, depth)
        inner = self.inside(element, depth, heading)
        if not inner.strip():
            return _labelled(element) or inner
        if kind == "q":
            return inner if inner.lstrip()[:1] in "\"“„«'‘" else f"“{inner}”"
        return f" {inner} " if kind in BLOCKS else inner

    def inside(self, element: HtmlElement, depth: int = 0, heading: bool = False) -> str:
        parts = [element.text or ""]
        for child in element:
            parts.append(self.of(child, depth + 1, heading))
            parts.append(child.tail or "")
        return "".join(parts)

    def _raised(self, element: HtmlElement, depth: int) -> str:
        """A mark of a note stands in brackets, so that it is not read as a figure; a power is raised."""
        inner = self.inside(element, depth).strip()
        if not inner or inner[0] in "[(":
            return inner
        marks = re.fullmatch(rf"\d{{1,3}}([,;–-]\s?\d{{1,3}})*|[*†‡§¶]+|{LETTERS}", inner)
        noted = element.find(".//a") is not None or _NOTE_NAMES.search(names(element))
        word = "".join((_before(element) or "").rsplit(None, 1)[-1:])
        in_cell = _within(element, "td", "th")
        told = marks and (noted or is_note(word, inner) or (not inner[0].isdigit() and in_cell))
        if told or (in_cell and is_state(word, inner)):
            return f"[{inner}]"
        if re.fullmatch(r"[-+−]?\d+n?|n", inner):
            return inner.translate(_RAISED)
        return inner

    def _link(self, element: HtmlElement, depth: int) -> str:
        inner = self.inside(element, depth)
        if (element.get("href") or "").startswith("#"):
            if _BACK.fullmatch(inner):
                return ""
            role = f"{element.get('epub:type') or ''} {element.get('role') or ''}"
            marks = re.fullmatch(r"\s*\d{1,3}\s*", inner) and _NOTE_NAMES.search(f"{names(element)} {role}")
            if marks and not _within(element, "sup") and not (_before(element) or "").endswith(("[", "(")):
                return f"[{inner.strip()}]"
        return inner

    def code(self, element: HtmlElement, depth: int = 0) -> str:
        """Words as they are set, without the numbers of lines."""
        if depth > _DEEPEST:
            return "".join(element.itertext())
        parts = [element.text or ""]
        for child in element:
            kind = tag(child)
            if kind == "br":
                parts.append("\n")
            elif kind and kind not in NO_TEXT and kind != "button" and not _GUTTER.search(names(child)):
                parts.append(self.code(child, depth + 1) + ("\n" if kind in ("div", "li", "tr", "p") else ""))
            parts.append(child.tail or "")
        return "".join(parts)


def picture(image: HtmlElement) -> str:
    """A line for a picture whose label tells what figures it shows; empty for all else."""
    if image.tag not in ("img", "amp-img"):
        return ""
    label = " ".join((image.get("alt") or "").split())
    return f"{PICTURE}{label}]" if len(label.split()) >= _FEWEST and _TELLS.search(label) else ""


def _label(image: HtmlElement) -> str:
    """Of a picture that stands for a word: a formula, a sign of a face."""
    label = (image.get("alt") or "").strip()
    small = re.search(r"emoji|math|tex|latex|icon|smil", names(image) + (image.get("src") or ""))
    return label if small and len(label) <= 200 and not _TYPED.fullmatch(label) else ""


def _labelled(element: HtmlElement) -> str:
    """What an empty element says to a screen reader: the yes or no of a tick in a table."""
    if element.get("role") == "img" or element.tag == "i":
        return (element.get("aria-label") or element.get("title") or "").strip()[:80]
    return ""


def _drawn(element: HtmlElement, kind: str) -> str:
    if kind == "svg":
        return (element.get("aria-label") or "").strip()[:80] if element.get("role") == "img" else ""
    stated = element.get("alttext")
    if stated:
        return stated
    annotation = next((each for each in element.iter() if each.tag == "annotation"), None)
    return (annotation.text or "") if annotation is not None else " ".join("".join(element.itertext()).split())


def _within(element: HtmlElement, *kinds: str) -> bool:
    return next(element.iterancestors(*kinds), None) is not None


def _before(element: HtmlElement) -> str | None:
    before = element.getprevious()
    return element.getparent().text if before is None else before.tail
