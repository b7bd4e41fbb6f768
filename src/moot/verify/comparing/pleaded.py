"""Is a sentence what one side pleads, of a claim that gives the word of another?

"The appellant argues that an e-mail is not writing" is no denial by the court.
"""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.comparing import whose
from moot.verify.comparing.capitals import ADVERB

_PLEADS = lazy_re(
    r"(?<![\w’'-])(?!(?:we|i|it|he|she|they|who|which|that|and|has|have|had)[\s\xa0])[\w’'-]+"
    rf"{whose.ASIDE} (?:{ADVERB} )?"
    rf"(?:{whose.VIEW}|{whose.SAYS}|submit(?:s|ted)?|plead(?:s|ed)?|object(?:s|ed)?|denie[sd]|deny|dispute[sd]?)\b",
    re.IGNORECASE,
)
"""Somebody who is named or told by what he is: "we" may be whoever finds."""
_WHO = r"(?P<who>(?:the |its |an? )?(?:[\w’'-]+ ){0,2}[\w’'-]+?)"
_FINDS = r"(?:held|holds|ruled|rules|found|finds|decided|decides|concluded|concludes|determined|determines)"
_FINDING = (
    lazy_re(rf"^{_WHO} (?:{ADVERB} |has |had )?{_FINDS}\b", re.IGNORECASE),
    lazy_re(rf", {_WHO} (?:{ADVERB} |has |had )?{_FINDS}[.;]?$", re.IGNORECASE),
)


def by_another(unit: str, claim: str) -> bool:
    """True where somebody pleads in the unit and it names nobody whose word or finding the claim gives."""
    if not _PLEADS.search(unit):
        return False
    who = whose.speaker(claim) or _finder(claim)
    return bool(who) and not who & frozenset(stems(unit))


def _finder(claim: str) -> frozenset[str]:
    found = next((match for frame in _FINDING if (match := frame.search(claim))), None)
    return frozenset(stems(found["who"])) if found else frozenset()
