"""A seat held by a language model: retries, repairs, shrinking, and what gives it up. The backend is scripted."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moot.errors import AccessDenied, AllSeatsFailed, NoCredit, OutOfTime, OverBudget, SeatFailure
from moot.ledger.calls import Answer, CallFailed, Usage
from moot.ledger.journal import Journal
from moot.ledger.store import Store
from moot.models import prices
from moot.models.backend import Request
from moot.models.catalog import ModelInfo
from moot.models.language import LanguageSeat, RunLate
from moot.words import AlignTask, Caps, Case, DraftTask, LeftOut, Pair, Panel, Passage, Plan, Role, Seat, Source

GOOD = json.dumps(
    {
        "sections": [
            {
                "title": "Answer",
                "claims": [
                    {"id": "c1", "kind": "quoted", "text": "w w", "citations": [{"passage": "S1.1", "quote": "w w"}]}
                ],
            }
        ]
    }
)
SEAT = Seat(role=Role.AUTHOR, model="double:m", family="m")


@dataclass
class ScriptedBackend:
    """Answers from a list: a text, or a failure that is raised. The last one repeats."""

    script: list[str | CallFailed]
    price: prices.Price | None = prices.FREE
    context: int | None = None
    bytes_each: int | None = None
    requests: list[Request] = field(default_factory=list[Request])
    limits: list[int] = field(default_factory=list[int])

    @property
    def info(self) -> ModelInfo:
        return ModelInfo(
            name="double:m", provider="double", model="m", family="m", context=self.context, price=self.price
        )

    def request_bytes(self, request: Request) -> int:
        return len(request.model_dump_json().encode())

    async def ready(self) -> None: ...

    async def aclose(self) -> None: ...

    async def complete(self, request: Request, max_output: int, on_text: Callable[[str], None]) -> Answer:
        said = self.script[min(len(self.requests), len(self.script) - 1)]
        self.requests.append(request)
        self.limits.append(max_output)
        if isinstance(said, CallFailed):
            raise said
        usage = Usage(input_tokens=self.request_bytes(request), output_tokens=max_output)
        usd = prices.settle(self.price, usage) if self.price else Decimal(0)
        return Answer(body=said, usage=usage.model_copy(update={"usd": usd}))


def task(passages: int = 4, words: int = 200) -> DraftTask:
    source = Source(id="S1", title="T", origin="t.md", sha256="0", text_sha256="0", media="text")
    shown = tuple(Passage(id=f"S1.{n}", source="S1", start=0, end=1, text="w " * words) for n in range(1, passages + 1))
    return DraftTask(question="Which?", plan=Plan(aspects=()), sources=(source,), passages=shown)


@asynccontextmanager
async def journal(folder: Path, usd: str = "1") -> AsyncGenerator[Journal]:
    store = Store.open(folder / "moot.db")
    run = store.create(Case(question="Which?", caps=Caps(usd=Decimal(usd))), Panel(seats=(SEAT,)), ())
    async with store.take(run) as taken:
        yield taken
        taken.finish("done")


def seat(backend: ScriptedBackend, pauses: list[float] | None = None) -> LanguageSeat:
    return LanguageSeat(SEAT, backend, pause=(pauses if pauses is not None else []).append)


async def test_passing_failures_are_sent_again_with_growing_pauses_and_the_endpoints_word(tmp_path: Path) -> None:
    backend = ScriptedBackend(
        [CallFailed("server", "500", Usage()), CallFailed("rate_limited", "429", Usage(), 7.0), GOOD]
    )
    pauses: list[float] = []
    async with journal(tmp_path) as door:
        reply = await seat(backend, pauses).answer(task(), "r1/draft/author-1/0", door)
    assert reply.reply == "drafting"
    assert len(backend.requests) == 3 and 1.0 <= pauses[0] <= 1.25 and 7.0 <= pauses[1] <= 8.75


async def test_a_failure_that_stays_gives_the_seat_up(tmp_path: Path) -> None:
    backend = ScriptedBackend([CallFailed("server", "it is down", Usage())])
    async with journal(tmp_path) as door:
        with pytest.raises(SeatFailure, match=r"double:m: server .it is down"):
            await seat(backend).answer(task(), "r1/draft/author-1/0", door)
    assert len(backend.requests) == 5


@pytest.mark.parametrize("kind", ["refused", "access", "credit"])
async def test_what_will_not_pass_is_not_sent_again(tmp_path: Path, kind: str) -> None:
    backend = ScriptedBackend([CallFailed(kind, "no", Usage())])
    async with journal(tmp_path) as door:
        with pytest.raises(SeatFailure) as raised:
            await seat(backend).answer(task(), "r1/draft/author-1/0", door)
    assert len(backend.requests) == 1
    assert raised.value.error is {"access": AccessDenied, "credit": NoCredit}.get(kind, AllSeatsFailed)
    assert ("key was refused" in raised.value.reason) == (kind == "access")


async def test_a_malformed_reply_is_shown_back_and_repaired(tmp_path: Path) -> None:
    backend = ScriptedBackend(["Sorry, here you go", GOOD])
    async with journal(tmp_path) as door:
        await seat(backend).answer(task(), "r1/draft/author-1/0", door)
    last = backend.requests[1].messages
    assert last[-2].text == "Sorry, here you go" and "no JSON object" in last[-1].text


async def test_repairs_are_counted_and_end(tmp_path: Path) -> None:
    backend = ScriptedBackend(["never"])
    async with journal(tmp_path) as door:
        with pytest.raises(SeatFailure, match="no usable reply after 3 attempts"):
            await seat(backend).answer(task(), "r1/draft/author-1/0", door)


async def test_an_overflow_rebuilds_the_prompt_smaller_and_says_what_was_left_out(tmp_path: Path) -> None:
    backend = ScriptedBackend([CallFailed("overflow", "too long", Usage()), GOOD])
    store = Store.open(tmp_path / "moot.db")
    run = store.create(Case(question="Which?"), Panel(seats=(SEAT,)), ())
    async with store.take(run) as door:
        await seat(backend).answer(task(4), "r1/draft/author-1/0", door)
        door.finish("done")
    (left,) = [event for event in store.record(run).events if isinstance(event, LeftOut)]
    assert left.passages == ("S1.3", "S1.4") and "context" in left.reason
    assert "S1.3" not in backend.requests[1].messages[1].text


async def test_of_pairs_of_claims_a_small_model_reads_fewer(tmp_path: Path) -> None:
    pairs = tuple(Pair(id=f"k{n}", one=f"Claim {n} of one.", other=f"Claim {n} of another.") for n in range(4))
    backend = ScriptedBackend([CallFailed("overflow", "too long", Usage()), '{"alignments": []}'])
    store = Store.open(tmp_path / "moot.db")
    run = store.create(Case(question="Which?"), Panel(seats=(SEAT,)), ())
    async with store.take(run) as door:
        await seat(backend).answer(AlignTask(question="Which?", pairs=pairs), "r1/align/author-1/0", door)
        door.finish("done")
    (left,) = [event for event in store.record(run).events if isinstance(event, LeftOut)]
    assert left.pairs == ("k2", "k3") and not left.passages
    shown = backend.requests[1].messages[-1].text
    assert "Claim 1 of" in shown and "Claim 2 of" not in shown


async def test_a_small_context_is_respected_before_anything_is_sent(tmp_path: Path) -> None:
    backend = ScriptedBackend([GOOD], context=20_000)
    async with journal(tmp_path) as door:
        await seat(backend).answer(task(60, 200), "r1/draft/author-1/0", door)
    assert backend.request_bytes(backend.requests[0]) // 3 + backend.limits[0] <= 20_000


async def test_a_cut_reply_gets_more_room(tmp_path: Path) -> None:
    backend = ScriptedBackend([CallFailed("length", "cut", Usage()), GOOD])
    async with journal(tmp_path) as door:
        await seat(backend).answer(task(), "r1/draft/author-1/0", door)
    assert backend.limits[1] > backend.limits[0]


async def test_a_reply_that_is_cut_at_the_models_limit_is_asked_for_shorter(tmp_path: Path) -> None:
    backend = ScriptedBackend([CallFailed("length", "cut", Usage()), CallFailed("length", "cut", Usage()), GOOD])
    async with journal(tmp_path) as door:
        await seat(backend).answer(task(), "r1/draft/author-1/0", door)
    assert "be shorter" in backend.requests[2].messages[-1].text


PRICE = prices.flat(Decimal(10), Decimal(30))


async def test_little_money_means_less_output_then_less_evidence_then_the_end(tmp_path: Path) -> None:
    backend = ScriptedBackend([GOOD], price=PRICE)
    async with journal(tmp_path, "0.30") as door:
        await seat(backend).answer(task(), "r1/draft/author-1/0", door)
    assert 1_000 <= backend.limits[0] < 16_000
    poor = ScriptedBackend([GOOD], price=PRICE)
    async with journal(tmp_path, "0.01") as door:
        with pytest.raises(OverBudget, match="left"):
            await seat(poor).answer(task(), "r1/draft/author-1/0", door)
    assert not poor.requests


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    usd=st.decimals("0.01", "2", places=2),
    rates=st.tuples(st.integers(0, 60), st.integers(0, 90)),
    script=st.lists(st.sampled_from(["bad", GOOD, "429", "500", "overflow", "length"]), min_size=1, max_size=6),
)
async def test_whatever_happens_the_bill_stays_under_the_cap(
    tmp_path: Path, usd: Decimal, rates: tuple[int, int], script: list[str]
) -> None:
    failures = {"429": "rate_limited", "500": "server", "overflow": "overflow", "length": "length"}
    steps: list[str | CallFailed] = [
        CallFailed(failures[each], each, None if each == "500" else Usage()) if each in failures else each
        for each in script
    ]
    backend = ScriptedBackend(steps, price=prices.flat(Decimal(rates[0]), Decimal(rates[1])))
    store = Store.open(tmp_path / "many.db")
    run = store.create(Case(question="Which?", caps=Caps(usd=usd)), Panel(seats=(SEAT,)), ())
    async with store.take(run) as door:
        with suppress(SeatFailure, OverBudget):
            await seat(backend).answer(task(), "r1/draft/author-1/0", door)
        door.finish("done")
    assert store.record(run).usd <= usd
    store.close()


async def test_a_replay_sends_nothing_and_waits_for_nothing(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "moot.db")
    run = store.create(Case(question="Which?"), Panel(seats=(SEAT,)), ())
    first = ScriptedBackend([CallFailed("rate_limited", "429", Usage(), 30.0), "bad", GOOD])
    async with store.take(run) as door:
        reply = await seat(first).answer(task(), "r1/draft/author-1/0", door)
        door.finish("stopped")
    again, pauses = ScriptedBackend(["never asked"]), list[float]()
    async with store.take(run) as door:
        assert await seat(again, pauses).answer(task(), "r1/draft/author-1/0", door) == reply
        door.finish("done")
    assert not again.requests and not pauses


async def test_a_pause_comes_before_anything_is_reserved(tmp_path: Path) -> None:
    backend = ScriptedBackend([CallFailed("rate_limited", "429", Usage(), 7.0), GOOD], price=PRICE)
    left: list[Decimal] = []
    async with journal(tmp_path) as door:
        await LanguageSeat(SEAT, backend, pause=lambda _: left.append(door.left())).answer(
            task(), "r1/draft/author-1/0", door
        )
    assert left == [Decimal(1)]


async def test_an_endpoint_that_asks_for_an_hour_is_given_up_and_one_that_asks_for_minutes_is_not(
    tmp_path: Path,
) -> None:
    pauses: list[float] = []
    async with journal(tmp_path) as door:
        patient = ScriptedBackend([CallFailed("rate_limited", "429", Usage(), 300.0), GOOD])
        await seat(patient, pauses).answer(task(), "r1/draft/author-1/0", door)
        asking = ScriptedBackend([CallFailed("rate_limited", "429", Usage(), 3600.0)])
        with pytest.raises(SeatFailure, match="asks to wait 3600 s"):
            await seat(asking, pauses).answer(task(), "r1/draft/author-2/0", door)
    assert len(pauses) == 1 and 300 <= pauses[0] <= 375


async def test_a_call_past_the_deadline_is_late(tmp_path: Path) -> None:
    async with journal(tmp_path) as door:
        door.deadline = 0.0
        with pytest.raises(SeatFailure, match="late") as raised:
            await seat(Hanging([GOOD])).answer(task(), "r1/draft/author-1/0", door)
    assert raised.value.error is OutOfTime


async def test_what_the_deadline_leaves_no_time_for_is_not_sent_and_free(tmp_path: Path) -> None:
    backend, pauses = ScriptedBackend([down(100.0)], price=PRICE), list[float]()
    async with journal(tmp_path) as door:
        door.deadline = 0.0
        with pytest.raises(RunLate, match="passed before it was asked"):
            await seat(backend).answer(task(), "r1/draft/author-1/0", door)
        assert not backend.requests and door.left() == 1
        door.deadline = time.monotonic() + 60
        with pytest.raises(RunLate, match="passed before it was asked"):
            await seat(backend, pauses).answer(task(), "r1/draft/author-2/0", door)
        assert len(backend.requests) == 1 and door.left() == 1 and not pauses, "no pause reaches past it"


async def test_a_seat_whose_money_went_for_cut_calls_says_so(tmp_path: Path) -> None:
    backend = ScriptedBackend([CallFailed("cut", "Connection error.")], price=PRICE)
    async with journal(tmp_path, "0.8") as door:
        with pytest.raises(OverBudget, match=r"left; 2 attempts before it failed .* worst case .cut: Connection error"):
            await seat(backend).answer(task(1), "r1/draft/author-1/0", door)
    assert len(backend.requests) == 2


class Hanging(ScriptedBackend):
    async def complete(self, request: Request, max_output: int, on_text: Callable[[str], None]) -> Answer:
        await asyncio.Event().wait()
        raise AssertionError


async def test_a_model_of_unknown_price_is_never_sent_anything(tmp_path: Path) -> None:
    backend = ScriptedBackend([GOOD], price=None)
    async with journal(tmp_path) as door:
        with pytest.raises(OverBudget, match="price"):
            await seat(backend).answer(task(), "r1/draft/author-1/0", door)
    assert not backend.requests


# --- the seat's own deadline ----------------------------------------------------------------------------------------

HURRIED = SEAT.model_copy(update={"deadline": 60.0})


@dataclass
class Clock:
    """Moves on only when a pause is taken or a backend answers."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Slow(ScriptedBackend):
    """Each answer takes its time on the clock."""

    clock: Clock = field(default_factory=Clock)
    takes: float = 0.0

    async def complete(self, request: Request, max_output: int, on_text: Callable[[str], None]) -> Answer:
        self.clock.now += self.takes
        return await super().complete(request, max_output, on_text)


