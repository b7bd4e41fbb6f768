"""Who sold to whom, who beat whom and who followed whom, told from either side: what one sold to another, the other
bought from the one.

Of a deal the giver and the taker, of a match the loser and the winner are read, by the names beside the verb. What says
the same of them from the other side is no contradiction, and the same two in each other's place are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from moot.text.lazy import lazy_re
from moot.text.lexicon import NOT_A_NAME, STOP_WORDS, lexicon
from moot.text.terms import stems
from moot.verify.comparing.acted import UNDONE
from moot.verify.comparing.capitals import ADVERB, EDGE
from moot.verify.comparing.language import cover

WORDS = lexicon("bought buys buy sold sells sell purchased won wins win winning lost loses lose losing")
"""Words that are opposites elsewhere, and here two ways to tell one thing."""
_CAPITAL = r"[A-ZÀ-Þ][\w’'&-]{0,30}"
_NAME = rf"(?:{EDGE}{_CAPITAL}(?: (?:of |de |von |van |& )?{_CAPITAL}){{0,4}})"
_ALSO = rf"(?: (?:had|has|have|then|later|also|{ADVERB})){{0,2}} "
_BE = rf"\b(?:was|were|been) (?:{ADVERB} )?"
_ON = r"[^.;:()]{0,60}?\b"
_THE = r" (?:the )?"
_WILL = rf"(?: (?:will|would|shall|is to|are to|had|has|have|then|later|also|{ADVERB})){{0,2}} "
_GOES = (
    r"[^.;()]{0,80}?\b(?:leaves|left|retire[sd]?|resign(?:s|ed)?|step(?:s|ped)? down|goes|departs?|quits?|died)\b"
    r"[^.;]{0,60}"
)


def _forms(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(lazy_re(each) for each in patterns)


_ONE, _OTHER = rf"(?P<one>{_NAME})", rf"(?P<other>{_NAME})"
_KINDS = {
    "who sold and who bought": _forms(
        rf"{_ONE}{_ALSO}(?:sold|sells)\b(?:{_ON}to{_THE}{_OTHER})?",
        rf"{_OTHER}{_ALSO}(?:bought|buys|acquired|purchased)\b(?:{_ON}from{_THE}{_ONE})?",
        rf"{_BE}sold\b{_ON}to{_THE}{_OTHER}(?:{_ON}by{_THE}{_ONE})?",
        rf"{_BE}sold by{_THE}{_ONE}(?:{_ON}to{_THE}{_OTHER})?",
        rf"{_BE}(?:bought|acquired|purchased)\b{_ON}from{_THE}{_ONE}(?:{_ON}by{_THE}{_OTHER})?",
        rf"{_BE}(?:bought|acquired|purchased) by{_THE}{_OTHER}(?:{_ON}from{_THE}{_ONE})?",
    ),
    "who won and who lost": _forms(
        rf"{_OTHER}{_ALSO}(?:beat|beats|defeated|defeats|overcame){_THE}{_ONE}",
        rf"{_OTHER}\b{_ON}(?:won|wins?|victory|triumph)\b{_ON}(?:over|against){_THE}{_ONE}",
        rf"{_OTHER}{_ALSO}(?:won|wins)\b",
        rf"{_ONE}{_ALSO}(?:lost|loses)\b(?:{_ON}to{_THE}{_OTHER})?",
        rf"{_ONE} (?:ha[ds] |have )?{_BE}(?:beaten|defeated|overcome)(?: \d+[-–]\d+)? by{_THE}{_OTHER}",
    ),
    "who goes and who follows": _forms(
        rf"{_OTHER}{_WILL}(?:succeed(?:s|ed)?|replace[sd]?|(?:takes?|took|taken) over from){_THE}{_ONE}",
        rf"{_OTHER}{_WILL}(?:succeed(?:s|ed)?|replace[sd]?|(?:takes?|took|taken) over from) (?:him|her|them)\b",
        rf"{_ONE}\b{_GOES}[;,] {_OTHER}(?:, [^,;.]{{1,60}},)?{_WILL}"
        r"(?:succeed(?:s|ed)?|replace[sd]?|(?:takes?|took|taken) over from) (?:him|her|them)\b",
        rf"{_ONE}{_WILL}be (?:succeeded|replaced) by{_THE}{_OTHER}",
        rf"{_ONE} (?:ha[ds] |have )?(?:is|was|been) (?:{ADVERB} )?(?:succeeded|replaced) by{_THE}{_OTHER}",
        rf"{_ONE}{_WILL}hand(?:s|ed)? (?:\w+ ){{0,3}}over\b{_ON}to{_THE}{_OTHER}",
        rf"{_OTHER} (?:is|was|becomes|became|will be) (?:the |a )?successor (?:of|to){_THE}{_ONE}",
    ),
}
_PRONOUN = lazy_re(r"(?:He|She|They|It)\b")
_NAMES = lazy_re(_NAME)
_ENDS = lazy_re(r"[.!?]\s|\n")
_NEAR = 300
"""Characters before a sentence in which the one before it stands."""
_COMMON = lexicon("ltd limited inc plc llc gmbh company club fc united city town rovers group corporation corp")
_ABOUT, _SAME = 0.5, 0.7
"""Share of the claim's words that a sentence must hold which tells of the same; and which says it but for the sides."""


