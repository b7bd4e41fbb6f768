"""A process that works on a run and may be told where to die: `python ledger_child.py STORE RUN PORT [POINT PLACE]`."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from ledger_kit import event

from moot.errors import MootError
from moot.ledger import entries
from moot.ledger.calls import Answer, CallFailed, Usage
from moot.ledger.journal import Journal
from moot.ledger.store import Store

WAVES, SEATS = 8, 6


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def request(port: int, place: str) -> Answer:
    """One wire request, no retry."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        body = json.dumps({"place": place}).encode()
        writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
        await writer.drain()
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split()[0])
        answer = json.loads(await reader.readexactly(length))
    finally:
        writer.close()
    if b" 200 " not in head.splitlines()[0]:
        raise CallFailed("server", "The vendor answered 500.", Usage(usd=Decimal("0.0005")), 0.5)
    return Answer(body=answer["says"], usage=Usage(usd=Decimal(answer["usd"])), model="double")


async def seat(journal: Journal, port: int, place: str, unsent: Callable[[str], None]) -> str:
    for attempt in (1, 2):
        where = f"{place}/a{attempt}"

        async def do(where: str = where) -> Answer:
            unsent(where)
            return await request(port, where)

        try:
            return (await journal.once(where, f"prompt of {where}", Decimal("0.01"), do)).body
        except CallFailed as failure:
            journal.signal(failure.reason)
    raise AssertionError("the second attempt always answers")


async def argue(journal: Journal, port: int, unsent: Callable[[str], None]) -> None:
    for wave in range(WAVES):
        places = [f"r{wave}/challenge/reviewer-{n}/0" for n in range(SEATS)]
        for heard in await asyncio.gather(*(seat(journal, port, place, unsent) for place in places)):
            journal.emit(event(heard))
        await journal.clock(f"r{wave}/clock")
        if await journal.decide(f"r{wave}/stop", lambda: "go" if journal.left() else "stop") == "stop":
            break
    journal.finish("done")


def die_at(point: str, place: str, journal: Journal) -> None:
    """Let this process be killed when the call at `place` comes to `point`."""
    intend, conclude, once = entries.intend, entries.conclude, journal.once

    def intending(connection: sqlite3.Connection, run: str, at: str, *rest: Any) -> tuple[int, int]:
        if at == place:
            die()
        return intend(connection, run, at, *rest)

    def concluding(connection: sqlite3.Connection, seq: int, *rest: Any) -> None:
        conclude(connection, seq, *rest)  # written, but not committed
        if connection.execute("SELECT place FROM entries WHERE seq = ?", (seq,)).fetchone() == (place,):
            die()

    async def answered(at: str, *rest: Any) -> Answer:
        answer = await once(at, *rest)
        if at == place:
            die()
        return answer

    if point == "before intent":
        entries.intend = intending
    elif point == "before the answer is stored":
        entries.conclude = concluding
    elif point == "after answer":
        journal.once = answered  # pyright: ignore[reportAttributeAccessIssue]


async def work(path: Path, run: str, port: int, point: str = "", place: str = "") -> None:
    """The whole run, or until the named point of the call at `place`."""

    def unsent(at: str) -> None:
        if (point, place) == ("after intent", at):
            die()

    with Store.open(path) as store:
        async with store.take(run) as journal:
            die_at(point, place, journal)
            await argue(journal, port, unsent)


def main(arguments: list[str]) -> int:
    path, run, port, *where = arguments
    try:
        asyncio.run(work(Path(path), run, int(port), *where))
    except MootError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
