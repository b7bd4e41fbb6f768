"""A model that holds its place in a conversation: sends, retries and shrinks where that can help.

Every wire request is an attempt with a row and a reservation of its own in the journal, as with a seat that answers
tasks (`moot.models.language`); there is nothing to repair here, since any reply is one.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

from moot.errors import AccessDenied, OverBudget, SeatFailure
from moot.ledger.calls import Answer, CallFailed, DoesNotFit
from moot.ledger.journal import Journal
from moot.models import prices
from moot.models.chat.words import ChatBackend, ChatReply, ChatRequest
from moot.models.language import LEAST_OUTPUT, LONGEST_PAUSE, OUTPUT, PASSING, PATIENCE, PAUSE, RETRIES


class ContextFull(Exception):
    """Control flow: the conversation is longer than the model's context."""


@dataclass(frozen=True)
class Speaker:
    backend: ChatBackend
    pause: Callable[[float], object] = field(default=asyncio.sleep)
    """Awaited with seconds before a retry; passed in so that tests need not wait."""

    async def say(
        self, request: ChatRequest, place: str, journal: Journal, max_output: int | None = None
    ) -> tuple[ChatReply, Answer]:
        """The reply to `request` at `place` (the key in the journal, without the attempt), and the answer it came in.

        `max_output` is in tokens; None: what models are given by default. Raises `SeatFailure` when no reply came;
        `ContextFull`; `OverBudget` when no money is left for even a shorter one; `CapReached`.
        """
        output = min(max_output or OUTPUT, self.backend.info.max_output)
        attempt = retries = 0
        wait = 0.0
        while True:
            attempt += 1
            here = f"{place}/a{attempt}"
            if wait and not journal.reached(here):
                await self._pause(wait)
            try:
                do = partial(self.backend.converse, request, output, journal.signal)
                answer = await journal.once(here, _asked(request), self._worst(request, output), do)
                return ChatReply.model_validate_json(answer.body), answer
            except DoesNotFit as short:
                output = self._affordable(request, output, short.left)
            except CallFailed as failure:
                retries += 1
                wait = self._wait(failure, retries)

    async def _pause(self, seconds: float) -> None:
        pausing = self.pause(seconds)
        if asyncio.iscoroutine(pausing):
            await pausing

    def _worst(self, request: ChatRequest, output: int) -> Decimal:
        info = self.backend.info
        if info.price is None:
            raise OverBudget(f"The price of {info.name} is unknown: give it as --price IN/OUT.")
        return prices.worst(info.price, self.backend.chat_bytes(request), output)

    def _affordable(self, request: ChatRequest, output: int, left: Decimal) -> int:
        """The tokens that the money left allows, if they are fewer than asked for and still worth a call."""
        spare = left - self._worst(request, 0)
        per_token = self._worst(request, 1) - self._worst(request, 0)
        fits = int(spare / per_token) if per_token > 0 else 0
        if min(LEAST_OUTPUT, output) <= fits < output:
            return fits
        raise OverBudget(f"{self.backend.info.name}: the next call may cost more than the {left:.4f} USD that are left")

    def _wait(self, failure: CallFailed, retries: int) -> float:
        """Seconds before the next attempt. Raises what the failure means where another one cannot help."""
        name = self.backend.info.name
        if failure.kind in PASSING and retries <= RETRIES:
            pause = failure.retry_after or min(LONGEST_PAUSE, PAUSE * 2 ** (retries - 1))
            if pause > PATIENCE:
                raise SeatFailure(f"{name}: asks to wait {pause:.0f} s ({failure.reason})")
            # Jitter spreads callers over time; it is never read by logic, so it need not be recorded.
            return pause * (1 + random.random() / 4)
        if failure.kind == "overflow":
            raise ContextFull(failure.reason)
        if failure.kind == "access":
            raise SeatFailure(f"{name}: the key was refused ({failure.reason})", AccessDenied)
        raise SeatFailure(f"{name}: {failure.kind.replace('_', ' ')} ({failure.reason})")


def _asked(request: ChatRequest) -> str:
    return request.model_dump_json()
