"""Does a stated claim drop a hedge, a condition or an alternative of its source, or take an open question for settled?
Signal.

Simple on purpose: it looks only at the sentences that the quotes lie in, and speaks only where the claim shares the
words that the hedge governs. Attribution by name ("according to the vendor") is not asked for here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text import figures
from moot.text.figure import UP_TO
from moot.text.figures import Bound, agree
from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.text.terms import stems, words
from moot.verify.comparing import alternatives, limits, pending, preliminary, softened, undecided, unsettled
from moot.verify.comparing.hedging import HEDGES
from moot.verify.comparing.language import Evidence, LanguageSignal, Seen, cover
from moot.verify.comparing.paired import MET, pair, parts

_REACH = 5
"""Content words on either side of a hedge that it is taken to govern."""
_SHARED = 2
"""So many of them must be the claim's."""
_ALL_BUT = 0.75
"""Share of the claim's stems that a sentence must hold whose bound is meant."""
_CLAUSE = 0.6
"""How well the clause of a hedge must be met in the claim."""
_COVERED = 0.4
"""Share of the claim's stems that a sentence must hold to be one that the claim renders."""

_LEAST, _FEW_WORDS = 4, 2
"""Content words of a claim that is its source's sentence but for the hedge, and but for a condition."""
# A claim keeps a hedge when it has a word of the same group, or one of these, which say as much.
_KEEPS = {
    "possibility": ("hearsay", "opinion"),
    "opinion": ("possibility", "hearsay"),
    "hearsay": ("possibility", "opinion"),
    "intention": ("possibility",),
}
_ALSO_KEEPS = {
    "possibility": lazy_re(
        r"\b(?:can|capable|potential|tends?|sometimes|often|estimat\w*|expect\w*|if|unless|depend\w*|should|would|"
        r"suggest\w*|evidence|propos\w*|hint\w*|believ\w*|thinks?|thought|maybe|uncertain|(?:un)?clear|"
        r"not sure|whether|risk\w*|chances?|hypothe\w*|indicat\w*|appear\w*|presum\w*|reckon\w*|"
        r"says?|said|according|tentative\w*|up to|options?|optional)\b",
        re.IGNORECASE,
    ),
    "opinion": lazy_re(
        r"\b(?:accord\w*|opinion|view|guess\w*|says?|said|thinks?|thought|believ\w*|suspect\w*|reckon\w*|assum\w*|"
        r"argu\w*|claim\w*|hunch|word|for \w+|explanation|would|not|no)\b",
        re.IGNORECASE,
    ),
    "hearsay": lazy_re(
        r"\b(?:accord\w*|accounts?|claim\w*|reports?|reported|says?|said|estimat\w*|states?|told|known)\b",
        re.IGNORECASE,
    ),
    "intention": lazy_re(
        r"\b(?:due|to be|expected|set to|scheduled|future|will|would|to|goals?|targets?|aim\w*|if|wants?|intend\w*|"
        r"promis\w*|pledg\w*|plan\w*|propos\w*|offer\w*|should|budget\w*|agree\w*|not)\b",
        re.IGNORECASE,
    ),
}
_WHY = lazy_re(r"\b(?:because|due to|owing to|thanks to|caused? by|as a result of)\b", re.IGNORECASE)
_MOST = lazy_re(rf"\b(?:at most|no more than|not more than|{UP_TO}|a maximum of) (?=\S*\d|[a-z]+)", re.IGNORECASE)
_ROOM = lazy_re(
    r"\b(?:(?:seat|hold|carr(?:y|ie)|take|sleep|fit|accommodate)(?:s|d|ed)?|(?:room|space) for|capacity of) up to $",
    re.IGNORECASE,
)
"""How much there is room for is told as well without "up to"."""
_LASTS = lazy_re(r"\S+ (?:second|minute|hour|day|week|month|year)s?\b", re.IGNORECASE)
"""What takes up to three weeks has no room."""
_FEW = 3
"""Content words of a claim whose figure is the most there can be."""
_THAN = lazy_re(r"\bthan (?:the |its |a )?$", re.IGNORECASE)
"""Before a figure that is a bound: "warmer than 16 degrees"."""
_PART_OF_A_NAME = lazy_re(r"\b[Mm]ay (?:\d|and\b|to\b|of\b|or\b)")


class Conditions(LanguageSignal):
    """Compares a stated claim with the sentence that it renders. Applies to stated claims with a located quote."""

    name = "conditions"
    version = "17"
    abroad = True
    nothing = "no hedge or condition was dropped"

    def seen(self, claim: str, evidence: Evidence) -> Seen:
        surely = (
            _waited_for(claim, evidence)
            or limits.narrowed(claim, evidence.units)
            or alternatives.dropped(claim, evidence.units)
            or alternatives.added(claim, evidence.units)
            or _at_most(claim, evidence.units)
        )
        differs = surely or dropped(claim, evidence.units)
        return Seen(differs, plain=bool(surely or (differs and _bare(claim, evidence.units))))


def _bare(claim: str, units: Sequence[str]) -> bool:
    """True where a sentence with a hedge or a condition has every word of the claim: nothing else was meant."""
    said = frozenset(stems(claim))
    near = [unit for unit in units if cover(said, unit) == 1]
    if len(said) >= _LEAST and near and (_hedge(claim, said, near, units) or limits.dropped(claim, said, near, units)):
        return True
    return len(said) >= _FEW_WORDS and bool(near and softened.condition(claim, near))


