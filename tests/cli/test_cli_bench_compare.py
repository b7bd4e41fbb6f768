"""`moot bench compare` as a newcomer types it, and its table as evidence of a run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_moot import Moot

ROWS = ("--row", "Repairs:500:78.8:80.8", "--row", "Scenes:765:85.4:77.0", "--row", "Speed:-:158:52")
NAMES = ("--a", "Ada", "--b", "Bob")


def test_it_prints_a_verdict_a_row_and_what_they_say_together(moot: Moot) -> None:
    ended = moot("bench", "compare", *NAMES, *ROWS)
    assert ended.code == 0 and not ended.err
    lines = [line.strip() for line in ended.out.splitlines()]
    assert any(line.startswith("Repairs") and "cannot be resolved with 500 tasks" in line for line in lines)
    assert any(line.startswith("Scenes") and line.endswith("Ada leads, even unpaired") for line in lines)
    assert any(line.startswith("Ada leads on 1 of 2 rows") for line in lines)
    assert "Not paired" in ended.out and "8 to 25 %" in ended.out and "\x1b" not in ended.out


def test_it_gives_json_and_markdown(moot: Moot, home: Path) -> None:
    ended = moot("bench", "compare", *NAMES, *ROWS, "--json", "--out", "compared.md")
    found = json.loads(ended.out)
    assert [row["outcome"] for row in found["rows"]] == ["cannot be resolved", "A leads", "no verdict"]
    assert "| Repairs | 500 | 78.8 % | 80.8 % |" in (home / "compared.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "no rows"),
        (("--row", "Repairs:500:78.8"), "has 3 of 4 parts"),
        (("--row", "Repairs:many:78.8:80.8"), "'many' for the tasks"),
        (("--row", "Repairs:0:78.8:80.8"), "'0' for the tasks"),
        (("--row", "Repairs:99999999999999999999:78.8:80.8"), "1 to 10,000,000 tasks"),
        (("--row", "Repairs:500:178.8:80.8"), "score of 178.8"),
        (("--row", "Repairs:500:-3:80.8"), "score of -3"),
        (("--row", "Repairs:500:good:80.8"), "'good' where a score should be"),
        (("--row", " :500:78.8:80.8"), "no name"),
        (("--row", "x\x1b[31m:y:1:2"), "for the tasks"),
        ((*ROWS, "--row", "REPAIRS:5:60:40"), "'REPAIRS' is there twice"),
        ((*ROWS, "--a", "bob", "--b", "Bob"), "two different names"),
        ((*ROWS, "--tie", "-1"), "no margin"),
        ((*ROWS, "--tie", "nan"), "no margin"),
        ((*ROWS, "--out", "page.html"), "no Markdown file"),
    ],
)
def test_bad_input_is_one_clear_sentence(moot: Moot, arguments: tuple[str, ...], said: str) -> None:
    ended = moot("bench", "compare", *arguments)
    assert ended.code == 2 and not ended.out
    assert said in ended.err and ended.err.count("\n") == 1 and "\x1b" not in ended.err


def test_a_folder_that_cannot_be_written_is_named(moot: Moot, home: Path) -> None:
    (home / "nowhere").write_text("a file")
    ended = moot("bench", "compare", *ROWS, "--out", str(home / "nowhere" / "compared.md"))
    assert ended.code == 8 and "nowhere/compared.md" in ended.err


@pytest.mark.parametrize(("said", "standing"), [("cannot be resolved", "proven"), ("is resolved", "contradicted")])
def test_a_run_cites_the_table_and_a_false_word_of_it_is_refuted(
    moot: Moot, home: Path, said: str, standing: str
) -> None:
    assert moot("bench", "compare", *NAMES, *ROWS, "--out", str(home / "notes" / "three.md")).code == 0
    row = next(line for line in (home / "notes" / "three.md").read_text().splitlines() if line.startswith("| Repairs"))
    claim = {
        "id": "c1",
        "kind": "computed",
        "text": f"The 2-point difference on the 500 tasks of Repairs {said}.",
        "citations": [{"passage": "S2.2", "quote": row}],
        "expression": "resolved(78.8, 80.8, 500)",
    }
    draft = {"sections": [{"title": "Answer", "claims": [claim]}], "gaps": []}
    panel = {"seats": [{"role": "author", "model": "openai:x", "family": "gpt", "instance": 1}]}
    header = {
        "recording": 1,
        "question": "Who is better?",
        "made": "2026-01-01",
        "provenance": "a test",
        "panel": panel,
    }
    plan = {"aspects": [{"question": "Who leads on Repairs?", "searches": ["Repairs"]}]}
    tape = [
        header,
        {"place": "r0/plan/author-1/0", "attempt": 1, "body": json.dumps(plan)},
        {"place": "r1/draft/author-1/0", "attempt": 1, "body": json.dumps(draft)},
    ]
    (home / "tape.jsonl").write_text("".join(json.dumps(each) + "\n" for each in tape))
    ended = moot(
        "research", "Who is better?", "--sources", "notes", "--author", "recorded:tape.jsonl", "--protocol", "solo",
        "--out", "report",
    )  # fmt: skip
    assert ended.code == 0, ended.err
    [report] = (home / "report").glob("*.json")
    [shown] = json.loads(report.read_text())["claims"]
    assert shown["standing"] == standing
    [bundle] = (home / "report").glob("*.moot*")
    assert moot("verify", str(bundle)).code == 0
