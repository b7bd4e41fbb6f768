"""What takes long is computed beside the event loop, in two threads for all runs of the process.

More threads compute no faster, since Python runs one at a time, and before each answer that the loop reads all of them
have their turn: of twenty councils at once the loop came back a fifth later with the six threads that asyncio has. With
only one the checks of a long audit would hold up all other runs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
THREADS = 2


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, thread_name_prefix="moot checks")


async def apart(do: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """What `do` returns, or raises."""
    return await asyncio.get_running_loop().run_in_executor(_threads(), partial(do, *given, **named))
