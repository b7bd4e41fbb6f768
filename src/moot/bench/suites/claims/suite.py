"""The suite as those who run suites see it: a task is a claim with evidence, an answer what a verifier says of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from moot.bench.suites.claims.pairs import Label, LabelledPair, read
from moot.bench.suites.claims.said import Said
from moot.bench.suites.claims.scoring import EMBEDDED, REFEREE, Together, scorer
from moot.bench.suites.suite import PANEL, VERIFIER, Attempt, Desk, Mark, Part, Task
from moot.errors import UnknownModel, UsageError


def opened(argument: str) -> Claims:
    """Raises `UsageError` where no file is named, and as `pairs.read`."""
    if not argument:
        raise UsageError("The suite claims has no pairs of its own: name a file of them, as claims:FILE.")
    return Claims(Path(argument))


class Claims:
    """`contestant` is `verifier:embedded`, `verifier:referee`, `verifier:FOLDER` or a hub name; else a model, as judge.

    The parts of a mark are named by what is right, `supported` or `unsupported`: the mean of their means is the
    balanced accuracy.
    """

    name = "claims"

    def __init__(self, path: Path) -> None:
        self.pairs = read(path)
        self._by_id = {pair.id: pair for pair in self.pairs}
        self._together: dict[str, Together] = {}

    @cached_property
    def version(self) -> str:
        whole = hashlib.sha256()
        for pair in self.pairs:
            whole.update(pair.model_dump_json().encode())
        return f"1+{whole.hexdigest()[:12]}"

    def tasks(self) -> Sequence[Task]:
        return [Task(each.id, each.group or each.id, each.dataset, each.claim) for each in self.pairs]

    def refuses(self, contestant: str) -> str:
        """Why a contestant cannot take it; empty if it can. Loads a verifier, and raises the `MootError` of one that
        cannot be loaded."""
        if contestant.startswith(PANEL):
            return f"{contestant} is a panel; claims are judged by one model, or by a verifier (verifier:embedded)."
        if contestant.startswith("reader:"):
            return f"{contestant} gives no verdicts of its own; verifier:embedded and verifier:referee do."
        if contestant.startswith(VERIFIER):
            self._loaded(contestant)
        return ""

    def _loaded(self, contestant: str) -> Together:
        """The verifier of that name, loaded once."""
        if contestant not in self._together:
            try:
                name = contestant.removeprefix(VERIFIER)
                if not name:
                    raise UnknownModel(f"{contestant} names no verifier.")
                score = scorer(name)
            except UnknownModel as error:
                raise UnknownModel(
                    f"{str(error).rstrip('.')}; always here are {VERIFIER}{EMBEDDED} and {VERIFIER}{REFEREE}."
                ) from None
            self._together[contestant] = Together(score)
        return self._together[contestant]

    async def attempt(self, task: Task, contestant: str, desk: Desk, /) -> Attempt[Said]:
        """Raises the `MootError` of a contestant that is none, or gave no usable reply."""
        refused = self.refuses(contestant)
        if refused:
            raise UsageError(refused)
        if not contestant.startswith(VERIFIER):
            from moot.bench.suites.claims.judging import judged

            return await judged(self._pair(task.id), contestant, desk)
        said, seconds = await self._loaded(contestant).said(self._pair(task.id))
        return Attempt(said, seconds=seconds)

    def mark(self, task: Task, answer: Said, /) -> Mark:
        label = self._pair(task.id).label
        supported = label is Label.SUPPORTED
        score = float(answer.supported is supported)
        told = {True: "it says supported", False: "it says not supported", None: "it says nothing that counts"}
        reason = f"{told[answer.supported]} ({answer.reason}); it is {label.value.replace('_', ' ')}"
        return Mark(score, (Part("supported" if supported else "unsupported", score, reason),))

    def _pair(self, id: str) -> LabelledPair:
        if id not in self._by_id:
            raise UsageError(f"The suite claims has no pair {id!r}.")
        return self._by_id[id]
