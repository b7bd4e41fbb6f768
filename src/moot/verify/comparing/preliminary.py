"""What so many only have in view is told as agreed: letters of intent as contracts.

The count of the claim's contracts, orders or agreements is by the source that of letters of intent, expressions of
interest and the like, and nowhere that of what binds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text import figures
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.comparing.clauses import cut

_BINDS = lazy_re(
    r"\b(?:contract(?:s|ed)?|(?<!in )orders?|ordered|agreements?|deals?|signed|concluded|bought|purchases?|purchased|"
    r"committed|commitments?|binding|booked|sold)\b",
    re.IGNORECASE,
)
_IN_VIEW = lazy_re(
    r"\b(?:letters? of (?:intent|interest|support)|expressions? of interest|memorand(?:um|a|ums) of understanding|"
    r"term sheets?|heads of (?:terms|agreement)|non-binding|not binding|MoUs?|LoIs?|declarations? of intent|"
    r"statements? of (?:intent|interest)|agree(?:d|ments?) in principle|provisional agreements?|"
    r"preliminary agreements?|(?:has|have|had) (?:\w+ )?(?:expressed|shown|voiced) (?:an |their )?interest)\b",
    re.IGNORECASE,
)

_NAMED = lazy_re(r"\b(?:memorand(?:um|a|ums)|letters|in principle)\b", re.IGNORECASE)
"""A claim with one of these says itself what was signed."""
_BECAME = lazy_re(r"\b(?:turned into|became|converted (?:in)?to|led to|followed by)\b", re.IGNORECASE)
"""What was in view was bound later."""


def told(claim: str, units: Sequence[str]) -> str:
    """In words what the source has instead; empty when nothing was seen."""
    if not _BINDS.search(claim) or _IN_VIEW.search(claim) or _NAMED.search(claim):
        return ""
    ours = {each.value for each in figures.find(claim) if each.counts and not each.unit}
    rest = frozenset(stems(_BINDS.sub(" ", claim)))
    found = ""
    for clause in (each for unit in units for each in cut(unit)):
        if not ours & {each.value for each in figures.find(clause.text)}:
            continue
        in_view = _IN_VIEW.search(clause.text)
        if in_view is None:
            if _BINDS.search(clause.text):
                return ""
        elif _BECAME.search(clause.text):
            return ""
        elif not rest.isdisjoint(clause.around):
            found = found or in_view[0]
    return f"the source says “{found}”, the claim that they are bound" if found else ""
