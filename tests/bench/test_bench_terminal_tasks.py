"""Moot's own terminal tasks: each tells right from wrong."""

from __future__ import annotations

import os
import shutil

import pytest
from bench_terminal_wrong import WRONG

from moot.bench.suites.terminal import TerminalTask, check, own, score, start
from moot.bench.suites.terminal.start import SOLUTION, files

pytestmark = pytest.mark.skipif(
    shutil.which("bwrap") is None and "bubblewrap" not in os.environ.get("MOOT_REQUIRE", ""), reason="needs bubblewrap"
)
TASKS = {task.name: task for task in own()}
CASES = [
    pytest.param(name, wrong, marks=[pytest.mark.long] if index >= 3 else [])
    for name, answers in WRONG.items()
    for index, wrong in enumerate(answers)
]


def test_there_are_tasks_enough_of_many_kinds() -> None:
    assert len(TASKS) >= 12
    assert len({task.category for task in TASKS.values()}) >= 7
    assert set(WRONG) == set(TASKS)
    assert all(len(answers) >= 3 for answers in WRONG.values())


@pytest.mark.parametrize("name", TASKS)
async def test_the_reference_passes_and_the_untouched_state_fails(name: str) -> None:
    await check(TASKS[name])


@pytest.mark.parametrize(("name", "wrong"), CASES)
async def test_a_wrong_answer_is_rejected(name: str, wrong: str) -> None:
    task = TASKS[name]
    async with await start(task) as box:
        await box.put(files(task.folder / "solution", SOLUTION))
        line = f"solve() {{ bash {SOLUTION}/solve.sh; }}\n{WRONG[name][wrong]}"
        ran = await box.run(["bash", "-c", line])
        trial = await score(task, box)
    assert trial.score == 0, f"{wrong}: {ran}"
    assert not trial.error


@pytest.mark.parametrize("name", TASKS)
def test_an_instruction_says_what_to_do_and_not_how_it_is_checked(name: str) -> None:
    task: TerminalTask = TASKS[name]
    assert 200 < len(task.instruction) < 3000 and "/app" in task.instruction
    assert "/tests" not in task.instruction.replace("/app/tests", "") and "/solution" not in task.instruction
