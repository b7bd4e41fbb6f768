"""What is registered for Moot, by us and by other packages alike: entry points, read once a process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from moot.errors import MootError, UsageError


@cache
def registered(group: str) -> Mapping[str, EntryPoint]:
    """The entry points of `moot.<group>` by name, in order of their names. The first look costs milliseconds."""
    points = entry_points(group=f"moot.{group}")
    return {point.name: point for point in sorted(points, key=lambda point: point.name)}


def load(group: str, name: str, what: str, error: type[MootError] = UsageError) -> Any:
    """What is registered under that name. `what`: in words what the group has, such as "search engine".

    Raises `error` where there is none of that name, or its package does not load.
    """
    point = registered(group).get(name)
    if point is None:
        raise error(f"There is no {what} {name!r}; there are {', '.join(registered(group))}.")
    try:
        return point.load()
    except Exception as problem:
        raise error(f"The {what} {name!r} of the package {package(point)} does not load: {problem}.") from problem


def package(point: EntryPoint) -> str:
    """The package that registered it."""
    return point.dist.name if point.dist else point.module
