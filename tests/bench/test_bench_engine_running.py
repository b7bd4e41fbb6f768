"""Whole benches against the double: results, resume, the cap, failures, and what is refused before money."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from inspect_ai.log import read_eval_log

from moot.bench.engine.running import Plan, Progress, run_async
from moot.bench.engine.trials import Line, read
from moot.bench.results import Results
from moot.errors import BadTask, CapReached, MootError, OverBudget, UnknownModel, UsageError
from moot.ledger.store import Store
from moot.testing import DoubleServer, PromptView, Rule, broken, overlong, refuses

TASKS = Path(__file__).parent / "bench_engine_tasks.py"
A, B = "compatible:double-a", "openai:gpt-6.1-terra"
PRICE = "1/10"


def adds(prompt: PromptView) -> str:
    """Right, unless it is `double-b`; a reviewer objects to what is wrong."""
    if "You review an answer" in prompt.system:
        wrong = re.search(r"It is (\d*7)\.", prompt.user)
        return (
            f'{{"objections": [{{"quote": "It is {wrong[1]}", "grounds": "Add again."}}]}}'
            if wrong
            else '{"objections": []}'
        )
    n = int(re.findall(r"What is (\d+) plus", prompt.user)[0])
    wrong_at_first = prompt.model == "double-b" and "Before your answer is given" not in prompt.user
    return "It is 7." if wrong_at_first else f"It is {2 * n}."


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[DoubleServer]:
    with DoubleServer(adds) as double:
        for name, value in {**double.env(), "MOOT_HOME": str(tmp_path / "home")}.items():
            monkeypatch.setenv(name, value)
        yield double


def plan(folder: Path, *contestants: str, suite: str = "sums", **more: object) -> Plan:
    given: dict[str, object] = {"budget": Decimal(5), "price": PRICE, **more}
    return Plan([f"{TASKS}@{suite}"], list(contestants), folder / "out", **given)  # pyright: ignore[reportArgumentType]


def scores(results: list[Results]) -> dict[str, list[float | None]]:
    return {each.contestant: [trial.score for trial in each.trials] for each in results}


def panel(folder: Path, name: str = "pair", author: str = "compatible:double-b") -> str:
    path = folder / f"{name}.toml"
    seats = f'[[seat]]\nrole = "author"\nmodel = "{author}"\n[[seat]]\nrole = "reviewer"\nmodel = "{A}"\n'
    path.write_text(f'protocol = "critique"\n{seats}')
    return f"panel:{path}"


async def test_every_trial_has_its_score_cost_group_and_record(server: DoubleServer, tmp_path: Path) -> None:
    seen: list[tuple[int, int, Line]] = []

    def watch(progress: Progress, line: Line) -> None:
        seen.append((progress.done, progress.total, line))

    results = await run_async(plan(tmp_path, A, B), watch)
    assert scores(results) == {A: [1.0] * 6, B: [1.0] * 6}
    assert [done for done, _, _ in seen] == list(range(1, 13))
    assert results == read(tmp_path / "out")
    trial = results[0].trials[0]
    assert (trial.group, trial.repeat) == (f"g{int(trial.task[1:]) % 2}", 1)
    assert trial.output_tokens in (2, 3)  # by the task, and they are in the order in which they ended
    log, _, where = trial.record.partition("#")
    assert where == f"/samples/sample/{trial.task}/1"
    samples = read_eval_log(str(tmp_path / "out" / log)).samples or []
    assert {sample.id for sample in samples} == {f"s{n}" for n in range(1, 7)}
    with Store.open(tmp_path / "out" / "moot.db") as store:
        costs = [trial.cost for each in results for trial in each.trials]
        assert sum(filter(None, costs), Decimal(0)) == store.spent() > 0


async def test_run_again_it_asks_nothing_and_more_repeats_ask_only_those(server: DoubleServer, tmp_path: Path) -> None:
    first = await run_async(plan(tmp_path, A))
    assert len(server.requests) == 6
    assert await run_async(plan(tmp_path, A)) == first
    assert len(server.requests) == 6
    again = await run_async(plan(tmp_path, B, A, repeats=2))
    assert len(server.requests) == 24
    assert [each.contestant for each in again] == [B, A]  # as they were given, though A has the first trial
    assert Counter(trial.repeat for each in again for trial in each.trials) == {1: 12, 2: 12}


async def test_the_results_file_lost_is_made_again_from_the_journal_unpaid(
    server: DoubleServer, tmp_path: Path
) -> None:
    first = await run_async(plan(tmp_path, A))
    (tmp_path / "out" / "results.jsonl").unlink()
    again = await run_async(plan(tmp_path, A))
    assert len(server.requests) == 6
    assert [(trial.task, trial.score, trial.cost) for trial in sorted(again[0].trials, key=lambda t: t.task)] == [
        (trial.task, trial.score, trial.cost) for trial in sorted(first[0].trials, key=lambda t: t.task)
    ]


async def test_the_cap_is_never_passed_and_a_higher_one_goes_on(server: DoubleServer, tmp_path: Path) -> None:
    # A call may cost 0.12 USD and costs 0.00002: what is left ends it when one more at its worst does not fit.
    with pytest.raises(CapReached, match=r"0\.1201 USD leave no room .* after \d+ of 12 trials: .*higher --budget"):
        await run_async(plan(tmp_path, A, repeats=2, price="0/10", budget=Decimal("0.1201")))
    with Store.open(tmp_path / "out" / "moot.db") as store:
        assert store.spent() <= Decimal("0.1201")
    done = len(server.requests)
    assert all(trial.score == 1.0 for each in read(tmp_path / "out") for trial in each.trials)
    assert 0 < done < 12
    results = await run_async(plan(tmp_path, A, repeats=2, price="0/10"))
    assert scores(results) == {A: [1.0] * 12}
    assert len(server.requests) == 12


async def test_an_error_is_a_trial_without_a_score_and_can_be_tried_again(
    server: DoubleServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with DoubleServer(
        adds, [Rule(refuses("I will not add."), where=lambda p: "3 plus 3" in p.user), Rule(broken(), nth=1)]
    ) as bad:
        for name, value in bad.env().items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("moot.models.attempts.PAUSE", 0.0)
        (results,) = await run_async(plan(tmp_path, "compatible:double-a"))
    by_task = {trial.task: trial for trial in results.trials}
    assert by_task["s3"].score == 0.0  # a refusal is an answer, if a bad one
    assert [task for task, trial in by_task.items() if trial.score is None] == []  # the one 500 was sent again


async def test_a_dead_endpoint_is_told_and_retried_only_when_asked(
    server: DoubleServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with DoubleServer(adds, keys=["other"]) as shut:
        monkeypatch.setenv("OPENAI_BASE_URL", shut.base_url)
        (results,) = await run_async(plan(tmp_path, A, limit=2))
    assert [trial.score for trial in results.trials] == [None, None]
    assert "the key was refused" in results.trials[0].error
    assert not re.match(r"\w+\(", results.trials[0].error)  # a sentence, not how Python shows an exception
    assert "double" not in results.trials[0].error.replace(A, "")
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    assert scores(await run_async(plan(tmp_path, A, limit=2))) == {A: [None, None]}
    assert len(server.requests) == 0
    assert scores(await run_async(plan(tmp_path, A, limit=2, retry_failed=True))) == {A: [1.0, 1.0]}


async def test_an_answer_cut_off_at_the_limit_is_scored_as_it_is(
    server: DoubleServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with DoubleServer(adds, overlong()) as short:
        monkeypatch.setenv("OPENAI_BASE_URL", short.base_url)
        (results,) = await run_async(plan(tmp_path, A, limit=1))
    assert results.trials[0].score == 0.0
    log = read_eval_log(str(tmp_path / "out" / results.trials[0].record.partition("#")[0]))
    assert log.samples is not None
    assert log.samples[0].output.stop_reason == "max_tokens"


async def test_a_panel_answers_after_its_reviewer_and_the_log_shows_it(server: DoubleServer, tmp_path: Path) -> None:
    pair = panel(tmp_path)
    results = await run_async(plan(tmp_path, "compatible:double-b", pair, limit=2))
    assert {each.tasks_stated for each in results} == {6}
    assert scores(results) == {"compatible:double-b": [0.0, 0.0], pair: [1.0, 1.0]}
    found = next(each for each in results if each.contestant == pair)
    assert (found.members, found.protocol) == (("compatible:double-b", A), "critique")
    log = read_eval_log(str(tmp_path / "out" / found.trials[0].record.partition("#")[0]))
    assert log.samples is not None
    assert "Add again." in str(log.samples[0].messages[-1].content)
    assert len(server.requests) == 2 + 2 * 3


async def test_a_panel_that_changed_meanwhile_is_refused(server: DoubleServer, tmp_path: Path) -> None:
    pair = panel(tmp_path)
    await run_async(plan(tmp_path, pair, limit=1))
    panel(tmp_path, author=B)
    with pytest.raises(UsageError, match=r"another panel than when .* was begun: choose another --out"):
        await run_async(plan(tmp_path, pair, limit=1))


async def test_a_suite_that_changed_meanwhile_is_refused(server: DoubleServer, tmp_path: Path) -> None:
    await run_async(plan(tmp_path, A, limit=1))
    with pytest.raises(UsageError, match="sums asks something else than when"):
        await run_async(plan(tmp_path, A, suite="other_sums"))


async def test_a_score_outside_its_range_is_no_score(server: DoubleServer, tmp_path: Path) -> None:
    (results,) = await run_async(plan(tmp_path, A, suite="large"))
    assert results.trials[0].score is None
    assert "87.5, which is not from 0 to 1" in results.trials[0].error


async def test_what_our_models_do_not_have_is_an_error_of_the_trial(server: DoubleServer, tmp_path: Path) -> None:
    (results,) = await run_async(plan(tmp_path, A, suite="choices"))
    assert "num_choices, which Moot's models do not have" in results.trials[0].error
    assert len(server.requests) == 0


async def test_models_that_a_task_asks_by_itself_are_named(server: DoubleServer, tmp_path: Path) -> None:
    named: list[set[str]] = []
    await run_async(plan(tmp_path, A, suite="asks_another"), lambda progress, _: named.append(set(progress.outside)))
    await run_async(plan(tmp_path, A), lambda progress, _: named.append(set(progress.outside)))
    assert named == [{"mockllm/model"}, *[set[str]()] * 6]


@pytest.mark.parametrize(
    ("contestants", "more", "error", "said"),
    [
        ([], {}, UsageError, "nobody to compare"),
        ([A, A], {}, UsageError, "named twice"),
        (["compatible"], {}, UnknownModel, "^A model is named PROVIDER:MODEL"),
        (["panel:nosuch"], {}, UsageError, "no panel 'nosuch'"),
        (["reader:lexical"], {}, UsageError, "holds no conversation: reader:lexical cannot take sums"),
        (["verifier:embedded"], {}, UsageError, "only says whether a claim is borne out"),
        ([A], {"price": None}, OverBudget, "price of compatible:double-a is unknown"),
        (
            [A],
            {"budget": Decimal("0.0001")},
            OverBudget,
            r"0\.0001 USD is not enough for one call of compatible:double-a",
        ),
        ([A], {"suite": "empty"}, BadTask, "has no samples"),
        ([A], {"suite": "twins"}, BadTask, "two tasks with the id 's1'"),
        ([A], {"suite": "nosuch"}, BadTask, "nosuch"),
        ([A], {"suite": "broken"}, BadTask, "does not load: the data set is not there"),
        ([A], {"repeats": 0}, UsageError, "--repeats"),
    ],
)
async def test_what_cannot_work_is_refused_in_a_sentence_before_money(
    contestants: list[str],
    more: dict[str, object],
    error: type[MootError],
    said: str,
    server: DoubleServer,
    tmp_path: Path,
) -> None:
    with pytest.raises(error, match=said) as caught:
        await run_async(plan(tmp_path, *contestants, **more))  # pyright: ignore[reportArgumentType]
    assert "\n" not in str(caught.value)
    assert len(server.requests) == 0
    assert not (tmp_path / "out").exists()


async def test_an_unknown_suite_names_those_that_there_are(server: DoubleServer, tmp_path: Path) -> None:
    with pytest.raises(
        UsageError, match=r"no suite 'nosuch'; there are claims, sourced, terminal, and tasks of inspect_ai"
    ):
        await run_async(Plan(["nosuch"], [A], tmp_path / "out", price=PRICE))
