"""The windows of a passage that a claim is read against.

A passage that is hardly longer than a window is one. A longer one is cut into runs of whole sentences, half a window
apart; those with most of the claim's words are kept, rare words counting more.
"""

from __future__ import annotations

import math
from collections import Counter

from moot.text import sentences
from moot.text.terms import stems

WORDS = 90
"""Of a window, at most."""


def best_windows(claim: str, passage: str, most: int = 3, words: int = WORDS) -> list[str]:
    """At most `most` windows, in the order of the passage; at least one, which may be empty."""
    if len(passage.split()) <= longest(words):
        return [" ".join(passage.split())]
    cut = windows(passage, words)
    if len(cut) <= most:
        return cut
    held = [frozenset(stems(window)) for window in cut]
    said = set(stems(claim))
    spread = Counter(stem for stems_ in held for stem in stems_ if stem in said)
    weight = {stem: math.log(1 + len(cut) / spread[stem]) for stem in spread}
    scores = [math.fsum(weight[stem] for stem in said & there) for there in held]
    best = sorted(range(len(cut)), key=lambda n: (-scores[n], n))[:most]
    return [cut[n] for n in sorted(best)]


def longest(words: int) -> int:
    """Words of a passage that is read whole."""
    return words * 11 // 9


def windows(passage: str, words: int) -> list[str]:
    """Runs of whole sentences, each beginning about half a window after the one before."""
    units = [piece for span in sentences.split(passage) for piece in _pieces(span.of(passage).split(), words)]
    found: list[str] = []
    start = 0
    while start < len(units):
        end, length = start, 0
        while end < len(units) and (end == start or length + len(units[end]) <= words):
            length += len(units[end])
            end += 1
        found.append(" ".join(word for unit in units[start:end] for word in unit))
        if end >= len(units):
            break
        start = _after(units, start, end, words)
    return found or [""]


def _pieces(sentence: list[str], words: int) -> list[list[str]]:
    """A sentence longer than a window is cut."""
    return [sentence[at : at + words] for at in range(0, len(sentence), words)]


def _after(units: list[list[str]], start: int, end: int, words: int) -> int:
    """The unit at which half a window has gone by, at least one on and no gap."""
    gone, at = 0, start
    while at < end and gone < words // 2:
        gone += len(units[at])
        at += 1
    return min(at, end)
