"""Marks of footnotes, which are no part of what they stand behind: `before.¹`, `in 2025¹ and`, `the castle.[3]`.

A raised digit behind a unit or a plain number is a power (m², 10³). Behind a stop, a longer word, a year, thousands or
decimals it is a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge

from moot.text.lazy import lazy_re
from moot.text.raised import DIGITS
from moot.text.spans import Span

_RUN = lazy_re(rf"(?<![{DIGITS}⁻⁺])[{DIGITS}]{{1,3}}(?:[,–-][{DIGITS}]{{1,3}}){{0,4}}(?![{DIGITS}⁻⁺])")
BRACKETED = (
    r"(?:\[(?:\^[\w-]{1,12}|\d{1,3}|[a-h](?:,\s?[a-h]){0,3}|(?:note|nb)[ \xa0]\d{1,3}|citation needed)\](?![(:]))"
)
_BRACKETED = lazy_re(rf"(?<=[\w.,;:!?…%)\]\"'”’»]){BRACKETED}")
_BEHIND = lazy_re(
    r"(?:[.!?…][\"'”’»)\]]*|[,;:%”»]|[^\W\d_]{4}\)?"
    r"|(?<![\d.,])(?:(?:1[5-9]|20)\d\d|\d{1,3}(?:,\d{3})+|\d+\.\d+))\Z"
)
"""A stop, a word that is no unit, or a number that prose raises to no power."""
_ANY_WORD = lazy_re(r"[^\W\d_]{2}\Z")
_AT_HEAD = lazy_re(r"(?:^|[\s\"'“‘(])\Z")
_OPENS = lazy_re(r"[^\W\d_]{3}")
_OPENS_SHORT = lazy_re(r"(?:A|An|As|At|By|If|In|It|No|Of|On|So|To|We)\s")
"""A word behind a mark; what is shorter may be an element: ²³⁵U, ¹³⁷Cs."""
_LONGEST = 24


def spans(text: str) -> Iterator[Span]:
    """The marks of a text, raised or in brackets, in order."""
    raised = (match for match in _RUN.finditer(text) if _is_mark(text, match))
    for match in merge(raised, _BRACKETED.finditer(text), key=lambda match: match.start()):
        yield Span(*match.span())


def bounds(text: str, at: int) -> bool:
    """Whether a raised mark begins or ends at `at`."""
    near = _RUN.finditer(text, max(0, at - _LONGEST), at + _LONGEST)
    return any(at in match.span() and _is_mark(text, match) for match in near)


def without(text: str) -> str:
    """The text with blanks for its raised marks, so that offsets stay."""
    if text.isascii():
        return text
    return _RUN.sub(lambda match: " " * len(match[0]) if _is_mark(text, match) else match[0], text)


def _is_mark(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    before = text[max(0, start - _LONGEST) : start]
    if _AT_HEAD.search(before):
        return bool(_OPENS.match(text, end) or (end - start == 1 and _OPENS_SHORT.match(text, end)))
    # No unit of two letters is raised to the first or the tenth power: "EU¹", not "CO²".
    return bool(_BEHIND.search(before) or ((match[0] == "¹" or len(match[0]) > 1) and _ANY_WORD.search(before)))
