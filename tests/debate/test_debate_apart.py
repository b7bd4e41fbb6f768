"""What takes long runs beside the loop, and beside at most one other that does."""

from __future__ import annotations

import asyncio
import threading

import pytest

from moot.debate.apart import THREADS, apart


async def test_one_that_takes_long_holds_up_no_other() -> None:
    ready = threading.Event()
    long = asyncio.ensure_future(apart(ready.wait, 5))
    assert [await apart(str, n) for n in range(9)] == list("012345678")
    ready.set()
    assert await long


async def test_all_runs_of_a_process_share_the_threads() -> None:
    used = await asyncio.gather(*(apart(threading.get_ident) for _ in range(20)))
    assert len(set(used)) <= THREADS
    assert threading.get_ident() not in used


async def test_what_it_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        await apart(divmod, 1, 0)