def hurried(backend: ScriptedBackend, clock: Clock) -> LanguageSeat:
    return LanguageSeat(HURRIED, backend, pause=clock.wait, clock=clock)


def down(wait: float | None = None) -> CallFailed:
    return CallFailed("rate_limited", "429", Usage(), wait)


async def test_a_hanging_model_is_late_after_the_deadline_of_its_seat(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "moot.db")
    run = store.create(Case(question="Which?"), Panel(seats=(SEAT,)), ())
    brief = SEAT.model_copy(update={"deadline": 0.001})
    async with store.take(run) as door:
        with pytest.raises(SeatFailure, match=r"double:m: late .no answer within the 0.001 s of its seat") as raised:
            await LanguageSeat(brief, Hanging([GOOD], price=PRICE)).answer(task(), "r1/draft/author-1/0", door)
        assert raised.value.error is OutOfTime and not isinstance(raised.value, RunLate)
        door.finish("stopped")
    (call,) = store.record(run).calls
    assert call.state == "failed" and call.cost == call.worst > 0  # what it may yet answer is booked
    async with store.take(run) as door:
        with pytest.raises(SeatFailure, match="late"):
            await LanguageSeat(brief, ScriptedBackend(["never asked"], price=PRICE)).answer(
                task(), "r1/draft/author-1/0", door
            )
        door.finish("done")


