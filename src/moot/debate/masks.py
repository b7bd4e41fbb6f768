"""Anonymity: what a seat is shown carries no letter of a draft and no name of a seat, in an order of its own.

A mask gives every claim and challenge a number instead, shuffled by the run's seed and the viewer, and takes it off the
reply again.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import TypeVar, cast

from moot.text.lazy import lazy_re
from moot.words import Word, rewritten

W = TypeVar("W", bound=Word)

IDS = frozenset({"id", "claim", "challenge", "premises", "contested"})
WORDS = frozenset({"reason", "grounds"})
"""Ids may stand in what checks and seats say."""
_RECORD = r"\br\d+\.[\w-]+\.[\w.]*\w|\b[A-Z]{1,2}\.[a-z]+\d+(?:\.\d+)*\b"
"""An id of the record: of a challenge, of a claim."""
_NAME = lazy_re(r"\b[pd]\d+\b")
"""A number of a claim or challenge as a viewer is shown it."""
AS_IT_IS = frozenset({"passages", "sources"})
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

    def clear_of(self, task: Word) -> Mask:
        """The same order in numbers that no text of the task has by itself: a vitamin d1 is no challenge."""
        texts = _texts(task)
        if not _NAME.search("\n".join(texts)):
            return self
        # To take ids out makes no name that was not there, and most texts hold none.
        suspects = (text for text in texts if _NAME.search(text))
        taken = {name for text in suspects for name in _NAME.findall(self._ids.sub(" ", text))}
        if taken.isdisjoint(self.shown.values()):
            return self
        names: dict[str, str] = {}
        for letter in "pd":
            ids = sorted((id for id, name in self.shown.items() if name[0] == letter), key=self.number)
            free = (name for n in count(1) if (name := f"{letter}{n}") not in taken)
            names |= zip(ids, free, strict=False)
        return Mask(names)

    def number(self, id: str) -> int:
        return int(self.shown[id][1:])

    def on(self, word: W) -> W:
        """The word as the viewer is shown it; what it is not shown has no name in it."""
        ids = self._ids

        def unnamed(text: str) -> str:
            return ids.sub(self._named, text)

        return _renamed(word, lambda id: self.shown.get(id) or unnamed(id), unnamed)

    def off(self, word: W, new: Mapping[str, str] | None = None) -> W:
        """A reply of the viewer in the ids of the record. `new`: ids for what it adds, by the names it gave."""
        back = {shown: id for id, shown in self.shown.items()} | dict(new or {})
        return _renamed(
            word, lambda id: back.get(id, id), lambda text: _NAME.sub(lambda found: back.get(found[0], found[0]), text)
        )

    @cached_property
    def _ids(self) -> re.Pattern[str]:
        known = "|".join(re.escape(id) for id in sorted(self.shown, key=len, reverse=True))
        return re.compile(rf"(?<![\w.-])(?:{known})(?![\w-])|{_RECORD}" if known else _RECORD)

    def _named(self, found: re.Match[str]) -> str:
        return self.shown.get(found[0], "another")


def shuffled(items: Sequence[str], seed: int, viewer: str) -> list[str]:
    """The items in an order that the seed and the viewer decide, the same wherever it is done."""
    mixed = sorted(items)
    random.Random(f"{seed}/{viewer}").shuffle(mixed)
    return mixed


def _texts(word: Word) -> list[str]:
    """All that is said in a task, but for the words of seats, which may speak of it in numbers of their own."""
    values: list[object] = [word]
    for value in values:  # it grows on the way: a call at each level takes longer than all the rest
        if isinstance(value, Word):
            values += [each for key, each in vars(value).items() if key not in WORDS]
        elif isinstance(value, tuple):
            values += cast("tuple[object, ...]", value)
    return [value for value in values if isinstance(value, str)]


def _renamed(word: W, named: Callable[[str], str], said: Callable[[str], str]) -> W:
    def change(_: Word, field: str, text: str) -> str:
        return named(text) if field in IDS else said(text)

    return rewritten(word, change, IDS | WORDS, AS_IT_IS)
