"""What the environment says of an engine: its key, and its address where that is not the vendor's own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from moot.errors import UsageError

Env = Mapping[str, str]


@dataclass(frozen=True)
class Key:
    variable: str
    """The environment variable that holds it."""
    value: str = field(repr=False)


def key(env: Env, variables: Sequence[str]) -> Key | None:
    """The first that is set. Raises `UsageError` for what no header can hold."""
    for variable in variables:
        value = env.get(variable, "").strip()
        if not value:
            continue
        if not re.fullmatch(r"[!-~]+", value):
            raise UsageError(f"{variable} cannot be a key: it holds a space or a character that no key has.")
        return Key(variable, value)
    return None


def address(env: Env, variables: Sequence[str], vendors: str = "") -> str:
    """The first that is set, else the vendor's, without a slash at its end. Raises `UsageError` for no address."""
    for variable in variables:
        given = env.get(variable, "").strip().rstrip("/")
        if given:
            _check(variable, given)
            return given
    return vendors


def _check(variable: str, given: str) -> None:
    try:
        parts = urlsplit(given)
        host, secret, _ = parts.hostname, parts.password or parts.username, parts.port
    except ValueError:
        host, secret, parts = None, None, urlsplit("")
    if secret:
        raise UsageError(f"{variable} holds a user name or password, which would be stored with a run: leave it out.")
    if not host or parts.scheme not in ("http", "https") or not re.fullmatch(r"[!-~]+", given):
        raise UsageError(f"{variable} is no address: it must be like https://search.example.org.")
    if parts.query or parts.fragment:
        raise UsageError(f"{variable} must end before the query: the address without ? and # is what is needed.")
