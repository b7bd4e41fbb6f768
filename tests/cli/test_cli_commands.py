"""The commands as a user runs them, on the embedded readers and against a server double."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from moot.testing import DoubleServer
from moot.testing.answers.scholar import scholar

ASK = ("research", "How much does the north pump lift?", "--sources", "notes")
Moot = Callable[..., Any]


def test_the_version_is_told(moot: Moot) -> None:
    from importlib.metadata import version

    ended = moot("--version")
    assert (ended.code, ended.out) == (0, f"moot {version('moot')}\n")


@pytest.mark.parametrize("group", [(), ("panel",), ("bench",)])
def test_without_a_command_the_list_of_commands_is_told(group: tuple[str, ...], moot: Moot) -> None:
    ended = moot(*group)
    assert (ended.code, ended.err) == (2, "")
    assert ended.out.startswith("Usage: ") and "Commands:" in ended.out


def run_id(home: Path, moot: Moot) -> str:
    return moot("runs").out.split()[0]


def test_a_whole_run_on_the_readers(moot: Moot, home: Path) -> None:
    ended = moot(*ASK, "--out", "report")
    assert ended.code == 0, ended.err
    for name in ("report.md", "report.html", "report.json", "report.moot"):
        assert (home / "report" / name).exists() and f"report/{name}" in ended.out
    assert "No language model" in ended.out
    stats = json.loads((home / "report" / "report.json").read_text())["stats"]
    assert f"{stats['revised']} revised, {stats['added']} added" in ended.out
    assert "Panel:   mixed panel" in ended.out and "Claims:" in ended.out
    assert "Sources: 2 read" in ended.out and "USD" in ended.out
    run = run_id(home, moot)
    assert "The north pump lifts 40 litres a second." in moot("show", run).out
    assert "r1/draft/author-1/0" in moot("show", run, "--calls").out
    assert moot("verify", run).code == 0
    assert moot("verify", "report/report.moot").code == 0
    exported = moot("export", run, "--to", "json", "--out", "again")
    assert exported.code == 0
    assert (home / "again" / "report.json").read_bytes() == (home / "report" / "report.json").read_bytes()


def test_an_instruction_that_comes_to_nothing_is_told_so(moot: Moot, home: Path) -> None:
    assert moot(*ASK, "--out", "report").code == 0
    ended = moot("extend", run_id(home, moot), "dig into parking spaces")
    assert ended.code == 0, ended.err
    assert "Nothing was added on “dig into parking spaces”" in ended.out
    assert "2 sources" in ended.out and "start a new run" in ended.out
    assert "Nothing was added on “dig into parking spaces”" in (home / "report" / "report.md").read_text()


def test_an_instruction_that_the_document_follows_already_is_told_so(moot: Moot, home: Path) -> None:
    assert moot(*ASK, "--out", "report").code == 0
    ended = moot("extend", run_id(home, moot), "what does the north pump lift")
    assert "Nothing was added" in ended.out and "says of it already what stands in sentence" in ended.out
    assert "Nothing was added" not in (home / "report" / "report.md").read_text()


def test_resuming_a_finished_run_writes_the_same_report(moot: Moot, home: Path) -> None:
    assert moot(*ASK, "--out", "report").code == 0
    assert moot("resume", run_id(home, moot), "--out", "again").code == 0
    for name in ("report.md", "report.html", "report.json", "report.moot"):
        assert (home / "again" / name).read_bytes() == (home / "report" / name).read_bytes()


def test_json_on_standard_output_and_nothing_else(moot: Moot) -> None:
    ended = moot(*ASK, "--out", "report", "--json")
    report = json.loads(ended.out)
    assert report["case"]["question"] == "How much does the north pump lift?"


def test_models_lists_what_is_here_and_why_not(moot: Moot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "secret-key-of-mine")
    ended = moot("models")
    assert "reader:lexical" in ended.out and "OPENAI_API_KEY is not set" in ended.out
    assert "anthropic:" in ended.out.split("Not available")[0]
    assert "secret" not in ended.out + ended.err
    assert {"name", "family", "price", "keeps_prompts", "why"} <= set(json.loads(moot("models", "--json").out)[0])


def test_plan_only_stops_after_the_searches(moot: Moot, home: Path) -> None:
    ended = moot(*ASK, "--plan-only", "--out", "report")
    assert ended.code == 0 and "a1." in ended.out and "passages:" in ended.out
    assert not (home / "report" / "report.md").exists()
    assert "Spent:" in ended.out and f"`moot show {run_id(home, moot)}` tells the plan again" in ended.out
    asked = ended.out.split("a1. ")[1].split("\n")[0]
    shown = moot("show", run_id(home, moot)).out
    assert "## The plan" in shown and asked in shown and "S1.1" in shown and "No draft was made" not in shown
    for to in ("md", "html"):
        assert moot("export", run_id(home, moot), "--to", to, "--out", "kept").code == 0
        assert asked in (home / "kept" / f"report.{to}").read_text()
    verified = moot("verify", run_id(home, moot))
    assert verified.code == 0 and verified.out.startswith("There is no sentence to verify: 2 sources")


def test_the_list_of_commands_says_what_each_does_in_whole_sentences(moot: Moot) -> None:
    listed = moot("--help").out.partition("Commands:")[2].strip().splitlines()
    assert listed and not [line for line in listed if line.endswith("...")]


def test_dry_run_sends_nothing_and_says_what_it_may_cost(moot: Moot, monkeypatch: pytest.MonkeyPatch) -> None:
    with DoubleServer(scholar) as server:
        for name, value in server.env().items():
            monkeypatch.setenv(name, value)
        panel = ("--author", "anthropic:claude-sonnet-5-5", "--reviewer", "openai:gpt-5")
        ended = moot(*ASK, *panel, "--dry-run", "--budget", "0.50")
        assert ended.code == 0 and not server.requests
    assert (
        "cannot exceed 0.50 USD" in ended.out
        and "about 6 tasks, likely" in ended.out
        and "Nothing was sent" in ended.out
    )


def test_language_models_take_the_seats_when_there_are_keys(
    moot: Moot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with DoubleServer(scholar) as server:
        for name, value in server.env().items():
            monkeypatch.setenv(name, value)
        ended = moot(*ASK, "--out", "report")
        assert ended.code == 0, ended.err
        assert {seen.path.rpartition("/")[2] for seen in server.requests} >= {"messages"}
    report = json.loads((home / "report" / "report.json").read_text())
    families = {seat["role"]: seat["family"] for seat in report["header"]["seats"]}
    assert families["author"] != families["reviewer"]
    assert 0 < float(report["run"]["usd"]) <= 1


def test_a_recording_replays_without_a_server(moot: Moot, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with DoubleServer(scholar) as server:
        for name, value in server.env().items():
            monkeypatch.setenv(name, value)
        assert moot(*ASK, "--out", "live").code == 0
        assert moot("export", run_id(home, moot), "--to", "recording", "--out", "tape").code == 0
    seats = [part for role in ("author", "reviewer", "judge") for part in (f"--{role}", "recorded:tape/report.jsonl")]
    ended = moot(*ASK, *seats, "--out", "replayed")
    assert ended.code == 0, ended.err
    live, replayed = (json.loads((home / name / "report.json").read_text()) for name in ("live", "replayed"))
    assert live["draft"] == replayed["draft"] and live["challenges"] == replayed["challenges"]
    told = "".join(note["text"] for note in replayed["header"]["notes"] if note["kind"] == "recorded")
    assert "Recorded answers" in told and "They were given" not in told
    with monkeypatch.context() as later:
        later.setattr("moot.models.prompts.texts.PLAN", "Plan otherwise.")
        (home / "notes" / "more.md").write_text("The south pump lifts 12 litres.\n")
        assert moot("research", "Which pump lifts most?", *ASK[2:], *seats, "--out", "other").code == 0
    text = (home / "other" / "report.md").read_text()
    assert (
        "They were given to another question: How much does the north pump lift?; over other sources; to prompts in "
        "other words than today's"
    ) in text


def test_what_cannot_go_on_here_is_refused_and_stays_as_it_was(moot: Moot, monkeypatch: pytest.MonkeyPatch) -> None:
    with DoubleServer(scholar) as server:
        monkeypatch.setenv("MOOT_COMPATIBLE_BASE_URL", server.base_url)
        monkeypatch.setenv("MOOT_COMPATIBLE_API_KEY", "double")
        seats = ("--author", "compatible:double-a", "--reviewer", "compatible:double-b", "--price", "1/5")
        assert moot(*ASK, *seats, "--out", "report").code == 0
        before = moot("runs").out
        monkeypatch.delenv("MOOT_COMPATIBLE_BASE_URL")
        run = before.split()[0]
        for command in (("extend", run, "What is known of the south pump?"), ("resume", run, "--fork")):
            ended = moot(*command)
            assert ended.code == 4 and "needs an address" in ended.err and "Forked" not in ended.err
            assert moot("runs").out == before


def test_a_cap_that_ended_a_run_can_be_raised_and_the_message_says_how(
    moot: Moot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with DoubleServer(scholar) as server:
        for name, value in server.env().items():
            monkeypatch.setenv(name, value)
        seats = ("--author", "anthropic:double-a", "--reviewer", "openai:double-b", "--price", "1/5")
        poor = moot(*ASK, *seats, "--budget", "0.01")
        (run, *_) = moot("runs").out.split()
        assert poor.code == 6 and f"`moot resume {run} --budget USD` goes on with a larger cap." in poor.err
        half = moot("resume", run, "--budget", "0.02")
        assert half.code == 0 and "Forked as" in half.err
        (later,) = {line.split()[0] for line in moot("runs").out.splitlines()} - {run}
        assert f"`moot resume {later} --budget USD` goes on with a larger cap." in half.out
        assert "with more" in moot("resume", later, "--budget", "0.02").err
        spent = len(server.requests)
        low = moot("resume", later, "--budget", "0.0001")
        assert low.code == 2 and "has spent" in low.err and len(server.requests) == spent
        rich = moot("resume", later, "--budget", "1", "--out", "rich")
        assert rich.code == 0 and len(server.requests) > spent and "--budget" not in rich.out


def test_the_cap_of_a_run_that_stopped_for_something_else_is_changed_in_place(moot: Moot, home: Path) -> None:
    assert moot(*ASK, "--out", "report").code == 0
    (run, *_) = moot("runs").out.split()
    ended = moot("resume", run, "--budget", "$2")
    assert ended.code == 0 and "at most 2 USD" in ended.out and len(moot("runs").out.splitlines()) == 1
    assert "caps: 2 USD (before: 1 USD)" in (home / "report" / "report.md").read_text()


@pytest.mark.parametrize("group", [(), ("panel",), ("bench",)], ids=["moot", "panel", "bench"])
def test_what_commands_do_is_told_in_whole_sentences(moot: Moot, group: tuple[str, ...]) -> None:
    listed = moot(*group, "--help").out.partition("Commands:")[2].strip().splitlines()
    assert len(listed) > 2 and all(line.endswith((".", "?")) for line in listed), listed
