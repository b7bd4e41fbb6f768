"""Which source an entry names by its title, in whatever order or length: a rule a function."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from moot.evidence.called import LEAST_WORDS, Called, Title, numbers, words_of
from moot.evidence.named import Named
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

_ALIKE, _SPELLED_ALIKE = 92, 70
"""Similarity of titles, and of their words, in percent, from which on they are the same."""
_FEWEST_NUMBERS, _MOST_OF = 2, 0.75
_MOST_LEFT = 0.6
"""Of the words of a title, where nothing else is left."""
_LEAST_IN_FULL = 4
"""Words of a title that an entry has in full, with more words among them."""
_BODIES = lexicon("""
    agency association authority bank board bureau centre center city commission committee company council county
    department district division federal government group inc institute limited ltd ministry municipality national
    office plc public regional royal service services society state team town trust union university unit
    amt behörde bund gemeinde gesellschaft gmbh kommission landkreis ministerium rat stadt universität verband verein
""")
"""Words of many a body's name: they tell none from another."""
_ABOUT = lazy_re(
    r"\b(?:corrections?|errat(?:um|a)|corrigend(?:um|a)|reply|response|comments?|commentary|rebuttal|addendum|review|critique"
    r"|supplement|summary)\s(?:to|on|of|for)(?:\sthe)?\s\Z"
)
_LONGEST_NAME = 5
"""Words of a body's name."""
_OTHER_WORK = lexicon("""
    addendum appendix comment commentary comments correction corrections corrigendum erratum part protocol rebuttal
    reply response retraction supplementary volume anhang entgegnung erwiderung kommentar nachtrag teil
""")
"""What makes another work of a title: "Walks on graphs: a reply"."""


def by(named: Named, called: Sequence[Called]) -> str | None:
    """The id of the source whose title, or head, the entry names: the surest way tells."""
    possible = [each for each in called if not _is_about(named, each.title) and not _is_only_by(named, each)]
    possible = _of_its_time(named, possible)
    return next((source for way in _WAYS if (source := way(named, possible))), None)


def undecided(named: Named, called: Sequence[Called]) -> list[Called]:
    """The documents of one title that the entry has in full, where no day or year tells which of them it means."""
    whole = [each for each in called if len(each.title.told) > 1 and each.title.told <= named.words]
    fits = [each for each in _of_its_time(named, whole) if _timely(named, each) >= 0]
    return next((same for same in _by_one_title(fits) if len(same) > 1), [])


def _of_its_time(named: Named, called: Sequence[Called]) -> list[Called]:
    """Of the documents with one title those that tell best that they are of the entry's day or year."""
    left: list[Called] = []
    for same in _by_one_title(called):
        best = max(_timely(named, each) for each in same) if len(same) > 1 else None
        left += [each for each in same if best is None or _timely(named, each) == best]
    return left


def _by_one_title(called: Sequence[Called]) -> list[list[Called]]:
    alike: dict[str, list[Called]] = {}
    for each in called:
        alike.setdefault(each.title.plain, []).append(each)
    return list(alike.values())


def _timely(named: Named, called: Called) -> int:
    """How surely a document is of the entry's time: 3 by its day, 2 by its own year, 1 by one in its first lines, 0
    where neither tells; -1 where it is of another.
    """
    if named.dates & called.dates:
        return 3
    for sure, told in ((2, called.own_years), (1, called.years)):
        if named.years & told:
            return sure
    return -1 if named.years and called.years | called.own_years else 0


def _is_about(named: Named, title: Title) -> bool:
    """Whether the entry is on the work of this title: "Correction to: Walks on graphs"."""
    before, found, _ = named.plain.partition(title.begun)
    return bool(found) and _ABOUT.search(before) is not None


def _is_only_by(named: Named, called: Called) -> bool:
    """Whether the title is the name of a body only, of whom the entry names another work."""
    title = called.title
    if not (title.told & _BODIES) or title.told != title.names or len(title.told) > _LONGEST_NAME:
        return False
    if named.dates:
        return named.dates.isdisjoint(called.dates)
    return not named.said - title.told <= set(called.opening_words)


