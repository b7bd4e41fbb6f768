"""Do the figures of one sentence agree with one another?

"143 of the 190 are trained and 57 are not" is wrong whatever the sources say. Five plain forms are read: a part of a
whole with what is left of it, or with the share that it is told as again, a fraction in words beside the only two
figures that it can be of, a change in percent that is one of points, and one beside the two figures that it is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from moot.text import figures
from moot.text.figures import Bound, Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.verify.reckoning.following import changes, operations, sums
from moot.verify.reckoning.following.candidates import PART_OF
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.given.again import told_again
from moot.verify.reckoning.given.held import comparable

_LEFT = lazy_re(
    r"\b(?:remain\w*|left|the (?:other|rest)|others?|still (?:to be|not|un\w+)|were not|are not|was not|did not|"
    r"have not|had not|without|un(?:trained|insured|sold|paid|treated)|outstanding|missing|yet to)\b",
    re.IGNORECASE,
)
_AGAINST = lazy_re(r"^[^.;]{0,40}?\b(?:against|versus|compared (?:to|with)|down from|up from)\b", re.IGNORECASE)
_ABOUT = r"(?:(?:about|around|some|almost|nearly|roughly|over|only|just)[\s\xa0])?"
_BY = lazy_re(rf"\bby[\s\xa0]{_ABOUT}$", re.IGNORECASE)
_LEVELS = lazy_re(r"\b(?:from|to|before|now|then|against|after|having been)\b", re.IGNORECASE)
_HUNDRED = lazy_re(r"\b(?:in|of) (?:a|every|each|the) hundred\b", re.IGNORECASE)
_FROM = lazy_re(rf"\bfrom[\s\xa0]{_ABOUT}$", re.IGNORECASE)
_TO = lazy_re(rf"[\s\xa0]to[\s\xa0]{_ABOUT}", re.IGNORECASE)
_OR_BY = lazy_re(
    r"(?:[\s\xa0][^\W\d_][\w-]*){0,4},?[\s\xa0](?:or|i\.e\.|that is|\(|an? (?:[a-z]+ )?"
    r"(?:rise|fall|drop|increase|decrease|decline|gain|cut|reduction|jump|growth|loss) of),?[\s\xa0]*(?:by[\s\xa0])?"
    r"(?:(?:about|around|some|almost|nearly|roughly|over|only|just|more than|less than)[\s\xa0])?",
    re.IGNORECASE,
)
_AGAIN = lazy_re(
    r"(?:[\s\xa0][^\W\d_][\w-]*){0,4},?[\s\xa0]\(?(?:(?:or|i\.e\.|that is|about|around|some|almost|nearly|roughly|over|"
    r"just|more than|less than|well|good|under|only|close to)[\s\xa0]){0,4}",
    re.IGNORECASE,
)
"""Between a whole and the share of it that is told again: "21 of 150 samples, roughly one in seven"."""
_IN_OTHER_WORDS = lazy_re(r"\b(?:or|that is)\b|\bi\.e\.|\(", re.IGNORECASE)
_APART = lazy_re(r"[\s\xa0]*[,–—](?![\s\xa0]*[\d$£€])")
"""Behind a share that stands between two commas: "96 of the 212 buses, 45 %, are electric"."""
_ENDS = lazy_re(r"[\s\xa0]*(?:[.)]|$)")
"""Behind a share that nothing is said of: with "about 3 % by over an hour" it is of something else. So is one that no
comma stands before: "12 of 90 loans carried more than 7 %"."""
_POINTS = ("%", "pp", "point")
_ELSEWHERE = lazy_re(r"[.;:()]|\b(?:and|while|whereas|but)\b", re.IGNORECASE)
_ASIDE = lazy_re(r"(?:,|[–—(:])[\s\xa0]*(?:(?:or|i\.e\.|namely|that is|which is|to say)[\s\xa0]+){0,3}$", re.IGNORECASE)
_CLOSES = lazy_re(
    r"(?:[\s\xa0][^\W\d_][\w’'-]*){0,2}(?:[\s\xa0](?:that|who|which|whom)(?:[\s\xa0][^\W\d_][\w’'-]*){1,5})?"
    r"[\s\xa0]*(?:[,.;:)–—]|$)"
)
"""Around a part and its whole that stand aside: what is told before by a share."""
_OF_THE = lazy_re(
    r"\b(?:of|among)[\s\xa0](?:(?:the|its|their|all|these|those|some|about)[\s\xa0]){0,2}$", re.IGNORECASE
)
_ALMOST = lazy_re(
    r"\b(?:almost|nearly|close (?:to|on)|not quite|getting on for|approaching|just (?:over|under)|barely|short of|"
    r"(?:just|slightly|a little|a bit) (?:more|less|fewer) than)[\s\xa0]+$",
    re.IGNORECASE,
)
_ALL_BUT = lazy_re(r"\ball but[\s\xa0]$", re.IGNORECASE)
_WORDED = Decimal("0.1")
"""By which part of itself a share in words may be off."""
_ENOUGH = 10
"""Below it a number that is left may count something else."""
_MOST = 40
"""Figures of a claim that are looked at: what has more is a list."""
_NEAR = 60
"""Characters after the figure in which a word says that it is what is left."""
_OF_THEM = lazy_re(r"[\s\xa0]of[\s\xa0](?:them|these|those|whom|us)\b", re.IGNORECASE)
_OF_ALL = lazy_re(r"[\s\xa0]of[\s\xa0][^,;.]{2,40},[\s\xa0](?:or[\s\xa0]|about[\s\xa0])?", re.IGNORECASE)
"""After a fraction of a whole that stands elsewhere, the second before its part: "half of the towns, 187,"."""


def disagreements(claim: str) -> Iterator[str]:
    """What the figures of the claim should be by its other figures."""
    found = [each for each in figures.find(claim) if each.high is None and not each.approx][:_MOST]
    for part, whole in pairwise(found):
        if not PART_OF.fullmatch(claim[part.end : whole.start]) or not _counts(part) or not _counts(whole):
            continue
        if not 0 < part.value < whole.value or not comparable(part, whole):
            continue
        rest = whole.value - part.value
        for other in found:
            if other.start <= whole.end or not _counts(other) or other.value < _ENOUGH or not comparable(other, whole):
                continue
            if other.noun and other.noun not in (whole.noun, part.noun):
                continue
            left = bool(_LEFT.search(claim[other.start : other.end + _NEAR]))
            known = other.value in (rest, part.value, whole.value) or sums.says(other, rest)
            if left and not known and other.value < whole.value:
                yield f"{whole.raw} − {part.raw} is {rest:f}, not {other.raw}"


def ratios(claim: str) -> Iterator[str]:
    """Fractions in words that none of what two figures of the claim give comes near: "a quarter, with 468 to 874"."""
    found = figures.find(claim)
    fractions = [each for each in found if each.word and each.is_ratio]
    others = [
        each
        for each in found
        if each.counts and each.kind is not FigureKind.PERCENT and not each.is_ratio and not each.word
    ]
    if len(fractions) != 1 or len(others) != 2 or not comparable(*others) or any(each.high for each in others):
        return
    small, large = sorted(abs(each.value) for each in others)
    if not 0 < small < large:
        return
    fraction = fractions[0]
    part = claim[others[0].end : others[0].end + 1] == ","
    if _OF_THEM.match(claim, fraction.end) or (part and _OF_ALL.fullmatch(claim, fraction.end, others[0].start)):
        return  # The first of the two is the part.
    given = [small / large, 1 - small / large, large / small - 1, small / (small + large), large / (small + large)]
    given += [large / small, (large + small) / small, (large + small) / large]
    if not _AGAINST.search(claim[others[0].end : others[1].start]):
        return
    if not any(sums.says(fraction, each) for each in given):
        raw = [" ".join(each.raw.split()) for each in others]
        yield f"{raw[0]} and {raw[1]} do not make “{fraction.raw}”"


def shares(claim: str) -> Iterator[str]:
    """What a part of a whole is that the claim tells again as a share: "four of the 23 projects, or 21 %"."""
    found = [each for each in figures.find(claim) if each.high is None][:_MOST]
    for part, whole, share in zip(found, found[1:], found[2:], strict=False):
        told = share.is_ratio and share.unit != "x" and _AGAIN.fullmatch(claim, whole.end, share.start)
        apart = told and "," in told[0] and (_APART.match(claim, share.end) or _ENDS.match(claim, share.end))
        again = told and (_IN_OTHER_WORDS.search(told[0]) or apart)
        if not again or not PART_OF.fullmatch(claim[part.end : whole.start]) or not 0 < part.value < whole.value:
            continue
        if _counts(part) and _counts(whole) and (share.word or not changes.is_part(share, claim)):
            value = part.value / whole.value * (100 if share.unit == "%" else 1)
            if not sums.says(share, value):
                yield f"{part.line} of {whole.line} is {value:.2f}, not {share.line}"
    for share, part, whole in _shares_before(claim, found):
        value = part.value / whole.value * (100 if share.unit == "%" else 1)
        if _off(share, value, claim):
            yield f"{part.line} of {whole.line} is {value:.2f}, not {share.line}"


def _shares_before(claim: str, found: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Shares, each with the part and the whole by which it is told again: "one in eight, 58 out of 870", "of the 9,640
    seats 35 per cent, that is 2,410".
    """
    for one, two, three in zip(found, found[1:], found[2:], strict=False):
        aside = _ASIDE.search(claim, one.end, two.start) and _CLOSES.match(claim, three.end)
        if _is_share(one) and aside and PART_OF.fullmatch(claim, two.end, three.start) and _of_one(two, three):
            yield one, two, three
        whole = _OF_THE.search(claim, 0, one.start) and told_again(claim, two, three)
        part, share = (three, two) if _is_share(two) else (two, three)
        if whole and _is_share(share) and _of_one(part, one) and not _of_another(claim, share):
            yield share, part, one


