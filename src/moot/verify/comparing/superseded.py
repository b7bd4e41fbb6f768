"""Sentences of sources that say of something that it is over, or that a time was moved.

Three forms: a value or a state with a word that puts it in the past ("originally due in August", "until 2024 the find
was kept in a store", "12 months up to version 6"); a state that has ended ("finished commissioning in July"); and a
newer sentence on the same matter that says that plans changed and gives another time ("It will now open on 14 May").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text import figures
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re

_GONE = lazy_re(
    r"\b(?:originally|initially|at first|formerly|previously|in the past|"
    r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )used to|no longer|in former years|"
    r"had been (?:due|planned|expected|scheduled|set)|was to have|were to have|until (?:then|now|recently))\b",
    re.IGNORECASE,
)
_UNTIL = lazy_re(
    r"\b(?:(?:until|till|up to|before)(?: the end of| early| late)? (?:version|edition|circular|1\d\d\d|20\d\d|"
    r"january|february|march|april|may|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)
_GOES_ON = lazy_re(
    r"\b(?:is|are|runs?|lasts?|appl(?:y|ies)|remains?|stays?|holds?|continues?|keeps?|serves?|works?|pays?|costs?|"
    r"will|may|can|must|shall|valid)\b",
    re.IGNORECASE,
)
"""Then "until 2026" is an end to come: "the contract runs until the end of 2026"."""
_WAS = lazy_re(r"\b(?:was|were|had|stood|lay|paid|cost|used to)\b", re.IGNORECASE)
_CONTINUES = lazy_re(
    r"\b(?:still|remains?|continues?|continuing|currently|these days|at present|now|to this day|ongoing|today)\b",
    re.IGNORECASE,
)
_CONTINUED = lazy_re(r"\b(?:was|were|had|being) (?:\w+ )?(?:still|now|currently)\b|\bwhile\b", re.IGNORECASE)
_ENDED = lazy_re(
    r"\b(?:finish\w*|complet\w+|conclud\w+|ended|stopped|ceased|clos(?:ed|ing)|expired|withdrawn|lifted|repealed|"
    r"abolished|discontinued|resolved|repaired|filled|no longer|wound up|dissolved|resigned|stepped down|replaced|"
    r"reopened|refinanced|repaid|superseded|scrapped|cancelled)\b(?![\s\xa0](?:(?:some|about|only|just)[\s\xa0])?\d)",
    re.IGNORECASE,
)
_MOVED = lazy_re(
    r"\b(?:now|instead|put (?:off|back)|postpon\w+|delay\w*|deferr?\w*|brought forward|reschedul\w+|withdrawn|"
    r"revis\w+|mov(?:ed|es)|pushed|slipp\w+|later than|new (?:date|deadline)|no longer)\b",
    re.IGNORECASE,
)
_DENIED = lazy_re(r"\b(?:not|never|n[’']t|yet to)\b", re.IGNORECASE)
_CLAUSE = lazy_re(r"[;:()]|,(?!\d)|(?<=[.!?])\s")
_PART = lazy_re(r"[;:()]|,\s(?:(?:and|but|while|whereas)\s)?(?=(?:the\s)?(?-i:[A-Z])|\d)", re.IGNORECASE)
"""Where a sentence goes on with something else that has a name or a number."""


def gone(sentence: str, value: Figure) -> bool:
    """True when the clause of the value in the sentence puts it in the past."""
    starts = [0, *(match.end() for match in _CLAUSE.finditer(sentence) if match.end() <= value.start)]
    stops = [*(match.start() for match in _CLAUSE.finditer(sentence) if match.start() >= value.end), len(sentence)]
    return _past(sentence[starts[-1] : stops[0]])


def was(sentence: str) -> bool:
    """True when the sentence tells of a state as one of the past: "Until 2024 the find was kept in a store"."""
    return _past(sentence) and bool(_WAS.search(sentence))


def continues(claim: str) -> bool:
    """True when the claim says that something goes on."""
    return bool(_CONTINUES.search(claim)) and not told(claim) and not _CONTINUED.search(claim)


def told(claim: str) -> bool:
    """True when the claim itself says that it speaks of what is over."""
    return bool(_GONE.search(claim) or _UNTIL.search(claim))


def _past(clause: str) -> bool:
    until = _UNTIL.search(clause) and not (_GOES_ON.search(clause) and not _WAS.search(clause))
    return bool(_GONE.search(clause) or until)


def ended(sentence: str) -> list[str]:
    """The parts of a sentence that say that something has ended."""
    return [] if _DENIED.search(sentence) else [part for part in _PART.split(sentence) if _ENDED.search(part)]


def moves(sentences: Sequence[str]) -> bool:
    """True when sentences have a word of change."""
    return bool(_MOVED.search(" ".join(sentences)))


def moved(sentences: Sequence[str], old: Figure) -> Iterator[Figure]:
    """Dates that sentences with a word of change give, other than the old one."""
    for each in figures.find(" ".join(sentences)) if moves(sentences) else ():
        exact = each.kind is FigureKind.DATE and each.unit != "year" and each.high is None
        if exact and not _same(each, old):
            yield each


def _same(one: Figure, other: Figure) -> bool:
    """True for one date, as far as both say it: a day without a year may be of any."""
    parts = [(int(each.value) // 10_000, int(each.value) // 100 % 100, int(each.value) % 100) for each in (one, other)]
    return all(a == b or 0 in (a, b) for a, b in zip(*parts, strict=True))
