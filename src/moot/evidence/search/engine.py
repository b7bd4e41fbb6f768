"""The contract of a search engine: what is looked for, one request, what was found, and why nothing could be.

An engine forms requests and reads answers; who sends them is `client.searched`, so that a key is in one place only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol, runtime_checkable

from moot.words import Hit


@dataclass(frozen=True)
class Wish:
    """What is looked for."""

    query: str
    count: int = 10
    language: str = ""
    """ISO 639-1; empty: any."""
    until: str = ""
    """ISO date: nothing published later is wanted, as far as the engine can tell."""


@dataclass(frozen=True)
class Ask:
    """One request, ready to be sent. Only its headers may hold a key: they are neither stored nor shown."""

    url: str
    headers: Mapping[str, str] = field(repr=False)
    body: str = ""
    """JSON that is posted; empty: a GET."""


class CannotSearch(Exception):
    """Nothing was found out; the message is one clause for the user and holds no key. `kind` is one of

    access        a key refused, no credit: will not pass
    rate_limited  too many requests: may pass
    server        the engine failed
    declined      it declines this request, or could not answer it: another may pass
    malformed     what came is not the engine's answer
    timeout       nothing came in time
    connection    no connection, or it broke off
    """

    def __init__(self, kind: str, said: str, retry_after: float | None = None) -> None:
        super().__init__(said)
        self.kind = kind
        self.retry_after = retry_after
        """Seconds after which the engine may be asked again, as it says itself."""


class Engine(Protocol):
    """One search engine, configured."""

    @property
    def name(self) -> str: ...

    @property
    def fee(self) -> Decimal:
        """USD for one request at the vendor's dearest plan; 0 if it is free."""
        ...

    @property
    def spacing(self) -> float:
        """Seconds that its documentation asks for between two requests; 0 if it asks for none."""
        ...

    def ask(self, wish: Wish) -> Ask: ...

    def hits(self, body: bytes) -> list[Hit]:
        """What an answer with a status of success lists, best first; titles and snippets are lines of bounded length.

        Raises `CannotSearch`.
        """
        ...


@runtime_checkable
class Explains(Protocol):
    """What an engine may have besides, so that its refusals are told in its own terms."""

    @property
    def title(self) -> str:
        """As it is called in a sentence."""
        ...

    def refusal(self, status: int, body: bytes) -> CannotSearch | None:
        """What an answer with a status of failure means; None where the status says it all."""
        ...


class Vendor(Protocol):
    """What an entry point of the group `moot.engines` gives."""

    @property
    def name(self) -> str: ...

    @property
    def scholarly(self) -> bool: ...

    @property
    def needs(self) -> str:
        """The environment variable that configures it; empty if none is needed."""
        ...

    def engine(self, env: Mapping[str, str]) -> Engine | None:
        """None where it is not configured. Raises `UsageError` for a value that cannot be one."""
        ...
