"""The shipped examples and the README: what they promise is what happens."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from moot.ledger.store import Store
from moot.prepare import Setup, prepare
from moot.report.document import build
from moot.report.markdown import render
from moot.report.reverify import reverify
from moot.run import Research, create
from moot.verify.referee import Referee, default_checks
from moot.words import Challenged, ClaimKind, Drafted, Ruled, SeatFailed, Verdict

ROOT = Path(__file__).parent.parent
NOTES = ROOT / "examples" / "qwen-vs-claude"
TAPE = f"recorded:{NOTES / 'recorded' / 'run.jsonl'}"
PIPES = ROOT / "examples" / "lead-pipes"
COUNCIL = PIPES / "recorded" / "council.jsonl"
QUESTION, TOWN = (
    re.findall(rf"^{name}\s*:=\s*(.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[0] for name in ("ASKED", "TOWN")
)
PANELS: dict[str, dict[str, Any]] = {
    "readers": {"author": "reader:lexical", "reviewer": "reader:semantic"},
    "recorded": {"author": TAPE, "reviewer": TAPE, "judge": TAPE},
}


@pytest.mark.parametrize("panel", PANELS)
async def test_the_demo_argues_and_everything_it_says_stands(panel: str, tmp_path: Path) -> None:
    store = Store.open(tmp_path / "moot.db")
    run = create(prepare(Setup(question=QUESTION, sources=[NOTES], **PANELS[panel]), {}), store)
    await Research(store, run, env={})
    record = store.record(run)
    report = build(record)
    drafts = [event for event in record.events if isinstance(event, Drafted)]
    assert len(drafts) >= 2 and any(isinstance(event, Challenged) for event in record.events)
    assert report.stats.sources_read == 9 and report.draft.disagreements
    assert all(quote.marked for view in report.claims for quote in view.quotes)
    assert reverify(record, Referee(default_checks())).stands
    kinds = {note.kind for note in report.header.notes}
    assert ("no model" in kinds) == (panel == "readers")
    assert ("recorded" in kinds) == (panel == "recorded")
    assert not kinds & {"noticed", "doubtful"}, "no example is hostile"
    assert report.header.panel == ("mixed panel" if panel == "readers" else "same-family panel")


@pytest.mark.timeout(180)  # three drafts checked, aligned after every round, and all derived again
async def test_the_demos_council_argues_what_its_sources_contradict_each_other_in(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "moot.db")
    setup = Setup(question=TOWN, sources=[PIPES], protocol="council", seats=f"recorded:{COUNCIL}")
    run = create(prepare(setup, {}), store)
    await Research(store, run, env={})
    record = store.record(run)
    report = build(record)
    assert not {note.kind for note in report.header.notes} & {"noticed", "doubtful"}
    assert report.council is not None and len([each for each in report.council.drafts if each.label]) == 3
    assert not any(isinstance(event, SeatFailed) for event in record.events), "the recording answers every prompt"
    ruled = [event.ruling for event in record.events if isinstance(event, Ruled)]
    assert {each.by for each in ruled} >= {"judge-1"} and Verdict.DISMISSED in {each.verdict for each in ruled}
    assert report.draft.disagreements and report.cover is not None
    sides = [side.id for each in report.draft.disagreements for side in each.sides]
    assert len(sides) == len(set(sides)), (
        "one claim tells a cost and a date: what is against the date is none of the cost"
    )
    assert report.draft.sections[0].claims[0].kind is ClaimKind.INFERRED
    assert reverify(record, Referee(default_checks())).stands
    shown = render(report).replace("\\[", "[").replace("\\]", "]")
    told = (ROOT / "README.md").read_text().split("## What it looks like")[1].split("\n## ")[0]
    quoted = [line.removeprefix("> ") for line in told.splitlines() if line.startswith("> ")]
    assert len(quoted) > 8 and not [line for line in quoted if line not in shown], "the README shows another report"


@pytest.mark.parametrize(
    ("file", "question"), [(NOTES / "recorded" / "run.jsonl", QUESTION), (COUNCIL, TOWN)], ids=["critique", "council"]
)
def test_the_recordings_say_what_they_are(file: Path, question: str) -> None:
    from moot.models import recorded

    tape = recorded.read(file)
    assert tape.header.question == question
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", tape.header.made) and len(tape.header.provenance) > 100
    assert {line.place.split("/")[0] for line in tape.lines} >= {"r0", "r1"}


def test_the_readmes_commands_and_options_exist() -> None:
    from typer.main import get_command

    from moot.cli import app

    text = (ROOT / "README.md").read_text()
    commands = get_command(app).commands  # type: ignore[attr-defined]
    named = set(re.findall(r"`?moot ([a-z]+)\b", re.sub(r"(?s)## What it looks like.*?## What you can", "", text)))
    assert named & set(commands) == set(commands) and named <= {*commands, "and"}
    first = [each.make_context(None, [], resilient_parsing=True).command for each in commands.values()]
    within = [inner for command in first for inner in getattr(command, "commands", {}).values()]
    called = [*first, *(each.make_context(None, [], resilient_parsing=True).command for each in within)]
    options = {each for command in called for param in command.params for each in param.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) <= options
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"^make ([a-z-]+)$", text, re.MULTILINE)) <= targets


def test_the_readmes_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "one.md").write_text("The north pump lifts 40 litres a second and costs 900 euros.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MOOT_HOME", str(tmp_path / "home"))
    for name in ("ANTHROPIC_API_KEY", "OPENAI_API_KEY", "OPENROUTER_API_KEY", "GEMINI_API_KEY", "GOOGLE_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    exec(compile(code, "README.md", "exec"), {})


def test_nothing_in_the_code_knows_an_example() -> None:
    """Proper nouns of the examples stand in no file of the package (names of model families, and of the forms that
    `moot bench` reads, aside)."""
    nouns = re.compile(
        r"OmniDocBench|RealWorldQA|DRACO|Larkmere|Old Harbour|Mill Quarter|SoftBank",
        re.IGNORECASE,
    )
    files = [path for path in (ROOT / "src").rglob("*") if path.suffix in {".py", ".j2", ".css", ".js"}]
    assert files and not [path for path in files if nouns.search(path.read_text())]


async def test_the_audited_example_has_the_faults_that_the_readme_shows(tmp_path: Path) -> None:
    import moot

    examples = ROOT / "examples"
    report = await moot.audit(
        examples / "lead-pipes-audit" / "report.md", [examples / "lead-pipes"], store=Store.open(tmp_path / "moot.db")
    )
    standings = {view.number: view.standing.value for view in report.claims}
    assert [standings[n] for n in (1, 2, 4, 7)] == ["proven"] * 4
    assert [standings[n] for n in (3, 5, 9, 11)] == ["contradicted"] * 4
    assert [standings[n] for n in (6, 13)] == ["unsupported"] * 2
    assert standings[10] == "contradicted"
    assert standings[12] == "unchecked"
    shown = re.findall(r"^\| (\d+) \| .* \| (\w+): (.*) \|$", (ROOT / "README.md").read_text(), re.MULTILINE)
    reasons = {str(view.number): view.reason for view in report.claims}
    assert len(shown) >= 6
    for number, standing, reason in shown:
        assert standings[int(number)] == standing
        assert reason in reasons[number]


def test_the_panel_that_the_documentation_shows_is_one() -> None:
    from moot.models import panels

    text = (ROOT / "docs" / "PANELS.md").read_text()
    (shown,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    panel = panels.parse(shown, "PANELS.md")
    assert [seat.count for seat in panel.seat] == [2, 1, 1] and panel.protocol == "council"
    named = re.findall(r"--panel ([\w-]+)(?!\S*\.toml)", text)
    assert set(named) <= set(panels.names())
