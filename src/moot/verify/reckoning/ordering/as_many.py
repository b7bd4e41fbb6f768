"""Twice as many, half as likely, half as much again: how many times one thing of a sentence is another.

Read where a sentence gives each of the two one figure, measured alike, in a clause that names it and not the other:
"line A carried 12,000 riders in March, line B 6,000". That the lesser is told as so many times the greater is refuted,
and so is another multiple, where that sentence holds all that the claim says and no other bears the claim out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.comparing.paired import LONGEST
from moot.verify.comparing.told_apart import joined
from moot.verify.reckoning.given.held import bound
from moot.verify.reckoning.ordering.superlatives import NOT_PLAIN, Verdict

_TIMES = {
    "half": Decimal("0.5"),
    "twice": Decimal(2),
    "double": Decimal(2),
    "two": Decimal(2),
    "thrice": Decimal(3),
    "three": Decimal(3),
    "four": Decimal(4),
    "five": Decimal(5),
    "six": Decimal(6),
    "eight": Decimal(8),
    "ten": Decimal(10),
}
_AGAIN = Decimal("1.5")
"""Half as much again."""
_SAID = lazy_re(
    r"^(?P<left>.{2,}?)"
    r"(?P<mod>\b(?:more than|over|at least|nearly|almost|less than|about|around|roughly|some)[\s\xa0])?"
    r"\b(?:(?P<word>half|twice|double|thrice)|(?P<number>two|three|four|five|six|eight|ten|\d+(?:\.\d+)?)[\s\xa0]times)"
    r"[\s\xa0](?:as[\s\xa0])?(?P<what>(?:many|much|likely|often|high|large|big|long|fast|heavy|far|old|"
    r"expensive|common)\b[^,;.]{0,60}?)(?P<again>[\s\xa0]again)?[^,;.]{0,40}?[\s\xa0](?:as|than)[\s\xa0](?P<right>[^,;]{2,80})",
    re.IGNORECASE,
)
_PACE = frozenset(("fast", "often"))
"""What is the less, the longer a thing takes; told of nothing but a speed or a count."""
_SMALL = 1000
"""A bare figure below it is of as many thousands or millions as the other, "1.2 million and 3"."""
_EVEN, _LOW, _HIGH = (Decimal("0.93"), Decimal("1.08")), Decimal("0.85"), Decimal("1.2")
"""Of what it should be, between the first two it is so; below and above the others it is not."""


def judged(claim: str, units: Sequence[str]) -> Verdict | None:
    """Whether a sentence bears out the multiple that the claim tells of two things; None where none tells."""
    claim = joined(claim[:LONGEST])
    match = _SAID.search(claim)
    if match is None or NOT_PLAIN.search(claim):
        return None
    left, right = frozenset(stems(match["left"])), frozenset(stems(match["right"]))
    times, wrong = _times(match), None
    if not times:
        return None
    others = _beside(claim, match)
    for unit in units:
        for ours, theirs in _sides(joined(unit[:LONGEST]), left - right, right - left):
            one, other = _measured(ours, theirs), _measured(theirs, ours)
            if one <= 0 or other <= 0 or (_PACE & {match["what"].split()[0].lower()} and not _has_pace(ours, theirs)):
                continue
            share = one / other / times
            told = f"{ours.line} against {theirs.line}"
            if _EVEN[0] <= share <= _EVEN[1]:
                return Verdict(True, told)
            if not match["mod"] and not _LOW <= share <= _HIGH and others <= frozenset(stems(joined(unit[:LONGEST]))):
                said = " ".join(
                    part for part in (match["word"] or f"{match['number']} times", "as", match["what"]) if part
                )
                wrong = wrong or Verdict(False, f"the claim says “{said}{match['again'] or ''}”, its source {told}")
    return wrong


def _beside(claim: str, match: re.Match[str]) -> frozenset[str]:
    """The words of the claim but for those of the multiple."""
    end = match.start("what") + len(match["what"].split()[0])
    return frozenset(stems(f"{match['left']} {claim[end:]}")) - frozenset(stems("again"))


def _measured(figure: Figure, other: Figure) -> Decimal:
    """The value; of a bare one in the measure of the other: "20 minutes, the tram 40"."""
    bare = not figure.unit and figure.scale == 1
    return figure.value * other.scale if bare and (other.unit or figure.value < _SMALL) else figure.value


def _has_pace(one: Figure, other: Figure) -> bool:
    """Whether they are measured as a speed, or counted."""
    units = [each.unit for each in (one, other) if each.unit]
    return all("/" in each for each in units) and bool(units or one.noun or other.noun)


def _times(match: re.Match[str]) -> Decimal:
    said = (match["word"] or match["number"]).lower()
    times = _TIMES[said] if said in _TIMES else Decimal(said)
    return _AGAIN if match["again"] and said == "half" else times


def _sides(unit: str, left: frozenset[str], right: frozenset[str]) -> Iterator[tuple[Figure, Figure]]:
    """The one figure of each of the two things, of one measure; a bare number is measured as the other."""
    found = [(figure, frozenset(stems(clause))) for figure, clause in bound(unit) if _counts(figure)]
    for one, other, turned in ((left, right, False), (right, left, True)):
        # The clause that is told first may have words that the other leaves out.
        short = [figure for figure, clause in found if clause & one and not clause & other]
        full = [figure for figure, clause in found if clause & other]
        if len(short) == len(full) == 1 and _alike(short[0], full[0]):
            yield (full[0], short[0]) if turned else (short[0], full[0])
            return


def _counts(figure: Figure) -> bool:
    return figure.counts and figure.kind is not FigureKind.DATE and figure.high is None


def _alike(one: Figure, other: Figure) -> bool:
    bare = [each for each in (one, other) if not each.unit and not each.noun and each.scale == 1]
    return bool(bare) or (one.unit, one.noun) == (other.unit, other.noun) or bool(one.unit and one.unit == other.unit)
