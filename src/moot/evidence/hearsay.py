"""Whose word a source passes on: reports of which every fact is told in the name of somebody else.

Three cases. The report names another source of the run, by its author, its publisher, its address or its title, tells
what it tells "according to" it, and says next to nothing that does not stand there. Or it quotes the other one, named
or not, and says next to nothing beside the quotation. Or two reports tell the same in the name of a third that was not
read. Whoever adds figures of their own, or contradicts, speaks for themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from moot.evidence import dateline, overlap
from moot.text import months, sentences, terms, urls
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.words import Document, Source

LONGEST = 8_000
"""Characters of a text that may be no more than somebody else's word."""
MOSTLY = 0.5
"""Of its sentences that must name who says so, or lean on one that does."""
STRAY = 0.1
"""Of its figures that may be others."""
BESIDE = 0.25
"""Of its sentences that may say something else."""
SHORTEST = 5
"""Words of a quotation that says whose it is."""
COVERED = 0.5
"""Of the words of a sentence that must stand in what it reports."""
SHARED = 0.6
"""Of the figures of two reports that must be the same, where what they report was not read."""
FEWEST = 2
"""Figures that they must share."""

_SAYS = (
    r"(?:reports?|reported|says?|said|writes?|wrote|states?|stated|finds?|found|tells?|told|notes?|noted|shows?|showed"
    r"|estimates?|estimated|announces?|announced|adds?|added|berichte(?:t|te|ten)|schreib(?:t|en)|schrieb|meldet(?:e|en)?"
    r"|sagt(?:e|en)?|rapporte(?:nt)?|écrit|indique(?:nt)?|affirme(?:nt)?|informa|escribe|señala)"
)
_BY = (
    r"(?:according to|as reported by|(?:a|the|new) (?:report|study|survey|count|paper|article) (?:by|from|in|of)"
    r"|citing|quoting|(?:source|quelle):|laut|nach angaben (?:des|der|von)|selon|d[’']après|según)"
)
_AFTER = r"zufolge"
_IT = (
    r"(?:the|its|this|her|his|their|das|die|der|des|dem|le|la|l[’'])\s?(?:report|study|survey|paper|newspaper|magazine|article|authors?"
    r"|researchers?|agency|organi[sz]ation|institute|federation|review|gazette|website|site|magazins?|blatt(?:es)?"
    r"|zeitung|studie|bericht(?:s|es)?|étude|journal|rapport)"
)
_MARKED = lazy_re(rf"\b(?:{_BY}|{_SAYS}|{_AFTER})(?!\w)", re.IGNORECASE)
_LEANS = lazy_re(
    rf"\b(?:{_BY} {_IT}|{_IT}(?: \w+)? {_SAYS}|{_IT} {_AFTER}|{_SAYS} {_IT})\b"
    r"|\b(?:it|they|he|she) (?:also )?(?:reports?|says?|said|writes?|wrote|adds?|added|notes?|finds?|found)\b"
    r"|\b(?:is|are|was|were) said to\b|\b(?:er|sie|es) (?:sagt|schreibt|berichtet)e?\b|\bsoll(?:en)?\b",
    re.IGNORECASE,
)
_DISCLAIMS = lazy_re(
    r"\b(?:cannot|(?:can|could|did) ?not|couldn[’']t|(?:was|were) (?:not able|unable) to)"
    r" (?:(?:independently|itself|ourselves|be) ){0,2}(?:add|confirm(?:ed)?|verif(?:y|ied)|check(?:ed)?)\b"
    r"|\bnothing to add\b|\bnicht (?:unabhängig )?(?:überprüf|bestätig)",
    re.IGNORECASE,
)
"""It says of itself that it only passes on."""
_ASIDE = lazy_re(
    r"!$|^(?:what an?|here(?:[’']s| is| are)|via|source|from|hat tip|h/t|thanks|credit|see|read)\b", re.IGNORECASE
)
"""In a sentence without a figure: it greets its readers, or says where it is from, and tells nothing."""
_QUOTES_NEXT = lazy_re(
    rf"\b(?:{_SAYS}|quot(?:e|es|ed|ing)|verbatim|words?|reads|extracts?|excerpts?|wörtlich|zitat|zitieren)\b[^:]*:$",
    re.IGNORECASE,
)
"""What follows is somebody's word."""
_FRAMED = 3
"""Words that may stand beside the name in a sentence that only says that a quotation follows."""
_NAME = r"(?-i:(?:[A-ZÀ-Þ][\w’'&-]{0,40})(?: (?:of |for |des? |für )?[A-ZÀ-Þ][\w’'&-]{0,40}){0,4})"
_NAMED = lazy_re(
    rf"\b{_BY} (?:the |der |die |das |le |la )?({_NAME})|\b({_NAME}) (?:also )?{_SAYS}\b|\b({_NAME}) {_AFTER}\b"
    rf"|[,”\"’»]\s{_SAYS} (?:the |der |die |das |le |la )?({_NAME})",
    re.IGNORECASE,
)
_SENTENCE = lazy_re(rf"{sentences.STOP}|\n\s*\n")
_FIGURE = lazy_re(r"\d+(?:[.,]\d+)*")
_YEAR = lazy_re(r"(?:19|20)\d\d")
_TITLE = 4
"""Words of a title by which a source can be named."""
_GENERAL = frozenset({"co", "com", "org", "ac", "gov", "net", "edu", "github", "blogspot", "wordpress", "substack"})
_SHORTEST = 3
"""Letters of the name of an owner that is not taken for a word."""
_RUN = 4
"""Words of a name that an address writes as one."""
_ARTICLE = lazy_re(r"^(?:the|der|die|das|le|la|les|el|il) (?=\S)", re.IGNORECASE)


