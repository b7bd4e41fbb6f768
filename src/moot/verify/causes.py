"""Does the claim make a cause of what its source only saw together? Signal.

Fails where the claim says that one thing caused, changed or explains another, and the sentences that it cites say of
the same things that they go together, or that the cause is not known, and nowhere that one causes the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text import figures
from moot.text.figures import Bound
from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.text.terms import stems
from moot.verify.comparing.language import Evidence, LanguageSignal, Seen, cover
from moot.verify.comparing.paired import pair

_DRIVING = (
    r"on the back of|spurr(?:ed|ing)|spurs|sparked|sparking|stok(?:ed|ing)|fuelled(?! by)|fueled(?! by)|propelled|"
    r"underpinned|g[ai]ve [^,.;]{0,30}?\b(?:lift|boost)"
)
"""Causes told by pictures, in a claim as in its source."""
PLAIN = lazy_re(
    rf"\b(?:{_DRIVING}|because|caus(?:e[sd]?|ing)|due to|owing to|thanks to|led to|leads? to|leading to|result(?:s|ed|"
    r"ing)? (?:in|from)|"
    r"as a result|brought (?:about|on)|brings? about|(?:is|was|are|were) (?:the reason|why)|(?:the|a) reasons? "
    r"(?:that|why|for|was|is)|explains? (?:why|most|much|the|part)|is what|drives|drove|driven by|triggered?|triggers|"
    r"in response to|on account of|attributable to|produced by|contribut(?:es?|ed) to|to blame for|prompted|enabled|"
    r"pushed [^,.;]{1,40} into|is what|what (?:made|led|drove|caused|cut|kept)|kept (?:\w+ ){1,3}from)\b",
    re.IGNORECASE,
)
"""Said as a cause."""
_ACTS = lazy_re(
    r"\b(?:rais(?:e[sd]?|ing)|lower(?:s|ed|ing)|reduc(?:e[sd]?|ing)|increas(?:es|ed|ing)|cuts?|prevent(?:s|ed|ing)?|"
    r"improv(?:e[sd]?|ing)|boost(?:s|ed|ing)?|protects?|lifted|pushed|shorten(?:s|ed)|lengthens?|lengthened|"
    r"makes?|made|"
    r"help(?:s|ed)?|spar(?:es|ed)|sav(?:es|ed)|halv(?:es|ed)|doubl(?:es|ed)|hurts?|harm(?:s|ed)?|damaged?|affects?|"
    r"promot(?:es|ed)|induc(?:es|ed))\b|\b(?:more|fewer|less|higher|longer) [\w ]{2,40} (?:lower|raise|mean)\b",
    re.IGNORECASE,
)
"""Done by one thing to another."""
_DISCLAIMED = lazy_re(
    r"\b(?:cannot|can ?not|could not|can[’']t|does not|do not|did not|doesn[’']t|don[’']t|didn[’']t|not) "
    r"(?:\w+ ){0,4}(?:show|prove|say|establish|tell|told|bear|separated?|distinguish|follow|quote me|"
    r"read too much|imply|demonstrate|conclude|infer|rule out|cause|to blame)\b|\bwould not read\b|"
    r"\bwhether\b[^.;]{0,60}\b(?:or whether|reason|cause[sd]?|because|responsible|due)\b|"
    r"\b(?:was|were|has|have) not (?:been )?(?:tested|examined|studied|established|shown|proved|proven|measured)\b|"
    r"\bnot (?:yet )?know(?:n)? (?:why|whether|what (?:caused|made|led|drove)|if|how|the (?:cause|reason))\b|"
    r"\bno (?:evidence|proof) (?:that|of|for)\b|\b(?:unclear|unknown|coincid(?:e[sd]?|ence))\b|"
    r"\bnot (?:clear|known) (?:why|whether|what)\b|\bor (?:simply|perhaps) because\b|\bother (?:reasons|causes)\b|"
    r"\bconfound\w*\b|\bnot (?:allocated )?at random\b",
    re.IGNORECASE,
)
"""Said not to be known as a cause."""
_TOGETHER = lazy_re(
    r"\b(?:associated with|associations? (?:with|between|of)|link(?:ed|s)? (?:to|with|between)|correlat\w+|"
    r"went (?:hand in hand|together|along)|"
    r"(?:goes|went) with|accompan(?:y|ied|ies)|relationship between|tend(?:s|ed)? to|(?:more|less|as) likely|"
    r"observational|cross-sectional|cohort|"
    r"some (?:have|biographers|say)|at the same time|over the same|in the same)\b",
    re.IGNORECASE,
)
"""Seen together."""
_AFTER = lazy_re(
    r"\b(?:followed(?: by)?|preceded|came (?:\w+ ){0,2}after|coincid(?:es?|ed) with|accompanied by)\b", re.IGNORECASE
)
"""Seen one after the other, or beside it."""
GIVES = lazy_re(
    rf"\b(?:{_DRIVING}|fuell?ed by|because|"
    r"caus\w+|due to|owing to|thanks to|le[ad]d?s? to|leading to|result\w*|brought|reasons?|explain\w*|"
    r"therefore|thus|hence|driv\w+|drove|trigger\w*|response|account|attribut\w+|put down|blam\w+|contribut\w+|"
    r"effects?|influenc\w+|mean[st]?|why|responsible|force[sd]?|prompted|consequen\w+|thereby|role|mediat\w+|randomi[sz]ed|"
    r"enabl\w+|impact\w*|depend\w*|produc\w+|induc\w+|prevent\w*|protect\w*|promot\w+|inhibit\w*|regulat\w+|credit\w*|"
    r"thank\w*|owe[sd]?)\b",
    re.IGNORECASE,
)
"""Words that give a cause."""
_ABOUT, _ABOUT_SIDE = 0.35, 0.45
"""How well the claim and a side of its cause must be met in a sentence that doubts it."""
_MADE = (
    r"(?:\w+ ){0,3}?(?:gains?|progress|advances?|headway|improvements?|profits?|losses|loss|recovery|jumps?|leaps?)\b"
)
"""What somebody makes who only has it: "made a gain of four months"."""
_WEAK = lazy_re(
    rf"\b(?:since|so|as|by|from|after|following|follow(?:s|ed)|(?:mak(?:es?|ing)|made)(?! {_MADE})|for|allow\w*|let|"
    r"through|with|when|if|once|to|lack|want)\b",
    re.IGNORECASE,
)
"""Words that may give a cause."""
_MODEST = lazy_re(
    r"\b(?:associat\w+|link(?:ed|s)?|correlat\w+|coincid\w+|may|might|could|can|likely|suggest\w*|perhaps|possibly|"
    r"probably|seems?|appears?|not|no|whether|if|tend\w*|partly|believe[sd]?|thinks?|says?|said|according|suspects?|"
    r"attribut\w+|argue[sd]?|puts? (?:it )?down)\b",
    re.IGNORECASE,
)
_RISK = lazy_re(r"\b(?:risks?|rates?|odds|chances?)\b", re.IGNORECASE)
"""That something raises a risk is how studies speak of what goes together."""
_NEAR = 0.3
"""Share of the claim's words from which on a sentence speaks of the same."""
_SPOKEN = 0.2
"""The same where no sentence that it cites gives any cause."""
_SHARED, _MOSTLY = 3, 0.6
"""Content words after a disclaimer that must be the claim's, and their share."""
_SAME = 0.45
"""The same where a claim's verb only acts on something."""
_SIDE = 0.6
"""How well each side of a cause must be met in some sentence."""
_NOWHERE = 0.4
"""How well at most the other side of a cause is met in any sentence that it cites, where the claim brings it in."""
_SPEAKS, _TOGETHER_HERE = 0.35, 0.6
"""How well the claim must be met in a sentence whose cause may be the claim's; each of its sides where the word is only
"since" or "by"."""


