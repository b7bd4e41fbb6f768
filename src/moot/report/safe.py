"""Words of models and sources are hostile: what may be shown of them, and what may be a link."""

from __future__ import annotations

from urllib.parse import urlsplit

from moot.text.lazy import lazy_re

_UNSEEN = lazy_re(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
"""Controls, and marks that turn the direction of what follows: they could make a sentence read as another."""
_HALF = lazy_re("[\ud800-\udfff]")
"""Of a surrogate pair: no file can hold one."""
_ADDRESS = lazy_re(r"https?://[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]+")


def visible(text: str) -> str:
    """The text without characters that cannot be seen and change how others are shown; halves of pairs are marked."""
    return _HALF.sub("\ufffd", _UNSEEN.sub("", text))


def line(text: str) -> str:
    """The text on one line."""
    return " ".join(visible(text).split())


def address(origin: str) -> str | None:
    """The origin as an address that may be a link: http or https with a host and no user name; else None."""
    if not _ADDRESS.fullmatch(origin):
        return None
    try:
        parts = urlsplit(origin)
        return origin if parts.hostname and "@" not in parts.netloc else None
    except ValueError:
        return None
