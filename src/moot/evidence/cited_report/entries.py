"""The entries of a report's reference lists, and finding the one that a mark means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from moot.evidence.cited_report.blocks import Block
from moot.evidence.cited_report.marks import Key
from moot.evidence.cited_report.report import Entry

HEADS = re.compile(
    r"(?:\d+[.)]?\s*)?(?:list of )?"
    r"(?:references?|sources?|bibliography|works? cited|citations?|footnotes|endnotes|notes|"
    r"literature(?: cited)?|cited (?:works|sources|literature)|reference list|sources? (?:used|cited|consulted)|links|"
    r"files cited)"
    r"(?: and (?:notes|sources|references|links))?\s*:?$",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://[^\s<>\[\]{}|\\^`\"]+")
_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s\"<>]+)")
_LINK = re.compile(r"\[([^\[\]]+)\]\(<?([^()\s]+(?:\([^()\s]*\))?)>?(?:\s+\"[^\"]*\")?\)")
_LABEL = re.compile(
    r"^\s*(?:\[(?P<a>[^\]\s]{1,40})\]:?|【(?P<b>\d+(?::\d+)?)(?:†[^】]*)?】|\((?P<c>\d{1,4})\)"
    r"|(?P<d>\d{1,4})[.)](?=\s)|(?P<e>[¹²³⁰-⁹]+))\s*"
)
_BIB = re.compile(r"@\w+\s*\{\s*([^,\s{}]+)\s*,")
_FIELD = re.compile(r"(\w+)\s*=\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|\"([^\"]*)\"|(\d+))")
_QUOTED = re.compile(r"[“\"]([^”\"]{6,300})[”\"]|(?<![\w*])\*([^*]{6,300})\*|(?<![\w_])_([^_]{6,300})_")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass
class Entries:
    """All entries, in the order of the report; a list serves the blocks from the list before it to its own place."""

    all: list[Entry] = field(default_factory=list[Entry])
    lists: list[tuple[int, dict[str, str]]] = field(default_factory=list[tuple[int, dict[str, str]]])
    """Where each numbered list stands, and its labels' entries."""
    names: dict[str, str] = field(default_factory=dict[str, str])
    """Footnotes and keys."""
    twice: list[str] = field(default_factory=list[str])
    _links: dict[str, str] = field(default_factory=dict[str, str])

    def add(self, text: str, label: str | None = None) -> Entry:
        plain, url = _plain(text)
        doi = _DOI.search(text)
        entry = Entry(
            id=f"c{len(self.all) + 1}",
            label=label,
            text=plain,
            url=url,
            doi=doi[1].rstrip(".,;)") if doi else None,
            title=_title(text, plain),
        )
        self.all.append(entry)
        if url:
            self._links.setdefault(_same(url), entry.id)
        return entry

    def find(self, key: Key, at: int) -> str | None:
        """The id of the entry that a key means, for a mark in block `at`; links make an entry of their own."""
        if key.way == "link":
            return self._links.get(_same(key.name)) or self._link(key)
        if key.way == "author":
            return self._author(key.name)
        if key.way in ("footnote", "key"):
            number = next((each for each in (key.name, key.words.strip("[]() ")) if each.isdigit()), "")
            return self.names.get(key.name.lower()) or (self._numbered(number, at) if number else None)
        return (
            self._numbered(key.name, at)
            or self.names.get(key.name)
            or self._file(key.words)
            or (self._numbered(key.name.partition(":")[0], at) if ":" in key.name else None)
        )

    @property
    def numbers(self) -> frozenset[str]:
        return frozenset(label for _, labels in self.lists for label in labels) | {
            name for name in self.names if name.isdigit()
        }

    def _file(self, name: str) -> str | None:
        """The entry that begins with the name of a file."""
        return next((entry.id for entry in self.all if name and entry.text.startswith(name)), None)

    def _numbered(self, label: str, at: int) -> str | None:
        """In the next list after the mark; a list before it serves only where none comes after."""
        after = [labels for place, labels in self.lists if place >= at]
        before = [labels for place, labels in reversed(self.lists) if place < at]
        first = after[0] if after else None
        if first is not None and label in first:
            return first[label]
        if len(self.lists) > 1 and first is not None:
            return None
        return next((labels[label] for labels in (*after, *before) if label in labels), None)

    def _author(self, name: str) -> str | None:
        surname, year = re.split(r"[ ,]", name)[0], name.rsplit(" ", 1)[1]
        particles = re.match(r"((?:van|von|de|der|den|la|le|di|da|dos|al|el)\s)+", name)
        start = (particles[0] if particles else "") + (name[particles.end() :] if particles else name).split()[
            0
        ].rstrip(",")
        surname = re.sub(r"['’]s$", "", start)
        for entry in self.all:
            head = entry.text[:200]
            if re.search(rf"\b{re.escape(surname)}\b", head) and re.search(rf"\b{re.escape(year)}(?!\w)", entry.text):
                return entry.id
        return None

    def _link(self, key: Key) -> str | None:
        entry = Entry(
            id=f"c{len(self.all) + 1}",
            label=None,
            text=f"{key.words} {key.name}".strip() if key.words else key.name,
            url=key.name,
            doi=(found[1] if (found := _DOI.search(key.name)) else None),
            title=key.words or None,
        )
        self.all.append(entry)
        self._links[_same(key.name)] = entry.id
        return entry.id


