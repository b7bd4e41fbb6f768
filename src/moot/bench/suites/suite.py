"""The contract of a suite: tasks, an attempt of a contestant at one, and the mark of what came of it.

Whoever runs suites (repeats, order, budget, what was done already) needs nothing else of them:

    suite = opened("sourced")
    for task in suite.tasks():
        attempt = await suite.attempt(task, "reader:lexical", desk)
        mark = suite.mark(task, attempt.answer)

Marking is pure: the same answer gets the same mark, so that stored answers can be marked again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast

from moot.plugins import load

if TYPE_CHECKING:
    from moot.ledger.store import Store
    from moot.models.seating import Seater

PANEL, VERIFIER = "panel:", "verifier:"
"""Fronts of contestants that are no models: a panel as one, and what only says whether a claim is borne out."""
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Task:
    """One thing that is asked. What a suite needs beside this it finds by `id`."""

    id: str
    """Unique in the suite."""
    group: str
    """What the task shares with others, such as its folder of sources: tasks of one group are not independent."""
    kind: str
    """What makes it hard, such as `unanswerable`; reports give a figure for each kind."""
    asked: str
    """In words, as the contestant is asked."""


@dataclass(frozen=True)
class Part:
    """One side of a mark, kept apart from the others."""

    name: str
    score: float | None
    """0 to 1; None where the task does not ask for it."""
    reason: str
    """One sentence."""


@dataclass(frozen=True)
class Mark:
    score: float
    """0 to 1: what counts as the result of the trial."""
    parts: tuple[Part, ...]

    @property
    def reason(self) -> str:
        return "; ".join(part.reason for part in self.parts if part.reason)


@dataclass(frozen=True)
class Desk:
    """What one attempt may use."""

    store: Store
    """Where the run is kept, if the suite makes one."""
    seater: Seater
    """Who seats models for all attempts: connections are shared, and a local model is in memory once."""
    budget: Decimal = Decimal(1)
    """USD that this attempt may cost at most."""
    price: str | None = None
    """`IN/OUT` in USD per million tokens, for models of unknown price."""
    allow_retention: bool = False
    """Whether sources may go to endpoints that keep prompts."""
    retry_failed: bool = False
    """Whether calls of a broken-off attempt that failed are sent once more."""
    env: Mapping[str, str] = field(default_factory=lambda: os.environ)
    record: str = ""
    """Of an attempt at this very task that was broken off: it goes on there, and no call is paid twice."""
    began: Callable[[str], None] = lambda _: None
    """Told the record as soon as there is one, before anything is spent."""


@dataclass(frozen=True)
class Attempt(Generic[Answer]):
    """What a contestant made of a task, and what it took. None: nobody counted."""

    answer: Answer
    usd: Decimal | None = None
    seconds: float | None = None
    output_tokens: int | None = None
    record: str = ""
    """Where it can be looked at, such as the id of a run in the desk's store."""


class Suite(Protocol[Answer]):
    """Registered under the entry point group `moot.suites` by its name, as a callable: what stands after the colon of
    `NAME:ARGUMENT` (empty without one) in, the suite out. It raises `UsageError` for an argument it has no use for."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str:
        """Changes whenever a mark may change: results of unlike versions are not compared."""
        ...

    def tasks(self) -> Sequence[Task]:
        """In a fixed order."""
        ...

    async def attempt(self, task: Task, contestant: str, desk: Desk, /) -> Attempt[Answer]:
        """Raises the `MootError` of an attempt that came to no answer: neither a success nor, by itself, a failure."""
        ...

    def mark(self, task: Task, answer: Answer, /) -> Mark: ...


def opened(named: str) -> Suite[object]:
    """The suite of that name, such as `sourced` or `claims:FILE`. Raises `UsageError`."""
    name, _, argument = named.partition(":")
    return cast("Callable[[str], Suite[object]]", load("suites", name, "suite"))(argument)
