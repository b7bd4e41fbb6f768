"""One wire request to an endpoint, through pydantic-ai's direct requests: streamed, typed, never repeated here.

The provider's SDK does not retry (each attempt has a row and a reservation of its own), and there is no agent loop.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from moot.ledger.calls import Answer, CallFailed, Usage
from moot.models import failures, prices
from moot.models.backend import Request
from moot.models.catalog import ModelInfo, Settings
from moot.models.loopback import is_loopback

if TYPE_CHECKING:
    import httpx2
    from pydantic_ai.messages import ModelMessage, ModelResponse, ModelResponseStreamEvent
    from pydantic_ai.models import Model, ModelRequestParameters, StreamedResponse
    from pydantic_ai.settings import ModelSettings
    from pydantic_ai.usage import RequestUsage

    from moot.models.chat.timing import Watch
    from moot.models.chat.words import ChatRequest

CONNECT_SECONDS = 10.0
MESSAGE_OVERHEAD = 64
"""Bytes for a message's role and the marks around it: vendors' chat formats take a few tokens."""
REQUEST_OVERHEAD = 2_048
"""Bytes for what vendors add to a request with a schema (tool prompt, format prompt): at most some hundred tokens."""
LONGEST_TOKEN = 64
"""Characters. A stream that is longer than its limit in tokens could make it is cut off."""


@cache
def _tls() -> ssl.SSLContext:
    """The trusted roots, read once a process: reading them takes longer than a request on loopback."""
    import httpx2

    return httpx2.create_ssl_context()


@dataclass(frozen=True)
class Wire:
    """What differs between vendors."""

    model: Callable[[ModelInfo, str, httpx2.AsyncClient], Model]
    """From model, key and connection pool; imports the SDK."""
    settings: Callable[[ModelInfo, int], dict[str, Any]]
    """The vendor's own settings, from the model and the number of stable messages."""
    marks_cache: bool = False
    """The vendor caches a prefix only where the request marks its end."""
    strict: bool = False
    """The vendor holds the model to a schema only in its strict form."""
    schema_twice: bool = False
    """The schema also goes into the prompt."""


