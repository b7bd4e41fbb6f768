"""Where an abbreviation ends its sentence too: "It met on 9 May. Rents rose.", "It is in the U.S. Rents have risen."

`sentencex` cuts there only before a word like "The". What follows may be a name: then it is the words before the
abbreviation, or a verb on either side, that tell the end of a sentence from "the U.S. Senate" and "Acme Ltd. v. Lund".
"""

from __future__ import annotations

from moot.text.lazy import lazy_re

_CLOSED = r"[\"'”’)\]]{0,3}\s+(?=[\"“‘(]?[A-ZÀ-Þ])"
"""Behind the stop, before a word with a capital."""
_INNER = lazy_re(rf"\.{_CLOSED}")
_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_DATED = lazy_re(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?|[Ii]n|since|until|till|by|from|to|and|of|during|early|late|last|mid-?)"
    rf"\s{_MONTH}\.{_CLOSED}"
)
_SURE = lazy_re(
    rf"\b(?:May|etc|(?:say|says|said|saying|vot(?:e|es|ed|ing)|answer(?:s|ed)?|was|is|an?|or)\s[Nn]o)\.{_CLOSED}"
)
"""The last no number: "they voted no. A second budget follows"."""
_FIRM = r"\b(?:Ltd|Inc|Corp|Co|Bros|Plc|plc|LLC|S\.A)"
_LAND = r"\b(?:U\.S\.A|U\.A\.E|U\.S|U\.K|U\.N|E\.U|D\.C)"
"""Not J.K. Rowling, G.B. Shaw."""
_OPENS = lazy_re(
    rf"(?:{_FIRM}|{_LAND})\.{_CLOSED}"
    r"(?=(?:An?\s[a-z]|(?:Nobody|Nothing|None|Everyone|Few|Fewer|Less|Overall|Either|Four|Five|Six|Seven|Eight|Nine|Ten"
    r"|Eleven|Twelve)\b))"
)
_VERB = (
    r"(?:has|have|had|is|are|was|were|will|would|can|could|may|might|must|does|did|rose|fell|grew|shrank|stood|ran|cost"
    r"|increased|decreased|dropped|declined|remained|reached|opened|closed|said)\b"
)
_ACTS = rf"(?=[A-ZÀ-Þ][\w'’-]+\s{_VERB})"
_OF_FIRM = lazy_re(rf"{_FIRM}\.{_CLOSED}(?!(?:Chief|Chair|President|Director|Executive|Class)){_ACTS}")
_OF_LAND = lazy_re(
    rf"\b(?:in|of|from|to|across|within|outside|by|for|with|than)\s(?:the\s)?{_LAND}\.{_CLOSED}"
    r"(?!(?:Senate|House|Congress|Parliament|Government|President|Treasury|Department|Supreme|Court|Army|Navy|Air|Marines?"
    rf"|Census|Customs|Constitution|Embassy|Capitol|Bureau|Steel|Bank|Open|Security|Secretary|Charter)\b){_ACTS}"
)
_ACTED = lazy_re(
    rf"\b(?:{_VERB}|(?:met|ran|came|went|took|began|held|left|made|won|lost|paid|sold|bought|built)\b"
    r"|[a-z]{2,}ed\b|[a-z]{4,}s\b)"
)
_ENDS = lazy_re(r"(?<!\b[A-Z][a-z][a-z])(?<!\bSept)[.!?]\s")
"""Behind no month."""


def ends(text: str) -> list[int]:
    """Where in `text` the white space behind such a stop ends, in order."""
    if not _INNER.search(text):
        return []
    found = {each.end() for pattern in (_SURE, _OPENS) for each in pattern.finditer(text)}
    for pattern in (_DATED, _OF_FIRM, _OF_LAND):
        found |= {each.end() for each in pattern.finditer(text) if _says(text, each.start())}
    return sorted(found)


def has_verb(text: str) -> bool:
    """Whether something in it looks like a verb; a plural may too."""
    return _ACTED.search(text) is not None


def _says(text: str, end: int) -> bool:
    """Whether a verb stands before, so that what follows is not what this sentence says of itself."""
    return has_verb(_ENDS.split(text[max(0, end - 300) : end])[-1])
