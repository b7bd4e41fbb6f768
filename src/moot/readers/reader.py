"""What both readers share: a task is answered by choosing and quoting, as one row of the journal."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter

from moot.evidence import hostile
from moot.evidence.library import Library
from moot.ledger.calls import Answer
from moot.ledger.journal import Journal
from moot.readers import answers, aspects, composing, drafting, judging, objections, revising
from moot.readers.matter import Matter
from moot.readers.view import View
from moot.words import (
    Alignments,
    AlignTask,
    Assessments,
    AssessTask,
    ChallengeTask,
    Composing,
    DraftTask,
    Passage,
    PlanTask,
    Reply,
    RespondTask,
    ReviseTask,
    RuleTask,
    Seat,
    SidesTask,
    Source,
    Task,
)

WHOLE = 120
"""Passages of a library that a plan is made from whole; of a larger one, those that a search for the question finds."""


class Reader(ABC):
    """A seat without a model. Never asks anybody, never fails for the words of a source."""

    def __init__(self, seat: Seat, library: Library) -> None:
        self._seat = seat
        self.library = library
        self._shunned: set[tuple[str, int, int]] = set()
        self._scanned = 0
        """So many of the documents were looked through for orders."""

    @property
    def seat(self) -> Seat:
        return self._seat

    @abstractmethod
    def view(self, corpus: Iterable[str]) -> View:
        """How this reader sees texts, with the sentences at hand as its corpus."""

    async def answer(self, task: Task, place: str, journal: Journal) -> Reply:
        """The reply to `task`; it costs nothing and is one row at `<place>/a1`."""

        async def do() -> Answer:
            # In a thread, so that whoever watches the run is not kept waiting.
            reply = await asyncio.to_thread(self.reply, task)
            return Answer(body=reply.model_dump_json(), model=self._seat.model)

        answer = await journal.once(f"{place}/a1", task.model_dump_json(), Decimal(0), do)
        adapter: TypeAdapter[Any] = TypeAdapter(Reply)
        return adapter.validate_json(answer.body)

    def reply(self, task: Task) -> Reply:
        """The reply, a pure function of the task and the library."""
        if isinstance(task, AssessTask):
            return Assessments()  # it would see what the checks see
        if isinstance(task, AlignTask):
            return Alignments()  # and here what was compared already
        if isinstance(task, Composing):
            return composing.composed()
        if isinstance(task, PlanTask):
            return aspects.plan(self.matter(task.question, self._overview(task.question), task.sources))
        matter = self.matter(task.question, task.passages, task.sources)
        if isinstance(task, DraftTask):
            drafted = composing.for_side(drafting.draft(task, matter), task.side, matter)
            return drafted if task.reviewed else revising.with_disagreements(drafted, task, matter)
        if isinstance(task, SidesTask):
            return composing.sides(task, matter)
        if isinstance(task, ChallengeTask):
            return objections.challenges(task, matter)
        if isinstance(task, RespondTask):
            return answers.responses(task, matter, self._seat.role)
        if isinstance(task, ReviseTask):
            return revising.revision(task, matter)
        assert isinstance(task, RuleTask)
        return judging.judgements(task, matter)

    def matter(self, question: str, passages: Iterable[Passage], sources: Iterable[Source]) -> Matter:
        shunned = self._shun()
        shown = tuple(map(self.library.quotable, passages))
        told = tuple(
            each if each.title == (bare := hostile.bare(each.title)) else each.model_copy(update={"title": bare})
            for each in sources
        )
        return Matter.of(question, shown, told, shunned, self.view)

    def _overview(self, question: str) -> tuple[Passage, ...]:
        passages = self.library.passages
        return passages if len(passages) <= WHOLE else tuple(self.library.search(question, WHOLE))

    def _shun(self) -> frozenset[tuple[str, int, int]]:
        """Where sources address models instead of readers: nothing of it is read."""
        for document in self.library.documents[self._scanned :]:
            source, noticed = document.source.id, self.library.noticed(document)
            self._shunned.update((source, *reach) for reach in hostile.reaches(document.text, noticed))
        self._scanned = len(self.library.documents)
        return frozenset(self._shunned)
