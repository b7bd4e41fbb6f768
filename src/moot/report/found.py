"""What a run found, fetched, read and skipped, and why: a row for every source, given or found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum

from moot.evidence.fetch.addresses import unwanted
from moot.evidence.search.choice import PER_HOST, PER_QUERY
from moot.ledger.record import Record
from moot.report.document import build
from moot.report.online import full
from moot.report.shape import SourceEntry
from moot.text import urls
from moot.text.counted import counted
from moot.text.iso import later
from moot.words import Link, Searched, Unread, Word

Found = Mapping[str, tuple[str, str, tuple[str, ...]]]
"""Address → title, date and searches."""
SHOWN = 3
"""Searches that found a source, named in a list for a terminal."""


class State(StrEnum):
    READ = "read"
    UNREAD = "not read"
    """Asked for or looked at, and there was nothing to read, or it was set aside: as many as the report says."""
    SKIPPED = "skipped"
    """A copy of what was read, and what is no source: nothing is missing for it."""
    FOUND = "found"
    """By a search, and not opened."""


class FoundSource(Word):
    state: State
    origin: str
    """Path or address."""
    number: int | None = None
    """In the report."""
    title: str = ""
    author: str = ""
    date: str = ""
    licence: str = ""
    media: str = ""
    fetched: str = ""
    """When, ISO; empty for a file."""
    cited: tuple[int, ...] = ()
    """Numbers of the sentences that cite it."""
    why: tuple[str, ...] = ()
    """The searches that found it: "brave: ferry fares"; none for what the user gave."""
    reason: str = ""
    """Why it was not read, or not opened."""
    cause: str = ""
    """What its parser raised, where that failed: for whoever mends it."""
    kinds: tuple[str, ...] = ()
    """Of a folder's files of other kinds: each kind, by its only file, or by how many there are and one of them."""
    notes: tuple[str, ...] = ()
    repeats: int | None = None
    """The number of the source that it only repeats."""


def sources(record: Record) -> tuple[FoundSource, ...]:
    """Read ones in the order of the report's numbers, then those not read or skipped, then those only found."""
    found = _found(record)
    report = build(record)
    repeats = {copy.number: group.number for group in report.origins for copy in group.copies}
    read = [_read(entry, found, repeats.get(entry.number)) for entry in report.sources]
    asked = {link.asked for link in record.links}
    unread = [_given(each) for each in record.unread]
    unread += [_unread(link, found) for link in record.links if link.source is None and link.reason]
    left = [
        FoundSource(
            state=State.FOUND,
            origin=address,
            title=title,
            date=date,
            why=why,
            reason=_passed_over(record, address, date),
        )
        for address, (title, date, why) in found.items()
        if address not in asked
    ]
    return (*read, *unread, *left)


def _given(unread: Unread) -> FoundSource:
    state = State.UNREAD if unread.counts else State.SKIPPED
    return FoundSource(state=state, origin=unread.origin, reason=unread.reason, cause=unread.cause, kinds=unread.kinds)


def _passed_over(record: Record, address: str, date: str) -> str:
    """Why a page that was found was not opened."""
    web, day = record.case.web, record.case.as_of
    if web is None:
        return "this run opens no pages"
    if refusal := unwanted(urls.host(address), web.allow, web.deny):
        return refusal
    if later(date, day):
        return f"dated {date}, later than {day}"
    opened = {urls.same(link.asked): link.asked for link in record.links}
    if urls.same(address) in opened:
        return f"it is the page {opened[urls.same(address)]}"
    if most := full(record):
        return f"over the cap of {counted(most, 'page')}"
    hosts = Counter(map(urls.host, opened.values()))
    if hosts[urls.host(address)] >= PER_HOST:
        return f"{counted(PER_HOST, 'page')} of its host were opened"
    return f"searches put others before it: {counted(PER_QUERY, 'page')} are opened for each"


def _found(record: Record) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Address → title, date and searches, in the order of finding."""
    found: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for event in record.events:
        if not isinstance(event, Searched):
            continue
        for hit in event.hits:
            title, date, why = found.get(hit.address, (hit.title, hit.date or "", ()))
            found[hit.address] = (title, date, (*why, f"{event.engine}: {event.query}"))
    return found


def _read(entry: SourceEntry, found: Found, repeats: int | None) -> FoundSource:
    source = entry.source
    return FoundSource(
        state=State.READ,
        origin=source.origin,
        number=entry.number,
        title=source.title,
        author=source.author or "",
        date=source.date or "",
        licence=source.licence or "",
        media=source.media,
        fetched=source.fetched or "",
        cited=entry.cited,
        why=found[source.asked][2] if source.asked and source.asked in found else (),
        notes=source.notes,
        repeats=repeats,
    )


def _unread(link: Link, found: Found) -> FoundSource:
    title, date, why = found.get(link.asked, (link.title, "", ()))
    return FoundSource(
        state=State.UNREAD, origin=link.asked, title=title, date=date, why=why, reason=link.reason, cause=link.cause
    )


def lines(rows: tuple[FoundSource, ...]) -> Iterator[str]:
    """For a terminal, a few lines a source."""
    for state in State:
        of_state = [row for row in rows if row.state is state]
        if of_state:
            yield f"{state.value.capitalize()} ({len(of_state)})"
        for row in of_state:
            number = f"[{row.number}] " if row.number is not None else ""
            yield f"  {number}{row.title or row.origin}"
            yield from (f"      {line}" for line in _about(row) if line)


def _about(row: FoundSource) -> Iterator[str]:
    yield row.origin if row.title else ""
    if row.state is State.READ:
        fetched = f"fetched {row.fetched[:16]}" if row.fetched else ""
        said = (row.author, row.date or "undated", row.licence, row.media, fetched)
        yield ", ".join(part for part in said if part)
        sentences = f"sentence{'' if len(row.cited) == 1 else 's'} {', '.join(str(each) for each in row.cited)}"
        yield f"cited by {sentences}" if row.cited else "not cited"
        yield f"one voice with [{row.repeats}]" if row.repeats is not None else ""
    yield row.reason
    yield from (f"found by {each}" for each in row.why[:SHOWN])
    yield f"and by {len(row.why) - SHOWN} more" if len(row.why) > SHOWN else ""
    yield from (each for each in row.kinds if each not in row.reason)
    yield from row.notes
