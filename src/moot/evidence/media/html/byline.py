"""The lines around the title of a page, where people see who wrote it and when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moot.evidence import dateline
from moot.evidence.media.html.elements import BLOCKS, HEADINGS, NO_TEXT, names, said, squeezed, tag
from moot.text import persons
from moot.text.issued import CHANGED, PUBLISHED
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BEFORE, _AFTER = 15, 60
"""Elements looked at before and after the title."""
_MOST_YEARS, _LONGEST_STAMP, _INLINE = 50, 160, 3
"""Places where a year stands that are looked at, from either end; characters of a line; elements within it."""
_LONG = 25
"""Words of a paragraph at which the text begins."""
_LABEL = lazy_re(
    r"^(?:this (?:page|article|post|story|report) (?:was|has been) "
    r"|(?:(?!\b(?:was|were|is|are|be|been|had|has|wurde|fue|été|stato)\b).){0,30}?)"
    rf"\b({PUBLISHED})\b[: ]*(?:(?:on|at|am|le|el|em|op|il|den|på|la|data|dnia|dne)\s+)?",
    re.IGNORECASE,
)
"""Not where something else was published: "His first atlas was published on"."""
_CHANGED = lazy_re(rf"{CHANGED}|joined|member since|registered", re.IGNORECASE)
_CHANGED_ON = lazy_re(
    rf"\b(?:{CHANGED})\b[: ]{{0,3}}(?:(?:on|at|am|le|el|em|op|il|den|på)\s)?(.{{6,40}})", re.IGNORECASE
)
_NEXT = lazy_re(
    rf"[,;]?\s+(?:(?:and|und|et|y|e|og|och|ja|i) )?(?=(?:last )?\b(?:{PUBLISHED}|{CHANGED})\b)", re.IGNORECASE
)
"""Before what a line says of another of its days."""
_A_DAY = (
    r"\d{4}-\d\d?-\d\d?|\d{4}\. ?\d\d?\. ?\d\d?\b|(?:[^\W\d_]+ ?[^\W\d_]+,? )?\b\d\d?(?:/\d\d?/|-\d\d?-)\d{4}"
    r"|\d{4}\. [^\W\d]{3,12} \d\d?\b|\b\d\d? tháng \d\d?(?:,| năm|, năm) \d{4}"
    r"|\d{4}[年년] ?\d\d?[月월] ?\d\d?[日일]|\b\d\d?\. ?\d\d?\. ?\d{4}"
    r"|\b\d\d?(?:st|nd|rd|th|er|\.|º)?,? (?:of |de )?[^\W\d]{3,12}\.?,? (?:de )?\d{4}"
    r"|\b[^\W\d]{3,12}\.? \d\d?(?:st|nd|rd|th)?,? \d{4}"
)
_DAY = lazy_re(_A_DAY)
"""In a line with a name beside it: "Ana Ruiz, 3 May 2024"."""
_ONE = r"[^\d:|·•,(<>@/]{2,60}?"
_END = r"(?=\s*(?:$|\b(?:el|em|il|le|op|den)\s\d|[|·•,(@<\d）)/]|–|—|\bon\b|\bpublished\b|\bupdated\b|\bam\b|»))"
_BY = lazy_re(
    rf"(?:(?:^|[·|,–—•]\s*"
    rf"|^(?:{PUBLISHED})\b[: ]*(?:(?:on|am|le|el|em|il|op|den|på)\s)?(?:{_A_DAY})"
    r"(?:[ ,]{1,2}[^\W\d]{0,5} ?\d\d?[:.h]\d\d)?,?\s)"
    r"(?:(?:written by|story by|words by|posted by|publicado por|pubblicato da|scritto da|by|von|par|por|di|door|av|af"
    r"|بقلم:?)(?:\s+|:\s*)"
    r"|(?:author|autor(?:in|a|ka)?|auteure?|autore|autrice|författare|forfatter|kirjoittaja|szerző|yazar|penulis"
    r"|tác giả|автор)\s?:\s*)"
    r"|(?:^|[·|,–—•\s])(?:作者[:：]|文[/／・]|著者[:：])\s*)"
    rf"(?P<names>{_ONE}){_END}",
    re.IGNORECASE,
)
"""At the start of a line, behind a mark, or behind the day of the text: "Posted on 2 May 2025 by"."""
_REPORTER = lazy_re(
    r"(?:^|[\s|/·(])(?:(?P<who>[\uac00-\ud7a3]{2,4})\s?기자(?![\uac00-\ud7a3])|(?:本报|本報|特约)?(?:记者|記者)[\s:：]{0,2}"
    r"(?P<han>[\u4e00-\u9fff]{2,4})(?=[\s|/·)]|$))"
)
_MORE = lazy_re(rf"(?:,\s*{_ONE}){{0,12}},?\s+(?:and|&|und|et|y|e|i|och|og|en)\s+{_ONE}{_END}", re.IGNORECASE)
"""Further authors, of whom the last is told as such: else a place, an office or a day stands behind a comma."""
_SMALL = lexicon("""
    a am an and at bei by das de del den der des die du el en et first for in la las le les los min of on par por posted
    published read reporter staff the um und updated von vom words written y
