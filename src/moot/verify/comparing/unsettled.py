"""A question that the source leaves open, and that the claim takes for settled."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.comparing.language import cover

_DONE = (
    r"tested|examined|studied|established|determined|shown|proved|proven|measured|confirmed|investigated|surveyed|"
    r"published|verified|decided|asked|tried|included|covered|looked at|inspected"
)
_UNKNOWN = r"unclear|unknown|undecided|disputed|uncertain"
_NOBODY = (
    r"nobody|no one|no study|none|(?:we|they|i|he|she) (?:do|does|did|have|has) not|"
    r"(?:we|they|i|he|she) (?:don|didn|haven|hasn)[’']t"
)
_OPEN = lazy_re(
    rf"\bwhether\b[^.;]{{0,120}}\b(?:{_UNKNOWN}|open|not (?:been )?(?:known|clear|{_DONE}))\b"
    rf"|\b(?:it is|it was|remains?|is|are|was|were|still) (?:still |not yet |as yet )?"
    rf"(?:{_UNKNOWN}|not (?:known|clear))\b"
    rf"|\b(?:was|were|has|have|had|could) not (?:yet )?(?:been |be )?(?:{_DONE})\b"
    rf"|\b(?:{_NOBODY}) (?:has |yet )?(?:know|{_DONE}) (?:whether|if|how|why)\b"
    r"|\bno (?:proof|evidence)\b|\b(?:is|are) (?:still )?(?:awaited|pending|being (?:processed|tested|prepared))\b"
    r"|\btoo (?:small|few|early) to\b|\bcannot be (?:excluded|ruled out)\b",
    re.IGNORECASE,
)
"""Said to be open."""
_KEPT = lazy_re(
    r"\b(?:whether|not|no|never|nor|none|unknown|unclear|open|may|might|could|can|perhaps|possibly|probably|likely|if|"
    r"uncertain|un\w+ed|without|yet|await\w*|pending|suggest\w*|hint\w*|disput\w*|unproven|remains?|only|except|but|"
    r"lack\w*|missing|neither|rather|too|still|reckon\w*|believe\w*|thinks?|says?|said|according)\b|n[’']t\b",
    re.IGNORECASE,
)
"""A claim with one of these may say so itself."""
_SOME = lazy_re(
    r"(?:%|\b(?:per ?cent|\d[\d.,]*|rest|others?|remainder|some|many|few|most|half|third|quarter|people|voters|"
    r"residents|respondents))[\s\xa0]+$",
    re.IGNORECASE,
)
"""Of people who do not know: "15% are undecided" is an answer, and no open question."""
_REACH = 6
_SHARED = 2
"""Content words about the open place that must be the claim's."""


def settled(claim: str, said: frozenset[str], near: Sequence[str]) -> str:
    """In words what the claim takes for settled; `near`: the sentences that speak of the same."""
    if _KEPT.search(claim):
        return ""
    for unit in near:
        for match in _OPEN.finditer(unit):
            if _SOME.search(unit, 0, match.start()):
                continue
            before = re.split(r"[.;:]|, (?:and|but|so) ", unit[: match.start()])[-1]
            about = {*stems(before)[-_REACH:], *stems(match[0]), *stems(unit[match.end() :])[:_REACH]}
            if len(about & said) >= _SHARED and not _elsewhere(said, unit, near):
                return f"the source leaves it open (“{' '.join(match[0].split())}”), the claim does not"
    return ""


def _elsewhere(said: frozenset[str], unit: str, near: Sequence[str]) -> bool:
    """True when another sentence says as much and leaves nothing open."""
    need = cover(said, unit)
    return any(other != unit and cover(said, other) >= need and not _OPEN.search(other) for other in near)
