"""Does the claim state as a fact what its source only reports as somebody's word? Signal.

Fails where every quoted sentence that says what the claim says gives it as the word of somebody with a stake or a view
("the company says", "according to critics", "claims"), and the claim names nobody who says so.
"""

from __future__ import annotations

import re

from moot.text.terms import stems
from moot.verify.language import Evidence, LanguageSignal, cover

_VERB = (
    r"(?:says?|said|claim(?:s|ed)?|argue[sd]?|insist(?:s|ed)?|maintain(?:s|ed)?|contend(?:s|ed)?|allege[sd]?|boast(?:s|ed)?|"
    r"complain(?:s|ed)?|believe[sd]?|assert(?:s|ed)?|warn(?:s|ed)?)"
)
_WHO = (
    r"(?:company|firm|vendor|makers?|manufacturer|seller|owners?|developers?|producers?|operator|supplier|sponsor|critics?|"
    r"opponents?|supporters?|campaigners?|activists?|lobby|union|residents?|neighbours?|tenants?|drivers?|fans?|users?|"
    r"reviewers?|customers?|spokes(?:man|woman|person)|advocates?|prosecutors?|defence|plaintiffs?|party|rivals?|"
    r"brochure|advert\w*|press release|some|many|others)"
)
_ARTICLE = r"(?:the |its |his |her |their |several |some |a )?"
_TOLD = re.compile(
    rf"\b{_ARTICLE}{_WHO} (?:\w+ly )?{_VERB}\b|\baccording to {_ARTICLE}{_WHO}\b|\b{_VERB} {_ARTICLE}{_WHO}\b"
    r"|\bin (?:his|her|their|its) (?:view|opinion|words|experience)\b",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    rf"\b(?:{_VERB}|according|told|tells?|reckons?|thinks?|thought|view|opinion|reports?|reported|reportedly|estimates?|"
    r"estimated|hopes?|expects?|expected|suggest(?:s|ed)?|found|finds?|puts?|described?|describes|call(?:s|ed)?|writes?|wrote|"
    r"may|might|could|perhaps|allegedly|apparently|word|words|answer\w*|explain\w*|blam\w+|attribut\w+|credit\w*|"
    r"promis\w+|accus\w+|den(?:y|ies|ied)|recommend\w*|complain\w*|critic\w*|rate[sd]?|feels?|felt|judg\w+|consider\w*)\b|[“\"]",
    re.IGNORECASE,
)
_SAME = 0.5
"""Share of the claim's words that a sentence holds which says the same."""


class Attribution(LanguageSignal):
    """What is somebody's word in the source is somebody's word in the claim."""

    name = "attribution"
    version = "1"
    nothing = "nothing that is somebody's word is stated as a fact"

    def difference(self, claim: str, evidence: Evidence) -> str:
        said = frozenset(stems(claim))
        if not said or _ATTRIBUTED.search(claim):
            return ""
        near = [unit for unit in evidence.units if cover(said, unit) >= _SAME]
        told = [_TOLD.search(unit) for unit in near]
        if near and all(told) and told[0]:
            return f"the source gives it as somebody's word (“{told[0][0]}”), the claim as a fact"
        return ""
