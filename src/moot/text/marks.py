"""How lines of Markdown begin, for all who read a text line by line. What only one of them knows stays with it.

A heading's underline, an item or a row of a table is told otherwise for sentences than for passages or a report's
references, where a wrong guess costs something else.
"""

from __future__ import annotations

from collections.abc import Iterator

from moot.text.lazy import lazy_re

FENCE = lazy_re(r"[ ]{0,3}(```+|~~~+)")
"""Of code, where it begins and ends."""
HEADING = lazy_re(r"[ ]{0,3}(#{1,6})(?:[ \t]+|$)")
RULE = lazy_re(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
QUOTED = lazy_re(r"[ ]{0,3}(?:>[ \t]?)+")
LONGEST = 2_000
"""Characters of a line in which its mark is looked for: no mark needs more, and expressions stay fast."""


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends, without its break; no line follows the last break."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield start, end
        start = end + 1
    if start < len(text):
        yield start, len(text)
