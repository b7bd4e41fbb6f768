"""What a reader sees of a page, roughly: its blocks, what of them tells of something, and its forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from moot.evidence.fetch import gates
from moot.evidence.fetch.fetched import Fetched
from moot.evidence.fetch.figures import has_figure
from moot.evidence.media.html.elements import BLOCKS, HEADINGS, NO_TEXT, count, tag
from moot.text import sentences
from moot.text.lazy import lazy_re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FRAME = ("header", "nav", "aside", "footer")
_SITE = ("header", "nav", "footer")
_PRESSED = ("button", "label", "legend", "summary")
_RUNNING = ("p", "div", "article", "section", "main", "body", "blockquote")
_CELLS = ("td", "th", "dd", "pre")
_CLOSED = lazy_re(r"\"isAccessibleForFree\"\s*:\s*\"?false", re.IGNORECASE)
_TO_READER = lazy_re(
    r"\b(you|your|yours|please|sorry|bitte|vous|votre|vos|usted|por favor)\b|"
    r"\bthis (web)?(site|page|article|story|content)\b|"
    r"^\W*(try|use|check|search|return|go|contact|write|ask|press|move|tick|type|click|tap|reload)\b|"
    r"(?-i:\b(Sie|Ihre?[nmrs]?|Ihnen|[Dd]einen?|[Dd]ich)\b)",
    re.IGNORECASE,
)
_PRIVACY = lazy_re(
    r"^(?=.*\b(?:you|your|device|consent|we use cookies|(?-i:Sie|Ihre\w*)|einwilligung\w*|vous|votre|vos)\b)"
    r".*\b(?:cookies?|consent|privacy|tracking|partners?|partnern?|personal data|advertis\w+|datenschutz\w*|werbung|"
    r"partenaires|confidentialité)\b",
    re.IGNORECASE | re.DOTALL,
)
"""What a site says of itself and its reader's data, with figures as well."""
_QUOTED = lazy_re(r"[“„«‘\"][^“”„«»\"]{3,200}[”“»’\"]")
"""Somebody's words: an article may tell what a wall says."""
_STOPPED = lazy_re(r"[.!?。！？][\"'”’»)\]]*$")
_PARTED = lazy_re(r"\s+[|·–—-]\s+")
_TOLD, _BEGUN = 6, 12
"""Words of a sentence that tells of something, and of one that breaks off."""
MOST = 6_000
"""Words of a page whose blocks are looked at: what has more, and be it around its text, is read."""
_HIDDEN = ("hidden", "submit", "button", "image", "search")


@dataclass(frozen=True)
class Block:
    """What stands between two breaks of a page."""

    text: str
    sentences: tuple[tuple[str, int], ...]
    """Each with its words if it tells of something, of neither its reader nor the page, and else with 0."""
    cut: bool = False
    """Whether it breaks off in a sentence."""

    @property
    def told(self) -> int:
        """Words that tell of something."""
        return sum(words for _, words in self.sentences)


@dataclass(frozen=True)
class Form:
    fields: int
    """To be written into."""
    to: str
    """The address that it posts to, as the page gives it."""


