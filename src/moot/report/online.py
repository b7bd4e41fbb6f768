"""What a report says of the open web: who was asked, what was found, what was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from moot.ledger.record import Record
from moot.report.shape import Note
from moot.text.counted import counted
from moot.words import PERSON, Challenged, Followed, Link, Searched, Unsearched

GIVEN = "addresses"
"""The option of a run that holds the addresses which the user gave."""


def notes(record: Record) -> Iterator[Note]:
    """For the head of the report; nothing of a run that fetched nothing."""
    given = set(record.options.get(GIVEN, ())) if not record.panel.audits else set[str]()
    for link in record.links:
        if link.asked in given and link.source is None:
            yield Note(kind="unread", text=f"{link.asked} was not read: {link.reason}")
    searches = [event for event in record.events if isinstance(event, Searched)]
    if searches:
        yield Note(kind="web", text=_looked(record, searches, given))
    unsearched = {query for event in record.events if isinstance(event, Unsearched) for query in event.queries}
    if unsearched and record.case.web is not None:
        many = f"{len(unsearched)} further {'query was' if len(unsearched) == 1 else 'queries were'} not searched for"
        most = record.case.web.searches
        yield Note(kind="web", text=f"{many}: a run, and each extension of it, searches for at most {most}")
    if searches and record.options.get("scholarly"):
        said = "only registers of scholarly works were searched; `moot engines` says what a search of the web needs"
        yield Note(kind="web", text=said)
    failed = Counter((each.engine, each.failed) for each in searches if each.failed)
    for (engine, reason), times in failed.items():
        yield Note(kind="web", text=f"{_times(times)} with {engine} failed: {reason}")
    withheld = sum(bool(each.withheld) for each in searches)
    if withheld:
        what = "words of private files that stand in no question or public source"
        yield Note(kind="web", text=f"{what} were kept out of {_times(withheld)}")
    if record.options.get("loopback"):
        yield Note(kind="web", text="pages of this machine were allowed, which is a setting for tests")


def _looked(record: Record, searches: list[Searched], given: set[str]) -> str:
    engines = ", ".join(dict.fromkeys(each.engine for each in searches))
    found = len({hit.address for each in searches for hit in each.hits})
    asked = [link for link in record.links if link.asked not in given]
    pages = f"{counted(found, 'page')} found, {came(asked)}"
    said = f"the open web was searched: {_times(len(searches))} ({engines}), {pages}"
    said += f" (`moot sources {record.run}` says why)" if any(link.reason for link in asked) else ""
    return said + (
        f"; the cap of {counted(most, 'page')} was reached, and nothing more was searched for then"
        if (most := full(record))
        else ""
    )


def came(links: Sequence[Link]) -> str:
    """How many addresses were asked for, and what came of them, as the head and the record of a report say it."""
    gone = sum(each.gone for each in links)
    shut = sum(not is_open(each) and not each.gone for each in links)
    opened = len(links) - gone - shut
    unread = sum(is_open(each) and bool(each.reason) and not each.gone for each in links)
    beside = f" ({unread} of them not read)" if unread else ""
    return f"{len(links)} asked for, {opened} opened{beside}, {gone} without a page, {shut} closed to us"


def is_open(link: Link) -> bool:
    """Whether a page came, be it one that is not read: set aside as too new, or of a kind that cannot be read."""
    return bool(link.final) or not link.reason


def full(record: Record) -> int:
    """How many found pages a run, or an extension, might open, where it opened so many; else 0."""
    given, web, opened = set(record.options.get(GIVEN, ())), record.case.web, 0
    if web is None:
        return 0
    for event in record.events:
        if isinstance(event, Challenged) and event.challenge.by == PERSON:
            opened = 0
        elif isinstance(event, Followed) and event.link.asked not in given:
            opened += 1
        if opened >= web.pages:
            return web.pages
    return 0


def _times(number: int) -> str:
    return f"{number} search{'' if number == 1 else 'es'}"
