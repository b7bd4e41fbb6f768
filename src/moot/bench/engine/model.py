"""Moot's models and panels as models of inspect_ai: `moot/provider:name`, `moot/panel:NAME|FILE`.

In a bench every request goes through its journal: to the contestant, to which the `Session` is attached, and to whom a
task asks besides, by a role or by name. Outside of one (`inspect eval TASK
--model moot/anthropic:…`) the model opens a run in the user's store, with a cap of its own: `-M budget=5`, by default
1 USD.
"""

from __future__ import annotations

import os
from contextlib import AsyncExitStack
from contextvars import ContextVar
from decimal import Decimal
from typing import Any

from inspect_ai.model import ChatMessage, GenerateConfig, ModelAPI, ModelOutput
from inspect_ai.tool import ToolChoice, ToolInfo
from inspect_ai.util import store

from moot.bench.engine import conversation
from moot.bench.engine.contestants import Contestant, resolve
from moot.bench.engine.session import Session
from moot.bench.engine.trials import Key
from moot.errors import UsageError
from moot.models.chat.speaker import ContextFull

TRIAL = "moot:trial"
"""In inspect_ai's store of a sample: benchmark, contestant, task and repeat, by which requests find their places."""
BENCH: ContextVar[Session | None] = ContextVar("BENCH", default=None)
"""The bench at work."""
CONNECTIONS = 10
"""Requests to one contestant at once."""


class MootModel(ModelAPI):
    def __init__(
        self,
        model_name: str,
        base_url: str | None = None,
        api_key: str | None = None,
        config: GenerateConfig = GenerateConfig(),  # noqa: B008 - as the base class has it
        budget: str | float = 1,
        price: str | None = None,
        **_: Any,
    ) -> None:
        super().__init__(model_name, base_url, api_key, [], config)
        self._budget, self._price = Decimal(str(budget)), price
        self._session: Session | None = None
        self._contestant: Contestant | None = None
        self._own = AsyncExitStack()
        self._loose = 0

    def attach(self, session: Session, contestant: Contestant) -> None:
        """Be the contestant of a bench."""
        self._session, self._contestant = session, contestant

    async def generate(
        self, input: list[ChatMessage], tools: list[ToolInfo], tool_choice: ToolChoice, config: GenerateConfig
    ) -> ModelOutput:
        session, contestant = await self._opened()
        why = contestant.cannot_talk()
        if why:
            raise UsageError(f"{why[0].upper()}{why[1:]}.")
        asked = conversation.request(input, tools, tool_choice, config)
        try:
            spoken = await session.speak(self._key(contestant), contestant, asked)
        except ContextFull as full:
            return conversation.too_long(self.model_name, str(full))
        return conversation.output(spoken, self.model_name)

    def _key(self, contestant: Contestant) -> Key:
        """Of the sample that asks; what asks outside of a bench's samples is no trial and comes no second time."""
        trial = store().get(TRIAL)
        if trial:
            benchmark, whose, task, repeat = trial
            who = whose if contestant is self._contestant else f"{contestant.name} beside {whose}"
            return Key(str(benchmark), str(who), str(task), int(repeat))
        self._loose += 1
        return Key("", contestant.name, "", self._loose)

    async def _opened(self) -> tuple[Session, Contestant]:
        bench = BENCH.get()
        if self._session is None and bench is not None:  # asked by a task: it may be kept longer than the bench
            return bench, resolve([self.model_name], bench.seater)[0]
        if self._session is None or self._contestant is None:
            from moot.bench.engine.session import alone

            self._session = await self._own.enter_async_context(alone(self._budget, self._price, os.environ))
            (self._contestant,) = resolve([self.model_name], self._session.seater)
        return self._session, self._contestant

    async def aclose(self) -> None:
        await self._own.aclose()
        self._session = self._contestant = None

    def max_connections(self) -> int:
        return 1 if self._contestant is not None and self._contestant.is_local else CONNECTIONS

    def connection_key(self) -> str:
        return self.model_name

    def tools_required(self) -> bool:
        return True
