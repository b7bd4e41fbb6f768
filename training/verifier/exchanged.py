"""True sentences of reports with one figure, name or direction exchanged.

Writers of faulty sentences give few of each kind, and a small network learns from these mostly what faulty sentences
sound like. So of a true sentence, however reworded, one figure that its source tells gets another of the same passage
in its place (or a name, or a direction), and both are learned from: nothing else tells them apart. (The graph in use
learned before two slips were mended: a figure that agrees with the one it replaces, and "in three day".)
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from fitting import CONTRADICTED, NOT_SUPPORTED, SUPPORTED
from labelled import Pair
from making import NAME, OPPOSITES

from moot.text.figures import Figure, FigureKind, agree, find

WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_UNTOLD = (FigureKind.NAME, FigureKind.ORDINAL)
SHARE = 0.5
"""Of the sentences without such a figure in which a name or a direction is exchanged."""


def exchanged(pair: Pair, draw: random.Random) -> Iterator[Pair]:
    """The sentence as it is, and made false; nothing where it is not true or has nothing to exchange."""
    if pair.label != SUPPORTED:
        return
    false, label = of_figure(pair.claim, pair.text, draw), CONTRADICTED
    if not false and draw.random() < SHARE:
        false, label = of_word(pair.claim, pair.text, draw), NOT_SUPPORTED
    if false:
        yield Pair(pair.claim, pair.text, "exchanged", SUPPORTED)
        yield Pair(false, pair.text, "exchanged", label)


def of_figure(claim: str, text: str, draw: random.Random) -> str:
    """With another figure of the text, or one that stands nowhere, for one that stands there."""
    said, there = find(claim), find(text)
    known = [each for each in said if each.kind not in _UNTOLD and any(agree(each, other) for other in there)]
    if not known:
        return ""
    own = draw.choice(known)
    others = [each for each in there if _fits(own, each) and not any(each.value == one.value for one in said)]
    number = _number(draw.choice(others), own) if others and draw.random() < 0.8 else _odd(own, draw)
    false = f"{claim[: own.start]}{number}{claim[own.end :]}"
    new = next((each for each in find(false) if each.start == own.start), None)
    right = [each for each in there if agree(own, each)]
    if not number or new is None or any(agree(new, each) or agree(each, new) for each in right):
        return ""
    return false


def _fits(own: Figure, other: Figure) -> bool:
    one = (own.written == 1) is (other.written == 1)  # "Three days" for "two days", not for "one day".
    return one and other.kind is own.kind and other.unit == own.unit and (other.high is None) is (own.high is None)


def _number(other: Figure, own: Figure) -> str:
    """The other one, as the sentence writes its own: in words, or in digits."""
    number = other.written
    if own.word and not other.word and not other.unit and number == number.to_integral_value() and 0 < number <= 12:
        return WORDS[int(number)]
    if other.word and not own.word and not other.unit and number == number.to_integral_value():
        return str(int(number))
    return other.raw


def _odd(own: Figure, draw: random.Random) -> str:
    """Nearly the same figure."""
    digits = [n for n, each in enumerate(own.raw) if each.isdigit()]
    if digits:
        at = draw.choice(digits[1:] or digits)  # Not the 2 of 2023.
        return own.raw[:at] + draw.choice([each for each in "123456789" if each != own.raw[at]]) + own.raw[at + 1 :]
    for n, word in enumerate(WORDS[1:], 1):
        if re.search(rf"\b{word}\b", own.raw, re.IGNORECASE):
            other = WORDS[draw.choice([each for each in (n - 2, n - 1, n + 1, n + 2) if 2 <= each <= 12])]
            return re.sub(rf"\b{word}\b", other, own.raw, count=1, flags=re.IGNORECASE)
    return ""


def of_word(claim: str, text: str, draw: random.Random) -> str:
    """With another name of the text, or the opposite direction."""
    ways: list[str] = []
    names = [each for each in NAME.findall(claim) if each in text]
    strangers = [each for each in NAME.findall(text) if each not in claim and not any(name in each for name in names)]
    if names and strangers:
        ways.append(claim.replace(draw.choice(names), draw.choice(strangers), 1))
    turns = [
        re.sub(rf"\b{a}\b", b, claim, count=1)
        for pair in OPPOSITES
        for a, b in (pair, pair[::-1])
        if re.search(rf"\b{a}\b", claim)
    ]
    if turns:
        ways.append(draw.choice(turns))
    return draw.choice(ways) if ways else ""
