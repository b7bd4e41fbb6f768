"""Seats, panels and their rules on the command line: refused in one sentence before anything is sent, or run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from moot.testing import DoubleServer
from moot.testing.answers.scholar import scholar

ASK = ("research", "How much does the north pump lift?", "--sources", "notes")
READERS = ("--seats", "reader:lexical,reader:semantic")
CLAUDE, GPT, OTHER = "anthropic:claude-sonnet-5-5", "openai:gpt-6.1-terra", "openrouter:qwen/qwen3-max"
COUNCIL = (*ASK, "--protocol", "council")
Moot = Callable[..., Any]

VOTERS = "".join(f'[[seat]]\nrole = "author"\nmodel = "{model}"\n' for model in (CLAUDE, GPT))
POLL = f'protocol = "vote"\n{VOTERS}'
PANEL = """
protocol = "critique"
rounds = 1
[[seat]]
role = "author"
model = "reader:lexical"
[[seat]]
role = "reviewer"
model = "reader:semantic"
deadline = "30s"
"""


@pytest.fixture
def keys(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OLLAMA_HOST", "VLLM_BASE_URL", "LLAMACPP_BASE_URL"):
        monkeypatch.setenv(name, "127.0.0.1:9")
    for name in ("ANTHROPIC", "OPENAI"):
        monkeypatch.setenv(f"{name}_API_KEY", "secret-of-mine")


@pytest.mark.usefixtures("keys")
@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ((*COUNCIL, "--seats", CLAUDE), 2, "one author seat, and council needs 2 or more"),
        ((*ASK, "--protocol", "debate", "--seats", CLAUDE), 2, "debate needs 2 or more"),
        ((*COUNCIL, "--seats", ""), 2, "names no model"),
        ((*COUNCIL, "--seats", f"{CLAUDE}*0"), 2, "no number of seats"),
        ((*COUNCIL, "--seats", "claude,gpt"), 4, "PROVIDER:MODEL"),
        ((*COUNCIL, "--seats", f"{CLAUDE},{OTHER}"), 4, "author-2: openrouter:qwen/qwen3-max needs a key"),
        ((*COUNCIL, "--seats", "recorded:missing.jsonl"), 4, "missing.jsonl"),
        ((*COUNCIL, "--seats", f"{CLAUDE}*2", "--mixed"), 2, "all authors of the council are of one family, claude"),
        ((*COUNCIL, "--seats", f"{CLAUDE},{GPT}", "--judge", GPT, "--mixed"), 2, "family of author-2, gpt"),
        (
            (*ASK, "--author", CLAUDE, "--reviewer", CLAUDE, "--mixed"),
            2,
            "A mixed panel was asked for, and the reviewer",
        ),
        ((*ASK, "--seats", f"{CLAUDE},{GPT}"), 2, "name that of critique with --author"),
        ((*ASK, "--protocol", "solo", "--seats", CLAUDE), 2, "name that of solo with --author"),
        ((*COUNCIL, *READERS, "--author", CLAUDE), 2, "--seats and --author do not go together"),
        ((*COUNCIL, *READERS, "--panel", "two-vendors"), 2, "--seats and --panel do not go together"),
        ((*COUNCIL, *READERS, "--swap"), 2, "Swapping is of use for critique only"),
        ((*COUNCIL, *READERS, "--side", "40", "--side", "34"), 2, "--side is of use for debate only"),
        ((*ASK, "--protocol", "debate", *READERS, "--side", "40"), 2, "nobody to argue against"),
        ((*ASK, "--protocol", "debate", *READERS, *("--side", "a", "--side", "b", "--side", "c")), 2, "3 sides and 2"),
        ((*COUNCIL, *READERS, "--seat-deadline", "soon"), 2, "no duration"),
        ((*ASK, "--protocol", "vote", "--seats", "reader:lexical*3"), 2, "the same draft 3 times"),
        ((*ASK, "--protocol", "vote", *READERS), 2, "A vote asks one model several times, and the panel has reader:"),
        (("panel", "check", "poll.toml"), 2, "--seats 'anthropic:claude-sonnet-5-5*3', or let them argue"),
        ((*ASK, "--panel", "two-vendor"), 2, "did you mean two-vendors"),
        ((*ASK, "--panel", "missing.toml"), 2, "missing.toml cannot be read"),
        ((*ASK, "--panel", "typo.toml"), 2, "typo.toml: seat 1: there is no key 'modle'; did you mean 'model'?"),
        ((*ASK, "--panel", "syntax.toml"), 2, "syntax.toml is not TOML: "),
        ((*ASK, "--panel", "three-vendors"), 4, "judge-1: gemini:gemini-3.8-flash needs a key: set GEMINI_API_KEY"),
        (("panel", "check", "three-vendors"), 4, "three-vendors cannot run here: gemini:"),
        (("panel", "check", "typo.toml"), 2, "did you mean 'model'?"),
        (("panel", "check", "nowhere"), 2, "no panel 'nowhere'"),
        (("panel", "new", "typo.toml"), 2, "typo.toml is there already"),
        (("panel", "new", ""), 2, "The panel file has no name"),
        (("panel", "new", "typo.toml/mine.toml"), 8, "typo.toml/mine.toml"),
        (("research", "Q?", "--sources", "notes", "--protocol", "audit"), 2, "moot audit REPORT"),
        (("panel", "new", "mine.toml", "--from", "two-vendor"), 2, "did you mean two-vendors"),
    ],
)
def test_one_sentence_before_any_money(
    moot: Moot, home: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    (home / "typo.toml").write_text(PANEL.replace("model", "modle", 1))
    (home / "poll.toml").write_text(POLL)
    (home / "syntax.toml").write_text('protocol = "critique"\nrounds 1\n')
    ended = moot(*arguments)
    assert ended.code == code, ended.err
    assert says in ended.err and ended.err.count("\n") == 1 and "secret" not in ended.err
    assert not (home / "home" / "moot.db").exists()


def test_a_panel_file_is_written_checked_and_run(moot: Moot, home: Path) -> None:
    assert moot("panel", "new", "mine.toml").code == 0
    checked = moot("panel", "check", "mine.toml")
    assert checked.code == 0 and "author-2     reader:semantic" in checked.out and "can run here" in checked.out
    (home / "mine.toml").write_text(PANEL.replace('deadline = "30s"', 'fallbacks = ["reader:lexical"]', 1))
    assert "  or else      reader:lexical" in moot("panel", "check", "mine.toml").out
    (home / "mine.toml").write_text(PANEL)
    ended = moot(*ASK, "--panel", "mine.toml", "--out", "report", "--json")
    assert ended.code == 0, ended.err
    case = json.loads(ended.out)["case"]
    assert case["caps"]["rounds"] == 1 and case["protocol"] == "critique"


def test_the_command_line_wins_over_the_panel(moot: Moot, home: Path) -> None:
    (home / "home" / "panels").mkdir(parents=True)
    (home / "home" / "panels" / "mine.toml").write_text(f"swap = true\nbudget = 0.25\n{PANEL.lstrip()}")
    plain = json.loads(moot(*ASK, "--panel", "mine", "--dry-run", "--json").out)
    other = (*ASK, "--panel", "mine", "--budget", "2", "--rounds", "3", "--reviewer", "reader:lexical")
    changed = json.loads(moot(*other, "--dry-run", "--json").out)
    assert (plain["cap_usd"], changed["cap_usd"]) == ("0.25", "2")
    assert plain["seats"][1]["tasks"] < changed["seats"][1]["tasks"]
    assert [seat["model"] for seat in changed["seats"]] == ["reader:lexical", "reader:lexical"]
    assert moot(*ASK, "--panel", "mine", "--protocol", "solo").err.startswith("moot: Swapping is of use for critique")
    assert "reviewer" in moot(*ASK, "--panel", "mine", "--protocol", "solo", "--no-swap").err


def test_panels_are_listed_with_what_they_are_for(moot: Moot, home: Path) -> None:
    (home / "home" / "panels").mkdir(parents=True)
    (home / "home" / "panels" / "mine.toml").write_text('about = "For me"\n' + PANEL)
    listed = {each["name"]: each for each in json.loads(moot("panel", "list", "--json").out)}
    assert listed["mine"] == {"name": "mine", "about": "For me", "why": ""}
    assert "ANTHROPIC_API_KEY" in listed["two-vendors"]["why"]
    printed = moot("panel", "list").out
    assert "For me" in printed and "cannot run here: anthropic:" in printed
    assert moot("panel", "new", "copy.toml", "--from", "mine").code == 0
    assert (home / "copy.toml").read_text() == (home / "home" / "panels" / "mine.toml").read_text()


def test_a_dry_run_counts_what_a_council_asks(moot: Moot, keys: None) -> None:
    ended = moot(*COUNCIL, "--seats", f"{CLAUDE}*2,{GPT}", "--judge", "reader:lexical", "--rounds", "2", "--dry-run")
    assert ended.code == 0, ended.err
    assert "Author 2: anthropic:claude-sonnet-5-5 (claude)" in ended.out and "Judge:    reader:lexical" in ended.out
    assert "author-1   about 10 tasks" in ended.out and "author-2   about 8 tasks" in ended.out
    assert "judge-1    about 4 tasks" in ended.out  # a reader compares as the words do: the authors are asked


def test_a_council_of_readers_runs_and_verifies(moot: Moot, home: Path) -> None:
    ended = moot(*COUNCIL, *READERS, "--out", "report", "--rounds", "1")
    assert ended.code == 0, ended.err
    run = moot("runs").out.split()[0]
    assert moot("verify", run).code == 0
    assert "r1/draft/author-2/0" in moot("show", run, "--calls").out


def test_a_run_goes_on_with_a_fallback_and_says_who_answers(
    moot: Moot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with DoubleServer(scholar, keys=["nobody"]) as down, DoubleServer(scholar) as up:
        for name, value in up.env().items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("ANTHROPIC_BASE_URL", down.env()["ANTHROPIC_BASE_URL"])
        panel = PANEL.replace(
            '"reader:lexical"', '"anthropic:double-a"\nfallbacks = ["openai:double-b", "reader:lexical"]'
        )
        (home / "mine.toml").write_text(panel)
        ended = moot(*ASK, "--panel", "mine.toml", "--price", "1/5", "--out", "report")
    assert ended.code == 0, ended.err
    assert "else openai:double-b (double), else reader:lexical (lexical)" in ended.out
    run = moot("runs").out.split()[0]
    calls = moot("show", run, "--calls").out
    assert "r1/draft/author-1~1/0/a1" in calls and "r1/draft/author-1/0" not in calls
    assert moot("export", run, "--to", "recording", "--out", "tape").code == 0
    (tape,) = (home / "tape").iterdir()
    again = moot(*ASK, "--author", f"recorded:{tape}", "--out", "again")
    assert again.code == 0, again.err
    assert "FAILED" not in again.out
    texts = [json.loads((home / out / "report.json").read_text())["claims"] for out in ("report", "again")]
    assert [each["claim"] for each in texts[0]] == [each["claim"] for each in texts[1]]


def test_a_recorded_council_is_replayed_without_a_key(moot: Moot, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with DoubleServer(scholar) as server, monkeypatch.context() as keyed:
        for name, value in server.env().items():
            keyed.setenv(name, value)
        seats = "anthropic:double-a,openai:double-b,reader:lexical"
        asked = (*COUNCIL, "--seats", seats, "--judge", "openai:double-j", "--price", "1/5", "--rounds", "1")
        assert moot(*asked, "--out", "report").code == 0
        run = moot("runs").out.split()[0]
        assert moot("export", run, "--to", "recording", "--out", "tape").code == 0
    (tape,) = (home / "tape").iterdir()
    again = moot(*COUNCIL, "--seats", f"recorded:{tape}", "--rounds", "1", "--out", "again")
    assert again.code == 0, again.err
    assert "Author 3: reader:lexical (lexical)" in again.out and f"Judge:    recorded:{tape} (double)" in again.out
    texts = [json.loads((home / out / "report.json").read_text())["claims"] for out in ("report", "again")]
    assert texts[0] and [each["claim"] for each in texts[0]] == [each["claim"] for each in texts[1]]
