"""What of a query may leave the machine: no word that only a private source can have put into it.

A seat that has read private files words the queries of later searches. So a word is withheld that stands in a private
source and neither in the question nor in a public source, unless it is an ordinary word of the language; and so is the
last of several ordinary words that stand in a row in a private source, since they would tell a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from moot.evidence.library import Library
from moot.text.embedding import shared

LONGEST = 200
"""Characters of a query."""
_LONGEST_WORD = 40
_RUN = 4
"""Words in a row of a private source that tell a part of it."""
_WORD = re.compile(r"[^\W_]+(?:['’.,/-][^\W_]+)*")


@dataclass(frozen=True)
class Outgoing:
    query: str
    """As it may be sent; empty if nothing of it may."""
    withheld: tuple[str, ...] = ()


@dataclass
class Guard:
    """What was asked and read so far in one run."""

    question: str
    _public: set[str] = field(default_factory=set[str])
    _private: set[str] = field(default_factory=set[str])
    _plain: set[str] = field(default_factory=set[str])
    _names: set[str] = field(default_factory=set[str])
    """Words that private sources write only with a capital or a digit."""
    _runs: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])
    _read: int = 0

    def checked(self, query: str, library: Library) -> Outgoing:
        """The query without what may not be sent."""
        self._look(library)
        asked = {word.casefold() for word in _WORD.findall(self.question)}
        kept: list[str] = []
        withheld: list[str] = []
        for match in _WORD.finditer(" ".join(query.split())[:LONGEST]):
            word = match[0]
            private = self._is_private(word, asked) or self._tells([*kept, word], asked)
            (withheld if private or len(word) > _LONGEST_WORD else kept).append(word)
        return Outgoing(" ".join(kept), tuple(withheld))

    def _is_private(self, word: str, asked: set[str]) -> bool:
        folded = word.casefold()
        if folded not in self._private or folded in asked or folded in self._public:
            return False
        return folded in self._names or not shared().ordinary(folded)

    def _tells(self, words: list[str], asked: set[str]) -> bool:
        """Whether the last words, with this one, are a run of a private source."""
        last = tuple(word.casefold() for word in words[-_RUN:])
        return last in self._runs and not asked.issuperset(last)

    def _look(self, library: Library) -> None:
        for document in library.documents[self._read :]:
            texts = (document.source.title, document.source.origin, document.text)
            if not document.source.private:
                self._public |= {word.casefold() for text in texts for word in _WORD.findall(text)}
                continue
            for text in texts:
                self._note(_WORD.findall(text))
        self._read = len(library.documents)

    def _note(self, words: list[str]) -> None:
        folded = [word.casefold() for word in words]
        plain = {word for word in words if word.islower()}
        self._plain |= plain
        self._names |= set(folded)
        self._names -= self._plain
        self._private.update(folded)
        self._runs.update(_runs(folded))


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    for n in range(len(words) - _RUN + 1):
        yield tuple(words[n : n + _RUN])
