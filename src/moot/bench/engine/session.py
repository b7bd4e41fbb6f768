"""A bench at work: its folder, held by this process; its journal, its purse, and who answers.

DIR/moot.db         the store: a run for the bench itself, which holds the calls of conversations, and one for each
                    trial of a suite that makes runs of its own; one cap over all of them
DIR/results.jsonl   the trials, as they come
DIR/logs/           the logs of inspect_ai: `inspect view --log-dir DIR/logs`
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, Generator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from moot.bench.engine.contestants import Contestant
from moot.bench.engine.panel import Spoken, speak
from moot.bench.engine.trials import Key
from moot.errors import CannotWrite, CapReached, MootError, SeatFailure, StaleEpoch, UsageError
from moot.ledger import places
from moot.ledger.calls import Usage
from moot.ledger.journal import Journal
from moot.ledger.purse import Purse
from moot.ledger.store import Store
from moot.models import fallback
from moot.models.chat.speaker import Speaker
from moot.models.chat.words import ChatBackend, ChatReply, ChatRequest
from moot.models.seating import Seater
from moot.text.utf8 import sha256
from moot.words import Caps, Case, Panel, Seat

TITLE = "moot bench run"
"""The question of the run that holds a bench."""
STORE = "moot.db"
UNCAPPED = Decimal(10**6)
"""USD: the own cap of every run of a bench. It is to hold nothing, since what it refuses is refused for ever: the purse
holds for all runs, and a higher one goes on."""


@dataclass
class Session:
    store: Store
    journal: Journal
    seater: Seater
    unpaid: set[Key] = field(default_factory=set[Key])
    """Trials that the cap has stopped: they are begun again under a higher one."""
    broken: MootError | None = None
    """Why this process can write nothing more."""
    _speakers: dict[str, Speaker] = field(default_factory=dict[str, Speaker])
    _asked: Counter[str] = field(default_factory=Counter[str])
    _standing_in: dict[str, int] = field(default_factory=dict[str, int])

    async def same(self, place: str, what: str, otherwise: str) -> None:
        """Hold that `what` is what it was when the bench began. Raises `UsageError` with `otherwise`."""
        if await self.journal.decide(f"same/{place}", lambda: what) != what:
            raise UsageError(otherwise)

    @contextmanager
    def trying(self, key: Key) -> Generator[None]:
        """Around the work on a trial: what ends it for the bench's sake, and not for its own, is no result of it."""
        try:
            yield
        except CapReached:
            self.unpaid.add(key)
            raise
        except (StaleEpoch, CannotWrite) as error:
            self.broken = error
            raise

    async def speak(self, key: Key, contestant: Contestant, request: ChatRequest) -> Spoken:
        """What the contestant says next in this trial. Raises as `panel.speak`, and `CapReached`."""

        async def ask(seat: Seat, asked: ChatRequest, /) -> tuple[ChatReply, str, Usage]:
            return await self._ask(key, seat, asked)

        with self.trying(key):
            return await speak(contestant, request, ask)

    async def _ask(self, key: Key, seat: Seat, request: ChatRequest) -> tuple[ChatReply, str, Usage]:
        """Of whoever holds the seat: who stood in once in a trial keeps it."""
        holders = fallback.seats(seat)
        held = f"{key.place}/{seat.id}"
        while True:
            n = self._standing_in.get(held, 0)
            place = self._place(f"{key.place}/{places.seated(seat.id, n)}", request)
            try:
                said, answer = await self._speaker(holders[n].model).say(request, place, self.journal)
                return said, answer.model, answer.usage
            except SeatFailure:
                if n + 1 == len(holders):
                    raise
                self._standing_in[held] = n + 1

    def _place(self, seat: str, request: ChatRequest) -> str:
        """The request's place in its trial. Its hash is part of it: after a restart the tools of an agent may say
        something else than they did, and then another thing is asked, which the old answer must not answer. What is
        asked again in the same words is the next of them."""
        hashed = sha256(request.model_dump_json())[:12]
        self._asked[f"{seat}/{hashed}"] += 1
        return f"{seat}/{hashed}/{self._asked[f'{seat}/{hashed}']}"

    def _speaker(self, model: str) -> Speaker:
        if model not in self._speakers:
            backend = self.seater.backend(self.seater.info(model))
            if not isinstance(backend, ChatBackend):
                raise UsageError(f"{model} answers tasks over sources and holds no conversation.")
            self._speakers[model] = Speaker(backend)
        return self._speakers[model]

    def spent(self) -> Decimal:
        """USD, of all runs of the bench; what is booked for calls of unknown cost included."""
        return self.store.spent()


@asynccontextmanager
async def opened(
    folder: Path, budget: Decimal, price: str | None, env: Mapping[str, str], retry_failed: bool = False
) -> AsyncGenerator[Session]:
    """The bench in `folder`, which is made if need be. Raises `RunBusy` where another process works on it."""
    with Store.open(folder / STORE, purse=Purse(budget)) as store:
        run = next((each.id for each in store.runs() if each.question == TITLE), None)
        run = run or store.create(Case(question=TITLE, caps=Caps(usd=UNCAPPED)), Panel(seats=()), [])
        async with _at_work(store, run, Seater(env, price), retry_failed) as session:
            yield session


@asynccontextmanager
async def alone(budget: Decimal, price: str | None, env: Mapping[str, str]) -> AsyncGenerator[Session]:
    """A model of inspect_ai outside of a bench: a run in the user's store, with a cap of its own."""
    with Store.open() as store:
        run = store.create(Case(question="inspect", caps=Caps(usd=budget)), Panel(seats=()), [])
        async with _at_work(store, run, Seater(env, price), False) as session:
            yield session


@asynccontextmanager
async def _at_work(store: Store, run: str, seater: Seater, retry_failed: bool) -> AsyncGenerator[Session]:
    async with store.take(run, retry_failed=retry_failed) as journal:
        try:
            yield Session(store, journal, seater)
        finally:
            await seater.aclose()
