"""Does the claim state as a fact, or as another's word, what its source only reports as somebody's? Signal.

Fails where every quoted sentence that says what the claim says gives it as the word of somebody with a stake or a view
("the company says", "according to critics", "X claims", "in my opinion"), and the claim names nobody who says so. What
a study finds or a document states is no such word; what "Mr Venn said that" is one. Fails too where the claim gives it
as the word of one person and the source as that of another (`reported`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.causes import PLAIN
from moot.verify.comparing import reported
from moot.verify.comparing.capitals import ADVERB
from moot.verify.comparing.language import Evidence, LanguageSignal, Seen, cover
from moot.verify.comparing.somebody import FINDS, named
from moot.verify.comparing.whose import ARTICLE, ASIDE, NAMED, SAYS, TITLED, VIEW, WHO
from moot.words import Claim

_TOLD = lazy_re(
    rf"\b{ARTICLE}{WHO}{ASIDE} (?:{ADVERB} )?(?:{VIEW}|{SAYS})\b"
    rf"|\b(?:{VIEW}|{SAYS}) {ARTICLE}{WHO}\b"
    rf"|\b{TITLED}{ASIDE} (?:{ADVERB} )?{SAYS} that\b"
    rf"|\b(?:he|she|they|i|we|who|which|{NAMED}){ASIDE},? (?:{ADVERB} )?{VIEW}\b"
    r"|\bin (?:my|our|his|her|their|its) (?:view|opinion|words|experience)\b|\bi(?:[’']d| would) (?:say|guess|bet)\b"
    r"|\bi (?:say|guess|bet)\b|\b(?:my|our|his|her|their) (?:guess|hunch|take|feeling)\b|\bif you ask me\b|"
    r"\bimho\b|\bimo\b",
    re.IGNORECASE,
)
_ACCORDING = lazy_re(
    r"\b(?:according to|in the (?:view|opinion|words|eyes|account) of|if you believe) (?=(?P<who>[^\n]{0,99}))"
    r"|\bin (?=(?P<whose>[^,.;\n]{1,60}?)[’'] ?s? (?:view|opinion|words|eyes|account|telling|experience)\b)",
    re.IGNORECASE,
)
_ATTRIBUTED = lazy_re(
    rf"\b(?:{VIEW}|{SAYS}|according|tells?|view|opinion|reports?|reported|reportedly|estimates?|"
    r"estimated|expects?|expected|suggest(?:s|ed)?|found|finds?|puts?|described?|describes|call(?:s|ed)?|"
    r"(?-i:may)|might|could|perhaps|allegedly|apparently|word|words|answer\w*|explain\w*|blam\w+|attribut\w+|credit\w*|"
    r"promis\w+|accus\w+|den(?:y|ies|ied)|recommend\w*|complain\w*|critic\w*|rate[sd]?|"
    r"feels?|felt|judg\w+|consider\w*|probably|likely|whether|if|would|"
    r"agree\w*|disagree\w*|prefer\w*|want\w*|saw|sees?|see|reckoning|own|ideas?|theory|theories|hypothes\w+|"
    r"(?:held|holds|rul(?:es|ed)|decid(?:es|ed)|conclud(?:es|ed))(?=[\s\xa0]that\b|[.,;]?$)|"
    r"contested|disputed|unknown|unclear|unproven|(?<=[’']s )reading)\b|[“\"]",
    re.IGNORECASE,
)
_BACKWARD = lazy_re(r"[\s\xa0](?:that|this|it|so)(?=[,.;:)]|$)", re.IGNORECASE)
"""Behind the verb, of what was said plainly before: "I promised that, and I keep it"."""
_BLAMED = lazy_re(
    rf"\b(?:{ARTICLE}(?P<who>[^\W\d_]+)|(?-i:{TITLED})){ASIDE} (?:{ADVERB} )?(?:blame[sd]?|attribute[sd]?|"
    r"puts? (?:it|this|that|the \w+)? ?down)\b(?P<cause>[^.;:]*)",
    re.IGNORECASE,
)
"""Who says this tells why something came about."""
_FORWARD = (
    "led",
    "lead",
    "caus",
    "result in",
    "resulted in",
    "brought",
    "brings",
    "prompt",
    "trigger",
    "drove",
    "drives",
)
"""How words begin before which the cause stands."""
_CAUSE = 0.6
"""Share of the claim's cause that a sentence must hold to speak of it, and what somebody blames to be it."""
_SAME = 0.4
"""Share of the claim's words that a sentence holds which says the same."""
_TIE = 0.1
"""A sentence that holds so much less than the best says it as well."""
_PARTS = lazy_re(r";|, (?:and|but|while|whereas|though|although)\b", re.IGNORECASE)
"""What one says ends where these begin."""
_REACH = 8
_SHARED = 3
"""Content words on either side of the verb, of which so many must be the claim's."""


