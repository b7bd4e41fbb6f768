"""Sentences that say how it is on a condition, of a claim that supposes that the condition is not met.

Of "stays open, provided that the club takes the evening shifts" the opposite is so where the club refuses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.verify.comparing.hedging import CONDITION

_UNMET = lazy_re(
    r"\b(?:if|should|in case)\b[^,;.]*?(?:\b(?:not|no|never|refus\w*|declin\w*|reject\w*|fails?|failed|without|"
    r"turn\w* down)\b|n[’']t\b)|\b(?:unless|otherwise)\b",
    re.IGNORECASE,
)


def without(claim: str, units: Sequence[str]) -> list[str]:
    """The units but for these."""
    return [each for each in units if not (_UNMET.search(claim) and CONDITION.search(each))]