async def test_a_pause_never_reaches_past_the_deadline_and_the_decision_is_a_row(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "moot.db")
    run = store.create(Case(question="Which?"), Panel(seats=(SEAT,)), ())
    clock, backend = Clock(), ScriptedBackend([down(20.0), down(90.0), GOOD])
    async with store.take(run) as door:
        with pytest.raises(SeatFailure, match="late") as raised:
            await hurried(backend, clock).answer(task(), "r1/draft/author-1/0", door)
        door.finish("stopped")
    assert len(backend.requests) == 2 and clock.now < 1060
    calls = store.record(run).calls
    assert [(call.state, call.failure) for call in calls] == [
        ("failed", "rate_limited"),
        ("failed", "rate_limited"),
        ("failed", "overdue"),
    ]
    assert "20 s" not in raised.value.reason and "failed: rate limited, 429" in raised.value.reason
    # A faster machine later decides nothing else.
    later = hurried(ScriptedBackend(["never asked"]), Clock())
    async with store.take(run) as door:
        with pytest.raises(SeatFailure) as again:
            await later.answer(task(), "r1/draft/author-1/0", door)
        door.finish("done")
    assert again.value.reason == raised.value.reason
    assert [call.place for call in store.record(run).calls] == [call.place for call in calls]


async def test_retries_and_repairs_count_towards_the_deadline(tmp_path: Path) -> None:
    clock = Clock()
    backend = Slow(["bad"], clock=clock, takes=35.0)
    async with journal(tmp_path) as door:
        with pytest.raises(SeatFailure, match="late"):
            await hurried(backend, clock).answer(task(), "r1/draft/author-1/0", door)
    assert len(backend.requests) == 2  # 70 s: for a third there was no time left


