"""A text as quotes are compared, with the way back to its exact offsets.

One space for any white space (none beside the bars in a table row), one form for quotation marks, dashes and ellipses,
composed letters, plain ones for those of mathematics; soft hyphens and characters without width are gone. Bare mode
also leaves out markdown's emphasis marks, link targets and escapes, and the marks of footnotes.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from heapq import merge

from moot.text import lookalikes, note_marks
from moot.text.lazy import lazy_re
from moot.text.spans import Span

_SINGLE = "‘’‚‛′‵ʼ`´"
_DOUBLE = "“”„‟«»″‶"
_DASH = "‐‑‒–—―−﹘﹣－"
_NOTHING = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTERS = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_MAP = (
    dict.fromkeys(_SINGLE, "'")
    | dict.fromkeys(_DOUBLE, '"')
    | dict.fromkeys(_DASH, "-")
    | dict.fromkeys(_NOTHING, "")
    | _LETTERS
    | {"…": "..."}
)
_SPECIAL = lazy_re(
    r"(?P<space>[ \t\xa0]*\|[ \t\xa0]*|(?!(?<=[!-{}~])[ ][!-{}~])\s+)|(?P<char>[" + re.escape("".join(_MAP)) + r"])"
    r"|(?P<cluster>.[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+)|(?P<other>[^\x00-\x7f])"
)
"""What may look otherwise. One space between two ASCII characters that are no bar does not: most of a text is such."""
_MARKS = lazy_re(
    r"""(?<!\\)(?P<emphasis>(?<![^\W_*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![^\W_*])
      |(?<![\w])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w])|`+|~~)
      |(?P<link>\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"\n]*")?\))
      |(?P<open>!?\[(?=[^\[\]\n]*\]\())
      |(?P<escape>\\(?=[!-/:-@\[-`{-~]))""",
    re.VERBOSE,
)


class Normal:
    """`text` is the normalised form; `span` leads back. Build it once to look for many quotes."""

    def __init__(self, source: str, *, bare: bool = False) -> None:
        self.source = source
        self._starts = array("l")
        self._ends = array("l")
        self._parts: list[str] = []
        at = 0
        for mark in _left_out(source) if bare else ():
            self._take(at, mark.start)
            at = mark.end
        self._take(at, len(source))
        self.text = "".join(self._parts)

    def _take(self, start: int, end: int) -> None:
        at = start
        for special in _SPECIAL.finditer(self.source[start:end]):  # cut out: what was left out is no neighbour
            first, last = start + special.start(), start + special.end()
            self._plain(at, first)
            new = _replacement(special)
            bar = first + special[0].index("|") if new == "|" else None
            self._add(new, *((first, last) if bar is None else (bar, bar + 1)))
            at = last
        self._plain(at, end)

    def _plain(self, start: int, end: int) -> None:
        if start < end:
            self._parts.append(self.source[start:end])
            self._starts.extend(range(start, end))
            self._ends.extend(range(start + 1, end + 1))

    def _add(self, new: str, start: int, end: int) -> None:
        if new == " " and self._parts and self._parts[-1][-1] in " |":
            return  # Space on both sides of a mark that was left out.
        if new == "|" and self._parts and self._parts[-1] == " ":
            self._parts.pop()
            self._starts.pop()
            self._ends.pop()
        if new:
            self._parts.append(new)
            self._starts.extend([start] * len(new))
            self._ends.extend([end] * len(new))

    def parts(self, at: int) -> bool:
        """True when a cut at `at` would part what is one character in the source: the fi of a ligature, an ellipsis."""
        return 0 < at < len(self._starts) and self._starts[at - 1] == self._starts[at]

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` (not empty) stands in the source."""
        return Span(self._starts[start], self._ends[end - 1])


def _replacement(special: re.Match[str]) -> str:
    if special["space"]:
        return "|" if "|" in special["space"] else " "
    if special["char"]:
        return _MAP[special["char"]]
    letter = special["cluster"] or special["other"]
    return "".join(_MAP.get(c, c) for c in lookalikes.plain(unicodedata.normalize("NFC", letter)))


def normal(text: str) -> str:
    """The form in which two wordings are the same, without space at the ends."""
    return Normal(text).text.strip()


def unmarked(text: str) -> str:
    """The text without markdown's marks and those of footnotes, as bare mode reads it."""
    at = 0
    parts: list[str] = []
    for mark in _left_out(text):
        parts.append(text[at : mark.start])
        at = mark.end
    return "".join([*parts, text[at:]])


def _left_out(text: str) -> Iterator[Span]:
    """Marks in order, without overlap."""
    at = 0
    of_markdown = (Span(*mark.span()) for mark in _MARKS.finditer(text))
    for mark in merge(of_markdown, note_marks.spans(text), key=lambda mark: mark.start):
        if mark.start >= at:
            yield mark
            at = mark.end