class Causes(LanguageSignal):
    """A cause of the claim is a cause in its source."""

    name = "causes"
    version = "8"
    nothing = "no cause was made of what was only seen together"

    def seen(self, claim: str, evidence: Evidence) -> Seen:
        return Seen(_difference(claim, evidence))


def _difference(claim: str, evidence: Evidence) -> str:
    plain = next((match for match in PLAIN.finditer(claim) if not _roughly(claim, match)), None)
    acts = _ACTS.search(claim)
    cause = plain or acts
    if cause is None or _MODEST.search(claim):
        return ""
    said = frozenset(stems(PLAIN.sub(" ", claim)))
    near = [unit for unit in evidence.units if cover(said, unit) >= (_NEAR if plain else _SAME)]
    disclaimed = _first(_DISCLAIMED, near) or _disclaimed(said, evidence.units) or _doubted(claim, plain, evidence)
    if disclaimed:
        return f"the claim says “{cause[0]}”, its source “{disclaimed}”"
    if _RISK.search(claim) and not plain:
        return ""
    followed = _only_followed(claim, plain, evidence.units) if plain else ""
    if followed:
        return f"the claim says “{cause[0]}”, its source only “{followed}”: that is no cause"
    if any(PLAIN.search(unit) or (not plain and _ACTS.search(unit)) for unit in near):
        return ""
    together = _first(_TOGETHER, near)
    if together:
        return f"the claim says “{cause[0]}”, its source only “{together}”: that is no cause"
    if plain and _brought_in(claim, plain, evidence.units):
        return f"the claim says “{plain[0]}”, and what it cites gives no cause"
    spoken = any(cover(said, unit) >= _SPOKEN for unit in evidence.units)
    if (
        plain
        and spoken
        and _both_sides(claim, plain, evidence.units)
        and not any(_gives(claim, plain, unit) for unit in evidence.units)
    ):
        return f"the claim says “{plain[0]}”, and what it cites gives no cause"
    return ""


