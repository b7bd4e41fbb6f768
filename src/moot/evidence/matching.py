"""Which source that was read is the one that a report's entry names: by address, file, identifier, key or title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from moot.evidence.called import (
    LEAST_WORDS,
    SMALL,
    URL,
    WORD,
    Called,
    Title,
    address,
    fields_of,
    in_words,
    numbers,
    words_of,
)
from moot.evidence.cited_report import Entry
from moot.evidence.filed import Files, Meant
from moot.text import urls
from moot.text.lazy import lazy_re
from moot.words import Document, Unread

__all__ = ["ALIKE", "address", "matched", "nearest"]

ALIKE = 92
"""Similarity of titles, in percent, from which on they are the same."""
_FEWEST_ALIKE = 2
_ENDINGS = (".html", ".htm", ".pdf", ".php", ".aspx", ".txt", ".md", ".rst", ".csv", ".xlsx", ".docx", ".json", ".xml")
_NO_NAMES = {"", "index", "home", "default", "main", "view", "download"}
"""Last parts of addresses that name no page."""
_LOCATOR = lazy_re(
    r"(?<!\w)(?:pp?|pages?|s|seiten?|sec|sections?|abschnitt|ch|chap|chapter|kap|fig|figure|tab|table|para|paras|items?|art|articles?|clauses?|lines?"
    r"|nr|n|no|§+)"
    r"\.?\s?\d[\d.]*(?:\s?[-–]\s?\d+)?(?!\w)",
    re.IGNORECASE,
)
"""Where in a source: "pp. 101–103"."""
_MOST_IN_SHORT = 8
"""Words and numbers of what is a source in short."""
_FEWEST_NUMBERS, _MOST_OF = 2, 0.75


@dataclass(frozen=True)
class _Named:
    """An entry, as documents are held against it: what is asked of it for each is read once."""

    entry: Entry

    @cached_property
    def address(self) -> str:
        return address(self.entry.url)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(words_of(self.entry.text))

    @cached_property
    def fields(self) -> tuple[tuple[str, ...], ...]:
        return fields_of(self.entry.text)

    @cached_property
    def in_fields(self) -> frozenset[str]:
        return frozenset(word for part in self.fields for word in part)

    @cached_property
    def numbers(self) -> frozenset[str]:
        return numbers(self.entry.text)

    @cached_property
    def own_numbers(self) -> frozenset[str]:
        """Those outside of addresses."""
        return numbers(URL.sub(" ", self.entry.text))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words with a capital: of an author or publisher, for all that is known."""
        said = WORD.findall(URL.sub(" ", self.entry.text))
        return frozenset(word.casefold() for word in said if word[0].isupper()) - SMALL

    @cached_property
    def title_numbers(self) -> frozenset[str]:
        return numbers(self.entry.title) if self.entry.title else self.numbers

    def of_another(self, title: Title) -> bool:
        """Whether the title is that of another year, volume or part: "Annual report 2024", "Annual report 2025"."""
        own, named = title.numbers, self.own_numbers
        return bool(own - named and named - own)


def matched(entries: Sequence[Entry], documents: Sequence[Document], unread: Sequence[Unread] = ()) -> dict[str, str]:
    """Entry id → source id, for the entries whose source is among the documents; the surest way first.

    `unread`: what else was given, as copies of the documents and what could not be read.
    """
    found: dict[str, str] = {}
    all_named, called = [_Named(entry) for entry in entries], [Called(document) for document in documents]
    given = Files(called, unread)
    files = {entry.id: given.meant(entry) for entry in entries}

    def open_() -> list[_Named]:
        return [named for named in all_named if named.entry.id not in found]

    def candidates(named: _Named) -> Sequence[Called]:
        """Where its path fits several files, those of them that were read."""
        given = files[named.entry.id].given
        return called if len(given) < 2 else [each for each in called if each.id in {one.source for one in given}]

    for way in (_by_address, _by_identifier):
        found |= {named.entry.id: source for named in open_() if (source := way(named, called))}
    found |= _by_file(open_(), files)
    for way in (_by_own_address, _by_title, _by_words, _by_numbers, _by_some_words):
        found |= {named.entry.id: source for named in open_() if (source := way(named, candidates(named)))}
    found |= _by_end_of_address(open_(), all_named, called, found)
    found |= _by_entry_in_full(all_named, found)
    if not found:
        # Files may be named by the numbers of the list; where anything else tells, their numbers are their own.
        pathless = [named for named in all_named if not files[named.entry.id].given]
        found |= {named.entry.id: source for named in pathless if (source := _by_number(named, called))}
    return found