@dataclass(frozen=True)
class Told:
    """What the sentences that tell of the same say of the claim's two sides."""

    agrees: bool
    crossed: str = ""
    """In words what is exchanged; empty when nothing is."""
    plain: bool = False


@dataclass(frozen=True)
class _Frame:
    kind: str
    one: frozenset[str]
    other: frozenset[str]

    @property
    def whole(self) -> bool:
        return bool(self.one and self.other)


def told(claim: str, units: Sequence[str], whole: str) -> Told:
    """`whole`: what the units stand in. A sentence that begins with a pronoun speaks of whom the one before names."""
    said = frozenset(stems(claim))
    pairs = [
        (ours, theirs, cover(said, text))
        for ours in _frames(claim)
        for unit in units
        for theirs, text in _named(unit, whole)
        if ours.kind == theirs.kind and cover(said, text) >= _ABOUT
    ]
    if any(_straight(ours, theirs) and not _straight(ours, _turned(theirs)) for ours, theirs, _ in pairs):
        return Told(agrees=True)
    for ours, theirs, share in pairs:
        if theirs.whole and _crossed(ours, theirs):
            return Told(agrees=False, crossed=f"the claim exchanges {ours.kind}", plain=share >= _SAME)
    return Told(agrees=False)


def _named(unit: str, whole: str) -> Iterator[tuple[_Frame, str]]:
    """The frames of a sentence, each with the text in which its sides stand."""
    before = whole.partition(unit)[0][-_NEAR:] if _PRONOUN.match(unit) else ""
    last = _ENDS.split(before.strip(".!? \n"))[-1]
    names = [name for match in _NAMES.finditer(last) if _words(name := match[0])]
    for each in _frames(unit):
        if len(names) == 1 and not each.whole:
            side = _words(names[0])
            yield _Frame(each.kind, each.one or side, each.other or side), f"{names[0]} {unit}"
        else:
            yield each, unit


def _straight(ours: _Frame, theirs: _Frame) -> bool:
    return bool(ours.one & theirs.one or ours.other & theirs.other)


def _crossed(ours: _Frame, theirs: _Frame) -> bool:
    """True where the sides are exchanged; of two both are, for who follows one may go before another."""
    if ours.whole:
        straight = ours.one & theirs.one and ours.other & theirs.other
        return bool(ours.one & theirs.other and ours.other & theirs.one and not straight)
    return _straight(ours, _turned(theirs)) and not _straight(ours, theirs)


def _turned(frame: _Frame) -> _Frame:
    return _Frame(frame.kind, frame.other, frame.one)


@lru_cache(maxsize=1024)
def _frames(text: str) -> tuple[_Frame, ...]:
    return () if UNDONE.search(text) else tuple(_found(text))


def _found(text: str) -> Iterator[_Frame]:
    for kind, forms in _KINDS.items():
        found = [match.groupdict() for form in forms for match in form.finditer(text)]
        frames = [_Frame(kind, _words(each.get("one")), _words(each.get("other"))) for each in found]
        whole = [each for each in frames if each.whole]
        yield from whole or (each for each in frames if each.one or each.other)


def _words(name: str | None) -> frozenset[str]:
    words = frozenset(re.findall(r"[^\W\d_]{2,}", (name or "").lower())) - NOT_A_NAME - STOP_WORDS
    return words - _COMMON or words
