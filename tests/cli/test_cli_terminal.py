"""What a terminal does to a run, and a run to a terminal: encodings, closed pipes, Ctrl-C, escape sequences."""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

import pytest
import typer

from moot.errors import CannotWrite, WaitsForAnswer
from moot.ledger.store import Store
from moot.testing import Conduct, DoubleServer, PromptView, Rule
from moot.testing.answers.scholar import scholar

ASK = ("research", "How much does the north pump lift?", "--sources", "notes")
READERS = ("--author", "reader:lexical", "--reviewer", "reader:semantic")
REPORTS = {"report.md", "report.html", "report.json", "report.moot"}
ORDER = "\x1b[31m\x9b2J\x07\u202e"
Moot = Callable[..., Any]


def start(
    *arguments: str,
    stdout: int | IO[bytes] = subprocess.PIPE,
    stderr: int = subprocess.PIPE,
    env: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "moot", *arguments], stdout=stdout, stderr=stderr, env=env)


@pytest.fixture
def nobody() -> int:
    """The writing end of a pipe that nobody reads any more."""
    reading, writing = os.pipe()
    os.close(reading)
    return writing


# --- encodings ------------------------------------------------------------------------------------------------------


def test_a_terminal_that_knows_only_ascii(home: Path) -> None:
    with (home / "notes" / "one.md").open("a") as file:
        file.write("The north pump lifts 40 litres – so says “Müller”.\n")
    ascii_only = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    child = start(*ASK, *READERS, "--out", "report", env=ascii_only)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 0, err
    assert b"Claims:" in out and {path.name for path in (home / "report").iterdir()} == REPORTS
    child = start(*ASK, *READERS, "--out", "report", "--json", env=ascii_only)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 0 and "Müller" in out.decode(), err
    assert json.loads(out) == json.loads((home / "report" / "report.json").read_bytes())


# --- pipes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
def test_a_closed_pipe_does_not_end_a_run(home: Path, nobody: int, closed: str) -> None:
    arguments = (*ASK, *READERS, "--out", "report")
    child = start(*arguments, stdout=nobody) if closed == "stdout" else start(*arguments, "--json", stderr=nobody)
    os.close(nobody)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 0, err
    assert not err and (closed == "stdout" or json.loads(out))
    assert {path.name for path in (home / "report").iterdir()} == REPORTS


