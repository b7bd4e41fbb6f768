"""Yes where the source says no, or no where it says yes, in a clause that the claim renders in whatever words.

The clause is found by `paired`. A word of denial stands on one side only: the source denies a word that is met in the
claim, and the claim has nothing that denies; or the claim denies a word that is met in its source, and no sentence
there that speaks of the same has anything that could deny it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.verify.comparing import unchanged
from moot.verify.comparing.opposites import DENIAL, NOT, WITHOUT, unturned
from moot.verify.comparing.paired import MET, Paired, pair, parts
from moot.verify.wording import shorten

_REFUSED = lazy_re(
    r"\b(?:is|are|was|were|been|has|have|had|and|it|they|court|committee|board|council) (?:\w+ly )?(?:rejected|refused|"
    r"dismissed|declined|denied|turned down|thrown out|threw out|overturned|quashed|annulled|struck down|voted down)\b",
    re.IGNORECASE,
)
"""Denied of what stands in the same clause."""
_OPPOSED = lazy_re(
    r"\b(?:not|no|none|never|neither|nor|nobody|nothing|nowhere|without|cannot|hardly|barely|scarcely|badly|poorly|rarely|seldom|lack\w*|"
    r"fail\w*|refus\w*|reject\w*|den(?:y|ied|ies)|declin\w*|absen\w+|avoid\w*|prevent\w*|stopp?\w*|ceas\w*|"
    r"exclud\w*|except\w*|only|unless|until|rather|instead|but|despite|although|yet|still|too|few|fewer|little|less|"
    rf"{WITHOUT}|"
    r"far from|free|drop\w*|abandon\w*|withdr\w+|ban\w*|forb\w+|prohibit\w*|left|leaves? open|oppos\w+|against|"
    r"disagree\w*|contrary|differ\w*|wrong|false|untrue|doubt\w*|clos\w+|end(?:s|ed)?|beyond|zero|spar\w+|exempt\w*|"
    r"leav\w* (?:out|aside)|omit\w*|void\w*|los[et]\w*|miss\w*|short of|out of|turn\w* (?:down|away)|thr\w+ out|"
    r"overturn\w*|dismiss\w*|unlike|"
    r"waiv\w*|escap\w*|neglect\w*|ignor\w*|forgo\w*|skip\w*|rid of|lapse\w*|block\w*|halt\w*|sceptic\w*|skeptic\w*|"
    r"disput\w*|scrap\w*|pending|provisional\w*|interim|under (?:review|appeal)|"
    r"other than|alone|sole\w*|keep\w* out|stay\w* out|"
    r"un\w{3,}(?:ed|able|ible|ful|al|ly|ing|own|ar|safe)|dis\w{4,}|non-?\w+|"
    r"(?:in|im|ir|il)(?!clud|volv|creas|form|dic|ter|port)\w{3,}(?:ible|able|ent|ive|ate))\b|n[’']t\b",
    re.IGNORECASE,
)
"""Whatever may say no, in itself or with what stands by it."""
_TURNED = lazy_re(
    r"\bthere$|\bnot (?:the only|only|just|currently|merely|simply|all|every|until|before|necessarily|so much|least|"
    r"yet|exactly|sure)\b|\bor not?\b|\bno (?:longer|more|less|later|fewer|other|doubt|matter|one but|time limit)|"
    r"\b(?:if|unless|whether|than|exceed\w*|until|except|would|but|without)\b|\?|\b(?:anyone|who|why) know|"
    r"\b(?:that|which|who) (?:\w+ )?(?:not|never)\b|\bnot to\b|\bmay not\b|-not-",
    re.IGNORECASE,
)
"""Where one of these stands, what is denied is not plain."""
_COUNTED = lazy_re(
    r"\d|\b(?:half|third|quarter|fifth|sixth|tenth|dozen|one|two|three|four|five|six|seven|eight|nine|ten)\b"
)
"""What is left over when a source counts those who did is denied by reckoning."""
_CLAUSE, _ABOUT = 0.5, 0.4
"""How well the clause that denies must be met in the claim, and the claim in its sentence."""
_CLAIM, _WORD = 0.6, 0.5
"""How well the clause of the claim that denies, and the word denied, must be met."""
_NEAR = 0.15
"""A sentence that meets the claim so much less speaks of the same."""
_LEAST, _FEW = 3, 2
"""Content words of a clause of the claim, and of what is refused."""


def flipped(claim: str, units: Sequence[str]) -> str:
    """In words what one side denies and the other says; empty when nothing was seen."""
    if not _OPPOSED.search(claim):
        return _denied_there(claim, units) or _refused_there(claim, units)
    plain = DENIAL.search(claim) and not _TURNED.search(claim) and not _COUNTED.search(claim)
    return _denied_here(claim, units) if plain else ""


def _denied_there(claim: str, units: Sequence[str]) -> str:
    for unit in units:
        if not DENIAL.search(unit):
            continue
        both = pair(claim, unit)
        about = both.of_claim()
        for clause, span in parts(unit) if about >= _ABOUT else ():
            match = DENIAL.search(clause.text)
            if match is None or _TURNED.search(clause.text) or both.of_unit(span, _plain) < _CLAUSE:
                continue
            if unchanged.as_denied(claim, clause.text):
                continue
            word = _first(both, Span(span.start + match.end(), span.end))
            if word and both.of_unit(word) >= MET and not _said_plainly(claim, unit, about, units):
                return f"the source denies it (“{shorten(clause.text)}”), the claim says it"
    return ""


def _refused_there(claim: str, units: Sequence[str]) -> str:
    for unit in units:
        for clause, span in parts(unit):
            match = _REFUSED.search(clause.text)
            if match is None or _TURNED.search(clause.text) or match[0].split()[-1].lower() in claim.lower():
                continue
            both = pair(claim, unit)
            own = Span(span.start + match.start(), span.start + match.end())
            rest = [each for each in both.unit.spans if each.within(span) and not each.touches(own)]
            met = sum(map(both.of_unit, rest)) / max(1, len(rest))
            about = both.of_claim()
            if (
                len(rest) >= _FEW
                and met >= _CLAUSE
                and about >= _ABOUT
                and not _said_plainly(claim, unit, about, units)
            ):
                return f"the source says “{' '.join(match[0].split())}” of it, the claim does not"
    return ""


def _plain(word: str) -> bool:
    return word not in NOT


def _first(both: Paired, within: Span) -> Span | None:
    """The first content word of a part of the unit."""
    inside = [span for span in both.unit.spans if span.within(within)]
    plain = [span for span in inside if span.of(both.unit.text).lower() not in NOT]
    return plain[0] if plain and not plain[0].of(both.unit.text)[0].isdigit() else None


def _said_plainly(claim: str, unit: str, about: float, units: Sequence[str]) -> bool:
    """True when another sentence says as much of the claim and denies nothing."""
    others = (each for each in units if each != unit and not DENIAL.search(each))
    return any(pair(claim, each).of_claim() >= about for each in others)


def _denied_here(claim: str, units: Sequence[str]) -> str:
    for clause, span in parts(claim):
        match = DENIAL.search(clause.text)
        if match is None:
            continue
        pairs = [pair(claim, unit) for unit in units]
        inside = [each for each in pairs[0].claim.spans if each.within(span)] if pairs else []
        after = [each for each in inside if each.start >= span.start + match.end()][:1]
        if len(inside) < _LEAST or not after:
            continue
        met = [each.of_claim(span) for each in pairs]
        best = max(met, default=0.0)
        near = [each for each, share in zip(pairs, met, strict=True) if share >= best - _NEAR]
        if best < _CLAIM or max(each.of_claim(after[0]) for each in near) < _WORD:
            continue
        word = after[0].of(claim)
        plain = set(unturned(word.lower()))  # "Not illegal" of what is legal.
        if not any(_OPPOSED.search(each.unit.text) or plain & set(each.unit.words) for each in near):
            return f"the claim denies “{word}”, and nothing in what it cites does"
    return ""
