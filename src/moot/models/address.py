"""Addresses of endpoints that the user gives in the environment."""

from __future__ import annotations

from urllib.parse import urlsplit

from moot.errors import UnknownModel


def checked(variable: str, given: str) -> str:
    """The address; it is shown and stored with a run. Raises `UnknownModel` for none, and for one with a password."""
    try:
        place = urlsplit(given).netloc
    except ValueError:
        raise UnknownModel(f"{variable} is no address: it must be like http://127.0.0.1:8080.") from None
    if "@" in place:
        raise UnknownModel(f"{variable} holds a user name or password, which would be stored with a run: leave it out.")
    return given
