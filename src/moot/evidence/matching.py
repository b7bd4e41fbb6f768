"""Which source that was read is the one that a report's entry names: by address, file, identifier, key or title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from moot.evidence.cited_report import Entry
from moot.text import urls
from moot.words import Document

ALIKE = 92
"""Similarity of titles, in percent, from which on they are the same."""
_LEAST_WORDS = 3
_TRACKING = re.compile(r"&?(?:utm_\w+|fbclid|gclid|ref)=[^&#]*")
_FRONT = 4000
"""Characters of a document in which its own DOI or address is looked for."""
_OPENING = 300
"""Characters in which a document that states no title has it."""


def matched(entries: Sequence[Entry], documents: Sequence[Document]) -> dict[str, str]:
    """Entry id → source id, for the entries whose source is among the documents; the surest way first."""
    found: dict[str, str] = {}
    for way in (_by_address, _by_identifier, _by_file, _by_title):
        found |= {entry.id: source for entry in entries if entry.id not in found and (source := way(entry, documents))}
    if not found:
        # Files may be named by the numbers of the list; where anything else tells, their numbers are their own.
        found |= {entry.id: source for entry in entries if (source := _by_number(entry, documents))}
    return found


def _by_address(entry: Entry, documents: Sequence[Document]) -> str | None:
    wanted = address(entry.url)
    if not wanted:
        return None
    for document in documents:
        source = document.source
        if wanted in map(address, (source.asked, source.origin, source.stated_origin)):
            return source.id
    return None


def _by_identifier(entry: Entry, documents: Sequence[Document]) -> str | None:
    if not entry.doi:
        return None
    doi = entry.doi.lower()
    return next((each.source.id for each in documents if doi in each.text[:_FRONT].lower()), None)


def _by_file(entry: Entry, documents: Sequence[Document]) -> str | None:
    """A link to the file itself, its name in the entry, or the file's name without its ending as key or whole entry."""
    linked = PurePosixPath(urls.parts(entry.url).path).name if entry.url and "://" not in entry.url else ""
    text = entry.text.casefold()
    known = {_words(entry.label or ""), _words(entry.text)}
    for document in documents:
        path = PurePosixPath(document.source.origin)
        name, stem = path.name.casefold(), _words(path.stem)
        named = path.suffix and name in text and re.search(rf"(?<![\w.-]){re.escape(name)}(?!\.?\w)", text)
        if path.name == linked or named or (stem in known and re.search(r"[^\W\d]", stem)):
            return document.source.id
    return None


def _words(name: str) -> str:
    """A name as two are compared: "sales-2024", "Sales 2024"."""
    return " ".join(re.findall(r"[^\W_]+", name.casefold()))


def _by_number(entry: Entry, documents: Sequence[Document]) -> str | None:
    for document in documents:
        stem = PurePosixPath(document.source.origin).stem.lower()
        number = re.match(r"(?:source|ref|s)?[-_ ]?0*(\d+)(?:[-_. ]|$)", stem)
        if number and number[1] == (entry.label or "").lstrip("0"):
            return document.source.id
    return None


def _by_title(entry: Entry, documents: Sequence[Document]) -> str | None:
    best = max(((_alike(entry, each), each.source.id) for each in documents), default=(0.0, ""))
    return best[1] if best[0] >= ALIKE else None


def _alike(entry: Entry, document: Document) -> float:
    """How much the title that the entry names is the document's own, in percent."""
    from rapidfuzz import fuzz, utils

    def within(short: str, long: str) -> float:
        if len(short.split()) < _LEAST_WORDS or len(short) > len(long):
            return 0.0
        return fuzz.partial_ratio(short, long, processor=utils.default_process)

    title, named = document.source.title, entry.title or ""
    stated = title != PurePosixPath(document.source.origin).stem
    if not stated:  # a file's name: its title is what it begins with
        title = document.text.strip().partition("\n")[0].strip("#*_ ")
    if len(title.split()) < _LEAST_WORDS or _other_number(entry, title):
        return 0.0
    same = fuzz.ratio(named, title, processor=utils.default_process)
    if stated or not named:
        return max(same, within(title, entry.text))
    return max(same, within(named, " ".join(document.text[:_OPENING].split())))


def _other_number(entry: Entry, title: str) -> bool:
    """Whether the title is that of another year, volume or part: "Annual report 2024", "Annual report 2025"."""
    own, named = set(re.findall(r"\d+", title)), set(re.findall(r"\d+", entry.title or entry.text))
    return bool(own - set(re.findall(r"\d+", entry.text)) and named - own)


def address(url: str | None) -> str:
    """An address as two are compared: without scheme, www, tracking, fragment and the last slash; '' if it is none."""
    if not url or "://" not in url:
        return ""
    parts = urls.parts(url.strip())
    query = _TRACKING.sub("", parts.query)
    return f"{urls.site(url.strip())}{parts.path.rstrip('/')}{'?' + query if query else ''}"