def _is_share(figure: Figure) -> bool:
    return figure.is_ratio and figure.unit != "x"


def _of_one(part: Figure, whole: Figure) -> bool:
    sized = not (part.is_ratio or whole.is_ratio) and part.counts and whole.counts and part.scale == whole.scale
    return sized and comparable(part, whole) and 0 < part.value < whole.value


def _of_another(claim: str, share: Figure) -> bool:
    """Whether its own whole is told behind it."""
    return bool(changes.is_part(share, claim) and not _OF_THEM.match(claim, share.end) and not share.word)


def _off(share: Figure, value: Decimal, claim: str) -> bool:
    """Whether the share is not the value; "fewer than half" may be far from it."""
    near = abs(share.value - value) <= share.value * _WORDED if share.word else sums.says(share, value)
    if near or Operation.REST in operations.stated(claim) or _ALL_BUT.search(claim, 0, share.start):
        return False
    if share.bound not in (Bound.OVER, Bound.UNDER) or _ALMOST.search(claim, 0, share.start):
        return True
    return value < share.value if share.bound is Bound.OVER else value > share.value


def points(claim: str) -> Iterator[str]:
    """Changes in percent that are as many points: "shrank by 1.3 per cent, to 8.1 from 9.4"."""
    found = [each for each in figures.find(claim) if each.counts and each.value != 100]
    for told in (each for each in found if each.unit == "%" and _BY.search(claim, 0, each.start)):
        if changes.is_part(told, claim):
            continue
        levels = [end for each in found if each is not told and _is_level(each) for end in each.ends]
        if len(levels) != 2 or not _from_to(claim, *levels):
            continue
        one, other = (each.written for each in levels)
        if abs(one - other) != told.written or not min(one, other) or sums.says(told, abs(1 - other / one) * 100):
            continue
        if not sums.says(told, abs(1 - one / other) * 100):
            yield f"{told.line} are points: {levels[0].line} and {levels[1].line} differ by that many"


