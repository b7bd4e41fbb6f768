"""Who wrote a text, as a line of its own below its title says: `By Owen Tull, orchard manager`, `Verfasser: …`."""

from __future__ import annotations

import re
from itertools import takewhile

from moot.text import persons
from moot.text.lazy import lazy_re

_LABEL = lazy_re(
    r"(?:(?:(?:text|words|written|prepared|compiled|drafted|edited|submitted)\s)?by|von|par|por"
    r"|(?:erstellt|verfasst|bearbeitet) von|(?:rédigé|établi|préparé) par)(?:\s*:)?\s+"
    r"|(?:authors?|author\(s\)|verfasser(?:in|innen|:in)?|autor(?:in|en|es|a)?|auteure?s?|text|texte|bearbeiter(?:in)?)"
    r"\s*:\s+",
    re.IGNORECASE,
)
_SENT = lazy_re(r"(?:from|von|de)\s*:\s+", re.IGNORECASE)
_ADDRESSED = lazy_re(r"(?:to|an|à)\s*:\s+\S", re.IGNORECASE)
_DEGREES = lazy_re(r"(?:(?:dr|prof|dipl|mag|ing)[^\s]*\.\s+)+", re.IGNORECASE)
_PARTS = lazy_re(r"\s*[,;]\s+|\s+[·|–—]\s+|\s+\(")
_MOST_LINES, _LONGEST, _LONGEST_PART = 6, 120, 6


def named(lines: list[str]) -> str | None:
    """The persons whom one of the lines names as the writers, parted by semicolons. Of a memo, who sends it."""
    near = [line.strip(" *_>") for line in lines[:_MOST_LINES]]
    sent = any(map(_ADDRESSED.match, near))
    for line in near:
        label = _LABEL.match(line) or (_SENT.match(line) if sent else None)
        if label and len(line) <= _LONGEST and (names := _names(line[label.end() :])):
            return "; ".join(names)
    return None


def _names(said: str) -> list[str]:
    """Those at the begin; behind them stand what they are, and days, and no sentence."""
    parts = [part.strip() for part in _PARTS.split(said.rstrip(" ."))]
    each = [_DEGREES.sub("", name) for part in parts for name in persons.parted(part)]
    names = list(takewhile(lambda name: isinstance(persons.name(name), persons.Person), each))
    prose = any(len(part.split()) > _LONGEST_PART for part in each[len(names) :])
    return [] if prose else names
