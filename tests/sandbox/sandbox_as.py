"""Coroutines run as root and as a user without rights, whoever runs the tests."""

from __future__ import annotations

import asyncio
import os
import pickle
import shutil
import tempfile
import traceback
from collections.abc import Callable, Coroutine, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest

T = TypeVar("T")
NOBODY = 54321
WHO = ["root", "user"] if os.geteuid() == 0 else ["user"]
MISSING = shutil.which("bwrap") is None

needs_bwrap = pytest.mark.skipif(
    MISSING and "bubblewrap" not in os.environ.get("MOOT_REQUIRE", ""), reason="needs bubblewrap"
)


@contextmanager
def open_folder() -> Generator[Path]:
    """A folder that everybody may write to, as pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="moot-host-"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


def run_as(who: str, make: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Runs a coroutine; for `user` where we are root, in a process of its own that gave all rights away."""
    if who == "root" or os.geteuid() != 0:
        return asyncio.run(make())
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)
            result: tuple[str, object] = ("value", asyncio.run(make()))
        except BaseException as error:
            result = ("error", "".join(traceback.format_exception(error)))
        with os.fdopen(write, "wb") as out:
            pickle.dump(result, out)
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as told:
        kind, value = pickle.load(told)
    os.waitpid(child, 0)
    assert kind == "value", value
    return value
