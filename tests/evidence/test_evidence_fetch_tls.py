"""https: the certificate must be one of the host's name, though the connection goes to an address in numbers."""

from __future__ import annotations

import asyncio
import os
import shutil
import ssl
import subprocess
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from evidence_web import Reply, fetcher

from moot.evidence.fetch import Fetched, NotFetched

MISSING = shutil.which("openssl") is None
pytestmark = pytest.mark.skipif(
    MISSING and "openssl" not in os.environ.get("MOOT_REQUIRE", ""), reason="openssl makes the certificate"
)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a key and a certificate of bees.example, its own authority."""
    folder = tmp_path_factory.mktemp("tls")
    request = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=bees.example", "-addext", "subjectAltName=DNS:bees.example"]
    files = ["-keyout", f"{folder}/key", "-out", f"{folder}/crt"]
    subprocess.run(["openssl", *request, *names, *files], check=True, capture_output=True)
    (folder / "both").write_bytes((folder / "key").read_bytes() + (folder / "crt").read_bytes())
    return folder


@asynccontextmanager
async def secure(certificate: Path) -> AsyncGenerator[int]:
    """The port of a site that answers every request with an article."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                writer.write(Reply().sent())
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            writer.close()

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "both")
    async with await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context) as server:
        yield server.sockets[0].getsockname()[1]


async def test_a_certificate_that_nobody_vouches_for(certificate: Path) -> None:
    async with secure(certificate) as port, fetcher() as web:
        found = await web.get(f"https://bees.example:{port}/")
        assert found == NotFetched(f"https://bees.example:{port}/", "its certificate is not valid")


async def test_the_name_counts_and_not_the_address(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "crt"))
    async with secure(certificate) as port, fetcher() as web:
        assert isinstance(await web.get(f"https://bees.example:{port}/"), Fetched)
        other = await web.get(f"https://wasps.example:{port}/")
        assert isinstance(other, NotFetched)
        assert other.reason == "its certificate is not valid"
        plain = await web.get(f"http://bees.example:{port}/")
        assert isinstance(plain, NotFetched)
