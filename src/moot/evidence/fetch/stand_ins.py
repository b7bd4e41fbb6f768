"""Short pages that stand in place of all pages of a site: a domain for sale, maintenance, an error, a question of age.

Each sign is a sentence about the site itself, on a page that says hardly anything else.
"""

from __future__ import annotations

import re

from moot.evidence.fetch.figures import has_figure
from moot.evidence.fetch.shown import Shown
from moot.text.lazy import lazy_re

_LITTLE, _LEAST = 60, 30
"""Words that such a page has at most; of errors and questions, of which articles speak too."""
_SITE = r"(?:(?:web)?sites?|pages?|portal|server|shop|store)"
_PARKED = lazy_re(
    r"\b(?:this|the) domain(?: name)? (?:is|may be|might be|could be) (?:now )?"
    r"(?:for sale|available for purchase|parked)|"
    r"\bbuy this domain\b|^[\w.-]+\.\w{2,12}(?: domain)?(?: name)? is (?:for sale|parked)\b|"
    r"\bdomain (?:is )?parked (?:free|by|with|at)\b|\bthis domain(?: name)? (?:has )?expired\b|"
    r"\bdiese domain steht zum verkauf|\bce (?:nom de )?domaine est à vendre",
    re.IGNORECASE | re.MULTILINE,
)
_MAINTAINED = lazy_re(
    r"\bwe(?:['’]ll| will| shall) be (?:right )?back (?:soon|shortly|online|in a (?:moment|minute|few))|"
    rf"\b(?:this|the|our) {_SITE} (?:is|are) (?:currently |temporarily |now )?"
    r"(?:down|offline|closed|unavailable|in|under|undergoing)\b[^.]{0,30}\bmaintenance|"
    r"^(?:(?:site|website) )?(?:(?:is )?(?:under|down for|in) )?maintenance(?: mode| page)?$|"
    r"\bwegen wartung(?:sarbeiten)? (?:nicht erreichbar|offline)|\bsite (?:est )?en maintenance",
    re.IGNORECASE | re.MULTILINE,
)
_OURS = lazy_re(r"\b(?:we|our|us|wir|uns(?:ere\w*)?|nous|notre|nos|maintenance|wartung\w*)\b", re.IGNORECASE)
_FAILED = lazy_re(
    r"\W{0,3}(?:(?:http )?(?:error|status)?[ :]{0,3})?(?:(?:5\d\d|40[0-35-9])\b)?[ :–-]{0,3}"
    r"(?:internal server error|bad gateway|"
    r"service (?:temporarily )?unavailable|gateway time-?out|forbidden|access denied|bad request|application error|"
    r"error establishing a database connection|server error|(?:web )?server is down|error code:? 5\d\d)"
    r"[ :(–-]{0,3}(?:(?:error )?(?:code )?\d{3,4}|a (?:client|server)-side exception .*)?\W{0,5}",
    re.IGNORECASE,
)
"""All that a title, a part of one or a sentence says: a headline of an article goes on."""
_AGED = lazy_re(
    r"^(?:are you|please confirm (?:that )?you are|confirm (?:that )?you are|i am) (?:over|at least|older than|aged?)?"
    rf" ?(?:16|18|19|20|21)\b|\byou must be (?:at least |over )?(?:16|18|19|20|21)\b[^.]{{0,30}}\b"
    rf"to (?:enter|view|visit|access|see) (?:this|the|our) (?:{_SITE}|content)|^(?:verify|confirm) your age\b",
    re.IGNORECASE | re.MULTILINE,
)


def stand_in(shown: Shown) -> str:
    """What is shown in place of the page, in one clause, or ""."""
    head, words = f"{shown.title[:300]}\n{shown.text[:400]}", shown.words
    if words <= _LITTLE and _PARKED.search(head) and not shown.tells(_LITTLE, _PARKED):
        return "its domain is parked or for sale, and shows nothing else"
    if words <= _LITTLE and _MAINTAINED.search(head) and not shown.tells(_LITTLE, _OURS):
        return "it says that the site is down for maintenance"
    if words <= _LEAST and _failed(shown):
        return "it shows an error of its server, with a status of success"
    if words <= _LEAST and _AGED.search(head) and not shown.tells(_LITTLE, _AGED):
        return "it asks for the reader's age instead of showing the page"
    return ""


def _failed(shown: Shown) -> bool:
    said = [*shown.named, *(sentence for sentence, _ in shown.sentences)]
    tells = any(told and has_figure(_FAILED.sub(" ", sentence)) for sentence, told in shown.sentences)
    return not tells and any(map(_FAILED.fullmatch, said))
