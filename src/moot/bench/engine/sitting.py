"""One contestant at one suite: the task that inspect_ai runs, and what came of each sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from moot.bench.engine.contestants import Contestant
from moot.bench.engine.inspected import one_line
from moot.bench.engine.session import STORE, Session
from moot.bench.engine.tasks import Opened
from moot.bench.engine.trials import Key
from moot.bench.results import Trial

if TYPE_CHECKING:
    from inspect_ai import Task
    from inspect_ai.dataset import Sample
    from inspect_ai.log import EvalSample, EvalSpec
    from inspect_ai.model import Model
    from inspect_ai.scorer import SampleScore, Scorer
    from inspect_ai.solver import Solver
    from inspect_ai.util import EarlyStop
    from pydantic import JsonValue

    from moot.bench.suites.suite import Attempt, Desk


@dataclass
class Sitting:
    opened: Opened
    contestant: Contestant
    session: Session
    repeats: int
    desk: Desk
    """For suites whose attempts are their own; what differs between trials is filled in."""
    is_done: Callable[[Key], bool]
    """Of a trial: by an earlier process."""
    is_over: Callable[[], bool]
    """Whether no further trial should be begun."""
    roles: Mapping[str, Contestant] = field(default_factory=dict[str, Contestant])
    """Who answers where a task asks for a model by its role, such as `grader`."""
    attempts: dict[Key, Attempt[Any]] = field(default_factory=dict[Key, "Attempt[Any]"])
    begun: dict[Key, str] = field(default_factory=dict[Key, str])
    """The run of an attempt."""

    def key(self, task: object, repeat: int) -> Key:
        return Key(self.opened.name, self.contestant.name, str(task), repeat)

    @property
    def model(self) -> str:
        """The contestant, as inspect_ai calls it."""
        return f"moot/{self.contestant.name}"

    @property
    def label(self) -> dict[str, object]:
        """What its log says it is."""
        return {"benchmark": self.opened.name, "contestant": self.contestant.name, "tasks": self.opened.whole}

    @property
    def left(self) -> int:
        """Trials that are still to be made."""
        keys = (self.key(task, repeat) for task in self.opened.ids for repeat in range(1, self.repeats + 1))
        return sum(not self.is_done(key) for key in keys)

    def task(self) -> Task:
        """The task with this contestant as its model, without what is done already."""
        from inspect_ai import Epochs, task_with
        from inspect_ai.model import get_model

        task = copy(self.opened.task)
        if self.opened.suite is not None:
            task = task_with(task, solver=_attempting(self), scorer=_marking(self))
        theirs = [] if task.setup is None else [task.setup] if callable(task.setup) else list(task.setup)
        roles = {role: get_model(f"moot/{who.name}", memoize=False) for role, who in self.roles.items()}
        return task_with(
            task,
            setup=[_placed(self), *theirs],
            model=self._model(),
            model_roles={**(task.model_roles or {}), **roles},
            epochs=Epochs(self.repeats),
            fail_on_error=False,
            early_stopping=_Remaining(self),
            metadata={**(task.metadata or {}), "moot": self.label},
        )

    def _model(self) -> Model:
        from inspect_ai.model import get_model

        from moot.bench.engine.model import MootModel

        model = get_model(self.model, memoize=False)
        assert isinstance(model.api, MootModel)
        model.api.attach(self.session, self.contestant)
        return model

    def marked_by(self, sample: EvalSample) -> str:
        """Who was asked about the answer: the models of roles, or, since no role was given, the contestant itself."""
        asked = [f"{role} {who.name}" for role, who in self.roles.items() if role in sample.role_usage]
        return ", ".join(asked) or ("itself" if _asks_itself(sample, self.model) else "")

    def _output_tokens(self, sample: EvalSample) -> int | None:
        """Of the contestant: as with the cost, nothing of whom the task asked besides."""
        own = sample.model_usage.get(self.model)
        alike = (role for role, who in self.roles.items() if f"moot/{who.name}" == self.model)
        others = sum(sample.role_usage[role].output_tokens for role in alike if role in sample.role_usage)
        return (own.output_tokens - others or None) if own else None

    def trial(self, sample: EvalSample, record: str) -> Trial:
        """What came of a sample. `record`: where its log is."""
        key = self.key(sample.id, sample.epoch)
        attempt, run = self.attempts.get(key), self.begun.get(key, "")
        score, error = _score(sample)
        if self.opened.suite is None:
            cost: Decimal | None = self.session.journal.spent(f"{key.place}/")
            tokens: int | None = self._output_tokens(sample)
        else:
            cost = attempt.usd if attempt else self.session.store.record(run).usd if run else None
            tokens = attempt.output_tokens if attempt else None
        return Trial(
            task=key.task,
            score=score,
            repeat=key.repeat,
            error=error,
            group=str(sample.metadata.get("group", "")),
            kind=str(sample.metadata.get("kind", "")),
            parts=tuple(_parts(sample)) if self.opened.suite is not None else (),
            cost=cost,
            seconds=(attempt.seconds if attempt else None) or sample.total_time,
            output_tokens=tokens,
            record=f"{STORE}#{run}" if run else record,
        )


def _asks_itself(sample: EvalSample, model: str) -> bool:
    """Whether the model was asked, by no role, while the sample was being scored."""
    scoring = False
    for event in sample.events:
        if event.event == "span_begin" and event.type == "scorers":
            scoring = True
        elif scoring and event.event == "model" and event.model == model and not event.role:
            return True
    return False


def _parts(sample: EvalSample) -> Iterator[tuple[str, float]]:
    """The sides of a mark, as `_marking` wrote them."""
    for score in (sample.scores or {}).values():
        yield from ((name, part) for name, part in (score.metadata or {}).items() if isinstance(part, float | int))


def _score(sample: EvalSample) -> tuple[float | None, str]:
    """The first score of a sample as a share, or why it has none."""
    from inspect_ai.scorer import value_to_float

    if sample.error is not None:
        return None, one_line(sample.error.message)[:400]
    if not sample.scores:
        return None, "it was not scored"
    name, score = next(iter(sample.scores.items()))
    value = score.value
    if isinstance(value, Mapping):
        value = next((each for each in value.values() if each is not None), 0)
    share = value_to_float()(value)  # pyright: ignore[reportArgumentType]
    if not 0 <= share <= 1:
        return None, f"its score {name} is {share:g}, which is not from 0 to 1"
    return share, ""


def _placed(sitting: Sitting) -> Solver:
    """Tells the requests of a sample where they belong."""
    from inspect_ai.solver import Generate, TaskState, solver

    from moot.bench.engine.model import TRIAL

    @solver(name="moot_placed")
    def placed() -> Solver:
        async def solve(state: TaskState, generate: Generate) -> TaskState:
            state.store.set(TRIAL, list(sitting.key(state.sample_id, state.epoch)))
            return state

        return solve

    return placed()


def _attempting(sitting: Sitting) -> Solver:
    """An attempt of the suite's own."""
    from dataclasses import replace

    from inspect_ai.model import ModelOutput
    from inspect_ai.solver import Generate, TaskState, solver

    suite, session = sitting.opened.suite, sitting.session
    assert suite is not None
    tasks = {task.id: task for task in suite.tasks()}

    @solver(name="moot_attempt")
    def attempting() -> Solver:
        async def solve(state: TaskState, generate: Generate) -> TaskState:
            key = sitting.key(state.sample_id, state.epoch)
            place = f"run/{key.place}"
            if session.journal.reached(place):
                sitting.begun[key] = await session.journal.decide(place, str)

            def began(run: str) -> None:
                sitting.begun[key] = session.journal.decide_now(place, run)

            desk = replace(sitting.desk, record=sitting.begun.get(key, ""), began=began)
            with session.trying(key):
                attempt = await suite.attempt(tasks[key.task], key.contestant, desk)
            sitting.attempts[key] = attempt
            where = f"{STORE}#{attempt.record}" if attempt.record else ""
            state.output = ModelOutput.from_content(str(state.model), where)
            state.completed = True
            return state

        return solve

    return attempting()


