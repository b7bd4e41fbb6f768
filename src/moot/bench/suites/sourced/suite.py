"""The suite as those who run suites see it: an attempt is a whole run of Moot, its answer the report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from moot.bench.suites.sourced import marking
from moot.bench.suites.sourced.question import Question, digest, questions
from moot.bench.suites.suite import PANEL, VERIFIER, Attempt, Desk, Mark, Task
from moot.errors import UsageError

if TYPE_CHECKING:
    from moot.prepare import Setup
    from moot.report.shape import Report

MARKING = 1
"""Version of the rules by which answers are marked."""


def opened(argument: str) -> Sourced:
    """Raises `UsageError` for an argument: there is one set of questions."""
    if argument:
        raise UsageError(f"The suite sourced has no use for {argument!r}: name it alone.")
    return Sourced()


class Sourced:
    name = "sourced"

    @property
    def version(self) -> str:
        return f"{MARKING}+{digest()}"

    def tasks(self) -> Sequence[Task]:
        return [Task(each.id, each.folder, each.kind.value, each.asked) for each in questions()]

    def refuses(self, contestant: str) -> str:
        """Why a contestant cannot take it; empty if it can."""
        if contestant.startswith(VERIFIER):
            return f"{contestant} is a verifier, which answers no questions: the suite claims:FILE is for it."
        return ""

    async def attempt(self, task: Task, contestant: str, desk: Desk, /) -> Attempt[Report]:
        """A model answers alone (`solo`), a panel as its file says. Raises the `MootError` that ends the run."""
        from moot.prepare import prepare
        from moot.run import Research, create

        refused = self.refuses(contestant)
        if refused:
            raise UsageError(refused)
        run = desk.record
        if not run:
            run = create(prepare(_setup(_question(task.id), contestant, desk), desk.env), desk.store)
            desk.began(run)
        retry = desk.retry_failed and desk.store.record(run).state != "done"
        if retry and desk.store.kept(run).settled:
            run = desk.store.fork(run, retry_failed=True)
            desk.began(run)
        report = await Research(desk.store, run, retry_failed=retry, env=desk.env)
        tokens = report.run.tokens[1] if report.run.calls else None
        return Attempt(report, report.run.usd, report.run.seconds, tokens, run)

    def mark(self, task: Task, answer: Report, /) -> Mark:
        question = _question(task.id)
        return marking.mark(question, answer, _places(question.id))


def _question(id: str) -> Question:
    found = next((each for each in questions() if each.id == id), None)
    if found is None:
        raise UsageError(f"The suite sourced has no task {id!r}.")
    return found


def _setup(question: Question, contestant: str, desk: Desk) -> Setup:
    from moot.prepare import Setup

    panel = contestant.removeprefix(PANEL) if contestant.startswith(PANEL) else None
    return Setup(
        question.asked,
        [question.sources],
        protocol=None if panel else "solo",
        author=None if panel else contestant,
        panel=panel,
        budget=desk.budget,
        price=desk.price,
        allow_retention=desk.allow_retention,
    )


@cache
def _places(id: str) -> list[list[marking.Passage]]:
    from moot.evidence.read import read_paths

    question = _question(id)
    documents, _ = read_paths([question.sources])
    texts = {each.source.origin.rsplit("/", 1)[-1]: (each.text, each.source.text_sha256) for each in documents}
    return marking.places(question, texts)
