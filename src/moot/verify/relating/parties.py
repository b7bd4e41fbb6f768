"""Who stands on which side of a comparison or a deal: are the two told in the other order?

The text is cut where the comparison or the deed is (than, against, beat, acquired). What stands after the cut in one
claim is met before it in the other, and the other way round: then the order is exchanged. A passive exchanges it
again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.verify.comparing.paired import Paired, pair

_THAN = lazy_re(
    r"\bthan\b(?! (?:\d|half|a |an |one\b|two\b|ever|expected|usual|before|in \d))|\b(?:against|versus|"
    r"compared (?:with|to)|ahead of|"
    r"behind|unlike)\b|\bas (?!well|long|soon|far|much)\w+ as (?!\d)",
    re.IGNORECASE,
)
_WHEN = lazy_re(r"\b(?:before|after)\b(?! (?:\d|the end of))", re.IGNORECASE)
_DEED = lazy_re(
    r"\b(?:acquir\w+|b(?:uy|ought)s?|purchas\w+|sold|sells?|takes? over|took over|beat(?:s|en)?|defeat\w*|won|wins|"
    r"lost|loses|"
    r"sue[sd]?|suing|overt\w+|outsold|outperform\w*|outnumber\w*|outscor\w*|replac\w+|succeed(?:s|ed)|preced\w+|"
    r"own(?:s|ed)|"
    r"invad\w+|exceed\w*|surpass\w*|fund(?:s|ed)|criticis\w+|criticiz\w+|accus\w+|attack\w*|killed|help(?:s|ed)?|"
    r"pa(?:id|ys)|"
    r"lent|lends|owes?|owed|suppl(?:y|ies|ied)|taught|trained|married|employ\w*|hired?|advis\w+|appoint\w*|support\w*|"
    r"endors\w+|blam\w+|praised?|preced\w+|follow(?:s|ed))\b",
    re.IGNORECASE,
)
_PASSIVE = lazy_re(
    r"\b(?:is|are|was|were|been|being|be|got)\b(?:\s+\w+ly)?\s+\w+(?:ed|en|n|ght|d|t|ld)\b[^.;]{0,60}?\bby\b",
    re.IGNORECASE,
)
_LABELLED = lazy_re(r"\b(?-i:[A-Z])\w+[\s\xa0]$")
"""Before a number that names one of several: Unit 2."""
_TOP = 0.12
"""By how much better words must be met on the other side."""
_SURE = 0.999


def crossed(one: str, other: str) -> bool:
    """True when the two parties of the claims stand in the other order."""
    both = pair(one, other)
    passive = bool(_PASSIVE.search(one)) is not bool(_PASSIVE.search(other))
    than = _THAN.search(one), _THAN.search(other)
    if than[0] and than[1]:
        return _changed(both, _halves(than[0]), _halves(than[1]))
    when = _WHEN.search(one), _WHEN.search(other)
    if when[0] and when[1]:
        return _changed(both, _clause_and_rest(one, when[0]), _clause_and_rest(other, when[1]))
    deeds = _DEED.search(one), _DEED.search(other)
    if deeds[0] and deeds[1]:
        if not _one_deed(deeds[0][0].lower(), deeds[1][0].lower()):
            return False
        sides = _doer_and_object(one, deeds[0]), _doer_and_object(other, deeds[1])
        return _changed(both, *sides) is not passive and _two(one, other)
    return False


_ONE_DEED = (
    lazy_re(r"acquir|b(?:uy|ought)|purchas|sold|sell|tak|took"),
    lazy_re(r"beat|defeat|won|win|los[te]|outperform|outscor|overt"),
    lazy_re(r"preced|succeed|follow|replac"),
    lazy_re(r"lent|lend|ow|paid|pay"),
    lazy_re(r"exceed|surpass|outnumber|outsold"),
)


def _one_deed(one: str, other: str) -> bool:
    """True for the same deed, or one told from its other side: bought and sold."""
    alike = any(each.match(one) and each.match(other) for each in _ONE_DEED)
    return alike or one[:_BEGINS] == other[:_BEGINS]


_BEGINS = 4


def _two(one: str, other: str) -> bool:
    """True when both have at least two words that are met in one another, whatever their order."""
    return len(set(pair(one, other).claim.stems) & set(pair(one, other).unit.stems)) > 1


Side = Callable[[Span], bool | None]
"""True for a word of the first party, False for one of the second, None for neither."""
_STOP = lazy_re(r"[,;:]")


def _halves(cut: re.Match[str]) -> Side:
    return lambda span: span.end <= cut.start()


def _clause_and_rest(text: str, cut: re.Match[str]) -> Side:
    """The clause that "before" opens, wherever it stands in the sentence, and all the rest."""
    stop = _STOP.search(text, cut.end())
    end = stop.start() if stop else len(text)
    return lambda span: not cut.start() <= span.start < end


def _doer_and_object(text: str, cut: re.Match[str]) -> Side:
    """What stands next to the deed, without the clauses put before or after."""
    stop = _STOP.search(text, cut.end())
    begin = max((each.end() for each in _STOP.finditer(text, 0, cut.start())), default=0)
    end = stop.start() if stop else len(text)
    return lambda span: None if span.start < begin or span.start >= end else span.end <= cut.start()


def _changed(both: Paired, ours: Side, theirs: Side) -> bool:
    straight = across = 0.0
    certain: set[bool] = set()
    for reach in (True, False):
        own, other = (both.claim, both.unit) if reach else (both.unit, both.claim)
        mine, its = (ours, theirs) if reach else (theirs, ours)
        sides = [its(span) for span in other.spans]
        for at, span in enumerate(own.spans):
            side = mine(span)
            if side is None or (own.words[at][0].isdigit() and not _LABELLED.search(own.text, 0, span.start)):
                continue
            row = both.met[at] if reach else both.met[:, at]
            a = max((float(row[n]) for n, each in enumerate(sides) if each is side), default=0.0)
            b = max((float(row[n]) for n, each in enumerate(sides) if each is (not side)), default=0.0)
            sure = max(a, b) >= _SURE > min(a, b)  # The word itself, though the other is its like: men and women.
            if not sure and (max(a, b) < 0.5 or abs(a - b) < _TOP):
                continue
            straight += a > b
            across += b > a
            if b >= _SURE > a:
                certain.add(side)
    return across > straight or len(certain) == 2
