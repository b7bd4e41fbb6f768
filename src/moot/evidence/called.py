"""What a document can be called by: its addresses, its file's name, its titles. Read once, however many entries ask."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath

from moot.text import dates as found
from moot.text import urls
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.words import Document

Words = tuple[str, ...]
LEAST_WORDS = 3
"""Of a title."""
_MOST_WORDS, _MOST_STATED = 20, 60
"""Words of a first line, and of a title that is stated, that may be one."""
_MOST_FIELDS = 30
"""Of an entry or title."""
_FRONT = 4000
"""Characters of a document in which its own DOI or address is looked for."""
_OPENING = 300
"""Characters in which a document that states no title has it."""
PART = lazy_re(r"\s+[-–—|/]\s+|[,;:.!?](?=\s|$)|[()\[\]–—“”\"*]|https?://\S+")
"""What parts the fields of an entry: author, title, year."""
URL = lazy_re(r"https?://\S+")
_IDENTIFIER = lazy_re(r"[^\W\d]+[-/.]?\d{3,}")
_GOVERNS = lazy_re(r"\b(?:about|against|in|of|on|see|to|with|auf|siehe|zu|über|à|sur|voir)\s+\W*$", re.IGNORECASE)
"""Before an address: a sentence speaks of it."""
_BESIDE = lazy_re(r"[^\W\d_]+(?=[\s.]+\d)|(?<=\d)[\s.]+[^\W\d_]+")
"""The words beside the numbers of a title: their unit or month."""
_LETTER = r"[^\W_⁰¹²³⁴-⁹]"
WORD = lazy_re(rf"{_LETTER}+(?:[-/.]{_LETTER}*\d{_LETTER}*)*")
"""A word, or an identifier in one piece: "KT-2214"; without the raised number of a note."""
_VERSION = lazy_re(
    r"\b(?:(?P<version>rev(?:ision)?|ver(?:sion)?|v)|(?P<part>part|teil|volume|band)|(?P<edition>edition|issue))"
    r"\b\.?\s?(?P<named>[A-Z](?![\w'’])|\d+(?:\.\d+)*|[IVX]{1,4}\b)"
    r"|\b(?P<counted>\d+)(?:st|nd|rd|th|\.)\s(?:ed(?:ition|n)?\b|Auflage)",
    re.IGNORECASE,
)
_YEAR = lazy_re(r"(?<![\w.,/-])(?:1[5-9]|20)\d\d(?![\w%])")
_COLUMNS = lazy_re(r"\s{3,}|\t")
"""What parts a title from what stands at the right of its line: the page, a date."""
SMALL = lexicon("""
    a an and at by for from in of on the to
    am das dem den der des die für im und vom von zu zum zur
    au aux d de du en et l la le les pour sur