@dataclass
class RemoteBackend:
    info: ModelInfo
    key: str = field(repr=False)
    settings: Settings
    wire: Wire = field(repr=False)
    _open: tuple[asyncio.AbstractEventLoop, Model, httpx2.AsyncClient] | None = field(
        default=None, init=False, repr=False
    )

    def request_bytes(self, request: Request) -> int:
        messages = sum(len(message.text.encode()) + MESSAGE_OVERHEAD for message in request.messages)
        # The vendor's form of the schema (all fields required, no further ones) is longer than ours, never twice.
        schema = len(json.dumps(request.reply_schema, ensure_ascii=False).encode()) * 2
        return messages + schema * (2 if self.wire.schema_twice else 1) + REQUEST_OVERHEAD

    async def ready(self) -> None:
        """Open the pool, in a thread: to import an SDK takes seconds, in which the requests of others stood still."""
        loop = asyncio.get_running_loop()
        if self._has_pool_in(loop):
            return
        try:
            model, client = await asyncio.to_thread(self._opened)
        except Exception:
            return  # the request says what is wrong, as a failed call
        if self._has_pool_in(loop):
            await client.aclose()  # another request was faster
        else:
            self._open = (loop, model, client)

    async def complete(self, request: Request, max_output: int, on_text: Callable[[str], None]) -> Answer:
        messages = _messages(request, marked=self.wire.marks_cache)
        settings, parameters = self._settings(request, max_output), self._parameters(request)
        response = await self._response(messages, settings, parameters, max_output, on_text)
        return self._answer(response, request, max_output)

    def chat_bytes(self, request: ChatRequest) -> int:
        from moot.models.chat import wire

        return wire.size(request)

    async def converse(self, request: ChatRequest, max_output: int, on_text: Callable[[str], None]) -> Answer:
        return await self._conversed(request, max_output, on_text)

    async def timed(self, request: ChatRequest, max_output: int, watch: Watch) -> Answer:
        """As `converse`; `moot.models.chat.timing` says what the watch is told."""
        from moot.models.chat import timing

        with timing.watching(watch, max_output):
            return await self._conversed(request, max_output, watch.text, watch.reasoning)

    async def _conversed(
        self,
        request: ChatRequest,
        max_output: int,
        on_text: Callable[[str], None],
        on_reasoning: Callable[[str], None] | None = None,
    ) -> Answer:
        from moot.models.chat import wire

        settings = {**self.wire.settings(self.info, 0), **wire.settings(request, max_output)}
        response = await self._response(
            wire.messages(request),
            cast("ModelSettings", settings),
            wire.parameters(request),
            max_output,
            on_text,
            on_reasoning,
        )
        usage = self._usage(response.usage)
        said = wire.reply(response, usage, self.key)
        # A vendor that reports no usage is booked at the worst case, as in `_answer`.
        usage = usage or Usage(usd=self._dearest(wire.size(request), max_output))
        return Answer(body=said.model_dump_json(), usage=usage, model=response.model_name or self.info.model)

    async def _response(
        self,
        messages: list[ModelMessage],
        settings: ModelSettings,
        parameters: ModelRequestParameters,
        max_output: int,
        on_text: Callable[[str], None],
        on_reasoning: Callable[[str], None] | None = None,
    ) -> ModelResponse:
        """One wire request, streamed. Raises `CallFailed`."""
        from pydantic_ai.direct import model_request_stream

        stream: StreamedResponse | None = None
        try:
            async with asyncio.timeout(self.settings.total_timeout):
                async with model_request_stream(
                    self._model(),
                    messages,
                    model_settings=settings,
                    model_request_parameters=parameters,
                    instrument=False,
                ) as stream:
                    await _follow(stream, on_text, max_output * LONGEST_TOKEN, on_reasoning)
                return stream.get()
        except CallFailed:
            raise
        except Exception as error:
            # Without the chain: the SDK's errors hold the request with its headers.
            raise failures.of(error, streaming=stream is not None, secret=self.key) from None

    async def aclose(self) -> None:
        """Close the connections; the next request opens new ones."""
        if self._open is not None:
            await self._open[2].aclose()
            self._open = None

    def _model(self) -> Model:
        """The model with its connection pool, which belongs to one event loop."""
        loop = asyncio.get_running_loop()
        if self._open is None or not self._has_pool_in(loop):
            self._open = (loop, *self._opened())
        return self._open[1]

    def _has_pool_in(self, loop: asyncio.AbstractEventLoop) -> bool:
        return self._open is not None and self._open[0] is loop

    def _opened(self) -> tuple[Model, httpx2.AsyncClient]:
        importlib.import_module("pydantic_ai.direct")  # a request is made with it

        client = self._client()
        return self.wire.model(self.info, self.key, client), client

    def _client(self) -> httpx2.AsyncClient:
        import httpx2

        from moot.models.chat import timing

        read = self.settings.read_timeout
        return httpx2.AsyncClient(
            timeout=httpx2.Timeout(connect=CONNECT_SECONDS, read=read, write=read, pool=None),
            # A redirect would take the key along; a proxy has no business between us and this machine.
            follow_redirects=False,
            trust_env=not is_loopback(self.info.base_url),
            verify=_tls(),
            event_hooks=timing.hooks(),
        )

    def _settings(self, request: Request, max_output: int) -> ModelSettings:
        own = self.wire.settings(self.info, request.stable)
        return cast("ModelSettings", {"max_tokens": max_output, "parallel_tool_calls": False, **own})

    def _parameters(self, request: Request) -> ModelRequestParameters:
        """The schema, in the way that the vendor has: natively, as a tool that must be called, or in the prompt."""
        from pydantic_ai.models import ModelRequestParameters
        from pydantic_ai.output import OutputObjectDefinition
        from pydantic_ai.tools import ToolDefinition

        schema, name = request.reply_schema, request.schema_name
        what = str(schema.get("description") or f"The reply: {name}.")
        tool = ToolDefinition(name=name, parameters_json_schema=schema, description=what, kind="output")
        strict = True if self.wire.strict and not _is_open(schema) else None
        return ModelRequestParameters(
            output_mode=self.settings.reply,
            output_object=OutputObjectDefinition(json_schema=schema, name=name, description=what, strict=strict),
            output_tools=[tool],
            allow_text_output=self.settings.reply != "tool",
        )

    def _answer(self, response: ModelResponse, request: Request, max_output: int) -> Answer:
        body = _body(response, request.schema_name)
        usage = self._usage(response.usage)
        details = response.provider_details or {}
        match response.finish_reason:
            case "content_filter":
                said = details.get("refusal") or details.get("explanation") or body or "no reason given"
                raise CallFailed("refused", failures.sentence(f"the model refused: {said}", self.key), usage)
            case "error":
                raise CallFailed("server", "the endpoint reported an error at the end of the answer", usage)
            case "length" if not failures.is_whole(body):
                raise CallFailed("length", "the answer was cut off at the output limit", usage)
            case None if not failures.is_whole(body):
                raise CallFailed("cut", "the connection ended before the answer did")
            case _:
                # A vendor that reports no usage is booked at the worst case: the cap must hold whatever it bills.
                usage = usage or Usage(usd=self._worst(request, max_output))
                return Answer(body=body, usage=usage, model=response.model_name or self.info.model)

    def _worst(self, request: Request, max_output: int) -> Decimal:
        return self._dearest(self.request_bytes(request), max_output)

    def _dearest(self, size: int, max_output: int) -> Decimal:
        price = self.info.price
        return Decimal(0) if price is None else prices.worst(price, size, max_output)

    def _usage(self, used: RequestUsage) -> Usage | None:
        """What the vendor reported, with its cost; None if it reported nothing, or what cannot be."""
        if used.unmeasured_requests or not (used.input_tokens or used.output_tokens):
            return None
        try:
            usage = Usage(
                input_tokens=used.input_tokens,
                cached_tokens=used.cache_read_tokens,
                cache_write_tokens=used.cache_write_tokens,
                output_tokens=used.output_tokens,
                reasoning_tokens=used.output_reasoning_tokens or used.details.get("reasoning_tokens", 0),
            )
        except ValueError:
            return None
        price = self.info.price
        return usage if price is None else usage.model_copy(update={"usd": prices.settle(price, usage)})


