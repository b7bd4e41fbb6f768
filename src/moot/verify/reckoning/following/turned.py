"""Is a figure of the evidence one by which another was more or less: "3 million below its budget of 57 million"?"""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re
from moot.verify.reckoning.given.held import Held

_FROM_OTHER = lazy_re(
    r"[\s\xa0]+(?:below|under|above|over|short of|(?:more|less|fewer|higher|lower|longer|shorter) than)[\s\xa0]+"
    r"(?:(?:its|the|their|his|her|an?)[\s\xa0]+)?(?:[a-z]+[\s\xa0]+of[\s\xa0]+|(?:planned|expected|budgeted)[\s\xa0]+)?",
    re.IGNORECASE,
)
"""Between so much and the figure from which it is told."""
_AROUND = 24
"""Characters before and after a figure that may call it a change."""
_LESS_WORDS = (
    r"less|fewer|lower|below|under|down|fell|fallen|falls?|drop\w*|declin\w*|decreas\w*|cut|short\w*|lost|behind"
)
_MORE_WORDS = r"more|higher|above|over|up|rose|risen|rises?|grew|grown|increas\w*|gain\w*|longer|ahead|exceed\w*"
_LESS = lazy_re(rf"\b(?:{_LESS_WORDS})\b", re.IGNORECASE)
_CHANGE = lazy_re(rf"[ \xa0]?(?:\w+ )?(?:{_LESS_WORDS}|{_MORE_WORDS})\b", re.IGNORECASE)
_CHANGED = lazy_re(rf"\b(?:{_LESS_WORDS}|{_MORE_WORDS}) (?:by )?(?:about |some |only |just )?$", re.IGNORECASE)


def turned(change: Held, base: Held) -> str:
    """ "more" where the evidence calls the figure one by which something was more than another: the other was less.

    Of "3 million below its budget of 57 million" the other is told, and what is asked for is less.
    """
    text, at = change.document.text, change.figure
    before = _CHANGED.search(text[max(0, at.start - _AROUND) : at.start])
    after = None if before else _CHANGE.match(text[at.end : at.end + _AROUND])
    word = (before or after or [""])[0].lower()
    if not word:
        return ""
    told = base.document is change.document and _FROM_OTHER.fullmatch(text, at.end, max(at.end, base.figure.start))
    return "less" if bool(_LESS.search(word)) is not bool(told) else "more"
