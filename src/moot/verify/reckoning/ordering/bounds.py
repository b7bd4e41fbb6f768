"""Does the evidence keep the bound that a claim sets? "More than 60 million" of 48.3 million; "over" for "nearly".

We speak where one figure of the evidence measures what the claim bounds, in a sentence that says enough of the claim.
What the evidence itself only bounds may lie anywhere beyond it, and a rule for some is another one for the others
("under 18" for "18 and over"): of these only a sentence that else says the same turns the bound round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moot.text import figures, sentences
from moot.text.figures import Bound, Figure
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stems, words
from moot.verify.comparing.language import cover
from moot.verify.comparing.opposites import NOT
from moot.verify.comparing.paired import LONGEST
from moot.verify.reckoning.given.dated import year_of, year_said
from moot.verify.reckoning.given.held import bound
from moot.verify.reckoning.ordering.superlatives import Verdict

_OPPOSITE = {Bound.OVER: Bound.UNDER, Bound.UNDER: Bound.OVER}
_SET = 30
"""Characters before a figure in which its bound stands."""
_LOOSE = lazy_re(
    r"\b(?:close to|short of|shy of|within|getting on for|close on|nigh on|barely|practically|virtually|all but|"
    r"approaching|past|beyond|a (?:good|full))[\s\xa0*_]*$",
    re.IGNORECASE,
)
"""Said of what lies near, on either side."""
_PART = lazy_re(
    r"[\s\xa0]+(?:[^\W\d_]+[\s\xa0]+)?of\b|[\s\xa0]+(?:more|less|fewer|higher|lower|longer|shorter)\b", re.I
)
"""After a part of something, or a difference."""
_MADE = lazy_re(
    r"\b(?:together|altogether|combined|in all|totals?|on average|average|each|per|apiece|every|sum)\b", re.IGNORECASE
)
"""Then a figure may be made of several."""
_SOME = lazy_re(
    r"\b(?:some|several|many|few|most|certain|can|may|might|could|sometimes|up to|as (?:many|much|long|high) as|"
    r"peak\w*|maxim\w*|minim\w*|highest|lowest|at times|depending)\b",
    re.IGNORECASE,
)
"""Of these it is enough that a part of a range lies within the bound."""
_SPARED = lazy_re(
    r"\b(?:not|never|no|n[’']t|cannot|unless|except\w*|exempt\w*|only|free|without|ban\w*|prohibit\w*|forbid\w*|"
    r"refus\w*|barred|limit\w*|threshold)\b",
    re.IGNORECASE,
)
"""In a sentence that says whom a rule spares."""
_DENIED = lazy_re(
    r"\b(?:(?:no|not|never|cannot)|\w{2,6}n[’']t)\s(?:\w+\s)?(?:\w+ than|over|above|under|below|exceed\w*)\b|"
    r"\blimited to\b",
    re.IGNORECASE,
)
"""Words of a bound that spare nobody."""
_NO_MORE = lazy_re(r"\b(?:no|not) (?:more|less|\w{2,12}er) than\b", re.IGNORECASE)
"""A bound, that denies nothing."""
_EXISTS = frozenset(
    stems(" ".join(sorted(lexicon("made service operation use used exist exists existing running total"))))
)
"""What may be said of all that is counted."""
_BOUNDING = frozenset(
    stems(
        "least most more less fewer over under nearly almost above below exceed exceeds exceeding exceeded than up "
        "minimum maximum limited capped higher lower longer shorter larger smaller wider narrower taller deeper "
        "heavier older younger high low long short large small wide narrow tall deep heavy old young allowed must shall"
    )
)
_HALF, _SAME = 0.5, 0.8
"""Shares of the claim's other words that a sentence must hold: to give the figure, and to say the same but for it."""


def judged(claim: str, units: Sequence[str], whole: str = "") -> Verdict | None:
    """How the evidence breaks a bound of the claim, or that it keeps the only figure of a claim that it else says.

    `whole`: what the units stand in.
    """
    if len(claim) > LONGEST or NOT & set(words(_NO_MORE.sub(" ", claim))):
        return None
    texts = [unit[:LONGEST] for unit in units]
    found = figures.find(claim)
    bounding = [each for each in found if _bounds(claim, each)]
    broken = (_turned(claim, each, texts) or _unmet(claim, each, texts, whole) for each in bounding)
    differs = next(filter(None, broken), "")
    if differs:
        return Verdict(False, differs)
    alone = len(bounding) == 1 and not any(each.counts for each in found if each not in bounding)
    kept = _kept(claim, bounding[0], texts) if alone else ""
    return Verdict(True, kept) if kept else None


def _bounds(text: str, figure: Figure) -> bool:
    """Whether the figure is the end of what is meant."""
    hard = figure.bound in _OPPOSITE and not _LOOSE.search(text, max(0, figure.start - _SET), figure.start)
    return hard and figure.high is None and figure.counts and not figure.is_fraction


