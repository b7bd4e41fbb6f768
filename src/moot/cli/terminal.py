"""The terminal: what may reach it, whether somebody sits there, and that they stopped a run."""

from __future__ import annotations

import sys

from moot.errors import MootError
from moot.text.visible import visible


class Interrupted(MootError):
    """The user stopped a run; the message says how to go on with it."""

    exit_code = 130


def clean(text: str) -> str:
    """The text on one line, its columns kept: models, vendors and sources may send a terminal orders."""
    return "".join(" " if char.isspace() else char for char in visible(text))


def attended() -> bool:
    """Whether somebody sits at a terminal, to read a question and answer it."""
    return sys.stdin.isatty() and sys.stderr.isatty()
