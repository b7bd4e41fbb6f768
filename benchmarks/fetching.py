"""Fetching: how near to the ideal at the limits of politeness, and what it costs in CPU and memory.

    python benchmarks/fetching.py [--pages 500] [--hosts 20] [--latency 0.05] [--delay 1.0]

A server of its own process answers every page after the latency, robots.txt too. No host is asked twice at once, and
between two requests to one host the delay passes. Ideal: what one host needs for its share at these limits,
(pages / hosts + robots.txt) × latency and a delay between each two. Printed: wall time, ideal, their ratio, CPU.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import platform
import resource
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from multiprocessing.connection import Connection

from moot.evidence.fetch import Fetched, Fetcher, Limits

PAGE = (
    "<!doctype html><html><head><title>Page</title></head><body><article>"
    + "".join(f"<p>The pump of station {n} lifts {n} litres a second, and was serviced.</p>" for n in range(80))
    + "</article></body></html>"
).encode()


def serve(latency: float, told: Connection) -> None:
    async def client(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                await asyncio.sleep(latency)
                robots = head.startswith(b"GET /robots.txt")
                body = b"User-agent: *\nDisallow: /private\n" if robots else PAGE
                kind = b"text/plain" if robots else b"text/html; charset=utf-8"
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n" % (kind, len(body)))
                writer.write(body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def whole() -> None:
        server = await asyncio.start_server(client, "127.0.0.1", 0)
        told.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(whole())


async def everywhere(host: str, port: int) -> Sequence[str]:
    return ["127.0.0.1"]


async def fetched(pages: int, hosts: int, port: int, delay: float) -> int:
    limits = Limits(addresses=pages, delay=delay, allow_loopback=True)
    async with Fetcher(limits, clock=lambda: datetime.now(UTC), resolver=everywhere) as fetcher:
        urls = [f"http://host{n % hosts}.example:{port}/{n}" for n in range(pages)]
        came = await asyncio.gather(*(fetcher.get(url) for url in urls))
    return sum(isinstance(each, Fetched) for each in came)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--hosts", type=int, default=20)
    parser.add_argument("--latency", type=float, default=0.05)
    parser.add_argument("--delay", type=float, default=1.0)
    options = parser.parse_args()
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(options.latency, theirs), daemon=True)
    server.start()
    port = ours.recv()
    begun, cpu = time.monotonic(), time.process_time()
    right = asyncio.run(fetched(options.pages, options.hosts, port, options.delay))
    wall, cpu = time.monotonic() - begun, time.process_time() - cpu
    server.terminate()
    each = -(-options.pages // options.hosts) + 1
    ideal = each * options.latency + (each - 1) * options.delay
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{right} of {options.pages} pages from {options.hosts} hosts")
    print(f"wall {wall:.1f} s, ideal {ideal:.1f} s, ratio {wall / ideal:.2f}")
    print(f"CPU {1000 * cpu / options.pages:.1f} ms a page, peak {peak:.0f} MB")
    print(f"{os.cpu_count()} cores, {platform.machine()}")


if __name__ == "__main__":
    main()
