"""Bad input: one sentence each on standard error, an exit code of its own, no traceback, nothing lost."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from moot.testing import DoubleServer, Rule, denied, hang, malformed
from moot.testing.answers.scholar import scholar

ASK = ("research", "How much does the north pump lift?", "--sources", "notes")
Moot = Callable[..., Any]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("research", "  ", "--sources", "notes"), 2, "question is empty"),
        (("research", "Why?"), 2, "No sources were given"),
        ((*ASK, "--protocol", "quarrel"), 2, "no protocol 'quarrel'"),
        ((*ASK, "--budget", "much"), 2, "no amount of money"),
        ((*ASK, "--budget", "-1"), 2, "0 USD or more"),
        ((*ASK, "--deadline", "soon"), 2, "--deadline: 'soon' is no duration"),
        ((*ASK, "--deadline", "0"), 2, "--deadline: '0' leaves no time for anything"),
        ((*ASK, "--price", "cheap", "--author", "anthropic:claude-sonnet-5-5"), 2, "not IN/OUT"),
        ((*ASK, "--price", "1/5"), 2, "no seat here costs anything: leave it out"),
        ((*ASK, "--rounds", "0"), 2, "--rounds"),
        ((*ASK, "--author", ""), 2, "--author is empty"),
        ((*ASK, "--reviewer", " "), 2, "--reviewer is empty"),
        ((*ASK, "--judge", ""), 2, "--judge is empty"),
        (("research", "Why?", "--sources", ""), 2, "One of the sources is empty"),
        ((*ASK, "--sources", "  "), 2, "One of the sources is empty"),
        (("audit", "notes/one.md", "--sources", ""), 2, "One of the sources is empty"),
        ((*ASK, "--web", "--allow-domains", ""), 2, "--allow-domains is empty"),
        ((*ASK, "--web", "--allow-domains", " , "), 2, "--allow-domains is empty"),
        ((*ASK, "--web", "--deny-domains", ","), 2, "--deny-domains is empty"),
        ((*ASK, "--web", "--allow-domains", "a.fi,b.fi", "--deny-domains", "A.fi"), 2, "a.fi is allowed and denied"),
        (
            (*ASK, "--web", "--allow-domains", "news.a.fi", "--deny-domains", "a.fi"),
            2,
            "news.a.fi is allowed and denied",
        ),
        ((*ASK, "--search", ""), 2, "--search is empty"),
        ((*ASK, "--as-of", ""), 2, "--as-of is empty"),
        ((*ASK, "--language", " "), 2, "--language is empty"),
        (("research", "Why?", "--sources", "nowhere"), 3, "No such file or folder: nowhere."),
        ((*ASK, "--sources", "notes/one.md/two"), 3, "No such file or folder: notes/one.md/two."),
        (("audit", " "), 2, "The report is empty"),
        (("audit", "https://example.org/report.html"), 2, "only a file is audited: save the page"),
        (("audit", "notes/one.md", "--sources", "nowhere"), 3, "No such file or folder: nowhere."),
        (("check", "It lifts.", "--in", ""), 2, "--in is empty"),
        (("check", "It lifts.", "--in", "notes/one.md", "--in", " "), 2, "--in is empty"),
        (("check", "It lifts.", "--in", "notes/one.md", "--in", "nowhere"), 3, "No such file or folder: nowhere."),
        ((*ASK, "--author", "gpt-5"), 4, "PROVIDER:MODEL"),
        ((*ASK, "--author", "nobody:x"), 4, "no provider 'nobody'"),
        ((*ASK, "--author", "anthropic:claude-sonnet-5-5"), 4, "ANTHROPIC_API_KEY"),
        ((*ASK, "--author", "gguf:missing.gguf"), 4, "missing.gguf"),
        ((*ASK, "--author", "recorded:missing.jsonl"), 4, "missing.jsonl"),
        ((*ASK, "--author", "recorded:notes/one.md"), 4, "not a recording"),
        (("show", "nothing"), 14, "no run nothing"),
        (("resume", "nothing"), 14, "no run nothing"),
        (("verify", "nothing"), 14, "no run nothing"),
        (("verify", ""), 2, "The run is empty"),
        (("verify", "notes"), 10, "notes is a folder: name the bundle in it"),
        (("show", ""), 2, "The run is empty"),
        (("export", " ", "--to", "md"), 2, "The run is empty"),
        (("audit", "notes"), 2, "notes is a folder: name the file in it"),
        (("verify", "missing.moot"), 10, "missing.moot"),
        (("verify", "notes/one.md"), 10, "one.md"),
        (("export", "nothing", "--to", "md"), 14, "no run nothing"),
        (("frobnicate",), 2, "frobnicate"),
        ((*ASK, "--loud"), 2, "--loud"),
    ],
)
def test_one_sentence_and_a_code(moot: Moot, arguments: tuple[str, ...], code: int, says: str) -> None:
    ended = moot(*arguments)
    assert ended.code == code, ended.err
    assert says in ended.err.replace("\n", " ")
    assert "Traceback" not in ended.err + ended.out and ended.err.count("\n") <= 2


def test_no_readable_source_names_each(moot: Moot, home: Path) -> None:
    folder = home / "bad"
    folder.mkdir()
    (folder / "empty.md").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    ended = moot("research", "Why?", "--sources", "bad")
    assert ended.code == 3 and "empty.md" in ended.err and "binary.txt" in ended.err


def test_one_bad_source_never_ends_a_run(moot: Moot, home: Path) -> None:
    (home / "notes" / "broken.pdf").write_bytes(b"%PDF-1.7\nnot really")
    with (home / "notes" / "huge.txt").open("wb") as file:
        file.truncate(2 * 1024**3)  # sparse: two gigabytes that take no room
    ended = moot(*ASK, "--out", "report")
    assert ended.code == 0, ended.err
    text = (home / "report" / "report.md").read_text()
    assert "broken" in text and "huge" in text


def test_a_wrong_key(moot: Moot, monkeypatch: pytest.MonkeyPatch) -> None:
    with DoubleServer(scholar, denied()) as server:
        for name, value in server.env().items():
            monkeypatch.setenv(name, value)
        ended = moot(*ASK, "--author", "anthropic:claude-sonnet-5-5", "--reviewer", "reader:lexical")
        assert ended.code == 5 and "key" in ended.err
        assert "double" not in ended.err.replace("anthropic:claude", "")
        run = moot("runs").out.split()[0]
        asked = len(server.requests)
        again = moot("resume", run)
        assert again.code == 5 and len(server.requests) == asked
        assert f"Nothing was asked again of the 1 call that had failed before: `moot resume {run}" in again.err
        assert "--retry-failed` does" in again.err
        assert "--retry-failed` goes on with it first" in moot("extend", run, "dig deeper").err


def test_an_author_that_never_answers_usably(moot: Moot, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with DoubleServer(scholar, malformed()) as server:
        for name, value in server.env().items():
            monkeypatch.setenv(name, value)
        ended = moot(*ASK, "--author", "anthropic:claude-sonnet-5-5", "--reviewer", "reader:lexical", "--out", "report")
    assert ended.code == 15 and "No draft could be made" in ended.err
    text = (home / "report" / "report.md").read_text()
    assert "## Why there is no draft\n\n- No draft could be made" in text and "do not say" not in text


def test_an_unknown_price_and_no_money(moot: Moot, monkeypatch: pytest.MonkeyPatch) -> None:
    with DoubleServer(scholar) as server:
        for name, value in server.env().items():
            monkeypatch.setenv(name, value)
        unknown = moot(*ASK, "--author", "openai:double-a", "--reviewer", "reader:lexical")
        assert unknown.code == 6 and "--price IN/OUT" in unknown.err
        known = moot(*ASK, "--author", "anthropic:claude-sonnet-5-5", "--reviewer", "reader:lexical", "--price", "1/5")
        assert known.code == 2 and "that of every seat here is known: leave it out" in known.err
        poor = moot(*ASK, "--author", "openai:double-a", "--price", "10/30", "--budget", "0.001")
        assert poor.code == 6 and not server.requests
        needed = re.search(r"may cost (0\.\d+) USD even if short, and 0\.0010 are left\. `moot resume", poor.err)
        assert needed, poor.err
        some = moot(*ASK, "--author", "openai:double-a", "--price", "10/30", "--budget", needed[1])
        assert some.code == 6 and len(server.requests) == 1, "the least that was named pays for a call"


def test_an_unwritable_output_folder_costs_nothing(moot: Moot, home: Path) -> None:
    (home / "file").write_text("in the way")
    ended = moot(*ASK, "--out", "file")
    assert ended.code == 8 and "file" in ended.err
    assert "No runs yet" in moot("runs").out


def test_a_store_from_a_newer_version(moot: Moot, home: Path) -> None:
    assert moot(*ASK, "--out", "report").code == 0
    with sqlite3.connect(home / "home" / "moot.db") as database:
        database.execute("PRAGMA user_version = 999")
    assert moot("runs").code == 9


def test_a_file_in_place_of_the_store(moot: Moot, home: Path) -> None:
    (home / "home").mkdir()
    (home / "home" / "moot.db").write_text("this is no database, and long enough to be looked at" * 50)
    assert moot("runs").code == 8


def test_a_damaged_bundle(moot: Moot, home: Path) -> None:
    assert moot(*ASK, "--out", "report").code == 0
    bundle = home / "report" / "report.moot"
    whole = bundle.read_bytes()
    bundle.write_bytes(whole[: len(whole) // 2])
    assert moot("verify", "report/report.moot").code == 10


def test_private_notes_do_not_go_to_a_keeper(moot: Moot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "secret-key-of-mine")
    ended = moot(*ASK, "--author", "openrouter:qwen/qwen3-coder:free", "--reviewer", "reader:lexical")
    assert ended.code == 7
    assert "qwen3-coder:free" in ended.err and "one.md" in ended.err and "secret" not in ended.err


def test_a_deadline_that_leaves_no_draft_tells_what_was_spent(
    moot: Moot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with DoubleServer(scholar, hang()) as server:
        for name, value in server.env().items():
            monkeypatch.setenv(name, value)
        council = ("--protocol", "council", "--seats", "openai:double-a*2", "--price", "1/5")
        ended = moot(*ASK, *council, "--deadline", "0.5s", "--out", "report")
        run = moot("runs").out.split()[0]
        assert ended.code == 18 and "Spent:" in ended.out and (home / "report" / "report.md").exists()
        assert f"`moot resume {run} --fork --retry-failed` asks again in a new run" in ended.err
        spent = moot("runs").out
        again = moot("resume", run, "--retry-failed")
        assert again.code == 2 and "--fork --retry-failed" in again.err and moot("runs").out == spent


def test_a_resumed_run_says_that_kept_failures_were_not_asked_again(
    moot: Moot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with DoubleServer(scholar, [Rule(denied(), model="double-b")]) as server:
        for name, value in server.env().items():
            monkeypatch.setenv(name, value)
        seats = ("--author", "openai:double-a", "--reviewer", "openai:double-b", "--price", "1/5", "--out", "report")
        ended = moot(*ASK, *seats)
        run = moot("runs").out.split()[0]
        assert ended.code == 0
        again = f"`moot resume {run} --fork --retry-failed` asks again in a new run."
        assert ended.err == f"1 call failed for good: {again}\n"
        assert f"`moot resume {run} --fork --retry-failed` does" in moot("resume", run).err