class Attribution(LanguageSignal):
    """What is somebody's word in the source is somebody's word in the claim."""

    name = "attribution"
    version = "11"
    nothing = "nothing that is somebody's word is stated as a fact"

    def compared(self, claim: Claim) -> str:
        """Frame and all: it says whose word it is."""
        return claim.text

    def seen(self, claim: str, evidence: Evidence) -> Seen:
        whose = reported.another(claim, evidence.units, evidence.whole)
        return Seen(whose) if whose else _seen(claim, evidence.units)


def _seen(claim: str, units: Sequence[str]) -> Seen:
    said = frozenset(stems(claim))
    if not said or _ATTRIBUTED.search(claim):
        return Seen()
    best = max((cover(said, unit) for unit in units), default=0)
    near = [unit for unit in units if cover(said, unit) >= max(_SAME, best - _TIE)]
    told = [_told(unit, said) for unit in near]
    if near and all(told):
        # As good as proven where somebody says each word of the claim.
        return Seen(f"the source gives it as somebody's word (“{told[0]}”), the claim as a fact", plain=best == 1)
    blamed = _blamed(claim, units)
    return Seen(f"the source gives the cause as somebody's word (“{blamed}”), the claim as a fact" if blamed else "")


def _blamed(claim: str, units: Sequence[str]) -> str:
    """The words by which somebody blames what the claim gives as the cause, where no sentence else tells of it."""
    match = PLAIN.search(claim)
    if match is None:
        return ""
    sides = (claim[match.end() :], claim[: match.start()])
    cause = frozenset(stems(sides[match[0].lower().startswith(_FORWARD)]))
    spoken = [unit for unit in units if cause and cover(cause, unit) >= _CAUSE]
    told = [_blames(unit, cause) for unit in spoken]
    return told[0] if told and all(told) else ""


def _blames(unit: str, cause: frozenset[str]) -> str:
    for match in _BLAMED.finditer(unit):
        if cover(cause, match["cause"]) >= _CAUSE and (match["who"] or "").lower() not in FINDS:
            return " ".join(match[0].removesuffix(match["cause"]).split())
    return ""


def _told(unit: str, said: frozenset[str]) -> str:
    """The words that make it somebody's word, if what they stand at is the claim's."""
    for start, end in (*(match.span() for match in _TOLD.finditer(unit)), *_according(unit)):
        if _BACKWARD.match(unit, end):
            continue
        before, after = _PARTS.split(unit[:start])[-1], _PARTS.split(unit[end:])[0]
        about = {*stems(before)[-_REACH:], *stems(unit[start:end]), *stems(after)[:_REACH]}
        if len(about & said) >= min(_SHARED, len(said)):
            return " ".join(unit[start:end].split())
    return reported.word(unit, said)


def _according(unit: str) -> Iterator[tuple[int, int]]:
    """Where a sentence names somebody according to whom something is so."""
    for match in _ACCORDING.finditer(unit):
        group = "who" if match["who"] else "whose"
        who = named(match[group])
        if who:
            yield match.start(), match.start(group) + len(who)
