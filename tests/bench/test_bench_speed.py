"""How fast models answer: what is measured of streams whose speed is known, and what is no measurement."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from moot.bench.speed import running
from moot.bench.speed.measured import Measured
from moot.bench.speed.plan import Plan
from moot.bench.speed.told import wording
from moot.errors import OverBudget, UnknownModel, UsageError
from moot.testing import Answer, Conduct, DoubleServer, Refusal, Rule, cut, denied, too_many

LINES = "".join(f"Line {n} of the list\n" for n in range(1, 400))
STEADY = Conduct(says=Answer(text=LINES), first_token=0.03, per_token=0.004)


def plan(*models: str, **changes: Any) -> Plan:
    held: dict[str, Any] = {"streams": [1], "prompts": [100], "samples": 2, "output": 40}
    held |= {"price": "1/2", "budget": Decimal(1)}
    return Plan(models=models or ("compatible:double-a",), **{**held, **changes})


def measure(server: DoubleServer, tmp_path: Path, asked: Plan | None = None) -> running.Speed:
    env = {**server.env(), "MOOT_COMPATIBLE_BASE_URL": server.base_url}
    return running.run(asked or plan(), lambda _: None, env, tmp_path / "moot.db")


def one(speed: running.Speed) -> Measured:
    (cell,) = speed.cells
    return cell


def told(speed: running.Speed) -> str:
    return " ".join([*(note for cell in speed.cells for note in wording.notes(cell)), *wording.asides(speed)])


@pytest.mark.parametrize("model", ["openai:double-a", "anthropic:double-a", "compatible:double-a"])
def test_a_steady_stream_is_measured_as_it_is(model: str, tmp_path: Path) -> None:
    with DoubleServer(script=STEADY) as server:
        cell = one(measure(server, tmp_path, plan(model, samples=3)))
    assert (cell.asked, cell.answered, cell.failures) == (3, 3, ())
    assert cell.first_token is not None and cell.inter_token is not None and cell.text_rate is not None
    # A busy machine makes it slower, nothing makes it faster.
    assert 0.029 < cell.first_token.mean < 0.5
    assert 0.0036 < cell.inter_token.mean < 0.02
    assert 50 < cell.text_rate.mean < 280
    assert cell.together is not None and cell.together.mean < cell.text_rate.mean  # the wait for the first counts there
    assert cell.output_tokens == 40 and cell.input_tokens is not None and 50 < cell.input_tokens < 200
    assert cell.first_token.low is not None and cell.first_token.low <= cell.first_token.mean


def test_the_streams_of_a_round_run_side_by_side_and_no_prompt_begins_like_another(tmp_path: Path) -> None:
    with DoubleServer(script=STEADY) as server:
        speed = measure(server, tmp_path, plan(streams=[4], samples=2))
        fronts = [seen.body["messages"][-1]["content"][:16] for seen in server.requests]
        together = server.high_water
    assert together == 4 and one(speed).answered == 8
    assert len(set(fronts)) == len(fronts) == 9  # the warm-up too
    assert len({front[:6] for front in fronts}) == 9


def test_a_rate_limit_is_counted_and_waited_for_and_never_a_fast_answer(tmp_path: Path) -> None:
    with DoubleServer(script=[Rule(too_many(retry_after=1), nth=2), Rule(STEADY)]) as server:
        speed = measure(server, tmp_path)
    cell = one(speed)
    assert [(kind, n) for kind, n, _ in cell.failures] == [("rate_limited", 1)]
    assert (cell.asked, cell.answered) == (2, 1)
    assert cell.first_token is not None and cell.first_token.mean > 0.029
    assert 0.5 < speed.waited["compatible:double-a"] < 5
    assert "rate limited" in told(speed) and "waited because of rate limits" in told(speed)


def test_an_endpoint_that_asks_for_too_long_a_wait_is_let_be(tmp_path: Path) -> None:
    with DoubleServer(script=[Rule(too_many(retry_after=4000), nth=2), Rule(STEADY)]) as server:
        speed = measure(server, tmp_path, plan(samples=5))
        assert len(server.requests) == 2
    assert "asks to wait 4000 s" in told(speed) and not speed.waited


@pytest.mark.parametrize(
    ("conduct", "kind"),
    [
        (cut(after=6), "cut"),
        (Conduct(says=Refusal()), "refused"),
        (Conduct(says=Answer(text="")), "empty"),
        (Conduct(says=Answer(text=LINES), reasoning=40), "empty"),
    ],
)
def test_what_is_no_answer_has_no_figure(conduct: Conduct, kind: str, tmp_path: Path) -> None:
    with DoubleServer(script=[Rule(STEADY, nth=1), Rule(conduct)], answer=lambda _: LINES) as server:
        cell = one(measure(server, tmp_path))
    assert cell.answered == 0 and cell.first_token is None and cell.together is None
    assert {each[0] for each in cell.failures} == {kind}


def test_a_key_that_is_refused_ends_the_model_at_its_warm_up(tmp_path: Path) -> None:
    with DoubleServer(script=[Rule(denied(), model="double-a"), Rule(STEADY)]) as server:
        speed = measure(server, tmp_path, plan("compatible:double-a", "compatible:double-b"))
        assert sum(seen.model == "double-a" for seen in server.requests) == 1
    assert [cell.answered for cell in speed.cells] == [0, 2]
    assert "Not measured: 401" in told(speed)


def test_one_token_has_no_latency_between_tokens(tmp_path: Path) -> None:
    with DoubleServer(script=STEADY) as server:
        cell = one(measure(server, tmp_path, plan(output=1)))
    assert cell.single == 2 and cell.inter_token is None and cell.text_rate is None and cell.first_token is not None
    assert any("one token of text: no inter-token latency" in note for note in wording.notes(cell))


def test_reasoning_tokens_are_told_apart(tmp_path: Path) -> None:
    with DoubleServer(script=Conduct(says=Answer(text=LINES), per_token=0.004, reasoning=10)) as server:
        cell = one(measure(server, tmp_path, plan("openai:double-a")))
    assert cell.output_tokens == 40 and cell.reasoning_rate is not None and cell.inter_token is not None
    # 30 tokens of text, 4 ms apart: were the reasoning counted as text, it would be 3 ms.
    assert cell.inter_token.mean > 0.0036
    assert "Reasoning:" in " ".join(wording.notes(cell))


@pytest.mark.parametrize("budget", ["0.0005", "0.002", "0.0041", "0.0045", "0.05"])
def test_the_budget_holds_and_a_round_that_does_not_fit_is_not_begun(budget: str, tmp_path: Path) -> None:
    asked = plan(streams=[1, 3], samples=3, price="0/10", budget=Decimal(budget))
    with DoubleServer(script=Conduct(says=Answer(text=LINES), per_token=0.0005)) as server:
        speed = measure(server, tmp_path, asked)
        sent = len(server.requests)
    assert 0 < speed.usd <= Decimal(budget)
    assert speed.usd == Decimal("0.0004") * sent  # 40 tokens at 10 USD a million
    if budget != "0.05":
        assert "of the budget are left" in told(speed)
    assert all(cell.asked % cell.cell.streams == 0 for cell in speed.cells)


def test_too_small_a_budget_is_said_before_anything_is_sent(tmp_path: Path) -> None:
    with DoubleServer() as server, pytest.raises(OverBudget, match="not enough for one request"):
        measure(server, tmp_path, plan(price="0/10", budget=Decimal("0.0001")))
    assert not server.requests


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"samples": 0}, "--samples 0"),
        ({"output": 0}, "--output 0"),
        ({"streams": [1, 0]}, "--streams 0"),
        ({"streams": [65]}, "--streams 65"),
        ({"streams": []}, "--streams is empty"),
        ({"prompts": [-1]}, "--prompts -1"),
    ],
)
def test_what_cannot_be_measured_is_one_sentence(changes: dict[str, Any], says: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=says):
        running.run(plan(**changes), lambda _: None, {}, tmp_path / "moot.db")


@pytest.mark.parametrize(
    ("model", "error"),
    [
        ("nobody:x", UnknownModel),
        ("compatible:double-a", UnknownModel),
        ("reader:lexical", UsageError),
        ("panel:two-vendors", UsageError),
        ("gguf:not-there.gguf", UnknownModel),
    ],
)
def test_what_has_no_stream_is_refused(model: str, error: type[Exception], tmp_path: Path) -> None:
    with pytest.raises(error):
        running.run(plan(model), lambda _: None, {}, tmp_path / "moot.db")


def test_a_model_named_twice_and_a_price_unknown(tmp_path: Path) -> None:
    with DoubleServer() as server:
        with pytest.raises(UsageError, match="named twice"):
            measure(server, tmp_path, plan("compatible:double-a", "compatible:double-a"))
        with pytest.raises(OverBudget, match="price of compatible:double-a is unknown"):
            measure(server, tmp_path, plan(price=None))


# --- endpoints that the double is not ---------------------------------------------------------------------------------


def _event(delta: dict[str, Any], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    said = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
    return b"data: " + json.dumps(said).encode() + b"\n\n"


def _at_once(handler: BaseHTTPRequestHandler) -> None:
    events = [_event({"content": f"Line {n}\n"}) for n in range(1, 30)]
    _send(handler, "text/event-stream", b"".join([*events, _event({}, "stop"), b"data: [DONE]\n\n"]))


def _whole(handler: BaseHTTPRequestHandler) -> None:
    message = {"role": "assistant", "content": "Line 1"}
    said = {"id": "x", "object": "chat.completion", "created": 1, "model": "m"}
    _send(handler, "application/json", json.dumps(said | {"choices": [{"index": 0, "message": message}]}).encode())


def _endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("content-type", "text/event-stream")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(_event({"content": "x" * 10_000}))
    except OSError:
        return


def _send(handler: BaseHTTPRequestHandler, media_type: str, body: bytes) -> None:
    handler.send_response(200)
    handler.send_header("content-type", media_type)
    handler.send_header("content-length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


@contextmanager
def endpoint(answer: Callable[[BaseHTTPRequestHandler], None]) -> Generator[dict[str, str]]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            answer(self)

        def log_message(self, format: str, *args: Any) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield {"MOOT_COMPATIBLE_BASE_URL": f"http://127.0.0.1:{server.server_port}/v1"}
        finally:
            server.shutdown()
            thread.join()


def test_an_answer_in_one_piece_has_no_latency_and_tokens_that_nobody_counted_are_marked(tmp_path: Path) -> None:
    with endpoint(_at_once) as env:
        cell = one(running.run(plan(), lambda _: None, env, tmp_path / "moot.db"))
    assert cell.answered == cell.in_one_piece == cell.estimated == 2
    assert cell.inter_token is None and cell.text_rate is None and cell.longest_gap is None
    notes = " ".join(wording.notes(cell))
    assert "came in one piece: no inter-token latency" in notes and "counted no tokens" in notes
    assert wording.row(cell)[2].startswith("≈")


def test_an_endpoint_that_does_not_stream_is_told_so_once(tmp_path: Path) -> None:
    with endpoint(_whole) as env:
        speed = running.run(plan(), lambda _: None, env, tmp_path / "moot.db")
    assert one(speed).asked == 0
    assert "Not measured: the endpoint does not stream: it answered with application/json" in told(speed)


def test_an_endless_answer_is_cut_off(tmp_path: Path) -> None:
    with endpoint(_endless) as env:
        cell = one(running.run(plan(samples=1), lambda _: None, env, tmp_path / "moot.db"))
    assert [(kind, n) for kind, n, _ in cell.failures] == [("length", 1)]


def test_nobody_there(tmp_path: Path) -> None:
    env = {"MOOT_COMPATIBLE_BASE_URL": "http://127.0.0.1:9/v1"}
    speed = running.run(plan(), lambda _: None, env, tmp_path / "moot.db")
    assert one(speed).asked == 0 and "warm-up failed, unreachable" in told(speed) and speed.usd == 0
