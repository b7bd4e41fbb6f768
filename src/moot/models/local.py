"""A GGUF model inside this process, through `xllamacpp` (extra `local`): one request at a time, in its own thread."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from moot.errors import NotInstalled
from moot.ledger.calls import Answer, CallFailed, Usage
from moot.models.backend import Request
from moot.models.bounded import bounded
from moot.models.catalog import ModelInfo, Settings
from moot.models.failures import is_whole, sentence
from moot.models.loops import Loops

if TYPE_CHECKING:
    from moot.models.chat.timing import Watch
    from moot.models.chat.words import ChatRequest

MESSAGE_OVERHEAD = 64
SCHEMA_NOTE = "Reply with one JSON object of this schema and nothing else:\n"
"""The grammar holds the model to the schema, but only the prompt shows it to the model."""
TEMPERATURE = 0.3
SEED = 1
"""Fixed, so that the same request gives the same answer on the same machine."""


@dataclass
class LocalBackend:
    info: ModelInfo
    settings: Settings = field(default_factory=Settings)
    _engine: _Engine | None = field(default=None, init=False, repr=False)

    def request_bytes(self, request: Request) -> int:
        return sum(len(message["content"].encode()) + MESSAGE_OVERHEAD for message in _messages(request))

    async def ready(self) -> None:
        """Nothing: the model is loaded by the process that answers, as a part of its first answer."""

    async def complete(self, request: Request, max_output: int, on_text: Callable[[str], None]) -> Answer:
        return await self._answered(_body(request, max_output), _later(on_text), _whole, loops=Loops())

    def chat_bytes(self, request: ChatRequest) -> int:
        from moot.models.chat import wire

        return wire.size(request)

    async def converse(self, request: ChatRequest, max_output: int, on_text: Callable[[str], None]) -> Answer:
        from moot.models.chat import openai

        return await self._answered(openai.body(request, max_output, TEMPERATURE, SEED), _later(on_text), openai.reply)

    async def timed(self, request: ChatRequest, max_output: int, watch: Watch) -> Answer:
        """As `converse`. What waits for its turn is already sent: requests are answered one after another."""
        from moot.models.chat import openai

        def text(piece: str) -> None:
            watch.arrived(time.monotonic())
            watch.text(piece)

        def reasoning(piece: str) -> None:
            watch.arrived(time.monotonic())
            watch.reasoning(piece)

        body = openai.body(request, max_output, TEMPERATURE, SEED)
        await watch.ready()
        watch.sent(time.monotonic())
        return await self._answered(body, text, openai.reply, reasoning)

    async def _answered(
        self,
        body: dict[str, Any],
        tell: Callable[[str], None],
        made: Made,
        think: Callable[[str], None] | None = None,
        loops: Loops | None = None,
    ) -> Answer:
        """`tell` and `think` are called in the engine's thread. `loops` ends an answer that repeats itself."""
        if self._engine is None:
            self._engine = _Engine(self.info)
        loop = asyncio.get_running_loop()
        stop = threading.Event()
        pieces = _Pieces(tell, stop, think, loops)
        answering = loop.run_in_executor(self._engine.thread, self._engine.complete, body, pieces, stop, made)
        try:
            async with asyncio.timeout(self.settings.total_timeout):
                return await answering
        except TimeoutError:
            seconds = self.settings.total_timeout
            raise CallFailed("timeout", f"no whole answer within {seconds:g} s", Usage()) from None
        finally:
            stop.set()

    async def aclose(self) -> None:
        """Free the model's memory; the next request loads it again."""
        if self._engine is not None:
            engine, self._engine = self._engine, None
            await asyncio.get_running_loop().run_in_executor(None, engine.close)


def _later(on_text: Callable[[str], None]) -> Callable[[str], None]:
    """On the event loop, where signals arrive from any endpoint."""
    loop = asyncio.get_running_loop()
    return lambda text: cast("None", loop.call_soon_threadsafe(on_text, text))


class _Engine:
    """The loaded model. All of it happens in one thread."""

    def __init__(self, info: ModelInfo) -> None:
        self._info = info
        self._server: Any = None
        self.thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="gguf")

    def complete(self, body: dict[str, Any], pieces: _Pieces, stop: threading.Event, made: Made) -> Answer:
        if stop.is_set():
            raise CallFailed("timeout", "the request was given up before its turn came", Usage())
        if self._server is None:
            self._server = self._load()
        # An error comes either as what is returned or as a piece, depending on when it is found.
        pieces.take_error(self._server.handle_chat_completions(body, pieces.take))
        return pieces.answer(self._info, made)

    def close(self) -> None:
        self.thread.submit(self._free).result()
        self.thread.shutdown()

    def _free(self) -> None:
        self._server = None

    def _load(self) -> Any:
        try:
            import xllamacpp  # pyright: ignore[reportMissingImports, reportMissingModuleSource]
        except ImportError:
            raise NotInstalled(f"{self._info.name} needs the extra `local`: pip install 'moot[local]'.") from None
        params = cast("Any", xllamacpp).CommonParams()
        params.model.path = self._info.model
        params.n_ctx = self._info.context or 4096
        params.n_parallel = 1
        params.warmup = False
        params.verbosity = -1
        # Its threads wait by spinning: one core is left to the rest, else a busy machine slows it many times over.
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = max(1, (os.cpu_count() or 2) - 1)
        # The library listens on loopback whether one wants it or not; nobody gets in without this key.
        params.api_keys = [secrets.token_urlsafe(32)]
        params.ui = params.endpoint_slots = params.endpoint_props = False
        try:
            return cast("Any", xllamacpp).Server(params)
        except Exception as error:
            reason = sentence(f"the model could not be loaded: {error or type(error).__name__}")
            raise CallFailed("refused", reason, Usage()) from None