def _roughly(claim: str, cause: re.Match[str]) -> bool:
    """True for the "about" of a figure: each call "brought about 2,606 euros"."""
    said = (each.start for each in figures.find(claim) if each.bound is Bound.ABOUT)
    return cause[0].lower().endswith("about") and any(
        not claim[cause.end() : at].strip() for at in said if at >= cause.end()
    )


def _doubted(claim: str, plain: re.Match[str] | None, evidence: Evidence) -> str:
    """What doubts the cause in other words: a sentence in which the claim, or a side of its cause, is met."""
    for unit in evidence.units if plain else ():
        match = _DISCLAIMED.search(unit)
        if plain is None or match is None:
            continue
        both = pair(claim, unit)
        sides = (Span(0, plain.start()), Span(plain.end(), len(claim)))
        if both.of_claim() >= _ABOUT and max(map(both.of_claim, sides)) >= _ABOUT_SIDE:
            return match[0]
    return ""


def _only_followed(claim: str, plain: re.Match[str], units: Sequence[str]) -> str:
    """What only tells that the one came after the other, where no sentence that may speak of both gives a cause."""
    found = ""
    for unit in units:
        match = _AFTER.search(unit)
        if match and not GIVES.search(unit) and min(_met(claim, plain, [unit])) >= _ABOUT_SIDE:
            found = match[0]
        elif GIVES.search(unit) and min(_met(claim, plain, [unit])) >= _ABOUT_SIDE:
            return ""
    return found


def _disclaimed(said: frozenset[str], units: Sequence[str]) -> str:
    """What says that the claim's own cause is not known: the words after it are the claim's."""
    for unit in units:
        for match in _DISCLAIMED.finditer(unit):
            after = stems(re.split(r"[;:()]|\.(?!\d)", unit[match.end() :])[0])
            shared = sum(stem in said for stem in after)
            if shared >= _SHARED and shared >= _MOSTLY * len(after):
                return match[0]
    return ""


def _both_sides(claim: str, cause: re.Match[str], units: Sequence[str]) -> bool:
    """True when what stands before the cause and what stands after it are each met in a sentence.

    Where one side is spoken of nowhere, a reason may be told in other words, if any word may tell one (`_brought_in`).
    """
    return min(_met(claim, cause, units)) >= _SIDE


def _brought_in(claim: str, cause: re.Match[str], units: Sequence[str]) -> bool:
    """True when one side is what the sentences say, the other is in none, and no word of theirs may give a cause."""
    if not claim[: cause.start()].strip() or any(GIVES.search(unit) or _WEAK.search(unit) for unit in units):
        return False
    less, more = sorted(_met(claim, cause, units))
    return more >= _SIDE and less <= _NOWHERE


def _met(claim: str, cause: re.Match[str], units: Sequence[str]) -> tuple[float, float]:
    """How well what stands before the cause, and what stands after it, are met in a sentence."""
    pairs = [pair(claim, unit) for unit in units]
    before, after = Span(0, cause.start()), Span(cause.end(), len(claim))
    best = [max((each.of_claim(side) for each in pairs), default=0.0) for side in (before, after)]
    return best[0], best[1]


def _gives(claim: str, cause: re.Match[str], unit: str) -> bool:
    """True when the unit may give the claim's cause: it speaks of the same and has a word that gives one."""
    both = pair(claim, unit)
    if both.of_claim() >= _SPEAKS and GIVES.search(unit):
        return True
    sides = (Span(0, cause.start()), Span(cause.end(), len(claim)))
    return bool(_WEAK.search(unit)) and all(both.of_claim(side) >= _TOGETHER_HERE for side in sides)


def _first(pattern: re.Pattern[str], units: Sequence[str]) -> str:
    found = next(filter(None, (pattern.search(unit) for unit in units)), None)
    return found[0] if found else ""
