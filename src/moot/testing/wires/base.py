"""What a wire format is asked to carry."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, cast

from moot.testing.conduct import Fault
from moot.testing.prompt import Json
from moot.testing.usage import Usage

PIECE = 48
"""Characters of text in one event of a stream, where tokens have no rate of their own."""
CREATED = 1_750_000_000
"""The time that answers carry: a constant, for the same request gives the same bytes."""


class End(StrEnum):
    DONE = "done"
    LENGTH = "length"
    REFUSAL = "refusal"


@dataclass(frozen=True)
class Reply:
    """An answer before it takes a vendor's shape."""

    key: str
    """Hexadecimal; ids are made of it."""
    model: str
    text: str
    tool: str | None
    end: End
    usage: Usage
    piece: int = PIECE
    """Characters of text in one event of a stream."""

    @property
    def pieces(self) -> list[str]:
        text, size = self.text, self.piece
        return [text[start : start + size] for start in range(0, len(text), size)] or [""]


@dataclass(frozen=True)
class Event:
    """One server-sent event."""

    name: str | None
    data: Json | str
    says: bool = False
    """It carries a piece of the answer."""

    def encode(self) -> bytes:
        data = self.data if isinstance(self.data, str) else json.dumps(self.data, ensure_ascii=False)
        head = f"event: {self.name}\n" if self.name else ""
        return f"{head}data: {data}\n\n".encode("utf-8", "replace")


@dataclass(frozen=True)
class Failure:
    status: int
    body: Json


class Wire(Protocol):
    def whole(self, reply: Reply) -> Json: ...

    def events(self, reply: Reply) -> list[Event]: ...

    def failure(self, fault: Fault, model: str, tokens: int, context: int) -> Failure: ...

    def error_event(self, failure: Failure) -> Event:
        """The failure as it comes in the middle of a stream."""
        ...


def as_object(text: str, otherwise: Json) -> Json:
    """The JSON object that the text is, for formats that carry an object and not its text."""
    try:
        value: Any = json.loads(text)
    except ValueError:
        return otherwise
    return cast(Json, value) if isinstance(value, dict) else otherwise
