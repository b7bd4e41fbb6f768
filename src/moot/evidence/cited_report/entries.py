"""One entry of a reference list: its label, words, address, DOI and title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from moot.evidence.cited_report import bibtex, linked, markup, repeats
from moot.evidence.cited_report.blocks import Block
from moot.evidence.cited_report.plain import HOLE
from moot.evidence.cited_report.style import Style
from moot.text.lazy import lazy_re

_LINK = lazy_re(
    r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\]){1,500})\]\(\s*<?((?:[^()\s<>]|\([^()\s]*\)){1,2000})>?(?:\s+\"[^\"\n]*\")?\s*\)"
)
_URL = lazy_re(r"(?:https?://|www\.)[^\s<>\[\]{}|\\^`\"“”]{3,2000}")
_DOI = lazy_re(r"\b(10\.\d{4,9}/[^\s\"<>\]}”]{2,200})")
_ANCHOR = lazy_re(r"<\w+\s[^<>]{0,100}?\b(?:id|name)\s*=\s*[\"']?([^\"'\s>]{1,100})", re.IGNORECASE)
_BACK = lazy_re(
    r"\[[↩↑^⏎\ufe0e\s]*\]\([^()\s]*\)|\[\^?[a-z\d]\]\(#[^()\s]*\)(?=\s*$)"
    r"|\[(?:back|jump up|return)[^\]]{0,30}\]\(#[^()\s]*\)"
    r"|\[\^[^\]]{0,20}\]\(#[^()\s]*\)|[↩⏎]\ufe0e?",
    re.IGNORECASE,
)
_YEAR = r"(?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.|in press|forthcoming)"
_DATED = lazy_re(rf"[(\[]{_YEAR}(?:,\s[^()\[\]]{{1,30}})?[)\]][.,:]?\s*|(?<=[.,])\s{_YEAR}\.\s+")
_ACCESSED = lazy_re(r"[,.(]?\s*(?:last\s)?(?:accessed|retrieved|visited|zugriff)\b.*", re.IGNORECASE)
_QUOTED = lazy_re(r"[“„«\"]([^”“«»\"]{4,300})[”“»\"]")
_ITALIC = lazy_re(
    r"(?<![\w*])\*{1,2}([^*]{4,300})\*{1,2}(?![\w*])|(?<![\w_])_([^_]{4,300})_(?!\w)|<(?:i|em|cite)>([^<]{4,300})</"
)
_GENERIC = lazy_re(
    r"(?:https?://|www\.|doi\b|10\.\d|pdf$|html$|link$|here$|online$|read |view |full |source$|available|archived"
    r"|\W*\d*\W*$|[\w.-]+\.[a-z]{2,6}(?:/|$))",
    re.IGNORECASE,
)
_SPAN = lazy_re(r"\[([^\[\]]*)\]\{[#.][^{}\n]*\}|\{#[^{}\n]*\}")
"""Pandoc's names and classes of words."""
_NOTE_IN_LINE = lazy_re(r"\s\[\^([^\]\s\[]{1,80}?)\^?\]:\s")
_IN_LINE = lazy_re(r"(?<=\s)(?:\[(\d{1,3})\]|(\d{1,3})\.)(?=\s)")
_PARTICLES = r"(?:(?:van|von|de|der|den|del|di|da|dos|du|la|le|al|el|ten|ter|af|bin|ibn)\s){0,3}"
_NEW_AUTHOR = lazy_re(
    rf"{_PARTICLES}[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?,\s"
    r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]+[,.])"
)
"""The beginning of an entry by a person: "van Dam, B."."""
_OF_YEAR = r"\s?[.,:;]|\s?[(\[]?(?:1[5-9]|20)\d\d"
AGAIN = lazy_re(
    rf"[*\s]*(?:(?:(?:\\?[-_‐-―─]){{3,20}}|[—―]{{2}}|[⸺⸻])(?={_OF_YEAR}|\s(?:[(\[\"“‘«*_&]|and\b|n\.\s?d\.))"
    rf"|(?:[—―]|--|––)(?={_OF_YEAR}))"
)
"""A dash for the authors of the entry before: "———. 2023b."; a short one before words begins an item of a list."""
_BREAK_IN_URL = lazy_re(
    r"(https?://(?:[^\s]{4,}[/\-_.=&?])?)\s+(?=[a-z\d%?=&#._-]+(?:[/.=_?&-]|\d|\s*$)[\w/]?)(?!\d{1,4}[.)\]]?\s)"
)


