"""The sources that a report cites, as works of a bibliography: what is known of each, and nothing that is guessed."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from moot.evidence.fetch.scholarly import Register, identifiers
from moot.report.handed.blocks import shown
from moot.report.safe import address
from moot.report.shape import Report, SourceEntry
from moot.text.lazy import lazy_re
from moot.text.utf8 import sha256

_DATE = lazy_re(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NAME = lazy_re(r"[^\W\d_][\w'’.-]*")
_PARTICLES = {"al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "ten", "ter", "van", "von"}
_BODIES = lazy_re(
    r"\b(?:ag|ai|amt|bank|board|bureau|city|club|daily|desk|e\.?v|gazette|gmbh|government|group|guardian|herald|inc|labs?"
    r"|llc|ltd|magazine|media|museum|network|news|office|partners|post|press|project|research|review|school|services?"
    r"|staff|studios?|team|times|tribune|trust|union|works"
    r"|air(?:lines|ways)|capital|energy|factory|ferries|foods|holdings?|industries|insurance|logistics|motors|rail"
    r"|railways?|shipyard|software|solutions|systems|technolog(?:y|ies)|transport|utilities|ventures|water|waterworks|yard"
    r"|stadtwerke|stiftung|verband|verein|verlag|werft)\b"
    r"|\b(?:academ|administrat|agenc|archive|associat|authorit|cent(?:er|re)|collect|college|commission|committee|compan"
    r"|consult|contribut|corpo|council|department|editor|engineer|federat|foundation|hospital|institut|journal|librar"
    r"|ministr|municip|organi[sz]ation|publish|societ|universit)",
    re.IGNORECASE,
)
"""Words of the names of bodies, which have no family name."""


@dataclass(frozen=True)
class Person:
    family: str
    given: str


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
    doi: str
    arxiv: str


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


def names(authors: str) -> tuple[Person | str, ...]:
    """Names joined by semicolons: `Okafor, Jane` and `Jane Okafor` are persons, anything else stays as it is."""
    found = (shown(each).strip(" ,") for each in authors.split(";"))
    return tuple(_name(each) for each in found if each)


def _name(text: str) -> Person | str:
    if _BODIES.search(text) or re.search(r"\d", text):
        return text
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma:
        return Person(family, given) if given and "," not in given else text
    parts = text.split()
    if not 2 <= len(parts) <= 4 or not all(map(_NAME.fullmatch, parts)):
        return text
    first = next((n for n, part in enumerate(parts) if n and part in _PARTICLES), len(parts) - 1)
    capital = all(part[0].isupper() for part in parts if part not in _PARTICLES)
    return Person(" ".join(parts[first:]), " ".join(parts[:first])) if capital else text


def _work(entry: SourceEntry) -> Work:
    source = entry.source
    found = identifiers(" ".join(filter(None, (source.origin, source.asked, source.stated_origin))))
    ids = {each.register: each.value for each in reversed(found)}
    authors, day = names(source.author or ""), _day(source.date or "")
    title = shown(source.title).strip() or shown(source.origin).strip()
    return Work(
        number=entry.number,
        key=_key(authors, day, title),
        title=title,
        authors=authors,
        date=day,
        fetched=_day((source.fetched or "")[:10]),
        url=address(source.origin) or "",
        doi=ids.get(Register.DOI, ""),
        arxiv=ids.get(Register.ARXIV, ""),
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
    who = _ascii(first.family if isinstance(first, Person) else first)[:1]
    about = [word for word in _ascii(title) if len(word) > 3]
    words = [*who, *about[: 3 - len(who)]] or ["source"]
    return "".join([words[0], day[:4], *words[1:]])


def _ascii(text: str) -> list[str]:
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return [word.lower() for word in re.findall(r"[A-Za-z0-9]+", flat)]