def _by_address(named: _Named, called: Sequence[Called]) -> str | None:
    return next((each.id for each in called if named.address in each.addresses), None)


def _by_own_address(named: _Named, called: Sequence[Called]) -> str | None:
    """The address that a text has at its head, as whoever saved it wrote it there."""
    return next((each.id for each in called if named.address and named.address in each.at_head), None)


def _by_end_of_address(
    open_: Sequence[_Named], everything: Sequence[_Named], called: Sequence[Called], found: Mapping[str, str]
) -> dict[str, str]:
    """The file that bears the name of an address, or its last part: pep-0703.rst, of peps.python.org/pep-0703/.

    Of two addresses that end alike it is neither's, and what another address is known to mean is no other's.
    """
    files: dict[str, list[str]] = {}
    for each in called:
        if "://" not in each.document.source.origin and each.stem:
            files.setdefault(each.stem, []).append(each.id)
    meant: dict[str, set[str]] = {}
    for named in everything:
        if named.entry.id in found and named.address:
            meant.setdefault(found[named.entry.id], set()).add(named.address)
    likely: dict[str, str] = {}
    for named in open_ if files else ():
        last = PurePosixPath(urls.parts(named.entry.url or "").path)
        names = {in_words(named.address), in_words(last.stem if last.suffix.lower() in _ENDINGS else last.name)}
        bearing = [id for name in names - _NO_NAMES for id in files.get(name, ())]
        if named.address and len(bearing) == 1:
            likely[named.entry.id] = bearing[0]
            meant.setdefault(bearing[0], set()).add(named.address)
    return {id: source for id, source in likely.items() if len(meant[source]) == 1}


def _by_entry_in_full(everything: Sequence[_Named], found: Mapping[str, str]) -> dict[str, str]:
    """What a note says in short that another says in full: "Report 2024:11, p. 3", "Lund 2023".

    It has a number of the other: a publisher's name alone tells no work from another.
    """
    full: dict[str, list[_Named]] = {}
    """By the numbers that they have."""
    for named in everything:
        for number in named.numbers if named.entry.id in found else ():
            full.setdefault(number, []).append(named)
    made: dict[str, str] = {}
    for named in everything:
        entry = named.entry
        if entry.id in found or entry.url or entry.doi:
            continue
        said = _LOCATOR.sub(" ", entry.text)
        words, own = frozenset(words_of(said)), numbers(said)
        if words and own and len(words) + len(own) <= _MOST_IN_SHORT:
            fewest = min((full.get(number, []) for number in own), key=len)
            meant = {found[each.entry.id] for each in fewest if words < each.words and own <= each.numbers}
            if len(meant) == 1:
                made[entry.id] = meant.pop()
    return made


def _by_identifier(named: _Named, called: Sequence[Called]) -> str | None:
    doi = named.entry.doi
    return next((each.id for each in called if doi.lower() in each.front), None) if doi else None


def _by_file(open_: Sequence[_Named], files: Mapping[str, Meant]) -> dict[str, str]:
    """The file to which an entry's path leads.

    Not where another of its kind leads to that file by more of its path, and to another place: of a/notes.md and
    b/notes.md the file b/notes.md is the latter.
    """
    sure = [(each.entry, meant) for each in open_ if (meant := files[each.entry.id]).source]
    surest: dict[tuple[str | None, bool], Meant] = {}
    for entry, meant in sure:
        key = meant.source, bool(address(entry.url))
        surest[key] = max(surest.get(key, meant), meant, key=lambda each: each.shared)
    kept: dict[str, str] = {}
    for entry, meant in sure:
        best = surest[meant.source, bool(address(entry.url))]
        if meant.source and not (best.shared > meant.shared and best.differs(meant)):
            kept[entry.id] = meant.source
    return kept


