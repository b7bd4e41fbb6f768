"""What is told as so much from another figure: "ten centimetres short of five metres" is 4.9 m."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from moot.text import figures
from moot.text.figures import Bound, Figure
from moot.text.lazy import lazy_re
from moot.verify.reckoning.given.held import comparable

_LESS = lazy_re(
    r"[\s\xa0]+(?:(?:short|shy|south) of|below|(?:less|fewer|shorter|lower|smaller|lighter) than)"
    r"[\s\xa0]+(?:the |its |a )?$",
    re.IGNORECASE,
)
_MORE = lazy_re(r"[\s\xa0]+(?:more|longer|higher|larger|heavier) than[\s\xa0]+(?:the |its |a )?$", re.IGNORECASE)
_PARTS = ("%", "x")
"""Of what they are a part is not told: 5 % more than 40 % may be 42 %."""


def meant(figure: Figure, claim: str) -> Iterator[Figure]:
    """What a figure of the claim and its neighbour come to where the one is told from the other."""
    for small, large in pairwise(figures.find(claim)):
        if figure.start not in (small.start, large.start) or not comparable(small, large) or small.unit in _PARTS:
            continue
        if small.high is not None or large.high is not None or not 0 < small.value < large.value:
            continue
        between = claim[small.end : large.start]
        for way, sign in ((_LESS, -1), (_MORE, 1)):
            if way.fullmatch(between):
                value, step = large.value + sign * small.value, small.step
                yield replace(large, start=small.start, value=value, step=step, bound=Bound.NONE)