_WHOLE = lazy_re(r"(?:1[5-9]|20)\d\d|https?://|n\.d\.|\]\(|\((?:in press|forthcoming)\)")
"""What an entry that is whole has: when, or where."""
_SOMEBODY = lazy_re(r"[A-ZÀ-Þ][^()\d]{1,80}\((?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.)\)[.,:]")
"""Whoever wrote it, an office too: "City Garden Office (2022)."."""


@dataclass(frozen=True)
class Item:
    """An entry as it stands in a list."""

    label: str | None
    words: str
    """With its markup."""
    start: int
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Read:
    """What an entry's words say."""

    text: str
    url: str | None
    doi: str | None
    title: str | None


def items(text: str, blocks: Sequence[Block]) -> list[Item]:
    """The entries of a list's blocks, in order."""
    found: list[Item] = []
    labelled = sum(1 for block in blocks if block.label is not None)
    for n, block in enumerate(blocks):
        if block.kind in ("heading", "code", "head"):
            continue
        if block.kind == "row":
            found.append(_row(text, block))
            continue
        goes_on = (
            block.kind == "paragraph" and found and labelled and (n == 0 or not block.apart or _indented(text, block))
        )
        if goes_on:
            last = found[-1]
            found[-1] = Item(last.label, f"{last.words}\n{block.words(text)}", last.start, last.anchors)
            continue
        found += _parted(text, block)
    found = [item for item in found if _says(item.words) and not item.words.startswith(":::")]
    return _counted([_anchored(item) for item in found])


def _says(words: str) -> bool:
    """Whether there is more than an ornament: "a. a. O." and "[1]" name a source."""
    return bool(re.search(r"\w{2}|\w\.\W?\w", words) or repeats.only_numbers(words))


def _row(text: str, block: Block) -> Item:
    """A row of a table: its first cell may be the label."""
    cells = [cell.strip() for cell in block.words(text).strip().strip("|").split("|")]
    if block.sign == "key":
        rest = [cell for cell in cells if cell and block.label not in (cell.strip("*_`[]@{}^() "), None)]
        rest = rest[1:] if len(rest) > 1 and rest[0].isdecimal() else rest
        return Item(block.label, ", ".join(rest), block.begin)
    label = re.fullmatch(r"\W*([\w+:.-]{1,30})\W*", cells[0]) if len(cells) > 1 else None
    numbered = label is not None and (label[1].isdecimal() or cells[0].startswith("["))
    rest = cells[1:] if numbered else cells
    return Item(label[1] if label and numbered else None, ", ".join(cell for cell in rest if cell), block.begin)


def _counted(found: list[Item]) -> list[Item]:
    """Entries without a label that begin with 1, 2, 3 have these as labels."""
    numbers = [re.match(r"(\d{1,3})\s+(?=\S)", item.words) for item in found]
    if len(found) < 2 or any(item.label for item in found):
        return found
    if [number and number[1] for number in numbers] != [str(n) for n in range(1, len(found) + 1)]:
        return found
    return [
        Item(number[1], item.words[number.end() :], item.start, item.anchors)
        for item, number in zip(found, numbers, strict=True)
        if number
    ]


def _indented(text: str, block: Block) -> bool:
    return text[block.begin : block.begin + 2].isspace()


