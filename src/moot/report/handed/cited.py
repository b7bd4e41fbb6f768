"""The sources that a report cites, as works of a bibliography: what is known of each, and nothing that is guessed."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from moot.report.handed.blocks import shown
from moot.report.safe import address
from moot.report.shape import Report, SourceEntry
from moot.text import identifiers
from moot.text.identifiers import Register
from moot.text.lazy import lazy_re
from moot.text.persons import ARTICLES, Person, name
from moot.text.utf8 import sha256
from moot.words import Printed

_DATE = lazy_re(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True)
class Work:
    """A source as a bibliography tells it; what is not known is empty."""

    number: int
    """As the report cites it."""
    key: str
    """ASCII; the same in every report, and unlike that of the others in this one."""
    title: str
    authors: tuple[Person | str, ...]
    """A name that is not known to be a person's stays whole."""
    date: str
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    fetched: str
    """The day, YYYY-MM-DD."""
    url: str
    journal: str
    doi: str
    arxiv: str
    volume: str = ""
    issue: str = ""
    pages: str = ""
    """The first, or "17–31"."""


def cited(report: Report) -> tuple[Work, ...]:
    """The sources that the document cites, in the order of citing."""
    return works([entry for entry in report.sources if entry.cited])


def works(entries: Sequence[SourceEntry]) -> tuple[Work, ...]:
    """The sources as works, in that order."""
    found = [_work(entry) for entry in entries]
    # Works that would share a key are told apart by where they are from, so that no order decides.
    origins = {entry.number: sha256(entry.source.origin)[:6] for entry in entries}
    found = _told_apart(found, {work.number: f"{work.key}-{origins[work.number]}" for work in found})
    return tuple(_told_apart(found, {work.number: f"{work.key}-{work.number}" for work in found}))


def _told_apart(works: Sequence[Work], longer: Mapping[int, str]) -> list[Work]:
    keys = Counter(work.key for work in works)
    return [replace(work, key=longer[work.number]) if keys[work.key] > 1 else work for work in works]


def names(authors: str, site: str = "") -> tuple[Person | str, ...]:
    """Names joined by semicolons: `Okafor, Jane` and `Jane Okafor` are persons, anything else stays as it is.

    `site`: what the site that shows the source calls itself, which is no person.
    """
    found = (shown(each).strip(" ,") for each in authors.split(";"))
    return tuple(each if each.casefold() == site.casefold() else name(each) for each in found if each)


def _work(entry: SourceEntry) -> Work:
    source = entry.source
    found = identifiers.find(" ".join(filter(None, (source.origin, source.asked, source.stated_origin))))
    ids = {each.register: each.value for each in reversed(found)}
    authors, day = names(source.author or "", source.site or ""), _day(source.date or "")
    title = shown(source.title).strip() or shown(source.origin).strip()
    printed = source.printed or Printed()
    return Work(
        number=entry.number,
        key=_key(authors, day, title),
        title=title,
        authors=authors,
        date=day,
        fetched=_day((source.fetched or "")[:10]),
        url=address(source.origin) or "",
        journal=shown(source.journal or "").strip(),
        doi=source.doi or ids.get(Register.DOI, ""),
        arxiv=ids.get(Register.ARXIV, ""),
        volume=shown(printed.volume).strip(),
        issue=shown(printed.issue).strip(),
        pages=shown(printed.pages).strip(),
    )


def _day(text: str) -> str:
    """The date if it is one."""
    found = _DATE.fullmatch(text)
    if not found:
        return ""
    try:
        date(*(int(part or 1) for part in found.groups()))
    except ValueError:
        return ""
    return text


def _key(authors: Sequence[Person | str], day: str, title: str) -> str:
    first = authors[0] if authors else ""
    told = _ascii(first.family if isinstance(first, Person) else first)
    who = [word for word in told if word not in ARTICLES][:1] or told[:1]
    about = [word for word in _ascii(title) if len(word) > 3]
    words = [*who, *about[: 3 - len(who)]] or ["source"]
    return "".join([words[0], day[:4], *words[1:]])


def _ascii(text: str) -> list[str]:
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return [word.lower() for word in re.findall(r"[A-Za-z0-9]+", flat)]
