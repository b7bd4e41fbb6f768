"""Words of a letter that a claim gives to somebody other than who signed it.

Whoever writes says "I", and names himself nowhere but at the end: no sentence tells whose word it is. So a sentence of
a letter is its author's, where it gives nobody else's word and does not name whom the claim gives it to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.comparing.capitals import ADVERB, WORD
from moot.verify.comparing.whose import ASIDE, SAYS, TITLE, VIEW
from moot.verify.names import TITLES
from moot.words import Document

_NAME = rf"{WORD}(?: {WORD}){{0,3}}"
_SPEAKER = lazy_re(
    rf"\b(?P<who>{TITLE} {_NAME}|{_NAME}){ASIDE} (?:{ADVERB} )?(?:{VIEW}|{SAYS})\b"
    rf"|\b(?:[Aa]ccording to|[Ii]n the (?:view|opinion|words) of) (?P<of>{TITLE} {_NAME}|{_NAME})"
)
_SIGNED = (
    lazy_re(rf"^[ \t]*(?:From|Von|De):[ \t]*(?P<who>(?:{TITLE} )?{_NAME})", re.MULTILINE),
    lazy_re(
        r"^[ \t]*(?:Yours|Sincerely|(?:Kind |Best |With kind )?[Rr]egards|Best wishes|Signed)\b[^\n]{0,20}\s+"
        rf"(?P<who>(?:{TITLE} )?{_NAME})[ \t]*(?:,[^\n]*|\([^\n]*\))?$",
        re.MULTILINE,
    ),
)
_OTHERS = lazy_re(rf"[“”\"]|\b(?:[Hh]e|[Ss]he|[Tt]hey)\b|\b(?:{VIEW}|{SAYS}|according to)\b")
"""By which a sentence of a letter may give somebody else's word."""


def another(claim: str, documents: Sequence[Document], units: Sequence[str]) -> str:
    """In words who signed what the claim gives as somebody's word; empty when nothing was seen.

    `units`: the sentences that are quoted. Of several documents one may be whose word it is.
    """
    said = _SPEAKER.search(claim)
    if said is None or len(documents) != 1 or any(_OTHERS.search(unit) for unit in units):
        return ""
    who, author = said["who"] or said["of"], signed(documents[0])
    ours, theirs = _words(who), _words(author)
    if not ours or not theirs or ours & theirs or any(ours & _words(unit) for unit in units):
        return ""
    if not re.search(rf"\b{TITLE} (?:{WORD} )?{re.escape(who.split()[-1])}\b", f"{claim}\n{documents[0].text}"):
        return ""  # A company has no title.
    return f"the claim gives it as the word of “{who}”, its source is signed by “{author}”"


def signed(document: Document) -> str:
    """Who wrote a letter, by its head or its end; empty where neither says so."""
    return next((found["who"] for form in _SIGNED if (found := form.search(document.text))), "")


def _words(name: str) -> frozenset[str]:
    return frozenset(stems(name)) - TITLES