@dataclass(frozen=True)
class Shown:
    title: str
    text: str
    words: int
    """Of its prose."""
    blocks: tuple[Block, ...]
    """None of a page of many words."""
    forms: tuple[Form, ...] = ()
    pressed: bool = False
    """Has something to press, in what is not its frame."""
    password: bool = False
    """A field for a password, in what is not the frame around a page."""
    framed: bool = False
    """One in its head, its foot or beside it."""
    scripted: bool = False
    carried: bool = False
    """Has its text in its data for machines, whatever it shows."""
    closed: bool = False
    """Says of itself that it is not free to read."""
    waits: bool = False
    """It is to be loaded again by itself."""
    scholarly: bool = False
    """Has the marks of a publisher's page of one work: its abstract is worth reading, whatever is sold below."""
    tree: HtmlElement | None = None
    """What is left of it once `words` were counted; None of a text."""

    @property
    def head(self) -> str:
        return f"{self.title}\n{self.text[:1500]}"

    @property
    def named(self) -> list[str]:
        """The parts of its title, of which one may be its site's name."""
        return _PARTED.split(self.title[:300])

    @cached_property
    def sentences(self) -> list[tuple[str, int]]:
        """Of its title and its blocks, each with its words if it tells of something, and else with 0."""
        return [(self.title, 0), *(each for block in self.blocks for each in block.sentences)]

    @cached_property
    def told(self) -> int:
        """Words that tell of something."""
        return sum(block.told for block in self.blocks)

    def says(self, notice: re.Pattern[str]) -> bool:
        """Whether it says so itself: in its title, in what is pressed, or to its reader; not as something it tells."""
        return any(notice.search(said) for said, told in self.sentences if not told)

    def tells(self, most: int, notice: re.Pattern[str] | None = None) -> bool:
        """Whether sentences that are no such notice tell of something: with a figure, or in more than `most` words."""
        own = [(said, told) for said, told in self.sentences if told and not (notice and notice.search(said))]
        return sum(told for _, told in own) > most or any(has_figure(said) for said, _ in own)

    @property
    def left(self) -> str:
        """The words of `rest`."""
        return self.text if self.tree is None else " ".join(self.tree.itertext())

    @cached_property
    def rest(self) -> int:
        """Words of its prose without what is named as a notice, and what only browsers without scripts show."""
        from lxml.etree import strip_elements

        from moot.evidence.media.html import clutter
        from moot.evidence.media.html.measured import Measured

        if self.tree is None:
            return self.words
        strip_elements(self.tree, "noscript", with_tail=False)
        for element in [each for each in self.tree.iter() if isinstance(each.tag, str) and _over(each)]:
            if element.getparent() is not None:
                element.drop_tree()
        clutter.take_out(self.tree, None, discussion=True)
        return Measured(self.tree).prose(self.tree)


def of_text(text: str) -> Shown:
    """A text without markup."""
    blocks = tuple(_block("p", line, 0) for line in map(str.strip, text.splitlines()) if line)
    words = count(text)
    return Shown("", " ".join(text.split()), words, blocks)


def of_page(page: Fetched) -> Shown:
    """Raises `CannotRead`, and what a parser does on a hostile page."""
    from lxml.etree import Comment, strip_elements

    from moot.evidence.fetch.characters import in_utf8
    from moot.evidence.media.decode import decode
    from moot.evidence.media.html import clutter, declared, json_ld, tree_of
    from moot.evidence.media.html.measured import Measured

    body = in_utf8(page)
    tree = tree_of(decode(body, declared(body))[0])
    title = " ".join((tree.findtext(".//title") or "").split())
    fields = tree.xpath("//input[translate(@type,'PASWORD','pasword')='password']")
    framed = [_is_framed(each) for each in fields]
    closed = any(_CLOSED.search(each.text or "") for each in tree.iter("script")) or any(
        map(_is_paid, tree.iter("meta"))
    )
    work = bool(tree.xpath("//meta[@name='citation_title']"))
    waits = bool(tree.xpath("//meta[translate(@http-equiv,'REFSH','refsh')='refresh']"))
    scripted = tree.find(".//script") is not None
    carried = bool(json_ld.body(json_ld.things(json_ld.scripts(tree))))
    strip_elements(tree, "script", "style", "template", "svg", "title", Comment, with_tail=False)
    text = " ".join(" ".join(tree.itertext()).split())
    forms = [each for each in tree.iter("form") if not _is_framed(each)]
    asked = tuple(map(_form, forms))
    pressed = any(not _is_framed(each) for each in tree.iter("button"))
    words = Measured(tree).prose(tree)
    said = _said(tree) if words <= MOST else []
    clutter.take_out(tree, None, discussion=True, named=False)
    words = Measured(tree).prose(tree)
    kept = {text for _, text, _ in _said(tree)} if said else set[str]()
    # A short form and a heading such as "Subscribe" are no text of the page, but what they ask for may be all it says.
    blocks = tuple(_block(kind if text in kept else "", text, linked) for kind, text, linked in said)
    return Shown(
        title=title,
        text=text,
        words=words,
        blocks=blocks,
        forms=asked,
        pressed=pressed,
        password=not all(framed),
        framed=any(framed),
        scripted=scripted,
        carried=carried,
        closed=closed,
        waits=waits,
        scholarly=work,
        tree=tree,
    )


