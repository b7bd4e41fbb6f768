"""Suites as tasks of inspect_ai."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, cast

from moot.bench.engine import inspected
from moot.bench.engine.contestants import Contestant
from moot.errors import BadTask, UsageError
from moot.plugins import registered

if TYPE_CHECKING:
    from inspect_ai import Task
    from inspect_ai.dataset import Sample

    from moot.bench.suites.suite import Suite


MOOT = "moot"
"""Our sandbox, as inspect_ai knows it."""


class AgentSuite(Protocol):
    """A suite that inspect_ai runs whole: see the package's docstring."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    def inspect_task(self) -> Task: ...


@dataclass
class Opened:
    """A suite, ready to be sat by any contestant."""

    name: str
    """The benchmark, as results call it."""
    version: str
    task: Task
    """Its dataset, and for an agent suite all the rest."""
    suite: Suite[Any] | None = None
    """A suite whose attempts are its own."""
    refuses: Callable[[str], str] | None = None
    prepare: Callable[[Sequence[str]], Awaitable[None]] | None = None
    """Shows that these tasks can be scored at all. Raises the `MootError` of one that cannot."""
    digest: str = ""
    """Of all that it asks: a bench that goes on must ask the same."""
    whole: int = 0
    """How many tasks it has, those beyond a limit too."""
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    """What a task of inspect_ai was told beside its name."""

    @property
    def samples(self) -> Sequence[Sample]:
        return list(self.task.dataset)

    @property
    def ids(self) -> list[str]:
        return [str(sample.id) for sample in self.samples]

    def require(self, contestant: Contestant) -> None:
        """Raise `UsageError` if the contestant cannot take this suite."""
        said = self.refuses(contestant.name) if self.refuses else ""
        if said:
            raise UsageError(f"{said.rstrip('.')}.")
        talks = self.suite is None
        why = contestant.cannot_talk() if talks else contestant.takes_no_seat()
        if why and (talks or not self.refuses):  # a suite that says whom it refuses takes all others
            raise UsageError(f"{why.rstrip('.')}: {contestant.name} cannot take {self.name}.")


def opened(named: str, limit: int | None, arguments: Mapping[str, Any] | None = None, sandbox: str = "") -> Opened:
    """The suite of that name, or the task of inspect_ai, which is told `arguments` as far as it knows them.

    `sandbox`: the one that takes the place of what tasks of inspect_ai ask for. Raises as the suite, or as
    `inspected.load`, and `BadTask` for one without tasks.
    """
    own = named.partition(":")[0] in registered("suites")
    found = _own(named) if own else _inspected(named, arguments or {}, sandbox)
    samples = list(found.task.dataset)
    told = "".join(f"\0{name}={value}" for name, value in sorted(found.options.items()))
    found.digest, found.whole = _digest(found.version + told, samples), len(samples)
    samples = samples[:limit]
    if not samples:
        raise BadTask(f"{named} has no tasks.")
    for number, sample in enumerate(samples, 1):
        sample.id = number if sample.id is None else sample.id
    ids = [str(sample.id) for sample in samples]
    doubled = next((id for n, id in enumerate(ids) if id in ids[:n]), None) if len(set(ids)) < len(ids) else None
    if doubled is not None:
        raise BadTask(f"{named} has two tasks with the id {doubled!r}: results could not be told apart.")
    from inspect_ai.dataset import MemoryDataset

    found.task.dataset = MemoryDataset(samples, name=found.name)
    return found


def _digest(version: str, samples: Sequence[Sample]) -> str:
    hashed = hashlib.sha256(version.encode())
    for sample in samples:
        said = f"\0{sample.id}\0{_asked(sample)}\0{sample.choices}\0{sample.target}"
        hashed.update(said.encode("utf-8", "replace"))
    return hashed.hexdigest()[:16]


def _asked(sample: Sample) -> object:
    """What a sample asks, without the ids that messages get by chance, anew in each process."""
    if isinstance(sample.input, str):
        return sample.input
    return [message.model_dump(exclude={"id"}) for message in sample.input]


def _own(named: str) -> Opened:
    from inspect_ai import Task
    from inspect_ai.dataset import MemoryDataset, Sample

    from moot.bench.suites.suite import opened as open_suite

    suite = open_suite(named)
    refuses = getattr(suite, "refuses", None)
    if hasattr(suite, "inspect_task"):
        agent = cast("AgentSuite", suite)
        prepare = getattr(suite, "prepare", None)
        return Opened(agent.name, agent.version, agent.inspect_task(), refuses=refuses, prepare=prepare)
    samples = [
        Sample(id=task.id, input=task.asked, metadata={"group": task.group, "kind": task.kind})
        for task in suite.tasks()
    ]
    task = Task(name=suite.name, version=suite.version, dataset=MemoryDataset(samples))
    return Opened(suite.name, suite.version, task, suite, refuses)


def _inspected(named: str, arguments: Mapping[str, Any], sandbox: str) -> Opened:
    """A task by the name that `inspect eval` has for it."""
    task, taken = inspected.loaded(named, arguments)
    task = copy(task)
    found = Opened(task.name, str(task.version), task, options={name: str(value) for name, value in taken.items()})
    if sandbox:
        _stand_in(found, sandbox)
    return found


def _stand_in(found: Opened, sandbox: str) -> None:
    """Let that sandbox take the place of every other. Raises `BadTask` for a state that ours cannot be in."""
    from inspect_ai.util import SandboxEnvironmentSpec

    task = found.task
    for place in (task, *task.dataset):
        if place.sandbox is not None and place.sandbox.type != sandbox:
            place.sandbox = SandboxEnvironmentSpec(sandbox, place.sandbox.config)
    if sandbox != MOOT:
        return

    async def prepare(ids: Sequence[str]) -> None:
        from moot.bench.engine.box import Box

        asked = set(ids)
        places = [task, *(sample for sample in task.dataset if str(sample.id) in asked)]
        for config in dict.fromkeys(place.sandbox.config for place in places if place.sandbox is not None):
            boxes = await Box.sample_init(found.name, config, {})
            await Box.sample_cleanup(found.name, config, boxes, False)

    found.prepare = prepare
