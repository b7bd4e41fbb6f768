"""Is a vote told as it went? "By seven votes to three" beside "by 7 votes to 2".

We speak where the evidence tells of one vote only, of which the claim has one side right, or both sides exchanged: both
numbers of another pair may be those of another vote. "Three of eleven votes" is such a pair too, whose sum is the votes
that were cast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from moot.text import figures, sentences
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re

_VOTE = lazy_re(r"\b(?:vot\w+|ballot\w*|carried|passed|adopted|approved|rejected|defeated|majority|set aside)\b", re.I)
_SIDE = lazy_re(
    r"\b(?:against|for|in favou?r|oppos\w+|reject\w+|approv\w+|support\w+|backed|adopted|carried)\b", re.IGNORECASE
)
_DECIDED = lazy_re(rf"{_VOTE.pattern}|\b(?:motions?|amendments?|resolutions?|bills?|lost|won|fell|fail\w*)\b", re.I)
"""In a sentence that may tell of another vote without the word: "her motion was lost by 16 to 19"."""
_SHARES = lazy_re(rf"{_SIDE.pattern}|{_VOTE.pattern}|\bturned down\b", re.I)
_AGAINST = lazy_re(
    r"(?:[\s\xa0](?:votes?|members?|in favou?r|for|[a-z]+(?:ors|men|ers|ees)))?(?:,)?[\s\xa0](?:to|against)[\s\xa0]"
    r"|[-\u2013:]|[\s\xa0][\u2013-][\s\xa0]"
)
_OF = lazy_re(r"[\s\xa0](?:votes?[\s\xa0])?of[\s\xa0](?:the[\s\xa0]|all[\s\xa0])?", re.IGNORECASE)
_OUT_OF = lazy_re(r"\bof[\s\xa0](?:the[\s\xa0])?$", re.IGNORECASE)
_VOTERS = r"[\s\xa0](?:votes?|ballots?|members?|[a-z]+(?:ors|men|ers|ees))\b"
_THEY = lazy_re(_VOTERS, re.IGNORECASE)
_THEN = lazy_re(rf"{_VOTERS}(?:[\s\xa0]cast)?,?[\s\xa0]", re.IGNORECASE)
_FOLLOWS = lazy_re(r"[\s\xa0]?(?:%|per ?cent|o['’]clock|[ap]\.?m|\d)", re.IGNORECASE)


_CARRIED = lazy_re(
    r"\b(?:carried|passed|adopted|approved|accepted|backed|endorsed)(?:[\s\xa0](?:the|an?|its|their)[\s\xa0][a-z]+)?"
    r"[\s\xa0]by[\s\xa0](?:an?[\s\xa0]vote[\s\xa0]of[\s\xa0])?$",
    re.IGNORECASE,
)
"""Before a vote: "carried by", "approved the plan by"."""
_LOST = lazy_re(r"\b(?:lost|rejected|defeated|fell|fail\w*|short|voted[\s\xa0]down|against|not)\b", re.IGNORECASE)
_ALL = 100


@dataclass(frozen=True)
class Vote:
    figures: tuple[Figure, Figure]
    sentence: str

    @property
    def sides(self) -> frozenset[int]:
        return frozenset(int(each.value) for each in self.figures)

    @property
    def outvoted(self) -> bool:
        """Whether fewer votes than were cast against it are said to have carried something."""
        one, other = self.figures
        return (
            one.value < other.value
            and bool(_CARRIED.search(self.sentence[: one.start]))
            and not _LOST.search(self.sentence)
        )

    @property
    def told(self) -> str:
        return " to ".join(each.raw for each in self.figures)


def differing(said: Vote, passages: Sequence[str]) -> str:
    """In words in what a vote of a claim differs from the only one of the evidence; empty where it does not."""
    theirs = _only(passages)
    if theirs is None or said.sides == theirs.sides or not said.sides & theirs.sides:
        return ""
    return f"vote differs: {said.told} against {theirs.told}"


def exchanged(said: Vote, passages: Sequence[str]) -> str:
    """In words where a claim has the only vote of the evidence carried by fewer than were against it; else empty."""
    theirs = _only(passages)
    if theirs is None or said.sides != theirs.sides or theirs.outvoted or not said.outvoted:
        return ""
    return f"vote differs: {said.told} against {theirs.told}"


def _only(passages: Sequence[str]) -> Vote | None:
    """The vote that they tell of, where it is one; told again it may look carried by fewer."""
    held = [each for passage in passages for each in votes(passage)]
    if not held or len({sides for passage in passages for sides in _decided(passage)}) != 1:
        return None
    return next((each for each in held if each.outvoted), held[0])


def _decided(text: str) -> Iterator[frozenset[int]]:
    """The sides of all that may be votes; "lost by 16 to 19" reads as a range."""
    yield from (each.sides for each in votes(text, _DECIDED))
    for sentence in (span.of(text) for span in sentences.split(text)):
        for each in figures.find(sentence) if _DECIDED.search(sentence) else ():
            if each.kind is FigureKind.QUANTITY and not each.unit and each.high is not None:
                yield frozenset(int(end.value) for end in each.ends)


def cast(figure: Figure, claim: str, evidence: Sequence[str]) -> Vote | None:
    """The vote of the evidence of whose sides the figure of a claim is the sum, where it counts all that voted."""
    if not any(whole.start == figure.start for _, whole in _of_all(claim)):
        return None
    held = (each for text in evidence for each in votes(text))
    return next((each for each in held if sum(one.value for one in each.figures) == figure.value), None)


def divided(claim: str, passages: Sequence[str]) -> str:
    """In words in what "n of N votes" differs from the only vote of the evidence with N votes; empty where not."""
    for side, whole in _of_all(claim) if _SIDE.search(claim) else ():
        held = [each for passage in passages for each in votes(passage)]
        held = [each for each in held if sum(one.value for one in each.figures) == whole.value]
        if len({each.sides for each in held}) == 1 and int(side.value) not in held[0].sides:
            return f"vote differs: {side.raw} of {whole.raw} against {held[0].told}"
    return ""


def _of_all(text: str) -> Iterator[tuple[Figure, Figure]]:
    """One side of a vote, and how many voted: "three of eleven votes", "of the eleven members, three"."""
    for one, other in pairwise(_counts(text)) if _VOTE.search(text) else ():
        if _OF.fullmatch(text, one.end, other.start) and _THEY.match(text, other.end):
            yield one, other
        elif _OUT_OF.search(text[: one.start]) and _THEN.fullmatch(text, one.end, other.start):
            yield other, one


def rest(figure: Figure, claim: str, evidence: Sequence[str]) -> str:
    """The share of one side, in words, of which the figure of a claim is the rest: "81 to 19" of 81 % against."""
    for vote in votes(claim, _SHARES):
        if sum(each.value for each in vote.figures) != _ALL or figure.start not in [
            each.start for each in vote.figures
        ]:
            continue
        shares = (each for text in evidence if _SHARES.search(text) for each in figures.find(text) if each.unit == "%")
        told = next((each for each in shares if each.value == _ALL - figure.value), None)
        if told:
            return told.line
    return ""


def votes(text: str, tells: re.Pattern[str] = _VOTE) -> Iterator[Vote]:
    """The votes that sentences tell in which `tells` is found."""
    for span in sentences.split(text):
        sentence = span.of(text)
        if not tells.search(sentence):
            continue
        for one, other in pairwise(_counts(sentence)):
            if _AGAINST.fullmatch(sentence, one.end, other.start) and not _FOLLOWS.match(sentence, other.end):
                yield Vote((one, other), sentence)


def _counts(text: str) -> list[Figure]:
    """Whole numbers without a unit."""
    found = (each for each in figures.find(text) if each.kind is FigureKind.QUANTITY and not each.unit)
    return [each for each in found if each.value == int(each.value) and each.high is None]
