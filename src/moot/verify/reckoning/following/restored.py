"""What a share was in another year, by the points told of it: 5.3% in 2024, half a point lower than in 2023."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.sums import Computation
from moot.verify.reckoning.given.dated import year_said
from moot.verify.reckoning.given.held import Held

_THAN = lazy_re(
    r"[\s\xa0]+(?:(?P<more>more|higher|up|above)|(?P<less>less|lower|fewer|down|below))[\s\xa0]+(?:than|on|from)[\s\xa0]+"
    r"(?:[a-z]+[\s\xa0]+){0,2}(?P<year>(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)
_ABOUT = 1
"""Words that the claim must share with the sentence."""


def made(figure: Figure, claim: str, evidence: Sequence[Held]) -> Computation | None:
    """What the share was in the year of which a claim tells, from that of another year and the points between them."""
    year = year_said(claim)
    if figure.unit != "%" or figure.high is not None or not year:
        return None
    said = frozenset(stems(claim))
    for change in evidence:
        than = _THAN.match(change.document.text, change.figure.end) if change.figure.unit in ("pp", "point") else None
        if than is None or than["year"] != year or len(said & change.sentence) < _ABOUT:
            continue
        shares = [each for each in evidence if each.unit == change.unit and each.document is change.document]
        shares = [each for each in shares if each.figure.unit == "%" and each.figure.end <= change.figure.start]
        if len(shares) == 1:
            sign, told = (-1, "−") if than["more"] else (1, "+")
            value = shares[0].figure.value + sign * change.figure.value
            words = f"{shares[0].figure.line} {told} {change.figure.line}"
            return Computation(Operation.DIFFERENCE, value, words, (shares[0], change), 2)
    return None
