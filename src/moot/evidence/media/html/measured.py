"""How many words each element of a page holds, and what kind of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain, islice
from typing import TYPE_CHECKING

from moot.evidence.media.html.elements import BLOCKS, NO_TEXT, count, tag
from moot.text.lazy import lazy_re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = lazy_re(r"[^\W\u3040-\u9fff\uac00-\ud7af]+|[\u3040-\u9fff\uac00-\ud7af]")
_BLANK = "".join(char if char.isalnum() or char == "_" else " " for char in map(chr, range(128)))
"""What of a text in ASCII is no word is a blank in it, for `str.translate`, which is five times as fast."""
_RUN = 3
"""Words in a row that are looked up together."""
_SHARE = 0.7
"""Of the runs of a block, to say that an extractor kept it."""

Runs = frozenset[int]


def runs(texts: Iterable[str]) -> Runs:
    """Every run of words in some texts, hashed."""
    return frozenset(chain.from_iterable(map(_runs, texts)))


def _runs(text: str) -> list[int]:
    low = text.lower()
    words = low.translate(_BLANK).split() if low.isascii() else _WORD.findall(low)
    if len(words) < _RUN:
        return [hash(tuple(words))] if words else []
    return list(map(hash, zip(*(islice(words, first, None) for first in range(_RUN)), strict=False)))


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
        order: list[tuple[HtmlElement, HtmlElement | None]] = []
        silent: set[HtmlElement] = set()
        for element in tree.iter():
            parent = element.getparent() if element is not tree else None
            order.append((element, parent))
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
        for block, parts in own.items() if kept else ():
            text = " ".join(parts)
            found = _runs(text)
            if found and sum(map(kept.__contains__, found)) >= _SHARE * len(found):
                self.kept[block] += count(text)
        for element, parent in reversed(order):
            for counts in (self.words, self.linked, self.links, self.kept):
                if parent is not None and (held := counts.get(element)):
                    counts[parent] = counts.get(parent, 0) + held

    def _take(
        self, holder: HtmlElement, block: HtmlElement, linked: bool, text: str, own: dict[HtmlElement, list[str]]
    ) -> None:
        if text.isspace():
            return
        words = count(text)
        own.setdefault(block, []).append(text)
        self.words[holder] = self.words.get(holder, 0) + words
        if linked:
            self.linked[holder] = self.linked.get(holder, 0) + words

    def prose(self, element: HtmlElement) -> int:
        """Words outside links."""
        return self.words[element] - self.linked[element]
