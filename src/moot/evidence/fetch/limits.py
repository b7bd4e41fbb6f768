"""What a fetch may cost, and where it may go."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    bytes: int = 16 * 1024 * 1024
    """Of one body, as sent and as unpacked."""
    total_bytes: int = 1024 * 1024 * 1024
    """Of all bodies of one fetcher, unpacked."""
    seconds: float = 30.0
    """For one answer, from looking up its host to its last byte."""
    redirects: int = 5
    addresses: int = 1000
    """That one fetcher asks for; the rest is told so."""
    hosts: int = 8
    """Asked at the same time."""
    delay: float = 1.0
    """Seconds between two requests to one host, which is never asked twice at once."""
    patience: float = 20.0
    """Seconds that a host may ask for between two requests (Retry-After, Crawl-delay)."""
    strikes: int = 2
    """A host that gave no answer so many times in a row is asked no more."""
    allow: tuple[str, ...] = ()
    """Domains that may be asked, with all below them; none: any."""
    deny: tuple[str, ...] = ()
    """Domains that are not asked, nor any below them."""
    allow_loopback: bool = False
    """For tests: 127.0.0.1 too, on any port."""
