"""Which source that was read is the one that a report's entry names: by address, file, identifier, key or title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import PurePosixPath

from moot.evidence.cited_report import Entry
from moot.text import urls
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.words import Document

ALIKE = 92
"""Similarity of titles, in percent, from which on they are the same."""
_LEAST_WORDS = 3
_TRACKING = lazy_re(r"&?(?:utm_\w+|fbclid|gclid|ref)=[^&#]*")
_FRONT = 4000
"""Characters of a document in which its own DOI or address is looked for."""
_OPENING = 300
"""Characters in which a document that states no title has it."""
_FEWEST_ALIKE = 2
_MOST_WORDS = 20
"""Words of a first line that may be a title."""
_PART = lazy_re(r"\s+[-–—|/]\s+|[,;:.!?](?=\s|$)|[()\[\]–—“”\"*]|https?://\S+")
"""What parts the fields of an entry: author, title, year."""
_URL = lazy_re(r"https?://\S+")
_IDENTIFIER = lazy_re(r"[^\W\d]+[-/.]?\d{3,}")
_ENDINGS = (".html", ".htm", ".pdf", ".php", ".aspx", ".txt", ".md", ".rst", ".csv", ".xlsx", ".docx", ".json", ".xml")
_NO_NAMES = {"", "index", "home", "default", "main", "view", "download"}
"""Last parts of addresses that name no page."""
_GOVERNS = lazy_re(r"\b(?:about|against|in|of|on|see|to|with|auf|siehe|zu|über|à|sur|voir)\s+\W*$", re.IGNORECASE)
"""Before an address: a sentence speaks of it."""
_LOCATOR = lazy_re(
    r"(?<!\w)(?:pp?|pages?|s|seiten?|sec|sections?|abschnitt|ch|chap|chapter|kap|fig|figure|tab|table|para|paras|items?|art|articles?|clauses?|lines?"
    r"|nr|n|no|§+)"
    r"\.?\s?\d[\d.]*(?:\s?[-–]\s?\d+)?(?!\w)",
    re.IGNORECASE,
)
"""Where in a source: "pp. 101–103"."""
_MOST_IN_SHORT = 8
"""Words and numbers of what is a source in short."""
_BESIDE = lazy_re(r"[^\W\d_]+(?=[\s.]+\d)|(?<=\d)[\s.]+[^\W\d_]+")
"""The words beside the numbers of a title: their unit or month."""
_FEWEST_NUMBERS, _MOST_OF = 2, 0.75
_WORD = lazy_re(r"[^\W_]+(?:[-/.][^\W_]*\d[^\W_]*)*")
"""A word, or an identifier in one piece: "KT-2214"."""
_SMALL = lexicon("""
    a an and at by for from in of on the to
    am das dem den der des die für im und vom von zu zum zur
    au aux d de du en et l la le les pour sur
""")


def matched(entries: Sequence[Entry], documents: Sequence[Document]) -> dict[str, str]:
    """Entry id → source id, for the entries whose source is among the documents; the surest way first."""
    found: dict[str, str] = {}
    ways = (_by_address, _by_identifier, _by_file, _by_own_address, _by_title, _by_words, _by_numbers, _by_some_words)
    for way in ways:
        found |= {entry.id: source for entry in entries if entry.id not in found and (source := way(entry, documents))}
    found |= _by_end_of_address([entry for entry in entries if entry.id not in found], entries, documents, found)
    found |= _by_entry_in_full(entries, found)
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


def _by_own_address(entry: Entry, documents: Sequence[Document]) -> str | None:
    """The address that a text has at its head, as whoever saved it wrote it there."""
    wanted = address(entry.url)
    return next((each.source.id for each in documents if wanted and wanted in _at_head(each.text[:_OPENING])), None)


@lru_cache(maxsize=4096)
def _at_head(opening: str) -> frozenset[str]:
    """The addresses of the first lines that are no words of a sentence: "In reply to https://…" has another's."""
    urls = _URL.finditer(opening)
    return frozenset(
        address(each[0].rstrip(".,;:)>]")) for each in urls if not _GOVERNS.search(opening[: each.start()])
    )