_FIRST = lazy_re(
    r"\b(?:first|originally) (?:appeared|published|ran|posted)\b|\b(?:republished|reprinted|reposted|syndicated) from\b"
    r"|\bzuerst (?:erschienen|veröffentlicht)\b|\b(?:paru|publié)e? (?:d[’']abord|initialement)\b",
    re.IGNORECASE,
)
_DATELINE = lazy_re(r"^[A-ZÀ-Þ][\w .,’'-]{1,40}\(([A-ZÀ-Þ][\w .]{1,24})\)\s*[-–—]\s")
"""Before an agency's report: "NORRBY (Agency) - "."""


_NOBODY = lexicon("she he it they we you i who this that these those er sie es wir il elle ils elles") | frozenset(
    months.ENGLISH
)
"""Words with a capital that name nobody: "She says", "the survey of April"."""


def speakers(sentence: str) -> tuple[str, ...]:
    """The names in whose name it says what it says, as they are written."""
    found = (next(name for name in match.groups() if name) for match in _NAMED.finditer(sentence))
    told = tuple(name for name in found if name.split()[0].casefold() not in _NOBODY)
    line = _DATELINE.match(sentence)
    return (*told, line[1]) if line else told


@dataclass(frozen=True)
class _Saying:
    """A sentence, and in whose name it says what it says."""

    text: str
    quoted: bool
    """Whether it stands in a quotation."""
    announced: bool
    """Whether words above it say that a quotation follows."""

    @cached_property
    def plain(self) -> str:
        return _plain(self.text)

    @cached_property
    def marked(self) -> bool:
        return bool(_MARKED.search(self.text))

    @cached_property
    def leans(self) -> bool:
        """Whether it goes on with the word of whoever was named before."""
        return bool(_LEANS.search(self.text))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """As they are written."""
        return speakers(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(terms.stems(_MARKED.sub(" ", self.text)))

    @cached_property
    def aside(self) -> bool:
        return not _FIGURE.search(self.text) and (bool(_ASIDE.search(self.text)) or self._only_announces)

    @property
    def _only_announces(self) -> bool:
        """Whether it says of a quotation behind it whose it is, and tells nothing itself."""
        beside = self.stems.difference(*map(terms.stems, self.names))
        return bool(_QUOTES_NEXT.search(self.text)) and len(beside) <= _FRAMED

    def stands_in(self, other: Account) -> bool:
        """Whether it is a quotation of the other's own words."""
        long = len(self.plain.split()) >= SHORTEST
        return long and (self.quoted or self.announced) and self.plain in other.own

    def is_of(self, name: str) -> bool:
        """Whether all whom it names are the one of that name, as in `plain`."""
        return all(name in _plain(each) or _plain(each) in name for each in self.names)


@dataclass(frozen=True)
class Account:
    """A document, as one that may pass on what others say, and as one that others may name."""

    document: Document

    @property
    def source(self) -> Source:
        return self.document.source

    @cached_property
    def host(self) -> str:
        return _host(self.source.origin)

    @cached_property
    def passes_on(self) -> bool:
        """Whether it is short, and says often enough that somebody says so."""
        if len(self.document.text) > LONGEST:
            return False
        told = len(_MARKED.findall(self.document.text)) + sum(each.quoted or each.announced for each in self._sayings)
        return 2 * told >= len(self._sayings)

    @cached_property
    def figures(self) -> frozenset[str]:
        return frozenset(figure for part in self._parts for figure in _FIGURE.findall(part))

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(terms.stems(f"{self.source.title} {self.document.text}"))

    @cached_property
    def plain(self) -> str:
        """Its words, each between two blanks."""
        return _plain(self.document.text)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What others may call it, as in `plain`: author, publisher, site, address, title."""
        return tuple(dict.fromkeys(name for said in _names(self.source) if (name := _plain(said)).strip()))

    @cached_property
    def voice(self) -> str:
        """Whom it names for most of what it says; empty where that is nobody."""
        if not self.passes_on:
            return ""
        named = [name for each in self._sayings for name in each.names]
        count = Counter(_plain(name) for name in named)
        best = max(named, key=lambda name: sum(n for each, n in count.items() if _plain(name) in each), default="")
        return best if best and self._is_word_of(_plain(best)) else ""

    def in_name_of(self, other: Account) -> bool:
        """Whether it says what the other one says, in the other's name, and next to nothing else."""
        written = [spelt for name in other.names if (spelt := self.writes(name))]
        return any(self._is_word_of(name, other) for name in written) and self._beside(other) <= BESIDE

    def only_quotes(self, other: Account) -> bool:
        """Whether it quotes the other one, in nobody else's name, and says next to nothing else."""
        if not all(any(each.is_of(name) for name in other.names) for each in self._sayings if each.names):
            return False
        said = [each for each in self._sayings if not each.aside]
        quoted = sum(each.stands_in(other) for each in said)
        return bool(quoted) and quoted >= MOSTLY * len(said) and self._beside(other) <= BESIDE

    def adds_nothing(self, other: Account) -> bool:
        """Whether no sentence of it says what the other one does not."""
        return not self._beside(other)

    def _beside(self, other: Account) -> float:
        """Of its sentences those that say something else; all, where its figures are others."""
        if len(self.figures - other.figures) > STRAY * len(self.figures):
            return 1.0
        said = [each for each in self._sayings if not each.aside]
        covered = sum(len(each.stems & other.stems) >= COVERED * len(each.stems) for each in said)
        return 1 - covered / len(said) if said else 1.0

    def first_appeared_in(self, other: Account) -> bool:
        """Whether it says that it stood there before."""
        return any(self.writes(name) in each for each in self._first for name in other.names if self.writes(name))

    def as_told_by(self, other: Account) -> bool:
        """Whether both say the same in the name of one and the same."""
        if not self.voice or not other.voice or not (self._voice in other._voice or other._voice in self._voice):
            return False
        shared = self.figures & other.figures
        return len(shared) >= max(FEWEST, SHARED * min(len(self.figures), len(other.figures)))

    @cached_property
    def _voice(self) -> str:
        return _plain(self.voice)

    @cached_property
    def runs(self) -> dict[str, str]:
        """Words that follow one another, written as one word → as they are written, as in `plain`."""
        words = self.plain.split()
        pieces = (words[n : n + size] for size in range(1, _RUN + 1) for n in range(len(words) - size + 1))
        return {"".join(piece): f" {' '.join(piece)} " for piece in pieces}

    def writes(self, name: str) -> str:
        """How it writes a name, as in `plain`: "norrbypost" as "norrby post"; empty where it does not."""
        if len(name.split()) > 1 and name in self.plain:
            return name
        written = self.runs.get(name.strip(), "")
        return written if written and self._capitalised(written.split()) else ""

    def _capitalised(self, words: Sequence[str]) -> bool:
        """Whether it writes them somewhere as a name: "the local council" is none of The Local."""
        written = r"\W{1,3}".join(map(re.escape, words))
        found = re.finditer(rf"\b{written}\b", self.document.text, re.IGNORECASE)
        names = (_ARTICLE.sub("", each[0], count=1).split() for each in found)
        return any(not any(word[0].islower() for word in name) for name in names)

    @cached_property
    def _undated(self) -> str:
        """Its text without the lines that only give its day: `9. Juni 2025` would be cut into sentences."""
        return "\n".join("" if _is_day(line) else line for line in self.document.text.split("\n"))

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        """Its sentences and lines without the day that it bears."""
        parts = (" ".join(part.split()) for part in _SENTENCE.split(self._undated))
        return tuple(part for part in parts if not _is_day(part))

    @cached_property
    def _first(self) -> tuple[str, ...]:
        """Of those the ones that say that it stood elsewhere before, as in `plain`."""
        return tuple(_plain(part) for part in self._parts if _FIRST.search(part))

    @cached_property
    def own(self) -> str:
        """The sentences that are no quotation, as in `plain`."""
        return "\n".join(_plain(each.text) for each in self._sayings if not each.quoted)

    @cached_property
    def _sayings(self) -> tuple[_Saying, ...]:
        """What it states: no headings, no day, nothing that only says that it passes on."""
        found: list[_Saying] = []
        announced = False  # where the quotation ends, nothing says: what stands in the other one is quoted
        for part, quoted in overlap.split(self._undated):
            text = part.lstrip("> ").strip()
            here = bool(_QUOTES_NEXT.search(text))
            announced = announced or here
            if len(text.split()) <= 3 or text.startswith("#") or _is_day(text):
                continue
            if not _DISCLAIMS.search(text) or _FIGURE.search(text):
                found.append(_Saying(text, quoted, announced and not here))
        return tuple(found)

    def _is_word_of(self, name: str, other: Account | None = None) -> bool:
        """Whether most of its sentences give what they say in that name, or lean on one that does. `other`: who bears
        the name, if that was read."""
        told, known = 0, False
        short = f" the {name.split()[-1]} "
        for each in self._sayings:
            here = name in each.plain
            leans = each.leans or (each.marked and short in each.plain)
            told += (
                (here and each.marked)
                or (known and leans and each.is_of(name))
                or (other is not None and each.stands_in(other))
            )
            known = known or here
        return known and told >= MOSTLY * sum(not each.aside for each in self._sayings)


class Names:
    """Finds which of many documents one names."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._by_word: dict[str, list[tuple[str, Account]]] = {}
        for account in accounts:
            for name in account.names:
                self._by_word.setdefault(name.split()[0], []).append((name, account))

    def named_in(self, account: Account) -> list[Account]:
        """Those that it names, of other publishers, in the order given."""
        found = [
            other
            for word in account.runs
            for name, other in self._by_word.get(word, ())
            if account.writes(name) and not (other.host and other.host == account.host)
        ]
        return list({other.source.id: other for other in found if other is not account}.values())


def _is_day(part: str) -> bool:
    """Whether it says nothing but the day that its text bears, and by whom."""
    return bool(_YEAR.search(part)) and dateline.is_one(part)


def _plain(text: str) -> str:
    """Its words, each between two blanks."""
    return f" {' '.join(terms.words(text))} "


def _names(source: Source) -> Iterator[str]:
    yield from (name for name in (source.author or "").split(";") if len(name.split()) > 1)
    stated = source.stated_origin or ""
    if stated and not _host(stated):
        yield stated
    if source.site:
        yield _ARTICLE.sub("", source.site, count=1)
    for host in (_host(source.origin), _host(stated)):
        if label := _label(host):
            yield from (host, label.replace("-", ""))
    if len(source.title.split()) >= _TITLE:
        yield source.title


def _host(address: str) -> str:
    """Of an address, else of the folder of a file: nothing."""
    return urls.site(address) if "://" in address else ""


def _label(host: str) -> str:
    """The part of a host that names its owner: `times` of `news.times.co.uk`."""
    parts = [part for part in host.split(".")[:-1] if part not in _GENERAL]
    label = parts[-1] if parts else ""
    return label if len(label) > _SHORTEST else ""
