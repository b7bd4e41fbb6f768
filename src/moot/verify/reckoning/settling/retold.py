"""Is an amount told again as a share by one reckoning: "51 fewer, a decrease of 46 %", "40, which are 8 % of all"?

Where two figures that stand together in the evidence differ by just that amount, the share is what it is of one of
them; and what is a share of something is so of a figure of the evidence, of a total of such, or of one of the claim.
Some other figures may give the share that the claim has: they are not what it speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from moot.text import figures
from moot.text.figures import Figure, agree
from moot.text.lazy import lazy_re
from moot.verify.reckoning.following import sums
from moot.verify.reckoning.following.changes import Change, change, is_part
from moot.verify.reckoning.following.together import together
from moot.verify.reckoning.given.held import Held, comparable

_MORE = lazy_re(
    r"[^.;:]{0,40}?\b(?:(?P<rise>more|above|higher|longer|dearer|over|up)|"
    r"(?P<fall>fewer|less|below|lower|shorter|cheaper|under|down))\b",
    re.IGNORECASE,
)
_BY = lazy_re(
    r"\b(?:by|(?P<rise>gained|added|rose|grew)|(?P<fall>lost|shed|fell|dropped))[\s\xa0]+"
    r"(?:(?:some|about|around|only|just|almost|nearly|roughly)[\s\xa0]+)?$",
    re.IGNORECASE,
)
"""Before and after an amount by which something changed."""
_AGAIN = lazy_re(
    r"[^.;:]{0,60}?(?:,|\(|\u2013|\u2014)[\s\xa0]?(?:or|an?|i\.e\.|that is|which (?:is|means|makes)|equivalent to)"
    r"(?:[\s\xa0][^\W\d_]+){0,5}[\s\xa0]+",
    re.IGNORECASE,
)
_IS = lazy_re(
    r"(?:[\s\xa0][^\W\d_][\w-]*){0,9}?,?[\s\xa0](?:or|that is|(?:come|came|amount|equal|correspond)\w*[\s\xa0]to|"
    r"ma[dk]e\w* up|account\w* for|represent\w*|(?:which|this|that)[\s\xa0](?:is|are|was|were|means?))[\s\xa0]"
    r"(?:[^\W\d_]+[\s\xa0]){0,3}",
    re.IGNORECASE,
)
"""Between an amount and the share that it is: "40, which are", "40 seats come to almost"."""
_LEAST = 10
"""Smaller amounts lie between many figures."""


def differing(claim: str, evidence: Sequence[Held]) -> Iterator[str]:
    """What the share should be."""
    for amount, share in pairwise([each for each in figures.find(claim) if each.counts]):
        if share.unit != "%" or share.high is not None or amount.is_ratio or amount.high is not None:
            continue
        if is_part(share, claim):
            shares = dict(_parts(amount, share, claim, evidence))
        elif _is_change(amount, share, claim):
            told = change(share, claim) or _way(amount, share, claim)
            pairs = (pair for pair in combinations(evidence, 2) if _differ(amount, *pair))
            shares = {value: words for pair in pairs for value, words in _shares(told, *pair)}
        else:
            continue
        if shares and not any(sums.says(share, value) for value in shares):
            value, words = min(shares.items(), key=lambda each: abs(each[0] - share.value))
            yield f"{amount.line} is {value:.1f} % ({words}), not {share.line}"


def _parts(amount: Figure, share: Figure, claim: str, evidence: Sequence[Held]) -> Iterator[tuple[Decimal, str]]:
    """What the amount is of each figure that it may be a part of."""
    if (
        not _IS.fullmatch(claim, amount.end, share.start)
        or amount.value <= 0
        or not any(agree(amount, each.figure) for each in evidence)
    ):
        return
    own = (each for each in figures.find(claim) if each.counts and each.high is None)
    for whole in (*own, *(each.figure for each in (*evidence, *together(evidence)))):
        if comparable(amount, whole) and whole.value > amount.value and whole.high is None:
            yield amount.value / whole.value * 100, f"{amount.line} / {whole.line}"


def _is_change(amount: Figure, share: Figure, claim: str) -> bool:
    between = claim[amount.end : share.start]
    if abs(amount.written) * 10 < _LEAST or not _AGAIN.fullmatch(between):
        return False
    return bool(_BY.search(claim, 0, amount.start) or _MORE.match(between))


def _way(amount: Figure, share: Figure, claim: str) -> Change | None:
    """Whether something rose or fell by the amount: then it did so by the share."""
    by = _BY.search(claim, 0, amount.start) or _MORE.match(claim, amount.end, share.start)
    if by is None or not (by["rise"] or by["fall"]):
        return None
    return Change.RISE if by["rise"] else Change.FALL


def _differ(amount: Figure, one: Held, other: Held) -> bool:
    if not (comparable(one.figure, other.figure) and sums.adds_up_to(amount, one.figure)):
        return False
    if one.figure.high is not None or other.figure.high is not None or not (one.figure.value and other.figure.value):
        return False
    beside = one.unit == other.unit or (one.grid is not None and one.grid is other.grid)
    if one.grid is not None and one.grid is other.grid:
        beside = any(a == b for a, b in zip(one.position, other.position, strict=True))
    return beside and sums.says(amount, one.figure.value - other.figure.value)


def _shares(told: Change | None, one: Held, other: Held) -> Iterator[tuple[Decimal, str]]:
    small, large = sorted((one.figure, other.figure), key=lambda each: each.value)
    if small.value <= 0:
        return
    for way in [told] if told else Change:
        yield way.of(large.value, small.value) * 100, way.words(large.line, small.line)
