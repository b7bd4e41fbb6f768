"""Of most, by a share of them: "61 % were women" for "most were women", and against "most were men".

What is told of a share of a kind leaves the rest of it; where a kind has two parts only (men and women, vaccinated and
not) and nothing else is shared out, that rest is the other part. Of two that exclude one another and leave room for a
third (positive and negative, public and private) the other part is at most that rest. Read are a share, a count of a
whole or one of the words for more or less than half; where several shares are told of it, all of them must say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from moot.text import figures, sentences
from moot.text.figures import Bound, Figure
from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS, lexicon
from moot.text.terms import stem, stems, words
from moot.verify.comparing.opposites import NOT, unturned
from moot.verify.comparing.paired import LONGEST
from moot.verify.reckoning.given import out_of
from moot.verify.reckoning.given.dated import years
from moot.verify.reckoning.ordering.superlatives import Verdict

_PARTS = tuple(
    (lexicon(one), lexicon(other))
    for one, other in (
        ("man men male males", "woman women female females"),
        ("boy boys", "girl girls"),
        ("even", "odd"),
    )
)
"""The two parts of a whole: what is not the one is the other."""
_EXCLUSIVE = tuple(
    (lexicon(one), lexicon(other))
    for one, other in (
        ("man men male males", "girl girls"),
        ("boy boys", "woman women female females"),
        ("positive", "negative"),
        ("urban", "rural"),
        ("public", "private"),
        ("domestic", "foreign"),
        ("alive living survived", "dead deceased died"),
        ("present", "absent"),
        ("right-handed", "left-handed"),
        ("full-time", "part-time"),
        ("indoors indoor", "outdoors outdoor"),
        ("true", "false"),
    )
)
"""What is the one is not the other, and may be neither."""
_UN = lexicon(
    "vaccinated insured married treated registered paid licensed occupied inhabited signed published armed heated "
    "furnished lit tested answered marked sold opened staffed guarded manned paved printed filled read used"
)
"""What is not so is un-: one who is not satisfied may not be unsatisfied, and one not employed not look for work."""
_HALF = Decimal("0.5")
_LARGE = r"(?:(?:clear|large|small|slim|narrow|great|vast|big|tiny|sizeable)[\s\xa0])?"
_QUANTIFIED = lazy_re(
    rf"\b(?:(?P<most>(?<!the )(?<!its )(?<!at )most|(?:an?|the)[\s\xa0]{_LARGE}majority|"
    r"(?:(?:more|greater)[\s\xa0]than|over)[\s\xa0](?:a[\s\xa0])?half)|"
    rf"(?:only[\s\xa0])?(?:an?|the)[\s\xa0]{_LARGE}minority|"
    r"(?:(?:less|fewer)[\s\xa0]than|under|below)[\s\xa0](?:a[\s\xa0])?half)\b(?:[\s\xa0]of\b)?",
    re.IGNORECASE,
)
_IN_THE = lazy_re(
    r"\b(?:was|were|is|are|formed|made up|constituted)[\s\xa0](?:in[\s\xa0])?"
    r"(?:(?:the|an?)[\s\xa0])(?:(?P<most>majority)|minority)",
    re.IGNORECASE,
)
_MOSTLY = lazy_re(
    r"\b(?:was|were|is|are)[\s\xa0](?:mostly|mainly|predominantly|for the most part)[\s\xa0]", re.IGNORECASE
)
_OUTNUMBER = lazy_re(
    r"^\W*(?:the[\s\xa0])?(?P<one>[\w-]+)[\s\xa0]+outnumber(?:ed|s)?[\s\xa0]+(?:the[\s\xa0])?(?P<other>[\w-]+)|"
    r"\bmore[\s\xa0](?P<more>[\w-]+)[\s\xa0]than[\s\xa0](?P<less>[\w-]+)",
    re.IGNORECASE,
)
_MADE_UP = lazy_re(
    r"^\W*(?:the[\s\xa0])?(?P<part>[\w-]+)[\s\xa0]"
    r"(?:made[\s\xa0]up|make[\s\xa0]up|account(?:ed)?[\s\xa0]for|formed|constituted?|represent(?:ed)?)[\s\xa0]$",
    re.IGNORECASE,
)
_SHARE_OF = lazy_re(
    r"^\W*(?:the[\s\xa0])?(?:share|proportion|percentage)[\s\xa0]of[\s\xa0](?:the[\s\xa0])?(?P<part>[\w-]+)[\s\xa0]"
    r"(?:was|is|stood[\s\xa0]at|reached|came[\s\xa0]to)[\s\xa0]$",
    re.IGNORECASE,
)
_OF = lazy_re(r"[\s\xa0]+(?:of|among)\b", re.IGNORECASE)
_ROUGHLY = lazy_re(
    r"\b(?:about|around|roughly|some|only|just|almost|nearly|approximately|over|under|well|(?:more|less|fewer)[\s\xa0]than|"
    r"at[\s\xa0](?:least|most)|an?|the)(?=[\s\xa0]*$|[\s\xa0])",
    re.IGNORECASE,
)
_WHOLE = lazy_re(r"^\W*(?:Of|Among)[\s\xa0]([^,;:.]{2,80}),[\s\xa0]*$", re.IGNORECASE)
_IS = lazy_re(
    r"\b(?:were|was|are|is|be|been)\b(?P<not>[\s\xa0](?:not|no))?(?:[\s\xa0](?:an?|the|still|also|\w+ly))*[\s\xa0](?P<what>[\w-]+)\W*$",
    re.IGNORECASE,
)
"""What is said of a share, where nothing follows it: of "61 % were women over 60" no half is left that were men."""
_PART = lazy_re(r"[;:()–—]|,(?!\d)|\b(?:and|but|while|whereas|although|though|because)\b", re.IGNORECASE)
_MANY = 40
"""Sentences from which on nobody looks for what else is shared out."""
_MOST = 20
"""Figures of a sentence from which on nobody tells of shares."""
_VOTED = lexicon("for against")
_PLACED = _VOTED | lexicon("over under above below before after with without up down off out more less")
"""Small words that make it another thing."""
_ROUNDED = Decimal("0.01")
_ELSE = lazy_re(r"\b(?:others?|rest|remainder|remaining)\b", re.IGNORECASE)
"""Other parts of which no share is told."""
_TELLS = lazy_re(r"[;:()–—,](?!\d)|\.(?!\d)|\b(?:and|but|while|whereas|although|though|because)\b", re.IGNORECASE)
_ABOUT = Decimal("0.03")
"""How far from a half what is told roughly must lie."""
_OPEN = lazy_re(
    r"\b(?:if|would|may|might|could|should|expected|forecast|target\w*|aim\w*|at least one|should)\b|\?", re.IGNORECASE
)


@dataclass(frozen=True)
class _Share:
    low: Decimal
    high: Decimal
    """Between which the share lies; both excluded where they are a half."""
    kind: frozenset[str]
    """Stems of what it is a share of, where that is told."""
    said: frozenset[str]
    """Stems of all that is said, the kind's too."""
    part: str
    """What is said of it, where that is one word; of two parts the one that has no other name."""
    denied: bool
    line: str
    step: Decimal = Decimal(0)
    """To what it is rounded; of a fraction or a count to nothing."""

    @property
    def rest(self) -> _Share:
        return replace(self, low=1 - self.high, high=1 - self.low)


