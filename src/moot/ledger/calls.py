"""What goes through the one door and comes back: an answer or a failure, each with what it cost."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from moot.words import Word


def _moment(text: str) -> str:
    try:
        aware = datetime.fromisoformat(text).utcoffset() is not None
        datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        aware = False
    if not aware:
        raise ValueError("it is no moment in ISO form with its zone")
    return text


Moment = Annotated[str, AfterValidator(_moment)]
"""When something happened, in ISO form, with its zone."""


class Usage(Word):
    """What one request used, as the vendor reported it. All zero: nothing was billed."""

    input_tokens: int = Field(default=0, ge=0)
    """All input, cached tokens included."""
    cached_tokens: int = Field(default=0, ge=0)
    cache_write_tokens: int = Field(default=0, ge=0)
    output_tokens: int = Field(default=0, ge=0)
    """All output, reasoning included."""
    reasoning_tokens: int = Field(default=0, ge=0)
    usd: Decimal = Field(default=Decimal(0), ge=0)


class Answer(Word):
    """The raw answer, as JSON or text; it is stored before anything uses it."""

    body: str
    usage: Usage = Usage()
    model: str = ""
    """The model that answered, by the vendor's own word."""


class CallFailed(Exception):
    """A request that was sent and gave no usable answer. Raised by `do`; stored; a replay raises it again, equal.

    `kind`: rate_limited, refused, overflow, cut, timeout, malformed, server, late, access, credit, … `reason` is one
    sentence.
    `usage` None means that the cost is not known: the call stays booked at its worst case. Where the vendor bills
    nothing (a 429, a 401, no connection) say so with `Usage()`.
    """

    def __init__(self, kind: str, reason: str, usage: Usage | None = None, retry_after: float | None = None) -> None:
        super().__init__(kind, reason, usage, retry_after)
        self.kind = kind
        self.reason = reason
        self.usage = usage
        self.retry_after = retry_after
        """Seconds that the vendor asked us to wait."""

    def __str__(self) -> str:
        return self.reason

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CallFailed) and self.args == other.args

    def __hash__(self) -> int:
        return hash((self.kind, self.reason))


class DoesNotFit(Exception):
    """Control flow: the worst case does not fit the money `left`, and nothing in flight may free any."""

    def __init__(self, left: Decimal) -> None:
        super().__init__(left)
        self.left = left

    def __str__(self) -> str:
        return f"the worst case does not fit the {self.left} USD left"


class Call(Word):
    """One place of the journal that asked for an answer, for reports."""

    place: str
    state: Literal["intended", "answered", "failed"]
    request_hash: str
    worst: Decimal
    """USD reserved for one sending."""
    cost: Decimal
    """USD booked for all sendings: what was paid where that is known, else the worst case."""
    usage: Usage | None = None
    """Of the answer or failure that counts."""
    failure: str | None = None
    """Kind of the failure."""
    reason: str | None = None
    """Of the failure, in one sentence."""
    body: str | None = None
    """The raw answer, unedited; None while there is none."""
    model: str = ""
    sent: int
    """How often it was sent: more than once when a process was killed while it was in flight."""
    started: Moment
    """When it was last sent."""
    finished: Moment | None = None
    seconds: float | None = None
    epoch: int = 0
    """Which taking of the run sent it last; a run that is resumed or extended has several."""
