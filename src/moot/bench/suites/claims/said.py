"""What a contestant says of a pair."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    supported: bool | None
    """None: nothing that counts, such as a verdict without a quote that is found. It is wrong whatever the label."""
    probability: float | None = None
    """Of support, 0 to 1; None from who gives none."""
    reason: str = ""
