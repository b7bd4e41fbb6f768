"""`moot bench run` as a process: killed, stopped, without inspect_ai, and what it prints."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from moot.bench.engine.session import TITLE
from moot.bench.engine.trials import read
from moot.ledger.store import Store
from moot.testing import DoubleServer, PromptView, scholar, slow

TASKS = f"{Path(__file__).parent / 'bench_engine_tasks.py'}@sums"
A = "compatible:double-a"


def adds(prompt: PromptView) -> str:
    return f"It is {2 * int(re.findall(r'What is ([0-9]+) plus', prompt.user)[0])}."


@pytest.fixture
def server() -> Iterator[DoubleServer]:
    with DoubleServer(adds, slow(first_token=0.15)) as double:
        yield double


def begin(server: DoubleServer, folder: Path, *more: str, tasks: str = TASKS) -> subprocess.Popen[str]:
    env = {**os.environ, **server.env(), "MOOT_HOME": str(folder / "home"), "COLUMNS": "500"}
    command = [sys.executable, "-m", "moot", "bench", "run", "--tasks", tasks, "--out", str(folder / "out"), *more]
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def answered(folder: Path) -> dict[str, int]:
    """Places of the bench's journal that have their answer, and how often each was sent."""
    if not (folder / "out" / "moot.db").exists():
        return {}
    with Store.open(folder / "out" / "moot.db") as store:
        run = next((each.id for each in store.runs() if each.question == TITLE), None)
        calls = store.record(run).calls if run else ()
        return {call.place: call.sent for call in calls if call.state == "answered"}


@pytest.mark.long
def test_killed_at_any_moment_it_goes_on_and_pays_no_finished_call_again(server: DoubleServer, tmp_path: Path) -> None:
    chance = random.Random(7)
    more = ["--contestants", A, "compatible:double-b", "--repeats", "4", "--price", "1/10", "--budget", "100"]
    kills = 0
    while True:
        process = begin(server, tmp_path, *more)
        server_had = len(server.requests)
        while process.poll() is None and len(server.requests) < server_had + chance.randint(1, 14):
            time.sleep(0.01)
        time.sleep(chance.random() / 5)
        if process.poll() is not None or kills == 6:
            break
        process.kill()
        process.wait()
        kills += 1
        for place, sent in (before := answered(tmp_path)).items():
            assert sent >= 1, place
        later = answered(tmp_path)
        assert before == later
    code, _, err = finish(process)
    assert code == 0, err
    done = answered(tmp_path)
    results = read(tmp_path / "out")
    assert [trial.score for each in results for trial in each.trials] == [1.0] * 48
    assert len(done) == 48
    # Only what was in flight at a kill is sent again. (Killed between its row and its bytes, it never left.)
    assert len(server.requests) <= sum(done.values()) <= 48 + kills * 20


@pytest.mark.long
def test_what_was_answered_before_a_kill_is_not_sent_again(server: DoubleServer, tmp_path: Path) -> None:
    more = ["--contestants", A, "--repeats", "5", "--price", "1/10", "--budget", "9"]
    process = begin(server, tmp_path, *more)
    server.wait_answered(12, timeout=60)
    process.kill()
    process.wait()
    before = answered(tmp_path)
    assert len(before) >= 2
    code, _, err = finish(begin(server, tmp_path, *more))
    assert code == 0, err
    after = answered(tmp_path)
    assert {place: after[place] for place in before} == before


@pytest.mark.long
def test_ctrl_c_ends_it_in_a_word_and_writes_no_trial_that_broke_off(server: DoubleServer, tmp_path: Path) -> None:
    process = begin(server, tmp_path, "--contestants", A, "--repeats", "5", "--price", "1/10", "--budget", "9")
    server.wait_answered(11, timeout=60)
    process.send_signal(signal.SIGINT)
    code, _, err = finish(process)
    assert code == 130, err
    assert err.endswith("moot: stopped: the same command goes on where it was.\n")
    assert "Traceback" not in err
    assert all(trial.score == 1.0 for each in read(tmp_path / "out") for trial in each.trials)
    assert (
        finish(begin(server, tmp_path, "--contestants", A, "--repeats", "5", "--price", "1/10", "--budget", "9"))[0]
        == 0
    )
    assert len(read(tmp_path / "out")[0].trials) == 30


@pytest.mark.long
def test_ctrl_c_again_and_again_ends_it_too_and_leaves_the_folder_free(tmp_path: Path) -> None:
    more = ["--contestants", A, "compatible:double-b", "--limit", "4", "--price", "1/1"]
    with DoubleServer(scholar, slow(first_token=1.5)) as server:
        process = begin(server, tmp_path, *more, tasks="sourced")
        server.wait_seen(2, timeout=60)
        for _ in range(3):
            process.send_signal(signal.SIGINT)
            time.sleep(0.1)
        code, _, err = finish(process)
        assert code in (130, -signal.SIGINT), err
        code, _, err = finish(begin(server, tmp_path, *more, tasks="sourced"))
        assert code == 0, err


@pytest.mark.long
def test_it_prints_plain_lines_with_scores_money_and_rate(server: DoubleServer, tmp_path: Path) -> None:
    code, out, err = finish(begin(server, tmp_path, "--contestants", A, "compatible:double-b", "--price", "1/10"))
    assert (code, out) == (0, "")
    lines = err.splitlines()
    assert lines[0] == "12 trials"
    assert f"  {A}  sums  s1: 1" in lines
    assert re.fullmatch(
        rf"12/12 trials · sums: {A} 100.0 %, compatible:double-b 100.0 % · 0\.\d+ USD · [\d.]+ a minute", lines[-2]
    )
    assert "moot bench report" in lines[-1]
    assert "\x1b" not in err
    code, _, err = finish(begin(server, tmp_path, "--contestants", A, "--price", "1/10"))
    assert (code, err.splitlines()[0]) == (0, "6 trials, 6 of them done before")


@pytest.mark.long
def test_two_processes_do_not_work_on_one_folder(server: DoubleServer, tmp_path: Path) -> None:
    first = begin(server, tmp_path, "--contestants", A, "--repeats", "9", "--price", "1/10")
    server.wait_seen(3, timeout=60)
    code, _, err = finish(begin(server, tmp_path, "--contestants", A, "--price", "1/10"))
    first.kill()
    first.wait()
    assert (code, err.count("\n")) == (12, 1)
    assert "is being worked on by process" in err


def test_without_inspect_ai_one_sentence_says_what_to_install(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['inspect_ai'] = None; from moot.cli import main;"
        "sys.argv = ['moot', 'bench', 'run', '--tasks', 'sourced', '--contestants', 'reader:lexical', '--out', "
        f"{str(tmp_path)!r}]; main()"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (16, "")
    assert ran.stderr == "moot: `moot bench run` needs the extra `bench`: pip install 'moot[bench]'.\n"