def read_list(blocks: Sequence[Block], entries: Entries, at: int) -> None:
    """A reference list's blocks as entries; `at`: the number of its first block in the report."""
    labels: dict[str, str] = {}
    named: dict[str, int] = {}
    for block in blocks:
        if block.kind == "code" or _BIB.match(block.text.lstrip()):
            continue
        for text, label in _items(block):
            if not re.search(r"\w{2}", text):
                continue
            entry = entries.add(text, label)
            if label is not None and label[0].isdigit() and not label[-1].isalpha():
                label = str(int(label)) if label.isdigit() else label
                if label in labels:
                    entries.twice.append(label)
                labels.setdefault(label, entry.id)
            elif label is not None:
                named[label.lower()] = 1
                entries.names.setdefault(label.lower().lstrip("@^"), entry.id)
    if labels:
        entries.lists.append((at, labels))


def read_bib(text: str, entries: Entries) -> None:
    """BibTeX records, tolerant of what is broken."""
    for start in _BIB.finditer(text):
        key, body = start[1], _braced(text, start.end())
        fields = {
            name.lower(): (a or b or c).replace("{", "").replace("}", "") for name, a, b, c in _FIELD.findall(body)
        }
        shown = ". ".join(
            fields[name] for name in ("author", "year", "title", "journal", "publisher") if name in fields
        )
        entry = entries.add(f"{shown} {fields.get('url', '')} {fields.get('doi', '')}".strip(), key)
        if fields.get("title"):
            entries.all[-1] = Entry(entry.id, key, entry.text, entry.url, entry.doi, fields["title"])
        entries.names.setdefault(key.lower(), entry.id)


def _braced(text: str, at: int) -> str:
    """The text up to the brace that closes the one before `at`."""
    depth = 1
    for end in range(at, min(len(text), at + 20_000)):
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        if depth == 0:
            return text[at:end]
    return text[at : at + 2_000]


def _items(block: Block) -> list[tuple[str, str | None]]:
    if block.kind == "item" and block.label:
        return [(block.text, block.label)]
    if block.kind == "footnote":
        return [(block.text, block.label)]
    found: list[tuple[str, str | None]] = []
    for line in block.text.split("\n"):
        label = _LABEL.match(line)
        if label and (label["a"] is None or not line[label.end() :].startswith("(")):
            name = (label["a"] or label["b"] or label["c"] or label["d"] or label["e"]).translate(_SUPERSCRIPT)
            found.append((line[label.end() :], name.lstrip("@^")))
        elif found and block.kind != "item" and not _begins(line, found[-1][0]):
            text, name = found[-1]
            found[-1] = (f"{text} {line.strip()}", name)
        else:
            found.append((line, None))
    return found


def _begins(line: str, before: str) -> bool:
    """Whether a line without a label begins an entry: a name first and a year, after an entry that has ended."""
    named = re.match(r"\s*[-*]\s|[A-ZÀ-Þ][^.\d]{2,80}[.,(].*\b(?:1[89]|20)\d\d|[A-ZÀ-Þ].*n\.d\.", line)
    return named is not None and (before.rstrip().endswith((".", "/", ")")) or bool(_URL.search(before[-200:])))


def _plain(text: str) -> tuple[str, str | None]:
    """The entry without markup, and its first address."""
    link = _LINK.search(text)
    bare = _URL.search(text)
    url = link[2] if link else bare[0].rstrip(".,;:)>*_") if bare else None
    plain = _LINK.sub(lambda match: match[1] if match[1].startswith("http") else f"{match[1]} {match[2]}", text)
    plain = re.sub(r"[*_`<>]|\[\^[^\]]+\]|[↩↑]\ufe0e?", "", plain)
    return " ".join(plain.split()), url


def _title(text: str, plain: str) -> str | None:
    link = _LINK.search(text)
    if link and not link[1].startswith("http"):
        return " ".join(re.sub(r"[*_`]", "", link[1]).split())
    quoted = _QUOTED.search(text)
    if quoted:
        return " ".join((quoted[1] or quoted[2] or quoted[3]).split()).rstrip(".,")
    bare = _DOI.sub("", _URL.sub("", plain))
    dated = re.search(r"\((?:1[89]|20)\d\d[a-z]?(?:, [^)]*)?\)[.,:]?\s*", bare)
    if dated:
        return re.split(r"\.(?:\s|$)", bare[dated.end() :].strip())[0].strip(" .,") or None
    parts = [part.strip(" ,;:–—-") for part in re.split(r"\.(?:\s|$)|\s[—–|]\s", bare) if part.strip(" ,;:–—-")]
    return max(parts, key=len) if parts else None


def _same(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[#].*$", "", url).rstrip("/").lower()
