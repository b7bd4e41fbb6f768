"""A file in the author's seat: what it claims, and what it cites for each claim, as a draft."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path, PurePosixPath

from moot.evidence.called import Called
from moot.evidence.cited_report import CitedReport, Entry, Mark, Statement, read_report
from moot.evidence.cited_report.repeats import repeat
from moot.evidence.fetch.opening import MOST, asked
from moot.evidence.filed import Files
from moot.evidence.library import Library
from moot.evidence.line import line
from moot.evidence.matching import matched, nearest, undecided
from moot.evidence.nearest import Units
from moot.ledger.calls import Answer
from moot.ledger.journal import Journal
from moot.text.embedding import shared
from moot.text.lazy import lazy_re
from moot.text.terms import is_english
from moot.text.tongue import ENGLISH, tongue
from moot.verify.comparing import foreign
from moot.verify.referee import overlong
from moot.words import (
    Cell,
    Citation,
    Claim,
    ClaimKind,
    Document,
    Draft,
    Drafting,
    Reference,
    Reply,
    Seat,
    Section,
    Task,
)

_GOES_ON = lazy_re(r"\W*(?:that|this|these|those|it|they|he|she|its|their|his|her)\b", re.IGNORECASE)
"""Begins a sentence that speaks of the one before it."""
ALONE, TOGETHER = 3, 2
"""Places that are looked up in the source of a claim: of one source, of each of several."""
EMPTY = "(empty entry)"
DEFINED_AGAIN = "the file defines it more than once; as “{}” {}"
NO_WORDS = "its entry has no words"
POINTS_BACK = "it points back to an entry that is not there"
NOT_GIVEN = "it is not among the sources that were given"
NOT_FETCHED = f"{NOT_GIVEN}; its address is opened with --fetch"
NOT_ASKED = f"{NOT_GIVEN}, and an audit opens no more than {MOST} addresses"
SEVERAL = "it may be any of several sources that were given: {}; write the path of the one that is meant into the entry"
NOT_READ = "{}, which was given: {}"
LIKE = "no source that was given is named as its entry has it; if {} is meant, put that file's name into the entry"
"""Of a source that nothing else names, and whose title is like the entry."""
NOT_ENGLISH = (
    "The report does not look English{}: its quotes, figures and units are checked, of its wording {}. A sentence is "
    "proven only where it stands word for word in its source. One that is worded like its source stays unchecked, be "
    "it true or false: a person must read it. One that is worded otherwise is in doubt, be it true or false."
)
"""Of the language, where it is known, and of what checks see of it."""
MOST_NAMED = 5
"""Sources that no entry names."""
LONGEST_PATH = 300
"""Characters of a path: its end tells it from others."""
MOST_REFERENCES = 8
"""Sources of one claim that are looked at."""


class FileAuthor:
    """Answers only for its draft: a file does not argue. Its row keeps the draft, so a changed file changes no run."""

    def __init__(self, seat: Seat, library: Library) -> None:
        self._seat = seat
        self._library = library

    @property
    def seat(self) -> Seat:
        return self._seat

    async def answer(self, task: Task, place: str, journal: Journal) -> Reply:
        """The draft, one row at `<place>/a1`. Raises the `MootError` of a file that cannot be read."""

        async def do() -> Answer:
            drafting = await asyncio.to_thread(self._read)
            return Answer(body=drafting.model_dump_json(), model=self._seat.model)

        answer = await journal.once(f"{place}/a1", self._seat.model, Decimal(0), do)
        return Drafting.model_validate_json(answer.body)

    def _read(self) -> Drafting:
        report = read_report(Path(self._seat.model.partition(":")[2]))
        return Drafting(draft=drafted(report, self._library))


def drafted(report: CitedReport, library: Library) -> Draft:
    """The report's checkable statements as claims, each with what was found for it in the sources that it cites."""
    given = matched(report.entries, library.documents, library.unread)
    opened = {entry.id: link.source for entry in report.entries if (link := library.link(asked(entry))) and link.source}
    named = {*given.values(), *opened.values()}
    idle = [Called(document) for document in library.documents if document.source.id not in named]
    cited = _Cited(report.entries, opened | given, library, idle)
    places: dict[str, Units] = {}
    sections: dict[str, list[Claim]] = {}
    before = ""
    for n, statement in enumerate((each for each in report.statements if each.checkable), 1):
        references = cited.references(statement)
        read = list(dict.fromkeys(each.source for each in references if each.source))[:MOST_REFERENCES]
        for source in read:
            if source not in places:
                places[source] = Units(library.passages_of(source), shared(), library.quotable)
        said = _said(statement)
        claim = Claim(
            id=f"c{n}",
            kind=ClaimKind.STATED,
            text=said,
            citations=_citations(said, before, [places[source] for source in read]),
            references=references,
            cells=_cells(statement),
        )
        before = said
        sections.setdefault(statement.section, []).append(claim)
    made = tuple(Section(title=title or report.title, claims=tuple(claims)) for title, claims in sections.items())
    notes = (*report.notes, *_unnamed(idle, sections, library))
    said = " ".join(each.text for each in report.statements)  # addresses are of no language
    if not is_english(said):
        notes += (_not_english(said),)
    return Draft(sections=made, gaps=notes)


def _not_english(said: str) -> str:
    language = tongue(said)
    read = foreign.READ.get(language or "", ())
    seen = f"only {'; '.join(read)}" if read else "nothing"
    return NOT_ENGLISH.format(f", but {language}" if language and language != ENGLISH else "", seen)


