"""Which sentences of a prompt bear on its question, which give other figures for the same, which claims are alike."""

from __future__ import annotations

import re

from moot.testing.answers.orders import commands
from moot.testing.answers.reading import Reading, Sentence, words

ALIKE = 3
"""Words that two sentences of different sources share when they are taken to speak of the same."""
ALIKE_WORDS = 0.5
"""The share of their words that two claims have in common when they are taken to speak of the same."""
LONGEST = 400
"""Characters of a sentence that is fit to be a claim."""


def chosen(reading: Reading, most: int) -> list[Sentence]:
    """Sentences nearest to the question, at most `most`, source by source in turn, none twice.

    Of a seat that argues a side, those nearest to its side first, and none that gives other figures for it.
    """
    asked, argued = words(reading.question), words(reading.side)
    fitting = [each for each in reading.sentences if fit(each) and not opposes(each, reading.side)]
    ranked = sorted(fitting, key=lambda each: -len(each.words & asked) - 2 * len(each.words & argued))
    queues: dict[str, list[Sentence]] = {}
    known: set[str] = set()
    for each in ranked:
        if each.text not in known:
            known.add(each.text)
            queues.setdefault(each.source, []).append(each)
    taken: list[Sentence] = []
    while len(taken) < most and any(queues.values()):
        taken += [queue.pop(0) for queue in queues.values() if queue][: most - len(taken)]
    return taken


def opposes(sentence: Sentence, side: str) -> bool:
    """Whether it speaks of the same as the side and shares none of its figures."""
    own, other = figures(side), figures(sentence.text)
    return bool(own and other) and own.isdisjoint(other) and len(sentence.words & words(side)) >= ALIKE


def rivals_of(text: str, source: str, reading: Reading) -> list[Sentence]:
    """Sentences of other sources that give other figures for what `text` speaks of, the nearest first."""
    said, given = words(text), figures(text)
    others = [
        each
        for each in reading.sentences
        if each.source != source and len(each.words & said) >= ALIKE and figures(each.text) - given and fit(each)
    ]
    return sorted(others, key=lambda each: -len(each.words & said)) if given else []


def fit(sentence: Sentence) -> bool:
    """Whether it can stand as a claim: a whole sentence, no heading, no table row, nothing overlong."""
    text = sentence.text
    whole = 20 <= len(text) <= LONGEST and text[-1] in ".!?" and text[0] not in "|#<>-*`" and len(sentence.words) > 3
    return whole and not commands(text)


def figures(text: str) -> set[str]:
    return set(re.findall(r"\d[\d.,]*\d|\d", text))


def alike(one: str, other: str) -> str:
    """How two claims stand to each other, by the names, words and figures that they share."""
    ours, theirs = words(one), words(other)
    shared = len(ours & theirs) / max(len(ours), len(theirs), 1)
    if names(one) != names(other) or shared < ALIKE_WORDS:
        return "apart"
    return "same" if figures(one) == figures(other) else "conflict"


def names(text: str) -> set[str]:
    """Words with a capital, the first one aside."""
    return set(re.findall(r"(?<=\s)[A-Z]\w+", text))
