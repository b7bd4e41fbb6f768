"""What the source only says to be applied for, or not yet granted, and the claim tells as had: "is certified".

A sentence speaks of an application that is not decided, and has the thing that the claim says to be had: "certified"
and "certification" begin alike. Nothing is said where a sentence tells of the same that it was granted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stem, stems

_WAITS = lazy_re(
    r"\b(?:appl(?:ied|ies|y|ying) (?:\w+ly |again |already |also |to the (?:council|authority|board|ministry|court|"
    r"agency|regulator|city|town|government|commission|office) )?for|applications? (?:\w+ ){0,2}?(?:for|to)|"
    r"(?:patent|licen[cs]e|planning|permit|grant|visa) applications?|(?:has|have|had|was|were|is|are) filed for|"
    r"(?:is|are|was|were|remains?|still|currently) (?:still |currently |now )?(?:pending|awaited|outstanding|"
    r"being sought|under (?:review|examination|consideration|negotiation|assessment))|awaits|awaiting|seeks|seeking|"
    r"(?:not|n[’']t) yet (?:been )?(?:\w+ly )?(?P<undone>\w+(?:ed|en|ued|ven))|"
    r"yet to (?:be )?(?P<open>(?:grant|approve|certif|issue|decide|receive|obtain|complete|sign|publish|document|"
    r"register)\w*)|subject to (?:\w+ ){0,3}?(?:approval|consent|clearance|confirmation)|"
    r"(?:is|are|was|were|has been|have been) (?:\w+ly )?(?:requested|submitted|sought)|"
    r"pending (?:\w+ ){0,3}?(?:approval|certification|decision|clearance|review))\b",
    re.IGNORECASE,
)
_HAD = lazy_re(
    r"\b(?:is|are|was|were|been|got) (?:\w+ly |now |already |since |fully )?(?P<done>\w{3,}(?:ed|en|sed|ght|ven))\b"
    r"|\b(?P<has>has|have|had|holds?|held|received?|receives|obtain(?:s|ed)|won|wins|got|gained|gains|secured|secures|owns|"
    r"carries|possesses)\b(?! (?:been|not|to)\b)",
    re.IGNORECASE,
)
_GIVEN = lexicon("granted issued awarded given approved received obtained finished closed concluded finalised won")
"""Done to whatever was applied for, by any name."""
_GRANTED = lazy_re(
    r"\b(?:(?:was|were|been|is|are) (?:\w+ly |then |since |finally |now )?(?:granted|issued|awarded|given|approved|"
    r"certified|accredited|licensed|authori[sz]ed|registered|patented|cleared|signed|completed|adopted)|"
    r"(?:it |they |which |has |have |had |and )(?:then |since |later |finally |duly )?(?:received|obtained|got|won|"
    r"secured|granted|approved|issued|awarded)|(?:came|came through|arrived|followed) (?:in|on)\b)",
    re.IGNORECASE,
)
_DENIED = lazy_re(
    r"(?:\b(?:not|never|yet|nor|until|once|if|when|unless|before)\b|n[’']t\b)[^.;,]{0,40}$", re.IGNORECASE
)
_KEPT = lazy_re(
    r"\b(?:appl[iy]\w*|application\w*|not|no|never|pending|await\w*|s[eo]{1,2}k\w*|sought|plan(?:s|ned|ning)?|would|will|"
    r"may|might|could|should|shall|subject|review\w*|yet|draft\w*|propos\w*|hop\w*|expect\w*|if|unless|once|"
    r"until|when|request\w*|submit\w*|filed|(?<!falls )(?<!fall )(?<!fell )due|intend\w*|wants?|whether|under|"
    r"still|be|decision|undecided|provisional\w*|only|said|says|according|conditional\w*|cannot|without|whose|"
    r"who|needs?|must|require[sd]?|asked)\b|n[’']t\b",
    re.IGNORECASE,
)
"""A claim with one of these may say so itself."""
_BEGINNING = 5
"""Letters with which a verb and its noun begin alike: certified, certification."""
_LEAST, _SHARE = 2, 0.6
"""Content words of the claim that the sentence must hold, alike at the beginning, and their share."""
_REACH = 4
"""Content words after "has" among which is what is had."""


def told(claim: str, units: Sequence[str]) -> str:
    """In words what is still waited for; empty when nothing was seen."""
    had = _HAD.search(claim)
    if had is None or _KEPT.search(claim):
        return ""
    said = frozenset(stems(claim))
    done = (had["done"] or "").lower()
    keys = [stem(done)] if done and done not in _GIVEN else stems(claim[had.end() :])[:_REACH] if had["has"] else []
    about = said - frozenset(stems(had[0]))
    for unit in units:
        waits = _WAITS.search(unit)
        if waits is None or not _of_it(waits, claim, keys):
            continue
        there = frozenset(stems(unit))
        met = sum(_begins(word, there) for word in about)
        enough = met >= min(_LEAST, len(about)) and met >= _SHARE * len(about)
        if not about or not enough or (keys and not any(_begins(key, there) for key in keys)):
            continue
        if not any(_granted(other, about) for other in units) and not any(
            other != unit and not _WAITS.search(other) and _says(other, said) for other in units
        ):
            return f"the source says “{' '.join(waits[0].split())}”, the claim that it is so already"
    return ""


def _of_it(waits: re.Match[str], claim: str, keys: Sequence[str]) -> bool:
    """Whether what is not done yet is what the claim says to be done, where the source names it."""
    undone = waits["undone"] or waits["open"]
    return not undone or undone in _GIVEN or bool(_GIVEN & set(keys)) or _begins(stem(undone), frozenset(stems(claim)))


def _granted(unit: str, about: frozenset[str]) -> bool:
    """True for a sentence that tells of the same that it was granted."""
    there = frozenset(stems(unit))
    near = any(_begins(word, there) for word in about)
    return near and any(not _DENIED.search(unit[: match.start()]) for match in _GRANTED.finditer(unit))


def _says(unit: str, said: frozenset[str]) -> bool:
    there = frozenset(stems(unit))
    return sum(word in there for word in said) >= 0.8 * len(said)


def _begins(word: str, there: frozenset[str]) -> bool:
    """True where a word of the text is the same, or begins alike."""
    if word in there:
        return True
    return len(word) > _BEGINNING and any(other[:_BEGINNING] == word[:_BEGINNING] for other in there)