async def _follow(
    stream: StreamedResponse,
    on_text: Callable[[str], None],
    longest: int,
    on_reasoning: Callable[[str], None] | None = None,
) -> None:
    """Read the stream to its end, telling of text and tool arguments, and of reasoning, as they come."""
    length = 0
    async for event in stream:
        if on_reasoning is not None and (thought := _thought(event)):
            on_reasoning(thought)
        text = _text(event)
        if text:
            on_text(text)
            length += len(text)
            if length > longest:
                raise CallFailed("length", "the endpoint sent more than the output limit allows and was cut off")


def _text(event: ModelResponseStreamEvent) -> str:
    """By the names of kinds, of which each event carries its own: dozens come with every answer."""
    if event.event_kind == "part_delta":
        delta = event.delta
        if delta.part_delta_kind == "text":
            return delta.content_delta
        return _arguments(delta.args_delta) if delta.part_delta_kind == "tool_call" else ""
    if event.event_kind == "part_start":
        part = event.part
        if part.part_kind == "text":
            return part.content
        return _arguments(part.args) if part.part_kind == "tool-call" else ""
    return ""


def _arguments(args: str | Mapping[str, object] | None) -> str:
    return args if isinstance(args, str) else json.dumps(args, ensure_ascii=False) if args else ""


def _thought(event: ModelResponseStreamEvent) -> str:
    """Reasoning, as far as the vendor shows it."""
    if event.event_kind == "part_delta" and event.delta.part_delta_kind == "thinking":
        return event.delta.content_delta or ""
    if event.event_kind == "part_start" and event.part.part_kind == "thinking":
        return event.part.content
    return ""


def _messages(request: Request, marked: bool) -> list[ModelMessage]:
    """Our messages in pydantic-ai's terms: what is not the assistant's goes into requests, in order."""
    from pydantic_ai.messages import (
        CachePoint,
        ModelRequest,
        ModelRequestPart,
        ModelResponse,
        SystemPromptPart,
        TextPart,
        UserPromptPart,
    )

    found: list[ModelMessage] = []
    parts: list[ModelRequestPart] = []
    for number, message in enumerate(request.messages, 1):
        if message.role == "assistant":
            found += [ModelRequest(parts=parts)] if parts else []
            found.append(ModelResponse(parts=[TextPart(content=message.text)]))
            parts = []
        elif message.role == "system":
            parts.append(SystemPromptPart(content=message.text))
        else:
            ends_stable = marked and number == request.stable
            parts.append(UserPromptPart(content=[message.text, CachePoint()] if ends_stable else message.text))
    return [*found, ModelRequest(parts=parts)] if parts else found


def _body(response: ModelResponse, schema_name: str) -> str:
    """The typed reply if the model called the tool, else its text, as it came."""
    from pydantic_ai.messages import TextPart, ToolCallPart

    for part in response.parts:
        if isinstance(part, ToolCallPart) and part.tool_name == schema_name:
            return part.args if isinstance(part.args, str) else json.dumps(part.args or {}, ensure_ascii=False)
    return "".join(part.content for part in response.parts if isinstance(part, TextPart))


def _is_open(schema: Any) -> bool:
    """True when a schema has objects with free keys, which the strict form would forbid."""
    if isinstance(schema, dict):
        node = cast("dict[str, Any]", schema)
        return node.get("additionalProperties") not in (None, False) or any(_is_open(value) for value in node.values())
    return isinstance(schema, list) and any(_is_open(item) for item in cast("list[Any]", schema))
