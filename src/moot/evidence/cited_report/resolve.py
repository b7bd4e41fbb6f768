"""All that a report cites, and which entry a mark means."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from moot.evidence.cited_report import entries, repeats, signals
from moot.evidence.cited_report.bibtex import Record
from moot.evidence.cited_report.entries import Item, Read
from moot.evidence.cited_report.plain import Key
from moot.evidence.cited_report.report import Entry
from moot.text import urls
from moot.text.lazy import lazy_re

_YEAR = lazy_re(r"(?:1[5-9]|20)\d\d[a-z]?\b|n\.\s?d\.|in press|forthcoming")
_SMALL = ("of", "for", "the", "and", "on", "in")
_FILE = lazy_re(r"[^:;/\\\n]{1,200}\.[A-Za-z]{2,5}(?=[:;]|\s*$)")
"""The name of the file that a record keeps: `:papers/walks.pdf:PDF`."""
_WITH_ADDRESS = ("url", "doi", "howpublished", "note", "link", "ee", "eprint", "addendum", "annote")
"""Fields of a record, besides those that name it, in which an address stands."""
_OF_TITLE = lazy_re(r"\s*[\"“„‘«*]")
"""Where authors end at the latest."""
_FRONT = 160
"""Characters of an entry in which its authors stand when no year ends them."""


@dataclass
class _Held:
    label: str | None
    read: Read
    at: int
    """Where it stands in the text; a file beside the report comes after all of it."""
    authors: str = ""
    years: frozenset[str] = frozenset()
    link: bool = False


@dataclass
class Entries:
    """Grows while lists and statements are read. Ids are given at the end, in the order of the report."""

    held: list[_Held] = field(default_factory=list[_Held])
    lists: list[tuple[int, dict[str, list[int]]]] = field(default_factory=list[tuple[int, dict[str, list[int]]]])
    """Where each numbered list begins, and the entries of its labels."""
    names: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    """Notes, keys and other labels, in lower case."""
    anchors: dict[str, int] = field(default_factory=dict[str, int])
    twice: list[str] = field(default_factory=list[str])
    open: list[str] = field(default_factory=list[str])
    """Short notes that may mean any of several entries."""
    partly: list[str] = field(default_factory=list[str])
    """What leads nowhere in a mark that leads somewhere too."""
    short: Mapping[str, str] = field(default_factory=dict[str, str])
    """Names by the short ones that the report declares for them."""
    breaks: list[int] = field(default_factory=list[int])
    """Where the sections of the report begin."""
    _links: dict[str, int] = field(default_factory=dict[str, int])
    _inline: list[int] = field(default_factory=list[int])
    """The entry of the last note in a line."""
    _latest: list[int] = field(default_factory=list[int])
    _labelled: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    """The entries of lists and notes by their labels, the latest of each."""
    _by_year: dict[str, list[int]] = field(default_factory=lambda: defaultdict[str, list[int]](list))
    _by_first: dict[str, list[int]] = field(default_factory=lambda: defaultdict[str, list[int]](list))
    """The entries without a label, by their first word."""

    def read_list(self, items: Sequence[Item], at: int) -> None:
        """A list that begins at offset `at`; numbers in it may come again in another one."""
        self._read_list(items, at, "")

    def read_endnotes(self, items: Sequence[Item], at: int) -> None:
        """The same of a list of notes, which may name a source anew in short: "Holm, Quay, 31"."""
        self._read_list(items, at, None)

    def _read_list(self, items: Sequence[Item], at: int, authors: str | None) -> None:
        numbers: dict[str, list[int]] = {}
        for item in items:
            places = self._places(item, authors)
            authors = None if authors is None else self.held[places[-1]].authors
            for anchor in item.anchors:
                self.anchors.setdefault(anchor, places[0])
            label = item.label
            if label is not None and label.isdecimal():
                if label in numbers:
                    self.twice.append(label)
                numbers.setdefault(str(int(label)), []).extend(places)
            elif label is not None:
                self._name(label.strip("@^[]"), places)
        if numbers:
            self.lists.append((at, numbers))

    def read_note(self, item: Item) -> None:
        """A footnote's definition."""
        label = item.label or ""
        places = self._places(item)
        for anchor in item.anchors:
            self.anchors.setdefault(anchor, places[0])
        self._name(label.strip("@"), places)

    def _places(self, item: Item, before: str | None = None) -> list[int]:
        """That of a new entry, or those of the ones before it that "Ibid." and "(note 3)" mean; `before`: in a list the
        authors for whom a dash stands.
        """
        read = entries.read(item.words)
        meant = self._repeated(read.text, self._latest) or (self._shortened(read) if before is None else [])
        by = ""
        if before and (again := entries.AGAIN.match(item.words)):
            by = f"{_OF_TITLE.split(before)[0]}{item.words[again.end() :]}"
        self._latest = self._labelled[item.label or ""] = meant or [self._hold(item.label, read, item.start, by)]
        return self._latest

    def _repeated(self, text: str, latest: list[int]) -> list[int]:
        """The places of what an entry repeats; `latest`: of the one before it."""
        again = repeats.repeat(text)
        if again is None:
            return []
        if again.labels:
            earlier = (place for label in again.labels for place in self._labelled.get(label, []))
            return list(dict.fromkeys(earlier))
        if not again.who:
            return latest
        held = range(len(self.held) - 1, -1, -1)
        return next(([place] for place in held if again.who <= repeats.words(self.held[place].read.text)), [])

    def _shortened(self, read: Read) -> list[int]:
        """The place of the source that a short note names anew: all its words are there. What stands in a list of
        references is an entry of its own.
        """
        short = repeats.short(read.text)
        if short is None or read.url or read.doi:
            return []
        people = _people(_folded(short.names))
        places = [
            place
            for place, each in enumerate(self.held)
            if short.words < repeats.words(each.read.text) - repeats.SMALL
            and _agreement(_folded(short.names), people, _OF_TITLE.split(each.authors)[0])
        ]
        titles = {_folded(self.held[place].read.title or self.held[place].read.text).casefold() for place in places}
        if len(titles) > 1:
            self.open.append(read.text)
        return places[-1:] if len(titles) == 1 else []

    def read_alias(self, item: Item, keys: Sequence[Key]) -> None:
        """A footnote's definition in which only keys or numbers stand: a mark of it means their entries."""
        places = [place for key in keys for place in self.find(key, item.start)]
        if not places:
            return self.read_note(item)
        for place in places:
            self.names.setdefault((item.label or "").strip("@").lower(), []).append(place)
        return None

    def _name(self, label: str, places: Sequence[int]) -> None:
        held = self.names.setdefault(label.lower(), [])
        if held:
            self.twice.append(label)
        held.extend(places)

    def read_record(self, record: Record, source: str, at: int) -> None:
        """A BibTeX record; `source`: how it is written."""
        fields = record.fields
        address, _ = entries.address(" ".join(fields[name] for name in fields if name in _WITH_ADDRESS))
        archived = re.fullmatch(r"(?:arxiv:)?(\d{4}\.\d{4,5}(?:v\d+)?)", fields.get("eprint", "").lower())
        if address is None and archived:
            address = f"https://arxiv.org/abs/{archived[1]}"
        kept = _FILE.search(fields.get("file", ""))
        if address is None and kept:
            address = kept[0]
        doi = re.sub(r"^https?://(?:dx\.)?doi\.org/", "", fields.get("doi", "")) or None
        who = fields.get("author") or fields.get("editor") or fields.get("institution") or ""
        year = fields.get("year") or fields.get("date", "")
        shown = [who, f"({year})" if year else "", fields.get("title", "")]
        shown += [
            fields[name] for name in ("journal", "booktitle", "publisher", "institution", "url") if fields.get(name)
        ]
        text = ". ".join(dict.fromkeys(part for part in shown if part))
        text = text if fields.get("title") else " ".join(source.split())
        read = Read(text, address, doi, fields.get("title"))
        if not record.key:
            self._hold(None, read, at)
        elif record.key.lower() not in self.names:
            self._name(record.key, [self._hold(record.key, read, at)])

    def _hold(self, label: str | None, read: Read, at: int, by: str = "") -> int:
        """`by`: its words from its authors on, where its own do not name them."""
        text = by or read.text
        first = _YEAR.search(text)
        authors = text[: first.start()] if first and first.start() < _FRONT * 2 else text[:_FRONT]
        years = frozenset(_year(each) for each in _YEAR.findall(text[:400]))
        authors = _folded(authors)
        self.held.append(_Held(label, read, at, authors, years))
        place = len(self.held) - 1
        if label is None and (word := re.match(r"\W*([\w'’-]+)", authors)):
            self._by_first[word[1].casefold()].append(place)
        for year in years:
            self._by_year[year].append(place)
            if year[-1:].isalpha() and year[:4].isdecimal():
                self._by_year[year[:4]].append(place)
        if read.url:
            self._links.setdefault(_linked(read.url), place)
        return place

    def find(self, key: Key, at: int) -> list[int]:
        """The entries that a key means, for a mark at offset `at`; a link makes an entry of its own."""
        if key.way == "link":
            place = self._links.get(_linked(key.name))
            return [place if place is not None else self._link(key, at)]
        if key.way == "inline":
            read = entries.read(key.name)
            self._inline = self._repeated(read.text, self._inline) or [self._hold(None, read, at)]
            return self._inline
        if key.way == "author":
            place = self.by(key.words, key.name)
            return [] if place is None else [place]
        if key.way == "anchor":
            return self._anchored(key, at)
        if key.way == "number":
            return self._numbered(key.name, at) or self.names.get(key.name.lower(), []) or self._file(key, at)
        named = self.names.get(key.name.lower())
        if named:
            return self._of_section(named, at) if key.way == "note" and len(named) > 1 else named
        anchor = next((each for each in _anchors(key.name) if each in self.anchors), None)
        if anchor and key.way == "key":
            return [self.anchors[anchor]]
        if key.way == "key":
            return self._by_key(key.name)
        return self._numbered(key.name, at) if key.name.isdecimal() else []

    def _anchored(self, key: Key, at: int) -> list[int]:
        if key.name in self.anchors:
            return [self.anchors[key.name]]
        named = self.names.get(key.name.lower())
        if named:
            return named
        number = re.search(r"\d+", key.words) or re.search(r"\d+$", key.name)
        return self._numbered(number[0], at) if number else []

    def _file(self, key: Key, at: int) -> list[int]:
        """【4:2†report.pdf】 names its source itself where no list does."""
        name = key.words
        if name.startswith(("http://", "https://")):
            return self.find(Key("link", name), at)
        if not name or name.lower() in ("source", "sources") or re.fullmatch(r"L\d+(?:-L?\d+)?", name):
            return []
        place = self._links.get(f"file {name.lower()}")
        if place is None:
            label = key.name if key.name != name else None
            place = self._hold(label, Read(name, None, None, name), at)
            self._links[f"file {name.lower()}"] = place
        return [place]

    @property
    def numbers(self) -> frozenset[str]:
        """The labels of all numbered lists."""
        return frozenset(label for _, labels in self.lists for label in labels)

    @property
    def dated(self) -> bool:
        """Whether an entry has authors and a year."""
        return any(each.years for each in self.held)

    def _numbered(self, label: str, at: int) -> list[int]:
        """In the next list after the mark; a list before it serves only where none comes after."""
        label = str(int(label)) if label.isdecimal() else label
        after = next((labels for place, labels in self.lists if place >= at), None)
        if after is not None and label in after:
            return after[label]
        if after is not None and self._restart():
            whole = self.lists[-1][1]  # a short list on the way beside the report's own at its end
            return whole.get(label, []) if len(whole) > 2 * len(after) else []
        holding = [labels for _, labels in self.lists if label in labels]
        before = next((labels for place, labels in reversed(self.lists) if place < at), None)
        if before is not None and self._restart():
            return before.get(label, [])
        return holding[0][label] if holding else []

    def _restart(self) -> bool:
        """Whether lists of the report begin anew."""
        counts = Counter(label for _, labels in self.lists for label in labels)
        return bool(counts) and counts.most_common(1)[0][1] > 1

    @property
    def restart(self) -> bool:
        """Whether numbers come again in another list."""
        return len(self.lists) > 1 and self._restart()

    def knows(self, names: str, year: str) -> bool:
        """Whether an entry is by `names` and of `year`."""
        return self.by(names, year) is not None

    def by(self, names: str, year: str) -> int | None:
        """The entry by `names` of `year`; of several the one whose authors are these and no others. Without a year the
        only one whose first author is so named. A short name that the report declares is its long one where no entry
        has it itself.
        """
        place = self._by(_folded(names), year)
        return self._by(_folded(self.short[names]), year) if place is None and names in self.short else place

    def _by(self, names: str, year: str) -> int | None:
        best: tuple[float, int] | None = None
        people = _people(names)
        if not people:
            return None
        if not year:
            first = self._by_first.get(people[0].split()[-1].casefold(), ())
            places = [each for each in first if _agreement(names, people, self.held[each].authors)]
            return places[0] if len(places) == 1 else None
        for place in self._by_year.get(_year(year), ()):
            score = _agreement(names, people, self.held[place].authors)
            if score and (best is None or score > best[0]):
                best = (score, place)
        return best[1] if best else None

    def _of_section(self, places: list[int], at: int) -> list[int]:
        """Of notes with one name those of the mark's section, where the sections have their own."""
        sections = [bisect(self.breaks, self.held[place].at) for place in places]
        if len(set(sections)) < len(sections):
            return places
        own = bisect(self.breaks, at)
        after = [place for place, section in zip(places, sections, strict=True) if section >= own]
        return after[:1] or places[-1:]

    def _by_key(self, key: str) -> list[int]:
        """The one entry that a key like okafor2021walks tells by author and year, in a list that shows no keys."""
        parts = re.findall(r"[^\W\d_]+|\d+", re.sub(r"(?<=[a-zà-þ])(?=[A-ZÀ-Þ])", " ", key))
        years = [part for part in parts if part.isdecimal() and len(part) in (2, 4)]
        words = [part.casefold() for part in parts if not part.isdecimal() and len(part) > 1]
        if len(years) != 1 or not words:
            return []
        found: list[tuple[int, int]] = []
        of_year = {place for year, held in self._by_year.items() if year[:4].endswith(years[0]) for place in held}
        for place in sorted(of_year):
            each = self.held[place]
            near = each.authors.casefold()
            first = re.match(rf"\W*(?:[\w.'’-]+\s){{0,3}}?{re.escape(words[0])}\b", near)
            if first and each.label is None:
                text = each.read.text.casefold()
                found.append((sum(word in text for word in words), place))
        best = max(found, default=(0, 0))[0]
        places = [place for score, place in found if score == best]
        return places if len(places) == 1 else []

    def _link(self, key: Key, at: int) -> int:
        words = " ".join(re.sub(r"[*_`\\]", "", key.words).split())
        doi = re.search(r"10\.\d{4,9}/\S+", key.name)
        text = f"{words} {key.name}".strip() if words else key.name
        url = f"https://{key.name}" if key.name.startswith("www.") else key.name
        named = words if re.search(r"[^\W\d]{2}", words) and not entries.is_generic(words) else None
        place = self._hold(None, Read(text, url, doi[0] if doi else None, named), at)
        self.held[place].link = True
        return place

    def finished(self) -> tuple[tuple[Entry, ...], dict[int, str]]:
        """The entries in the order of the report, and the id of each place."""
        order = sorted(range(len(self.held)), key=lambda place: (self.held[place].at, place))
        ids = {place: f"c{n}" for n, place in enumerate(order, 1)}
        made = tuple(
            Entry(ids[place], each.label, each.read.text, each.read.url, each.read.doi, each.read.title, each.link)
            for place in order
            for each in (self.held[place],)
        )
        return made, ids


