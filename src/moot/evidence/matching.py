"""Which source that was read is the one that a report's entry names: by address, file, identifier, key or title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from moot.evidence import titled
from moot.evidence.called import Called, address, in_words, numbers, words_of
from moot.evidence.cited_report import Entry
from moot.evidence.filed import Files, Meant
from moot.evidence.named import Named
from moot.text import urls
from moot.text.lazy import lazy_re
from moot.words import Document, Unread

__all__ = ["address", "matched", "nearest", "undecided"]

_FEWEST_ALIKE = 2
_ENDINGS = (".html", ".htm", ".pdf", ".php", ".aspx", ".txt", ".md", ".rst", ".csv", ".xlsx", ".docx", ".json", ".xml")
_NO_NAMES = {"", "index", "home", "default", "main", "view", "download"}
"""Last parts of addresses that name no page."""
_LOCATOR = lazy_re(
    r"(?<!\w)(?:pp?|pages?|s|seiten?|sec|sections?|abschnitt|ch|chap|chapter|kap|fig|figure|tab|table|para|paras|items?|art|articles?|clauses?|lines?"
    r"|nr|n|no|§+)\.?\s?\d[\d.]*(?:\s?[-–]\s?\d+)?(?!\w)",
    re.IGNORECASE,
)
"""Where in a source: "pp. 101–103"."""
_MOST_IN_SHORT = 8
"""Words and numbers of what is a source in short."""


def matched(entries: Sequence[Entry], documents: Sequence[Document], unread: Sequence[Unread] = ()) -> dict[str, str]:
    """Entry id → source id, for the entries whose source is among the documents; the surest way first.

    `unread`: what else was given, as copies of the documents and what could not be read.
    """
    found: dict[str, str] = {}
    all_named, called = [Named(entry) for entry in entries], [Called(document) for document in documents]
    given = Files(called, unread)
    files = {entry.id: given.meant(entry) for entry in entries}

    def open_() -> list[Named]:
        return [named for named in all_named if named.entry.id not in found]

    def candidates(named: Named) -> Sequence[Called]:
        """Where its path fits several files, those of them that were read."""
        given = files[named.entry.id].given
        return called if len(given) < 2 else [each for each in called if each.id in {one.source for one in given}]

    for way in (_by_address, _by_identifier):
        found |= {named.entry.id: source for named in open_() if (source := way(named, called))}
    found |= _by_file(open_(), files)
    for way in (_by_own_address, titled.by):
        found |= {named.entry.id: source for named in open_() if (source := way(named, candidates(named)))}
    found |= _by_end_of_address(open_(), all_named, called, found)
    found |= _by_entry_in_full(all_named, found)
    if not found:
        # Files may be named by the numbers of the list; where anything else tells, their numbers are their own.
        pathless = [named for named in all_named if not files[named.entry.id].given]
        found |= {named.entry.id: source for named in pathless if (source := _by_number(named, called))}
    return found | _left_over(open_(), [each for each in called if each.id not in found.values()])


def _left_over(open_: Sequence[Named], idle: Sequence[Called]) -> dict[str, str]:
    """The only entry without a source that is like the only source without an entry."""
    alike = [each for each in open_ if len(idle) == 1 and titled.in_most(each, idle[0])]
    return {alike[0].entry.id: idle[0].id} if len(alike) == 1 else {}


def _by_address(named: Named, called: Sequence[Called]) -> str | None:
    return next((each.id for each in called if named.address in each.addresses), None)


def _by_own_address(named: Named, called: Sequence[Called]) -> str | None:
    """The address that a text has at its head, as whoever saved it wrote it there."""
    return next((each.id for each in called if named.address and named.address in each.at_head), None)


def _by_end_of_address(
    open_: Sequence[Named], everything: Sequence[Named], called: Sequence[Called], found: Mapping[str, str]
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


def _by_entry_in_full(everything: Sequence[Named], found: Mapping[str, str]) -> dict[str, str]:
    """What a note says in short that another says in full: "Report 2024:11, p. 3", "Lund 2023".

    It has a number of the other: a publisher's name alone tells no work from another.
    """
    full: dict[str, list[Named]] = {}
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


def _by_identifier(named: Named, called: Sequence[Called]) -> str | None:
    doi = named.entry.doi
    return next((each.id for each in called if doi.lower() in each.front), None) if doi else None


def _by_file(open_: Sequence[Named], files: Mapping[str, Meant]) -> dict[str, str]:
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


def _by_number(named: Named, called: Sequence[Called]) -> str | None:
    label = (named.entry.label or "").lstrip("0")
    return next((each.id for each in called if each.number is not None and each.number == label), None)


def undecided(entry: Entry, called: Sequence[Called]) -> tuple[Document, ...]:
    """The documents of one title that an entry names, where its day or year does not tell which of them; else none."""
    return tuple(each.document for each in titled.undecided(Named(entry), called))


def nearest(entry: Entry, called: Sequence[Called]) -> tuple[Document, ...]:
    """The document that an entry may mean, for a person to judge: it shares two words of its title, and half of it.

    Several that are equally like it are all told.
    """
    named = Named(entry)
    said = frozenset(words_of(named.own_text))
    alike: dict[int, float] = {}
    for n, each in enumerate(called):
        for title in {each.title, *each.titles}:
            shared = len(title.told & said)
            if shared >= max(_FEWEST_ALIKE, len(title.told) / 2):
                alike[n] = max(alike.get(n, 0.0), shared / len(title.told | said))
    most = max(alike.values(), default=0.0)
    return tuple(called[n].document for n, value in alike.items() if value == most)
