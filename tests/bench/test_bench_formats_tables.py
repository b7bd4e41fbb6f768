"""Tables: whose columns are clear, which are mapped, and what is wrong with rows."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from bench_published import put
from hypothesis import given, settings
from hypothesis import strategies as st

from moot.bench.formats.format import Reading, read
from moot.bench.formats.table import mapped
from moot.errors import NoSources, UsageError


def noted(reading: Reading) -> str:
    return "\n".join(f"{note.where} {note.what}" for note in reading.notes)


def test_columns_whose_names_are_clear_need_no_mapping(tmp_path: Path) -> None:
    text = "model,instance_id,trial,resolved,cost_usd,repo\na,x-1,1,True,0.5,x\na,x-1,2,False,,x\nb,x-1,1,0,1,x\n"
    a, b = read([put(tmp_path / "r.csv", text)], {}).results
    assert (a.contestant, b.contestant, a.benchmark, b.benchmark) == ("a", "b", "results", "results")
    assert [(each.task, each.repeat, each.score, each.cost, each.group) for each in a.trials] == [
        ("x-1", 1, 1.0, Decimal("0.5"), "x"),
        ("x-1", 2, 0.0, None, "x"),
    ]


def test_two_tables_are_two_contestants_by_their_names(tmp_path: Path) -> None:
    files = [put(tmp_path / name, "task,score\nx,1\n") for name in ("a.csv", "b.csv")]
    assert [(each.benchmark, each.contestant) for each in read(files, {}).results] == [
        ("results", "a"),
        ("results", "b"),
    ]


def test_several_tables_of_one_contestant_are_benchmarks_by_their_names(tmp_path: Path) -> None:
    files = [put(tmp_path / name, "task,model,score\nx,m,1\n") for name in ("sums.csv", "facts.csv")]
    assert {each.benchmark for each in read(files, {}).results} == {"sums", "facts"}


def test_a_mapping_chooses_columns_and_percent_are_divided(tmp_path: Path) -> None:
    rows = [{"q": "x", "points": 50, "score": 1, "who": "m"}, {"q": "y", "points": 100, "score": 0, "who": "m"}]
    path = put(tmp_path / "r.jsonl", "\n".join(map(json.dumps, rows)))
    found = read([path], mapped("task=q, score=points/100, contestant=who")).results[0]
    assert [(each.task, each.score) for each in found.trials] == [("x", 0.5), ("y", 1.0)]
    assert found.contestant == "m"


@pytest.mark.parametrize(
    ("text", "mapping", "said"),
    [
        ("a,b\n1,2\n", "", "does not say which column is the task and the score"),
        ("task,passed,correct\nx,1,0\n", "", "does not say which column is the score"),
        ("task,score\nx,1\n", "task=nothing", "has no column 'nothing' for task"),
    ],
)
def test_columns_that_are_not_clear_are_asked_for(tmp_path: Path, text: str, mapping: str, said: str) -> None:
    with pytest.raises(NoSources, match=said):
        read([put(tmp_path / "r.csv", text)], mapped(mapping))


def test_semicolons_and_decimal_commas_of_a_spreadsheet(tmp_path: Path) -> None:
    path = put(tmp_path / "r.csv", "\ufefftask;score;notes\r\na,1;0,5;one, two\r\nb;85,5 %;\r\nc;1;x\r\n")
    (found,) = read([path], {}).results
    assert [(trial.task, trial.score) for trial in found.trials] == [("a,1", 0.5), ("b", 0.855), ("c", 1.0)]


def test_a_table_without_rows_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(NoSources, match="is a table without a row"):
        read([put(tmp_path / "empty.csv", "task,score\n")], {})


@pytest.mark.parametrize("told", ["task", "task=", "colour=x"])
def test_a_mapping_that_is_none(told: str) -> None:
    with pytest.raises(UsageError, match="is not FIELD=COLUMN"):
        mapped(told)


def test_what_is_wrong_with_rows_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    reading = read([put(tmp_path / "r.csv", "task,score\nx,1\n,1\ny\nz,1.7\nw,\n")], {})
    trials = {each.task: (each.score, each.error) for each in reading.results[0].trials}
    assert trials == {"x": (1.0, ""), "z": (None, "score outside 0 to 1: 1.7"), "w": (None, "no score")}
    assert "r.csv, line 3 has a row without a task id" in noted(reading)
    assert "r.csv, line 4 has a row that does not have the 2 columns" in noted(reading)


def test_half_a_line_of_jsonl_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    reading = read([put(tmp_path / "r.jsonl", '{"task": "x", "score": true}\n[1]\n{"task": "y", "sco')], {})
    assert [each.task for each in reading.results[0].trials] == ["x"]
    assert "line 2 has a line that is no JSON object" in noted(reading)
    assert "line 3 has a line that is no whole JSON" in noted(reading)


def test_a_list_in_json_and_tabs(tmp_path: Path) -> None:
    put(tmp_path / "a.json", [{"id": "x", "correct": "C"}, {"id": "y", "correct": "I"}])
    put(tmp_path / "b.tsv", "id\tstatus\nx\tPASSED\ny\tfailed\n")
    for each in read([tmp_path], {}).results:
        assert [trial.score for trial in each.trials] == [1.0, 0.0]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(min_size=1), st.booleans()), min_size=1, max_size=20))
def test_whatever_ids_say_every_row_with_an_id_is_a_trial(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, bool]]
) -> None:
    path = tmp_path_factory.mktemp("t") / "r.jsonl"
    path.write_text("\n".join(json.dumps({"task": task, "score": won}) for task, won in rows))
    wanted = [float(won) for task, won in rows if task.split()]
    if not wanted:
        return
    assert [trial.score for trial in read([path], {}).results[0].trials] == wanted


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["csv", "jsonl", "json", "eval", "tsv"]))
def test_no_file_brings_down_the_reading(tmp_path_factory: pytest.TempPathFactory, raw: bytes, suffix: str) -> None:
    path = tmp_path_factory.mktemp("t") / f"r.{suffix}"
    path.write_bytes(b"task,score\n" + raw if suffix == "csv" else raw)
    try:
        read([path], {})
    except NoSources as error:
        assert "\n" not in str(error)
