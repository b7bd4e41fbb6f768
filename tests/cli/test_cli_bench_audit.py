"""`moot bench audit` as a newcomer types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_moot import Moot

ROWS = "model,task,trial,resolved\n" + "".join(
    f"{model},t{task},1,{'' if task == 9 else int(task % 10 < (9 if model == 'ada' else 2))}\n"
    for model in ("ada", "bob")
    for task in range(60)
)


@pytest.fixture
def results(home: Path) -> Path:
    path = home / "results.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_it_says_what_the_items_give_what_is_wrong_and_who_leads(moot: Moot, results: Path) -> None:
    ended = moot("bench", "audit", str(results))
    assert ended.code == 0 and not ended.err
    assert "60 tasks, 60 trials, 1 without a score; table, results.csv" in ended.out
    assert "- errors: 1 trial of 60 ended without a score" in ended.out
    assert (
        "results: ada leads; ada less bob: +71.2 (" in ended.out
        and "over 59 tasks, trials without a score set aside" in ended.out
    )
    assert "; odds that ada is truly better: > 99.9 % (McNemar" in ended.out
    assert ended.out.rstrip().endswith("2 findings on 2 headlines.")


def test_it_gives_json_and_markdown(moot: Moot, results: Path, home: Path) -> None:
    ended = moot("bench", "audit", str(results), "--json", "--out", "audit.md")
    found = json.loads(ended.out)
    assert [row["tasks"] for row in found["rows"]] == [60, 60]
    assert found["verdicts"][0]["outcome"] == "A leads"
    text = (home / "audit.md").read_text(encoding="utf-8")
    assert text.startswith("# Audit of published results") and "| results | ada |" in text


@pytest.mark.parametrize("told", ["61.6", "61.6%", "0.616"])
def test_a_headline_may_be_given_as_people_write_it(moot: Moot, home: Path, told: str) -> None:
    (home / "r.csv").write_text("task,score\nx,1\ny,0\n", encoding="utf-8")
    assert "stated 61.6 %, from the items 50.0 %: −11.6 points" in moot("bench", "audit", "r.csv", "--stated", told).out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("nothing.csv",), 3, "nothing.csv is not there"),
        ((".",), 3, "no form that is known"),
        (("empty.csv",), 3, "empty.csv is empty"),
        (("no.json",), 3, "no.json is no whole JSON"),
        (("r.csv", "--stated", "many"), 2, "is no figure"),
        (("r.csv", "--stated", "-3"), 2, "outside 0 to 100 %"),
        (("r.csv", "--map", "task"), 2, "is not FIELD=COLUMN"),
        (("r.csv", "--map", "task=x"), 3, "has no column 'x'"),
        (("r.csv", "--out", "r.csv/x.md"), 8, "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    moot: Moot, home: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    (home / "r.csv" if arguments[0] == "r.csv" else home / "notes.txt").write_text(
        "task,score\nx,1\n", encoding="utf-8"
    )
    if arguments[0] in (texts := {"empty.csv": "\n", "no.json": "no json {"}):
        (home / arguments[0]).write_text(texts[arguments[0]], encoding="utf-8")
    ended = moot("bench", "audit", *arguments)
    assert ended.code == code and said in ended.err
    assert ended.err.count("\n") == 1
