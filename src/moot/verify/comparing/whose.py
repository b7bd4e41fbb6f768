"""Whose word a sentence gives: "Mr Venn (production) argued that …", "…, the owner says", "according to Ada Moss …"."""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.comparing.capitals import ADVERB, EDGE
from moot.verify.comparing.posts import TITLES
from moot.verify.comparing.saying import HOLD, SAID
from moot.words import Document

VIEW = (
    rf"(?:{HOLD}|maintain(?:s|ed)?|contend(?:s|ed)?|allege[sd]?|boast(?:s|ed)?|complain(?:s|ed)?|assert(?:s|ed)?|reckons?|"
    r"suspect(?:s|ed)?|attribute[sd]? (?:it|this|that|mainly)|credit(?:s|ed)|speculate[sd]?|promise[sd]?|"
    r"predict(?:s|ed)?|feared)"
)
"""Verbs of a view: whoever it is that holds it."""
SAYS = rf"(?:{SAID}|tells?|told|puts? it)"
WHO = (
    r"(?:company|firm|vendor|makers?|manufacturer|seller|owners?|developers?|producers?|operator|supplier|sponsor|critics?|"
    r"opponents?|supporters?|campaigners?|activists?|lobby|union|residents?|neighbours?|tenants?|drivers?|fans?|users?|"
    r"reviewers?|customers?|spokes(?:man|woman|person)|advocates?|prosecutors?|defence|plaintiffs?|party|rivals?|"
    r"brochure|advert\w*|press release|some|many|others|industry|officials?|minister|ministry|director|founder|"
    r"ceo|chief)"
)
"""Somebody with a stake."""
ARTICLE = r"(?:the |its |his |her |their |our |several |some |a )?"
_CAPITAL = r"[A-Z][\w’'-]{1,30}"
NAMED = rf"(?-i:{EDGE}(?:{_CAPITAL} ){{0,2}}{_CAPITAL})"
TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor)\.?"
TITLED = rf"(?-i:{TITLE} (?:{_CAPITAL} ){{0,2}}{_CAPITAL})"
"""A person, by a title before the name."""
ASIDE = r"(?: \([^()\n]{1,60}\))?(?:, [^,.;:()\n]{1,60},)?"
"""Between who speaks and the verb: "Mr Venn (production) argued", "the owner, a lawyer, said"."""
_EXPECTS = (
    r"(?:estimate[sd]?|expect(?:s|ed)?|forecasts?|project(?:s|ed)|calculate[sd]?|assume[sd]?|puts?|notes?|noted|"
    r"report(?:s|ed)?|explain(?:s|ed)?|recommend(?:s|ed)?)"
)
_PARTY = rf"(?:{ARTICLE}{WHO}(?: {NAMED})?|{NAMED})"
_VERB = rf"(?:{VIEW}|{SAYS}|(?P<expects>{_EXPECTS}))"
_FRAMES = (
    lazy_re(rf"^(?P<who>{_PARTY}){ASIDE} (?:{ADVERB} )?{_VERB}(?: that\b)? ", re.IGNORECASE),
    lazy_re(rf"^(?:according to|in the (?:view|opinion|words) of) (?P<who>{_PARTY}){ASIDE},? ", re.IGNORECASE),
    lazy_re(rf"^(?P<who>{_PARTY})[’']s? (?:estimate|forecast|view|reckoning|calculation|opinion)\b", re.IGNORECASE),
    lazy_re(rf",? (?P<who>{_PARTY}){ASIDE} (?:{ADVERB} )?{_VERB}(?=[.;]?$)", re.IGNORECASE),
    lazy_re(rf",? according to (?P<who>{_PARTY})(?=[.;]?$)", re.IGNORECASE),
)
"""At the beginning or the end of a claim."""


_FIRST_PERSON = lazy_re(r"\b(?:I(?![.\w])|[Ww]e|[Mm]y|[Oo]ur)\b")
_NEAR = 300
"""Characters at the beginning and the end of a text in which its author signs."""
_LEAST = 3
"""Words that must be left of a claim."""


def speaker(claim: str) -> frozenset[str]:
    """The words by which the claim names whose word it is; none where it is nobody's."""
    found = next((match for frame in _FRAMES if (match := frame.search(claim))), None)
    words = frozenset(stems(found["who"])) if found else frozenset[str]()
    return words - TITLES or words


def said(claim: str) -> str:
    """What the claim says that somebody says; the claim itself where no frame tells whose word it is, or where what is
    left would be no sentence: "expects the restart to cost 9 crowns".
    """
    for frame in _FRAMES:
        found = frame.search(claim)
        if found and found.groupdict().get("expects"):
            return claim
        left = f"{claim[: found.start()]}{claim[found.end() :]}" if found else ""
        if len(left.split()) >= _LEAST:
            return left
    return claim


def own(who: frozenset[str], document: Document, passage: str) -> bool:
    """Whether a document is what somebody says: its title or author is who speaks, or it speaks in the first person
    and is headed or signed so.
    """
    source = document.source
    if who & frozenset(stems(f"{source.title} {source.author or ''}")):
        return True
    signed = f"{document.text[:_NEAR]} {document.text[-_NEAR:]}"
    return bool(_FIRST_PERSON.search(passage)) and bool(who & frozenset(stems(signed)))
