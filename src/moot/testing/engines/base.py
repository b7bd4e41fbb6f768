"""What the doubles of search vendors have in common: what they know, what they are asked, what they say no with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

Failure = tuple[int, Any]
"""A status, and a body: text as it is, anything else as JSON."""


@dataclass(frozen=True)
class Listed:
    """A page or paper that the double knows."""

    address: str
    title: str
    text: str
    date: str = ""
    """YYYY-MM-DD; empty: none is told."""


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    """Behind the vendor's name."""
    query: Mapping[str, str]
    headers: Mapping[str, str]
    """Names in lower case."""
    body: str


@dataclass(frozen=True)
class Search:
    """What a request asks for, in words that are the same for all vendors."""

    vendor: str
    query: str
    count: int
    language: str
    until: str
    request: Request


class Declined(Exception):
    """The vendor's answer to a request that it does not take."""

    def __init__(self, status: int, body: Any) -> None:
        super().__init__(status)
        self.status = status
        self.body = body


class Shape(Protocol):
    """A vendor's interface."""

    @property
    def method(self) -> str: ...

    @property
    def path(self) -> str: ...

    @property
    def key_header(self) -> str:
        """In lower case; empty where no key is known."""
        ...

    @property
    def wrong_key(self) -> Failure: ...

    @property
    def used_up(self) -> Failure: ...

    @property
    def too_many(self) -> Failure: ...

    def read(self, request: Request) -> Search:
        """Raises `Declined`."""
        ...

    def answer(self, search: Search, found: Sequence[Listed]) -> Any: ...
