"""Places: the keys of the journal, `r<round>/<task>/<seat>/<ordinal>/a<attempt>`, and those made from them."""

from __future__ import annotations

import re

from moot.text.lazy import lazy_re

_ATTEMPT = lazy_re(r"(.*/a)(\d+)", re.DOTALL)
_TASK = lazy_re(r"(.*)/a\d+(?:/|$)", re.DOTALL)


def in_order(place: str) -> tuple[tuple[int, int | str], ...]:
    """A sort key: numbers count as numbers, so `r10/…` comes after `r9/…`."""
    parts = re.findall(r"\d+|\D+", place, re.ASCII)
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts)


def seated(seat: str, n: int) -> str:
    """Who holds a seat, as places have it: the first under the seat's own id, its n-th fallback as `<seat>~<n>`."""
    return f"{seat}~{n}" if n else seat


def holder(place: str) -> str:
    """Who was asked at this place, as `seated` names it; "" where no seat was."""
    parts = place.split("/")
    return parts[2] if len(parts) > 2 else ""


def seat(place: str) -> str:
    """The seat that was asked at this place, whoever held it; "" where none was."""
    return holder(place).partition("~")[0]


def next_attempt(place: str) -> str | None:
    """The place of the attempt after this one; None if the place ends with no attempt."""
    attempt = _ATTEMPT.fullmatch(place)
    return None if attempt is None else f"{attempt[1]}{int(attempt[2]) + 1}"


def retry(place: str, number: int) -> str:
    """The place of a failure's further attempt, after `--retry-failed`."""
    return f"{place}/retry{number}"


def retried(place: str) -> str:
    """The place that this one is a retry of; "" if it is none."""
    return place.rpartition("/retry")[0]


def following(place: str) -> tuple[str, ...]:
    """Where it is asked again what failed at this place: its next retry, and the next attempt."""
    first, _, number = place.rpartition("/retry")
    first, number = (first, int(number)) if first else (place, 0)
    attempt = next_attempt(first)
    return (retry(first, number + 1), *((attempt,) if attempt else ()))


def wave(place: str) -> str:
    """How the places of all begin that are asked together with this one."""
    return "".join(f"{part}/" for part in place.split("/")[:2])


def asked(place: str) -> str:
    """What all attempts at one task have in common."""
    found = _TASK.match(place)
    return found[1] if found else place


def unfit(place: str, request: str) -> str:
    """Where it is kept that a request (its hash) did not fit the money left."""
    return f"{place}/unfit-{request[:16]}"
