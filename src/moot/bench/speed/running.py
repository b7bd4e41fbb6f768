"""A measurement at work: a warm-up for each model, then turns; in a turn every cell has one round.

Nothing is asked twice: a stream that was refused or broke is counted, and the next round begins when the endpoint said
that it may. Every request is a row of a run in a store, under the cap of the budget; a round of which the worst case
does not fit what is left is not begun.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal
from hashlib import sha256
from pathlib import Path

from moot.bench.speed import plan as plans
from moot.bench.speed import prompt, round
from moot.bench.speed.measured import Measured, measured
from moot.bench.speed.plan import Cell, Plan
from moot.bench.speed.round import Round
from moot.bench.speed.sample import Sample
from moot.errors import OverBudget
from moot.ledger.budget import NANO
from moot.ledger.calls import DoesNotFit
from moot.ledger.journal import Journal
from moot.ledger.store import Store, default_path
from moot.models import prices
from moot.models.attempts import LONGEST_PAUSE, PATIENCE, PAUSE
from moot.models.chat.timing import TimedBackend
from moot.models.seating import Seater
from moot.words import Caps, Case, Panel

TITLE = "moot bench speed"
"""The question of the run that holds a measurement."""
WARM_UP = 100
"""Tokens of the first prompt, about; what it measures is told apart."""
FOR_GOOD = frozenset({"access", "credit", "refused", "not streamed", "unreachable"})
"""What will be no otherwise in the next round, where all streams of one say so."""


@dataclass(frozen=True)
class Speed:
    """All that was measured."""

    plan: Plan
    cells: tuple[Measured, ...]
    warm_ups: Mapping[str, Sample]
    """By model: the first request, with the load of a local model in it."""
    waited: Mapping[str, float]
    """Seconds by model, because of rate limits."""
    usd: Decimal
    run: str
    stopped: bool = False
    """By the user, before all was measured."""


@dataclass
class Progress:
    done: int
    total: int
    cell: Cell
    usd: Decimal
    waits: float = 0.0
    """Seconds from now on, because of a rate limit."""


Tell = Callable[[Progress], None]


def run(plan: Plan, tell: Tell, env: Mapping[str, str] = os.environ, store: Path | None = None) -> Speed:
    """Measure. A Ctrl-C ends it with what was measured so far.

    Raises `UsageError`, `UnknownModel`, `OverBudget` before anything is sent; `CannotWrite`.
    """
    plans.require_sound(plan)
    work = _Work(plan, tell)
    try:
        asyncio.run(work.all(env, store or default_path()))
    except KeyboardInterrupt:
        work.stopped = True
    return work.speed()


@dataclass
class _Work:
    plan: Plan
    tell: Tell
    stopped: bool = False
    _rounds: dict[Cell, list[Round]] = field(default_factory=dict[Cell, list[Round]])
    _ended: dict[Cell, str] = field(default_factory=dict[Cell, str])
    _warm_ups: dict[str, Sample] = field(default_factory=dict[str, Sample])
    _waited: dict[str, float] = field(default_factory=dict[str, float])
    _limits: dict[str, int] = field(default_factory=dict[str, int])
    """Of rate-limited rounds that followed one another."""
    _not_before: dict[str, float] = field(default_factory=dict[str, float])
    _done: int = 0
    _usd: Decimal = Decimal(0)
    _run: str = ""
    _mark: str = field(default_factory=lambda: secrets.token_hex(6))
    """Of this measurement: no prompt of an earlier one begins alike."""

    async def all(self, env: Mapping[str, str], path: Path) -> None:
        seater = Seater(env, self.plan.price)
        backends = plans.backends(self.plan.models, seater)
        for backend in backends.values():
            self._require_money(backend)
        cells = plans.cells(self.plan)
        self._rounds = {cell: [] for cell in cells}
        with Store.open(path) as store:
            self._run = store.create(Case(question=TITLE, caps=Caps(usd=self.plan.budget)), Panel(seats=()), [])
            async with store.take(self._run) as journal:
                try:
                    await self._measure(cells, backends, journal)
                    journal.finish("done")
                except asyncio.CancelledError:
                    journal.finish("stopped", "by hand")
                    raise
                finally:
                    self._usd = journal.spent("")
                    await seater.aclose()

    async def _measure(self, cells: list[Cell], backends: Mapping[str, TimedBackend], journal: Journal) -> None:
        for name, backend in backends.items():
            await self._warm_up(name, backend, journal)
        for turn in range(1, self.plan.samples + 1):
            for cell in cells:
                if cell not in self._ended:
                    await self._turn(cell, turn, backends[cell.model], journal)
                self._done += 1
                self.tell(Progress(self._done, self._total, cell, journal.spent("")))

    async def _warm_up(self, name: str, backend: TimedBackend, journal: Journal) -> None:
        found = await self._round(Cell(name, 1, WARM_UP), "warm-up", backend, journal)
        if found is None:
            return
        self._warm_ups[name] = found.samples[0]
        if why := _for_good(found):
            self._end(lambda cell: cell.model == name, why)

    async def _turn(self, cell: Cell, turn: int, backend: TimedBackend, journal: Journal) -> None:
        info, output = backend.info, self._output(backend)
        if info.context is not None and cell.prompt + output > info.context:
            self._ended[cell] = f"{cell.prompt} tokens and an answer do not fit the model's {info.context}"
            return
        found = await self._round(cell, str(turn), backend, journal)
        if found is None:
            return
        self._rounds[cell].append(found)
        if why := _for_good(found):
            self._end(lambda each: each.model == cell.model, why)
        elif all(each.failure == "overflow" for each in found.samples):
            why = found.samples[0].reason
            self._end(lambda each: each.model == cell.model and each.prompt >= cell.prompt, why)

    async def _round(self, cell: Cell, turn: str, backend: TimedBackend, journal: Journal) -> Round | None:
        """None: it was not begun, and `_ended` says why."""
        requests = [prompt.request(cell.prompt, self._front(cell, turn, n)) for n in range(1, cell.streams + 1)]
        worst = max(self._worst(backend, backend.chat_bytes(request)) for request in requests)
        if not journal.fits(worst * cell.streams):
            self._ended[cell] = (
                f"a round may cost {worst * cell.streams:.4f} USD, and {journal.left():.4f} of the budget are left"
            )
            return None
        if not await self._may_go_on(cell, journal):
            return None
        try:
            found = await round.run(backend, requests, self._output(backend), worst, journal, f"{turn}/{cell.place}")
        except DoesNotFit as short:
            self._ended[cell] = f"{short.left:.4f} USD of the budget are left"
            return None
        self._heed(cell.model, found)
        return found

    def _front(self, cell: Cell, turn: str, n: int) -> str:
        """What a prompt begins with: no two have a token in common."""
        return sha256(f"{self._mark}/{turn}/{cell.place}/{n}".encode()).hexdigest()[:16]

    async def _may_go_on(self, cell: Cell, journal: Journal) -> bool:
        """Wait as long as the endpoint asked, or let it be."""
        model = cell.model
        wait = self._not_before.get(model, 0.0) - time.monotonic()
        if wait > PATIENCE:
            self._end(lambda cell: cell.model == model, f"the endpoint asks to wait {wait:.0f} s")
            return False
        if wait > 0:
            self.tell(Progress(self._done, self._total, cell, journal.spent(""), wait))
            begun = time.monotonic()
            await asyncio.sleep(wait)
            self._waited[model] = self._waited.get(model, 0.0) + time.monotonic() - begun
        return True

    def _heed(self, model: str, found: Round) -> None:
        limited = [each for each in found.samples if each.failure == "rate_limited"]
        self._limits[model] = self._limits.get(model, 0) + 1 if limited else 0
        if limited:
            asked = max((each.retry_after for each in limited if each.retry_after is not None), default=None)
            wait = min(LONGEST_PAUSE, PAUSE * 2 ** (self._limits[model] - 1)) if asked is None else asked
            self._not_before[model] = time.monotonic() + wait

    def _end(self, which: Callable[[Cell], bool], why: str) -> None:
        for cell in self._rounds:
            if which(cell):
                self._ended.setdefault(cell, why)

    @property
    def _total(self) -> int:
        """Rounds."""
        return len(self._rounds) * self.plan.samples

    def _output(self, backend: TimedBackend) -> int:
        return min(self.plan.output, backend.info.max_output)

    def _worst(self, backend: TimedBackend, size: int) -> Decimal:
        price = backend.info.price
        assert price is not None  # `plans.backends` refuses it
        # To whole nano-USD, as the ledger books it: what fits as a sum must fit one by one.
        return prices.worst(price, size, self._output(backend)).quantize(NANO, ROUND_CEILING)

    def _require_money(self, backend: TimedBackend) -> None:
        least = self._worst(backend, backend.chat_bytes(prompt.request(WARM_UP, self._mark)))
        if least > self.plan.budget:
            raise OverBudget(
                f"{self.plan.budget:f} USD is not enough for one request to {backend.info.name}, which may cost "
                f"{least:.4f} USD: give a higher --budget."
            )

    def speed(self) -> Speed:
        cells = tuple(measured(cell, rounds, self._ended.get(cell, "")) for cell, rounds in self._rounds.items())
        return Speed(self.plan, cells, self._warm_ups, self._waited, self._usd, self._run, self.stopped)


def _for_good(found: Round) -> str:
    """Why no round of this model will be otherwise; "" if one may."""
    kinds = {each.failure for each in found.samples}
    return found.samples[0].reason if len(kinds) == 1 and kinds <= FOR_GOOD else ""