def _is_paid(meta: HtmlElement) -> bool:
    """As schema.org's microdata and Open Graph say it."""
    said = (meta.get("content") or "").lower()
    tier = meta.get("property") == "article:content_tier" and said == "locked"
    return tier or (meta.get("itemprop") == "isAccessibleForFree" and said == "false")


def _is_framed(element: HtmlElement) -> bool:
    return any(up.tag in _FRAME or _over(up) for up in element.iterancestors())


def _over(element: HtmlElement) -> bool:
    """Whether it lies over the page."""
    return (
        element.tag == "dialog"
        or element.get("role") in ("dialog", "alertdialog")
        or element.get("aria-modal") == "true"
    )


def _in_text(element: HtmlElement) -> bool:
    return any(up.tag in ("article", "main", "section") for up in element.iterancestors())


def _form(form: HtmlElement) -> Form:
    fields = [each for each in form.iter("input") if (each.get("type") or "text").lower() not in _HIDDEN]
    return Form(len(fields), form.get("action") or "")


def _said(tree: HtmlElement) -> list[tuple[str, str, int]]:
    """Kind, text and linked words of each block, in their order: not the site's, and last what lies over the page."""
    from lxml.etree import iterwalk

    found, over = list[tuple[str, str, int]](), list[tuple[str, str, int]]()
    kinds, parts, linked, silent, links, lying = [str(tree.tag)], list[str](), 0, 0, 0, 0

    def end() -> None:
        nonlocal linked
        text = " ".join(" ".join(parts).split())
        if text:
            (over if lying else found).append((kinds[-1], text, linked))
        parts.clear()
        linked = 0

    for event, element in iterwalk(tree, events=("start", "end")):
        kind = tag(element)
        breaks = kind in BLOCKS or kind in _PRESSED
        unsaid = not kind or kind in NO_TEXT or (kind in _SITE and not _in_text(element))
        if event == "start":
            if breaks:
                end()
                kinds.append(kind)
            silent += unsaid
            links += kind == "a"
            lying += _over(element)
            said = element.text
        else:
            if breaks:
                end()
                kinds.pop()
            lying -= _over(element)
            links -= kind == "a"
            silent -= unsaid
            said = element.tail if element is not tree else None
        if said and not silent:
            parts.append(said)
            linked += count(said) if links else 0
    end()
    return [*found, *over]


def _block(kind: str, text: str, linked: int) -> Block:
    """`kind`: "" of what is no text of the page."""
    parts = re.split(sentences.STOP, _QUOTED.sub(" … ", text))
    if not kind or kind in HEADINGS or kind in _PRESSED or 2 * linked > count(text):
        return Block(text, tuple((part, 0) for part in parts))
    if kind in _CELLS:
        return Block(text, ((text, max(count(text), _TOLD * text[:1].isdigit())),))
    cut = kind in _RUNNING and not _STOPPED.search(text)
    told = [_told(part, _BEGUN if cut and part is parts[-1] else _TOLD) for part in parts]
    return Block(text, tuple(zip(parts, told, strict=True)), cut and sum(told) > 0)


def _told(sentence: str, least: int) -> int:
    words = count(sentence)
    if words < least or not (least == _BEGUN or _STOPPED.search(sentence)) or gates.asks(sentence):
        return 0
    if _PRIVACY.search(sentence):
        return 0
    return words if has_figure(sentence) or not to_reader(sentence) else 0


def to_reader(sentence: str) -> bool:
    """Whether it speaks to its reader, or of the page."""
    return bool(_TO_READER.search(sentence))