def _anchored(item: Item) -> Item:
    names = tuple(_ANCHOR.findall(item.words))
    label = item.label
    words = item.words
    if label is None:
        inner = re.match(
            r"(?:<a\s[^<>]*>(?:</a>)?|\*\*|<b>)*\s*(?:\\?\[(?P<a>[\w+:.-]{1,30})\\?\]:?(?!\()|(?P<b>\d{1,3})[.)]\s|<sup>(?P<c>\d{1,3})</sup>|(?P<d>\[\d{1,3}\])\(#|【(?P<e>\d+(?::\d+)?)(?:†[^】]*)?】)",
            words,
        )
        if inner and not inner["d"]:
            label = inner["a"] or inner["b"] or inner["c"] or inner["e"]
            words = words[inner.end() :]
    return Item(label, words, item.start, names)


def _parted(text: str, block: Block) -> list[Item]:
    """A block may hold several entries: one a line, or "[1] … [2] …" in one paragraph."""
    if block.kind in ("note", "definition"):
        first, *more = _NOTE_IN_LINE.split(block.words(text)) if block.kind == "note" else [block.words(text)]
        rest = [Item(name, words, block.begin) for name, words in zip(more[::2], more[1::2], strict=True)]
        return [Item(block.label, first, block.begin), *rest]
    found: list[Item] = []
    for words, start in _lines(text, block):
        label = block.label if not found else None
        found += [Item(name, part, start + at) for name, part, at in _numbered(words, label)]
    return found


def _lines(text: str, block: Block) -> Iterator[tuple[str, int]]:
    spans = block.spans
    if block.kind != "paragraph" or len(spans) == 1:
        yield block.words(text), block.begin if block.kind != "paragraph" else block.start
        return
    groups: list[list[tuple[int, int]]] = [[spans[0]]]
    hanging = _hanging(text, spans)
    first = _COUNTED.match(text, *spans[0])
    due = int(first[1]) + 1 if first else 0
    for n, (before, span) in enumerate(pairwise(spans), 1):
        counted = _COUNTED.match(text, *span)
        counts = due and counted and int(counted[1]) == due
        due += bool(counts)
        if counts or (not hanging[n] if hanging else _begins(text[slice(*before)], text[slice(*span)])):
            groups.append([span])
        else:
            groups[-1].append(span)
    for group in groups:
        yield "\n".join(text[a:b] for a, b in group), group[0][0]


