"""A difference that the source denies: "there was no difference in yield", and the claim says that yield differed, or
that the one had more than the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text import figures
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.comparing.language import cover
from moot.verify.comparing.paired import LONGEST
from moot.verify.reckoning.ordering.superlatives import NOT_PLAIN

_NONE = lazy_re(
    r"\b(?:no|without|hardly any) (?:\w+ ){0,3}?differences?\b(?! that)|\bdid(?: not|n[’']t) (?:\w+ ){0,2}?differ\b|"
    r"\b(?:do|does)(?: not|n[’']t) (?:\w+ ){0,2}?differ\b|\bmade no difference\b|"
    r"\b(?:was|were|is|are) (?:no|not|n[’']t) (?:\w+ ){0,2}?different\b|"
    r"\bequally (?:well|often|high|low|fast|good|many|likely)\b",
    re.IGNORECASE,
)
_THAN = lazy_re(r"\b(?P<word>more|less|fewer|better|worse|\w{3,}er)\b[^.;]{0,60}?\bthan\b", re.IGNORECASE)
_DIFFERS = lazy_re(r"\b(?P<word>differ(?:s|ed)?|differences?|different)\b", re.IGNORECASE)
_MODEST = lazy_re(
    r"\b(?:slight(?:ly)?|insignificant\w*|apparent\w*|seem\w*|small|may|might|could|whether|expected|hoped|"
    r"tend\w*|similar\w*|same|equal\w*)\b",
    re.IGNORECASE,
)
_SAME, _TIE = 0.6, 0.15
"""Share of the claim's other words that the denial must hold; a sentence that holds so much less may say it as well."""
_LEAST = 2


def told(claim: str, units: Sequence[str]) -> str:
    """In words what is denied; empty when nothing was seen."""
    match = _THAN.search(claim[:LONGEST]) or _DIFFERS.search(claim[:LONGEST])
    if match is None or NOT_PLAIN.search(claim) or _MODEST.search(claim):
        return ""
    said = frozenset(stems(claim)) - frozenset(stems(f"{match['word']} differ difference"))
    if len(said) < _LEAST:
        return ""
    denied = [(unit, found) for unit in units if (found := _denied(unit[:LONGEST])) and cover(said, unit) >= _SAME]
    if not denied:
        return ""
    best, words = max(((cover(said, unit), found) for unit, found in denied), key=lambda each: each[0])
    known = {unit for unit, _ in denied}
    if any(unit not in known and cover(said, unit) >= best - _TIE for unit in units):
        return ""
    return f"the claim says “{match['word']}”, its source “{words}”"


def _denied(unit: str) -> str:
    """The words that deny a difference, in a sentence that tells of none beside: of no second thing, by no figures."""
    found = _NONE.search(unit)
    if found is None or sum(each.counts for each in figures.find(unit)) > 1:
        return ""
    rest = f"{unit[: found.start()]} {unit[found.end() :]}"
    return "" if _THAN.search(rest) or _DIFFERS.search(rest) else found[0]