def test_a_full_disk_under_the_lines_does_not_end_a_run(home: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("wb") as full:
        child = start(*ASK, *READERS, "--out", "report", stdout=full)
        _, err = child.communicate(timeout=60)
    assert child.returncode == 0 and {path.name for path in (home / "report").iterdir()} == REPORTS, err


# --- Ctrl-C ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.long)])
def test_who_is_stopped_says_how_to_go_on_and_going_on_works(home: Path, ending: signal.Signals) -> None:
    with DoubleServer(scholar, [Rule(Conduct(hold="half"), nth=2)]) as server:
        env = os.environ | server.env() | {"PYTHONWARNINGS": "default::RuntimeWarning"}
        child = start(*ASK, "--out", "report", env=env)
        server.wait_half_sent(2)
        child.send_signal(ending)
        _, err = child.communicate(timeout=60)
        (row,) = Store.open(home / "home" / "moot.db").runs()
        assert child.returncode == 130
        assert err.decode() == f"moot: stopped; `moot resume {row.id}` goes on with it.\n"
        assert row.state == "stopped" and not (home / "report").exists()
        again = start("resume", row.id, env=env)
        _, err = again.communicate(timeout=60)
    assert again.returncode == 0 and {path.name for path in (home / "report").iterdir()} == REPORTS, err


def test_ctrl_c_tells_nothing_of_calls_that_were_never_begun(home: Path) -> None:
    program = """
import asyncio
import moot.cli

async def never(): ...

begun = [never()]
begun += [begun]  # let go of only when the process ends

def stopped():
    raise SystemExit(moot.cli.INTERRUPTED)

moot.cli._run = stopped
moot.cli.main()
"""
    child = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert child.returncode == 130 and not child.stderr


def test_ctrl_c_while_the_report_is_written(moot: Moot, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("moot.report.formats.put", interrupted)
        ended = moot(*ASK, "--out", "report")
    run = moot("runs").out.split()[0]
    assert ended.code == 130 and ended.err == f"moot: stopped; `moot export {run} --to md` writes its report.\n"


def test_a_stop_while_a_task_works_tells_only_how_to_go_on(
    moot: Moot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("moot.run.argue", interrupted)
        ended = moot(*ASK, "--out", "report")
    gc.collect()  # whoever runs the loop complains only of what is let go of
    run = moot("runs").out.split()[0]
    assert ended.code == 130 and ended.err == f"moot: stopped; `moot resume {run}` goes on with it.\n"
    assert not caplog.records


def test_ctrl_c_before_there_is_a_run(moot: Moot, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("moot.prepare.prepare", interrupted)
    ended = moot(*ASK)
    assert ended.code == 130 and ended.err == "moot: stopped.\n"


def test_ctrl_c_at_the_question_of_a_seat(moot: Moot, monkeypatch: pytest.MonkeyPatch) -> None:
    async def asks(*_: object) -> None:
        raise WaitsForAnswer("It waits for an answer.", "Which pump?")

    def stopped(*_: object, **__: object) -> str:
        raise typer.Abort  # as for Ctrl-D

    monkeypatch.setattr("moot.run.argue", asks)
    monkeypatch.setattr("moot.cli.terminal.attended", lambda: True)
    monkeypatch.setattr("typer.prompt", stopped)
    ended = moot(*ASK, "--out", "report")
    run = moot("runs").out.split()[0]
    asked = "Which pump? (Enter alone: it goes on as it thinks best; Ctrl-C: the run waits)\n\n"
    assert ended.code == 130 and ended.err == f"{asked}moot: stopped; `moot resume {run}` goes on with it.\n"


def test_a_run_is_announced_once_however_often_a_seat_asks(moot: Moot, monkeypatch: pytest.MonkeyPatch) -> None:
    async def asks(*_: object) -> None:
        raise WaitsForAnswer("It waits for an answer.", "Which pump?")

    said = iter(["the north one", "the one at the weir"])

    def answers(*_: object, **__: object) -> str:
        for each in said:
            return each
        raise typer.Abort

    def kept(*_: object) -> None:
        """The answer's place in the record is not what this test is about."""

    monkeypatch.setattr("moot.run.argue", asks)
    monkeypatch.setattr("moot.run.answer", kept)
    monkeypatch.setattr("moot.cli.terminal.attended", lambda: True)
    monkeypatch.setattr("typer.prompt", answers)
    ended = moot(*ASK, "--out", "report")
    assert ended.err.count("Which pump?") == 3 and ended.out.count(ASK[1]) == 1


def test_a_store_that_is_full_says_how_the_run_goes_on(moot: Moot, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(*_: object) -> None:
        raise CannotWrite("The disk is full: make room and go on.")

    monkeypatch.setattr("moot.run.argue", full)
    ended = moot(*ASK, "--out", "report")
    run = moot("runs").out.split()[0]
    said = f"moot: The disk is full: make room and go on. `moot resume {run}` goes on with the run.\n"
    assert (ended.code, ended.err) == (8, said)


# --- escape sequences -----------------------------------------------------------------------------------------------


def ordering(prompt: PromptView) -> str:
    """The scholar's answers with orders to the terminal in all its own words; quotes stay exact."""

    def hostile(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: hostile(part, name) for name, part in value.items()}
        if isinstance(value, list):
            return [hostile(part, key) for part in value]
        own = isinstance(value, str) and key in {"question", "queries", "grounds", "reason", "title"}
        return ORDER + value if own else value

    return json.dumps(hostile(json.loads(scholar(prompt))))


def unprintable(text: str) -> set[str]:
    return {char for char in text if not char.isprintable()} - {"\n"}


@pytest.mark.parametrize("plan", [(), ("--plan-only",)], ids=["argued", "planned"])
def test_models_and_file_names_give_a_terminal_no_orders(
    moot: Moot, home: Path, monkeypatch: pytest.MonkeyPatch, plan: tuple[str, ...]
) -> None:
    (home / "notes" / f"bad{ORDER}.pdf").write_bytes(b"%PDF-1.7\nnot really")
    with DoubleServer(ordering) as server:
        for name, value in server.env().items():
            monkeypatch.setenv(name, value)
        ended = moot(*ASK, "--out", "report", *plan)
    assert ended.code == 0 and "[31m2J" in ended.out, ended.err
    assert not unprintable(ended.out + ended.err)
    run = moot("runs").out.split()[0]
    for arguments in (("show", run), ("show", run, "--calls"), ("runs",)):
        assert not unprintable(moot(*arguments).out)


def test_names_that_servers_and_panels_give_themselves_are_no_orders(
    moot: Moot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panels = home / "home" / "panels"
    panels.mkdir(parents=True)
    about = f"about = {json.dumps(ORDER + 'Mine')}\n"
    (panels / "mine.toml").write_text(f'{about}[[seat]]\nrole = "author"\nmodel = "reader:lexical"\n')
    with DoubleServer(models=[f"qwen3{ORDER}"]) as server:
        monkeypatch.setenv("OLLAMA_HOST", server.anthropic_url)
        for arguments in (("models",), ("panel", "list")):
            ended = moot(*arguments)
            assert ended.code == 0 and "[31m2J" in ended.out and not unprintable(ended.out)


def test_an_error_gives_a_terminal_no_orders(moot: Moot) -> None:
    for arguments in (("research", "Why?", "--sources", f"no{ORDER}where"), (*ASK, f"--{ORDER}"), ("show", ORDER)):
        ended = moot(*arguments)
        assert ended.code in (2, 3, 14) and ended.err and not unprintable(ended.err)
