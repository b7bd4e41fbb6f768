"""A claim of a file without the mark that is a word of it: "According to Lindqvist (2025), …", "As @lund2023 show, …".

Who is cited so is the source itself: its text need not name its author, and what it says is what follows.
"""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re
from moot.words import Claim

_YEAR = r"(?:in\s)?(?:(?:1[5-9]|20)\d\d|n\.\s?d\.|in press|forthcoming)"
_NARRATIVE = lazy_re(rf"(?P<names>[^()\[\]@]*?)(?:['’]s?)?\s?[(\[]{_YEAR}[^()\[\]]*[)\]]")
"""Lindqvist (2025); (2025) alone, some words behind the name."""
_KEY = lazy_re(r"@(?:[\w:.#$%&+?<>~/-]*\w)")
_FIRST = lazy_re(r"\W*([\w'’-]+)")
_SAYS = (
    r"(?:says?|said|states?|stated|gives?|gave|reports?|reported|lists?|listed|shows?|showed|finds?|found|puts?|"
    r"notes?|noted|writes?|wrote|describes?|described|mentions?|argues?|argued|estimates?|estimated|concludes?|"
    r"concluded|observes?|observed|suggests?|suggested|demonstrates?|demonstrated)"
)
_WORK = r"(?:report|paper|study|survey|review|article|analysis|note|book|account|data)"
_LEAST = 3
"""Words that must be left."""


def subjects(claim: Claim) -> tuple[str, ...]:
    """The words of the claim that are its marks, or the names in them."""
    found = (_subject(each.mark, each.entry) for each in claim.references)
    return tuple(dict.fromkeys(each for each in found if each and each in claim.text))


def _subject(mark: str, entry: str) -> str:
    narrative = _NARRATIVE.fullmatch(mark)
    if narrative:
        first = _FIRST.match(entry)
        return narrative["names"].strip() or (first[1] if first else "")
    key = _KEY.search(mark)
    return key[0] if key else mark if mark.startswith("[") else ""


def unmarked(claim: Claim) -> str:
    """What the claim says that its source says; the claim itself where next to nothing would be left."""
    said = claim.text
    for subject in subjects(claim):
        who = re.escape(subject)
        work = rf"['’]s?\s(?:\w+\s)?{_WORK}"
        verb = rf"(?:(?:have|has|also|\w+ly)\s){{0,2}}{_SAYS}"
        for frame in (
            rf"^(?:according to|per|in|as of)\s{who}(?:{work})?,\s",
            rf"^as\s{who}(?:{work})?\s{verb},\s",
            rf"^{who}(?:{work})?\s{verb}\sthat\s",
            rf"^{who}{work}\s{verb}\s",
            rf",?\s(?:according to\s{who}(?:{work})?|as\s{who}(?:{work})?\s{verb})(?=[.;]?$)",
        ):
            left = re.sub(frame, "", said, count=1, flags=re.IGNORECASE)
            said = left if len(left.split()) >= _LEAST else said
    return said
