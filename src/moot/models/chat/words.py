"""A conversation as it goes to a model and comes back. The same request is always sent as the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, Protocol, runtime_checkable

from pydantic import Field

from moot.ledger.calls import Answer
from moot.models.catalog import ModelInfo
from moot.words import Word


class Picture(Word):
    """An image: its bytes, or the address at which the vendor may fetch it."""

    media_type: str = ""
    base64: str = ""
    url: str = ""


class ToolUse(Word):
    id: str
    tool: str
    arguments: str
    """JSON, as the model wrote it."""


class Turn(Word):
    role: Literal["system", "user", "assistant", "tool"]
    text: str = ""
    pictures: tuple[Picture, ...] = ()
    uses: tuple[ToolUse, ...] = ()
    """Of the assistant: the tools that it calls."""
    answers: str = ""
    """Of a tool: the id of the call whose result this is."""
    tool: str = ""
    """Of a tool: its name."""
    raw: str = ""
    """Of the assistant: what the vendor sent, as `ChatReply.raw`; it gets its own words back unchanged, if it is the
    same vendor."""


class Tool(Word):
    name: str
    description: str
    parameters: dict[str, Any]
    """JSON schema of an object."""


class ChatRequest(Word):
    turns: tuple[Turn, ...]
    tools: tuple[Tool, ...] = ()
    choice: str = "auto"
    """`auto`, `none`, `required`, or the name of the tool that must be called."""
    settings: dict[str, Any] = Field(default_factory=dict)
    """What the task asks of the sampling: temperature, top_p, stop_sequences, seed, …"""
    max_output: int | None = Field(default=None, exclude=True)
    """Tokens of the reply at most; None: what models are given by default. No part of what is asked, and of no place in
    the journal: money may allow less."""


class ChatReply(Word):
    """What came of a request; stored in the journal as its answer."""

    text: str = ""
    reasoning: str = ""
    """As far as the vendor shows it."""
    uses: tuple[ToolUse, ...] = ()
    stop: Literal["stop", "length", "tools", "filter"] = "stop"
    raw: str = ""
    """The message in pydantic-ai's JSON, where it holds what text and calls do not, such as signed reasoning."""


@runtime_checkable
class ChatBackend(Protocol):
    """Where a model answers in conversations: what a `Backend` may do besides."""

    @property
    def info(self) -> ModelInfo: ...

    def chat_bytes(self, request: ChatRequest) -> int:
        """An upper bound of the request's tokens: its bytes, and for each picture as much as any vendor takes."""
        ...

    async def converse(self, request: ChatRequest, max_output: int, on_text: Callable[[str], None]) -> Answer:
        """One wire request; the body of the answer is a `ChatReply` in JSON. Raises `CallFailed`."""
        ...
