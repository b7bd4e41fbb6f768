"""A clause that the source softens (perhaps, is expected, if funds allow) and the claim states plainly, in any words.

The clause is found by `paired`: nearly all of its words are met in the claim, and the claim in its sentence. What the
claim itself may hedge or condition with is told broadly: better silent than wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text import figures
from moot.text.figures import FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.verify.comparing.hedging import CONDITION, HEDGE, KEEPS_CONDITION
from moot.verify.comparing.paired import LONGEST, Paired, pair, parts
from moot.verify.wording import shorten

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
    r"conjectur\w*|theor\w*|speculat\w*|question|fear\w*|warn\w*|tentative\w*|supposed\w*|up to|"
    r"options?|optional|can|put forward|rather than|instead of)\b|n[’']t\b",
    re.IGNORECASE,
)
_PERMITTING = lazy_re(
    r"(?<![\w’'-])[\w’'-]{1,40}(?: [\w’'-]{1,40})? (?:permitting|allowing)\b(?=\W*(?:$|[.;,)]))", re.IGNORECASE
)
_CONDITIONED = lazy_re(
    rf"\b(?:{KEEPS_CONDITION}|cases|whether|about|plan(?:s|ned)?|proposed|hop\w+|intend\w*|not|no|never|those|whoever|anyone|"
    r"pending|approv\w+)\b|n[’']t\b",
    re.IGNORECASE,
)
_LEAVE = lazy_re(r"(?:may|might|could)\b.*\b(?:if|provided|once|only|as long as)\b", re.IGNORECASE)
_REQUIRED = lazy_re(r"\b(?:must|ha[sd] to|have to|need(?:s|ed)?|requir\w*|condition\w*)\b", re.IGNORECASE)
_ENDS = lazy_re(
    r"[;()\n–—|]|\.\s|\*\*|\b(?:says?|said|confirm\w*|explain\w*|add(?:s|ed)|told \w+|states?|stated) that\b"
)
_ABOUT, _HEDGED_CLAUSE, _CONDITIONED_CLAUSE, _STRANGE = 0.4, 0.65, 0.6, 0.6
"""How well must be met the claim in the sentence, and the softened clause in the claim; a condition so met is kept."""
_ENDING = " \t.,;:!?\"'“”‘’"
_LEAST, _FEW, _WHOLE = 3, 2, 0.99
"""Content words of a softened clause; of one on a condition, in a sentence that has (nearly) all of the claim."""


def hedge(claim: str, units: Sequence[str]) -> str:
    """In words which hedge was dropped; empty when nothing was seen."""
    if _HEDGED.search(claim):
        return ""
    for unit in units:
        for clause, span in parts(unit) if HEDGE.search(unit) and _has_figures(claim, unit) else ():
            match = HEDGE.search(clause.text)
            if match is None or required(claim, clause.text, match):
                continue
            both, own = pair(claim, unit), frozenset(match[0].lower().split())
            inside = [each for each in both.unit.spans if each.within(span)]
            words = [each for each in inside if each.of(unit).lower() not in own]
            if _rendered(both, words, _HEDGED_CLAUSE) and not _plain(claim, unit, units, HEDGE):
                return f'the source says "{match[0].lower()}", the claim drops it'
    return ""


def required(claim: str, unit: str, hedge: re.Match[str]) -> bool:
    """True where the hedge gives leave on a condition, and the claim tells what has to be: "may apply if …"."""
    return bool(_LEAVE.match(unit, hedge.start()) and _REQUIRED.search(claim))


def _has_figures(claim: str, unit: str) -> bool:
    """True when the unit has a quantity of the claim, if it has any: else the claim renders another sentence."""
    said = [each for each in figures.find(claim) if each.kind is not FigureKind.DATE]
    there = figures.find(unit) if said else ()
    return not said or any(agree(one, other) for one in said for other in there)


def condition(claim: str, units: Sequence[str]) -> str:
    """In words which condition was dropped; empty when nothing was seen."""
    kept = {match[0].lower() for match in _CONDITIONED.finditer(claim)}
    for unit in units:
        for words, stated in _conditions(unit[:LONGEST]):
            # "May now run", where the source says "may run … but only those with": that may is no condition.
            if kept - set((unit[stated.start : words.start] + unit[words.end : stated.end]).lower().split()):
                continue
            both = pair(claim, unit)
            inside = [each for each in both.unit.spans if each.within(stated)]
            told = [each for each in inside if each.within(words)]
            rest = [each for each in inside if not each.touches(words)]
            fewest = _LEAST if both.of_claim() < _WHOLE else _FEW
            if not told or _mean(both, told) > _STRANGE or not _rendered(both, rest, _CONDITIONED_CLAUSE, fewest):
                continue
            if not _plain(claim, unit, units, CONDITION):
                said = shorten(words.of(unit).rstrip(_ENDING), 40)
                return f'the source says "{said}", the claim drops it (condition)'
    return ""


def _conditions(unit: str) -> list[tuple[Span, Span]]:
    """Each condition with the statement that it is part of."""
    found: list[tuple[Span, Span]] = []
    for match in CONDITION.finditer(unit):
        stated = _statement(unit, match.start(), match.end())
        comma = re.search(r",(?!\d)", unit[match.end() : stated.end])
        end = match.end() + comma.start() if comma else stated.end
        if comma or unit[stated.start : match.start()].strip():
            found.append((Span(match.start(), end), stated))
    for match in _PERMITTING.finditer(unit):
        found.append((Span(*match.span()), _statement(unit, match.start(), match.end())))
    return found


def _statement(unit: str, start: int, end: int) -> Span:
    """What stands between the ends of a sentence or bracket around a place."""
    before = [match.end() for match in _ENDS.finditer(unit, 0, start)]
    after = _ENDS.search(unit, end)
    return Span(before[-1] if before else 0, after.start() if after else len(unit))


def _rendered(both: Paired, words: Sequence[Span], least: float, fewest: int = _LEAST) -> bool:
    return len(words) >= fewest and both.of_claim() >= _ABOUT and _mean(both, words) >= least


def _mean(both: Paired, words: Sequence[Span]) -> float:
    return sum(map(both.of_unit, words)) / len(words)


def _plain(claim: str, unit: str, units: Sequence[str], soft: re.Pattern[str]) -> bool:
    """True when another sentence says as much of the claim without it."""
    about = pair(claim, unit).of_claim()
    return any(each != unit and not soft.search(each) and pair(claim, each).of_claim() >= about for each in units)
