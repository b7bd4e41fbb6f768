"""The file of trials: whole lines only, the later of two, readable without the engine."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.bench.engine.trials import FILE, ORDER, Book, Key, Line, read
from moot.bench.results import Trial
from moot.errors import NoSources

texts = st.text(max_size=20)
shares = st.floats(0, 1)
trials = st.builds(
    Trial,
    task=texts,
    score=st.none() | shares,
    repeat=st.integers(1, 9),
    error=texts,
    group=texts,
    kind=texts,
    parts=st.dictionaries(texts, shares, max_size=2).map(lambda each: tuple(each.items())),
    cost=st.none() | st.decimals(0, 10, places=6),
    seconds=st.none() | st.floats(0, 1e6),
    output_tokens=st.none() | st.integers(0, 10**6),
    record=texts,
)


def line(trial: Trial, contestant: str = "openai:a", benchmark: str = "sums") -> Line:
    return Line(
        Key(benchmark, contestant, trial.task, trial.repeat), trial, "moot", {"suite": "1"}, ("x:y",), "critique", 9
    )


def written(folder: Path, *lines: Line) -> None:
    book = Book(folder)
    for each in lines:
        book.write(each)
    book.close()


@given(trial=trials, contestant=texts, benchmark=texts)
def test_what_is_written_is_read(
    trial: Trial, contestant: str, benchmark: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("book")
    written(folder, line(trial, contestant, benchmark))
    (found,) = read(folder)
    assert (found.benchmark, found.contestant, found.trials) == (benchmark, contestant, (trial,))
    assert (found.members, found.protocol, found.settings) == (("x:y",), "critique", {"suite": "1"})
    assert found.tasks_stated == 9


@given(cut=st.integers(1, 40))
def test_half_a_line_at_the_end_is_passed_over_and_then_cut_off(
    cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("torn")
    written(folder, line(Trial("a", 1.0)), line(Trial("b", 0.0)))
    path = folder / FILE
    path.write_bytes(path.read_bytes()[:-cut])
    assert [trial.task for trial in read(folder)[0].trials] == ["a"]
    written(folder, line(Trial("c", 1.0)))
    assert [trial.task for trial in read(folder)[0].trials] == ["a", "c"]


def test_of_a_trial_that_was_made_again_the_later_counts(tmp_path: Path) -> None:
    written(tmp_path, line(Trial("a", None, error="late")), line(Trial("b", 0.0)))
    written(tmp_path, line(Trial("a", 1.0)))
    (found,) = read(tmp_path)
    assert {trial.task: trial.score for trial in found.trials} == {"a": 1.0, "b": 0.0}


def test_contestants_and_benchmarks_are_kept_apart(tmp_path: Path) -> None:
    written(tmp_path, line(Trial("a", 1.0), "p"), line(Trial("a", 0.0), "q"), line(Trial("a", 0.5), "p", "other"))
    assert [(each.benchmark, each.contestant) for each in read(tmp_path)] == [
        ("sums", "p"),
        ("sums", "q"),
        ("other", "p"),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "holds no result yet"),
        ("half", "holds no result yet"),
        ("[]\n", "line 1: this is no trial"),
        ('{"benchmark": "x"}\n', "line 1: this is no trial"),
        ("[" * 100_000 + "\n", "line 1: this is no trial"),
    ],
)
def test_another_file_is_refused_in_a_sentence(content: str, said: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(content)
    with pytest.raises(NoSources, match=said):
        read(tmp_path)


@pytest.mark.parametrize("score", ["1.5", "-0.1", "NaN"])
def test_a_score_outside_its_range_is_refused(score: str, tmp_path: Path) -> None:
    written(tmp_path, line(Trial("a", 0.25)))
    path = tmp_path / FILE
    path.write_text(path.read_text().replace("0.25", score))
    with pytest.raises(NoSources, match="line 1"):
        read(tmp_path)


def test_contestants_come_in_the_order_they_were_given_in_and_not_in_that_of_their_trials(tmp_path: Path) -> None:
    trial = Trial("a", 1.0)
    written(tmp_path, line(trial, "quick"), line(trial, "slow"), line(trial, "middling"))
    assert [each.contestant for each in read(tmp_path)] == ["quick", "slow", "middling"]  # of before there was an order
    for asked, order in (
        (["slow", "quick"], ["slow", "quick", "middling"]),
        (["middling", "slow"], ["middling", "slow", "quick"]),  # asked anew: what was given last comes first
    ):
        book = Book(tmp_path, asked)
        book.close()
        assert [each.contestant for each in read(tmp_path)] == order
        assert read(tmp_path / FILE) == book.results() == read(tmp_path)
    (tmp_path / ORDER).write_text('{"no": "order"}')
    assert [each.contestant for each in read(tmp_path)] == ["quick", "slow", "middling"]


def test_there_is_nothing_where_no_bench_was(tmp_path: Path) -> None:
    with pytest.raises(NoSources, match="cannot be read"):
        read(tmp_path / "nowhere")


@given(first=st.tuples(texts, texts, texts), second=st.tuples(texts, texts, texts))
def test_no_place_is_that_of_another_trial(first: tuple[str, str, str], second: tuple[str, str, str]) -> None:
    one, other = (Key(*each, 1).place for each in (first, second))
    assert (one == other) == (first == second)
    assert first == second or not other.startswith(f"{one}/")


def test_reading_needs_no_inspect_ai(tmp_path: Path) -> None:
    written(tmp_path, line(Trial("a", 1.0, cost=Decimal("0.1"))))
    code = (
        f"import sys; from moot.bench.engine import trials; trials.read(__import__('pathlib').Path({str(tmp_path)!r}));"
    )
    code += "assert not [name for name in sys.modules if name.startswith(('inspect_ai', 'pydantic_ai'))]"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("repeat", "1e999"),
        ("score", "1" + "0" * 400),
        ("cost", '"NaN"'),
        ("cost", '"sNaN"'),
        ("cost", '"Infinity"'),
        ("cost", '"-1"'),
        ("cost", '"dear"'),
        ("seconds", "NaN"),
        ("seconds", "1e400"),
        ("seconds", "-1"),
        ("output_tokens", "1" + "0" * 400),
        ("output_tokens", "-1"),
        ("parts", '"x"'),
        ("settings", "[1]"),
        ("members", "5"),
    ],
)
def test_what_nobody_can_count_is_refused(name: str, value: str, tmp_path: Path) -> None:
    said = json.loads(line(Trial("a", 1.0)).to_json()) | {name: "HERE"}
    (tmp_path / FILE).write_text(json.dumps(said).replace('"HERE"', value) + "\n")
    with pytest.raises(NoSources, match="line 1"):
        read(tmp_path)


def test_half_of_a_surrogate_pair_is_read_as_it_was_written(tmp_path: Path) -> None:
    written(tmp_path, line(Trial("\ud800", None, error="said \udfff")))
    (found,) = read(tmp_path)
    assert found.trials == (Trial("\ud800", None, error="said \udfff"),)


def test_conditions_are_those_of_the_last_line(tmp_path: Path) -> None:
    later = line(Trial("b", 1.0))._replace(harness="newer", settings={"suite": "2"})
    written(tmp_path, line(Trial("a", 0.0)), later)
    (found,) = read(tmp_path)
    assert (found.harness, found.settings) == ("newer", {"suite": "2"})
