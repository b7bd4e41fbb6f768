"""Footnotes of a printed page ("3 Okafor, …"). They count on through the report: that tells them apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from moot.evidence.cited_report import numbers
from moot.evidence.cited_report.blocks import Block, Sign
from moot.text.lazy import lazy_re

_FOOT = lazy_re(r"(\d{1,3})\s+(?=\S)")
_SOURCE = lazy_re(
    r"(?=[A-ZÀ-Þ“\"*_]|https?://)(?=.{0,400}(?:(?:1[5-9]|20)\d\d|https?://|[“\"]|\bdoi\b))",
    re.DOTALL,
)
_RAISED = lazy_re(r"(?<=[\w.,;:!?)”\"’%])[⁰¹²³⁴-⁹]{1,3}(?:[,⁻–-][⁰¹²³⁴-⁹]{1,3}){0,8}")


def apart(text: str, cut: Sequence[Block]) -> list[Block]:
    """The blocks, footnotes as items: lines that begin with the next number, where the text before has it raised, or
    where it stands before what looks like a source. Of two lines with one number the one that does is the note.
    """
    raised = _raised(text)
    sources = _sources(text, cut)
    found: list[Block] = []
    expected = 1
    for block in cut:
        parts: list[Block] = []
        for start, end in block.spans if block.kind == "paragraph" else ():
            foot = _FOOT.match(text, start, end)
            counts = foot is not None and int(foot[1]) == expected + len(parts)
            sign = _sign(text, foot, end, raised, sources) if foot and counts else ""
            if foot and sign:
                words = (foot.end(), end)
                parts.append(Block("item", (words,), label=foot[1], sign=sign, apart=not parts, begin=start))
            elif not parts:
                break
            else:
                parts[-1] = replace(parts[-1], spans=(*parts[-1].spans, (start, end)))
        found += parts or [block]
        expected += len(parts)
    return found


def _sign(text: str, foot: re.Match[str], end: int, raised: Mapping[str, int], sources: Mapping[str, int]) -> Sign:
    looks = _SOURCE.match(text, foot.end(), end) is not None
    if raised.get(foot[1], foot.start()) < foot.start() and (looks or sources.get(foot[1], -1) < foot.start()):
        return "foot"
    return "raised" if looks else ""


def _sources(text: str, cut: Sequence[Block]) -> dict[str, int]:
    """Where the last line begins that has each number before what looks like a source."""
    found: dict[str, int] = {}
    for start, end in (span for block in cut if block.kind == "paragraph" for span in block.spans):
        foot = _FOOT.match(text, start, end)
        if foot and _SOURCE.match(text, foot.end(), end):
            found[foot[1]] = start
    return found


def _raised(text: str) -> dict[str, int]:
    """The numbers that are raised behind words, and where each comes first."""
    found: dict[str, int] = {}
    for mark in _RAISED.finditer(text):
        names = numbers.each(numbers.lowered(mark[0]))
        if not numbers.is_power(text[max(0, mark.start() - 24) : mark.start()], names):
            for name in names:
                found.setdefault(name, mark.start())
    return found