@dataclass(frozen=True)
class _Around:
    """Where a share is told."""

    unit: str
    units: Sequence[str]
    whole: str

    @property
    def beside(self) -> Sequence[str]:
        """What is cited, and the sentences of the same paragraph as far as one looks."""
        at = self.whole.find(self.unit.strip()) if len(self.units) <= _MANY else -1
        if at < 0:
            return self.units
        end = at + len(self.unit)
        first = max(self.whole.rfind("\n\n", 0, at), at - LONGEST, 0)
        last = self.whole.find("\n\n", end, end + LONGEST)
        text = self.whole[first : last if last >= 0 else end + LONGEST]
        return [*self.units, *(span.of(text) for span in sentences.split(text))]


def judged(claim: str, units: Sequence[str], whole: str = "") -> Verdict | None:
    """What the shares that the evidence tells say of a claim of more or less than half of a kind; `whole` is the text
    that the sentences are from.
    """
    ours = _claimed(claim[:LONGEST])
    found = list(_found(claim, ours, units, whole)) if ours else []
    if ours is None or not found:
        return None
    low, high = ours.low, ours.high
    if all(low <= share.low and share.high <= high and not (share.low == share.high == _HALF) for share, _, _ in found):
        return Verdict(True, f"by its source {found[0][1]}")
    if all(share.high <= low or share.low >= high for share, _, _ in found):
        return Verdict(False, f"the claim says “{ours.line}”, its source {found[0][1]}")
    return None


def other_part(claim: str, units: Sequence[str], whole: str = "") -> tuple[str, bool] | None:
    """Of a claim that gives the share of one part of a kind, where its source gives that of the other part: in words
    what is left of that, and whether it is what the claim says.
    """
    told = list(_shares(claim[:LONGEST])) if not _OPEN.search(claim) else []
    if len(told) != 1 or told[0].low != told[0].high:
        return None
    (ours,) = told
    found = [each for each in _found(claim, ours, units, whole) if each[0].low == each[0].high]
    if not found or not all(turned for _, _, turned in found):
        return None
    left, line, _ = found[0]
    words = f"what {line} leave of all"
    if all(abs(share.low - ours.low) <= (ours.step or share.step) / 2 for share, _, _ in found):
        return words, True
    if any(abs(share.low - ours.low) <= _ROUNDED for share, _, _ in found):
        return None  # One of them may be rounded.
    return f"{ours.line} against {words}, {left.low * 100:.4g} %", False


