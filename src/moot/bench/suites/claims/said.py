"""What a contestant says of a pair."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    supported: bool | None
    """None: nothing that counts, such as a verdict without a quote that is found. It is wrong whatever the label."""
    reason: str = ""
