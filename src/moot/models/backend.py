"""The contract of a language model's endpoint: one request, one answer, one price. Retries are not its business."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, Protocol

from moot.ledger.calls import Answer
from moot.words import Word

if TYPE_CHECKING:
    from moot.models.catalog import ModelInfo


class Message(Word):
    role: Literal["system", "user", "assistant"]
    text: str


class Request(Word):
    """What goes to a model. The same request is always sent as the same bytes."""

    messages: tuple[Message, ...]
    schema_name: str
    reply_schema: dict[str, Any]
    """JSON schema of the reply."""
    stable: int = 0
    """The number of leading messages that later requests of the run repeat, for the provider's prompt cache."""


class Backend(Protocol):
    """Where a language model answers. One file a provider kind; registered under `moot.providers`."""

    @property
    def info(self) -> ModelInfo: ...

    def request_bytes(self, request: Request) -> int:
        """Upper bound of the request's size in bytes, schema included: an upper bound of its tokens."""
        ...

    async def ready(self) -> None:
        """Load what a request is made with, before the clock of a deadline runs; at once where nothing is to be."""
        ...

    async def complete(self, request: Request, max_output: int, on_text: Callable[[str], None]) -> Answer:
        """One wire request. `max_output` is in tokens, reasoning included; `on_text` sees the text as it arrives.

        Raises `CallFailed` with the kind, the vendor's word for it, and the usage as far as it is known.
        """
        ...

    async def aclose(self) -> None:
        """Let go of connections and models; the next request would open them again."""
        ...
