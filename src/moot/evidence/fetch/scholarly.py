"""DOI and arXiv ids: found in a text, and looked up at the public interfaces that know what they name.

Replies are of Crossref's REST interface (`/works/DOI`) and arXiv's Atom interface (`/api/query?id_list=ID`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from typing import Any, cast
from urllib.parse import quote, unquote

from moot.evidence.fetch.client import Fetcher
from moot.evidence.fetch.fetched import NotFetched
from moot.evidence.line import line
from moot.text.lazy import lazy_re

_DOI = lazy_re(r"\b10\.\d{4,9}/[^\s\"<>{}|\\^`\ud800-\udfff]+", re.IGNORECASE)
_OLD = r"(?:astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nlin|nucl-(?:ex|th)|quant-ph|math|physics|cs|q-bio)"
_ARXIV_ID = rf"(?P<id>\d{{4}}\.\d{{4,5}}|{_OLD}(?:\.[A-Z]{{2}})?/\d{{7}})(?P<version>v\d{{1,2}})?"
_ARXIV = lazy_re(
    rf"(?:arxiv(?:\.org)?(?:/(?:abs|pdf|html|e-print))?(?:\s*[:/.]|(?=\s* ))\s*){_ARXIV_ID}(?![\d/])", re.IGNORECASE
)
ARXIV_SPACING = 3.0
"""Seconds between two requests to arXiv's interface, one at a time (https://info.arxiv.org/help/api/tou.html)."""
_FORM = lazy_re(r"(?:\.(?:full|long|short|abstract|full-text))?(?:\.(?:pdf|html?))?$", re.IGNORECASE)
"""What addresses of publishers put behind a DOI."""
_ATOM = "{http://www.w3.org/2005/Atom}"
_LONGEST_TEXT = 20_000
_LONGEST_TITLE = 500
_MOST_AUTHORS = 100
_PAIRS = {")": "(", "]": "["}


class Register(StrEnum):
    DOI = "doi"
    ARXIV = "arxiv"


@dataclass(frozen=True)
class Identifier:
    register: Register
    value: str
    """In lower case for a DOI, without version for arXiv."""

    def __str__(self) -> str:
        return f"{'DOI' if self.register is Register.DOI else 'arXiv id'} {self.value}"


@dataclass(frozen=True)
class Bases:
    """Where to ask; a test gives others."""

    crossref: str = "https://api.crossref.org"
    arxiv: str = "https://export.arxiv.org"


@dataclass(frozen=True)
class Work:
    """What a register says that an identifier names."""

    title: str
    authors: tuple[str, ...]
    """Given name first, as the register has them."""
    year: int | None
    address: str
    """Where it is to be read."""


def identifiers(text: str) -> tuple[Identifier, ...]:
    """The DOIs and arXiv ids in a text or an address, each once, in the order of their places."""
    text = unquote(text[:_LONGEST_TEXT])
    found = [*_arxiv_in(text), *_dois_in(text)]
    return tuple(dict.fromkeys(each for _, each in sorted(found, key=lambda pair: pair[0])))


def _arxiv_in(text: str) -> Iterator[tuple[int, Identifier]]:
    for match in _ARXIV.finditer(text):
        yield match.start("id"), Identifier(Register.ARXIV, match["id"])


def _dois_in(text: str) -> Iterator[tuple[int, Identifier]]:
    for match in _DOI.finditer(text):
        value = _trimmed(match[0])
        # arXiv's own DOIs name what arXiv knows better; they are found as arXiv ids.
        if not value.lower().startswith("10.48550/arxiv."):
            yield match.start(), Identifier(Register.DOI, value.lower())


def _trimmed(doi: str) -> str:
    """Without what follows a DOI in prose or in an address: punctuation, an unopened bracket, a query."""
    doi = re.split(r"[?#&]|;jsessionid|%20|/(?:full|abstract|pdf|epdf|meta)(?:/|$)", doi, maxsplit=1)[0]
    while doi:
        last = doi[-1]
        unopened = last in _PAIRS and doi.count(last) > doi.count(_PAIRS[last])
        if last not in ".,;:'\"”’*_/–—" and not unopened:
            break
        doi = doi[:-1]
    doi = _FORM.sub("", doi)
    return re.sub(r"(?<=\d)v\d+$", "", doi) if doi.startswith("10.1101/") else doi  # bioRxiv: versions share one.