""")
"""Words of a line that tells who wrote a text and when, beside names."""
_OF_EVENTS = ("td", "th", "li", "dd", "dt")
_YEAR = lazy_re(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PARTS = lazy_re(r"\s*[·|•]\s*|(?:(?<=[^\W\d_]{2}\.)|(?<=\d{4}\.)) ")
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
    """In a cell or an item of a list, or beside hours: its days are of what the page tells of, unless a label says
    otherwise."""


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
        celled = any(map(_is_item, (element, *element.iterancestors()))) and not _OF_PAGE.search(named)
        yield Line(text, named, element.get("datetime") or "", celled or dateline.is_of_hours(text))


def _is_item(element: HtmlElement) -> bool:
    """Whether it is one of several beside each other, and not the cell that a page is laid out in."""
    return element.tag in _OF_EVENTS and not any(True for _ in element.iter("h1", "h2"))


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


def stamps(tree: HtmlElement, elsewhere: Callable[[HtmlElement], bool]) -> list[dateline.Stamp]:
    """What short lines tell that say nothing but when their text was published or last changed; the day may stand in
    an element behind its label. Of a page with many years only the first and the last places are looked at.
    """
    order = list(tree.iter())
    dated = {each for each in order if _tells_year(each.text)}
    dated |= {each.getparent() for each in order if each is not tree and _tells_year(each.tail)}
    told = [each for each in order if each in dated and tag(each) not in NO_TEXT]
    few = dict.fromkeys((*told[:_MOST_YEARS], *told[-_MOST_YEARS:]))
    texts = dict.fromkeys(text for each in few if not elsewhere(each) for text in _around(each))
    found = (dateline.stamp(part) for text in texts for part in _PARTS.split(text))
    return [each for each in found if each]


def _tells_year(text: str | None) -> bool:
    return bool(text) and len(text) <= _LONGEST_STAMP and _YEAR.search(text) is not None


def _around(element: HtmlElement) -> Iterator[str]:
    """What it says alone, behind what stands before it, and as part of its line."""
    alone, label = said(element), element.getprevious()
    yield alone
    if label is not None and tag(label) not in NO_TEXT:
        yield f"{said(label)} {alone}"
    for above, _ in zip(element.iterancestors(), range(_INLINE), strict=False):
        if tag(element) in BLOCKS or any(tag(child) in BLOCKS for child in above):
            return
        element = above
        yield said(element)


def pieces(text: str) -> list[str]:
    apart = re.split(r"\s*[·|•]\s*|\s(?:[–—-]|//?)\s|[()]|\n", text)
    parts = [piece for part in apart for piece in _each_day(part)]
    told = (part for part in parts if not _CHANGED.search(part) and not _is_sentence(part))
    days = [day for part in told for day in _DAY.findall(part)]
    return [part for each in (*parts, *days) if (part := each.strip(" ,"))]


def _each_day(part: str) -> list[str]:
    """Cut before what tells of another day: "Posted 3 May 2026, updated 4 May 2026"."""
    cuts = [
        match
        for match in _NEXT.finditer(part)
        if _YEAR.search(part, 0, match.start()) and _YEAR.search(part, match.end())
    ]
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(part)]
    return [part[start:end] for start, end in zip(starts, ends, strict=True)]


def _is_sentence(text: str) -> bool:
    """Whether it tells something of a day: "The storm of 3 March 2024 broke two cranes"."""
    words = (word.strip('.,;:!?()“”"') for word in _DAY.sub(" ", text).split())
    telling = sum(word[:1].islower() and word not in _SMALL for word in words)
    return telling > (1 if text.endswith((".", "!", "?")) else 2) and not dateline.dated(text)


def authors(found: list[Line]) -> list[str]:
    """Names behind "by", or in what is marked as the author's."""
    for at, line in enumerate(found):
        reporter = _REPORTER.search(line.text)
        if reporter:
            return [reporter["who"] or reporter["han"]]
        by = _BY.search(line.text)
        if by and not _NO_NAME.fullmatch(by["names"].strip()):
            more = _MORE.match(line.text, by.end("names"))
            several = by["names"] + more[0] if more else ""
            return [several if len(persons.parted(several)) > 1 else by["names"].strip()]
        alone = re.fullmatch(r"(written |posted |words )?(by|von|par|por|作者)[: ]*", line.text, re.I)
        if alone and at + 1 < len(found):
            name = found[at + 1].text
            if _NAME.fullmatch(name):
                return [name]
    marked = [line.text for line in found if re.search(r"author|byline|contributor|writer", line.named)]
    return [line for line in marked if all(map(_is_name, persons.parted(line)))][:1]


def _is_name(said: str) -> bool:
    return bool(_NAME.fullmatch(said)) and not _NO_NAME.search(said)


def is_change(text: str) -> bool:
    return bool(_CHANGED.search(text))


def unlabelled(text: str) -> str | None:
    """What stands behind a label such as "Published on"; None where there is none."""
    found = _LABEL.match(text)
    return text[found.end() :] if found else None