class _Pieces:
    """What comes piece by piece, put together."""

    def __init__(
        self,
        tell: Callable[[str], None],
        stop: threading.Event,
        think: Callable[[str], None] | None = None,
        loops: Loops | None = None,
    ) -> None:
        self._tell, self._stop, self._think, self._loops = tell, stop, think, loops
        self._text: list[str] = []
        self._calls: dict[int, dict[str, str]] = {}
        self._finish: str | None = None
        self._usage = Usage()

    def take(self, piece: Any) -> bool:
        """Told of each piece by the library; True ends the answer early."""
        self.take_error(piece)
        for one in cast("list[Any]", piece) if isinstance(piece, list) else [piece]:
            self._take(cast("dict[str, Any]", one))
        return self._stop.is_set() or self._looping

    @property
    def _looping(self) -> bool:
        return self._loops is not None and self._loops.found

    error: dict[str, Any] | None = None

    def take_error(self, result: Any) -> None:
        if isinstance(result, dict) and "error" in result:
            self.error = cast("dict[str, Any]", result["error"])

    def _take(self, piece: dict[str, Any]) -> None:
        for choice in piece.get("choices", ()):
            if self._think is not None and (thought := choice.get("delta", {}).get("reasoning_content")):
                self._think(thought)
            if text := choice.get("delta", {}).get("content"):
                self._text.append(text)
                if self._loops is not None:
                    self._loops.add(text)
                self._tell(text)
            for call in choice.get("delta", {}).get("tool_calls") or ():
                self._take_call(call)
            self._finish = choice.get("finish_reason") or self._finish
        if used := piece.get("usage"):
            cached = (used.get("prompt_tokens_details") or {}).get("cached_tokens", 0)
            self._usage = Usage(
                input_tokens=used.get("prompt_tokens", 0),
                cached_tokens=cached,
                output_tokens=used.get("completion_tokens", 0),
            )

    def _take_call(self, piece: dict[str, Any]) -> None:
        call = self._calls.setdefault(piece.get("index", 0), {"id": "", "name": "", "arguments": ""})
        call["id"] = piece.get("id") or call["id"]
        given = piece.get("function") or {}
        call["name"] = given.get("name") or call["name"]
        call["arguments"] += given.get("arguments") or ""

    def answer(self, info: ModelInfo, made: Made) -> Answer:
        if self.error is not None:
            kind = "overflow" if "exceed_context" in str(self.error.get("type")) else "refused"
            raise CallFailed(kind, sentence(str(self.error.get("message") or self.error)), Usage())
        if self._looping:
            raise CallFailed("length", "the model fell into repeating itself and was stopped", self._usage)
        if self._finish is None:
            raise CallFailed("cut", "the model stopped before its answer was whole", self._usage)
        calls = [self._calls[n] for n in sorted(self._calls)]
        body = made("".join(self._text), calls, self._finish, self._usage)
        return Answer(body=body, usage=self._usage, model=Path(info.model).name)


Made = Callable[[str, list[dict[str, str]], str, Usage], str]
"""From text, tool calls (id, name, arguments) and why it ended to the body of an answer. Raises `CallFailed`."""


def _whole(text: str, calls: list[dict[str, str]], finish: str, usage: Usage) -> str:
    """A typed reply."""
    if finish == "length" and not is_whole(text):
        raise CallFailed("length", "the answer was cut off at the output limit", usage)
    return text


def _messages(request: Request) -> list[dict[str, str]]:
    schema = SCHEMA_NOTE + json.dumps(request.reply_schema, ensure_ascii=False, separators=(",", ":"))
    found = [{"role": message.role, "content": message.text} for message in request.messages]
    if found and found[0]["role"] == "system":
        found[0]["content"] += f"\n\n{schema}"
        return found
    return [{"role": "system", "content": schema}, *found]


def _body(request: Request, max_output: int) -> dict[str, Any]:
    return {
        "messages": _messages(request),
        "max_tokens": max_output,
        "temperature": TEMPERATURE,
        "seed": SEED,
        "stream": True,
        "stream_options": {"include_usage": True},
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": request.schema_name, "schema": bounded(request.reply_schema, max_output)},
        },
    }