def _by_title(named: Named, called: Sequence[Called]) -> str | None:
    alike = {each.id: value for each in called if (value := _alike(named, each)) >= _ALIKE}
    best = [each.title.plain for each in called if each.id in alike and alike[each.id] == max(alike.values())]
    rivals = [each for each in called if each.id in alike and each.title.plain in best]
    return rivals[0].id if len(rivals) == 1 else None


def _alike(named: Named, called: Called) -> float:
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
    alike = max(same, within(title, named.entry.text) if called.stated or not said else within(said, called.opening))
    other = alike >= _ALIKE and called.stated and not _spelled_alike(called.title, named)
    return 0.0 if other else alike


def _spelled_alike(title: Title, named: Named) -> bool:
    """Whether each word of a title stands in the entry, but for its spelling: "heat" is no "road"."""
    from rapidfuzz import fuzz

    words = named.words.union(words_of(named.entry.title or ""))
    said = "".join(re.findall(r"\w", f"{named.entry.text}{named.entry.title or ''}".casefold()))
    return all(
        word in said or any(fuzz.ratio(word, other) >= _SPELLED_ALIKE for other in words) for word in title.told - words
    )


def _other_number(named: Named, title: Title) -> bool:
    """As `Named.of_another`, with what stands in addresses too."""
    other = bool(title.numbers - named.numbers and named.title_numbers - title.numbers)
    return other or named.of_other_version(title.versions)


def _by_words(named: Named, called: Sequence[Called]) -> str | None:
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


def _by_part(named: Named, called: Sequence[Called]) -> str | None:
    """One of the two titles stands whole in the other: "Walks on graphs — final report", "Walks on graphs".

    Whoever the entry names before it stands in the document, its year too; where those are names of some body only, or
    there are none, what is capital behind it too. What calls itself a reply or part two is another work.
    """
    found: dict[str, int] = {}
    for each in called:
        for title in each.titles:
            shared = _part_of_title(named, title, each) or _whole_title(named, title)
            if shared and not _differ(named, each, title) and _known(named, each, title, shared):
                found[each.id] = max(found.get(each.id, 0), len(shared.words))
    return _only(found)


@dataclass(frozen=True)
class _Shared:
    words: frozenset[str]
    """That both titles have."""
    before: frozenset[str]
    """Words of the entry before them: its authors, where it has any."""
    whole: bool = False
    """Whether they are all of the source's title."""
    goes_on: bool = False
    """Whether a subtitle follows them in the entry."""


def _part_of_title(named: Named, title: Title, called: Called) -> _Shared | None:
    """The longest run of the entry's fields that are fields of the title; what is no name stands in the document."""
    run = max(named.runs.keys() & title.runs.keys(), key=lambda each: (len(each), each), default=())
    numbered = bool(title.numbers and title.numbers <= named.own_numbers)
    if not run or len(run) + numbered < LEAST_WORDS or _is_other_work(named, title):
        return None
    if not named.said <= title.told.union(called.opening_words, named.names):
        return None
    written = r"[\W\d]+(?:\w{1,4}\W+){0,2}?".join(map(re.escape, run))
    subtitle = re.search(rf"{written}[^\w:]*:\s", named.own_text.casefold())
    before = frozenset(chain.from_iterable(named.fields[: named.runs[run]]))
    return _Shared(frozenset(run), before, goes_on=subtitle is not None)


def _whole_title(named: Named, title: Title) -> _Shared | None:
    """Each field of the title within one of the entry: "Tolven Rail: timetable" in "Tolven Rail Board: Timetable"."""
    if not title.told <= named.words:
        return None
    within = [next((part for part in named.fields if _stands_in(field, part)), ()) for field in title.fields]
    if len(title.words) < _LEAST_IN_FULL or not all(within):
        return None
    return _Shared(title.told, frozenset(within[0]), whole=True)


