"""How much of one text stands in another: runs of four words in common, then sentence by sentence.

Only what a text says of its own counts: no quotation (unless the text is mostly that), no table, no licence or notice.
A sentence stands in another text when seven tenths of its runs do, and every figure and name of it. Since a template
repeats what has neither, those sentences that have one are also counted apart (Broder, "On the resemblance and
containment of documents", 1997, on runs of words).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from itertools import chain, count
from typing import TYPE_CHECKING

from moot.text import sentences
from moot.text.lazy import lazy_re

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RUN = 4
"""Words of a run."""
NEARLY = 0.7
"""Of the runs of a sentence that stands in another text."""
WHOLE = 0.95
"""Of the sentences of a text that adds nothing."""
LEAST = 3
"""Sentences that a text must have for its share in another one to mean something."""
NEIGHBOURS = 4
"""A run that more texts share is counted for texts that follow one another within so many."""
WORTH_READING = 0.1
"""Of the runs of the shorter of two texts that must be common before they are compared by sentences."""
_FEWEST = 8
"""Words of a text that is in another one not by chance, where it has too few sentences to have a share."""
_ALL_CAPITALS = 0.25
"""Share of words with a capital inside sentences from which on capitals name nothing: German, headlines."""

_FRONT = 4000
_FACTOR = 0x9E3779B97F4A7C15
_SIGNS = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"

_WORD = lazy_re(rf"\d+(?:[.,]\d+)*|[{_SIGNS}]|[^\W\d_{_SIGNS}]+")
"""A figure, a sign of a script without spaces, or letters."""
_FIGURE = lazy_re(r"\d+(?:[.,]\d+)*")
_INSIDE = lazy_re(r"(?<=[^\W\d_,] )[^\W\d_]+")
"""Words that follow a word."""
_HYPHENATED = lazy_re(r"[-\u00ad]\n(?=[^\W\d_])")
_PARAGRAPH = lazy_re(r"\n[ \t\f]*\n|\f|\n(?=[ \t]*(?:[-*•#>|]|\d{1,2}[.)])\s)")
_STOP = lazy_re(rf"{sentences.STOP}|(?<=[。！？])[」』]*")
_ROW = lazy_re(r"^\s*\||\s\|\s")
_QUOTED = lazy_re(r"“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|»[^«]*(?:«|$)|「[^」]*(?:」|$)|\"[^\"]*(?:\"|$)")
_BLOCK = lazy_re(r"^>[^\n]*(?:\n>[^\n]*)+", re.MULTILINE)
"""A quotation that is set off, of several lines."""
_WRAPPED = lazy_re(r"\n>[ \t]*(?=[^\W_]|[\"“‘(])")
_NOTICE = lazy_re(
    r"\b(?:licen[cs]e[ds]?|copyright|warrant(?:y|ies)|liab(?:le|ility)|permission is hereby|redistribut\w+|all rights"
    r"|terms (?:of|and) \w+|cookies?|subscribe|newsletter|sign up|privacy|for information only|past performance"
    r"|without (?:notice|the (?:prior )?written)|registered office|alle rechte|haftung|mehrwertsteuer|datenschutz"
    r"|tous droits|mentions légales|todos los derechos)\b",
    re.IGNORECASE,
)
"""What stands in sentences about the text instead of its subject."""


@dataclass(frozen=True)
class Share:
    """Of the sentences of one text, those that stand in the other."""

    all: float
    told: float | None
    """Of those with a figure or a name; None where there are fewer than two."""

    @property
    def sure(self) -> float:
        """How far it is a copy. Where next to nothing has a figure or a name, a template may be all that is shared;
        where something has, a few words of its own around it make no other text."""
        return max(0.0, 2 * self.all - 1) if self.told is None else min(1.2 * self.all, self.told)


class Texts:
    """Texts to be compared with one another, the words of all of them numbered once."""

    def __init__(self, texts: Sequence[str]) -> None:
        import numpy as np

        self._numbers: defaultdict[str, int] = defaultdict(count(1).__next__)
        self._texts = texts
        found = (map(self._numbers.__getitem__, _WORD.findall(_normal(text).casefold())) for text in texts)
        self._words: list[NDArray[np.uint32]] = [np.fromiter(words, dtype=np.uint32) for words in found]
        self._read: dict[int, Text] = {}

    def size(self, at: int) -> int:
        """Its words."""
        return len(self._words[at])

    def first_alike(self) -> list[int]:
        """For each text the first that has the same words: itself where there is none before it."""
        first: dict[bytes, int] = {}
        return [first.setdefault(sha256(words.tobytes()).digest(), n) for n, words in enumerate(self._words)]

    def pairs(self, among: Sequence[int]) -> list[tuple[int, int]]:
        """Those of the texts named that have enough in common to be compared, in their order."""
        import numpy as np

        # One array is filled and sorted in its place, each run with the number of its text in its last bits, and pairs
        # are counted step by step: of a large folder there are millions of numbers.
        last = np.uint64((1 << len(among).bit_length()) - 1)
        every = np.empty(sum(self.size(n) for n in among), dtype=np.uint64)
        sizes = np.zeros(len(among), dtype=np.int64)
        end = 0
        for at, n in enumerate(among):
            runs = np.unique(_runs(self._words[n]) & ~last)
            sizes[at] = len(runs)
            every[end : (end := end + len(runs))] = runs | np.uint64(at)
        if len(among) < 2 or not end:
            return []
        every = every[:end]
        every.sort()
        several = np.uint64(len(sizes))
        met: list[NDArray[np.uint64]] = []
        times: list[NDArray[np.int64]] = []
        for step in range(1, NEIGHBOURS + 1):
            here, there = every[:-step], every[step:]
            same = (here ^ there) <= last
            found, often = np.unique((here[same] & last) * several + (there[same] & last), return_counts=True)
            met.append(found)
            times.append(often)
        codes, place = np.unique(np.concatenate(met), return_inverse=True)
        counts = np.bincount(place, np.concatenate(times), len(codes))
        one, other = codes // several, codes % several
        kept = counts >= WORTH_READING * np.minimum(sizes[one], sizes[other])
        return [(among[a], among[b]) for a, b in zip(one[kept].tolist(), other[kept].tolist(), strict=True)]

    def share(self, one: int, other: int) -> Share:
        """Of the first that stands in the second."""
        return self.text(one).share_in(self.text(other))

    def adds_nothing(self, one: int, other: int, share: Share) -> bool:
        """Whether next to all of the first stands in the second, and every figure of it, in tables and quotes too.

        `share`: of the first that stands in the second.
        """
        return share.all >= WHOLE and self.text(one).figures <= self.text(other).figures

    def text(self, at: int) -> Text:
        if at not in self._read:
            self._read[at] = self._of(_normal(self._texts[at]), self._words[at])
        return self._read[at]

    def _of(self, text: str, words: NDArray[np.uint32]) -> Text:
        import numpy as np

        found = list(self._sentences(text))
        unquoted = [each for each in found if not each.quoted]
        own = unquoted if 3 * len(unquoted) >= len(found) else found
        runs = Marks.of([each.runs for each in own])
        figures = frozenset(map(self._numbers.__getitem__, _FIGURE.findall(text)))
        return Text(
            runs,
            Marks.of([each.told for each in own]),
            np.unique(runs.values),
            np.unique(words).astype(np.int64),
            figures,
        )

    def _sentences(self, text: str) -> Iterator[Sentence]:
        names = _capitals_name(text)
        for sentence, quoted in split(text):
            words = _WORD.findall(sentence)
            if len(words) < RUN or _NOTICE.search(sentence):
                continue
            numbers = [self._numbers[word.casefold()] for word in words]
            named = {n for n, word in zip(numbers[1:], words[1:], strict=True) if names and word[0].isupper()}
            yield Sentence(
                {hash(run) for run in zip(*(numbers[n:] for n in range(RUN)), strict=False)},
                named.union(n for n, word in zip(numbers, words, strict=True) if word[0].isdigit()),
                quoted,
            )


@dataclass(frozen=True)
class Sentence:
    """A sentence as it is compared."""

    runs: set[int]
    told: set[int]
    """Its figures and names."""
    quoted: bool


@dataclass(frozen=True, eq=False)
class Marks:
    """Numbers of several sentences, one after the other: plain arrays, since a folder has millions of them."""

    values: NDArray[np.int64]
    ends: NDArray[np.int64]
    """Where those of each sentence end."""

    @classmethod
    def of(cls, parts: Sequence[set[int]]) -> Marks:
        import numpy as np

        ends = np.cumsum([len(part) for part in parts], dtype=np.int64)
        return cls(np.fromiter(chain.from_iterable(parts), dtype=np.int64), ends)

    @cached_property
    def sizes(self) -> NDArray[np.int64]:
        """How many there are of each sentence."""
        import numpy as np

        return np.diff(self.ends, prepend=0)

    def among(self, known: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many of each sentence are among the numbers known, which are in order."""
        import numpy as np

        if not len(known):
            return np.zeros(len(self.ends), dtype=np.int64)
        at = np.minimum(np.searchsorted(known, self.values), len(known) - 1)
        held = np.concatenate(([0], np.cumsum(known[at] == self.values)))
        return held[self.ends] - held[self.ends - self.sizes]