def _marking(sitting: Sitting) -> Scorer:
    from inspect_ai.scorer import Score, Target, mean, scorer, stderr
    from inspect_ai.solver import TaskState

    suite = sitting.opened.suite
    assert suite is not None
    tasks = {task.id: task for task in suite.tasks()}

    @scorer(name="moot_mark", metrics=[mean(), stderr()])
    def marking() -> Scorer:
        async def score(state: TaskState, target: Target) -> Score:
            key = sitting.key(state.sample_id, state.epoch)
            mark = suite.mark(tasks[key.task], sitting.attempts[key].answer)
            parts = {part.name: part.score for part in mark.parts}
            return Score(value=mark.score, explanation=mark.reason, metadata=parts)

        return score

    return marking()


class _Remaining:
    """Leaves out what was done in an earlier process, and what cannot be paid for any more."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._theirs = sitting.opened.task.early_stopping

    async def start_task(self, task: EvalSpec, samples: list[Sample], epochs: int) -> str:
        return await self._theirs.start_task(task, samples, epochs) if self._theirs else "moot"

    async def schedule_sample(self, id: str | int, epoch: int) -> EarlyStop | None:
        from inspect_ai.util import EarlyStop

        if self._sitting.is_done(self._sitting.key(id, epoch)):
            return EarlyStop(id=id, epoch=epoch, reason="done before")
        if self._sitting.is_over():
            return EarlyStop(id=id, epoch=epoch, reason="no money, or no place to write, is left")
        return await self._theirs.schedule_sample(id, epoch) if self._theirs else None

    async def complete_sample(self, id: str | int, epoch: int, scores: dict[str, SampleScore]) -> None:
        if self._theirs:
            await self._theirs.complete_sample(id, epoch, scores)

    async def complete_task(self) -> dict[str, JsonValue]:
        return await self._theirs.complete_task() if self._theirs else {}