def _turned(claim: str, ours: Figure, units: Sequence[str]) -> str:
    about = _about(claim, ours)
    said = [(unit, each) for unit in units for each in figures.find(unit) if _bounds(unit, each) and _equal(ours, each)]
    if not about or _spares(claim) or any(each.bound is ours.bound for _, each in said):
        return ""
    for unit, theirs in said:
        if cover(about, unit) >= _SAME and not _spares(unit):
            return f"the claim says “{_shown(claim, ours)}”, its source “{_shown(unit, theirs)}”"
    return ""


def _spares(text: str) -> bool:
    return bool(_SPARED.search(_DENIED.sub(" ", text)))


def _unmet(claim: str, ours: Figure, units: Sequence[str], whole: str) -> str:
    if _MADE.search(claim):
        return ""
    part = _PART.match(claim, ours.end)
    found = ((unit, each) for unit in units for each in _measuring(claim, ours, unit))
    given = [each for unit, each in found if not part or (each.high is not None and _PART.match(unit, each.end))]
    some = bool(_SOME.search(claim))
    if not given or any(_keeps(ours, each, some=some) for each in given):
        return ""
    total = sum(each.value for each in given)
    if ours.bound is Bound.OVER and len({each.value for each in given}) > 1 and total > ours.value:
        return ""
    if ours.bound is Bound.OVER and _may_reach(claim, ours, [*units, *_next(units, whole)]):
        return ""
    return f"the claim says “{_shown(claim, ours)}”, its source has {given[0].line}"


def _may_reach(claim: str, ours: Figure, units: Sequence[str]) -> bool:
    """Whether a later count may be what the claim bounds, or several counts together: "25 by noon … 43 by night"."""
    year = year_said(claim)
    most: list[Figure] = []
    for unit in dict.fromkeys(units):
        like = [each for each in figures.find(unit) if each.counts and (each.kind, each.unit) == (ours.kind, ours.unit)]
        like = [each for each in like if not each.is_fraction and (not year or year_of(unit, each) in ("", year))]
        if any(_keeps(ours, each, some=bool(_SOME.search(claim))) for each in like):
            return True
        most += [max(like, key=lambda each: each.value)] if like else []
    return len({each.value for each in most}) > 1 and sum(each.value for each in most) >= ours.value


def _next(units: Sequence[str], whole: str) -> Iterator[str]:
    """The sentence behind each."""
    for unit in units:
        _, _, rest = whole.partition(unit)
        rest = rest[:LONGEST].strip()
        yield from (span.of(rest) for span in sentences.split(rest)[:1])


def _kept(claim: str, ours: Figure, units: Sequence[str]) -> str:
    about = _about(claim, ours)
    for unit in units if ours.noun and not _MADE.search(claim) and not _PART.match(claim, ours.end) else ():
        counted = [each for each in figures.find(unit) if each.counts and each.noun == ours.noun]
        plain = len(counted) == 1 and counted[0].bound is Bound.NONE and counted[0].high is None
        if plain and cover(about, unit) >= _SAME and not _spares(unit) and _keeps(ours, counted[0]):
            return f"{counted[0].line} is “{_shown(claim, ours)}”"
    return ""


def _about(claim: str, ours: Figure) -> frozenset[str]:
    """What the claim says beside the figure and its bound."""
    return frozenset(stems(claim)) - _BOUNDING - frozenset(stems(ours.raw))


def _measuring(claim: str, ours: Figure, unit: str) -> Iterator[Figure]:
    """The figures of a sentence that may be what the claim bounds; all that keep the bound, where words of the claim
    stand beside them.
    """
    said = _about(claim, ours) - frozenset(stems(ours.counted))
    said = frozenset(each for each in said if not each.isdecimal())
    there = frozenset(stems(unit))
    enough = len(said & there) >= _HALF * len(said) if said - _EXISTS else bool(ours.noun)
    year = year_said(claim)
    for each, clause in bound(unit) if enough else ():
        if not each.counts or each.kind is not ours.kind or each.unit != ours.unit or each.is_fraction:
            continue
        named = each.noun == ours.noun if ours.noun and not ours.unit else not each.noun or each.noun == ours.noun
        of_year = not year or year_of(unit, each) in ("", year)
        if (named and of_year) or (_keeps(ours, each, some=True) and said & frozenset(stems(clause))):
            yield each


def _keeps(ours: Figure, theirs: Figure, *, some: bool = False) -> bool:
    """Whether the figure of the evidence may lie where the claim says, all of it or `some` of what a range spans."""
    ends = [end.value for end in theirs.ends]
    slack = theirs.coarse if theirs.bound is Bound.ABOUT else max(ours.step, theirs.step) / 2
    if ours.bound is Bound.OVER:
        return theirs.bound is Bound.OVER or (max if some else min)(ends) + slack >= ours.value
    return theirs.bound is Bound.UNDER or (min if some else max)(ends) - slack <= ours.value


def _equal(one: Figure, other: Figure) -> bool:
    return one.kind is other.kind and one.unit == other.unit and one.value == other.value


def _shown(text: str, figure: Figure) -> str:
    """The figure with the words of its bound."""
    before = text[max(0, figure.start - _SET) : figure.start].split()
    return " ".join([*before[-2:], figure.line])
