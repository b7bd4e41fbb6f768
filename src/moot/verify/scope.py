"""Does the claim say of all what its source says of some, or of everywhere what was seen at one place? Signal.

Fails where the claim generalises ("all", "every", "across", "always", "in general") and every quoted sentence that says
the same limits it ("some", "most", "one of", "in the pilot", "did not differ in the others") and none says "all".
"""

from __future__ import annotations

import re

from moot.text.terms import stems
from moot.verify.language import Evidence, LanguageSignal, cover

_ALL = re.compile(
    r"\b(?:all(?! it takes)(?! but)(?! the same)|every(?:one|body|where|thing)?|always|across|any(?:one|where|body)?|"
    r"throughout|worldwide|universal(?:ly)?|entire(?:ly)?|whole|none|no one|nobody|never|whatever|whichever|"
    r"wherever|whenever|"
    r"in general|generally|as a rule|nationwide|around the world|without exception|invariably)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:some|many|several|most|a few|few|certain|part of|one of|two of|three of|half of|a (?:minority|"
    r"majority)|mostly|"
    r"often|sometimes|usually|in (?:some|most|many) cases|in the pilot|in (?:mice|rats|vitro|animals)|single|sample|"
    r"self-selected|respondents|those who|only|except|apart from|other than|at least in|in one|not (?:all|every|in)|"
    r"one (?:region|site|town|species|farm|village|country|school|hospital|district)|partly|rarely|"
    r"(?:were|was) not (?:examined|tested|studied|included)|(?:have|has) not been established|not differ|remaining)\b",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"\b(?:all|every\w*|each|always|any\w*|across|throughout|both|whole|entire\w*|full\w*|none|no|never|nobody|nothing|"
    r"general\w*|national\w*|countrywide|worldwide|total\w*|without exception|(?:100|hundred) ?(?:%|per ?cent)|"
    r"neither|typical\w*)\b",
    re.IGNORECASE,
)
_MODEST = re.compile(
    r"\b(?:some|most|many|several|only|except|apart from|not|in (?:one|the) (?:pilot|sample)|may|might|could|than|"
    r"at all|after all|of all|above all)\b",
    re.IGNORECASE,
)
_SAME = 0.35
"""Share of the claim's words that a sentence holds which says the same."""


class Scope(LanguageSignal):
    """What holds of some is not said of all."""

    name = "scope"
    version = "1"
    nothing = "nothing that holds of some is said of all"

    def difference(self, claim: str, evidence: Evidence) -> str:
        broad = _ALL.search(claim)
        if broad is None or _MODEST.search(claim):
            return ""
        said = frozenset(stems(_ALL.sub(" ", claim)))
        near = [unit for unit in evidence.units if cover(said, unit) >= _SAME]
        limits = [_SOME.search(unit) for unit in near]
        limit = next(filter(None, limits), None)
        if limit is None or any(_ANY.search(unit) for unit in near):
            return ""
        return f"the claim says “{broad[0].lower()}”, its source “{limit[0].lower()}”"