""")


@dataclass(frozen=True)
class Title:
    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        return words_of(self.text)

    @cached_property
    def plain(self) -> str:
        """As two titles are compared."""
        return in_words(self.text)

    @cached_property
    def told(self) -> frozenset[str]:
        return frozenset(self.words)

    @cached_property
    def numbers(self) -> frozenset[str]:
        return numbers(self.text)

    @cached_property
    def beside(self) -> frozenset[str]:
        """The words beside its numbers."""
        return frozenset(words_of(" ".join(_BESIDE.findall(self.text))))

    @cached_property
    def fields(self) -> tuple[tuple[str, ...], ...]:
        return fields_of(self.text)

    @cached_property
    def names(self) -> frozenset[str]:
        """Its words with a capital that are no initials."""
        capital = frozenset(word.casefold() for word in WORD.findall(self.text) if word[0].isupper() and len(word) > 1)
        return capital - SMALL

    @cached_property
    def versions(self) -> frozenset[tuple[str, str]]:
        return versions(self.text)

    @cached_property
    def dates(self) -> frozenset[str]:
        return dates(self.text)

    @cached_property
    def runs(self) -> Mapping[Words, int]:
        return runs(self.fields)

    @cached_property
    def begun(self) -> str:
        """Its first words, plain; a line end, which nothing has, for a title without words."""
        return " ".join(self.plain.split()[:LEAST_WORDS]) or "\n"

    @cached_property
    def identified(self) -> tuple[str, ...]:
        """The part that it begins with, where that has an identifier: "Test report KT-2214"."""
        head = next(iter(self.fields), ())
        return head if len(head) >= LEAST_WORDS and any(map(_IDENTIFIER.fullmatch, head)) else ()


@dataclass(frozen=True)
class Called:
    document: Document

    @property
    def id(self) -> str:
        return self.document.source.id

    @cached_property
    def path(self) -> PurePosixPath:
        return PurePosixPath(self.document.source.origin)

    @cached_property
    def stem(self) -> str:
        """Its words without the ending; empty where none has a letter."""
        stem = in_words(self.path.stem)
        return stem if re.search(r"[^\W\d]", stem) else ""

    @cached_property
    def number(self) -> str | None:
        """Of the list that the file is named by, as "source-03.txt" is."""
        found = re.match(r"(?:source|ref|s)?[-_ ]?0*(\d+)(?:[-_. ]|$)", self.path.stem.lower())
        return found[1] if found else None

    @cached_property
    def addresses(self) -> frozenset[str]:
        source = self.document.source
        return frozenset(map(address, (source.asked, source.origin, source.stated_origin))) - {""}

    @cached_property
    def front(self) -> str:
        """In lower case."""
        return self.document.text[:_FRONT].lower()

    @cached_property
    def at_head(self) -> frozenset[str]:
        """The addresses of the first lines that are no words of a sentence: "In reply to https://…" has another's."""
        opening = self.document.text[:_OPENING]
        return frozenset(
            address(each[0].rstrip(".,;:)>]"))
            for each in URL.finditer(opening)
            if not _GOVERNS.search(opening[: each.start()])
        )

    @cached_property
    def opening(self) -> str:
        return " ".join(self.document.text[:_OPENING].split())

    @cached_property
    def opening_words(self) -> tuple[str, ...]:
        return words_of(self.document.text[:_OPENING])

    @cached_property
    def front_words(self) -> frozenset[str]:
        """Of its beginning, and of who wrote it as its file says."""
        return frozenset(words_of(f"{self.document.text[:_FRONT]} {self.document.source.author or ''}"))

    @cached_property
    def years(self) -> frozenset[str]:
        """Of its date, its title and its first lines."""
        return years(f"{(self.document.source.date or '')[:4]} {self._at_head}")

    @cached_property
    def dates(self) -> frozenset[str]:
        """The days in its first lines, and its own."""
        return dates(f"{self.document.source.date or ''} {self._at_head}")

    @cached_property
    def own_years(self) -> frozenset[str]:
        """Of its date, its title and its file's name: what it begins with may tell of others too."""
        named = re.findall(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", self.path.stem)
        return years(f"{(self.document.source.date or '')[:4]} {self.title.text}").union(named)

    @cached_property
    def versions(self) -> frozenset[tuple[str, str]]:
        return versions(self._at_head)

    @property
    def _at_head(self) -> str:
        return f"{self.title.text} {self.opening}"

    @cached_property
    def stated(self) -> bool:
        """Whether it has a title of its own, and not only a file's name."""
        return self.document.source.title != self.path.stem

    @cached_property
    def title(self) -> Title:
        """The one that it states, or else what it begins with."""
        first = self.document.text[:_FRONT].strip().partition("\n")[0].strip("#*_ ")
        return Title(self.document.source.title if self.stated else _COLUMNS.split(first)[0])

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        """What it may be called by: its title or first line, and a file's name of several words."""
        named = Title(" ".join(re.findall(r"[^\W_]+", self.path.stem)))
        most = _MOST_STATED if self.stated else _MOST_WORDS
        limits = ((self.title, most), (named, _MOST_WORDS))
        return tuple(each for each, most in limits if LEAST_WORDS <= len(each.text.split()) <= most)


def words_of(text: str) -> tuple[str, ...]:
    """The words that tell one title from another, without bare numbers: a year may stand anywhere."""
    return tuple(word for word in WORD.findall(text.casefold()) if word not in SMALL and not word.isdigit())


def fields_of(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of each field of an entry or title."""
    return tuple(words for part in PART.split(text) if (words := words_of(part)))


def runs(fields: Sequence[Words]) -> dict[Words, int]:
    """The words of all fields that stand side by side, with the place of the first."""
    fields = fields[:_MOST_FIELDS]
    spans = ((a, b) for a in range(len(fields)) for b in range(a + 1, len(fields) + 1))
    return {tuple(chain.from_iterable(fields[a:b])): a for a, b in spans}


def numbers(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", text))


def years(text: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(text))


def dates(text: str) -> frozenset[str]:
    """The days that a text names."""
    return frozenset(str(each.value) for each in found.find(text) if each.unit == "day")


def undated(text: str) -> str:
    """Without its dates."""
    for each in sorted(found.find(text), key=lambda date: -date.start):
        text = f"{text[: each.start]} {text[each.end :]}"
    return text


def versions(text: str) -> frozenset[tuple[str, str]]:
    """Its versions, parts and editions, each kind with its number or letter: rev. C, part 2, 3rd edition."""
    return frozenset(_version(each) for each in _VERSION.finditer(text))


def _version(match: re.Match[str]) -> tuple[str, str]:
    kind = next((name for name in ("version", "part", "edition") if match[name]), "edition")
    return kind, (match["named"] or match["counted"]).casefold()


def in_words(name: str) -> str:
    """A name as two are compared: "sales-2024", "Sales 2024"."""
    return " ".join(re.findall(r"[^\W_]+", name.casefold()))


def address(url: str | None) -> str:
    """An address as two are compared; '' if it is none."""
    url = (url or "").strip()
    return urls.same(url) if "://" in url and urls.host(url) else ""
