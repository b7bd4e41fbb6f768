"""What a host answered, in words: a status, a wish to be asked later, or no answer at all."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

REDIRECTS = (301, 302, 303, 307, 308)
_MEANINGS = {
    **dict.fromkeys(REDIRECTS, "it leads elsewhere, but does not say where"),
    401: "it asks for a login",
    402: "it asks for a payment",
    403: "it refuses access",
    404: "not found",
    405: "it refuses this kind of request",
    406: "it has no form that can be read",
    407: "a proxy asks for a login",
    408: "it took too long",
    410: "gone for good",
    418: "it refuses programs",
    429: "it was asked too often",
    451: "closed for legal reasons",
    500: "an error of the site",
    502: "an error of the site",
    503: "not available now",
    504: "an error of the site",
    511: "the network asks for a login first",
}


GONE = (404, 410)
"""Statuses that say that there is no such page."""


@dataclass(frozen=True)
class Answer:
    """Status, headers with names in lower case, and the body where it is wanted."""

    status: int
    headers: dict[str, str]
    body: bytes = field(default=b"", repr=False)
    problem: str = ""
    """Why the body is not read."""

    @property
    def location(self) -> str:
        return self.headers.get("location", "")


def meaning(status: int) -> str:
    """Why an answer with this status is no page; empty when it is one."""
    if 200 <= status < 300 and status not in (202, 204, 205, 206):
        return ""
    said = _MEANINGS.get(status)
    return f"it answers {status} ({said})" if said else f"it answers {status}"


def delay(answer: Answer, now: datetime) -> float | None:
    """Seconds after which a host wants to be asked again; None when it does not say so."""
    said = answer.headers.get("retry-after", "").strip()
    if answer.status not in (429, 503) or not said:
        return None
    if said.isascii() and said.isdigit():
        return float(said[:9])
    try:
        then = parsedate_to_datetime(said)
    except (ValueError, TypeError, OverflowError):
        return None
    aware = then if then.tzinfo else then.replace(tzinfo=UTC)
    return max(0.0, (aware - (now if now.tzinfo else now.replace(tzinfo=UTC))).total_seconds())


def no_answer(error: Exception, seconds: float) -> str | None:
    """In words why a host gave no answer; None when the failure is none of the network."""
    import httpcore2
    import httpx2

    if isinstance(error, (TimeoutError, httpcore2.TimeoutException, httpx2.TimeoutException)):
        return f"no answer within {seconds:g} seconds"
    if isinstance(error, httpx2.DecodingError):
        return "its packed content is broken"
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in _causes(error)):
        return "its certificate is not valid"
    if any(isinstance(each, ssl.SSLError) for each in _causes(error)):
        return "no safe connection could be made"
    if isinstance(error, httpcore2.ConnectError):
        return "its host cannot be reached"
    if isinstance(error, (httpcore2.NetworkError, httpx2.NetworkError)):
        return "its host broke off"
    if isinstance(error, (httpcore2.ProtocolError, httpx2.ProtocolError)):
        return "its answer is not HTTP, or was cut off"
    return None


def _causes(error: BaseException | None) -> list[BaseException]:
    """The error and what it came from, the nearest first."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found
