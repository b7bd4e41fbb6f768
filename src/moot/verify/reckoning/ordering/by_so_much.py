"""By how much something rose or fell, told with another verb: "fell 2 %" for "was down by 2 %".

Such a claim says nothing but what its source does, though it may share no word with it but those for the thing. What
fell to so much did not fall by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from moot.text import figures, months
from moot.text.figures import Bound, Figure, agree
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stem, stems, words
from moot.verify.comparing.clauses import cut
from moot.verify.comparing.directions import CHANGED
from moot.verify.comparing.paired import LONGEST
from moot.verify.reckoning.given.dated import years
from moot.verify.reckoning.given.held import bound
from moot.verify.reckoning.ordering.superlatives import Verdict
from moot.verify.reckoning.said_of.moved import MOVED

_UP = CHANGED.one | lexicon("up higher more climbs jump jumps")
_DOWN = CHANGED.other | lexicon("down lower fewer less dip dips slip slips plunge slump")
_WAYS = frozenset(map(stem, _UP | _DOWN)) | MOVED
_OPEN = lazy_re(
    r"\b(?:might|could|should|would|will|shall|expect\w*|forecast\w*|predict\w*|project(?:ed|s|ions?)|plan\w*|"
    r"target\w*|aim\w*|estimat\w*|assum\w*|suppos\w*|if|unless|until|not|no|never|than|said|says?|claim\w*|"
    r"according|exclud\w+|except|without|adjusted|alleged\w*|reported\w*|nearly|almost|average)\b|n[’']t\b|\?|"
    r"\bmay[\s\xa0]"
)
"""Then it is not simply so, or not of the thing itself. The month has a capital."""
_FRAMED = lazy_re(
    r"\W*(?:in|at|on|for|of|among|across|within|outside|after|before|during|under|with|since|by|as|where|when|to)\b",
    re.IGNORECASE,
)
"""How a sentence begins of which a later clause need not say when or where it holds."""
_TO = lazy_re(r"\bto[\s\xa0](?:(?:about|around|just|some|only)[\s\xa0])?$", re.IGNORECASE)
_UNTOLD = lazy_re(r"\b(?:from|at|up to|down to|reach\w*)[\s\xa0](?:\w+[\s\xa0])?$", re.IGNORECASE)
"""Before what may be a level or an amount."""
_TIME = ("s", "month")
"""How long after something a thing was raised is no amount by which it was."""
_MONTH = lazy_re(rf"\b(?:{months.NAMES})\b")


@dataclass(frozen=True)
class _Moved:
    figure: Figure
    up: bool
    to: bool
    """Whether the figure is what it came to."""
    about: frozenset[str]
    when: frozenset[str]

    def is_of(self, other: _Moved) -> bool:
        """Whether both say it of the same thing and time, with the same figure."""
        same = (self.up, self.about, self.when) == (other.up, other.about, other.when)
        return same and agree(self.figure, other.figure)


def judged(claim: str, units: Sequence[str]) -> Verdict | None:
    """Whether a claim of one clause says of a thing only what a clause of its source does, or by what that says to."""
    own = [each for each in figures.find(claim) if each.counts]
    if len(own) != 1 or _OPEN.search(claim) or len(cut(claim)) > 1:
        return None
    mine = _moved(claim, own[0], f"{claim[: own[0].start]} {claim[own[0].end :]}")
    there = [each for unit in units for each in _told(unit[:LONGEST]) if mine and mine.about and mine.is_of(each)]
    if mine is None or not there:
        return None
    if any(each.to is mine.to for each in there):
        return Verdict(True, f"its source says “{there[0].figure.line}” of the same")
    ours, theirs = ("to", "by") if mine.to else ("by", "to")
    return Verdict(False, f"the claim says “{ours} {mine.figure.line}”, its source “{theirs} {there[0].figure.line}”")


def _told(unit: str) -> Iterator[_Moved]:
    """What the clauses of a sentence say; one that names no thing is of that of the clause before."""
    if _OPEN.search(unit):
        return
    about = frozenset[str]()
    for n, (figure, clause) in enumerate(bound(unit)):
        moved = _moved(unit, figure, clause)
        if moved is None:
            continue
        about = moved.about or about
        if n == 0 or not _FRAMED.match(unit):
            yield replace(moved, about=about)


def _moved(text: str, figure: Figure, clause: str) -> _Moved | None:
    """What a clause says; None where nothing rose or fell in it, or one did and another not."""
    if (
        figure.unit in _TIME
        or figure.high is not None
        or figure.bound is not Bound.NONE
        or _UNTOLD.search(text, 0, figure.start)
    ):
        return None
    tokens = frozenset(words(clause))
    ways = [side is _UP for side in (_UP, _DOWN) if tokens & side]
    if len(ways) != 1:
        return None
    when = frozenset(map(str.lower, _MONTH.findall(clause)))
    when |= frozenset(years(clause))
    about = frozenset(each for each in stems(clause) if not each[0].isdigit()) - _WAYS - frozenset(map(stem, when))
    return _Moved(figure, ways[0], bool(_TO.search(text, 0, figure.start)), about, when)
