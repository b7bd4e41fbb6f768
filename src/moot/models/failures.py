"""What went wrong with a wire request, in our words: a kind for whoever decides on retries, a sentence for the report.

rate_limited  too many requests; `retry_after` if the vendor said when
server        the endpoint failed (5xx, overloaded): may pass
access        key refused, no permission: will not pass
credit        the key is good, and what it could pay for is spent: will not pass
overflow      the request is larger than the model's context
refused       the model or its vendor declines the request, or knows no such model
length        the answer did not fit the output limit
cut           the connection died while the answer came
timeout       nothing came in time
unreachable   no connection could be made
malformed     what came is not what the wire format says
"""

from __future__ import annotations

import json
import re
from typing import Any, cast

from moot.ledger.calls import CallFailed, Usage
from moot.text.lazy import lazy_re

LONGEST_REASON = 300
_OVERFLOW = lazy_re(
    r"context[ _](?:length|size|window)|exceed\w* .{0,40}context|prompt is too long|input is too long|too many tokens"
    r"|maximum .{0,20}tokens|reduce the length",
    re.IGNORECASE,
)
_UNBILLED = Usage()
_SHORTEST_KEY = 6
"""What is shorter is a dummy for a server of one's own, such as x, and stands in ordinary words."""


def of(error: Exception, *, streaming: bool, secret: str = "") -> CallFailed:
    """The failure that an SDK's error means. `streaming`: the answer had begun, so it may be billed."""
    from pydantic_ai import exceptions as ai

    if isinstance(error, CallFailed):
        return error
    kind = _kind(error)
    retry_after = error.retry_after if isinstance(error, ai.ModelAPIError) else None
    # An error status instead of an answer is not billed, nor is a request that was never sent.
    answered_by_error = isinstance(error, ai.ModelHTTPError) and not error.in_stream and not streaming
    unbilled = answered_by_error or kind == "unreachable" or isinstance(error, ai.UserError)
    return CallFailed(kind, sentence(_said(error), secret), _UNBILLED if unbilled else None, retry_after)


def sentence(text: str, secret: str = "") -> str:
    """One line of bounded length, in which a key that the vendor echoed is masked."""
    if len(secret) >= _SHORTEST_KEY:
        text = text.replace(secret, "(key)")
    # Vendors echo refused keys in part, so anything of their shape goes too.
    text = re.sub(r"\b(?:(?:sk|key)[-_]|AIza)[-_A-Za-z0-9*]{6,}", "(key)", " ".join(text.split()))
    return text if len(text) <= LONGEST_REASON else f"{text[: LONGEST_REASON - 1]}…"


def is_whole(body: str) -> bool:
    """True when the text is one complete JSON value: the limit was met, but nothing is missing."""
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True


def _kind(error: Exception) -> str:
    import httpx2
    from pydantic_ai import exceptions as ai

    kinds: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
        (ai.ModelContextWindowExceededError, "overflow"),
        (ai.ModelAuthenticationError, "access"),
        (ai.ModelQuotaExceededError, "credit"),
        (ai.ModelRateLimitError, "rate_limited"),
        ((ai.ModelUnavailableError, ai.ModelServerError), "server"),
        ((ai.ModelRequestTimeout, ai.ModelTimeoutError, httpx2.TimeoutException, TimeoutError), "timeout"),
        (ai.ContentFilterError, "refused"),
    )
    for types, kind in kinds:
        if isinstance(error, types):
            return kind
    if isinstance(error, ai.ModelConnectionError):
        return "unreachable" if error.phase in ("pool", "connect") else "cut"
    if isinstance(error, httpx2.ConnectError):
        return "unreachable"
    if isinstance(error, httpx2.TransportError | httpx2.StreamError | ConnectionError):
        return "cut"
    if isinstance(error, ai.ModelHTTPError):
        return _kind_of_status(error.status_code, _said(error))
    if isinstance(error, ai.ModelRequestRejectedError | ai.UserError):
        return "overflow" if _OVERFLOW.search(_said(error)) else "refused"
    if isinstance(error, ai.ModelAPIError) and "finish_reason" in error.message:
        return "cut"
    if isinstance(error, ai.ModelAPIError) and error.in_stream:
        return "server"
    return "malformed"


def _kind_of_status(status: int, said: str) -> str:
    if status == 413 or (status < 500 and _OVERFLOW.search(said)):
        return "overflow"
    if status == 402:
        return "credit"
    if status in (401, 403, 407):
        return "access"
    if status in (408, 409, 425) or status >= 500:
        return "server"
    return "rate_limited" if status == 429 else "refused"


def _said(error: Exception) -> str:
    """The vendor's own words where there are some, else the error's."""
    from pydantic_ai import exceptions as ai

    status = f"{error.status_code} " if isinstance(error, ai.ModelHTTPError) else ""
    body: Any = getattr(error, "body", None)
    for _ in range(2):  # {"error": {"message": …}}
        if isinstance(body, dict):
            inner = cast("dict[str, Any]", body)
            message = inner.get("message")
            if isinstance(message, str) and message:
                return f"{status}{message}"
            body = inner.get("error")
    if isinstance(body, str) and body:
        return f"{status}{body}"
    return f"{status}{getattr(error, 'message', '') or error or type(error).__name__}"
