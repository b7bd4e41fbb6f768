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
    where it stands before what looks like a source.
    """
    raised = _raised(text)
    found: list[Block] = []
    expected = 1
    for block in cut:
        parts: list[Block] = []
        for start, end in block.spans if block.kind == "paragraph" else ():
            foot = _FOOT.match(text, start, end)
            counts = foot is not None and int(foot[1]) == expected + len(parts)
            sign = _sign(text, foot, end, raised) if foot and counts else ""
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


def _sign(text: str, foot: re.Match[str], end: int, raised: Mapping[str, int]) -> Sign:
    if raised.get(foot[1], foot.start()) < foot.start():
        return "foot"
    return "raised" if _SOURCE.match(text, foot.end(), end) else ""


def _raised(text: str) -> dict[str, int]:
    """The numbers that are raised behind words, and where each comes first."""
    found: dict[str, int] = {}
    for mark in _RAISED.finditer(text):
        names = numbers.each(numbers.lowered(mark[0]))
        if not numbers.is_power(text[max(0, mark.start() - 24) : mark.start()], names):
            for name in names:
                found.setdefault(name, mark.start())
    return found
