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
from moot.text.lexicon import lexicon
from moot.text.utf8 import sha256

_DATE = lazy_re(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_NAME = lazy_re(r"[^\W\d_][\w'’.-]*")
_PARTICLES = lexicon("al bin da de del den der di du el la le ten ter van von zu")
_JOINS = lexicon("and e i und y")
"""Within a family's name."""
_ARTICLES = lexicon("The Der Die Das El La Le Les Il")
_ARTICLES_SMALL = frozenset(each.lower() for each in _ARTICLES)
_CAPITALS = lazy_re(r"[A-Z]{2,3}")
"""AG, SA, NV; or the initials of one whose family name stands first. Neither is a family's name."""
_FORMS = lexicon("corp corporation eg ev gmbh inc incorporated kg limited llc llp ltd oy plc sarl srl")
"""Legal forms, without their stops."""
_BODIES = lexicon("""
    academy administration agency airlines airport airways alliance archive archives army assembly association audit
    auditors authority bank board broadcasting bureau cabinet capital center centre chamber charity chronicle city
    clinic club coalition collective college commission committee community companies company confederation consortium
    courier constructions consulting council county court daily department desk digest directorate district division
    editors embassy energy factory farms federation ferries foods forum foundation fund gazette government group guild
    herald holding holdings hospital hotels industries initiative institut institute institution insurance
    international journal laboratories laboratory labs league library logistics magazine mail media mining ministry
    mission motors municipality museum network networks news newspaper observatory office orchestra observer
    organisation organization parliament partners party police post press program programme project publications
    publishers publishing radio rail railway railways register registry research review royal school schools sciences
    secretariat senate service services shipping shipyard society software solutions staff state station studio studios
    survey system systems team technologies telegraph television theatre times transport treasury tribunal tribune
    trust union universities university utilities utility ventures weekly water works yard yards
    akademie amt bibliothek bundesamt gesellschaft hochschule kommission ministerium stadtwerke stiftung universität
    verband verein verlag zeitung werke zentrum
    académie agence association bibliothèque commission institut ministère société université ville
    academia ayuntamiento biblioteca comisión instituto ministerio sociedad universidad accademia comune istituto
    ministero università
""")
"""Kinds of bodies, each a word of such names; some are names of families too."""


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
    journal: str
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


def names(authors: str, site: str = "") -> tuple[Person | str, ...]:
    """Names joined by semicolons: `Okafor, Jane` and `Jane Okafor` are persons, anything else stays as it is.

    `site`: what the site that shows the source calls itself, which is no person.
    """
    found = (shown(each).strip(" ,") for each in authors.split(";"))
    return tuple(each if each.casefold() == site.casefold() else _name(each) for each in found if each)


def _name(text: str) -> Person | str:
    if re.search(r"\d", text):
        return text
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma:
        return Person(family, given) if _is_family(family) and _is_given(given) else text
    parts = text.split()
    if not 2 <= len(parts) <= 4 or not all(map(_NAME.fullmatch, parts)) or not _are_names(parts) or _tells_body(parts):
        return text
    if parts[0] in _ARTICLES or (_CAPITALS.fullmatch(parts[-1]) and not text.isupper()):
        return text
    first = next((n for n, part in enumerate(parts) if n and part in _PARTICLES), len(parts) - 1)
    return Person(" ".join(parts[first:]), " ".join(parts[:first]))


def _is_family(words: str) -> bool:
    """Before a comma: one word may be any, as in `Bank, Carla`; several of a body are one: `World Bank, Washington`."""
    parts = [part for part in words.split() if part not in _JOINS]
    return bool(parts) and _are_names(parts) and not (len(parts) > 1 and _tells_body(parts))


def _is_given(words: str) -> bool:
    parts = words.split()
    return bool(parts) and "," not in words and _are_names(parts) and not _tells_body(parts)


def _are_names(parts: Sequence[str]) -> bool:
    """Whether nothing is written small but particles, as `of` is."""
    return all(not part[0].islower() or part in _PARTICLES for part in parts)


def _tells_body(parts: Sequence[str]) -> bool:
    """Whether a word says what kind of body it is, or its legal form."""
    return any(part.replace(".", "").casefold() in _FORMS or part.casefold() in _BODIES for part in parts)


def _work(entry: SourceEntry) -> Work:
    source = entry.source
    found = identifiers.find(" ".join(filter(None, (source.origin, source.asked, source.stated_origin))))
    ids = {each.register: each.value for each in reversed(found)}
    authors, day = names(source.author or "", source.site or ""), _day(source.date or "")
    title = shown(source.title).strip() or shown(source.origin).strip()
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
    who = [word for word in told if word not in _ARTICLES_SMALL][:1] or told[:1]
    about = [word for word in _ascii(title) if len(word) > 3]
    words = [*who, *about[: 3 - len(who)]] or ["source"]
    return "".join([words[0], day[:4], *words[1:]])


def _ascii(text: str) -> list[str]:
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return [word.lower() for word in re.findall(r"[A-Za-z0-9]+", flat)]
