"""Tasks at a terminal, in the form of Harbor and Terminal-Bench, run without Docker in Moot's own sandbox.

    for task in own():
        await check(task)                     # the reference passes, the untouched state fails: else `Refused`
        async with await start(task) as box:
            await box.run(["bash", "-c", "…"])    # whatever a contestant does
            trial = await score(task, box)

The form is described at https://www.harborframework.com/docs/tasks.
"""

from moot.bench.suites.terminal.checked import check
from moot.bench.suites.terminal.found import found, own
from moot.bench.suites.terminal.refused import Refused
from moot.bench.suites.terminal.score import score
from moot.bench.suites.terminal.start import solve, start
from moot.bench.suites.terminal.task import TerminalTask, load

__all__ = ["Refused", "TerminalTask", "check", "found", "load", "own", "score", "solve", "start"]
