"""How the double behaves: what it says, and how it delivers it.

    Conduct(says, first_token, per_chunk, per_token, cut_after, error_after, hold, reasoning)
        says = Answer        a good answer (of the server's `answer` function, or of another one)
             | Malformed     an answer that does not parse, or not as asked
             | Refusal       a refusal in the vendor's shape
             | Overlong      cut off at the output limit
             | Fail          an error status

Ready ones: `slow`, `too_many`, `broken`, `overloaded`, `denied`, `overflows`, `cut`, `breaks`, `malformed`,
`refuses`, `overlong`, `hang`, `stalls`. A `Rule` says to which requests a conduct applies.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import Literal

from moot.testing.prompt import PromptView, WireName

Answerer = Callable[[PromptView], str]


@dataclass(frozen=True)
class Answer:
    """A good answer. `text` as it is, or `by` a function; neither: the server's own function."""

    text: str | None = None
    by: Answerer | None = None


@dataclass(frozen=True)
class Malformed:
    """`cut`: JSON that ends in its middle. `prose`: JSON in a code fence amid words, not as the tool call that was
    asked. `foreign`: valid JSON that does not fit the schema."""

    how: Literal["cut", "prose", "foreign"] = "cut"


@dataclass(frozen=True)
class Refusal:
    text: str = "I can't help with that."


@dataclass(frozen=True)
class Overlong:
    """The answer stops at the output limit (finish reason `length`, `max_output_tokens`, `max_tokens`)."""


class Fault(StrEnum):
    RATE_LIMIT = "rate limit"
    """429"""
    SERVER = "server"
    """500"""
    OVERLOADED = "overloaded"
    """529 on the Anthropic wire, 503 on the OpenAI wires, as these vendors do."""
    DENIED = "denied"
    """401"""
    FORBIDDEN = "forbidden"
    """403"""
    NO_MODEL = "no model"
    """404"""
    NO_CREDIT = "no credit"
    """429 `insufficient_quota` (OpenAI), 400 with the words on the credit balance (Anthropic)"""
    OVERFLOW = "overflow"
    """400: the prompt is longer than the context"""


@dataclass(frozen=True)
class Fail:
    fault: Fault
    retry_after: float | None = None
    """Seconds, sent as the header Retry-After."""


Says = Answer | Malformed | Refusal | Overlong | Fail


@dataclass(frozen=True)
class Conduct:
    says: Says = Answer()
    first_token: float = 0.0
    """Seconds before the first byte of the answer (in a stream: after the headers)."""
    per_chunk: float = 0.0
    """Seconds before each further event of a stream."""
    per_token: float = 0.0
    """Seconds from token to token of a stream, one event a token, kept by the clock: what comes late is caught up. The
    first comes `first_token` after the request; `hold` and `per_chunk` have no say."""
    cut_after: int | None = None
    """Close the connection after so many events of a stream (or halves of a whole answer)."""
    error_after: int | None = None
    """After so many events of a stream, the vendor's own error event ("overloaded"), and the end."""
    hold: Literal["start", "half"] | None = None
    """Send nothing, or stop after half of the answer, until `server.release()` or the client leaves."""
    reasoning: int = 0
    """Reasoning tokens to report, part of the output tokens."""


def slow(first_token: float = 0.0, per_chunk: float = 0.0) -> Conduct:
    return Conduct(first_token=first_token, per_chunk=per_chunk)


def too_many(retry_after: float | None = 0.0) -> Conduct:
    """429 with Retry-After in seconds."""
    return Conduct(Fail(Fault.RATE_LIMIT, retry_after))


def broken() -> Conduct:
    """500."""
    return Conduct(Fail(Fault.SERVER))


def overloaded(retry_after: float | None = None) -> Conduct:
    """529 (Anthropic), 503 (OpenAI)."""
    return Conduct(Fail(Fault.OVERLOADED, retry_after))


def denied() -> Conduct:
    """401."""
    return Conduct(Fail(Fault.DENIED))


def overflows() -> Conduct:
    """400: context overflow, with each vendor's error code."""
    return Conduct(Fail(Fault.OVERFLOW))


def cut(after: int = 1) -> Conduct:
    """The connection closes after so many events."""
    return Conduct(cut_after=after)


def breaks(after: int = 2) -> Conduct:
    """The stream ends in an error event after so many events: an overloaded vendor with the status 200 already sent."""
    return Conduct(error_after=after)


def malformed(how: Literal["cut", "prose", "foreign"] = "cut") -> Conduct:
    return Conduct(Malformed(how))


def refuses(text: str = "I can't help with that.") -> Conduct:
    return Conduct(Refusal(text))


def overlong() -> Conduct:
    return Conduct(Overlong())


def hang() -> Conduct:
    """Never answers (until `server.release()`)."""
    return Conduct(hold="start")


def stalls() -> Conduct:
    """Sends half of the answer and no more (until `server.release()`)."""
    return Conduct(hold="half")


@dataclass(frozen=True)
class Rule:
    """The conduct of the requests that match all that is given. The first rule that matches a request is taken."""

    conduct: Conduct
    model: str | None = None
    """Name or pattern (`big-*`) of the model."""
    wire: WireName | None = None
    nth: int | Container[int] | None = None
    """Counted from 1 among the requests that match the rest of this rule: 1, (1, 3), range(1, 4)."""
    where: Callable[[PromptView], bool] | None = None

    def fits(self, prompt: PromptView) -> bool:
        """True when model, wire and predicate match; the count is the script's."""
        return (
            (self.model is None or fnmatchcase(prompt.model, self.model))
            and (self.wire is None or self.wire == prompt.wire)
            and (self.where is None or self.where(prompt))
        )

    def counts(self, number: int) -> bool:
        if self.nth is None:
            return True
        return number == self.nth if isinstance(self.nth, int) else number in self.nth


Script = Conduct | Sequence[Rule] | Callable[[PromptView, int], Conduct | None]
"""One conduct for all, rules, or a function of the prompt and the request's number (from 1)."""


class Conductor:
    """A script being played: it counts."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._counts: dict[int, int] = {}

    def next(self, prompt: PromptView, number: int) -> Conduct:
        """The conduct for the request that arrived as the `number`th."""
        script = self._script
        if isinstance(script, Conduct):
            return script
        if callable(script):
            return script(prompt, number) or Conduct()
        chosen: Conduct | None = None
        for index, rule in enumerate(script):
            if not rule.fits(prompt):
                continue
            self._counts[index] = self._counts.get(index, 0) + 1
            if chosen is None and rule.counts(self._counts[index]):
                chosen = rule.conduct
        return chosen or Conduct()