def _found(claim: str, ours: _Share, units: Sequence[str], whole: str) -> Iterator[tuple[_Share, str, bool]]:
    """The shares of the source of what the claim says, how they are told, and whether of the other part."""
    context = frozenset(each for unit in units for each in stems(unit))
    for unit in units:
        for each in _told(unit[:LONGEST]) if _is_plain(claim, unit) else ():
            share = _of(ours, each, context, _Around(unit, units, whole))
            if share:
                yield share, each.line, share is not each


def _is_plain(claim: str, unit: str) -> bool:
    """Whether a sentence says how it is, of no other year than the claim and of one year only."""
    told, asked = set(years(unit)), set(years(claim))
    return not _OPEN.search(unit) and len(told) < 2 and (not asked or not told or told == asked)


def _of(ours: _Share, theirs: _Share, context: frozenset[str], around: _Around) -> _Share | None:
    """The share of the source of what the claim says, or None where it says something else."""
    if ours.part and theirs.part and (sides := _sides(ours.part, theirs.part)) is not None:
        kinds = not (ours.kind and theirs.kind) or theirs.kind == ours.kind
        if not kinds or not ours.kind <= context or not theirs.kind <= context:
            return None
        share = theirs if (sides == 0) is (ours.denied is theirs.denied) else theirs.rest
        if sides == 0 or (_is_whole(ours.part, theirs.part) and not _shared_out(ours, theirs, around.beside)):
            return share
        return replace(share, high=Decimal(1)) if ours.denied else replace(share, low=Decimal(0))
    if ours.said ^ theirs.said == _VOTED and ours.denied is theirs.denied:
        return replace(theirs.rest, low=Decimal(0))  # Who did not vote for it may have stayed at home.
    if ours.said != theirs.said and not (theirs.kind and ours.said == theirs.said | theirs.kind):
        return None
    return theirs if ours.denied is theirs.denied else theirs.rest


def _sides(one: str, other: str) -> int | None:
    """0 for two words for one part of a whole, 1 for its two parts; None for others."""
    if stem(one) == stem(other):
        return 0
    for sides in (*_PARTS, *_EXCLUSIVE):
        here, there = ([one in side, other in side] for side in sides)
        if all(here) or all(there):
            return 0
        if any(here) and any(there):
            return 1
    if any(stem(each) == stem(plain) for each, way in ((one, other), (other, one)) for plain in unturned(way)):
        return 1
    return None


def _is_whole(one: str, other: str) -> bool:
    """Whether two words of two sides leave no room for a third thing."""
    for side, there in _PARTS:
        if {one, other} & side and {one, other} & there:
            return True
    return any(
        long.replace("-", "") == f"non{short}" or (long == f"un{short}" and short in _UN)
        for long, short in ((one, other), (other, one))
    )


def _shared_out(ours: _Share, theirs: _Share, units: Sequence[str]) -> bool:
    """Whether the evidence may tell of a third part beside theirs, or tells the claim's part itself."""
    if len(units) > _MANY:
        return True
    for text in (unit[:LONGEST] for unit in units):
        if any(not _told_of(text, each.span(), (ours.part, theirs.part)) for each in _ELSE.finditer(text)):
            return True
        behind = text.find(theirs.line)
        pairs = {part.start: (part, whole) for part, whole in out_of.pairs(text)}
        wholes = {whole.start for _, whole in pairs.values()}
        for figure in figures.find(text):
            if figure.start in wholes or _told_of(text, (figure.start, figure.end), (theirs.part,)):
                continue
            ends = _ends(*pairs.get(figure.start, (figure, None)))
            if ends is None:
                if 0 <= behind < figure.start and figure.counts and not figure.unit:
                    return True  # "31 of the 52 were women and 11 children".
            elif _told_of(text, (figure.start, figure.end), (ours.part,)):
                if abs(ends[0] + theirs.low - 1) > _ROUNDED:
                    return True
            elif ends[0] <= 1 - theirs.low + _ROUNDED:  # With more they would overlap, and be no parts of one whole.
                return True
    return False


def _told_of(text: str, span: tuple[int, int], parts: Sequence[str]) -> bool:
    """Whether what a text tells about this span is told of one of these parts."""
    first = max((each.end() for each in _TELLS.finditer(text, 0, span[0])), default=0)
    last = next((each.start() for each in _TELLS.finditer(text, span[1])), len(text))
    return any(_sides(part, word) == 0 for word in words(text[first:last].lower()) for part in parts)