def _waited_for(claim: str, evidence: Evidence) -> str:
    """What nobody has granted, decided or shown yet."""
    return (
        preliminary.told(claim, evidence.units)
        or pending.told(claim, evidence.units)
        or unsettled.doubted(claim, evidence.units)
        or unsettled.unmade(claim, evidence.units)
        or unsettled.unstudied(claim, evidence.units)
        or undecided.settled(claim, evidence.units, evidence.whole)
    )


def dropped(claim: str, units: Sequence[str]) -> str:
    """In words what the claim dropped of what single sentences say; empty when nothing was seen."""
    said = frozenset(stems(claim))
    near = [unit for unit in units if cover(said, unit) >= _COVERED]
    if not said:
        return ""
    if not near:
        return softened.hedge(claim, units) or softened.condition(claim, units)
    return (
        unsettled.settled(claim, said, near)
        or _hedge(claim, said, near, units)
        or softened.condition(claim, units)
        or limits.dropped(claim, said, near, units)
        or softened.hedge(claim, units)
        or _approximation(claim, said, units)
    )


def _hedge(claim: str, said: frozenset[str], near: Sequence[str], units: Sequence[str]) -> str:
    rendered = max(near, key=lambda unit: cover(said, unit))
    for name, pattern in HEDGES.items():
        if _kept(claim, name):
            continue
        for match in pattern.finditer(rendered):
            if (
                _governs(match, rendered, said)
                and _renders(claim, rendered, match)
                and not _plain_elsewhere(said, rendered, units, pattern)
                and not softened.required(claim, rendered, match)
                and not (name == "opinion" and _only_why(claim, rendered[match.end() :]))
            ):
                return f'the source says "{match[0].lower()}", the claim drops it ({name})'
    return ""


def _only_why(claim: str, believed: str) -> bool:
    """True where what is believed is why something is so, and the claim says nothing of why."""
    return bool(_WHY.search(believed)) and not _WHY.search(claim)


def _renders(claim: str, unit: str, hedge: re.Match[str]) -> bool:
    """True when the clause that the hedge stands in is the claim's, and so is the word that it is said of."""
    both = pair(claim, unit)
    clause = next((span for _, span in parts(unit) if span.start <= hedge.start() < span.end), Span(0, len(unit)))
    after = [span for span in both.unit.spans if span.start >= hedge.end() and span.within(clause)][:1]
    hedged = frozenset(words(hedge[0]))
    return both.of_unit(clause, lambda word: word not in hedged) >= _CLAUSE and all(
        both.of_unit(span) >= MET for span in after
    )


def _kept(claim: str, name: str) -> bool:
    return any(HEDGES[each].search(claim) for each in (name, *_KEEPS[name])) or bool(_ALSO_KEEPS[name].search(claim))


def _governs(match: re.Match[str], text: str, said: frozenset[str]) -> bool:
    """True when enough of the words around the hedge, in its own clause, are the claim's."""
    if _PART_OF_A_NAME.match(text, match.start()):
        return False
    before = re.split(r"[;:()]", text[: match.start()])[-1]
    after = re.split(r"[;:()]", text[match.end() :])[0]
    near = stems(before)[-_REACH:] + stems(after)[:_REACH]
    following = stems(after)[:_REACH]
    return len({stem for stem in near if stem in said}) >= _SHARED and any(stem in said for stem in following or near)


def _plain_elsewhere(said: frozenset[str], rendered: str, units: Sequence[str], hedge: re.Pattern[str]) -> bool:
    """True when another sentence of the evidence says as much without the hedge."""
    need = cover(said, rendered)
    return any(unit != rendered and cover(said, unit) >= need and not hedge.search(unit) for unit in units)


def _at_most(claim: str, units: Sequence[str]) -> str:
    """A figure that is the most there can be, told as what there is, in a claim that is its source's sentence else."""
    said = frozenset(stems(claim))
    for unit in units if len(said) >= _FEW else ():
        for match in _MOST.finditer(unit) if cover(said, unit) == 1 else ():
            if _has_room(unit, match.end()):
                continue
            most = [each for each in figures.find(unit) if each.start == match.end()]
            like = [each for other in units for each in figures.find(other) if most and agree(each, most[0])]
            same = [each for each in figures.find(claim) if most and agree(each, most[0])]
            exact = any(each.bound is Bound.NONE for each in like)
            if same and not exact and all(each.bound is Bound.NONE for each in same):
                return f'the source says "{match[0].strip().lower()}", the claim drops it (condition)'
    return ""


def _has_room(unit: str, start: int) -> bool:
    """True where the figure that begins there is how much there is room for: "seats up to 20,000"."""
    return bool(_ROOM.search(unit, 0, start)) and not _LASTS.match(unit, start)


def _approximation(claim: str, said: frozenset[str], units: Sequence[str]) -> str:
    """A bound ("over", "up to") is often one of the source's own rules, and "about" is often left out where little
    hangs on it: they count only where nearly all is the same.
    """
    there = [
        (cover(said, unit), figure)
        for unit in units
        for figure in figures.find(unit)
        if not _has_room(unit, figure.start)
    ]
    claimed = figures.find(claim)
    kept = {figure.bound for figure in claimed}  # "within 30 days, or 14 of credit" may say it of both
    for figure in claimed:
        same = [(near, other) for near, other in there if other.unit == figure.unit and other.value == figure.value]
        loose = [other for near, other in same if other.approx and agree(figure, other) and near >= _ALL_BUT]
        if _THAN.search(claim, 0, figure.start):
            continue
        if figure.bound is Bound.NONE and loose and len(loose) == len(same) and loose[0].bound not in kept:
            word = loose[0].bound.value
            return f'the source gives {" ".join(loose[0].raw.split())} as "{word}" so much, the claim as exact'
    return ""
