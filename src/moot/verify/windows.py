"""The windows of a passage that a claim is read against.

A passage of up to `LONGEST` words is one window. A longer one is cut into runs of whole sentences of up to `WORDS`
words, half a window apart; those with most of the claim's words are kept, rare words counting more.
"""

from __future__ import annotations

import math
from collections import Counter

from moot.text import sentences
from moot.text.terms import stems

LONGEST = 110
WORDS = 90


def best_windows(claim: str, passage: str, most: int = 3) -> list[str]:
    """At most `most` windows, in the order of the passage; at least one, which may be empty."""
    if len(passage.split()) <= LONGEST:
        return [" ".join(passage.split())]
    cut = windows(passage)
    if len(cut) <= most:
        return cut
    held = [frozenset(stems(window)) for window in cut]
    said = set(stems(claim))
    spread = Counter(stem for stems_ in held for stem in stems_ if stem in said)
    weight = {stem: math.log(1 + len(cut) / spread[stem]) for stem in spread}
    scores = [sum(weight[stem] for stem in said & there) for there in held]
    best = sorted(range(len(cut)), key=lambda n: (-scores[n], n))[:most]
    return [cut[n] for n in sorted(best)]


def windows(passage: str) -> list[str]:
    """Runs of whole sentences, each beginning about half a window after the one before."""
    units = [piece for span in sentences.split(passage) for piece in _pieces(span.of(passage).split())]
    found: list[str] = []
    start = 0
    while start < len(units):
        end, length = start, 0
        while end < len(units) and (end == start or length + len(units[end]) <= WORDS):
            length += len(units[end])
            end += 1
        found.append(" ".join(word for unit in units[start:end] for word in unit))
        if end >= len(units):
            break
        start = _after(units, start, end)
    return found or [""]


def _pieces(words: list[str]) -> list[list[str]]:
    """A sentence longer than a window is cut."""
    return [words[at : at + WORDS] for at in range(0, len(words), WORDS)]


def _after(units: list[list[str]], start: int, end: int) -> int:
    """The unit at which half a window has gone by, at least one on and no gap."""
    gone, at = 0, start
    while at < end and gone < WORDS // 2:
        gone += len(units[at])
        at += 1
    return min(at, end)