def _by_number(named: _Named, called: Sequence[Called]) -> str | None:
    label = (named.entry.label or "").lstrip("0")
    return next((each.id for each in called if each.number is not None and each.number == label), None)


def _by_title(named: _Named, called: Sequence[Called]) -> str | None:
    best = max(((_alike(named, each), each.id) for each in called), default=(0.0, ""))
    return best[1] if best[0] >= ALIKE else None


def _alike(named: _Named, called: Called) -> float:
    """How much the title that the entry names is the document's own, in percent."""
    from rapidfuzz import fuzz, utils

    def within(short: str, long: str) -> float:
        if len(short.split()) < LEAST_WORDS or len(short) > len(long):
            return 0.0
        return fuzz.partial_ratio(short, long, processor=utils.default_process)

    title, said = called.title.text, named.entry.title or ""
    if len(title.split()) < LEAST_WORDS or _other_number(named, called.title):
        return 0.0
    same = fuzz.ratio(said, title, processor=utils.default_process)
    if called.stated or not said:
        return max(same, within(title, named.entry.text))
    return max(same, within(said, called.opening))


def _other_number(named: _Named, title: Title) -> bool:
    """As `_Named.of_another`, with what stands in addresses too."""
    return bool(title.numbers - named.numbers and named.title_numbers - title.numbers)


def _by_words(named: _Named, called: Sequence[Called]) -> str | None:
    """All words of a title, though in another order: "City of Tolven: Water report", "Water report of Tolven".

    What else is capital in the entry stands in the document too, or a part of the title with an identifier is the same.
    """
    found: dict[str, int] = {}
    for each in called:
        for title in each.titles:
            own = title.words
            told = title.identified in named.fields or (
                len(own) >= LEAST_WORDS
                and title.told <= named.in_fields
                and title.told <= {word for part in named.fields if _stands_in(part, own) for word in part}
                and named.capitals - title.told <= each.front_words
            )
            if told and not named.of_another(title):
                found[each.id] = max(found.get(each.id, 0), len(own))
    return _only(found)


def _by_numbers(named: _Named, called: Sequence[Called]) -> str | None:
    """All numbers of a title, with the words beside them, and most of its words: "14 May 2025", "case 2024/1187"."""
    found: dict[str, int] = {}
    for each in called:
        for title in each.titles:
            if len(title.numbers) < _FEWEST_NUMBERS or not title.numbers <= named.numbers:
                continue
            shared = title.told & named.words
            enough = len(title.told) >= LEAST_WORDS and len(shared) >= _MOST_OF * len(title.told)
            if enough and title.beside <= named.words:
                found[each.id] = max(found.get(each.id, 0), len(shared))
    return _only(found)


def _by_some_words(named: _Named, called: Sequence[Called]) -> str | None:
    """All parts of the entry stand in one document's title, or beside it: "Statement of account"."""
    if named.entry.doi or named.address:
        return None
    found: dict[str, int] = {}
    for each in called:
        for title in each.titles:
            own, fields = title.words, title.fields
            if not any(len(part) > 1 and (part == own[: len(part)] or part in fields) for part in named.fields):
                continue
            told = all(_stands_in(part, own) or _stands_in(part, each.opening_words) for part in named.fields)
            if told and not named.of_another(title):
                found[each.id] = 1
    return _only(found)


def nearest(entry: Entry, called: Sequence[Called]) -> Document | None:
    """The document that an entry may mean, for a person to judge: it shares two words of its title, and half of it."""
    said = frozenset(words_of(URL.sub(" ", entry.text)))
    alike: dict[int, float] = {}
    for n, each in enumerate(called):
        for title in each.titles:
            shared = len(title.told & said)
            if shared >= max(_FEWEST_ALIKE, len(title.told) / 2):
                alike[n] = max(alike.get(n, 0.0), shared / len(title.told | said))
    return called[max(alike, key=lambda n: alike[n])].document if alike else None


def _only(found: Mapping[str, int]) -> str | None:
    """The best, unless another is as good."""
    most = max(found.values(), default=0)
    best = [id for id, value in found.items() if value == most]
    return best[0] if len(best) == 1 else None


def _stands_in(part: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words stand there side by side."""
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))
