"""A model that holds its place in a conversation: sends, retries and shrinks where that can help.

Every wire request is an attempt with a row and a reservation of its own in the journal, as with a seat that answers
tasks (`moot.models.language`), by the same rules; there is nothing to repair here, since any reply is one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from moot.ledger.calls import Answer, CallFailed, DoesNotFit
from moot.ledger.journal import Journal
from moot.models import attempts
from moot.models.chat.words import ChatBackend, ChatReply, ChatRequest


class ContextFull(Exception):
    """Control flow: the conversation is longer than the model's context."""


@dataclass(frozen=True)
class Speaker:
    backend: ChatBackend
    pause: Callable[[float], object] = field(default=asyncio.sleep)
    """Awaited with seconds before a retry; passed in so that tests need not wait."""

    async def say(self, request: ChatRequest, place: str, journal: Journal) -> tuple[ChatReply, Answer]:
        """The reply to `request` at `place` (the key in the journal, without the attempt), and the answer it came in.

        Raises `SeatFailure` when no reply came; `ContextFull`; `OverBudget` when no money is left for even a shorter
        one; `CapReached`.
        """
        info, size = self.backend.info, self.backend.chat_bytes(request)
        output = min(request.max_output or attempts.OUTPUT, info.max_output)
        asked = request.model_dump_json()
        attempt = retries = 0
        wait: float | None = None
        while True:
            attempt += 1
            here = f"{place}/a{attempt}"
            if wait and not journal.reached(here):
                await attempts.waited(self.pause, wait)
            try:
                do = partial(self.backend.converse, request, output, journal.signal)
                answer = await journal.once(here, asked, attempts.worst(info, size, output), do)
                return ChatReply.model_validate_json(answer.body), answer
            except DoesNotFit as short:
                fits = attempts.affordable(info, size, output, short.left)
                if fits is None:
                    raise attempts.too_dear(info, size, output, short.left) from None
                output = fits
            except CallFailed as failure:
                if failure.kind == "overflow":
                    raise ContextFull(failure.reason) from None
                wait = attempts.wait(info, failure, retries)
                if wait is None:
                    raise attempts.given_up(info, failure) from None
                retries += 1
