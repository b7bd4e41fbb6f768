"""Is a ratio of a claim the amount by which something rose or fell, and then: by how much did it, of two figures?"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum

from moot.text.figures import Figure
from moot.text.lazy import lazy_re

_ROUGHLY = (
    r"(?:(?:by|of|an?|almost|nearly|about|around|roughly|some|just|over|under|more|less|than|good|well|at|least|only|"
    r"close|to|approximately|another|further|um|rund|etwa|knapp|gut|fast|ungefähr|als|mehr)[\s\xa0]+){0,4}"
)
_RISE = (
    r"r[io]se|risen|rises|rising|gr[eo]w|grown|grows|growing|growth|increas\w+|gain(?:ed|s)?|jump\w*|climb\w*|expand\w*|"
    r"(?:is|was|were|are|went|gone|goes|go|been|stood) up|up(?= by)|"
    r"wächst|wachsen|wuchs(?:en)?|stieg(?:en)?|steigt|steigen|erhöht(?:e|en)?|zunahm"
)
_FALL = (
    r"f[ae]ll|fallen|falls|falling|drop(?:s|ped|ping)?|declin\w+|decreas\w+|shr[aiu]nk\w*|reduc\w+|slump\w*|"
    r"(?:is|was|were|are|came|come|went|gone|goes|go|been|brought) down|down(?= by)|"
    r"(?:was|were|been|is|are) cut|cut(?= by)|"
    r"sinkt|sinken|sank(?:en)?|fällt|fiel(?:en)?|schrumpft(?:e|en)?|senkt(?:e|en)?|abnahm"
)
_MORE = r"more|higher|greater|larger|bigger|longer|faster|heavier|taller|dearer|above|up|over"
_LESS = r"off(?![\s\xa0](?:the|its|course)\b)|less|fewer|lower|smaller|shorter|slower|lighter|cheaper|below|down|under"
_OVER, _SHORT = (
    r"exceed\w*|overr[au]n\w*|overshot|overshoots?|surpass\w*",
    r"undershot|fell short of|fall(?:s|ing)? short of",
)
_BEFORE = lazy_re(
    rf"\b(?:(?P<rise>{_RISE}|(?:{_OVER})(?:[\s\xa0][\w’']+){{1,5}}?[\s\xa0]by)|"
    rf"(?P<fall>{_FALL}|(?:{_SHORT})(?:[\s\xa0][\w’']+){{1,5}}?[\s\xa0]by))[\s\xa0]+{_ROUGHLY}$",
    re.IGNORECASE,
)
_RAISE = r"rais(?:e[sd]?|ing)|lift\w*|boost\w*|enlarg\w*|extend\w*|push\w*"
_CUT = r"cut(?:s|ting)?|lower(?:s|ed|ing)|trim\w*|slash\w*|eas(?:e[sd]|ing)|narrow(?:s|ed|ing)"
_AMOUNT = r"\S{0,3}\d[\d.,]*(?:[\s\xa0][^\W\d_][\w/³²-]*){0,3}(?:,?[\s\xa0](?:or|i\.e\.),?[\s\xa0]+|[\s\xa0]\()"
_BY = lazy_re(
    rf"\b(?:(?P<rise>{_RISE}|{_RAISE})|(?P<fall>{_FALL}|{_CUT}))"
    rf"(?:(?:[\s\xa0][\w’'-]+){{0,8}}?[\s\xa0]by[\s\xa0]+{_ROUGHLY}(?:{_AMOUNT}{_ROUGHLY})?|[\s\xa0]+{_ROUGHLY}{_AMOUNT}{_ROUGHLY})$",
    re.IGNORECASE,
)
"""What somebody raised by so much, and before a share that tells the amount again: "rose by 34 tonnes, or 6 %"."""
_MOVES = lazy_re(rf"\b(?:{_RISE}|{_FALL}|{_RAISE}|{_CUT}|went|goes|mov(?:ed|es)|improv\w+|widen\w*)\b", re.IGNORECASE)
_MEHR, _WENIGER = r"mehr|höher|teurer|größer|länger", r"weniger|niedriger|billiger|günstiger|kleiner|kürzer|zurück"
_AFTER = lazy_re(rf"[\s\xa0]+(?:(?P<rise>{_MORE}|{_MEHR})|(?P<fall>{_LESS}|{_WENIGER}))\b", re.IGNORECASE)
_PART = lazy_re(r"[\s\xa0]+(?:of|der|des|aller)\b", re.IGNORECASE)
_ODDS = lazy_re(r"\b(?:in|out of)\b", re.IGNORECASE)
_OF = lazy_re(r"[\s\xa0]+(?:of|as|der|des|aller)\b", re.IGNORECASE)
"""Then it is a part of something, or a multiple."""
_FAR = 120
"""Characters before a figure in which it may be said what changed by it."""


class Change(Enum):
    RISE = "rise"
    FALL = "fall"

    def of(self, large: Decimal, small: Decimal) -> Decimal:
        """The share by which the small figure rose to the large one, or the large one fell to the small."""
        return large / small - 1 if self is Change.RISE else 1 - small / large

    def words(self, large: str, small: str) -> str:
        return f"{large} / {small} − 1" if self is Change.RISE else f"1 − {small} / {large}"


def is_part(figure: Figure, claim: str) -> bool:
    """True for a share of something: "more than two thirds of the wells", "one hive in five" is no growth."""
    return bool(_PART.match(claim, figure.end) or (figure.is_fraction and _ODDS.search(figure.raw)))


def moves(words: str) -> bool:
    """Whether the words say that something rose or fell."""
    return bool(_MOVES.search(words))


def without(words: str) -> str:
    """The words but for those that say that something rose or fell: what it was that did."""
    return _MOVES.sub(" ", words)


def change(figure: Figure, claim: str) -> Change | None:
    """None for what is no change, such as a share, a multiple, or an amount."""
    if not figure.is_ratio or figure.unit == "x" or _OF.match(claim, figure.end):
        return None
    found = _AFTER.match(claim, figure.end) or _BEFORE.search(claim, 0, figure.start)
    found = found or _BY.search(claim, max(0, figure.start - _FAR), figure.start)
    if found is None:
        return None
    return Change.RISE if found["rise"] else Change.FALL
