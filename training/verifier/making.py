"""Pairs made from real ones, each false one beside a true one.

swapped     a true claim with one number, name or word turned round, or another word of the evidence in the place of one
hard        a true claim with the most similar evidence of another group, holding 30 to 85 % of its words: not enough
cut         a sentence of the evidence as claim; its twin is corrupted, or the sentence is taken out of the evidence
buried      a real pair whose evidence stands between passages of other groups
"""

from __future__ import annotations

import random
import re
from typing import Any

from moot.text import sentences
from moot.text.terms import stems

Row = dict[str, Any]

NUMBER = re.compile(r"\d[\d,.]*\d|\d")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+(?: [A-Z][\w-]+)*")
WORD = re.compile(r"\b[a-z]{5,}\b")
OPPOSITES = [
    ("increased", "decreased"), ("increase", "decrease"), ("increases", "reduces"), ("rose", "fell"),
    ("more", "less"), ("higher", "lower"), ("high", "low"), ("before", "after"), ("first", "last"), ("all", "some"),
    ("always", "never"), ("won", "lost"), ("largest", "smallest"), ("best", "worst"), ("most", "least"),
    ("older", "younger"), ("early", "late"), ("male", "female"), ("north", "south"), ("east", "west"),
    ("positive", "negative"), ("with", "without"), ("above", "below"), ("can", "cannot"), ("many", "few"),
    ("began", "ended"), ("born", "died"), ("mother", "father"), ("brother", "sister"), ("inside", "outside"),
    ("open", "closed"), ("small", "large"), ("new", "old"), ("only", "also"), ("may", "must"), ("long", "short"),
]  # fmt: skip
VERB = re.compile(r"\b(is|was|are|were|can|could|will|would|should|does|did|has|have|had)\b(?! not)")


def swapped(true: list[Row], count: int, draw: random.Random) -> list[Row]:
    found: list[Row] = []
    for row in true * 2:
        false = turned(row["claim"], row["evidence"], draw)
        if false:
            found += [row, {**row, "claim": false, "label": "contradicted"}]
        if len(found) >= count:
            break
    return found


def hard(true: list[Row], count: int, draw: random.Random) -> list[Row]:
    pool = [(row, frozenset(stems(row["evidence"]))) for row in draw.sample(true, min(2500, len(true)))]
    found: list[Row] = []
    for row in draw.sample(true, len(true)):
        said = frozenset(stems(row["claim"]))
        some = [each for each in draw.sample(pool, 200) if each[0]["group"] != row["group"]]
        cover, other = max(((len(said & there) / max(1, len(said)), each) for each, there in some), key=lambda x: x[0])
        if 0.3 <= cover <= 0.85 and other["evidence"] != row["evidence"]:
            found += [row, {**row, "evidence": other["evidence"], "label": "not_enough"}]
        if len(found) >= count:
            break
    return found


def cut(rows: list[Row], count: int, draw: random.Random) -> list[Row]:
    found: list[Row] = []
    texts = list(dict.fromkeys(row["evidence"] for row in rows if len(row["evidence"].split()) >= 25))
    for text in draw.sample(texts, len(texts)) * 3:
        spans = [" ".join(span.of(text).split()) for span in sentences.split(text)]
        fit = [n for n, span in enumerate(spans) if 6 <= len(span.split()) <= 35]
        if not fit or len(spans) < 2:
            continue
        at = draw.choice(fit)
        claim, row = spans[at], {"claim": spans[at], "evidence": " ".join(spans), "dataset": "made", "group": ""}
        without = {**row, "evidence": " ".join(spans[:at] + spans[at + 1 :]), "label": "not_enough"}
        false = turned(claim, text, draw)
        twin = {**row, "claim": false, "label": "contradicted"} if false and draw.random() < 0.5 else without
        found += [{**row, "label": "supported"}, twin]
        if len(found) >= count:
            break
    return found


def buried(rows: list[Row], draw: random.Random) -> list[Row]:
    """Of at most about 110 words: what is longer is cut to windows anyway."""
    short = [row for row in rows if len(row["evidence"].split()) <= 60]
    found: list[Row] = []
    for row in rows:
        others = [each["evidence"] for each in draw.sample(short, 6) if each["group"] != row["group"]]
        parts, room = [row["evidence"]], 105 - len(row["evidence"].split())
        for other in others:
            if len(other.split()) <= room:
                parts.insert(draw.randint(0, len(parts)), other)
                room -= len(other.split())
        found.append({**row, "evidence": "\n".join(parts)})
    return found


def turned(claim: str, evidence: str, draw: random.Random) -> str:
    """The claim made false in one place; empty where nothing can be turned."""
    ways: list[str] = []
    numbers = NUMBER.findall(claim)
    if numbers:
        others = [each for each in NUMBER.findall(evidence) if each not in numbers]
        ways.append(claim.replace(draw.choice(numbers), draw.choice(others) if others else _odd(numbers[0], draw), 1))
    names, strangers = NAME.findall(claim), [each for each in NAME.findall(evidence) if each not in claim]
    if names and strangers:
        ways.append(claim.replace(draw.choice(names), draw.choice(strangers), 1))
    pairs = [pair for a, b in OPPOSITES for pair in ((a, b), (b, a))]
    turns = [re.sub(rf"\b{a}\b", b, claim, count=1) for a, b in pairs if re.search(rf"\b{a}\b", claim)]
    if turns:
        ways.append(draw.choice(turns))
    verb = VERB.search(claim)
    if verb and draw.random() < 0.5:  # fewer negations than the rest, or "not" alone gives a false claim away
        ways.append(claim[: verb.end()] + " not" + claim[verb.end() :])
    here = WORD.findall(claim)
    there = [word for word in WORD.findall(evidence) if word not in claim]
    if here and there and draw.random() < 0.5:
        one = draw.choice(here)
        alike = [word for word in there if word[-2:] == one[-2:]]
        if alike:
            ways.append(re.sub(rf"\b{one}\b", draw.choice(alike), claim, count=1))
    return draw.choice(ways) if ways else ""


def _odd(number: str, draw: random.Random) -> str:
    """Another number of the same form."""
    at = draw.choice([n for n, c in enumerate(number) if c.isdigit()])
    return number[:at] + draw.choice([c for c in "123456789" if c != number[at]]) + number[at + 1 :]
