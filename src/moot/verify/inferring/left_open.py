"""Does a sentence say of something that it is open, and nothing else?

"Whether the fire began in the tannery is open." A part that goes on ("…, so the mayor lied", "…: it began at the
baker's") says something of its own.
"""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re

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


def says_open(text: str) -> bool:
    line = " ".join(text.split()).rstrip(".")
    found = _SAYS.fullmatch(line)
    return found is not None and not any(_GOES_ON.search(tail) for tail in found.groupdict("").values())
