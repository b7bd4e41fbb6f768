"""What is kept of an error in Moot itself, for whoever mends it: where it was raised, without anybody's data."""

from __future__ import annotations

import os
import platform
import re
import traceback
from pathlib import Path

_SECRET = re.compile(r"KEY|TOKEN|SECRET|PASSWORD")
_SHORTEST = 8
"""Characters of a value that may be a key."""


def kept(error: BaseException) -> Path | None:
    """The file beside the store that holds the traceback of the last such error; None where none can be written.

    No values of variables stand in it, and keys of the environment are masked. Never raises.
    """
    try:
        return _written(_masked(_told(error)))
    except Exception:  # what is to be told is the first error, not one of telling it
        return None


def _told(error: BaseException) -> str:
    from importlib.metadata import version

    head = f"moot {version('moot')}, Python {platform.python_version()}, {platform.platform()}\n\n"
    return head + "".join(traceback.TracebackException.from_exception(error, capture_locals=False).format())


def _written(text: str) -> Path:
    from moot.ledger.store import default_path

    path = default_path().with_name("crash.txt")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.unlink(missing_ok=True)
    path.touch(0o600, exist_ok=False)
    path.write_text(text, encoding="utf-8", errors="replace")
    return path


def _masked(text: str) -> str:
    secrets = {value: name for name, value in os.environ.items() if _SECRET.search(name) and len(value) >= _SHORTEST}
    for value in sorted(secrets, key=len, reverse=True):
        text = text.replace(value, f"({secrets[value]})")
    return text
