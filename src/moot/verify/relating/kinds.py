"""The relations of two claims, and a difference that decides one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    SAME = "same"
    """Both say the same: an editor would keep one."""
    CONFLICT = "conflict"
    """They speak of the same thing and cannot both be right."""
    APART = "apart"
    """Anything else: another subject or aspect, or one says more."""


@dataclass(frozen=True)
class Difference:
    """What keeps two claims from saying the same, if they speak of the same thing."""

    relation: Relation
    reason: str


def conflict(reason: str) -> Difference:
    return Difference(Relation.CONFLICT, reason)


def apart(reason: str) -> Difference:
    return Difference(Relation.APART, reason)
