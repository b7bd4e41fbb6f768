"""Addresses of sources are hostile: which may be links."""

from __future__ import annotations

from urllib.parse import urlsplit

from moot.text.lazy import lazy_re

_ADDRESS = lazy_re(r"https?://[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]+")


def address(origin: str) -> str | None:
    """The origin as an address that may be a link: http or https with a host and no user name; else None."""
    if not _ADDRESS.fullmatch(origin):
        return None
    try:
        parts = urlsplit(origin)
        return origin if parts.hostname and "@" not in parts.netloc else None
    except ValueError:
        return None
