"""Whether a task can tell right from wrong, shown before anybody is scored on it."""

from __future__ import annotations

from moot.bench.suites.terminal.refused import Refused
from moot.bench.suites.terminal.score import score, scored
from moot.bench.suites.terminal.start import said, solve, start
from moot.bench.suites.terminal.task import TerminalTask


async def check(task: TerminalTask) -> None:
    """Raises `Refused` unless the untouched state fails and the reference solution passes, here and now."""
    async with await start(task) as box:
        untouched = await score(task, box)
    if untouched.score == 1:
        raise Refused(task.name, "its checker passes a state that nobody has touched")
    async with await start(task) as box:
        ran = await solve(task, box)
        solved, last = await scored(task, box)
    if solved.score != 1:
        reached = "no score" if solved.score is None else f"{solved.score:g}"
        reason = f" ({solved.error})" if solved.error else ""
        words = (
            f"; the solution ends with {ran.code}{said(ran)}" if not ran.ok else last and f"; the checker says{last}"
        )
        raise Refused(task.name, f"its reference solution reaches {reached}, not 1{reason}{words}")