class _Cited:
    """What the entries of a report are, as the reader of an audit is told of each."""

    def __init__(
        self, entries: Sequence[Entry], sources: Mapping[str, str], library: Library, idle: Sequence[Called]
    ) -> None:
        """`sources`: by entry, where one was read. `idle`: the documents that no entry names."""
        self._entries = {entry.id: entry for entry in entries}
        self._sources = sources
        self._library = library
        self._idle = idle
        self._called = list(map(Called, library.documents))
        self._files = Files(self._called, library.unread)
        self._problems: dict[str, str] = {}
        """By entry: many a mark leads to one."""

    def references(self, statement: Statement) -> tuple[Reference, ...]:
        found: list[Reference] = []
        for mark in statement.marks:
            meant = [self._entries[id] for id in mark.entries]
            often = Counter(each.label for each in meant if each.label)
            here = [(each, self._reference(mark, each)) for each in meant]
            found += [_told_again(*each) if often[each[0].label or ""] > 1 else each[1] for each in here] or [
                Reference(mark=mark.raw)
            ]
        return tuple(found)

    def _reference(self, mark: Mark, entry: Entry) -> Reference:
        source = self._sources.get(entry.id)
        return Reference(
            mark=mark.raw,
            entry=_told(entry, source, self._library),
            title=entry.title or "",
            address=asked(entry) or entry.url,
            source=source,
            problem="" if source else self._problem(entry),
        )

    def _problem(self, entry: Entry) -> str:
        """Why there is no source for an entry."""
        if entry.id not in self._problems:
            self._problems[entry.id] = self._why_none(entry)
        return self._problems[entry.id]

    def _why_none(self, entry: Entry) -> str:
        address = asked(entry)
        link = self._library.link(address)
        if not (entry.text or entry.url or entry.doi):
            return NO_WORDS
        if link:
            return link.reason
        if repeat(entry.text):
            return POINTS_BACK
        given = self._files.meant(entry).given
        if len(given) > 1:
            return SEVERAL.format(", ".join(line(each.origin, LONGEST_PATH) for each in given[:MOST_NAMED]))
        if given and not given[0].source:
            return NOT_READ.format(line(given[0].origin, LONGEST_PATH), given[0].reason)
        if address:
            return NOT_ASKED if self._library.links else NOT_FETCHED
        like = undecided(entry, self._called) or nearest(entry, self._idle)
        if len(like) > 1:
            return SEVERAL.format(", ".join(_file(each, self._library) for each in like[:MOST_NAMED]))
        return (
            LIKE.format(f"{_file(like[0], self._library)} (“{line(like[0].source.title, 80)}”)") if like else NOT_GIVEN
        )


def _said(statement: Statement) -> str:
    """Its words; of a table row those of each cell under the head of its column, of a list item with what it is of."""
    if statement.under:
        return f"{statement.under}: {statement.text}"
    if not statement.cells:
        return statement.text
    label, *rest = statement.cells
    return " | ".join([label.text, *(f"{each.head}: {each.text}" if each.head else each.text for each in rest)])


def _cells(statement: Statement) -> tuple[Cell, ...]:
    """Of a table row what each cell says of its label."""
    named = (each for each in statement.cells[1:] if each.head)
    return tuple(Cell(row=statement.cells[0].text, column=each.head, text=each.text) for each in named)


def _told_again(entry: Entry, reference: Reference) -> Reference:
    """A reference to one of several entries that the file defines under one label."""
    problem = DEFINED_AGAIN.format(line(entry.text, 80), reference.problem) if reference.problem else ""
    return reference.model_copy(update={"problem": problem})


def _told(entry: Entry, source: str | None, library: Library) -> str:
    """An entry in words: of a link in a sentence the title of what was read there, whatever words lead to it."""
    read = library.source(source) if entry.link and source else None
    return f"{line(read.title, 80)} {entry.url}" if read and entry.url else entry.text or entry.url or EMPTY


def _unnamed(idle: Sequence[Called], sections: dict[str, list[Claim]], library: Library) -> tuple[str, ...]:
    """What is said of the sources that no entry names, where an entry names one that is not there."""
    references = (each for claims in sections.values() for claim in claims for each in claim.references)
    if not idle or not any(each.entry and not each.source for each in references):
        return ()
    named = [_file(each.document, library) for each in idle[:MOST_NAMED]]
    shown = [*named, *([f"{len(idle) - MOST_NAMED} more"] if len(idle) > MOST_NAMED else [])]
    given = "source that was given is" if len(idle) == 1 else "sources that were given are"
    return (f"{len(idle)} {given} named by no entry: {', '.join(shown)}. A file's name in an entry names it.",)


def _file(document: Document, library: Library) -> str:
    """Its name, with its path where others are called so too."""
    origin = document.source.origin
    name = PurePosixPath(origin).name
    alike = sum(PurePosixPath(each.source.origin).name == name for each in library.documents)
    return line(origin, LONGEST_PATH) if alike > 1 else line(name, 80)


def _citations(claim: str, before: str, places: list[Units]) -> tuple[Citation, ...]:
    """Of a claim that speaks of the sentence before it, and has too few words of its own, what both speak of. None of
    a claim that no check compares.
    """
    if overlong(claim):
        return ()
    most = ALONE if len(places) == 1 else TOGETHER
    found = tuple(citation for units in places for citation in units.nearest(claim, most))
    if found or not _GOES_ON.match(claim):
        return found
    return tuple(citation for units in places for citation in units.nearest(f"{before} {claim}", most))
