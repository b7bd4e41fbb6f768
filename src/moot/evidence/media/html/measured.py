"""How many words each element of a page holds, and what kind of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from moot.evidence.media.html.elements import BLOCKS, NO_TEXT, count, tag
from moot.text.lazy import lazy_re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = lazy_re(r"[\u3040-\u9fff\uac00-\ud7af]|(?:(?![\u3040-\u9fff\uac00-\ud7af])\w)+")
_RUN = 3
"""Words in a row that are looked up together."""
_SHARE = 0.7
"""Of the runs of a block, to say that an extractor kept it."""

Runs = frozenset[int]


def runs(texts: Iterable[str]) -> Runs:
    """Every run of words in some texts, hashed."""
    return frozenset(run for text in texts for run in _runs(text))


def _runs(text: str) -> list[int]:
    words = _WORD.findall(text.lower())
    if len(words) < _RUN:
        return [hash(tuple(words))] if words else []
    return [hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1)]


class Measured:
    """Counts of a whole tree, each element's with all that is inside it. One pass; the tree must not change."""

    def __init__(self, tree: HtmlElement, kept: Runs = frozenset()) -> None:
        """`kept`: the runs of words that an extractor gave."""
        self.words: Counter[HtmlElement] = Counter()
        self.linked: Counter[HtmlElement] = Counter()
        """Words inside links."""
        self.links: Counter[HtmlElement] = Counter()
        self.kept: Counter[HtmlElement] = Counter()
        """Words of blocks that the extractor gave."""
        owner: dict[HtmlElement, HtmlElement] = {}
        inside: dict[HtmlElement, bool] = {}
        own: dict[HtmlElement, list[str]] = {}
        order: list[HtmlElement] = []
        silent: set[HtmlElement] = set()
        for element in tree.iter():
            parent = element.getparent() if element is not tree else None
            order.append(element)
            if parent is not None and element.tail and parent not in silent:
                self._take(parent, owner[parent], inside[parent], element.tail, own)
            kind = tag(element)
            if not kind or kind in NO_TEXT or (parent is not None and parent in silent):
                silent.add(element)
                continue
            owner[element] = element if kind in BLOCKS or parent is None else owner[parent]
            inside[element] = kind == "a" or (parent is not None and inside[parent])
            if kind == "a":
                self.links[element] += 1
            if element.text:
                self._take(element, owner[element], inside[element], element.text, own)
        for block, parts in own.items():
            text = " ".join(parts)
            found = _runs(text)
            if kept and found and sum(run in kept for run in found) >= _SHARE * len(found):
                self.kept[block] += count(text)
        for element in reversed(order):
            parent = element.getparent() if element is not tree else None
            if parent is None:
                continue
            for counts in (self.words, self.linked, self.links, self.kept):
                if element in counts:
                    counts[parent] += counts[element]

    def _take(
        self, holder: HtmlElement, block: HtmlElement, linked: bool, text: str, own: dict[HtmlElement, list[str]]
    ) -> None:
        if text.isspace():
            return
        words = count(text)
        own.setdefault(block, []).append(text)
        self.words[holder] += words
        if linked:
            self.linked[holder] += words

    def prose(self, element: HtmlElement) -> int:
        """Words outside links."""
        return self.words[element] - self.linked[element]