async def test_each_task_has_the_whole_deadline(tmp_path: Path) -> None:
    clock = Clock()
    holder = hurried(Slow(["bad", GOOD], clock=clock, takes=25.0), clock)
    async with journal(tmp_path) as door:
        for n in range(4):
            await holder.answer(task(), f"r1/draft/author-1/{n}", door)
    assert clock.now >= 1100


async def test_a_seat_is_not_late_for_having_waited_for_money(tmp_path: Path) -> None:
    clock = Clock()
    first = Slow([CallFailed("refused", "no", Usage())], price=PRICE, clock=clock, takes=100.0)
    second = Slow([GOOD], price=PRICE, clock=clock)
    async with journal(tmp_path, "0.5") as door:  # the reservations of both do not fit at once
        place = "r1/draft/author-{}/0".format
        slow = LanguageSeat(SEAT, first, clock=clock).answer(task(), place(1), door)
        quick = hurried(second, clock).answer(task(), place(2), door)
        refused, reply = await asyncio.gather(slow, quick, return_exceptions=True)
    assert isinstance(refused, SeatFailure) and not isinstance(reply, BaseException)
    assert clock.now == 1100 and len(second.requests) == 1


async def test_a_seat_is_not_late_for_what_had_to_be_loaded_before_its_request(tmp_path: Path) -> None:
    @dataclass
    class Loading(Slow):
        async def ready(self) -> None:
            self.clock.now += 100.0

    clock = Clock()
    backend = Loading([GOOD], price=PRICE, clock=clock)
    async with journal(tmp_path) as door:
        await hurried(backend, clock).answer(task(), "r1/draft/author-1/0", door)
    assert clock.now == 1100 and len(backend.requests) == 1


async def test_the_deadline_of_the_run_is_told_from_that_of_the_seat(tmp_path: Path) -> None:
    async with journal(tmp_path) as door:
        door.deadline = 0.0
        with pytest.raises(RunLate, match="the deadline passed"):
            await LanguageSeat(HURRIED, Hanging([GOOD])).answer(task(), "r1/draft/author-1/0", door)
