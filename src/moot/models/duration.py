"""Durations as people write them."""

from __future__ import annotations

import re

from moot.errors import UsageError


def seconds(text: str) -> float:
    """`90`, `90s`, `10m`, `1h` in seconds. Raises `UsageError`."""
    match = re.fullmatch(r"(\d{1,9}(?:\.\d+)?)\s*(s|m|h)?", text.strip(), re.ASCII)
    if match is not None and float(match[1]) == 0:
        raise UsageError(f"'{text}' leaves no time for anything: say 90s, 10m or 1h.")
    if match is None:
        raise UsageError(f"'{text}' is no duration: say 90s, 10m or 1h.")
    return float(match[1]) * {"s": 1, "m": 60, "h": 3600}[match[2] or "s"]
