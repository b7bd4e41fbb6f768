"""What came of one command."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Ended(StrEnum):
    """Who ended a command. In all cases its children ended with it."""

    ITSELF = "itself"
    """It exited, or a signal ended it: `code` says which."""
    TIME = "time"
    MEMORY = "memory"
    OUTPUT = "output"
    CLOSED = "closed"
    """Its sandbox was closed, or broke, while it ran."""


class Gone(OSError):
    """A file could be neither read nor written, since the sandbox was closed, or broke: that says nothing of what is
    in it."""


@dataclass(frozen=True, slots=True)
class Ran:
    """Output is what the command wrote, byte for byte and hostile: clean it before a terminal sees it."""

    code: int
    """Exit status; 128 and the number of the signal that ended it; 137 where a limit did."""
    stdout: bytes
    stderr: bytes
    seconds: float
    """Wall time, the start of the command included."""
    ended_by: Ended = Ended.ITSELF

    @property
    def ok(self) -> bool:
        return self.code == 0 and self.ended_by is Ended.ITSELF
