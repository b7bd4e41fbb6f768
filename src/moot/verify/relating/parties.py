"""Who stands on which side of a comparison or a deal: are the two told in the other order?

The text is cut where the comparison or the deed is (than, against, beat, acquired). What stands after the cut in one
claim is met before it in the other, and the other way round: then the order is exchanged. A passive exchanges it
again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from moot.text.figures import find
from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.verify.comparing.paired import Paired, pair

_THAN = lazy_re(
    r"\bthan\b(?! (?:\d|half|a |an |one\b|two\b|ever|expected|usual|before|in \d))|\b(?:against|versus|"
    r"compared (?:with|to)|ahead of|behind|unlike|above|below|beneath|(?:north|south|east|west) of)\b|"
    r"(?:\bnot|n[’']t|\b(?:nearly|almost|twice|half|times)) as (?!well|long|soon|far|much)\w+ as (?!\d)",
    re.IGNORECASE,
)
_WHEN = lazy_re(r"\b(?:before|after|(?:earlier|later|sooner) than)\b(?! (?:\d|the end of))", re.IGNORECASE)
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
_COMPARING = (
    (_THAN, lazy_re(r"exceed|surpass|outnumber|outsold|outperform|outscor", re.IGNORECASE)),
    (_WHEN, lazy_re(r"preced|succeed|follow", re.IGNORECASE)),
)
"""Words that compare, and deeds that say as much: more than, exceeded."""
_PASSIVE = lazy_re(
    r"\b(?:is|are|was|were|been|being|be|got)\b(?:\s+\w+ly)?\s+\w+(?:ed|en|n|ght|d|t|ld)\b[^.;]{0,60}?\bby\b",
    re.IGNORECASE,
)
_TOP = 0.12
"""By how much better words must be met on the other side."""
_SURE = 0.999
Side = Callable[[Span], bool | None]
"""True for a word of the first party, False for one of the second, None for neither."""


def crossed(one: str, other: str) -> bool:
    """True when the two parties of the claims stand in the other order."""
    both = pair(one, other)
    for words, deed in _COMPARING:
        ours, theirs = (_compared(text, words, deed) for text in (one, other))
        if ours and theirs:
            return _changed(both, ours.side, theirs.side) is not (ours.passive is not theirs.passive)
    deeds = _DEED.search(one), _DEED.search(other)
    if deeds[0] and deeds[1]:
        if not _one_deed(deeds[0][0].lower(), deeds[1][0].lower()):
            return False
        passive = bool(_PASSIVE.search(one)) is not bool(_PASSIVE.search(other))
        sides = _doer_and_object(one, deeds[0]), _doer_and_object(other, deeds[1])
        return _changed(both, *sides) is not passive and _two(one, other)
    return False


@dataclass(frozen=True)
class _Told:
    side: Side
    passive: bool


def _compared(text: str, words: re.Pattern[str], deed: re.Pattern[str]) -> _Told | None:
    """How a comparison is told: by such words, or by such a deed."""
    cut = words.search(text)
    if cut:
        return _Told(_clause_and_rest(text, cut), passive=False)
    done = _DEED.search(text)
    if done is None or not deed.match(done[0]):
        return None
    return _Told(_doer_and_object(text, done), passive=bool(_PASSIVE.search(text)))


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


_STOP = lazy_re(r"[,;:]")


def _clause_and_rest(text: str, cut: re.Match[str]) -> Side:
    """The clause that "before" or "than" opens, wherever it stands in the sentence, and all the rest."""
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
    certain: set[bool] = set()  # Which way words moved; what moved one way alone is no party ("in winter").
    for reach in (True, False):
        own, other = (both.claim, both.unit) if reach else (both.unit, both.claim)
        mine, its = (ours, theirs) if reach else (theirs, ours)
        here, there = ([side(span) for span in text.spans] for side, text in ((mine, own), (its, other)))
        told = [each.span for each in find(own.text) if each.counts]
        for at, (side, span) in enumerate(zip(here, own.spans, strict=True)):
            if side is None or any(span.touches(figure) for figure in told):
                continue
            row = both.met[at] if reach else both.met[:, at]
            a = max((float(row[n]) for n, each in enumerate(there) if each is side), default=0.0)
            b = max((float(row[n]) for n, each in enumerate(there) if each is (not side)), default=0.0)
            sure = max(a, b) >= _SURE > min(a, b)  # The word itself, though the other is its like: men and women.
            if not sure and (max(a, b) < 0.5 or abs(a - b) < _TOP):
                continue
            straight += a > b
            across += b > a
            stem = own.stems[at]
            if b >= _SURE > a and not any(here[n] is (not side) for n, each in enumerate(own.stems) if each == stem):
                certain.add(side is reach)
    return across > straight or len(certain) == 2
