"""Anonymity: what a seat is shown carries no letter of a draft and no name of a seat, in an order of its own.

A mask gives every claim and challenge a number instead, shuffled by the run's seed and the viewer, and takes it off the
reply again.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from moot.words import Word

W = TypeVar("W", bound=Word)

IDS = frozenset({"id", "claim", "challenge"})
LISTS = frozenset({"premises", "contested"})
WORDS = frozenset({"reason", "grounds"})
"""Ids may stand in what checks and seats say."""
EVIDENCE = frozenset({"passages", "sources"})
"""What is shown as it is: no draft has a part in it, and it is most of a task."""


@dataclass(frozen=True)
class Mask:
    """`shown`: what an id of the record is called before the viewer."""

    shown: Mapping[str, str]

    @classmethod
    def of(cls, seed: int, viewer: str, claims: Iterable[str], challenges: Iterable[str]) -> Mask:
        """Numbers for the claims (`p1`, `p2`, …) and challenges (`d1`, …), shuffled for this viewer."""
        names: dict[str, str] = {}
        for letter, ids in (("p", claims), ("d", challenges)):
            numbered = shuffled(list(dict.fromkeys(ids)), seed, f"{viewer}/{letter}")
            names |= {id: f"{letter}{n}" for n, id in enumerate(numbered, 1)}
        return cls(names)

    def on(self, word: W) -> W:
        """The word as the viewer is shown it."""
        return _renamed(word, self.shown)

    def off(self, word: W) -> W:
        """A reply of the viewer in the ids of the record."""
        return _renamed(word, {shown: id for id, shown in self.shown.items()})


def shuffled(items: Sequence[str], seed: int, viewer: str) -> list[str]:
    """The items in an order that the seed and the viewer decide, the same wherever it is done."""
    mixed = sorted(items)
    random.Random(f"{seed}/{viewer}").shuffle(mixed)
    return mixed


def _renamed(word: W, names: Mapping[str, str]) -> W:
    evidence = {name: getattr(word, name) for name in EVIDENCE & type(word).model_fields.keys()}
    return type(word).model_validate(_walk(word.model_dump(exclude=set(EVIDENCE)), names) | evidence)


def _walk(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _entry(key, each, names) for key, each in cast("dict[str, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [_walk(each, names) for each in cast("Sequence[Any]", value)]
    return value


def _entry(key: str, value: Any, names: Mapping[str, str]) -> Any:
    if key in IDS and isinstance(value, str):
        return names.get(value, value)
    if key in LISTS and isinstance(value, list | tuple):
        return [names.get(each, each) for each in cast("Sequence[str]", value)]
    if key in WORDS and isinstance(value, str) and names:
        return re.sub(r"[\w.]*\w", lambda found: names.get(found[0], found[0]), value)
    return _walk(value, names)