def growths(claim: str) -> Iterator[str]:
    """Changes in percent beside the two figures that they are of: "fell from 6.8 to 4.1 ms, or by 30 per cent"."""
    found = [each for each in figures.find(claim) if each.counts][:_MOST]
    for before, after, end in _courses(
        claim, [each for each in found if not each.is_ratio and each.unit not in _POINTS]
    ):
        if not (before.value and after.value and changes.moves(claim[: before.start])):
            continue
        share = abs(after.value / before.value - 1) * 100
        for told in (each for each in found if each.unit == "%" and each.high is None):
            behind = _OR_BY.fullmatch(claim, end, told.start)
            gap = claim[told.end : before.start]
            ahead = _BY.search(claim, 0, told.start) and _FROM.search(gap) and not _ELSEWHERE.search(gap)
            if (behind or ahead) and not sums.says(told, share) and not changes.is_part(told, claim):
                yield f"{claim[before.start : end]} is a change of {share:.1f} %, not {told.line}"


def _courses(claim: str, found: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, int]]:
    """The two ends of "from 6.8 to 4.1 ms", in the unit of the second, and where that is said."""
    for each in found:
        if each.high is not None and _FROM.search(claim, 0, each.start):
            low, high = each.ends
            yield low, high, each.end
    for one, other in pairwise([each for each in found if each.high is None]):
        if _FROM.search(claim, 0, one.start) and _TO.fullmatch(claim, one.end, other.start):
            if not one.unit and one.scale == 1:
                one = replace(one, value=one.value * other.scale)
            elif one.unit != other.unit:
                continue
            yield one, other, other.end


def _is_level(figure: Figure) -> bool:
    return figure.unit in ("", "%") and figure.scale == 1 and figure.value < 100 and not figure.is_fraction


def _from_to(claim: str, one: Figure, other: Figure) -> bool:
    """Two shares, of which one was before."""
    shares = "%" in (one.unit, other.unit) or _HUNDRED.search(claim, one.end) or not (one.noun or other.noun)
    return bool(shares) and bool(_LEVELS.search(claim, max(0, min(one.start, other.start) - _NEAR)))


def _counts(figure: Figure) -> bool:
    return figure.kind is FigureKind.QUANTITY and not figure.unit and figure.value >= 1
