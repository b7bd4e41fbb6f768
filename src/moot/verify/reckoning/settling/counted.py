"""The share that one sentence gives by its two counts, "of the 80 doors inspected, 30 closed", for a part in words.

We speak where the claim says all that the sentence says of its part, names what is counted, and says nothing else: of
which of them (those "that were inspected") it may leave out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from moot.text import figures
from moot.text.figures import Bound, Figure, FigureKind, agree
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.terms import stems
from moot.verify.comparing.opposites import DENIAL, pairs
from moot.verify.reckoning.following import operations
from moot.verify.reckoning.following.operations import Operation
from moot.verify.reckoning.following.passed_over import is_part_of
from moot.verify.reckoning.following.sums import Computation
from moot.verify.reckoning.given.held import Held, by_sentence

_STOPS = lazy_re(r"[,;:()](?!\d)|[.!?]\s|\s[\u2013\u2014]\s")
_NOT_ALL = lazy_re(
    r"\b(?:all but|except(?: for)?|other than|apart from|another|further|additional|other|first|last|next|"
    r"up to|only after)[\s\xa0]+(?:the[\s\xa0]+)?$",
    re.IGNORECASE,
)
"""Before a count that is not the whole part."""
_MORE = lazy_re(r"[\s\xa0]+(?:more|others?|further)\b", re.IGNORECASE)
_WORD = lazy_re(r"[^\W\d_]+")
_SAYS_LITTLE = frozenset(
    stems(
        "more most less fewer than over under above below at least nearly almost about around roughly only just some "
        "not no never did do does out every"
    )
)
"""What a claim may say beside, of how large its part is or that it denies it."""
_MORE_THAN = lazy_re(
    r"[\s\xa0](?P<more>more|fewer)[\s\xa0](?P<one>[a-z]+)[\s\xa0]than[\s\xa0](?P<other>[a-z]+)", re.IGNORECASE
)
"""Behind a difference of two counts."""
_RELATIVE = lexicon("last this next previous earlier later before")
"""Of which year something is told that names none."""
_STAYS = frozenset(stems("stay stays stayed remain remains remained become became still"))
"""What is said of any part: the word behind it tells of which."""
_REST = lazy_re(r"\b(?:rest|remain(?:der|ing)|others?)\b", re.IGNORECASE)
_CONTRARY = pairs(
    ("empty vacant free unlet", "let taken full occupied filled rented used"),
    ("closed shut", "open opened"),
    ("failed", "passed succeeded"),
    ("absent away", "present attended"),
    ("died dead killed lost", "survived alive saved living"),
    ("sold", "unsold"),
)
"""What is said of a part, and of the rest."""
_NEAR = lazy_re(
    r"\b(?:nearly|almost|close to|just[\s\xa0](?:over|under|above|below)|"
    r"(?:just|slightly|a little|a bit)[\s\xa0](?:more|less|fewer)[\s\xa0]than)[\s\xa0]+$",
    re.IGNORECASE,
)
"""Before a bound beside which the share lies."""
_ROUNDED = {Bound.NONE: Decimal("0.1"), Bound.ABOUT: Decimal("0.15")}
_OF_THOSE = lazy_re(r"[\s\xa0]of[\s\xa0](?:them|these|those|which|whom)\b", re.IGNORECASE)
_OF = lazy_re(r"\b(?:of|among)[\s\xa0](?:(?:the|its|their|all|some)[\s\xa0]){0,2}$", re.IGNORECASE)
_SLACK = Decimal("0.05")
"""By which part of itself a part in words may be off, or a bound."""


def instead(figure: Figure, said: frozenset[str], claim: str, evidence: Sequence[Held]) -> list[Computation]:
    """What the sentences give that say of a part what the claim says; nothing where the figure is one of these, or
    what another sentence gives of so many.

    `said`: the words of the claim that go with the figure.
    """
    made: list[Computation] = []
    others: list[tuple[Decimal, Decimal]] = []
    for part, whole in _pairs(evidence):
        share, words = part.figure.value / whole.figure.value, f"{part.figure.raw} / {whole.figure.raw}"
        told = _predicate(part, whole)
        meant = frozenset(stems(told))
        known = part.sentence | _SAYS_LITTLE | frozenset(stems(figure.raw))
        if not (meant and meant | _named(whole) <= said <= known):
            others.append((share, whole.figure.value))
            continue
        if bool(DENIAL.search(claim)) != bool(DENIAL.search(told)):
            share, words = 1 - share, f"1 − {words}"
        made.append(Computation(Operation.SHARE, share, words, (part, whole), len(meant)))
    wholes = {each.operands[1].figure.value for each in made}
    told_too = [each.value for each in made] + [share for share, whole in others if whole in wholes]
    return made if all(_breaks(figure, share, claim) for share in told_too) else []


def rival(figure: Figure, claim: str, evidence: Sequence[Held]) -> str:
    """How a part in words differs from the one that a sentence counts of the very whole that the claim names: "of 312
    estates one in four is organic", where 58 of them are; empty where it does not, or the claim counts the part too.
    """
    if not figure.is_fraction:
        return ""
    own = [each for each in figures.find(claim) if each.counts and not each.is_ratio]
    before = claim[: figure.start]
    told: list[tuple[Decimal, str]] = []
    for part, whole in _pairs(evidence):
        named = next((each for each in own if agree(each, whole.figure) and each.noun == whole.figure.noun), None)
        if named is None or any(agree(each, part.figure) for each in own):
            continue
        of_it = _OF_THOSE.match(claim, figure.end) or (_OF.search(claim, 0, named.start) and named.end <= len(before))
        meant, said = _predicate(part, whole), frozenset(stems(claim[figure.end :]))
        words = frozenset(stems(meant)) - _SAYS_LITTLE
        share, line = part.figure.value / whole.figure.value, f"{part.figure.raw} / {whole.figure.raw}"
        if bool(DENIAL.search(claim)) != bool(DENIAL.search(meant)):
            # Of "30 recovered without surgery" the others are not those who did not recover.
            share, line, words = 1 - share, f"1 − {line}", words if words <= said else frozenset()
        if of_it and words & said:
            told.append((share, line))
    if len(told) != 1 or not _breaks(figure, told[0][0], claim):
        return ""
    return f"figure differs: {figure.line} against {told[0][0]:.2f} ({told[0][1]})"


def another(claim: str, evidence: Sequence[Held]) -> str:
    """How the part that a claim counts of a whole differs from the one that a sentence counts of it; empty where it
    does not, or the claim says something else of its part.
    """
    own = [each for each in figures.find(claim) if each.counts and not each.is_ratio and each.high is None]
    if len(own) != 2:
        return ""
    mine, all_ = sorted(own, key=lambda each: each.value)
    said = frozenset(stems(claim))
    told_of = [each for each in _pairs(evidence) if agree(all_, each[1].figure) and all_.noun == each[1].figure.noun]
    if any(agree(mine, part.figure) for part, _ in told_of):
        return ""
    for part, whole in told_of:
        told = _predicate(part, whole)
        words = frozenset(stems(told)) - _SAYS_LITTLE - _STAYS - frozenset(stems(whole.figure.counted))
        same = bool(DENIAL.search(claim)) is bool(DENIAL.search(told))
        if same and words and len(words & said) * 2 > len(words) and mine.bound is Bound.NONE:
            return f"figure differs: {mine.line} of {all_.line} against {part.figure.line} of {whole.figure.line}"
    return ""


def others(figure: Figure, claim: str, evidence: Sequence[Held]) -> str:
    """The whole and the part of a sentence that leave the figure, where the claim speaks of the rest."""
    own = [each for each in figures.find(claim) if each.counts]
    said = frozenset(stems(claim))
    for part, whole in _pairs(evidence):
        named = figure.noun == whole.figure.noun or any(agree(each, whole.figure) for each in own)
        meant = _predicate(part, whole)
        told = frozenset(stems(meant)) - _SAYS_LITTLE - _STAYS - _named(whole)
        of_rest = _REST.search(claim) or _contrary(claim, meant)
        if named and of_rest and not told & said and figure.value == whole.figure.value - part.figure.value:
            return f"{whole.figure.line} − {part.figure.line}"
    return ""


def _contrary(claim: str, told: str) -> bool:
    """Whether the claim says the contrary of what is told of a part."""
    ours, theirs = (frozenset(_WORD.findall(text.lower())) for text in (claim, told))
    return not (DENIAL.search(claim) or DENIAL.search(told)) and any(
        ours & pair.opposed(side) and theirs & side and not ours & side
        for pair in _CONTRARY
        for side in (pair.one, pair.other)
    )


def more(claim: str, evidence: Sequence[Held]) -> str:
    """How "six more girls than boys" differs from those counted by each sentence that says all else of the claim; empty
    where it does not, or the evidence says it in the claim's way.
    """
    for figure in figures.find(claim):
        match = _MORE_THAN.match(claim, figure.end)
        if match is None or not figure.counts or figure.high is not None:
            continue
        if any(_says(each, figure, match) for each in evidence):
            continue
        rest = frozenset(stems(f"{claim[: figure.start]} {claim[match.end() :]}")) - _SAYS_LITTLE
        sign, differ = (1 if match["more"].lower() == "more" else -1), list[str]()
        for sentence in by_sentence(evidence):
            counts = [
                [each for each in sentence if _counts(each) and _is_of(each, match[by])] for by in ("one", "other")
            ]
            if [len(each) for each in counts] != [1, 1]:
                continue
            (one,), (other,) = counts
            if not rest <= one.sentence or _times(claim) != _times(one.unit.of(one.document.text)):
                continue
            apart = (one.figure.value - other.figure.value) * sign
            if apart > 0 and agree(figure, replace(one.figure, value=apart, noun=figure.noun)):
                return ""
            differ.append(f"figure differs: {figure.line} against {one.figure.line} − {other.figure.line}")
        if differ:
            return differ[0]
    return ""


def _says(each: Held, figure: Figure, match: re.Match[str]) -> bool:
    """Whether a sentence has the same difference."""
    there = _MORE_THAN.match(each.document.text, each.figure.end)
    return there is not None and there[0].lower() == match[0].lower() and agree(figure, each.figure)


def _times(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text)) & _RELATIVE


def _is_of(each: Held, noun: str) -> bool:
    return bool(each.figure.noun) and stems(each.figure.noun) == stems(noun)


def _breaks(figure: Figure, share: Decimal, claim: str) -> bool:
    """Whether the part in words is not the share, nor its bound kept; what is told of the rest is either."""
    is_rest = Operation.REST in operations.stated(claim) and not DENIAL.search(claim)
    return _off(figure, share, claim) and not (is_rest and not _off(figure, 1 - share, claim))


def _off(figure: Figure, share: Decimal, claim: str) -> bool:
    size, near = figure.value, _NEAR.search(claim, max(0, figure.start - 24), figure.start)
    if figure.bound in _ROUNDED or near:
        return abs(size - share) > size * _ROUNDED[Bound.ABOUT if near else figure.bound]
    return share < size * (1 - _SLACK) if figure.bound is Bound.OVER else share > size * (1 + _SLACK)


def _pairs(evidence: Sequence[Held]) -> Iterator[tuple[Held, Held]]:
    """Part and whole of each sentence that has no other count between them, nor one that goes on with the part."""
    for counts in by_sentence(sorted(filter(_counts, evidence), key=lambda each: each.figure.start)):
        for one, other in pairwise(counts) if all(map(_is_all, counts)) else ():
            part, whole = sorted((one, other), key=lambda each: each.figure.value)
            if part.figure.value < whole.figure.value and is_part_of(part, whole):
                yield part, whole


def _counts(each: Held) -> bool:
    figure = each.figure
    plain = figure.kind is FigureKind.QUANTITY and not (figure.unit or figure.is_ratio) and figure.high is None
    exact = figure.bound is Bound.NONE or (figure.bound is Bound.ABOUT and figure.coarse == figure.step)  # "Some 312".
    return plain and each.grid is None and exact and figure.value > 0


def _is_all(part: Held) -> bool:
    text, start = part.document.text, part.figure.start
    return not (_NOT_ALL.search(text, max(part.unit.start, start - 24), start) or _MORE.match(text, part.figure.end))


def _predicate(part: Held, whole: Held) -> str:
    """What the sentence says of the part: from behind it up to a stop or the next count; with what stands before it,
    where the part comes first: "we found 30 of the 80 doors open".
    """
    text, end = part.document.text, part.unit.end
    behind = max(part.figure.end, whole.figure.end)
    stop = _STOPS.search(text, behind, end)
    told = text[behind : stop.start() if stop else end]
    following = next((each.start for each in figures.find(told) if each.counts), len(told))
    first = part.figure.start < whole.figure.start
    return f"{text[part.unit.start : part.figure.start] if first else ''} {told[:following]}"


def _named(whole: Held) -> frozenset[str]:
    """What is counted: of "80 fire doors" both words, of "80 bridges inspected" the first."""
    words = _WORD.findall(whole.document.text[whole.figure.end : whole.unit.end])[:2]
    return frozenset(stems(" ".join(words[:1] if words and words[0].endswith("s") else words)))