def _anchors(key: str) -> tuple[str, ...]:
    return (f"ref-{key}", f"bib-{key}", f"cite-{key}", key)


def _linked(url: str) -> str:
    """An address as two are compared, its `&` written out or not."""
    return urls.bare(url.replace("&amp;", "&"))


def _year(written: str) -> str:
    return written.replace(" ", "").lower()


def _folded(names: str) -> str:
    """Without accents: García, Garcia."""
    parts = unicodedata.normalize("NFKD", names)
    return unicodedata.normalize("NFC", "".join(char for char in parts if not unicodedata.combining(char)))


def _people(names: str) -> list[str]:
    """The surnames in a mark, first to last."""
    names = re.sub(rf"{signals.OTHERS}$|['’]s?$", "", names.strip())
    parts = re.split(signals.JOIN, names)
    return [part.strip(" ,&") for part in parts if part.strip(" ,&")]


def _agreement(names: str, people: list[str], authors: str) -> float:
    """How well names agree with an entry's authors; 0 when they are other people."""
    folded, head = names.casefold(), authors.casefold()
    if head.startswith(folded):
        return 3 + len(folded) / max(len(head), 1)
    if len(people) == 1 and _initials(people[0], head):
        return 1
    found = [_position(person, head) for person in people]
    if found[0] is None or found[0] > 40 or any(each is None for each in found):
        return 0
    more = len(re.findall(r";|&|\band\b|\bet al\b|,\s[A-ZÀ-Þ][\w'’-]{2,}", authors))
    wanted = 1 if re.search(rf"{signals.OTHERS}$", folded) else len(people) - 1
    return 2 - found[0] / 100 - 0.2 * min(abs(min(more, 3) - wanted), 3)


def _position(person: str, head: str) -> int | None:
    match = re.search(rf"(?<!\w){re.escape(person.casefold())}(?!\w)", head)
    if match is None and " " in person:  # "Ada Okafor" of "Okafor, A."
        match = re.search(rf"(?<!\w){re.escape(person.split()[-1].casefold())}(?!\w)", head)
        if match and not re.search(rf"(?<!\w){re.escape(person[0].casefold())}", head[: match.end() + 6]):
            return None
    return match.start() if match else None


def _initials(name: str, head: str) -> bool:
    """Whether the entry is by the body of which the mark gives the name, or the other way round."""
    if name.isupper() and 1 < len(name) < 9:
        words = re.split(r"[.,(]", head)[0].split()
        return "".join(word[0] for word in words if word not in _SMALL) == name.casefold()
    short = "".join(word[0] for word in name.split() if word[0].isupper()).casefold()
    return len(short) > 2 and re.match(rf"{re.escape(short)}\b", head) is not None
