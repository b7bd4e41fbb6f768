"""Only addresses of the open internet are asked, however they are spelt, and after redirects too."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address
from typing import Any

import anyio
import pytest
from evidence_web import NOW, Reply, Site, fetcher, moved
from hypothesis import given
from hypothesis import strategies as st

from moot.evidence.fetch import Fetched, Fetcher, Limits, NotFetched
from moot.evidence.fetch.addresses import Refused, checked, is_open, open_addresses, unwanted

CLOSED = [
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.8.8.8",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.1.1",
    "192.88.99.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2001:db8::1",
    "2001::7f00:1",
    "2002:7f00:1::",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
]
OPEN = ["8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("address", CLOSED)
def test_closed(address: str) -> None:
    assert not is_open(address, Limits())


@pytest.mark.parametrize("address", OPEN)
def test_open(address: str) -> None:
    assert is_open(address, Limits())


def test_loopback_is_open_to_tests_only_and_only_the_one() -> None:
    test = Limits(allow_loopback=True)
    assert [address for address in CLOSED if is_open(address, test)] == ["127.0.0.1"]


@given(st.ip_addresses(v=4))
def test_an_address_in_an_address_is_as_open_as_itself(ip: IPv4Address) -> None:
    for wrapped in (f"::ffff:{ip}", str(IPv6Address(int(IPv6Address("64:ff9b::")) + int(ip)))):
        assert is_open(wrapped, Limits()) == is_open(str(ip), Limits())


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://example.org/", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("data:text/html,x", "only http and https"),
        ("example.org/x", "without a scheme"),
        ("", "without a scheme"),
        ("http://", "names no host"),
        ("http:///x", "names no host"),
        ("http://user:word@example.org/", "user name"),
        ("http://user@example.org/", "user name"),
        ("http://example.org:22/", "port 22"),
        ("https://example.org:8443/", "port 8443"),
        ("http://example.org:99999/", "there is no port 99999"),
        ("http://example.org:0/", "there is no port 0"),
        ("http://exa\x00mple.org/", "not an address"),
        ("http://[::1/", "not an address"),
        ("http://example.org/" + "x" * 5000, "too long"),
    ],
)
def test_not_asked(url: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        checked(url, Limits())


@pytest.mark.parametrize(
    "domain", ["xn--bcher-kva.de", "bücher.de", "BÜCHER.de.", "bu\u0308cher.de", "XN--Bcher-kva.de"]
)
@pytest.mark.parametrize("host", ["xn--bcher-kva.de", "bücher.de", "alte.BÜCHER.DE.", "a.XN--BCHER-KVA.DE"])
def test_a_domain_holds_in_both_its_spellings(domain: str, host: str) -> None:
    url = f"https://{host}/x"
    with pytest.raises(Refused, match="its domain is denied"):
        checked(url, Limits(deny=("example.org", domain)))
    assert checked(url, Limits(allow=(domain,))).host.rstrip(".").endswith("bücher.de")
    assert unwanted(host, (), (domain,)) and not unwanted(host, (domain,), ())


def test_a_domain_holds_for_no_other() -> None:
    for host in ("xn--bcher-kva.de.example.org", "example.org", "ubücher.de", "b\u00a0.de", "[::1]", ""):
        assert not unwanted(host, (), ("bücher.de", "b\u2010\u2010\u00fc.de"))
        assert unwanted(host, ("bücher.de",), ())


def test_the_address_asked_has_no_fragment() -> None:
    assert str(checked(" https://Example.org/a?b=c#d ", Limits())) == "https://example.org/a?b=c"


@given(st.text(max_size=80) | st.text(max_size=60).map("http://{}".format))
def test_any_text_is_an_address_or_refused(url: str) -> None:
    try:
        checked(url, Limits())
    except Refused as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://017700000001/",
        "http://127.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2852039166/",
        "http://127。0。0。1/",
    ],
)
async def test_spellings_of_closed_addresses_by_the_systems_resolver(url: str) -> None:
    async with Fetcher(clock=lambda: NOW) as web:
        found = await web.get(url)
    assert isinstance(found, NotFetched)
    assert found.reason == "its host is in a private or reserved network"


@pytest.mark.parametrize("answer", [["10.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["::1"], [], ["nonsense"]])
async def test_a_name_with_any_closed_address_is_refused(answer: list[str]) -> None:
    async def resolver(host: str, port: int) -> list[str]:
        return answer

    with pytest.raises(Refused):
        await open_addresses("example.org", 80, Limits(), resolver)


@pytest.mark.parametrize(
    ("code", "online", "gone"),
    [(socket.EAI_NONAME, True, True), (socket.EAI_NONAME, False, False), (socket.EAI_AGAIN, True, False)],
)
async def test_a_name_that_nobody_has_and_one_that_nobody_could_look_up(code: int, online: bool, gone: bool) -> None:
    async def resolver(host: str, port: int) -> list[str]:
        if online and host == "example.com":
            return ["93.184.216.34"]
        raise socket.gaierror(code, "no")

    async with fetcher(resolver=resolver) as web:
        found = await web.get("http://nobody.example/")
    assert isinstance(found, NotFetched)
    assert found.gone is gone
    assert ("not known" in found.reason) is gone


async def test_a_name_is_looked_up_once_and_that_address_is_connected_to() -> None:
    """A second answer of a rebinding name is never asked for."""
    asked: list[str] = []

    async def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    async with Site({"/": Reply()}) as site, fetcher(resolver=resolver) as web:
        found = await web.get(site.url(host="rebinding.example"))
        assert isinstance(found, Fetched)
        assert asked == ["rebinding.example"]
        assert site.seen[-1][1]["host"] == f"rebinding.example:{site.port}"


async def test_what_is_connected_to_is_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    connected: list[str] = []
    connect = anyio.connect_tcp

    async def spy(remote_host: str, remote_port: int, **more: Any) -> Any:
        connected.append(remote_host)
        return await connect(remote_host, remote_port, **more)

    monkeypatch.setattr(anyio, "connect_tcp", spy)
    async with Site({"/": Reply()}) as site, fetcher() as web:
        assert isinstance(await web.get(site.url(host="localhost")), Fetched)
    assert set(connected) == {"127.0.0.1"}


@pytest.mark.parametrize(
    "to",
    [
        "http://inside.example/",
        "http://169.254.169.254/latest/",
        "http://[::1]/",
        "file:///etc/passwd",
        "http://a:b@outside.example/",
        "//inside.example/x",
    ],
)
async def test_a_redirect_to_a_closed_address_is_not_followed(to: str) -> None:
    async def resolver(host: str, port: int) -> list[str]:
        return {"outside.example": ["127.0.0.1"], "inside.example": ["10.0.0.1"]}.get(host, [host])

    async with Site({"/": moved(to)}) as site, fetcher(resolver=resolver) as web:
        found = await web.get(site.url(host="outside.example"))
    assert isinstance(found, NotFetched)
    assert "private or reserved network" in found.reason or "leads to an address that is not asked" in found.reason
    assert found.reason.startswith("it leads to "), "the address that was given is no private one"
    assert site.paths == ["/"]