@dataclass(frozen=True, eq=False)
class Text:
    """A text as it is compared: its own sentences, which are no quotation; all, where it is mostly that.

    Without rows of tables, notices and what is too short.
    """

    runs: Marks
    told: Marks
    """Figures and names."""
    every: NDArray[np.int64]
    """All runs, in order."""
    words: NDArray[np.int64]
    """All words, in order; those of quotations and tables too."""
    figures: frozenset[int]
    """All figures; those of quotations and tables too."""

    def share_in(self, other: Text) -> Share:
        count = len(self.runs.ends)
        if count < LEAST:
            return Share(0.0, None)
        stands = self.told.among(other.words) == self.told.sizes
        stands &= self.runs.among(other.every) >= NEARLY * self.runs.sizes
        told = stands[self.told.sizes > 0]
        return Share(int(stands.sum()) / count, int(told.sum()) / len(told) if len(told) > 1 else None)


def _normal(text: str) -> str:
    return _HYPHENATED.sub("", unicodedata.normalize("NFKC", text))


def _runs(words: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """Each run of words as one number: what overflows is cut off. Its first bits tell most, its last ones least."""
    import numpy as np

    count = max(0, len(words) - RUN + 1)
    found = np.zeros(count, dtype=np.uint64)
    for n in range(RUN):
        found = (found + words[n : n + count]) * np.uint64(_FACTOR)
    return found


def is_all_in(text: str, other: str) -> bool:
    """Whether every sentence of a text with too few to have a share is one of the other's, and no words by chance."""
    told = _few(text)
    if not told or not all(max(words, key=len) in other.casefold() for words in told):
        return False
    return told <= {_said(sentence) for sentence, _ in split(other)}


@lru_cache(maxsize=1)  # It is looked for in one text after the other.
def _few(text: str) -> frozenset[tuple[str, ...]]:
    """The words of its sentences; none of a longer text, nor of what may stand anywhere.

    What is as short as a heading counts for nothing, but for its figures.
    """
    said = (_said(sentence) for sentence, _ in split(text))
    told = frozenset(words for words in said if len(words) >= RUN or any(word[0].isdigit() for word in words))
    return told if len(told) < LEAST and sum(map(len, told)) >= _FEWEST else frozenset()


def _said(sentence: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_normal(sentence).casefold()))


def split(text: str) -> Iterator[tuple[str, bool]]:
    """Sentences on one line each, and whether they are quoted; no rows of tables."""
    for part in _PARAGRAPH.split(_BLOCK.sub(_unwrapped, text)):
        paragraph = " ".join(" ".join(line for line in part.split("\n") if not _ROW.search(line)).split())
        quotes = [match.span() for match in _QUOTED.finditer(paragraph)]
        block = paragraph.startswith(">")
        start = 0
        for end in (*(match.end() for match in _STOP.finditer(paragraph)), len(paragraph)):
            inside = sum(max(0, min(end, b) - max(start, a)) for a, b in quotes)
            if end > start:
                yield paragraph[start:end], block or 2 * inside > end - start
            start = end


def _unwrapped(block: re.Match[str]) -> str:
    """With its paragraphs on one line each."""
    return _WRAPPED.sub(" ", block[0])


def _capitals_name(text: str) -> bool:
    """Whether a word with a capital inside a sentence is a name, as far as the first lines show."""
    inside = _INSIDE.findall(text[:_FRONT])
    return sum(word[0].isupper() for word in inside) <= _ALL_CAPITALS * len(inside)
