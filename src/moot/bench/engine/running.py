"""`moot bench run`: suites, contestants, repeats, under one cap; killed at any moment, it goes on where it was."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moot.bench.engine import inspected
from moot.bench.engine.trials import Book, Key, Line
from moot.bench.results import Results
from moot.errors import CapReached, MootError, NotInstalled, UsageError

if TYPE_CHECKING:
    from inspect_ai import Task
    from inspect_ai.log import EvalLog, EvalSample

    from moot.bench.engine.contestants import Contestant
    from moot.bench.engine.session import Session
    from moot.bench.engine.sitting import Sitting
    from moot.bench.engine.tasks import Opened

LOGS = "logs"
DISPLAY = "INSPECT_DISPLAY"


@dataclass(frozen=True)
class Plan:
    """What is to be run."""

    suites: Sequence[str]
    contestants: Sequence[str]
    folder: Path
    repeats: int = 1
    budget: Decimal = Decimal(1)
    """USD, of all trials together, those of earlier runs in the folder included."""
    price: str | None = None
    """`IN/OUT` in USD per million tokens, for models of unknown price."""
    limit: int | None = None
    """Only so many tasks of each suite, the first."""
    retry_failed: bool = False
    """Trials that ended without a score are tried once more."""
    allow_retention: bool = False
    arguments: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """What tasks of inspect_ai are told beside their names, as far as they know it."""
    roles: Mapping[str, str] = field(default_factory=dict[str, str])
    """Models by the roles in which such tasks ask for them, such as `grader`."""
    sandbox: str = ""
    """What takes the place of any sandbox that such tasks ask for, such as `moot`."""


@dataclass
class Progress:
    """How far a bench is."""

    total: int
    """Trials asked for."""
    before: int
    """Of them, done by an earlier process."""
    done: int = 0
    """By this one, errors included."""
    errors: int = 0
    scores: dict[tuple[str, str], list[float]] = field(default_factory=dict[tuple[str, str], list[float]])
    """Of each benchmark and contestant of the plan, those of earlier processes included."""
    usd: Decimal = Decimal(0)
    outside: set[str] = field(default_factory=set[str])
    """Models that tasks themselves asked past the contestants: what these cost is not counted, and the cap of the bench
    does not hold them."""

    by_themselves: set[str] = field(default_factory=set[str])
    """Benchmarks in which contestants were asked to mark their own answers, since nobody else was named."""

    def add(self, key: Key, score: float | None) -> None:
        if score is not None and (key.benchmark, key.contestant) in self.scores:
            self.scores[key.benchmark, key.contestant].append(score)


OnTrial = Callable[[Progress, Line], None]


def run(
    plan: Plan,
    on_trial: OnTrial = lambda progress, line: None,
    on_start: Callable[[Progress], None] = lambda progress: None,
    env: Mapping[str, str] | None = None,
) -> list[Results]:
    """All trials of the plan that are not done yet; the results of the folder, earlier ones included.

    Raises the `MootError` of whatever cannot work before any money is spent; `CapReached` after it was spent, with all
    that was paid for written; `NotInstalled` without inspect_ai.
    """
    return asyncio.run(run_async(plan, on_trial, on_start, env))


async def run_async(
    plan: Plan,
    on_trial: OnTrial = lambda progress, line: None,
    on_start: Callable[[Progress], None] = lambda progress: None,
    env: Mapping[str, str] | None = None,
) -> list[Results]:
    """`run`, in the running event loop."""
    _require_installed()
    from moot.bench.engine import session, tasks
    from moot.bench.engine.contestants import require_money, resolve
    from moot.bench.engine.sitting import Sitting
    from moot.bench.suites.suite import Desk
    from moot.models.seating import Seater

    if plan.repeats < 1 or (plan.limit is not None and plan.limit < 1):
        raise UsageError("There is nothing to do: --repeats and --limit are 1 or more.")
    env = os.environ if env is None else env
    contestants = resolve(plan.contestants, Seater(env, plan.price))
    require_money(contestants, plan.budget)
    roles = {role: resolve([name], Seater(env, plan.price))[0] for role, name in plan.roles.items()}
    require_money(list(roles.values()), plan.budget)
    suites = [tasks.opened(named, plan.limit, plan.arguments, plan.sandbox) for named in dict.fromkeys(plan.suites)]
    _require_use(plan, suites, roles)
    for suite in suites:
        for contestant in contestants:
            suite.require(contestant)
    async with session.opened(plan.folder, plan.budget, plan.price, env, plan.retry_failed) as opened:
        for contestant in contestants:
            changed = f"{contestant.name} is another panel than when {plan.folder} was begun: choose another --out."
            await opened.same(f"contestant/{contestant.name}", contestant.identity, changed)
        for suite in suites:
            changed = f"{suite.name} asks something else than when {plan.folder} was begun: choose another --out."
            await opened.same(f"suite/{suite.name}", suite.digest, changed)
        who = json.dumps({role: each.identity for role, each in sorted(roles.items())})
        changed = f"Other models have roles than when {plan.folder} was begun: choose another --out."
        await opened.same("roles", who, changed)
        book = Book(plan.folder, [each.name for each in contestants])
        try:
            desk = Desk(
                opened.store,
                opened.seater,
                session.UNCAPPED,
                price=plan.price,
                allow_retention=plan.allow_retention,
                retry_failed=plan.retry_failed,
                env=env,
            )
            work = _Work(plan, opened, book, on_trial)
            sittings = [
                Sitting(suite, each, opened, plan.repeats, desk, work.is_done, work.is_over, roles)
                for suite in suites
                for each in contestants
            ]
            await work.do(sittings, on_start)
            opened.journal.finish("done")
            return book.results()
        finally:
            book.close()


class _Work:
    """One process's part of a bench."""

    def __init__(self, plan: Plan, session: Session, book: Book, on_trial: OnTrial) -> None:
        self._plan, self._session, self._book, self._on_trial = plan, session, book, on_trial
        self._before = set(book.lines)
        self._sittings: dict[str, tuple[Sitting, str]] = {}
        """By the id that inspect_ai gives to the running of a task; with the id of the task in the log's name."""
        self._progress = Progress(0, 0)
        self._broken: Exception | None = None
        """Why no further trial can be written."""

    def is_done(self, key: Key) -> bool:
        """Whether the trial has its line, from an earlier process; one without a score may be tried again."""
        if key not in self._before:
            return False
        return not (self._plan.retry_failed and self._book.lines[key].trial.score is None)

    def is_over(self) -> bool:
        """Whether no further trial should be begun."""
        return bool(self._session.unpaid or self._session.broken or self._broken)

    async def do(self, sittings: Sequence[Sitting], on_start: Callable[[Progress], None]) -> None:
        """Raises `CapReached` if the money did not last; `MootError` if a task failed as a whole."""
        total = sum(len(each.opened.ids) for each in sittings) * self._plan.repeats
        sat = [each for each in sittings if each.left]
        left = sum(each.left for each in sat)
        self._progress = Progress(total, total - left, usd=self._session.spent())
        for each in sittings:
            self._progress.scores[each.opened.name, each.contestant.name] = []
        for key, line in self._book.lines.items():
            self._progress.add(key, line.trial.score)
        on_start(self._progress)
        if not left:
            return
        for suite in {id(each.opened): each.opened for each in sat}.values():
            if suite.prepare is not None:
                await suite.prepare(suite.ids)
        logs = await self._evaluated(sat)
        broken = self._broken or self._session.broken
        if broken is not None:
            raise broken
        if len(logs) < len(sat) or any(log.status == "cancelled" for log in logs):
            raise asyncio.CancelledError  # inspect_ai ends its logs, and keeps the cancellation to itself
        if self._session.unpaid:
            done = self._progress.before + self._progress.done
            raise CapReached(
                f"The {self._plan.budget:f} USD leave no room for a further call after {done} of {total} trials: run "
                "it again with a higher --budget, and it goes on."
            )
        for log in logs:
            if log.status == "error" and log.error is not None:
                raise MootError(
                    f"{log.eval.task} with {log.eval.model} could not be run: {_one_line(log.error.message)}"
                )

    async def _evaluated(self, sittings: Sequence[Sitting]) -> list[EvalLog]:
        from inspect_ai.hooks import Hooks, SampleEnd, TaskStart, hooks

        from moot.bench.engine.model import BENCH

        work = self

        class Watch(Hooks):
            async def on_task_start(self, data: TaskStart) -> None:
                mine = (data.spec.metadata or {}).get("moot")
                work.start(data.eval_id, data.spec.task_id, next(each for each in sittings if each.label == mine))

            async def on_sample_end(self, data: SampleEnd) -> None:
                work.end(data.eval_id, data.sample)

        _quiet()
        tasks = [each.task() for each in sittings]
        hooks(name="moot_bench", description="writes the trials of `moot bench run`")(Watch)
        bench = BENCH.set(self._session)
        try:
            return await self._run(tasks)
        except Exception as error:
            if lacks := inspected.lacking(error):
                docker = "; --sandbox moot lets Moot's sandbox stand in" if "Docker" in lacks else ""
                raise NotInstalled(f"What the tasks need is not here: {lacks}{docker}.") from None
            raise
        finally:
            BENCH.reset(bench)

    async def _run(self, tasks: list[Task]) -> list[EvalLog]:
        from inspect_ai import eval_async

        return await eval_async(
            tasks,
            log_dir=str(self._plan.folder / LOGS),
            log_buffer=1,  # a trial is written once its log is on the disk
            log_realtime=False,
            log_level="error",
            max_tasks=len(self._plan.contestants),
            ctl_server=False,
            score_display=False,
            adaptive_connections=False,
            fail_on_error=False,
        )

    def start(self, eval_id: str, task_id: str, sitting: Sitting) -> None:
        self._sittings[eval_id] = sitting, task_id

    def end(self, eval_id: str, sample: EvalSample) -> None:
        """Write the trial, unless it only broke off. Never raises: inspect_ai would go on as if nothing was."""
        if eval_id not in self._sittings:
            return
        sitting, task_id = self._sittings[eval_id]
        key = sitting.key(sample.id, sample.epoch)
        cancelled = sample.error is not None and sample.error.message.startswith(("CancelledError(", "Cancelled("))
        if cancelled or key in self._session.unpaid or self._session.broken:
            return
        try:
            self._write(sitting, key, sample, self._log(task_id, sample))
        except Exception as error:
            self._broken = error

    def _write(self, sitting: Sitting, key: Key, sample: EvalSample, record: str) -> None:
        trial = sitting.trial(sample, record)
        settings = {"suite": sitting.opened.version, "inspect_ai": version("inspect_ai")}
        settings |= {f"-T {name}": value for name, value in sitting.opened.options.items()}
        if marked_by := sitting.marked_by(sample):
            settings["marked by"] = marked_by
        contestant = sitting.contestant
        members, protocol = (contestant.members, contestant.protocol) if contestant.is_panel else ((), "")
        line = Line(key, trial, f"moot {version('moot')}", settings, members, protocol, sitting.opened.whole)
        self._book.write(line)
        self._progress.done += 1
        self._progress.errors += trial.score is None
        self._progress.usd = self._session.spent()
        self._progress.outside |= {name for name in sample.model_usage if not name.startswith("moot/")}
        if settings.get("marked by") == "itself":
            self._progress.by_themselves.add(key.benchmark)
        self._progress.add(key, trial.score)
        self._on_trial(self._progress, line)

    def _log(self, task_id: str, sample: EvalSample) -> str:
        """Where the sample's log is, from the folder; after the mark, where inspect_ai's viewer shows it."""
        found = next((self._plan.folder / LOGS).glob(f"*{task_id}*"), None)
        return f"{LOGS}/{found.name}#/samples/sample/{sample.id}/{sample.epoch}" if found else LOGS


def _require_use(plan: Plan, suites: Sequence[Opened], roles: Mapping[str, Contestant]) -> None:
    """Raise `UsageError` for what no task has a use for, and for a role that its model cannot have."""
    unused = next((name for name in plan.arguments if not any(name in suite.options for suite in suites)), None)
    if unused is not None:
        raise UsageError(f"None of the tasks knows {unused!r}, which -T gives.")
    for role, who in roles.items():
        if why := who.cannot_talk():
            raise UsageError(f"{why.rstrip('.')}: {who.name} cannot be the {role}.")


def _require_installed() -> None:
    from importlib.util import find_spec

    if find_spec("inspect_ai") is None:
        raise NotInstalled("`moot bench run` needs the extra `bench`: pip install 'moot[bench]'.")


def _quiet() -> None:
    """inspect_ai draws its own display over the terminal unless it is told not to before it first looks."""
    from inspect_ai.util import display_type

    shown = os.environ.get(DISPLAY)
    os.environ[DISPLAY] = "none"
    try:
        display_type()
    finally:
        if shown is None:
            del os.environ[DISPLAY]
        else:
            os.environ[DISPLAY] = shown


def _one_line(text: str) -> str:
    return " ".join(text.split())[:300]
