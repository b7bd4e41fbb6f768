"""What is registered for Moot, by us and by other packages alike: entry points, read once a process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points


@cache
def registered(group: str) -> Mapping[str, EntryPoint]:
    """The entry points of `moot.<group>` by name, in order of their names. The first look costs milliseconds."""
    points = entry_points(group=f"moot.{group}")
    return {point.name: point for point in sorted(points, key=lambda point: point.name)}
