"""Is what a claim cites about the claim's subject at all? A signal: real reports cite works on quite other things.

A source is on another subject when its title, its beginning and what is cited of it share almost no word with the
claim, and no sentence vector of theirs is near the claim's. The words and the vectors are English: a source that is not
is left unchecked.

Measured on ExpertQA's development part (sentences of real systems with the passages that they cite), looked at once:
cosines and shared words alone doubt 6 of 515 pairs that experts judged to support at least in part, and 685 of 698 of a
sentence and a passage of another answer. That the words of the claim must be strange to what it cites too clears the
strongly reworded sentences of two corpora written by others, and keeps 128 of 130 wrong pairs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from moot.evidence.library import Library
from moot.evidence.line import line
from moot.text.terms import stems
from moot.text.tongue import ENGLISH, tongue
from moot.verify.check import finding
from moot.verify.comparing import foreign
from moot.verify.comparing.paired import pair
from moot.words import Claim, ClaimKind, Document, Finding, Outcome

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAR = 0.3
"""Cosine from which on a claim is of the subject of a text."""
MET = 0.48
"""The same for that cosine and the share in which the claim's words are met in a sentence that it cites, added up:
strongly reworded claims fall below the first by themselves."""
SHARED = 4
"""Different words, by stem, that show the same without vectors."""
_FRONT = 4000
"""Characters at the beginning of a source that tell its subject."""
_PIECE = 1000
"""Characters that are one vector: more would blur it."""
_LEAST_SAID = 3
"""Different words, by stem, that a claim needs to have a subject of its own."""
_LEAST_TOLD = 20
"""Words that a source needs to tell its subject."""
_TITLE = 120


class Topic:
    """Applies to stated claims that say enough to have a subject."""

    name = "topic"
    gate = False

    @property
    def version(self) -> str:
        from moot.text import embedding

        return f"4 {embedding.shared().version}"

    def prepare(self) -> None:
        """Load the weights."""
        from moot.text import embedding

        embedding.shared().encode(["x"])

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        near = _Near()
        told = " ".join(claim.text for claim in claims)
        found = [self._finding(claim, library, near, told) for claim in claims if claim.kind is ClaimKind.STATED]
        return [finding for finding in found if finding]

    def _finding(self, claim: Claim, library: Library, near: _Near, told: str) -> Finding | None:
        said = f"{claim.about}: {claim.text}" if claim.about else claim.text
        documents = [each for each in _documents(claim, library) if len(each.text.split()) >= _LEAST_TOLD]
        if len(_stems(said)) < _LEAST_SAID or not documents:
            return None
        english = (tongue(claim.text) or tongue(told)) in (None, ENGLISH)
        readable = [each for each in documents if english and foreign.language(each.text) in (None, ENGLISH)]
        scores = {each.source.id: near.score(said, _told(each, claim, library)) for each in readable}
        far = [each for each in readable if scores[each.source.id] < NEAR]
        other = [each for each in far if scores[each.source.id] + _met(claim, each, library) < MET]
        outcome, reason = _outcome(other, readable)
        return finding(self, claim, outcome, reason, score=round(min(scores.values()), 3) if scores else None)


def _outcome(other: Sequence[Document], readable: Sequence[Document]) -> tuple[Outcome, str]:
    if other:
        names = " and ".join(f"“{line(each.source.title or each.source.origin, _TITLE)}”" for each in other)
        return Outcome.FAILS, f"it cites {names}, which {'is' if len(other) == 1 else 'are'} about another subject"
    if readable:
        return Outcome.HOLDS, "what it cites is about its subject"
    return Outcome.UNCHECKED, "the claim or what it cites is not in English: subjects are compared in English only"


def _met(claim: Claim, document: Document, library: Library) -> float:
    """How well the claim's words are met in a sentence that it cites of the source, the best of them."""
    mine = (each for each in library.cited(claim) if each.document is document and each.span)
    return max((pair(claim.text, each.around).of_claim() for each in mine), default=0.0)


class _Near:
    """Scores of claims against texts; each text is read once: many claims cite one source."""

    def __init__(self) -> None:
        self.vector = cache(_vector)
        self.stems = cache(_stems)

    def score(self, said: str, told: Sequence[str]) -> float:
        """The highest cosine of the claim to a piece; 1.0 for words shared."""
        if len(self.stems(said) & frozenset().union(*map(self.stems, told))) >= SHARED:
            return 1.0
        return max(float(self.vector(said) @ self.vector(piece)) for piece in told)


def _vector(text: str) -> NDArray[np.float32]:
    from moot.text import embedding

    return embedding.shared().encode([text])[0]


def _documents(claim: Claim, library: Library) -> Iterator[Document]:
    """The sources that a claim cites and that were read, each once."""
    cited = [each.document.source.id for each in library.cited(claim) if each.document]
    named = [each.source for each in claim.references if each.source]
    for id in dict.fromkeys([*cited, *named]):
        document = library.document(id)
        if document is not None:
            yield document


def _told(document: Document, claim: Claim, library: Library) -> list[str]:
    """What tells the subject of a source: title, beginning, and the passages that the claim cites."""
    front = " ".join(document.text[:_FRONT].split())
    pieces = [document.source.title, *(front[at : at + _PIECE] for at in range(0, len(front), _PIECE))]
    mine = (each.passage for each in library.cited(claim) if each.passage)
    pieces += [f"{each.heading}\n{each.text}"[:_PIECE] for each in mine if each.source == document.source.id]
    return [piece for piece in dict.fromkeys(pieces) if piece.strip()]


def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))
