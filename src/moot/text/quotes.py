"""Where a quote stands in a text: exactly, or at its nearest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from moot.text import note_marks
from moot.text.lazy import lazy_re
from moot.text.normal import Normal
from moot.text.raised import DIGITS
from moot.text.spans import Span

_ELLIPSIS = lazy_re(r"\s{0,9}(?:[\[(]\s{0,9}\.(?:\s?\.){2,9}\s{0,9}[\])]|\.(?:\s?\.){2,})\s{0,9}")
_WORD_START = lazy_re(r"(?<!\S)\S")
_WORD_END = lazy_re(r"\S(?!\S)")
_WORD_CHARACTER = lazy_re(r"[^\W_]")


@dataclass(frozen=True)
class Near:
    """The stretch of a text that is most like a quote; `ratio` from 0 to 1 (normalised indel similarity)."""

    start: int
    end: int
    ratio: float

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Locator:
    """Finds many quotes in one text, which is normalised once."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _plain(self) -> Normal:
        return Normal(self._text)

    @cached_property
    def _bare(self) -> Normal:
        return Normal(self._text, bare=True)

    def locate(self, quote: str) -> Span | None:
        """The exact place of `quote` in the text, or None; see `locate`."""
        if not _WORD_CHARACTER.search(quote):
            return None
        for bare in (False, True):
            wanted = Normal(quote, bare=bare).text.strip()
            if not _WORD_CHARACTER.search(wanted):
                continue
            where = self._bare if bare else self._plain
            found = _place(where, wanted) or _joined(where, wanted)
            if found:
                return where.span(*found)
        return None

    def holds(self, words: str) -> bool:
        """True when the words stand in the text and no word or figure is cut at their ends."""
        span = self.locate(words)
        return span is not None and not splits_word(self._text, span.start) and not splits_word(self._text, span.end)

    def nearest(self, quote: str) -> Near | None:
        """The stretch of the text most like `quote`, widened to whole words; None when either has no word in it.

        Method: rapidfuzz `partial_ratio_alignment` on the normalised forms, then the ratio of what was found.
        """
        from rapidfuzz import fuzz

        wanted = Normal(quote, bare=True).text.strip()
        where = self._bare
        if not _WORD_CHARACTER.search(wanted) or not _WORD_CHARACTER.search(where.text):
            return None
        if len(wanted) >= len(where.text):
            start, end = 0, len(where.text)
        else:
            found = fuzz.partial_ratio_alignment(wanted, where.text)
            if found is None or found.dest_start >= found.dest_end:
                return None
            start, end = _whole_words(where.text, found.dest_start, found.dest_end)
            start, end = _best_ends(wanted, where.text, start, end)
        span = where.span(start, end)
        return Near(span.start, span.end, round(fuzz.ratio(wanted, where.text[start:end]) / 100, 3))


def locate(quote: str, text: str) -> Span | None:
    """The exact place of `quote` in `text`, or None. Case matters.

    Space, quotation marks, dashes and ellipses count by kind, not by form; marks of emphasis and links may lie in the
    text unseen. "…", "..." and "[…]" in the quote join parts that must follow one another in the text. Of several
    places one that begins and ends at word boundaries is taken, else the first. A quote without a letter or digit has
    no place.
    """
    return Locator(text).locate(quote)


def _place(where: Normal, wanted: str, start: int = 0) -> tuple[int, int] | None:
    """The first place between word boundaries, else the first; never one that begins or ends inside a character."""
    first: tuple[int, int] | None = None
    at = where.text.find(wanted, start)
    while at >= 0:
        end = at + len(wanted)
        if not where.parts(at) and not where.parts(end):
            if not splits_word(where.text, at) and not splits_word(where.text, end):
                return at, end
            first = first or (at, end)
        at = where.text.find(wanted, at + 1)
    return first


def _joined(where: Normal, wanted: str) -> tuple[int, int] | None:
    """The shortest stretch that holds the parts in order, ending where they first can end."""
    parts = [part for part in _ELLIPSIS.split(wanted) if _WORD_CHARACTER.search(part)]
    if not parts or parts == [wanted]:
        return None
    at = 0
    placed: list[tuple[int, int]] = []
    for part in parts:
        here = _place(where, part, at)
        if here is None:
            return None
        placed.append(here)
        at = here[1]
    return _tightened(where.text, parts, placed)


def _tightened(text: str, parts: Sequence[str], placed: Sequence[tuple[int, int]]) -> tuple[int, int]:
    start, end = placed[-1]
    for part, (first, _) in zip(reversed(parts[:-1]), reversed(placed[:-1]), strict=True):
        at = text.rfind(part, 0, start)
        while at > first and (splits_word(text, at) or splits_word(text, at + len(part))):
            at = text.rfind(part, 0, at + len(part) - 1)
        start = max(at, first)
    return start, end


def splits_word(text: str, at: int) -> bool:
    """True when a cut at `at` would part a word or a figure (61|.6, 90|,000), not a raised mark of a footnote."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if (left in DIGITS or right in DIGITS) and note_marks.bounds(text, at):
        return False
    if left.isalnum() and right.isalnum():
        return True
    if left.isdecimal() and right in ".,":
        return text[at + 1 : at + 2].isdecimal()
    return left in ".," and right.isdecimal() and text[at - 2 : at - 1].isdecimal() and at >= 2


def _best_ends(wanted: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The alignment is as long as the quote; where words were left out of the quote the best stretch is longer."""
    from rapidfuzz import fuzz

    slack = max(12, len(wanted) // 3)
    starts = [match.start() for match in _WORD_START.finditer(text, max(0, start - slack), start + slack)]
    ends = [match.end() for match in _WORD_END.finditer(text, max(0, end - slack), end + slack)]
    start = max([start, *starts], key=lambda at: fuzz.ratio(wanted, text[at:end]) if at < end else 0)
    end = max([end, *ends], key=lambda at: fuzz.ratio(wanted, text[start:at]) if at > start else 0)
    return start, end


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while splits_word(text, start):
        start -= 1
    while splits_word(text, end):
        end += 1
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return start, end
