"""The lines around the title of a page, where people see who wrote it and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moot.evidence.media.html.elements import BLOCKS, HEADINGS, NO_TEXT, names, said, squeezed, tag
from moot.text.lazy import lazy_re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BEFORE, _AFTER = 15, 60
"""Elements looked at before and after the title."""
_LONG = 25
"""Words of a paragraph at which the text begins."""
_LABEL = lazy_re(
    r"^.{0,30}?\b(first published|published|posted|released|release date|issued|publication date|date|erschienen|"
    r"veröffentlicht|stand|publié|publicado|pubblicato|gepubliceerd|publicerad|опубликовано|发布时间|发布于|公開日|"
    r"تاريخ النشر)\b[: ]*(?:(?:on|at|am|le|el|op|il|den)\s+)?",
    re.IGNORECASE,
)
_CHANGED = lazy_re(
    r"updated|modified|edited|changed|correct|reviewed|joined|member since|registered|aktualisiert|geändert|mis à jour|"
    r"modifié|actualizado|更新|修改",
    re.IGNORECASE,
)
_CHANGED_ON = lazy_re(
    r"\b(?:updated|modified|edited|changed|corrected|aktualisiert|geändert|mis à jour|modifié|actualizado)\b"
    r"[: ]{0,3}(?:(?:on|at|am|le|el)\s)?(.{6,40})",
    re.IGNORECASE,
)
_BY = lazy_re(
    r"(?:(?:^|[·|,–—•]\s*)(?:written by|story by|words by|posted by|by|von|par|por|di|door|av|af|автор:|بقلم:?)"
    r"(?:\s+|:\s*)"
    r"|(?:^|[·|,–—•\s])(?:作者[:：]|文[/／]|著者[:：])\s*)"
    r"(?P<names>[^\d:|·•,(<>@]{2,60}?)(?=\s*(?:$|[|·•,(@<\d）)]|–|—|\bon\b|\bpublished\b|\bupdated\b|\bam\b|»))",
    re.IGNORECASE,
)
_DAY = lazy_re(
    r"\d{4}-\d\d?-\d\d?|\d{4}[年년] ?\d\d?[月월] ?\d\d?[日일]|\b\d\d?\. ?\d\d?\. ?\d{4}"
    r"|\b\d\d?(?:st|nd|rd|th|er|\.|º)?,? (?:of |de )?[^\W\d]{3,12}\.?,? (?:de )?\d{4}"
    r"|\b[^\W\d]{3,12}\.? \d\d?(?:st|nd|rd|th)?,? \d{4}"
)
"""In a line with a name beside it: "Ana Ruiz, 3 May 2024"."""
_OF_EVENTS = ("td", "th", "li", "dd", "dt")
_OF_PAGE = lazy_re(r"\b(?:date|time|published|posted|by-?line|author|meta|entry-meta|info)")
_NAME = lazy_re(
    r"(?:(?:[A-ZÀ-ÞЀ-Я][\w’'.-]*|de|da|van|von|der|den|di|la|le|bin|al|el|y)\s+){1,4}[A-ZÀ-ÞЀ-Я][\w’'.-]*"
    r"|[\u4e00-\u9fff]{2,4}"
)
_NO_NAME = lazy_re(
    r"\b(team|staff|blog|news|read|min|share|contents?|home|about|guide|how|the|what|why)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Line:
    text: str
    named: str
    """Classes of the element and of those around it."""
    datetime: str = ""
    of_event: bool = False
    """In a cell or an item of a list, whose days are of what the page tells of, unless a label says otherwise."""


def lines(tree: HtmlElement, title: str | None) -> list[Line]:
    """Short lines before and after the title, in order; none where the title is not shown."""
    order = [each for each in tree.iter() if isinstance(each.tag, str) and each.tag not in NO_TEXT]
    wanted = squeezed(title or "")
    at = next((at for at, each in enumerate(order) if each.tag in ("h1", "h2") and squeezed(said(each)) == wanted), -1)
    if at < 0 or not wanted:
        return []
    after: list[Line] = []
    for element in order[at + 1 : at + 1 + _AFTER]:
        if tag(element) == "p" and len(said(element).split()) > _LONG:
            break
        after.extend(_line(element))
    before = [line for element in order[max(0, at - _BEFORE) : at] for line in _line(element)]
    return [*after, *before]


def _line(element: HtmlElement) -> Iterator[Line]:
    """What an element says if no block is inside it; also its single parts, which may stand beside one another."""
    headed = any(up.tag in HEADINGS for up in (element, *element.iterancestors()))
    if headed or any(tag(child) in BLOCKS for child in element):
        return
    text = said(element)
    if 2 <= len(text) <= 120:
        above = element.getparent()
        named = f"{names(element)} {names(above) if above is not None else ''}"
        event = any(up.tag in _OF_EVENTS for up in (element, *element.iterancestors())) and not _OF_PAGE.search(named)
        yield Line(text, named, element.get("datetime") or "", event)


def published(found: list[Line]) -> Iterator[str]:
    """Days that the lines give, but for those of changes and members, which may be said in the line before."""
    before = False
    for line in found:
        changes = bool(_CHANGED.search(line.text))
        if line.of_event and not _LABEL.match(line.text) and not line.datetime:
            before = changes
            continue
        if line.datetime and not (before or changes or _CHANGED.search(line.named)):
            yield line.datetime
        for piece in pieces(line.text) if not before else ():
            if not _CHANGED.search(piece):
                yield _LABEL.sub("", piece)
        before = changes and not re.search(r"\d", line.text)


def changes(found: list[Line]) -> Iterator[str]:
    """The dates behind "updated" and the like in these lines, as far as they are days."""
    for line in found:
        for told in _CHANGED_ON.finditer(line.text):
            yield from _DAY.findall(told[1])[:1]


def pieces(text: str) -> list[str]:
    parts = re.split(r"\s*[·|•]\s*|\s[–—-]\s|[()]|\n", text)
    days = [day for part in parts if not _CHANGED.search(part) for day in _DAY.findall(part)]
    return [part for each in (*parts, *days) if (part := each.strip(" ,"))]


def authors(found: list[Line]) -> list[str]:
    """Names behind "by", or in what is marked as the author's."""
    for at, line in enumerate(found):
        by = _BY.search(line.text)
        if by and not _NO_NAME.fullmatch(by["names"].strip()):
            return re.split(r"\s+(?:and|und|et|y|&)\s+|、", by["names"].strip())
        alone = re.fullmatch(r"(written |posted |words )?(by|von|par|por|作者)[: ]*", line.text, re.I)
        if alone and at + 1 < len(found):
            name = found[at + 1].text
            if _NAME.fullmatch(name):
                return [name]
    marked = [line.text for line in found if re.search(r"author|byline|contributor|writer", line.named)]
    return [name for name in marked if _NAME.fullmatch(name) and not _NO_NAME.search(name)][:1]


def is_change(text: str) -> bool:
    return bool(_CHANGED.search(text))


def unlabelled(text: str) -> str | None:
    """What stands behind a label such as "Published on"; None where there is none."""
    found = _LABEL.match(text)
    return text[found.end() :] if found else None
