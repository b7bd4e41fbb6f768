"""What the signals that read language share: they compare a stated claim with the sentences that its quotes lie in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from moot.evidence.cited import Cited, places
from moot.evidence.library import Library
from moot.text import sentences
from moot.text.terms import stems
from moot.verify.check import finding
from moot.verify.comparing import foreign, marked
from moot.verify.reckoning.given import tables
from moot.verify.reckoning.given.tables import Grid
from moot.words import Claim, ClaimKind, Document, Finding, Outcome


@dataclass(frozen=True)
class Evidence:
    """The sentences that a claim's quotes lie in, and the whole documents that they come from."""

    texts: tuple[str, ...]
    documents: tuple[Document, ...] = ()
    claims: tuple[str, ...] = ()
    """All claims of the document that the claim is part of."""
    grids: tuple[Grid, ...] = ()
    """The tables that quotes lie in."""
    marks: tuple[str, ...] = ()
    """Words of the claim that are marks of a file, or names in them."""

    def put(self, words: Callable[[str], str]) -> Evidence:
        """The same evidence with its sentences put in other words; itself where none is."""
        texts = tuple(map(words, self.texts))
        return self if texts == self.texts else replace(self, texts=texts)

    @cached_property
    def units(self) -> tuple[str, ...]:
        """Single sentences, list items or rows, each once."""
        return tuple(dict.fromkeys(span.of(text) for text in self.texts for span in sentences.split(text)))

    @cached_property
    def whole(self) -> str:
        """Everything that was cited, titles too."""
        return "\n".join(f"{each.source.title}\n{each.text}" for each in self.documents) or "\n".join(self.texts)


@dataclass(frozen=True)
class Seen:
    """What a signal saw in a claim and its evidence; without arguments nothing."""

    differs: str = ""
    """In words what differs."""
    plain: bool = False
    """Whether that is as good as proven: the finding then scores 0 (`weigh`)."""
    borne: str = ""
    """In words what is as good as a proof of the claim, where nothing differs: the finding then scores 1 (`weigh`)."""


class LanguageSignal(ABC):
    """A signal over stated claims with a located quote. What is known to be in another language is not compared, nor
    the marks that are words of a claim (`marked`). Of claims in a language that it does not read it says nothing: there
    neither words nor their order mean what they do in English.
    """

    name: str
    version: str
    gate = False
    abroad = False
    """Whether it reads some of other languages than English (`foreign.READ`)."""
    nothing: str
    """The reason of a finding that holds."""

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        asked = [claim for claim in claims if claim.kind is ClaimKind.STATED]
        cited = [[each for each in library.cited(claim) if each.span] for claim in asked]
        told = tuple(claim.text for claim in claims)
        each = ((claim, found) for claim, found in zip(asked, cited, strict=True) if found)
        return [self._finding(claim, found, told) for claim, found in each if self._reads(claim, found, told)]

    @abstractmethod
    def seen(self, claim: str, evidence: Evidence) -> Seen: ...

    def _reads(self, claim: Claim, found: Sequence[Cited], told: Sequence[str]) -> bool:
        return self.abroad or foreign.unread(claim.text, found, " ".join(told)) in (None, foreign.UNTOLD)

    def _finding(self, claim: Claim, found: Sequence[Cited], told: tuple[str, ...]) -> Finding:
        tongues = [_other(claim, each, told) for each in found]
        cited = [each for each, other in zip(found, tongues, strict=True) if not other]
        if not cited:
            return finding(self, claim, Outcome.UNCHECKED, foreign.uncompared(tongues[0]), places=places(found))
        documents = {each.document.source.id: each.document for each in cited if each.document}
        passages = {each.passage.id: each.passage for each in cited if each.passage}
        grids = tuple(grid for each in passages.values() if (grid := tables.read(each)))
        texts, whole = tuple(each.around for each in cited), tuple(documents.values())
        evidence = Evidence(texts, whole, told, grids, marked.subjects(claim))
        seen = self.seen(self.compared(claim), evidence)
        if seen.differs:
            score = 0.0 if seen.plain else None
            return finding(self, claim, Outcome.FAILS, seen.differs, places=places(cited), score=score)
        score, reason = (1.0, seen.borne) if seen.borne else (None, self.nothing)
        return finding(self, claim, Outcome.HOLDS, reason, places=places(cited), score=score)

    def compared(self, claim: Claim) -> str:
        """The claim without a frame whose subject is its mark: "Lindqvist (2025) finds that"."""
        return marked.unmarked(claim)


def _other(claim: Claim, cited: Cited, told: Sequence[str]) -> str:
    """The language of what is cited where it is known to be another; else empty."""
    other = foreign.apart(claim.text, cited, " ".join(told))
    return other if other and other != foreign.UNTOLD else ""


def cover(said: frozenset[str], unit: str) -> float:
    """Share of the stems `said` that a unit holds."""
    return len(said & set(stems(unit))) / len(said) if said else 0.0
