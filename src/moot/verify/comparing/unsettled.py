"""A question that the source leaves open, and that the claim takes for settled."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.comparing.language import cover
from moot.verify.wording import shorten

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
_NOT = r"(?:(?:can)?not|never|\w{2,6}n[’']t)(?: yet| \w+ly)?"
_PROVED = (
    r"(?:be |been )?(?:show|shown|prove[dn]?|establish(?:ed)?|determined?|demonstrated?|confirm(?:ed)?|verif(?:y|ied))"
)
_EXCLUDED = r"(?:be |been )?(?:excluded?|ruled? out)"
_TOLD = r"(?:be |been )?(?:known?|tell|told|say|said|clear|certain|sure|decided?|settled?|find out|found out|agreed?)"
_NONE = r"(?<!no )(?<!not )(?<!little )(?<!never )(?<!without )(?<!beyond )(?<!n[’']t )"
_DOUBT = lazy_re(
    rf"\b(?:(?:{_UNKNOWN}|doubtful|questionable|debatable|unsettled|unresolved|unproven|unsure|"
    rf"open (?:question|to doubt)|{_NOT} (?:{_PROVED}|{_TOLD})|(?:nobody|no one|none) (?:\w+ )?{_TOLD}s?|"
    rf"{_NONE}(?:doubt(?:s|ed|ing)?|question(?:s|ed|ing)?|disput(?:es?|ing)|wonder(?:s|ed)?))"
    r"(?: about|, [^,.;\n]{1,40},)? (?P<asks>whether|if)|"
    rf"(?:{_NONE}doubt(?:s|ed|ing|ful)?|(?:no|little) (?:proof|evidence|indication|sign|reason to (?:think|believe))|"
    rf"{_NOT} {_PROVED}|fail(?:s|ed) to {_PROVED}|unproven|{_NOT} {_EXCLUDED}|not possible to {_EXCLUDED})"
    r"(?:, [^,.;\n]{1,40},)? that|nicht (?:auszuschließen|ausschließen|ausgeschlossen(?: werden)?|aus), dass)"
    r" (?P<what>[^.;:()\n]{1,240})"
    rf"|\b(?P<leads>whether) (?P<first>[^.;:()\n]{{1,160}}),? (?:is|was|remains?|stays|has|could|can|nobody|no one)\b"
    rf"[^.;:()\n]{{0,40}}?\b(?:{_UNKNOWN}|doubtful|questionable|debatable|open|{_PROVED}|{_TOLD})\b",
    re.IGNORECASE,
)
"""What is doubted: all of it, and with "whether" its contrary too."""
_RESOLVED = lazy_re(r"\b(?:long|first|at first|initially|then|for years|until|before|had) (?:been )?$", re.IGNORECASE)
_DENIES = lazy_re(r"\b(?:not?|never|nor|none|nobody|neither|without|fail\w*|lack\w*)\b|n[’']t\b", re.IGNORECASE)
_DOUBTED = lazy_re(
    rf"\b(?:whether|if|{_UNKNOWN}|open|(?-i:may)|might|could|perhaps|possibl[ey]|probabl[ey]|(?:un)?likely|doubt\w*|unsure|"
    rf"unproven|unsettled|question\w*|sceptical|suggest\w*|hint\w*|believe\w*|thinks?|says?|said|according|evidence|"
    rf"proof|{_NOT} {_PROVED}|{_NOT} {_TOLD}|fail(?:s|ed) to|{_NOT} {_EXCLUDED}|könn\w+|möglich\w*|vielleicht|"
    r"womöglich|dürfte\w*|\w*ausschließen|auszuschließen|ausgeschlossen)\b|\?",
    re.IGNORECASE,
)
"""A claim with one of these may doubt it too."""
_IF = lazy_re(r"\bif\b", re.IGNORECASE)
_FIRST = lazy_re(r"\W*(?:if|unless|when|once|should|wenn|falls|sollten?)\b[^;:()\n]{1,120}?, ", re.IGNORECASE)
"""A condition that stands before the doubt is of what is doubted."""
_ALL = 0.75
"""Share of the claim's words that stand in what is doubted."""
_KEPT = lazy_re(
    r"\b(?:whether|(?:can)?not|no|never|nor|none|nobody|nothing|unknown|unclear|open|may|might|could|can|perhaps|possibly|probably|likely|if|"
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
_RESULT = lazy_re(
    r"\b(?:found|finds|show(?:s|ed)|reveal(?:s|ed)|detect(?:s|ed)|discovered|saw|turned up|identified|came (?:up)?on)"
    r" (?:no|not any) (?:sign of |trace of |evidence of )?(?P<what>[a-z-]+)\b"
    r"|\bno (?:sign of |trace of )?(?P<none>[a-z-]+) (?:was|were|has been|have been) "
    r"(?:found|seen|detected|discovered)\b",
    re.IGNORECASE,
)
"""What somebody looked for and did not find."""
_UNMADE = lazy_re(
    rf"\b(?:(?:was|were|has|have|had|is|are)(?: not|n[’']t| never)(?: yet)?(?: been)?|not yet(?: been)?) "
    rf"(?:{_DONE}|searched|audited|checked|assessed|analysed|analyzed|screened|looked for)\b",
    re.IGNORECASE,
)
_UNSTUDIED = lazy_re(
    r"^\W*(?P<what>(?:[A-Za-z][\w’'-]*\s){1,3}?)(?:was|were|has been|have been) not "
    r"(?:studied|examined|tested|measured|included|surveyed|sampled|counted|assessed|investigated|asked)(?=\s*[.;]|$)"
)
"""A whole sentence of what was left out."""
_LEAST = 2
_REACH = 6
_SHARED = 2
"""Content words about the open place that must be the claim's."""


def doubted(claim: str, units: Sequence[str]) -> str:
    """In words how the source doubts just what the claim says; empty when nothing was seen."""
    said = frozenset(stems(claim))
    hedged = {match[0].lower() for match in _DOUBTED.finditer(claim)}
    if len(said) < _LEAST or hedged - {"if"}:
        return ""
    for unit in units:
        for match in _DOUBT.finditer(unit):
            first = _FIRST.match(unit, 0, match.start())
            what = f"{first[0] if first else ''}{match['what'] or match['first']}"
            if hedged and not _IF.search(what):
                continue  # Else it is the condition of what is doubted.
            if cover(said, what) < _ALL or _RESOLVED.search(unit, 0, match.start()):
                continue
            either = match["asks"] or match["leads"] or bool(_DENIES.search(claim)) is bool(_DENIES.search(what))
            if either and not any(other != unit and cover(said, other) >= _ALL for other in units):
                return f"the source leaves it open (“{shorten(' '.join(match[0].split()))}”), the claim does not"
    return ""


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


def unmade(claim: str, units: Sequence[str]) -> str:
    """In words what nobody has looked for yet, of which the claim says that it was not found."""
    result = _RESULT.search(claim)
    if result is None or _UNMADE.search(claim):
        return ""
    what = frozenset(stems(result["what"] or result["none"]))
    said = frozenset(stems(claim))
    about = [unit for unit in units if what <= frozenset(stems(unit))]
    for unit in about:
        match = _UNMADE.search(unit)
        if match is None or what & frozenset(stems(unit[: match.start()])):
            continue
        if what <= frozenset(stems(unit[match.end() :])) and len(said & frozenset(stems(unit))) >= _LEAST:
            return "" if len(about) > 1 else f"the source says “{match[0].lower()}”, the claim gives a result"
    return ""


def unstudied(claim: str, units: Sequence[str]) -> str:
    """In words of what the source says that it was not studied at all, where the claim tells something of it."""
    if _KEPT.search(claim):
        return ""
    said = frozenset(stems(claim))
    for unit in units:
        match = _UNSTUDIED.match(unit)
        what = frozenset(stems(match["what"])) if match else frozenset[str]()
        if (
            match
            and what
            and what <= said
            and not any(what <= frozenset(stems(each)) for each in units if each != unit)
        ):
            return f"the source says “{' '.join(match[0].split())}”, the claim gives a result"
    return ""


def _elsewhere(said: frozenset[str], unit: str, near: Sequence[str]) -> bool:
    """True when another sentence says as much and leaves nothing open."""
    need = cover(said, unit)
    return any(other != unit and cover(said, other) >= need and not _OPEN.search(other) for other in near)
