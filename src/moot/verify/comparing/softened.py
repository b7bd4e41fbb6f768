"""A clause that the source softens (perhaps, is expected) and the claim states plainly, in any words.

The clause is found by `paired`: nearly all of its words are met in the claim, and the claim in its sentence. What the
claim itself may hedge with is told broadly: better silent than wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text import figures
from moot.text.figures import FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.verify.comparing.paired import Paired, pair, parts

_HEDGE = lazy_re(
    r"\b(?:(?<!whether they )(?<!whether we )(?<!whether one )(?-i:may)(?! not be)|might|"
    r"could(?! not)(?=(?:\W+\w+){2})|"
    r"possibly|perhaps|(?<!more )(?<!less )(?<!as )likely|probably|presumably|potentially|appear(?:s|ed)? (?:to|\w+er)|"
    r"apparently|seem(?:s|ed)?|suggest(?:s|ed|ing|ive)?|indicat(?:es?|ed) that|(?:is|are|was|were) thought|preliminary|"
    r"provisional(?:ly)?|suspect(?:s|ed)?|(?:my|our|a|his|her) guess|reckons?|believed|believes|"
    r"(?:is|are|was|were) assumed|hunch|hypothesi[sz]\w*|reportedly|allegedly|alleged|purportedly|"
    r"rumou?red|unconfirmed|"
    r"said to|some say|reported to|committed to|pledged?|plan(?:s|ned)? to|(?<!than )(?<!as )planned|intend(?:s|"
    r"ed)? to|promised|proposed|"
    r"hopes? to|(?:is|are|was|were) expected|expects? (?:to|them|it|that)|due to (?:be|begin|start|"
    r"open)|on the roadmap|"
    r"a hint|still pending|disputed|unclear|awaited|as it seems|(?:is|was|were|are) possible)\b",
    re.IGNORECASE,
)
_HEDGED = lazy_re(
    r"\b(?:may|might|could|possibl\w+|perhaps|likely|unlikely|probabl\w+|presum\w+|potential\w*|appear\w*|apparent\w*|"
    r"seem\w*|suggest\w*|indicat\w*|thought|thinks?|prelim\w*|provisional\w*|suspect\w*|guess\w*|"
    r"reckon\w*|belie[fv]\w*|"
    r"assum\w*|hunch|hypothe\w*|report(?:ed)?(?:ly)?|alleg\w*|rumou?r\w*|unconfirmed|said|says?|account\w*|"
    r"commit(?:ted|ment|ments|s)?|pledg\w*|plan(?:s|ned|ning)?|inten[dt]\w*|aim(?:s|ed)?|promis\w*|propos\w*|"
    r"hop(?:es?|ed|ing)|expect\w*|due to|should|would|wants?|estimat\w*|hint\w*|pending|draft|"
    r"disput\w*|unclear|whether|"
    r"not|no|nobody|uncertain\w*|evidence|chances?|tend\w*|claim(?:s|ed)?|opinion|view|word|going by|signs?|doubt\w*|"
    r"maybe|according|argu\w*|tells?|told|feels?|felt|sense|idea|explanation|candidate|judg(?:es?|ed)|looks?|"
    r"forecast\w*|predict\w*|foresee\w*|targets?|goals?|set to|scheduled|offer(?:s|ed)?|agreed|seeks?|unproven|unsure|"
    r"conjectur\w*|theor\w*|speculat\w*|question|fear\w*|warn\w*|tentative\w*|supposed\w*|up to)\b|n[’']t\b",
    re.IGNORECASE,
)
_ABOUT, _CLAUSE = 0.4, 0.65
"""How well must be met the claim in the sentence, and the softened clause in the claim."""
_LEAST = 3
"""Content words of a softened clause."""


def hedge(claim: str, units: Sequence[str]) -> str:
    """In words which hedge was dropped; empty when nothing was seen."""
    if _HEDGED.search(claim):
        return ""
    for unit in units:
        for clause, span in parts(unit) if _HEDGE.search(unit) and _has_figures(claim, unit) else ():
            match = _HEDGE.search(clause.text)
            if match is None:
                continue
            both, own = pair(claim, unit), frozenset(match[0].lower().split())
            inside = [each for each in both.unit.spans if each.within(span)]
            words = [each for each in inside if each.of(unit).lower() not in own]
            if _rendered(both, words) and not _plain(claim, unit, units):
                return f'the source says "{match[0].lower()}", the claim drops it'
    return ""


def _has_figures(claim: str, unit: str) -> bool:
    """True when the unit has a quantity of the claim, if it has any: else the claim renders another sentence."""
    said = [each for each in figures.find(claim) if each.kind is not FigureKind.DATE]
    there = figures.find(unit) if said else ()
    return not said or any(agree(one, other) for one in said for other in there)


def _rendered(both: Paired, words: Sequence[Span]) -> bool:
    return len(words) >= _LEAST and both.of_claim() >= _ABOUT and sum(map(both.of_unit, words)) >= _CLAUSE * len(words)


def _plain(claim: str, unit: str, units: Sequence[str]) -> bool:
    """True when another sentence says as much of the claim without it."""
    about = pair(claim, unit).of_claim()
    return any(each != unit and not _HEDGE.search(each) and pair(claim, each).of_claim() >= about for each in units)
