"""Does a sentence say of something that it is open, and nothing else?

"Whether the fire began in the tannery is open." A part that goes on ("…, so the mayor lied", "…: it began at the
baker's") says something of its own; what tells both sides ("…: 31 or 44 million") does not.
"""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re
from moot.verify.comparing.saying import HOLDS, NOTED, SAID

_UNSETTLED = (
    r"(?:disputed|contested|controversial|unsettled|undecided|unresolved|unclear|uncertain|unknown|in dispute|in doubt|"
    r"(?:an|still an) open question|a matter of dispute|not (?:yet )?(?:been )?(?:settled|agreed|decided|clear|certain|"
    r"known|established|resolved)|strittig|umstritten|unklar|ungewiss|ungeklärt|(?:noch )?nicht (?:ge)?klärt|"
    r"nicht entschieden)"
)
_OPEN = rf"(?:open|offen|{_UNSETTLED})"
_IS = r"(?:is|are|was|were|remains?|stays?|has|have|ist|sind|bleib(?:t|en))"
_LINK = rf"{_IS}(?: (?:still|therefore|thus|also|both|yet|noch|auch|ebenfalls|weiter(?:hin)?))?"
LEFT_OPEN = rf"{_LINK} {_OPEN}"
QUESTION = (
    r"(?:whether|when|where|who|whom|whose|how|what|why|which|if|"
    r"ob|wann|wo|woher|wodurch|wer|wen|wem|wie|was|warum|weshalb|welche[mnrs]?)"
)
_WITHIN = r"(?:[^;:.?!]|\.(?=\d))"
"""Within one sentence without a part that goes on; a point between figures is none."""
_NAMED = rf"(?:(?!\b(?:{_IS}|had)\b)[^;:,.?!\d]){{3,100}}?"
"""What is spoken of, in words that say nothing of it yet."""
_SAYS = lazy_re(
    rf"{QUESTION}\b{_WITHIN}+?\b{LEFT_OPEN}\b(?P<tail>.*)"
    rf"|(?:(?:the|its|their|this|that)\b(?!.* and (?:its|their|that)\b)"
    rf"|(?:der|die|das)\b(?!.* und (?:ihre?|seine?)\b|.*\bwar(?:en)?\b)){_NAMED}\b{_LINK} {_UNSETTLED}\b(?P<noun>.*)"
    rf"|it {LEFT_OPEN}\b,? {QUESTION}\b(?P<asked>.*)"
    rf"|(?:not settled|unsettled|open|disputed|unclear|still open) {_LINK}\b(?P<listed>.*)"
    rf"|{_NAMED} (?:disagree|differ|contradict (?:each other|one another)|do not agree|are at odds)\b(?P<about>.*)",
    re.IGNORECASE,
)
_GOES_ON = lazy_re(
    r"[;:?!]|\.(?!\d)|\b(?:but|so|because|since|therefore|thus|hence|although|though|while|whereas|which means)\b|"
    r"\b(?:aber|doch|sondern|weil|denn|deshalb|daher|darum|also|obwohl|während|wobei)\b|"
    r",? und (?:so |damit )?(?:er|sie|es|das|der|die)\b|"
    r",? and (?:so |thus |that )?(?:it|he|she|they|this|the \w+ (?:is|are|was|were|has|have|did))\b",
    re.IGNORECASE,
)


_VIEW = lazy_re(
    rf"\b(?:{SAID}|{HOLDS}|{NOTED}|finds?|found|concludes?|concluded|holds?|held|according to|by the \w+ of|"
    r"laut|zufolge|nach (?:Angaben|Ansicht|Einschätzung)|sagt|nennt|schreibt|hält|sieht|kommt zu dem Schluss)\b",
    re.IGNORECASE,
)
_OR = lazy_re(r"\b(?:or|oder)\b", re.IGNORECASE)
_SIDES = lazy_re(r"[;,](?!\d)|\b(?:and|while|whereas|against|but|und|während|gegen|aber|dagegen)\b", re.IGNORECASE)
_ASSERTS = lazy_re(r"\b(?:it|he|she|they|we|er|sie|es|wir|was|were|did|had|hatten?|wurden?|\w{2,}ed)\b", re.IGNORECASE)
"""What a part that only names one of two has not: a subject of its own, or something that it did."""
_PLACE = lazy_re(
    r"\s*(?:[\d€$£]|(?:about|almost|nearly|some|rund|etwa|knapp|in|at|on|by|from|near|under|im|am|an|auf|bei|beim|durch|"
    r"unter|vom|von|vor|nach|zwischen|between)\b)",
    re.IGNORECASE,
)
_BETWEEN = r"(?:[;,] )?\b(?:while|whereas|but|während|dagegen|aber)\b|;"
_FOLLOWS = lazy_re(
    r"[:?!]|\.(?!\d)|\b(?:so|because|since|therefore|thus|hence|weil|denn|deshalb|daher|darum|also)\b", re.IGNORECASE
)


def says_open(text: str) -> bool:
    line = " ".join(text.split()).rstrip(".")
    found = _SAYS.fullmatch(line)
    return found is not None and all(map(_adds_nothing, found.groupdict("").values()))


def _adds_nothing(tail: str) -> bool:
    return _tells_sides(tail[1:]) if tail.startswith(":") else not _GOES_ON.search(tail)


def _tells_sides(told: str) -> bool:
    """Whether it names what is open between: one or the other, a figure for each, or what each says."""
    if _FOLLOWS.search(told):
        return False
    views = [part for part in re.split(_BETWEEN, told) if part.strip()]
    if len(views) > 1 and all(map(_VIEW.search, views)):
        return True
    if _ASSERTS.search(told):
        return False
    parts = [part for part in _SIDES.split(told) if part.strip()]
    if len(parts) == 1:
        return len(_OR.split(told)) > 1 and bool(_PLACE.match(told))
    return all(any(letter.isdigit() for letter in part) for part in parts)
