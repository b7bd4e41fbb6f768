"""The whole of it."""

from __future__ import annotations

from typing import Literal

from moot.report.shape.challenges import ChallengeView
from moot.report.shape.claims import ClaimView, EarlierClaim
from moot.report.shape.council import Council
from moot.report.shape.counted import Audited, Run, Stats
from moot.report.shape.header import Cover, Header
from moot.report.shape.sources import OneOrigin, SourceEntry
from moot.report.written import to_json
from moot.words import Case, Draft, Link, Word


class Planning(Word):
    """A sub-question, how it was searched for, and what was found."""

    id: str
    question: str
    searches: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()


class Report(Word):
    """The document with its record. The same case and the same answers give the same report, `run` aside."""

    schema_version: Literal[1] = 1
    case: Case
    state: str
    header: Header
    cover: Cover | None = None
    """None where the document is no longer than a cover, and of an audit."""
    plan: tuple[Planning, ...] = ()
    """Of a run that was only to plan."""
    draft: Draft
    """After the debate."""
    claims: tuple[ClaimView, ...]
    """Of `draft` in reading order, then those withdrawn or left out."""
    before: Draft | None = None
    """The answer before the debate; None where that left it as it was."""
    earlier: tuple[EarlierClaim, ...] = ()
    """The claims of `before`, each once, in reading order."""
    sources: tuple[SourceEntry, ...]
    origins: tuple[OneOrigin, ...] = ()
    """Which of the sources repeat others."""
    links: tuple[Link, ...] = ()
    """The addresses that an audit asked for."""
    challenges: tuple[ChallengeView, ...]
    stats: Stats
    council: Council | None = None
    """Where several seats wrote drafts of their own."""
    audited: Audited | None = None
    """Of an audit."""
    run: Run

    @property
    def first(self) -> Draft:
        """The answer before the debate, also where that left it as it was."""
        return self.draft if self.before is None else self.before

    @property
    def views(self) -> dict[str, ClaimView]:
        """The claims by id."""
        return {view.claim.id: view for view in self.claims}

    def comparable(self) -> str:
        """The report as JSON without `run`: equal for two runs of the same case with the same answers."""
        return to_json(self, leave_out=frozenset({"run"}))
