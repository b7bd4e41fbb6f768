"""A difference that decides the relation of two claims."""

from __future__ import annotations

from dataclasses import dataclass

from moot.words import Relation


@dataclass(frozen=True)
class Difference:
    """What keeps two claims from saying the same, if they speak of the same thing."""

    relation: Relation
    reason: str


def conflict(reason: str) -> Difference:
    return Difference(Relation.CONFLICT, reason)


def apart(reason: str) -> Difference:
    return Difference(Relation.APART, reason)
