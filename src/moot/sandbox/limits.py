"""How much a sandbox may use."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds. Of one command, unless it says otherwise."""

    seconds: float = 60.0
    """Wall time; `Sandbox.run` may ask for another."""
    cpu_seconds: int = 60
    """Processor time of each process."""
    memory: int = 512 * MIB
    """Of all processes of a command together; with a control group, of all commands of the sandbox together."""
    processes: int = 128
    """Processes and threads."""
    disk: int = 256 * MIB
    """Everything that is written anywhere in the sandbox, over its whole life. It is kept in memory."""
    files: int = 20_000
    """Files and folders in the whole sandbox."""
    open_files: int = 1024
    """Of each process."""
    output: int = MIB
    """Of standard output, and again of standard error."""