def _hanging(text: str, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Of each line whether it is indented under the first of its entry; empty where the lines tell no entries so."""
    depths = [len(text[text.rfind("\n", 0, start) + 1 : start].expandtabs(4)) for start, _ in spans]
    under = [depth > depths[0] for depth in depths]
    firsts = [text[slice(*span)] for span, deeper in zip(spans, under, strict=True) if not deeper]
    return under if any(under) and all(_FIRST_LINE.match(line) or AGAIN.match(line) for line in firsts) else []


_COUNTED = lazy_re(r"(\d{1,3})\s+(?=[“\"*_\[<(]?[A-ZÀ-Þ]|https?:)")
_FIRST_LINE = lazy_re(rf"(?:\d{{1,3}}\s)?[“\"'‘*_\[(<]*[A-ZÀ-Þ\d]|{_PARTICLES}[A-ZÀ-Þ]|https?:")


def _begins(before: str, line: str) -> bool:
    """Whether a line begins an entry of its own."""
    if re.match(r"(?:\*\*)?\\?\[\d{1,3}\\?\](?:\*\*)?\s|\d{1,3}[.)]\s|[¹²³⁴-⁹]|\[[\w+]{2,20}\]\s", line):
        return True
    ended = re.search(r"[.)\]>/*_\"”]$|https?://\S+$|\d$", before.rstrip()) is not None
    starts = re.match(r"(?:\d{1,3}\s)?[“\"*_\[<(]?[A-ZÀ-Þ]", line) is not None or AGAIN.match(line) is not None
    whole = _WHOLE.search(line) is not None
    author = _NEW_AUTHOR.match(line) is not None
    dated = _SOMEBODY.match(line) is not None and _WHOLE.search(before) is not None
    if ((author and whole) or dated) and not re.search(r"(?:[,&]|\band)\s*$", before):
        return True
    return ended and starts and whole


def _numbered(words: str, label: str | None) -> list[tuple[str | None, str, int]]:
    """The parts of words in which the next numbers of the list stand, each with its number and place."""
    parts: list[tuple[str | None, str, int]] = []
    expected = int(label) + 1 if label and label.isdecimal() else None
    begin, name = 0, label
    first = re.match(r"\s*(?:\[(\d{1,3})\]|(\d{1,3})\.)\s", words) if label is None else None
    if first:
        name = first[1] or first[2]
        expected, begin = int(name) + 1, first.end()
    if expected is None:
        return [(label, words, 0)]
    for match in _IN_LINE.finditer(words, begin):
        bracket = match[1] is not None
        ended = re.search(r"[.\])/\d]\s*$|https?://\S+\s*$", words[: match.start()]) is not None
        if int(match[1] or match[2]) == expected and (bracket or ended) and match.start() - begin > 12:
            parts.append((name, words[begin : match.start()], begin))
            begin, name, expected = match.end(), match[1] or match[2], expected + 1
    parts.append((name, words[begin:], begin))
    return parts


def read(words: str) -> Read:
    """What the words of an entry say."""
    if re.search(r"\\[a-zA-Z]{2,10}\s?\{", words):
        words = bibtex.plain(words)
    words = _SPAN.sub(r"\1", _BACK.sub("", words))
    words = _BREAK_IN_URL.sub(r"\1", words)
    url, _ = address(words)
    doi = _DOI.search(words)
    shown = _LINK.sub(_both, words)
    plain = markup.read(shown, ((0, len(shown)),), _NO_MARKS)
    marks = iter(plain.marks)
    text = "".join(shown[m.start : m.end].strip("<>") if c == HOLE and (m := next(marks)) else c for c in plain.chars)
    text = re.sub(r"(?<=\w)\s+(?=[.,;](?:\s|$))", "", re.sub(r"[↩⏎]\ufe0e?", "", text))
    text = re.sub(r"^\W*\^\s+(?:[a-z]\s)*|^\s*[-–—:.]\s+", "", " ".join(text.split())).strip()
    return Read(text, url, linked.trimmed(doi[1]) if doi else None, title(words, text))


_NO_MARKS = Style(plain=True)


def _both(link: re.Match[str]) -> str:
    words = re.sub(r"\\(.)", r"\1", link[1])
    if link[2].startswith("#") and not re.search(r"\w{3}", words):
        return ""  # back to a mark of the page
    if _GENERIC.match(words) or words in link[2]:
        return words if re.search(r"\w{3}", words) and not words.startswith("http") else link[2]
    return f"{words} "


def address(words: str) -> tuple[str | None, int]:
    """The first address in the words, and where it ends."""
    links = list(_LINK.finditer(words))
    explained = (each for each in links if not each[2].startswith("/"))  # a word of the entry: /wiki/Doi
    link = next(explained, links[0] if links else None)
    bare = _URL.search(words)
    if link and not link[2].startswith("#") and (bare is None or link.start() < bare.start()):
        return re.sub(r"\\(.)", r"\1", link[2]), link.end()
    if bare is None:
        return None, 0
    found = linked.trimmed(bare[0].replace("&amp;", "&"))
    return (found if "://" in found else f"https://{found}"), bare.start() + len(found)


def is_generic(words: str) -> bool:
    """Whether a link's words name no source: "PDF", "read more", an address."""
    return bool(_GENERIC.match(words)) or words.lower() in (
        "doi",
        "arxiv",
        "ref",
        "reference",
        "this",
        "study",
        "report",
    )


def title(words: str, text: str) -> str | None:
    """The title that an entry names, as well as its form lets tell."""
    links = [link[1] for link in _LINK.finditer(words) if not _GENERIC.match(link[1]) and " " in link[1].strip()]
    if links:
        return _bare(links[0])
    quoted = _QUOTED.search(text)
    if quoted and len(quoted[1].split()) > 1:
        return _bare(quoted[1])
    bare = _ACCESSED.sub("", _EMPTY.sub("", _DOI.sub("", _URL.sub("", text))))
    dated = _DATED.search(bare)
    if dated and dated.start() < 160:
        rest = re.split(r"(?<=[?!])\s|\.\s|\.$|,\s(?=\d|vol|In:)", bare[dated.end() :].strip())[0].strip(" .,")
        before = bare[: dated.start()]
        first = dated[0].lstrip()[:1] in "([" or len(before.split()) < 6 or _AUTHORS.fullmatch(before)
        if first and re.search(r"[^\W\d]{2,}.*[^\W\d]{2}", rest) and not _PLACE.match(rest):
            return rest
    italic = _ITALIC.search(words)
    authors = _AUTHORS.match(bare)
    if italic and authors and (named := _after_authors(bare)) and italic.start() > authors.end() + len(named) // 2:
        return named  # what is set apart behind it is where it was printed
    if italic and italic[1 if italic[1] else 2 if italic[2] else 3].strip(" .").lower() not in ("et al", "in"):
        return _bare(italic[1] or italic[2] or italic[3])
    if quoted:
        return _bare(quoted[1])
    if dated and dated.start() > 20:  # Title (2020)
        bare = bare[: dated.start()]
    return _after_authors(bare)


_EMPTY = lazy_re(r"<\s*>|\(\s*\)")
_PLACE = lazy_re(r"(?:pp?|paras?|ch|table|sheet|item)\b", re.IGNORECASE)
_INITIALS = r"[A-ZÀ-Þ]\.(?:[\s-]?[A-ZÀ-Þ]\.){0,3}"
_AUTHOR = rf"(?:[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?,\s{_INITIALS}|{_INITIALS}\s[A-ZÀ-Þ][\w'’-]+)"
_AUTHORS = lazy_re(
    rf"\W*{_AUTHOR}(?:(?:,?\s(?:and|&)\s|,\s|;\s){_AUTHOR})*(?:,?\set\sal\.?)?(?:\s\(eds?\.\))?[.,:]?\s*"
)


_BODY = lazy_re(r"[A-ZÀ-Þ][\w'’&-]*(?:\s(?:of|for|and|the|&|on|[A-ZÀ-Þ][\w'’&-]*)){0,5}")
"""A body's name: all its words begin with capitals."""


def _after_authors(bare: str) -> str | None:
    """The part between stops that is the title; None where only commas part the fields: a guess would mislead."""
    authors = _AUTHORS.match(bare)
    rest = bare[authors.end() :] if authors else bare
    parts = [part.strip(" ,;:–—-.") for part in re.split(r"(?<=[?!])\s|\.\s|\.$|\s[—–|-]\s|:\s(?=[A-Z“\"])", rest)]
    parts = [part for part in parts if re.search(r"[^\W\d]{3}", part)]
    if not parts:
        return None
    named = not authors and len(parts) > 1 and _BODY.fullmatch(parts[0])
    first = parts[0] if authors else parts[1] if named else max(parts[:2], key=len)
    first = re.sub(r",\s(?:(?:1[5-9]|20)\d\d|pp?\b|table\s|vol\.|no\.).*$", "", first)
    return first if first.count(",") < 2 and len(first.split()) > 1 else None


def _bare(words: str) -> str | None:
    return " ".join(re.sub(r"[*_`]+|</?\w+>", "", _LINK.sub(r"\1", words)).split()).strip(' .,"“”') or None