def _by_end_of_address(
    entries: Sequence[Entry], everything: Sequence[Entry], documents: Sequence[Document], found: Mapping[str, str]
) -> dict[str, str]:
    """The file that bears the name of an address, or its last part: pep-0703.rst, of peps.python.org/pep-0703/.

    Of two addresses that end alike it is neither's, and what another address is known to mean is no other's.
    """
    files: dict[str, list[str]] = {}
    for document in documents:
        if "://" not in document.source.origin:
            files.setdefault(_words(PurePosixPath(document.source.origin).stem), []).append(document.source.id)
    meant: dict[str, set[str]] = {}
    for entry in everything:
        if entry.id in found and (known := address(entry.url)):
            meant.setdefault(found[entry.id], set()).add(known)
    likely: dict[str, str] = {}
    for entry in entries:
        where = address(entry.url)
        last = PurePosixPath(urls.parts(entry.url or "").path)
        names = {_words(where), _words(last.stem if last.suffix.lower() in _ENDINGS else last.name)} - _NO_NAMES
        bearing = [id for name in names for id in files.get(name, ()) if re.search(r"[^\W\d]", name)]
        if where and len(bearing) == 1:
            likely[entry.id] = bearing[0]
            meant.setdefault(bearing[0], set()).add(where)
    return {id: source for id, source in likely.items() if len(meant[source]) == 1}


def _by_entry_in_full(entries: Sequence[Entry], found: Mapping[str, str]) -> dict[str, str]:
    """What a note says in short that another says in full: "Report 2024:11, p. 3", "Lund 2023".

    It has a number of the other: a publisher's name alone tells no work from another.
    """
    full = [(found[each.id], set(_words_of(each.text)), _numbers(each.text)) for each in entries if each.id in found]
    made: dict[str, str] = {}
    for entry in entries:
        said = _LOCATOR.sub(" ", entry.text)
        words, numbers = set(_words_of(said)), _numbers(said)
        short = words and numbers and len(words) + len(numbers) <= _MOST_IN_SHORT
        if entry.id not in found and short and not (entry.url or entry.doi):
            meant = {source for source, its_words, its in full if words < its_words and numbers <= its}
            if len(meant) == 1:
                made[entry.id] = meant.pop()
    return made


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


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


def _by_words(entry: Entry, documents: Sequence[Document]) -> str | None:
    """All words of a title, though in another order: "City of Tolven: Water report", "Water report of Tolven".

    What else is capital in the entry stands in the document too, or a part of the title with an identifier is the same.
    """
    parts = _parts(entry.text)
    found: dict[str, int] = {}
    for document in documents:
        for title in _titles(document):
            own = _words_of(title)
            said = [part for part in parts if _stands_in(part, own)]
            whole = len(own) >= _LEAST_WORDS and set(own) <= {word for part in said for word in part}
            borne_out = whole and _names_besides(entry.text, own) <= set(_words_of(document.text[:_FRONT]))
            told = borne_out or _same_identifier(title, parts)
            if told and not _of_other_number(entry.text, title):
                found[document.source.id] = max(found.get(document.source.id, 0), len(own))
    return _only(found)


def _by_numbers(entry: Entry, documents: Sequence[Document]) -> str | None:
    """All numbers of a title, with the words beside them, and most of its words: "14 May 2025", "case 2024/1187"."""
    said, numbers = set(_words_of(entry.text)), _numbers(entry.text)
    found: dict[str, int] = {}
    for document in documents:
        for title in _titles(document):
            own, counted = set(_words_of(title)), _numbers(title)
            shared, beside = own & said, set(_words_of(" ".join(_BESIDE.findall(title))))
            enough = len(own) >= _LEAST_WORDS and len(shared) >= _MOST_OF * len(own) and beside <= said
            if len(counted) >= _FEWEST_NUMBERS and counted <= numbers and enough:
                found[document.source.id] = max(found.get(document.source.id, 0), len(shared))
    return _only(found)


