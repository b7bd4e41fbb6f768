"""What of a query may leave the machine, where private files were read: no word that only they can have put into it.

A seat that has read private files words the queries of later searches. So a word is sent if it stands in the question
or in a public source, or if it is an ordinary word of the language; every other word is withheld, as is

- a figure, in digits or in words, that neither the question nor a public source has;
- an ordinary word that private files write only as a name;
- words that make a private one if they are joined;
- the last of several ordinary words that stand in a row in a private file, since they would tell a part of it;
- of the ordinary words of one private sentence, in whatever order and in however many queries, all but two that other
  private sentences have too (they name a subject) or one that it alone has.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from moot.evidence.library import Library
from moot.text import sentences
from moot.text.embedding import shared
from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS, lexicon
from moot.text.months import ABROAD
from moot.text.number_words import SMALL, TENS
from moot.text.terms import stem
from moot.text.units import SCALES

LONGEST = 200
"""Characters of a query."""
_LONGEST_WORD = 40
_RUN = 4
"""Words in a row of a private source that tell a part of it."""
_FREE = 2
"""What may be told of one private sentence: two words that others of them have too, or one that it alone has."""
_JOINED = 12
"""Words in a row that may make a private one, letter by letter."""
_WORD = lazy_re(r"[^\W_]+(?:['’.,/-][^\W_]+)*")
_MARK = lazy_re(r"[/-]|(?<!\d)['’.,]|['’.,](?!\d)")
"""Between the parts of a word; not what groups the digits of one number."""
_ANY_MARK = lazy_re(r"[\W_]")
_APOSTROPHE = lazy_re(r"['’]")
_GROUPS = lazy_re(r"(?<=\d)[,'’](?=\d{3})")
_SHORT = 2
"""Letters of a part that tells nothing by itself: the s of a possessive."""
_BRIEF = lexicon("ai eu hp kg km kw mw pc tv uk un us uv vs")
"""Ordinary words of two letters beside the small ones."""
_NUMBERS = frozenset({*SMALL, *TENS, *(each for each in SCALES if len(each) > _SHORT), "half", "point"})
_LITTLE = frozenset(list(SMALL)[:11]) | frozenset(each for each in SCALES if len(each) > _SHORT) | {"half", "point"}
"""Of these words of numbers one by itself tells no figure."""
_MEANINGLESS = frozenset(map(stem, STOP_WORDS))


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
    """Words that public sources hold, their parts and stems."""
    _private: set[str] = field(default_factory=set[str])
    """The keys of words that private sources hold."""
    _plain: set[str] = field(default_factory=set[str])
    _names: set[str] = field(default_factory=set[str])
    """Those of words that private sources write only with a capital or a digit."""
    _runs: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])
    _sentences: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Of each word that carries meaning in a private source, without its inflections: the sentences that have it."""
    _sent: set[str] = field(default_factory=set[str])
    """Such words that have left."""
    _read: int = 0

    def asks(self, words: str) -> None:
        """The person who put the question asks this too."""
        self.question = f"{self.question}\n{words}"

    def checked(self, query: str, library: Library) -> Outgoing:
        """The query without what may not be sent."""
        self._look(library)
        said = [match[0] for match in _WORD.finditer(" ".join(query.split())[:LONGEST])]
        if not self._private:
            return Outgoing(" ".join(said))
        asked = set(_held(self.question))
        kept: list[str] = []
        withheld: list[str] = []
        split = self._split(said, asked)
        for at, word in enumerate(said):
            known = word.casefold() in asked or word.casefold() in self._public
            figure = not known and _numbers(said, at)
            private = at in split or figure or not self._may_leave(word, asked) or self._tells([*kept, word])
            private = private or (not known and self._overspends(word, kept[-1:], asked))
            (withheld if private or len(word) > _LONGEST_WORD else kept).append(word)
        return Outgoing(" ".join(kept), tuple(withheld))

    def _may_leave(self, word: str, asked: set[str]) -> bool:
        whole = word.casefold()
        parts = _said(whole)
        return whole in asked or whole in self._public or all(self._known(each, asked) for each in parts)

    def _known(self, form: str, asked: set[str]) -> bool:
        keys = _keys(form)
        if self._is_open(form, asked):
            return True
        if self._names.isdisjoint(keys) and _ordinary(form):
            return True
        return self._private.isdisjoint(keys) and any(
            self._names.isdisjoint((*_keys(one), *_keys(other))) for one, other in _compounds(form)
        )

    def _is_open(self, form: str, asked: set[str]) -> bool:
        """Whether the question or a public source has the word."""
        return any(each in asked or each in self._public for each in _keys(form))

    def _split(self, said: Sequence[str], asked: set[str]) -> set[int]:
        """The places of words that make one of a private source if they are joined."""
        found: set[int] = set()
        plain = [_ANY_MARK.sub("", word.casefold()) for word in said]
        for start in range(len(said)):
            for end in range(start + 2, min(start + _JOINED, len(said)) + 1):
                whole = "".join(plain[start:end])
                known = whole in asked or whole in self._public or asked.issuperset(plain[start:end])
                if not known and len(whole) > _SHORT and self._is_only_private(whole):
                    found.update(range(start, end))
        return found

    def _is_only_private(self, form: str) -> bool:
        keys = _keys(form)
        if self._private.isdisjoint(keys):
            return False
        return not self._names.isdisjoint(keys) or not _ordinary(form)

    def _tells(self, words: list[str]) -> bool:
        """Whether these words hold a run of a private source that is not all of the question's."""
        asked = set(_told(self.question))
        apart = [part for word in words for part in next(iter(_compounds(word.casefold())), (word,))]
        runs = (run for said in (words, apart) for run in _runs(_told(" ".join(said))))
        return any(run in self._runs and not asked.issuperset(run) for run in runs)

    def _overspends(self, word: str, before: Sequence[str], asked: set[str]) -> bool:
        """Whether more of one private sentence would have left with this word, said after the one before; else it
        counts as sent.
        """
        form = word.casefold()
        parts = [
            *_said(form),
            *next(iter(_compounds(form)), ()),
            _ANY_MARK.sub("", "".join([*before, form]).casefold()),
        ]
        new = {found for part in parts if (found := stem(part)) in self._sentences}
        counted = {each for each in self._sent | new if not self._is_open(each, asked)}
        beside = {sentence for each in new & counted for sentence in self._sentences[each]}
        told = Counter[int]()
        for each in counted:
            told.update(dict.fromkeys(self._sentences[each] & beside, self._cost(each)))
        if any(cost > _FREE for cost in told.values()):
            return True
        self._sent |= new
        return False

    def _cost(self, word: str) -> int:
        return 1 if len(self._sentences[word]) > 1 else _FREE

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
        for span in sentences.split(text):
            words = frozenset(_told(span.of(text))) - _MEANINGLESS
            for word in words:
                self._sentences[word].add(hash(words))


