"""What the double says of a question as a whole: its rival answers, and the answer over settled claims."""

from __future__ import annotations

from dataclasses import dataclass

from moot.testing.answers.choosing import chosen, rivals_of
from moot.testing.answers.reading import Reading, SeenClaim, words

SENTENCES = 5
"""Of an answer, the open points aside."""
CONSIDERED = 12
"""Sentences nearest to the question among which rival answers are looked for."""


@dataclass(frozen=True)
class Conclusion:
    text: str
    premises: tuple[str, ...]


def sides(reading: Reading) -> tuple[str, ...]:
    """Sentences that give different figures for one thing, as many as asked for; else any two."""
    near = chosen(reading, CONSIDERED)
    asked = words(reading.question)
    pairs = [(each, rivals_of(each.text, each.source, reading)) for each in near]
    contested = [(each, rivals) for each, rivals in pairs if rivals]
    if not contested:
        return tuple(each.text for each in near[:2])
    first, rivals = max(contested, key=lambda pair: len(pair[0].words & asked) + len(pair[1][0].words & asked))
    return tuple(dict.fromkeys(each.text for each in (first, *rivals)))[: max(2, reading.most)]


def conclusions(reading: Reading) -> tuple[Conclusion, ...]:
    """The standing claims nearest to the question, each restated, then what the sources disagree on."""
    asked = words(reading.question)
    standing = [each for each in reading.claims if each.id not in reading.fallen | reading.sides]
    ranked = sorted(standing, key=lambda each: -len(words(each.text) & asked))[:SENTENCES]
    found = [Conclusion(each.text, (each.id,)) for each in ranked]
    for ids in reading.disagreements:
        both = [claim for id in ids if id not in reading.fallen and (claim := reading.claim(id))]
        if len(both) > 1:
            found.append(Conclusion(_both(both), tuple(claim.id for claim in both)))
    return tuple(found)


def _both(claims: list[SeenClaim]) -> str:
    return f"The sources disagree: {'; '.join(claim.text.rstrip('. ') for claim in claims)}."
