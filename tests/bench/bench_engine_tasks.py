"""Tasks of inspect_ai as somebody else would write them, for tests of the engine."""

from __future__ import annotations

import logging

from inspect_ai import Task, task
from inspect_ai._util.error import PrerequisiteError
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ModelOutput, ModelUsage, get_model
from inspect_ai.scorer import Score, Scorer, Target, includes, mean, scorer
from inspect_ai.solver import TaskState, generate
from inspect_ai.util import sandbox


def asked(n: int) -> Sample:
    return Sample(id=f"s{n}", input=f"What is {n} plus {n}?", target=str(2 * n), metadata={"group": f"g{n % 2}"})


@task
def sums() -> Task:
    return Task(dataset=[asked(n) for n in range(1, 7)], solver=generate(), scorer=includes())


@task
def other_sums() -> Task:
    """The same name, and other tasks."""
    return Task(name="sums", dataset=[asked(n) for n in range(2, 8)], solver=generate(), scorer=includes())


@task
def empty() -> Task:
    return Task(dataset=MemoryDataset([]), solver=generate(), scorer=includes())


@task
def twins() -> Task:
    return Task(dataset=[asked(1), asked(1)], solver=generate(), scorer=includes())


@task
def large() -> Task:
    """Its scores are out of a hundred."""

    @scorer(metrics=[mean()])
    def points() -> Scorer:
        async def score(state: TaskState, target: Target) -> Score:
            return Score(value=87.5)

        return score

    return Task(dataset=[asked(1)], solver=generate(), scorer=points())


@task
def choices() -> Task:
    """Asks for what Moot's models do not have."""
    return Task(dataset=[asked(1)], solver=generate(num_choices=3), scorer=includes())


@task
def broken() -> Task:
    raise RuntimeError("the data set is not there\nand more")


@task
def asks_another() -> Task:
    """Its scorer asks a model of inspect_ai's."""

    @scorer(metrics=[mean()])
    def judged() -> Scorer:
        async def score(state: TaskState, target: Target) -> Score:
            said = ModelOutput.from_content("mockllm/model", "Yes.")
            said.usage = ModelUsage(input_tokens=5, output_tokens=1, total_tokens=6)
            await get_model("mockllm/model", custom_outputs=[said]).generate("Is it right?")
            return Score(value=1.0)

        return score

    return Task(dataset=[asked(1)], solver=generate(), scorer=judged())


@task
def asked_with(word: str = "plus") -> Task:
    """Takes an argument."""
    return Task(
        dataset=[Sample(id="s1", input=f"What is 1 plus 1? Not {word}.", target="2")],
        solver=generate(),
        scorer=includes(),
    )


@task
def graded() -> Task:
    """Its scorer asks a model by a role."""

    @scorer(metrics=[mean()])
    def judged() -> Scorer:
        async def score(state: TaskState, target: Target) -> Score:
            said = await get_model(role="grader").generate(f"Is {state.output.completion} right, or 3 plus 3?")
            return Score(value=float("6" in said.completion))

        return score

    return Task(dataset=[asked(1)], solver=generate(), scorer=judged())


@task
def boxed(compose: str) -> Task:
    """Looks for a file in a container."""

    @scorer(metrics=[mean()])
    def found() -> Scorer:
        async def score(state: TaskState, target: Target) -> Score:
            ran = await sandbox().exec(["cat", "note.txt"])
            return Score(value=float(ran.stdout.strip() == "laid in"), explanation=ran.stderr)

        return score

    return Task(dataset=[asked(1)], solver=generate(), scorer=found(), sandbox=("docker", compose))


@task
def unreachable() -> Task:
    """Its data lie behind a network that is not there, and a library tells of every try."""
    logging.getLogger("hub").warning("Retrying in 1s [Retry 1/5].")
    try:
        raise ConnectionError("[Errno -2] Name or service not known")
    except ConnectionError as error:
        raise RuntimeError("RetryError[<Future at 0x7f51 state=finished>]") from error


@task
def unequipped() -> Task:
    raise ModuleNotFoundError("No module named 'absent'")


@task
def unprepared() -> Task:
    raise PrerequisiteError(
        "[bold]ERROR[/bold]: The API of some vendor requires optional dependencies. Install with:\n\n"
        "[bold]pip install vendor[/bold]"
    )
