"""The sentences of a claim that has several: it is only as good as its worst, and the whole would hide that one."""

from __future__ import annotations

import re

from moot.text import sentences, stops
from moot.text.lazy import lazy_re
from moot.text.terms import stems

_SMALL = lazy_re(r"(?:(?<=[^\W_]{4}[.!?])|(?<=[\d%][.!?]))\s(?=[a-z])(?!of\b)")
"""Behind a stop that ends a whole word or a figure: a sentence may ride along without a capital letter."""
_SHORT = lazy_re(
    r"\b(?:incl|excl|resp|temp|comm|dept|govt|corp|assn|intl|prof|approx|sept|bros|capt|misc|prov|univ|equiv|mins|secs|"
    r"inkl|exkl|zzgl|evtl)\.$",
    re.IGNORECASE,
)
_LEAST = 4
"""Words of each of two sentences of which the second begins with a small letter."""
_LEANS = lazy_re(r"(?:This|That|These|It was|The reasons?|He|She|They)\b")
"""How a sentence opens that tells more of what the one before says."""
_SAYING = 2
"""Words with a meaning, of a sentence that can be looked for alone."""
_SEEN = 300
"""Characters on either side of a stop."""


def several(claim: str) -> tuple[str, ...]:
    """Its sentences, in order, each with those behind it that are not understood alone; empty where it is one."""
    text = " ".join(claim.split())
    parts: list[str] = []
    waits = False
    for part in (each for span in sentences.split(text) for each in _begun_small(span.of(text))):
        says, asks = len(set(stems(part))) >= _SAYING, part.endswith("?")
        if parts and (waits or asks or not says or _LEANS.match(part)):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
        waits = asks or (parts == [part] and not says)
    return tuple(parts) if len(parts) > 1 else ()


def _begun_small(text: str) -> list[str]:
    """The sentence, or those of it that begin with a small letter, each apart."""
    parts: list[str] = []
    at = 0
    for cut in _SMALL.finditer(text):
        before = text[max(at, cut.start() - _SEEN) : cut.start()]
        if _is_whole(before) and not _SHORT.search(before) and _is_whole(text[cut.end() : cut.end() + _SEEN]):
            parts.append(text[at : cut.start()])
            at = cut.end()
    return [*parts, text[at:]]


def _is_whole(text: str) -> bool:
    return len(text.split()) >= _LEAST and stops.has_verb(text)