def _is_other_work(named: Named, title: Title) -> bool:
    return bool(title.told & _OTHER_WORK - named.words)


def _differ(named: Named, called: Called, title: Title) -> bool:
    """Whether year, day, number or version of the two differ."""
    own, said = title.numbers, numbers(named.entry.title or "")
    return (
        bool(own - said and said - own)
        or bool(named.years and called.years and named.years.isdisjoint(called.years))
        or named.of_another(title)
        or named.of_other_version(called.versions)
    )


def _known(named: Named, called: Called, title: Title, shared: _Shared) -> bool:
    """Whether the document has whoever the entry names; a place or publisher behind known authors it may lack."""
    besides = named.names - shared.words - title.told
    authors = named.names & shared.before
    by_them = authors - title.told <= called.front_words and bool(authors - _BODIES)
    there = called.front_words if shared.whole else frozenset(called.opening_words)
    return (by_them and not shared.goes_on) or besides <= there


def _by_numbers(named: Named, called: Sequence[Called]) -> str | None:
    """All numbers of a title, with the words beside them, and most of its words: "14 May 2025", "case 2024/1187".

    Not where each has a name that the other lacks.
    """
    found: dict[str, int] = {}
    for each in called:
        for title in each.titles:
            if len(title.numbers) < _FEWEST_NUMBERS or not title.numbers <= named.numbers:
                continue
            shared = title.told & named.words
            enough = len(title.told) >= LEAST_WORDS and len(shared) >= _MOST_OF * len(title.told)
            same = title.names <= named.words or named.names - title.told <= each.front_words
            if enough and same and title.beside <= named.words:
                found[each.id] = max(found.get(each.id, 0), len(shared))
    return _only(found)


def _by_some_words(named: Named, called: Sequence[Called]) -> str | None:
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
            if told and not named.of_another(title) and not _is_other_work(named, title):
                found[each.id] = 1
    return _only(found)


def _by_who_and_when(named: Named, called: Sequence[Called]) -> str | None:
    """All that the entry says, and its day, stand at the document's head: "P. Lund to the board, 11 June 2024"."""
    if named.entry.doi or named.address or not named.said or not named.dates:
        return None
    fits = {each.id: 1 for each in called if named.dates <= each.dates and _all_at_head(named, each)}
    return _only(fits)


def _by_title_and_time(named: Named, called: Sequence[Called]) -> str | None:
    """All words of a title, however short, and the document's day or year; what else the entry says stands at the
    document's head: "Tolven Harbour: Annual report, 2022".
    """
    if named.entry.doi or named.address:
        return None
    fits = {
        each.id: 1
        for each in called
        if each.stated
        and len(each.title.told) > 1
        and each.title.told <= named.words
        and _timely(named, each) > 1
        and named.said <= each.title.told.union(each.opening_words)
    }
    return _only(fits)


def _all_at_head(named: Named, called: Called) -> bool:
    return named.said <= set(called.opening_words) and named.numbers_beside <= numbers(called.opening)


_WAYS = (_by_title, _by_words, _by_part, _by_numbers, _by_some_words, _by_who_and_when, _by_title_and_time)
"""The surest first."""


def in_most(named: Named, called: Called) -> bool:
    """Whether an entry has most words of a title, a name among them, and the two have no names that differ: enough
    only where nothing else is left that either could mean.
    """
    if named.entry.doi or named.address:
        return False
    return any(_in_most(named, title) for title in called.titles if not _differ(named, called, title))


def _in_most(named: Named, title: Title) -> bool:
    shared = title.told & named.said
    enough = len(shared) >= LEAST_WORDS and (len(shared) >= _MOST_LEFT * len(title.told) or shared == named.said)
    return enough and bool(shared & title.names) and not (title.names - shared and named.names - shared)


def _only(found: Mapping[str, int]) -> str | None:
    """The best, unless another is as good."""
    most = max(found.values(), default=0)
    best = [id for id, value in found.items() if value == most]
    return best[0] if len(best) == 1 else None


def _stands_in(part: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words stand there side by side."""
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))
