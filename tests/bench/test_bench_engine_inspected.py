"""Tasks of inspect_ai with what `inspect eval` gives them: arguments, models by role, another sandbox."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from moot.bench.engine.running import Plan, Progress, run_async
from moot.bench.engine.trials import read
from moot.errors import BadTask, NotInstalled, UsageError
from moot.ledger.store import Store
from moot.testing import DoubleServer, PromptView

TASKS = Path(__file__).parent / "bench_engine_tasks.py"
A, B = "compatible:double-a", "compatible:double-b"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[DoubleServer]:
    def adds(prompt: PromptView) -> str:
        return str(2 * int(re.findall(r"(\d+) plus", prompt.user)[0]))

    with DoubleServer(adds) as double:
        for name, value in {**double.env(), "MOOT_HOME": str(tmp_path / "home")}.items():
            monkeypatch.setenv(name, value)
        yield double


def plan(folder: Path, task: str, **more: object) -> Plan:
    given: dict[str, object] = {"contestants": [A], "budget": Decimal(5), "price": "1/10", **more}
    return Plan([f"{TASKS}@{task}"], folder=folder / "out", **given)  # pyright: ignore[reportArgumentType]


async def test_a_task_is_told_its_arguments_and_results_say_which(server: DoubleServer, tmp_path: Path) -> None:
    (found,) = await run_async(plan(tmp_path, "asked_with", arguments={"word": "minus"}))
    assert "Not minus." in server.requests[0].prompt.user
    assert found.settings["-T word"] == "minus"
    with pytest.raises(UsageError, match="asked_with asks something else than when"):
        await run_async(plan(tmp_path, "asked_with", arguments={"word": "times"}))


async def test_an_argument_that_no_task_knows_is_refused(server: DoubleServer, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="None of the tasks knows 'nosuch', which -T gives"):
        await run_async(plan(tmp_path, "asked_with", arguments={"nosuch": 1}))
    assert server.requests == ()


async def test_who_has_a_role_marks_and_is_paid_by_the_bench_but_not_by_the_contestant(
    server: DoubleServer, tmp_path: Path
) -> None:
    seen: list[Progress] = []
    (found,) = await run_async(
        plan(tmp_path, "graded", roles={"grader": B}), on_trial=lambda progress, _: seen.append(progress)
    )
    assert [request.prompt.model for request in server.requests] == ["double-a", "double-b"]
    assert (found.trials[0].score, found.settings["marked by"]) == (1.0, f"grader {B}")
    assert (seen[-1].outside, seen[-1].by_themselves) == (set(), set())
    with Store.open(tmp_path / "out" / "moot.db") as store:
        assert found.trials[0].cost is not None
        assert store.spent() > found.trials[0].cost > 0
    with pytest.raises(UsageError, match="Other models have roles than when"):
        await run_async(plan(tmp_path, "graded"))


async def test_the_tokens_of_a_contestant_are_without_those_of_its_marking_itself_by_role(
    server: DoubleServer, tmp_path: Path
) -> None:
    (alone,) = await run_async(plan(tmp_path, "graded", roles={"grader": B}))
    (both,) = await run_async(plan(tmp_path / "both", "graded", roles={"grader": A}))
    assert both.trials[0].output_tokens == alone.trials[0].output_tokens
    assert both.trials[0].cost == alone.trials[0].cost


async def test_where_nobody_has_the_role_it_is_said_that_contestants_mark_themselves(
    server: DoubleServer, tmp_path: Path
) -> None:
    lines: list[Progress] = []
    (found,) = await run_async(plan(tmp_path, "graded"), on_trial=lambda progress, _: lines.append(progress))
    assert found.settings["marked by"] == "itself"
    assert lines[-1].by_themselves == {"graded"}


async def test_a_reader_can_have_no_role(server: DoubleServer, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no conversation: reader:lexical cannot be the grader"):
        await run_async(plan(tmp_path, "graded", roles={"grader": "reader:lexical"}))


def container(folder: Path, service: str) -> dict[str, str]:
    folder.mkdir(exist_ok=True)
    (folder / "note.txt").write_text("laid in\n")
    (folder / "Dockerfile").write_text("FROM python:3.12\nRUN apt-get update\nWORKDIR /app\nCOPY note.txt ./\n")
    (folder / "compose.yaml").write_text(f"services:\n  default:\n    {service}\n")
    return {"compose": str(folder / "compose.yaml")}


@pytest.mark.long
async def test_moots_sandbox_stands_in_for_a_container(server: DoubleServer, tmp_path: Path) -> None:
    told = container(tmp_path / "box", "build: .")
    (found,) = await run_async(plan(tmp_path, "boxed", arguments=told, sandbox="moot"))
    assert found.trials[0].score == 1.0


@pytest.mark.parametrize(
    ("service", "said"),
    [
        ("image: vendor/tool:1", "box/compose.yaml asks for the image vendor/tool:1, and images are not opened here"),
        ("build: .\n  other:\n    build: .", "asks for 2 containers, and Moot's sandbox is one"),
        ("build: .\n    volumes: ['./data:/data']", "lays folders of this machine in"),
        ("build: elsewhere", "it has no elsewhere/Dockerfile, only an image"),
    ],
)
async def test_a_container_that_cannot_be_stood_in_for_is_refused_before_money(
    server: DoubleServer, tmp_path: Path, service: str, said: str
) -> None:
    told = container(tmp_path / "box", service)
    with pytest.raises(BadTask, match=re.escape(said)):
        await run_async(plan(tmp_path, "boxed", arguments=told, sandbox="moot"))
    assert server.requests == ()


@pytest.mark.parametrize(
    ("task", "error", "said"),
    [
        (
            "unreachable",
            BadTask,
            "The data of .*@unreachable cannot be fetched, and no copy of it is here: .*known",
        ),
        ("unequipped", NotInstalled, "@unequipped needs a package that is not installed: No module named 'absent'"),
        ("unprepared", BadTask, r"@unprepared does not load: The API .* Install with: pip install vendor\.$"),
    ],
)
async def test_what_lacks_is_told_in_one_sentence(
    server: DoubleServer, tmp_path: Path, task: str, error: type[Exception], said: str, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(error, match=said) as caught:
        await run_async(plan(tmp_path, task))
    assert str(caught.value).count("\n") == 0
    assert "Retrying" not in caplog.text


async def test_a_task_of_a_package_that_is_not_here_says_how_to_get_it(server: DoubleServer, tmp_path: Path) -> None:
    with pytest.raises(
        NotInstalled, match="the package absent_evals, which is not installed: pip install absent_evals"
    ):
        await run_async(Plan(["absent_evals/sums"], [A], tmp_path / "out", price="1/10"))


async def test_what_is_stored_of_a_bench_with_roles_can_be_read_again(server: DoubleServer, tmp_path: Path) -> None:
    made = await run_async(plan(tmp_path, "graded", roles={"grader": B}))
    assert read(tmp_path / "out")[0].trials == made[0].trials
