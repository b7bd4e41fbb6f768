"""Who did something to whom, or is more than whom: "Okafor accused Lund", "bears kill wolves", "older than the mill".

Any word may be the verb: what stands next before it does it to what stands next behind it, or the other way round in
the passive. Where the claim has the two in each other's place, and no sentence has them in the claim's, they are
exchanged. What is always mutual is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from moot.text import sentences
from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS, lexicon
from moot.text.terms import stem
from moot.text.tongue import ENGLISH, small, tongue

_ASIDE = lazy_re(r" ?\([^()\n]{1,80}\)|, [^,;:.\n]{1,60},(?= (?:is|are|was|were|has|had|have|will|[a-z]+(?:ed|s)) )")
"""Between who does it and the verb: "the mill, built in 1840, is older"."""
_PIECE = lazy_re(r"[,;:()–—|\n\"“”]|\.(?=\s|$)|\b(?:and|but|while|whereas|although|though|because)\b")
_TOKEN = lazy_re(r"[^\W\d_][\w’'-]*|\d[\d.,]*")
_BE = lexicon("is are was were been be being get gets got")
_HELPS = _BE | lexicon(
    "more less has have had will would shall do does did can then later also once again already still now"
)
_OPENS = lexicon("the a an its his her their our this these that those all both each every some many most two three")
_MUTUAL = frozenset(
    map(
        stem,
        lexicon("""
            met meet meets married marry marries border borders bordered face faces faced resemble resembles resembled
            equal equals equalled match matches matched played plays play fought fight fights adjoin adjoins touch
            touches touched overlap overlaps overlapped meant means mean became become remain remains remained joined
            like came come comes stood stands lay lies say says said correlated correlates called named
        """),
    )
)
"""What both do to one another, or what tells what something is."""
UNDONE = lazy_re(
    r"\b(?:not|never|no|neither|nobody|none|nearly|almost|would|could|(?-i:may)|might|if|whether|hop(?:es?|ed)|"
    r"want(?:s|ed)?|plan(?:s|ned)?|tried|refused|failed|offered|agreed|each other|one another)\b|n[’']t\b|\?",
    re.IGNORECASE,
)
"""What is told with one of these may never have been done, or was done by both."""
_LEAST = 3
"""Letters of a verb."""
_BEFORE, _BEHIND, _BY = 4, 3, 6
"""Content words of who does it and of whom it is done to; words between the verb and "by"."""
_LOOKED = 12
"""Words before a verb."""


@dataclass(frozen=True)
class _Act:
    word: str
    verb: str
    doer: frozenset[str]
    done: frozenset[str]


def exchanged(claim: str, units: Sequence[str], whole: str) -> str:
    """In words what is exchanged; empty when nothing was seen. `whole`: all that the sources say."""
    there = [act for unit in units for act in _acts(unit)]
    told = tongue(claim)
    aside = small(told) if told and told != ENGLISH else frozenset[str]()
    for ours in (act for act in _acts(claim) if act.word not in aside):
        crossed = any(_crossed(ours, act) for act in there)
        if crossed and not any(
            _straight(ours, act) for each in sentences.split(whole) for act in _acts(each.of(whole))
        ):
            return f"the claim exchanges who or what “{ours.word}” is said of and to whom or what it is done"
    return ""


def _straight(one: _Act, other: _Act) -> bool:
    return one.verb == other.verb and bool(one.doer & other.doer or one.done & other.done)


def _crossed(one: _Act, other: _Act) -> bool:
    same = one.verb == other.verb and not _straight(one, other)
    return same and bool(one.doer & other.done and one.done & other.doer)


@lru_cache(maxsize=1024)
def _acts(text: str) -> tuple[_Act, ...]:
    if UNDONE.search(text):
        return ()
    pieces = _PIECE.split(_ASIDE.sub("", text))
    return tuple(act for piece in pieces for act in _of_piece(_TOKEN.findall(piece)))


def _of_piece(tokens: Sequence[str]) -> Iterator[_Act]:
    for at, token in enumerate(tokens):
        if not token[0].islower() or len(token) < _LEAST or token in STOP_WORDS | _HELPS or token.endswith("ly"):
            continue
        verb = stem(token)
        helps, start = _helped(tokens, at)
        before = _before(tokens, start)
        passive = bool(_BE & set(helps))
        if verb in _MUTUAL or not before:
            continue
        if tokens[at + 1 : at + 2] == ["than"]:
            behind = _behind(tokens, at + 2)
        elif passive:
            by = next((n for n in range(at + 1, min(len(tokens), at + 1 + _BY)) if tokens[n] == "by"), 0)
            behind, before = before, _behind(tokens, by + 1) if by else frozenset()
        else:
            behind = _behind(tokens, at + 1)
        doer, done = (behind, before) if "less" in helps else (before, behind)
        doer, done = doer - done, done - doer
        if doer and done:
            yield _Act(token, verb, doer, done)


def _helped(tokens: Sequence[str], at: int) -> tuple[list[str], int]:
    """The words before a verb that belong to it, and where they begin."""
    start = at
    while start and (tokens[start - 1].lower() in _HELPS or tokens[start - 1].endswith("ly")):
        start -= 1
    return [token.lower() for token in tokens[start:at]], start


def _before(tokens: Sequence[str], end: int) -> frozenset[str]:
    """The content words that end there, with those before them."""
    if end and tokens[end - 1].lower() in STOP_WORDS:
        return frozenset()
    words = [
        token
        for token in tokens[max(0, end - _LOOKED) : end]
        if token.lower() not in STOP_WORDS and not token[0].isdigit()
    ]
    return frozenset(stem(word.lower()) for word in words[-_BEFORE:])


def _behind(tokens: Sequence[str], start: int) -> frozenset[str]:
    """The content words that begin there, behind articles, up to the next small word."""
    while start < len(tokens) and tokens[start].lower() in _OPENS:
        start += 1
    found: list[str] = []
    for token in tokens[start:]:
        if token.lower() in STOP_WORDS or token[0].isdigit() or len(found) == _BEHIND:
            break
        found.append(stem(token.lower()))
    return frozenset(found)
