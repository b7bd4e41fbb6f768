"""Whether a claim is in one language and what it cites in another: wording is compared within one language only."""

from __future__ import annotations

import re
from functools import lru_cache

from moot.evidence.cited import Cited
from moot.text import embedding
from moot.text.figures import Figure
from moot.text.tongue import tongue

ENGLISH = "English"
UNTOLD = "a language that is not English"
_WORD = re.compile(r"[^\W\d_]{4,}")
_LEAST, _WHOLE = 6, 0.45
"""Words that a table needs to tell its language, and the share that the English vocabulary has whole."""


def apart(claim: str, cited: Cited, told: str = "") -> str | None:
    """The language of what is cited, in words, where the claim is in another; None where they are alike, or unknown.

    `told`: other text by the author of the claim, which tells where the claim is too short.
    """
    own = tongue(claim) or tongue(told)
    if own is None or cited.document is None:
        return None
    passage = cited.passage.text if cited.passage else ""
    other = tongue(passage) or tongue(cited.document.text)
    if other is None and own == ENGLISH:
        other = UNTOLD if _strange(cited.document.text[:6000]) else None
    return other if other != own else None


@lru_cache(maxsize=512)
def _strange(text: str) -> bool:
    """For tables, which have no small words: few of the words are whole in an English vocabulary."""
    words = {word.lower() for word in _WORD.findall(text)}
    if len(words) < _LEAST:
        return False
    return sum(embedding.shared().ordinary(word) for word in words) < _WHOLE * len(words)


def stands(figure: Figure, text: str) -> bool:
    """Whether the number of a figure stands in a text in some country's notation, whatever its unit is called there.

    Of a range both ends must.
    """
    if figure.high is not None:
        return all(stands(end, text) for end in figure.ends)
    whole, _, part = f"{figure.written.normalize():f}".lstrip("-").partition(".")
    groups = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", lambda _: "[.,' \xa0\u202f’]?", whole)
    decimals = rf"[.,]{part}0*" if part else r"(?:[.,]0+)?"
    return re.search(rf"(?<![\d.,]){groups}{decimals}(?![.,]?\d)", text) is not None
