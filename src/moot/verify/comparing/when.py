"""Of what time a sentence speaks: of now, of what is to come, or of the past."""

from __future__ import annotations

import re
from functools import lru_cache

from moot.text.lazy import lazy_re

_NOW = lazy_re(
    r"\b(?:currently|at present|presently|now|nowadays|still|today|at the moment|as of now|to this day|so far|"
    r"stands at|current|present-day|remains?)\b",
    re.IGNORECASE,
)
_PRESENT = lazy_re(
    r"\b(?:is|are|has|have|must|may|can|cannot|needs?|does|do|costs?|stands|holds|gives|takes|requires?|allows?|"
    r"includes?|lasts?|pays?|gets?|applies|apply|amounts?|contains?|consists?|employs?|owns?|runs?|covers?|offers?|"
    r"charges?|serves?|carries|counts|numbers|keeps?|goes|comes|opens|begins|starts|ends|closes)\b|[’']s\b",
    re.IGNORECASE,
)
_PAST = lazy_re(
    r"\b(?:was|were|had|did|used to|until|till|formerly|previously|originally|initially|at first|once|earlier|before|"
    r"back then|at the time|in those days|then|ago|last (?:year|month|week|season)|fell|rose|grew|went|came|took|gave|"
    r"made|began|became|won|lost|has (?:\w+ )?been|have (?:\w+ )?been|according to|as of|between|since|"
    r"(?<!\bbe )(?<!\bis )(?<!\bare )"
    r"\b\w{3,}(?<!ne)(?<!exce)(?<!succe)(?<!proce)ed(?= (?:(?:from|to|by|on|in|at|the|a|an|its|their|that|"
    r"for|with|over)\b|\d)))\b",
    re.IGNORECASE,
)
_FUTURE = lazy_re(
    r"\b(?:will|shall|due (?:to|in|on|by|for|back)|(?:is|are|was|were) to|expect(?:s|ed)?|planned|plans?|scheduled|"
    r"set to|intends?|(?:has|have|need|needs) to|must|falls? due|"
    r"intended|aims?|going to|forthcoming|upcoming|next|would|proposed|proposes?|hopes?|from)\b",
    re.IGNORECASE,
)

_AT = lazy_re(r"\bas (?:of|at) (?:the )?(?:(?:early|mid|late|start of|end of)[ -])?$", re.IGNORECASE)
_BEGAN = lazy_re(r"\bsince (?:the )?$", re.IGNORECASE)


@lru_cache(maxsize=256)  # Asked of one claim for each of its figures.
def now(text: str) -> bool:
    """True when the sentence says in a word of its own that it speaks of now."""
    return bool(_NOW.search(text))


@lru_cache(maxsize=256)
def present(text: str) -> bool:
    """True when it speaks of now, by such a word or by its verb and no word of the past."""
    return now(text) or (bool(_PRESENT.search(text)) and not past(text))


@lru_cache(maxsize=256)
def past(text: str) -> bool:
    return bool(_PAST.search(text))


@lru_cache(maxsize=256)
def to_come(text: str) -> bool:
    """True when it speaks of what is planned or expected."""
    return bool(_FUTURE.search(text))


def at(before: str) -> bool:
    """True when what stands before a date makes it one on which something stood as it is told: "as of"."""
    return bool(_AT.search(before))


def began(before: str) -> bool:
    """True when what stands before a date makes it the beginning of a state: "since"."""
    return bool(_BEGAN.search(before))
