"""What of a query may leave the machine: no word that only a private source can have put into it.

A seat that has read private files words the queries of later searches. So a word is withheld that stands in a private
source and neither in the question nor in a public source, unless it is an ordinary word of the language; and so is the
last of several ordinary words that stand in a row in a private source, since they would tell a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from moot.evidence.library import Library
from moot.text.embedding import shared
from moot.text.terms import stem

LONGEST = 200
"""Characters of a query."""
_LONGEST_WORD = 40
_RUN = 4
"""Words in a row of a private source that tell a part of it."""
_WORD = re.compile(r"[^\W_]+(?:['’.,/-][^\W_]+)*")
_MARK = re.compile(r"[/-]|(?<!\d)['’.,]|['’.,](?!\d)")
"""Between the parts of a word; not what groups the digits of one number."""
_ANY_MARK = re.compile(r"[\W_]")
_SHORT = 2
"""Letters of a part that tells nothing by itself: the s of a possessive."""


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
    """Words that public sources hold, and their parts."""
    _private: set[str] = field(default_factory=set[str])
    """The keys of words that private sources hold."""
    _plain: set[str] = field(default_factory=set[str])
    _names: set[str] = field(default_factory=set[str])
    """Those of words that private sources write only with a capital or a digit."""
    _runs: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])
    _read: int = 0

    def checked(self, query: str, library: Library) -> Outgoing:
        """The query without what may not be sent."""
        self._look(library)
        asked = set(_held(self.question))
        kept: list[str] = []
        withheld: list[str] = []
        for match in _WORD.finditer(" ".join(query.split())[:LONGEST]):
            word = match[0]
            private = self._is_private(word, asked) or self._tells([*kept, word])
            (withheld if private or len(word) > _LONGEST_WORD else kept).append(word)
        return Outgoing(" ".join(kept), tuple(withheld))

    def _is_private(self, word: str, asked: set[str]) -> bool:
        known = asked | self._public
        if word.casefold() in known:
            return False
        return any(self._is_only_private(form) for each in _forms(word) if (form := each.casefold()) not in known)

    def _is_only_private(self, form: str) -> bool:
        keys = _keys(form)
        if self._private.isdisjoint(keys):
            return False
        return not self._names.isdisjoint(keys) or not shared().ordinary(form)

    def _tells(self, words: list[str]) -> bool:
        """Whether these words hold a run of a private source that is not all of the question's."""
        asked = set(_told(self.question))
        return any(run in self._runs and not asked.issuperset(run) for run in _runs(_told(" ".join(words))))

    def _look(self, library: Library) -> None:
        for document in library.documents[self._read :]:
            texts = (document.source.title, document.source.origin, document.text)
            if not document.source.private:
                self._public.update(each for text in texts for each in _held(text))
                continue
            for text in texts:
                self._note(text)
        self._read = len(library.documents)

    def _note(self, text: str) -> None:
        forms = {form for word in set(_WORD.findall(text)) for form in _forms(word)}
        keys = {key for form in forms for key in _keys(form.casefold())}
        self._plain.update(key for form in forms if form.islower() for key in _keys(form))
        self._names |= keys
        self._names -= self._plain
        self._private |= keys
        self._runs.update(_runs(_told(text)))


def _forms(word: str) -> Iterator[str]:
    """The word, its parts between marks, and all of it without marks, as far as they tell something."""
    yield word
    for each in (*_MARK.split(word), _ANY_MARK.sub("", word)):
        if each != word and (len(each) > _SHORT or each[:1].isdigit()):
            yield each


def _keys(form: str) -> tuple[str, str]:
    """Of lower-case words: this one and, told apart from words by a star, the stem that its inflections share."""
    return form, f"{stem(form)}*"


def _held(text: str) -> Iterator[str]:
    """The words of the text and their parts, in lower case."""
    for word in _WORD.findall(text):
        yield word.casefold()
        yield from _MARK.split(word.casefold())


def _told(text: str) -> list[str]:
    """The parts of its words in order, without their inflections."""
    return [stem(part) for word in _WORD.findall(text) for part in _MARK.split(word.casefold())]


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for n in range(len(words) - _RUN + 1):
        yield tuple(words[n : n + _RUN])
