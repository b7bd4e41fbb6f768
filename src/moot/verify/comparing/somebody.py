"""Whether what stands behind "according to" is somebody with a view, or what finds and records.

"The builder", "Okafor's brother", "Hedda Lund" have a view. A register, an agency, a law or a study has found or laid
down what it says, and so have those whose trade it is to find, unless they are named: "historian Hedda Lund".
"""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re
from moot.text.lexicon import NOT_A_NAME, STOP_WORDS, lexicon
from moot.verify.comparing.whose import WHO
from moot.verify.names import GENERIC, PLACES

FINDS = lexicon("""
    report study survey paper analysis inquiry investigation review audit court researchers scientists authors author
    investigators inspectors results data which that it experts
""")
"""What these say is found, and no view."""
_RECORDS = FINDS | lexicon("""
    regulator auditor auditors inspector investigator expert scientist researcher surveyor surveyors engineer engineers
    economist economists historian historians scholar scholars ombudsman newspaper register ledger letter order folder
    calendar computer number numbers weather chapter poster charter monitor sensor server counter tracker indicator
    calculator scanner filter router winter summer tender tenders error law rules poll figures statistics records
    minutes archive eurostat reuters gallup ofcom ofgem destatis insee istat unicef nasa europol interpol wikipedia
    britannica hansard
""")
_FINDS_BY_TRADE = lazy_re(r"\w+(?:olog|graph|metr|ic|phys|chem)(?:ists?|ers?|ians?)|\w+(?:met|pap)ers?")
"""These and nouns of what measures end as people do."""
_PEOPLE = lazy_re(
    rf"{WHO}|\w{{2,}}(?:[eo]rs?|ists?|[mw][ae]n|ians?|persons?|people)|wi(?:fe|ves)|husbands?|sons?|widow|friends?|"
    r"famil(?:y|ies)|parents?|guests?|clients?|students?|pilots?|nurses?|chefs?|coach(?:es)?|dean|boss(?:es)?|aides?|"
    r"guides?|locals|colleagues?|(?:account|assist|consult|contest|defend|applic)ants?|executives?|vets?|him|her|them|me|us",
    re.IGNORECASE,
)
_NAME = lazy_re(r"[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ]\.?")
_WORDS = lazy_re(r"[^\W\d_][\w’'-]*\.?(?: [^\W\d_][\w’'-]*){0,5}")
_CITED = lazy_re(r" ?\(?\d{4}\b| et al\b")
"""Behind who is cited as an author: what he found."""


def is_person(word: str) -> bool:
    """True for a small word for what somebody is: "owner", "spokeswoman"; not for what finds or records."""
    return bool(_PEOPLE.fullmatch(word)) and word not in _RECORDS and not _FINDS_BY_TRADE.fullmatch(word)


def named(text: str) -> str:
    """The words with which `text` begins, if they name somebody with a view; else empty."""
    match = _WORDS.match(text)
    if match is None or _CITED.match(text, match.end()):
        return ""
    words = match[0].split()
    for n, word in enumerate(words):
        behind = words[n + 1 : n + 2]
        ends = not behind or behind[0].lower() in STOP_WORDS
        if _NAME.fullmatch(word):
            if word.lower().rstrip(".") in GENERIC | PLACES | NOT_A_NAME | _RECORDS:
                return ""
            if ends and not word.endswith(("'s", "’s")):
                return " ".join(words[: n + 1])
        elif word in _RECORDS or _FINDS_BY_TRADE.fullmatch(word):
            if not (behind and _NAME.fullmatch(behind[0])):
                return ""
        elif _PEOPLE.fullmatch(word) and (ends or _NAME.fullmatch(behind[0])):
            return " ".join(words[: n + 1])
    return ""
