"""One entry of a reference list: its label, words, address, DOI and title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from moot.evidence.cited_report import markup
from moot.evidence.cited_report.blocks import Block
from moot.evidence.cited_report.plain import HOLE
from moot.evidence.cited_report.style import Style

_LINK = re.compile(
    r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\]){1,500})\]\(\s*<?((?:[^()\s<>]|\([^()\s]*\)){1,2000})>?(?:\s+\"[^\"\n]*\")?\s*\)"
)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\[\]{}|\\^`\"“”]{3,2000}")
_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s\"<>\]}”]{2,200})")
_ANCHOR = re.compile(r"<a\s[^<>]{0,100}?(?:id|name)\s*=\s*[\"']?([^\"'\s>]{1,100})", re.IGNORECASE)
_BACK = re.compile(
    r"\[[↩↑^⏎\ufe0e\s]*\]\([^()\s]*\)|\[\^?[a-z\d]\]\(#[^()\s]*\)(?=\s*$)"
    r"|\[(?:back|jump up|return)[^\]]{0,30}\]\(#[^()\s]*\)"
    r"|[↩⏎]\ufe0e?",
    re.IGNORECASE,
)
_YEAR = r"(?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.|in press|forthcoming)"
_DATED = re.compile(rf"[(\[]{_YEAR}(?:,\s[^()\[\]]{{1,30}})?[)\]][.,:]?\s*|(?<=[.,])\s{_YEAR}\.\s+")
_QUOTED = re.compile(r"[“„«\"]([^”“«»\"]{4,300})[”“»\"]")
_ITALIC = re.compile(
    r"(?<![\w*])\*{1,2}([^*]{4,300})\*{1,2}(?![\w*])|(?<![\w_])_([^_]{4,300})_(?!\w)|<(?:i|em|cite)>([^<]{4,300})</"
)
_GENERIC = re.compile(
    r"(?:https?://|www\.|doi\b|10\.\d|pdf$|html$|link$|here$|online$|read |view |full |source$|available|archived"
    r"|\W*\d*\W*$|[\w.-]+\.[a-z]{2,6}(?:/|$))",
    re.IGNORECASE,
)
_IN_LINE = re.compile(r"(?<=\s)(?:\[(\d{1,3})\]|(\d{1,3})\.)(?=\s)")
_BREAK_IN_URL = re.compile(r"(https?://[^\s]{4,}[/\-_.=&?])\n\s*(?=[\w/%?=&#.-]*[\w/]\b)(?![A-Z][a-z])")


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
        if block.kind in ("heading", "code"):
            continue
        goes_on = (
            block.kind == "paragraph" and found and labelled and (n == 0 or not block.apart or _indented(text, block))
        )
        if goes_on:
            last = found[-1]
            found[-1] = Item(last.label, f"{last.words}\n{block.words(text)}", last.start, last.anchors)
            continue
        found += _parted(text, block)
    return [_anchored(item, text) for item in found if re.search(r"\w{2}", item.words)]


def _indented(text: str, block: Block) -> bool:
    return text[block.begin : block.begin + 2].isspace()


def _anchored(item: Item, text: str) -> Item:
    names = tuple(_ANCHOR.findall(item.words))
    label = item.label
    words = item.words
    if label is None:
        inner = re.match(
            r"(?:<a\s[^<>]*>(?:</a>)?|\*\*|<b>)*\s*(?:\\?\[(?P<a>[\w+:.-]{1,30})\\?\]:?(?!\()|(?P<b>\d{1,3})[.)]\s|<sup>(?P<c>\d{1,3})</sup>|(?P<d>\[\d{1,3}\])\(#)",
            words,
        )
        if inner and not inner["d"]:
            label = inner["a"] or inner["b"] or inner["c"]
            words = words[inner.end() :]
    return Item(label, words, item.start, names)


def _parted(text: str, block: Block) -> list[Item]:
    """A block may hold several entries: one a line, or "[1] … [2] …" in one paragraph."""
    if block.kind in ("note", "definition"):
        return [Item(block.label, block.words(text), block.begin)]
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
    for before, span in pairwise(spans):
        if _begins(text[slice(*before)], text[slice(*span)]):
            groups.append([span])
        else:
            groups[-1].append(span)
    for group in groups:
        yield "\n".join(text[a:b] for a, b in group), group[0][0]


def _begins(before: str, line: str) -> bool:
    """Whether a line begins an entry of its own."""
    if re.match(r"\\?\[\d{1,3}\\?\]\s|\d{1,3}[.)]\s|[¹²³⁴-⁹]|\[[\w+]{2,20}\]\s", line):
        return True
    ended = re.search(r"[.)\]>/*_\"”]$|https?://\S+$|\d$", before.rstrip()) is not None
    starts = re.match(r"[“\"*_\[<(]?[A-ZÀ-Þ]", line) is not None
    whole = re.search(r"(?:1[5-9]|20)\d\d|https?://|n\.d\.|\]\(", line) is not None
    return ended and starts and whole


def _numbered(words: str, label: str | None) -> list[tuple[str | None, str, int]]:
    """The parts of words in which the next numbers of the list stand, each with its number and place."""
    parts: list[tuple[str | None, str, int]] = []
    expected = int(label) + 1 if label and label.isdigit() else None
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
    words = _BACK.sub("", words)
    words = _BREAK_IN_URL.sub(r"\1", words)
    url, _ = address(words)
    doi = _DOI.search(words)
    shown = _LINK.sub(_both, words)
    plain = markup.read(shown, ((0, len(shown)),), _NO_MARKS)
    marks = iter(plain.marks)
    text = "".join(shown[m.start : m.end].strip("<>") if c == HOLE and (m := next(marks)) else c for c in plain.chars)
    text = re.sub(r"^\W*\^\s+(?:[a-z]\s)*|^\s*[-–—:.]\s+", "", " ".join(text.split())).strip()
    return Read(text, url, markup.trimmed(doi[1]) if doi else None, title(words, text))


_NO_MARKS = Style(plain=True)


def _both(link: re.Match[str]) -> str:
    words = re.sub(r"\\(.)", r"\1", link[1])
    if _GENERIC.match(words) or words in link[2]:
        return words if re.search(r"\w{3}", words) and not words.startswith("http") else link[2]
    return f"{words} "


def address(words: str) -> tuple[str | None, int]:
    """The first address in the words, and where it ends."""
    link, bare = _LINK.search(words), _URL.search(words)
    if link and not link[2].startswith("#") and (bare is None or link.start() < bare.start()):
        return re.sub(r"\\(.)", r"\1", link[2]), link.end()
    if bare is None:
        return None, 0
    found = markup.trimmed(bare[0].replace("&amp;", "&"))
    return (found if "://" in found else f"https://{found}"), bare.start() + len(found)


def title(words: str, text: str) -> str | None:
    """The title that an entry names, as well as its form lets tell."""
    links = [link[1] for link in _LINK.finditer(words) if not _GENERIC.match(link[1]) and " " in link[1].strip()]
    if links:
        return _bare(links[0])
    quoted = _QUOTED.search(text)
    if quoted and len(quoted[1].split()) > 1:
        return _bare(quoted[1])
    bare = _DOI.sub("", _URL.sub("", text))
    dated = _DATED.search(bare)
    if dated and dated.start() < 160:
        rest = re.split(r"(?<=[?!])\s|\.\s|\.$|,\s(?=\d|vol|In:)", bare[dated.end() :].strip())[0].strip(" .,")
        if len(rest) > 3:
            return rest
    italic = _ITALIC.search(words)
    if italic and italic[1 if italic[1] else 2 if italic[2] else 3].strip(" .").lower() not in ("et al", "in"):
        return _bare(italic[1] or italic[2] or italic[3])
    if dated and dated.start() > 20:  # Title (2020)
        bare = bare[: dated.start()]
    parts = [
        part.strip(" ,;:–—-.") for part in re.split(r"\.\s|\.$|\s[—–|-]\s|,\s(?=https?|\d{4})|:\s(?=[A-Z“\"])", bare)
    ]
    parts = [
        part for part in parts if len(part) > 3 and not re.fullmatch(r"[A-Z][\w'’-]+(?:,\s(?:[A-Z]\.?\s?)+)?", part)
    ]
    return max(parts[:3], key=len) if parts else None


def _bare(words: str) -> str | None:
    return " ".join(re.sub(r"[*_`]+|</?\w+>", "", words).split()).strip(" .,") or None