def _by_some_words(entry: Entry, documents: Sequence[Document]) -> str | None:
    """All parts of the entry stand in one document's title, or beside it: "Statement of account"."""
    if entry.doi or address(entry.url):
        return None
    parts = _parts(entry.text)
    found: dict[str, int] = {}
    for document in documents:
        for title in _titles(document):
            own, fields = _words_of(title), _parts(title)
            if not any(len(part) > 1 and (part == own[: len(part)] or part in fields) for part in parts):
                continue
            opening = _words_of(document.text[:_OPENING])
            told = all(_stands_in(part, own) or _stands_in(part, opening) for part in parts)
            if told and not _of_other_number(entry.text, title):
                found[document.source.id] = 1
    return _only(found)


def nearest(entry: Entry, documents: Sequence[Document]) -> Document | None:
    """The document that an entry may mean, for a person to judge: it shares two words of its title, and half of it."""
    said = set(_words_of(_URL.sub(" ", entry.text)))
    alike: dict[int, float] = {}
    for n, document in enumerate(documents):
        for title in _titles(document):
            own = set(_words_of(title))
            if len(own & said) >= max(_FEWEST_ALIKE, len(own) / 2):
                alike[n] = max(alike.get(n, 0.0), len(own & said) / len(own | said))
    return documents[max(alike, key=lambda n: alike[n])] if alike else None


def _only(found: Mapping[str, int]) -> str | None:
    """The best, unless another is as good."""
    most = max(found.values(), default=0)
    best = [id for id, value in found.items() if value == most]
    return best[0] if len(best) == 1 else None


def _titles(document: Document) -> list[str]:
    """What a document may be called by: its title or first line, and a file's name of several words."""
    source = document.source
    stem = PurePosixPath(source.origin).stem
    front = document.text[:_FRONT].strip()
    first = front.partition("\n")[0].strip("#*_ ") if source.title == stem else source.title
    named = " ".join(re.findall(r"[^\W_]+", stem))
    return [each for each in (first, named) if _LEAST_WORDS <= len(each.split()) <= _MOST_WORDS]


@lru_cache(maxsize=4096)
def _words_of(text: str) -> tuple[str, ...]:
    """The words that tell one title from another, without bare numbers: a year may stand anywhere."""
    return tuple(word for word in _WORD.findall(text.casefold()) if word not in _SMALL and not word.isdigit())


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of each field of an entry."""
    return tuple(words for part in _PART.split(text) if (words := _words_of(part)))


def _stands_in(part: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words stand there side by side."""
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))


def _names_besides(text: str, own: Sequence[str]) -> set[str]:
    """Words with a capital that are not the title's: of another author or publisher, for all that is known."""
    return {word.casefold() for word in _WORD.findall(_URL.sub(" ", text)) if word[0].isupper()} - set(own) - _SMALL


def _same_identifier(title: str, parts: Sequence[tuple[str, ...]]) -> bool:
    """Whether the entry has the part that the title begins with, as that has an identifier: "Test report KT-2214"."""
    head = next(iter(_parts(title)), ())
    return len(head) >= _LEAST_WORDS and any(map(_IDENTIFIER.fullmatch, head)) and head in parts


def _of_other_number(text: str, title: str) -> bool:
    """As `_other_number`, of an entry's whole text."""
    own, named = set(re.findall(r"\d+", title)), set(re.findall(r"\d+", _URL.sub(" ", text)))
    return bool(own - named and named - own)


def address(url: str | None) -> str:
    """An address as two are compared: without scheme, www, tracking, fragment and the last slash; '' if it is none."""
    if not url or "://" not in url:
        return ""
    parts = urls.parts(url.strip())
    query = _TRACKING.sub("", parts.query)
    return f"{urls.site(url.strip())}{parts.path.rstrip('/')}{'?' + query if query else ''}"