def _claimed(claim: str) -> _Share | None:
    if _OPEN.search(claim) or any(each.counts and not each.word for each in figures.find(claim)):
        return None
    found = list(_QUANTIFIED.finditer(claim))
    if len(found) == 1 and not _PART.search(claim.rstrip(" .")):
        match = found[0]
        if _IN_THE.search(claim):
            return _in_the(claim)
        ends = (_HALF, Decimal(1)) if match["most"] else (Decimal(0), _HALF)
        return _said(claim[: match.start()], claim[match.end() :], ends, match[0], of=match[0].endswith("of"))
    if not found and (match := _OUTNUMBER.search(claim)):
        one, other = (match["one"], match["other"]) if match["one"] else (match["more"], match["less"])
        if _sides(one.lower(), other.lower()) == 1:
            return _Share(_HALF, Decimal(1), frozenset(), frozenset((stem(one.lower()),)), one.lower(), False, match[0])
    if not found and (match := _MOSTLY.search(claim)):
        what = words(claim[match.end() :])
        kind = frozenset(stems(claim[: match.start()]))
        if len(what) == 1:
            return _Share(_HALF, Decimal(1), kind, kind | {stem(what[0])}, what[0], False, match[0].strip())
    return None


def _in_the(claim: str) -> _Share | None:
    """ "Women were in the majority"."""
    match = _IN_THE.search(claim)
    told = [each for each in words(claim[: match.start()]) if each not in STOP_WORDS] if match else []
    if match is None or len(told) != 1 or [each for each in words(claim[match.end() :]) if each not in STOP_WORDS]:
        return None
    ends = (_HALF, Decimal(1)) if match["most"] else (Decimal(0), _HALF)
    return _Share(*ends, frozenset(), frozenset((stem(told[0]),)), told[0], False, match[0])


def _said(before: str, behind: str, ends: tuple[Decimal, Decimal], line: str, *, of: bool) -> _Share:
    """The share of what stands behind it."""
    whole = _WHOLE.search(before)
    is_ = _IS.search(behind)
    kind = frozenset(stems(whole[1])) if whole else frozenset(stems(behind[: is_.start()])) if is_ else frozenset[str]()
    said = frozenset(stems(behind)) | frozenset(stems(before)) | _PLACED & set(words(f"{before} {behind}"))
    part = is_["what"].lower() if is_ else ""
    denied = bool(NOT & set(words(behind.replace("n't", " not").replace("n’t", " not"))))
    return _Share(*ends, kind, said - NOT, part, denied, line)


@lru_cache(maxsize=512)
def _told(unit: str) -> tuple[_Share, ...]:
    return tuple(_shares(unit))


def _shares(unit: str) -> Iterator[_Share]:
    """The shares that a sentence tells."""
    found = figures.find(unit)
    if len(found) > _MOST:
        return
    pairs = {part.start: (part, whole) for part, whole in out_of.pairs(unit)}
    wholes = {whole.start for _, whole in pairs.values()}
    for figure in found:
        if figure.start in wholes:
            continue
        part, whole = pairs.get(figure.start, (figure, None))
        ends = _ends(part, whole)
        if ends is None:
            continue
        end = whole.end if whole else part.end
        step = part.step / 100 if part.unit == "%" else Decimal(0)
        first = max((each.end() for each in _PART.finditer(unit, 0, part.start)), default=0)
        last = next((each.start() for each in _PART.finditer(unit, end)), len(unit))
        if _WHOLE.search(_ROUGHLY.sub(" ", unit[: part.start])):
            first = 0
        before, behind = _ROUGHLY.sub(" ", unit[first : part.start]), unit[end:last]
        line = " ".join(unit[part.start : end].split())
        made = _MADE_UP.search(unit[first : part.start]) or _SHARE_OF.search(unit[first : part.start])
        if made:
            kind, what = frozenset(stems(behind)), made["part"].lower()
            if _OF.match(behind) or not kind:
                yield _Share(*ends, kind, kind | {stem(what)}, what, False, line, step)
        elif whole or _OF.match(behind) or not stems(before) or _WHOLE.search(before):
            yield replace(_said(before, behind, ends, line, of=True), step=step)


def _ends(part: Figure, whole: Figure | None) -> tuple[Decimal, Decimal] | None:
    if part.high is not None:
        return None
    if whole is not None:
        share = part.value / whole.value if whole.value else None
    else:
        share = part.value / 100 if part.unit == "%" else part.value if part.is_fraction else None
    if share is None or not 0 <= share <= 1:
        return None
    if part.bound is Bound.ABOUT:
        return None if abs(share - _HALF) < _ABOUT else (share, share)
    if part.bound is Bound.NONE:
        return share, share
    return (share, Decimal(1)) if part.bound is Bound.OVER else (Decimal(0), share)
