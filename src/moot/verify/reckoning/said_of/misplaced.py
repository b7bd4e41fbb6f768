"""A figure that belongs, in the evidence, to something else than the claim says it of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.verify.reckoning.given.held import Held

COMPARES = lazy_re(
    r"\b(?:than|against|versus|vs|compared|ahead|behind(?! (?:schedule|time|plan))|lead\w*|next|best|worst|highest|"
    r"lowest|most|least|largest|smallest|"
    r"other|others|rival|second|first|third|runner|trail\w*|beat\w*|average|mean|total|together|combined|all|both|each|"
    r"every|respectively|between|from|range\w*|up to|same|also|too|"
    r"als|gegenüber|verglichen|dagegen)\b",
    re.IGNORECASE,
)
"""Words with which a claim may say one thing's figure beside another's name."""


@dataclass(frozen=True)
class Misplaced:
    """`proven`: nothing in the claim lets the figure be that of another; else it is only likely."""

    figure: Figure
    reason: str
    proven: bool
    held: Held
    row: bool = False
    """It stands in another row of a table than the one that the claim names."""
    told: bool = False
    """It stands in another column than the one that the claim names, or counts another thing: as good as a proof."""


def share(label: frozenset[str], said: frozenset[str]) -> float:
    return len(label & said) / len(label) if label else 0.0
