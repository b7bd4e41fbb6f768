"""By what share something rose that the evidence tells as a course: "from 4 percent to 6 percent" is a rise by half."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.following import sums
from moot.verify.reckoning.following.changes import Change, change
from moot.verify.reckoning.given.held import Held
from moot.verify.reckoning.given.spoken import spoken

_FROM = lazy_re(r"\bfrom[\s\xa0]$", re.IGNORECASE)


def course(figure: Figure, claim: str, evidence: Sequence[Held]) -> Held | None:
    """The range of which the claim tells the rise, if it is of something that the claim speaks of."""
    if change(figure, claim) is not Change.RISE:
        return None
    said = spoken(claim) - frozenset(stems(figure.raw))
    for each in evidence:
        low, high = each.figure.value, each.figure.high
        text, start = each.document.text, each.figure.start
        if high is None or low <= 0 or not each.clause & said or not _FROM.search(text, max(0, start - 6), start):
            continue
        if sums.says(figure, Change.RISE.of(high, low) * (100 if figure.unit == "%" else 1)):
            return each
    return None
