"""Pairs without a label, for the large network to judge: one thing changed in the claim or in the text, sentences of a
text as claims, parts of a text, neighbours. What a change makes of the truth nobody says beforehand."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from labelled import Pair, Passage, joined
from making import NAME, NUMBER, OPPOSITES, VERB, WORD, Row

from moot.text import sentences

_CLAUSE = re.compile(
    r",? \b(?:if|unless|provided|subject to|except|apart from|when|although|but|while|of which|according to|until|"
    r"where|on condition|among|in|at|for|from|with|by|under|before|after|since|during)\b [^,.;:]{3,60}(?=[,.;:]|$)"
)
_SOFTER = [
    ("may", "will"), ("could", "will"), ("might", "does"), ("should", "does"), ("expects to", "will"),
    ("plans to", "will"), ("is expected to", "will"), ("proposed", "adopted"), ("some", "all"), ("several", "all"),
    ("many", "all"), ("most", "all"), ("a few", "all"), ("half", "all"), ("often", "always"), ("sometimes", "always"),
    ("usually", "always"), ("at least", "at most"), ("associated with", "caused by"), ("linked to", "caused by"),
    ("and", "because"), ("while", "because"), ("after", "because of"), ("said", "proved"), ("claims", "shows"),
    ("believes", "knows"), ("only", ""), ("about", ""), ("nearly", ""), ("almost", ""), ("up to", ""), ("not", ""),
    ("no longer", "still"), ("never", "always"),
]  # fmt: skip
_TURNS = [
    (re.compile(rf"\b{re.escape(a)}\b"), b)
    for one, other in [*OPPOSITES, *_SOFTER]
    for a, b in ((one, other), (other, one))
    if a
]
_WAYS = "nnaaooooocccvwscd"


def unlabelled(passages: Sequence[Passage], real: Sequence[Row], draw: random.Random) -> list[Pair]:
    words = [_bag(each.text) for each in passages]
    found: list[Pair] = []
    for n, passage in enumerate(passages):
        near = sorted((-_shared(words[n], other), m) for m, other in enumerate(words) if m != n)[:6]
        found += _of_passage(passage, passages[draw.choice(near)[1]], draw)
    for row in real:
        found += _of_real(row, real, draw)
    return list(dict.fromkeys(found))


def _of_passage(passage: Passage, neighbour: Passage, draw: random.Random) -> Iterator[Pair]:
    table = "|" in passage.text
    units = [line.strip() for line in passage.text.split("\n") if line.strip()] if table else _sentences(passage.text)
    glue = "\n" if table else " "
    whole, bags = glue.join(units), [_bag(each) for each in units]

    def without(at: int, *instead: str) -> str:
        return glue.join([*units[:at], *instead, *units[at + 1 :]])

    for claim in passage.claims:
        said = _bag(claim)
        best = sorted(range(len(units)), key=lambda n: -len(said & bags[n]) / (4 + len(bags[n])))
        for _ in range(5):
            at = best[0] if len(best) < 2 or draw.random() < 0.65 else best[1]
            if other := changed(units[at], whole, draw):
                yield Pair(claim, without(at, other), "text changed")
            if other := changed(claim, whole, draw):
                twice = changed(other, whole, draw) if draw.random() < 0.3 else None
                yield Pair(twice or other, whole, "claim changed")
        yield Pair(claim, without(best[0]), "sentence gone")
        for _ in range(3):
            start = max(0, best[0] - draw.randint(0, 2)) if draw.random() < 0.7 else draw.randrange(len(units))
            part = glue.join(units[start : start + draw.randint(1, 4)])
            yield Pair(claim if draw.random() < 0.6 else changed(claim, whole, draw) or claim, part, "part")
        yield Pair(claim, joined(neighbour.text), "neighbour")
    for at in draw.sample(range(len(units)), min(8, len(units))):
        if not 5 <= len(units[at].split()) <= 45:
            continue
        yield Pair(units[at], whole, "sentence")
        yield Pair(units[at], without(at), "sentence gone")
        for _ in range(3):
            if other := changed(units[at], whole, draw):
                yield Pair(other, whole, "sentence changed")
        if other := changed(units[at], whole, draw):
            yield Pair(units[at], without(at, other), "text changed")


def _of_real(row: Row, real: Sequence[Row], draw: random.Random) -> Iterator[Pair]:
    claim, text = " ".join(row["claim"].split()), " ".join(row["evidence"].split())
    units = _sentences(text)
    if not units:
        return
    for _ in range(3):
        if other := changed(claim, text, draw):
            yield Pair(other, text, "claim changed")
        at = draw.randrange(len(units))
        if other := changed(units[at], text, draw):
            yield Pair(claim, " ".join([*units[:at], other, *units[at + 1 :]]), "text changed")
    said = _bag(claim)
    others = [each for each in draw.sample(list(real), 150) if each["group"] != row["group"]]
    near = max(others, key=lambda each: len(said & _bag(each["claim"])))
    yield Pair(" ".join(near["claim"].split()), text, "neighbour")
    for unit in draw.sample(units, min(2, len(units))) if len(units) > 1 else []:
        if 5 <= len(unit.split()) <= 40:
            yield Pair(unit, text, "sentence")
            if other := changed(unit, text, draw):
                yield Pair(other, text, "sentence changed")


def changed(text: str, other: str, draw: random.Random) -> str | None:
    """With one thing changed; None where in six tries nothing could be."""
    for _ in range(6):
        found = _tried(draw.choice(_WAYS), text, other, draw)
        if found != text and len(found.split()) >= 3:
            return found
    return None


def _tried(way: str, text: str, other: str, draw: random.Random) -> str:
    if way in "na":
        kind = NUMBER if way == "n" else NAME
        ours, theirs = kind.findall(text), [each for each in kind.findall(other) if each not in text]
        return text.replace(draw.choice(ours), draw.choice(theirs), 1) if ours and theirs else text
    if way == "o":
        turns = [turn for turn in _TURNS if turn[0].search(text)]
        if not turns:
            return text
        word, instead = draw.choice(turns)
        return " ".join(word.sub(instead, text, count=1).split())
    if way in "cd":
        clauses = list(_CLAUSE.finditer(text))
        clause = draw.choice(clauses) if clauses else None
        return text[: clause.start()] + text[clause.end() :] if clause else text
    if way == "v":
        verbs = list(VERB.finditer(text))
        verb = draw.choice(verbs) if verbs else None
        return text[: verb.end()] + " not" + text[verb.end() :] if verb else text
    if way == "w":
        ours, theirs = WORD.findall(text), [each for each in WORD.findall(other) if each not in text]
        one = draw.choice(ours) if ours else ""
        alike = [each for each in theirs if each[-2:] == one[-2:]]
        return re.sub(rf"\b{one}\b", draw.choice(alike), text, count=1) if one and alike else text
    for kind in (NAME, NUMBER):
        several = list(dict.fromkeys(kind.findall(text)))
        if len(several) > 1:
            a, b = draw.sample(several, 2)
            return text.replace(a, "\0", 1).replace(b, a, 1).replace("\0", b, 1)
    return text


def _sentences(text: str) -> list[str]:
    return [unit for span in sentences.split(text) if (unit := " ".join(span.of(text).split()))]


def _bag(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"[a-z]{3,}|\d+", text.lower())}


def _shared(one: set[str], other: set[str]) -> float:
    return len(one & other) / (1 + len(one | other))
