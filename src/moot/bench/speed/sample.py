"""One timed answer, or why there is none.

first token     from the sending of the request, on an open connection, to the first token, of reasoning or of text
first text      the same to the first token of text
inter-token     from the first to the last token of text, over its tokens less one: pieces may hold several tokens
longest gap     between two pieces of text that followed one another
tokens a second of text: what the inter-token latency is the inverse of; of reasoning: its tokens over the time from
                sending to the first text, since most vendors show none of it as it comes
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from moot.bench.speed.stamps import EVENT_STREAM, Stamps
from moot.ledger.calls import Answer, CallFailed
from moot.models.chat.words import ChatReply

CHARACTERS_A_TOKEN = 4
"""Where the endpoint counts no tokens."""
FASTEST = 20_000
"""Tokens a second. What comes faster was held back and sent at once: no hardware speaks so fast to one."""


@dataclass(frozen=True)
class Sample:
    failure: str = ""
    """Kind: `empty`, `not streamed`, or as `moot.models.failures` has it; "" if it was answered."""
    reason: str = ""
    retry_after: float | None = None
    sent: float = 0.0
    """On the monotonic clock, as `ended`."""
    ended: float = 0.0
    connecting: float = 0.0
    """Seconds before it was sent, mostly for a connection."""
    first_token: float | None = None
    first_text: float | None = None
    inter_token: float | None = None
    longest_gap: float | None = None
    text_tokens: int = 0
    reasoning_tokens: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    pieces: int = 0
    """Of text, by their time of arrival."""
    estimated: bool = False
    """The endpoint counted no tokens; `CHARACTERS_A_TOKEN`."""
    in_one_piece: bool = False

    @property
    def answered(self) -> bool:
        return not self.failure

    @property
    def text_rate(self) -> float | None:
        return 1 / self.inter_token if self.inter_token else None

    @property
    def reasoning_rate(self) -> float | None:
        return self.reasoning_tokens / self.first_text if self.reasoning_tokens and self.first_text else None


def failed(failure: CallFailed, stamps: Stamps) -> Sample:
    if _is_whole(stamps):
        return _not_streamed(stamps)
    return Sample(failure=failure.kind, reason=failure.reason, retry_after=failure.retry_after, sent=stamps.at_sent)


def answered(answer: Answer, stamps: Stamps) -> Sample:
    """What the stamps of a whole answer say; an answer without text is none."""
    reply = ChatReply.model_validate_json(answer.body)
    if _is_whole(stamps):
        return _not_streamed(stamps)
    if reply.stop == "filter":
        return Sample(failure="refused", reason=f"the model refused: {reply.text or 'no reason given'}")
    if not stamps.texts:
        spent = answer.usage.reasoning_tokens or answer.usage.output_tokens
        why = f"all {spent} tokens went into reasoning: raise --output" if spent else "the answer was empty"
        return Sample(failure="empty", reason=why, sent=stamps.at_sent)
    return _timed(answer, stamps)


def _timed(answer: Answer, stamps: Stamps) -> Sample:
    usage, sent = answer.usage, stamps.at_sent
    text, reasoning = _tokens(answer, stamps)
    times = sorted({piece.at for piece in stamps.texts})
    first, last = times[0], times[-1]
    at_once = text > 1 and (len(times) == 1 or (text - 1) / (last - first) > FASTEST)
    return Sample(
        sent=sent,
        ended=last,
        connecting=sent - stamps.at_ready,
        first_token=min(first, *(piece.at for piece in stamps.thoughts[:1])) - sent
        if stamps.thoughts
        else first - sent,
        first_text=first - sent,
        inter_token=None if at_once or text < 2 else (last - first) / (text - 1),
        longest_gap=None if at_once or text < 2 else max(b - a for a, b in pairwise(times)),
        text_tokens=text,
        reasoning_tokens=reasoning,
        input_tokens=usage.input_tokens,
        cached_tokens=usage.cached_tokens,
        pieces=len(times),
        estimated=not usage.output_tokens,
        in_one_piece=at_once,
    )


def _tokens(answer: Answer, stamps: Stamps) -> tuple[int, int]:
    """Of text and of reasoning. Where an endpoint counts both together, the characters that were seen divide them."""
    said = sum(piece.characters for piece in stamps.texts)
    thought = sum(piece.characters for piece in stamps.thoughts)
    usage = answer.usage
    if not usage.output_tokens:
        return max(1, round(said / CHARACTERS_A_TOKEN)), round(thought / CHARACTERS_A_TOKEN)
    reasoning = usage.reasoning_tokens or round(usage.output_tokens * thought / (said + thought))
    return max(1, usage.output_tokens - reasoning), reasoning


def _is_whole(stamps: Stamps) -> bool:
    return stamps.media_type != EVENT_STREAM


def _not_streamed(stamps: Stamps) -> Sample:
    what = stamps.media_type or "something without a type"
    return Sample(failure="not streamed", reason=f"the endpoint does not stream: it answered with {what}")
