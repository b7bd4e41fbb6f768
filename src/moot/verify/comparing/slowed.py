"""Words of a claim that say how a growth changed, not the thing that grew: growth that "slowed" is growth.

"Growth slowed to 2 percent, down from 3 percent" is no denial of "GDP grew by 2 percent". Only where what is cited has
a verb of rising or falling, and does not itself speak of how the growth changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text import figures
from moot.text.figures import Figure, agree
from moot.text.lazy import lazy_re
from moot.text.terms import words
from moot.verify.reckoning.given.dated import year_of
from moot.verify.reckoning.given.held import comparable

_GROWTH = (
    r"(?<!despite )(?<!after )(?<!with )(?<!without )(?<!because of )(?<!due to )(?<!following )"
    r"\b(?:growth|inflation|"
    r"(?:the|its|their|annual|yearly) (?:rise|increase|expansion|decline|decrease|fall|drop)s? (?:in|of))\b"
)
_WITHIN = r"(?:[^,;.]|[,.](?=\d)|,(?= (?:down|up|lower|higher|slower|faster)\b))"
_LESS = (
    "slowed slows slow slowing slower slowest eased eases easing cooled cools moderated decelerated weakened weakens "
    "weaker down lower lowest fell falls fallen dropped drops declined decreased halved slipped dipped narrowed "
    "reduced less below"
)
_MORE = (
    "accelerated accelerates accelerating quickened strengthened strengthens stronger sped faster fastest picked up "
    "higher highest rose rises risen increased increases climbed jumped doubled widened gained more above"
)
_WORDS = frozenset(f"{_LESS} {_MORE}".split())
_SPOKEN = lazy_re(rf"{_GROWTH}{_WITHIN}{{0,120}}", re.IGNORECASE)
_FROM_TO = lazy_re(r"\b(?P<word>from|to|down from|up from)[\s\xa0]+$", re.IGNORECASE)


def said(claim: str, units: Sequence[str]) -> frozenset[str]:
    """The words of the claim that say how a growth changed; none where its sources speak of that too."""
    ours = _said(claim)
    return ours if ours and not any(_said(unit) for unit in units) else frozenset()


def wrong(claim: str, units: Sequence[str]) -> str:
    """In words how the figures of a growth that slowed, or quickened, say the opposite; empty when they do not.

    They may do so in the claim itself, or by the years that a sentence of the source gives them.
    """
    ours = _said(claim)
    less, more = (bool(ours & frozenset(each.split())) for each in (_LESS, _MORE))
    ends = list(_ends(claim)) if less is not more else []
    if len(ends) != 2 or {word for word, _ in ends} != {"from", "to"}:
        return ""
    (_, before), (_, after) = sorted(ends, key=lambda each: each[0])
    if not comparable(before, after) or before.value == after.value:
        return ""
    years = [each for each in ((_year(unit, before), _year(unit, after)) for unit in units) if all(each)]
    if (after.value < before.value) is less and not (years and all(one > other for one, other in years)):
        return ""
    return f"the claim says “{next(each for each in words(claim) if each in ours)}” from {before.line} to {after.line}"


def _said(text: str) -> frozenset[str]:
    return frozenset(word for match in _SPOKEN.finditer(text) for word in words(match[0])[1:] if word in _WORDS)


def _year(unit: str, value: Figure) -> str:
    """The year that the sentence gives the one figure which is this value; empty without one."""
    found = {year_of(unit, each) for each in figures.find(unit) if agree(value, each)}
    return found.pop() if len(found) == 1 else ""


def _ends(claim: str) -> Iterator[tuple[str, Figure]]:
    for figure in figures.find(claim):
        match = _FROM_TO.search(claim[: figure.start])
        if match:
            yield match["word"].split()[-1].lower(), figure
