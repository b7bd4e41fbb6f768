"""A claim without what it says of where it was read: "the undated table gives", "by the minutes of 17 February".

Authors are asked to say whose word something is and how old. That is true of the source and stands nowhere in its
text, so a comparison of wording would miss it there.
"""

from __future__ import annotations

import re
from datetime import date

from moot.text import months
from moot.text.lazy import lazy_re
from moot.text.spans import Span

_NOUN = (
    r"(?:(?:press|news) release|annual report|web ?page|web ?site|spread ?sheet|report|table|minutes|handbook|notice|"
    r"statutes?|by-?laws|page|release|announcement|statement|letter|article|post|paper|study|note|memo|brief|survey|"
    r"register|log|sheet|dataset|chart|leaflet|brochure|bulletin|newsletter|protocol|correction|record|manual|guide|"
    r"list|schedule|review|document|source|passages?|file|blog|interview|transcript|catalogue|changelog|budget|"
    r"accounts|programme|summary|update|forecast|overview|entry|text|notes?)"
)
_SAYS = (
    r"(?:says?|gives?|states?|reports?|lists?|shows?|names?|puts?|records?|notes?|tells?|adds?|writes?|describes?|has|"
    r"have|mentions?|announces?|sets out|speaks? of)(?:[ ,]+that)?"
)
_MONTH = rf"(?:{months.NAMES})"
_DAY = (
    rf"(?:\d{{4}}-\d\d(?:-\d\d)?|\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH}(?: \d{{1,2}},?)?(?: \d{{4}})?|(?:19|20)\d\d)"
)
_PART = r"(?:clause|section|article|paragraph|annex|appendix|rule|chapter|amendment)\s{1,9}[\dA-Z][\w.]{0,20}"
_SOURCE = (
    rf"(?:{_PART}|(?:the|its|their|an?|this|that)\s{{1,9}}(?:[\w’'-]{{1,40}}\s{{1,9}}){{0,4}}?{_NOUN})"
    rf"(?:\s{{1,9}}(?:of|from|dated|for|on|to)\s{{1,9}}(?:{_DAY}|[^,.;]{{2,40}}?))?"
)
_FRAMES = (
    lazy_re(rf"^(?:by|per|according to|as of|in)\s{{1,9}}{_SOURCE},\s{{0,9}}", re.IGNORECASE),
    lazy_re(rf"^{_SOURCE}\s{{1,9}}{_SAYS}\s{{1,9}}", re.IGNORECASE),
    lazy_re(rf",?\s{{1,9}}(?:by|per|according to)\s{{1,9}}{_SOURCE}(?=[.;]?$)", re.IGNORECASE),
    lazy_re(rf"\s{{1,9}}\((?:from|by|per|according to)\s{{1,9}}{_SOURCE}\)(?=[.;]?$)", re.IGNORECASE),
)
_LEADS = lazy_re(
    rf"^(?:(?:by|per|according to|in the words of)\s{{1,9}}{_SOURCE},|"
    rf"as\s{{1,9}}{_SOURCE}\s{{1,9}}{_SAYS}(?:\s{{1,9}}it)?,|{_SOURCE}\s{{1,9}}{_SAYS}(?<=that))\s{{0,9}}",
    re.IGNORECASE,
)
"""What a claim begins with that tells nothing but where it was read."""
_PLACES = lazy_re(r"\bin (?:the|its|a) (?:column|row|table|line|cell)s?\b|\bundated\b", re.IGNORECASE)
_ISO = lazy_re(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_LEAST = 3
"""Words that must be left."""


def unframed(claim: str) -> str:
    """What is left to look for in the evidence, dates in words; the claim itself where next to nothing would be."""
    text = claim
    for frame in (_LEADS, *_FRAMES):
        text = frame.sub("", text, count=1)
    text = " ".join(_PLACES.sub(" ", text).split())
    return _ISO.sub(_in_words, text if len(text.split()) >= _LEAST else claim)


def lead(claim: str) -> Span:
    """What a claim begins with that tells where it was read; empty where that tells a time too."""
    found = _LEADS.match(claim)
    return Span(0, found.end() if found and not any(letter.isdigit() for letter in found[0]) else 0)


def _in_words(match: re.Match[str]) -> str:
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        return match[0]
    return f"{day.day} {day:%B %Y}"
