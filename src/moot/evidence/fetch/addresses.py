"""Which addresses may be asked: http and https, on their own ports, at hosts that are of the open internet.

What counts is the address that a name or a strange spelling of a number resolves to, and only that address is
connected to: so a name that answers differently the second time gains nothing (`backend.py`).
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import urlunsplit

from moot.evidence.fetch.limits import Limits
from moot.text import urls

if TYPE_CHECKING:
    from httpx2 import URL

IP = IPv4Address | IPv6Address
Resolver = Callable[[str, int], Awaitable[Sequence[str]]]
"""Host and port to addresses in numbers. Raises `OSError`."""

_LONGEST = 4096
_WELL_KNOWN = "example.com"
"""A name that is always there (RFC 2606)."""
_PORTS = {"http": 80, "https": 443}
_LAST_PORT = 65_535
_LOOPBACK = IPv4Address("127.0.0.1")
_NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: the last 32 bits are the IPv4 address that is meant."""
_NOT_GLOBAL = (
    IPv4Network("192.88.99.0/24"),
    IPv6Network("64:ff9b:1::/48"),
    IPv6Network("2001::/23"),
    IPv6Network("2002::/16"),
)
"""Relays and translators that lead elsewhere; `is_global` of some Python versions lets them pass."""


class Refused(Exception):
    """This address is not asked; the message is one clause for the user.

    `gone`: it names nothing that exists. `answered`: its host answered something before, so it is of the open internet.
    """

    def __init__(self, reason: str, gone: bool = False, answered: bool = False) -> None:
        super().__init__(reason)
        self.gone = gone
        self.answered = answered


def checked(url: str, limits: Limits) -> URL:
    """The address as it is asked: without fragment. Raises `Refused`."""
    from httpx2 import URL, InvalidURL

    if len(url) > _LONGEST:
        raise Refused("the address is too long")
    try:
        parsed = URL(url.strip())
        host, port = parsed.host, parsed.port
    except (InvalidURL, ValueError) as error:
        raise Refused("this is not an address") from error
    if parsed.scheme not in _PORTS:
        raise Refused(f"only http and https are fetched, not {parsed.scheme or 'an address without a scheme'}")
    if not host:
        raise Refused("the address names no host")
    if parsed.userinfo:
        raise Refused("the address holds a user name or password")
    if port is not None and not 0 < port <= _LAST_PORT:
        raise Refused(f"there is no port {port}: ports go from 1 to {_LAST_PORT}")
    if port not in (None, 80, 443) and not limits.allow_loopback:
        raise Refused(f"port {port} is none of a public page")
    refusal = unwanted(parsed.raw_host.decode(), limits.allow, limits.deny)
    if refusal:
        raise Refused(refusal)
    return parsed.copy_with(fragment=None)


def spelled(address: str) -> str:
    """One spelling for what is asked alike: scheme and host in small letters, their own port and the fragment aside."""
    parts = urls.parts(address.strip())
    if not parts.netloc:  # no address: refused where it is asked
        return address
    own = parts.port == _PORTS.get(parts.scheme)
    user, at, host = parts.netloc.rpartition("@")
    host = host.lower().removesuffix(f":{parts.port}") if own else host.lower()
    return urlunsplit((parts.scheme, f"{user}{at}{host}", parts.path or "/", parts.query, ""))


def unwanted(host: str, allow: Sequence[str], deny: Sequence[str]) -> str:
    """Why a host is not asked: the user denied its domain, or allowed others only. Empty if it may be."""
    name = _looked_up(host)
    if any(_within(name, domain) for domain in deny):
        return "its domain is denied"
    if allow and not any(_within(name, domain) for domain in allow):
        return "its domain is not among those allowed"
    return ""


def _within(host: str, domain: str) -> bool:
    domain = _looked_up(domain)
    return host == domain or host.endswith(f".{domain}")


def _looked_up(name: str) -> str:
    """A host or domain in the spelling of the name system, which is ASCII: xn--bcher-kva.de for bücher.de."""
    from httpx2 import URL, InvalidURL

    name = normalize("NFKC", name).lower()
    try:
        return (name if name.isascii() else URL("http://x").copy_with(host=name).raw_host.decode()).rstrip(".")
    except InvalidURL:  # nor can it be asked
        return name


def is_open(address: str, limits: Limits) -> bool:
    """Whether an address in numbers is of the open internet, or the loopback that a test allows.

    Raises `ValueError` when it is not an address in numbers.
    """
    ip = ip_address(address.partition("%")[0])
    if limits.allow_loopback and ip == _LOOPBACK:
        return True
    return _global(_meant(ip))


def _meant(ip: IP) -> IP:
    """The IPv4 address that an IPv6 address stands for, or itself."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip


def _global(ip: IP) -> bool:
    if isinstance(ip, IPv6Address) and ip.is_site_local:
        return False
    closed = ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback or ip.is_link_local
    return ip.is_global and not closed and not any(ip in network for network in _NOT_GLOBAL)


async def resolve(host: str, port: int) -> Sequence[str]:
    """The system's answer, in its order. Raises `OSError`."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


async def _knows(resolver: Resolver, host: str) -> bool:
    try:
        return bool(await resolver(host, 80))
    except OSError:
        return False


async def open_addresses(host: str, port: int, limits: Limits, resolver: Resolver = resolve) -> Sequence[str]:
    """What a host resolves to, asked once. Raises `Refused` when any of it is closed, or there is none."""
    try:
        found = await resolver(host.strip("[]"), port)
    except socket.gaierror as error:
        # Only this answer says that there is no such name; a machine without a network gives it for every name.
        unknown = error.errno == socket.EAI_NONAME and await _knows(resolver, _WELL_KNOWN)
        raise Refused("its host is not known" if unknown else "its host could not be looked up", unknown) from error
    except (OSError, UnicodeError) as error:
        raise Refused("its host could not be looked up") from error
    if not found:
        raise Refused("its host could not be looked up")
    try:
        closed = next((each for each in found if not is_open(each, limits)), None)
    except ValueError as error:
        raise Refused("its host could not be looked up") from error
    if closed is not None:
        raise Refused("its host is in a private or reserved network")
    return found
