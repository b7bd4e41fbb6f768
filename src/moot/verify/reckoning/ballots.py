"""Is a vote told as it went? "By seven votes to three" beside "by 7 votes to 2".

We speak where the evidence tells of one vote only, of which the claim has one side right: both numbers of another pair
may be those of another vote.
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
_AGAINST = lazy_re(
    r"(?:[\s\xa0](?:votes?|members?|in favou?r|for|[a-z]+(?:ors|men|ers|ees)))?(?:,)?[\s\xa0](?:to|against)[\s\xa0]"
    r"|[-\u2013:]|[\s\xa0][\u2013-][\s\xa0]"
)
_FOLLOWS = lazy_re(r"[\s\xa0]?(?:%|per ?cent|o['’]clock|[ap]\.?m|\d)", re.IGNORECASE)


@dataclass(frozen=True)
class Vote:
    figures: tuple[Figure, Figure]

    @property
    def sides(self) -> frozenset[int]:
        return frozenset(int(each.value) for each in self.figures)

    @property
    def told(self) -> str:
        return " to ".join(each.raw for each in self.figures)


def differing(said: Vote, passages: Sequence[str]) -> str:
    """In words in what a vote of a claim differs from the only one of the evidence; empty where it does not."""
    held = [each for passage in passages for each in votes(passage)]
    if len({each.sides for each in held}) != 1:
        return ""
    theirs = held[0]
    if said.sides == theirs.sides or not said.sides & theirs.sides:
        return ""
    return f"vote differs: {said.told} against {theirs.told}"


def votes(text: str) -> Iterator[Vote]:
    """The votes that a text tells."""
    for span in sentences.split(text):
        sentence = span.of(text)
        if not _VOTE.search(sentence):
            continue
        found = [each for each in figures.find(sentence) if each.kind is FigureKind.QUANTITY and not each.unit]
        for one, other in pairwise(found):
            whole = all(each.value == int(each.value) and each.high is None for each in (one, other))
            if whole and _AGAINST.fullmatch(sentence, one.end, other.start) and not _FOLLOWS.match(sentence, other.end):
                yield Vote((one, other))
