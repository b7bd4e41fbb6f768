"""What is kept of an error in Moot itself, for whoever mends it: where it was raised, and nothing of anybody's data."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Iterator
from pathlib import Path


def kept(error: BaseException) -> Path | None:
    """The file beside the store that holds the traceback of the last such error; None where none can be written.

    Messages of errors quote what they are about, so that only places and kinds of errors stand in it. Never raises.
    """
    try:
        return _written(_told(error))
    except Exception:  # what is to be told is the first error, not one of telling it
        return None


def _told(error: BaseException) -> str:
    from importlib.metadata import version

    head = f"moot {version('moot')}, Python {platform.python_version()}, {platform.platform()}\n"
    return head + "".join(f"\n{part}" for part in _parts(error))


def _parts(error: BaseException | None) -> Iterator[str]:
    """Each error of the chain, the first cause first: where it was raised, and of what kind it is."""
    if error is None:
        return
    yield from _parts(error.__cause__ or (None if error.__suppress_context__ else error.__context__))
    yield "".join(traceback.format_tb(error.__traceback__)) + f"{type(error).__module__}.{type(error).__qualname__}\n"


def _written(text: str) -> Path:
    from moot.ledger.store import default_path

    path = default_path().with_name("crash.txt")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.unlink(missing_ok=True)
    path.touch(0o600, exist_ok=False)
    path.write_text(text, encoding="utf-8", errors="replace")
    return path