def landing(identifier: Identifier) -> str:
    """The address of the work itself."""
    if identifier.register is Register.DOI:
        return f"https://doi.org/{quote(identifier.value, safe='/:;()._-')}"
    return f"https://arxiv.org/abs/{identifier.value}"


def question(identifier: Identifier, bases: Bases | None = None) -> str:
    """The address of the register's interface that tells what the identifier names."""
    bases = bases or Bases()
    if identifier.register is Register.DOI:
        return f"{bases.crossref}/works/{quote(identifier.value, safe='')}"
    return f"{bases.arxiv}/api/query?id_list={quote(identifier.value, safe='/')}&max_results=1"


def parsed(identifier: Identifier, reply: bytes) -> Work | None:
    """What a register's reply says; None when it is no such reply, or knows no such work."""
    try:
        work = _crossref(reply) if identifier.register is Register.DOI else _arxiv(reply)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
        return None
    return work if work and work.title else None


async def look_up(fetcher: Fetcher, identifier: Identifier, bases: Bases | None = None) -> Work | NotFetched:
    """Ask the register. Never raises for a bad reply."""
    address = question(identifier, bases)
    answer = await fetcher.ask(address, 0.0 if identifier.register is Register.DOI else ARXIV_SPACING)
    name = "Crossref" if identifier.register is Register.DOI else "arXiv"
    if isinstance(answer, NotFetched):
        said = f"{name} does not know {identifier}" if answer.status == 404 else f"{name}: {answer.reason}"
        return NotFetched(address, said, answer.status)
    return parsed(identifier, answer.body) or NotFetched(address, f"{name} does not know {identifier}", answer.status)


def _crossref(reply: bytes) -> Work | None:
    message: Any = json.loads(reply)["message"]
    titles = message.get("title") or message.get("container-title") or []
    title = _line(titles[0]) if titles else ""
    subtitle = _line((message.get("subtitle") or [""])[0])
    if title and subtitle and subtitle.casefold() not in title.casefold():
        title = f"{title}: {subtitle}"
    people = [*(message.get("author") or []), *(message.get("editor") or [])][:_MOST_AUTHORS]
    authors = (_line(each.get("name") or f"{each.get('given') or ''} {each.get('family') or ''}") for each in people)
    year = next((found for key in ("issued", "published", "created") if (found := _year(message.get(key)))), None)
    address = message.get("URL")
    return Work(title, tuple(filter(None, authors)), year, _web(address))


def _year(date: Any) -> int | None:
    parts: Any = (date or {}).get("date-parts") or [[None]]
    year = parts[0][0] if parts[0] else None
    return year if isinstance(year, int) and 1000 <= year <= 9999 else None


def _arxiv(reply: bytes) -> Work | None:
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    parser: Any = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        feed: Any = etree.fromstring(reply, parser)
    except etree.XMLSyntaxError:
        return None
    entry = feed.find(f"{_ATOM}entry")
    if entry is None:
        return None
    address = _web(entry.findtext(f"{_ATOM}id"))
    if "/abs/" not in address:  # arXiv tells an error as an entry of its own, with another id.
        return None
    names = cast("list[str | None]", [each.findtext(f"{_ATOM}name") for each in entry.findall(f"{_ATOM}author")])
    published = re.match(r"\d{4}", entry.findtext(f"{_ATOM}published") or "")
    return Work(
        _line(entry.findtext(f"{_ATOM}title")),
        tuple(_line(name) for name in names[:_MOST_AUTHORS] if name),
        int(published[0]) if published else None,
        address,
    )


def _line(text: Any) -> str:
    """One line of visible text, without markup; '' for what is no text."""
    if not isinstance(text, str):
        return ""
    return line(unescape(re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", text[:2000])), _LONGEST_TITLE)


def _web(address: Any) -> str:
    """An address as it was told, if it is one of the web."""
    if isinstance(address, str) and address.startswith(("https://", "http://")) and address.isprintable():
        return address.strip()[:2000]
    return ""