def _said(word: str) -> list[str]:
    """The parts of a word that must be known: of "pump's" and "l'eau" the long one."""
    parts = [each for each in _MARK.split(word) if each]
    long = [each for each in parts if len(each) > _SHORT]
    return long if len(parts) == 2 and len(long) == 1 and _APOSTROPHE.search(word) else parts


def _ordinary(form: str) -> bool:
    """Whether the language has this word of lower-case letters, or the one that it inflects.

    One or two letters are a word only where they are a small one: of many a secret can be spelled.
    """
    if any(each.isdigit() for each in form):
        return False
    if form in STOP_WORDS or form in ABROAD or form in _NUMBERS or form in _BRIEF:
        return True
    base = stem(form)
    bases = (form, base, f"{base}e", form.removesuffix("est"), form.removesuffix("er"))
    return any(len(each) > _SHORT and shared().ordinary(_unaccented(each)) for each in bases)


@lru_cache(maxsize=1 << 12)
def _compounds(form: str) -> tuple[tuple[str, str], ...]:
    """The ordinary words of which two make this one that the vocabulary has only in pieces: up, keep."""
    if len(form) > _LONGEST_WORD or _ordinary(form):
        return ()
    cuts = range(_SHORT, len(form) - _SHORT)
    return tuple((form[:at], form[at:]) for at in cuts if _ordinary(form[:at]) and _ordinary(form[at:]))


def _unaccented(form: str) -> str:
    """As the vocabulary spells it."""
    return "".join(each for each in unicodedata.normalize("NFD", form) if not unicodedata.combining(each))


def _numbers(said: Sequence[str], at: int) -> bool:
    """Whether the word at this place tells a figure in words."""
    parts = _MARK.split(said[at].casefold())
    if not all(each in _NUMBERS for each in parts):
        return False
    beside = [said[n].casefold() for n in (at - 1, at + 1) if 0 <= n < len(said)]
    return (
        len(parts) > 1
        or parts[0] not in _LITTLE
        or any(set(_MARK.split(each)) & _NUMBERS or each[0].isdigit() for each in beside)
    )


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
    """The words of the text and their parts, in lower case, with the stems that their inflections share."""
    for word in {each.casefold() for each in _WORD.findall(text)}:
        yield word
        yield _GROUPS.sub("", word)
        for part in _MARK.split(word):
            yield from _keys(part) if part else ()


def _told(text: str) -> list[str]:
    """The parts of its words in order, without their inflections."""
    return [stem(part) for word in _WORD.findall(text) for part in _MARK.split(word.casefold())]


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for n in range(len(words) - _RUN + 1):
        yield tuple(words[n : n + _RUN])
