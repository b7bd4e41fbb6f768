"""Does the claim make a cause of what its source only saw together? Signal.

Fails where the claim says that one thing caused, changed or explains another, and the sentences that it cites say of
the same things that they go together, or that the cause is not known, and nowhere that one causes the other.
"""

from __future__ import annotations

import re

from moot.text.terms import stems
from moot.verify.language import Evidence, LanguageSignal, cover

_PLAIN = re.compile(
    r"\b(?:because|caus(?:e[sd]?|ing)|due to|owing to|thanks to|led to|leads? to|leading to|result(?:s|ed|"
    r"ing)? (?:in|from)|"
    r"as a result|brought (?:about|on)|brings? about|(?:is|was|are|were) (?:the reason|why)|(?:the|a) reasons? "
    r"(?:that|why|for|was|is)|explains? (?:why|most|much|the|part)|is what|drives|drove|driven by|triggered?|triggers|"
    r"in response to|on account of|attributable to|produced by|contribut(?:es?|ed) to)\b",
    re.IGNORECASE,
)
"""Said as a cause."""
_ACTS = re.compile(
    r"\b(?:rais(?:e[sd]?|ing)|lower(?:s|ed|ing)|reduc(?:e[sd]?|ing)|increas(?:es|ed|ing)|cuts?|prevent(?:s|ed|ing)?|"
    r"improv(?:e[sd]?|ing)|boost(?:s|ed|ing)?|protects?|lifted|pushed|shorten(?:s|ed)|lengthens?|lengthened|"
    r"makes?|made|"
    r"help(?:s|ed)?|spar(?:es|ed)|sav(?:es|ed)|halv(?:es|ed)|doubl(?:es|ed)|hurts?|harm(?:s|ed)?|damaged?|affects?|"
    r"promot(?:es|ed)|induc(?:es|ed))\b",
    re.IGNORECASE,
)
"""Done by one thing to another."""
_TOGETHER = re.compile(
    r"\b(?:associat(?:ed|ion|ions)|link(?:ed|s)? (?:to|with|between)|correlat\w+|coincid\w+|"
    r"went (?:hand in hand|together|along)|"
    r"(?:goes|went) with|accompan(?:y|ied|ies)|relationship between|tend(?:s|ed)? to|(?:more|less|as) (?:likely|"
    r"common|frequent|often)|"
    r"observational|cross-sectional|cohort|not (?:allocated )?at random|cannot (?:show|prove|say|establish|tell)|"
    r"(?:does|do|did) not (?:show|prove|establish|know|bear)|no evidence that|not (?:clear|known) (?:why|whether|what)|"
    r"unknown|unclear|some (?:have|biographers|say)|at the same time|over the same|in the same)\b",
    re.IGNORECASE,
)
"""Seen together, or not known to be a cause."""
_GIVES = re.compile(
    r"\b(?:because|caus\w+|due to|owing to|thanks to|le[ad]d?s? to|leading to|result\w*|brought|reasons?|"
    r"explain\w*|since|so|as|"
    r"therefore|thus|hence|driv\w+|drove|trigger\w*|response|account|attribut\w+|put down|blam\w+|contribut\w+|by|"
    r"effects?|influenc\w+|mean[st]?|why|responsible|from|after|following|follow(?:s|ed)|force[sd]?|prompted|"
    r"consequen\w+|"
    r"thereby|role|mediat\w+|mak(?:es?|ing)|made|for|randomi[sz]ed|enabl\w+|allow\w+|let|impact\w*|depend\w*|through|"
    r"produc\w+|induc\w+|prevent\w*|protect\w*|promot\w+|inhibit\w*|regulat\w+)\b",
    re.IGNORECASE,
)
"""Any word that may give a cause: without one, a sentence gives none."""
_MODEST = re.compile(
    r"\b(?:associat\w+|link(?:ed|s)?|correlat\w+|coincid\w+|may|might|could|can|likely|suggest\w*|perhaps|possibly|"
    r"probably|seems?|appears?|not|no|whether|if|tend\w*|partly|believe[sd]?|thinks?|says?|said|according)\b",
    re.IGNORECASE,
)
_RISK = re.compile(r"\b(?:risks?|rates?|odds|chances?)\b", re.IGNORECASE)
"""That something raises a risk is how studies speak of what goes together."""
_NEAR = 0.3
"""Share of the claim's words from which on a sentence speaks of the same."""
_SAME = 0.45
"""The same where a claim's verb only acts on something."""


class Causes(LanguageSignal):
    """A cause of the claim is a cause in its source."""

    name = "causes"
    version = "1"
    nothing = "no cause was made of what was only seen together"

    def difference(self, claim: str, evidence: Evidence) -> str:
        plain, acts = _PLAIN.search(claim), None if _RISK.search(claim) else _ACTS.search(claim)
        cause = plain or acts
        if cause is None or _MODEST.search(claim):
            return ""
        said = frozenset(stems(_PLAIN.sub(" ", claim)))
        near = [unit for unit in evidence.units if cover(said, unit) >= (_NEAR if plain else _SAME)]
        if any(_PLAIN.search(unit) or (not plain and _ACTS.search(unit)) for unit in near):
            return ""
        together = next(filter(None, (_TOGETHER.search(unit) for unit in near)), None)
        if together:
            return f"the claim says “{cause[0]}”, its source only “{together[0]}”: that is no cause"
        if plain and near and not any(_GIVES.search(unit) for unit in evidence.units):
            return f"the claim says “{plain[0]}”, and what it cites gives no cause"
        return ""
