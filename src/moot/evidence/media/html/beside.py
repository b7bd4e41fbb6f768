"""What a person sees on a page that is no part of its text: fields, buttons, drawings, frames, and what is around it.

It is no evidence, but who reads pages with other programs sees it: what of it tells models what to do is kept, to be
named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from moot.evidence import orders
from moot.evidence.media import sheets
from moot.evidence.media.hidden import ALTERNATIVE, LEFT_OUT, METADATA
from moot.evidence.media.html.elements import BLOCKS, count
from moot.evidence.media.html.measured import runs
from moot.text.lazy import lazy_re
from moot.words import Hidden

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KINDS = {
    "textarea": "field of a form", "select": "field of a form", "button": "button", "svg": "drawing",
    "noscript": "for browsers without scripts", "object": "embedded", "video": "embedded", "audio": "embedded",
    "canvas": "drawing",
}  # fmt: skip
_LABELS = ("title", "aria-label", "aria-description")
_CONTENT = lazy_re(r"(?:^|[;\s])content\s*:\s*([^;}]{1,2000})")
_QUOTED = lazy_re(r"\"([^\"]*)\"|'([^']*)'")
_FEW = 4
"""Words."""
_LONGEST = 4_000
_MOST = 60
_LEFT = 0.5
"""Of the runs of words of a block: what has less of them in the text was left out of it."""


def never_text(tree: HtmlElement) -> list[Hidden]:
    """Of the kinds that are never read. The tree must still have them."""
    return _telling(_never(tree))


def around(tree: HtmlElement, text: str, machines: Iterable[str], told: Iterable[Hidden]) -> list[Hidden]:
    """Of all else, and of what the page says for `machines`: what did not come into the text, and was not told yet."""
    kept = runs([text])
    before = {each.text for each in told}
    said = [*((f"{LEFT_OUT} (around it)", words) for words in _blocks(tree)), *((METADATA, each) for each in machines)]
    found = _telling((how, words) for how, words in said if len((own := runs([words])) & kept) < _LEFT * len(own))
    return [each for each in found if each.text not in before]


def _telling(found: Iterator[tuple[str, str]]) -> list[Hidden]:
    kept: dict[str, Hidden] = {}
    for how, said in found:
        words = " ".join(said.split())[:_LONGEST]
        if count(words) < _FEW or words in kept or len(kept) >= _MOST:
            continue
        # Calls to click and to subscribe sound like orders to a learned voice: a form must tell them.
        if orders.told(words):
            kept[words] = Hidden(how=how, text=words)
    return list(kept.values())


def _never(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in _KINDS:
            yield f"{LEFT_OUT} ({_KINDS[element.tag]})", " ".join(element.itertext())
        elif element.tag == "input":
            yield from ((f"{LEFT_OUT} (field of a form)", element.get(each) or "") for each in ("value", "placeholder"))
        elif element.tag == "iframe":
            yield f"{LEFT_OUT} (frame)", re.sub(r"<[^<>]{0,1000}>", " ", element.get("srcdoc") or "")
        yield from ((ALTERNATIVE, element.get(each) or "") for each in _LABELS)
    for _, style in sheets.rules(tree):
        for said in _CONTENT.findall(style):
            words = " ".join(one or other for one, other in _QUOTED.findall(said))
            yield f"{LEFT_OUT} (written by a style sheet)", words


def _blocks(tree: HtmlElement) -> Iterator[str]:
    """The words of each block, without those of blocks inside it."""
    owner: dict[HtmlElement, HtmlElement] = {}
    own: dict[HtmlElement, list[str]] = {}
    for element in tree.iter():
        parent = element.getparent() if element is not tree else None
        if isinstance(element.tag, str):
            owner[element] = element if parent is None or element.tag in BLOCKS else owner[parent]
            own.setdefault(owner[element], []).append(element.text or "")
        if parent is not None:
            own[owner[parent]].append(element.tail or "")
    return (" ".join(parts) for parts in own.values())
