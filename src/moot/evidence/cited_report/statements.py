"""Sentences, list items and table rows with the marks that belong to each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from moot.evidence.cited_report.columns import OF_SOURCES
from moot.evidence.cited_report.plain import HOLE, Found, Key, Plain, leading, moved
from moot.evidence.cited_report.report import Cell
from moot.text import sentences
from moot.text.lazy import lazy_re

_LEAD = r"(?:(?:see|cf\.?|e\.g\.,?|also|from|via|in|as|sources?|refs?\.?|references?|compare|after)(?:\sin)?:?\s+){0,3}"
_RUN = lazy_re(
    rf"(?P<open>[(\[]\s*{_LEAD})?(?P<holes>{HOLE}(?:[\s,;/|·]*(?:(?:and|&)\s)?{HOLE})*)(?P<close>[\s,;]*[)\]])?",
    re.IGNORECASE,
)
_SOURCE = lazy_re(
    r"(?:(?<=[.!?…\"”’)\]]\s)|^)(?:sources?|see|via|refs?|references?|more|link|url|cited|read)(?:\s(?:also|at|from|in))?\s?:?\s*$",
    re.IGNORECASE,
)
_ENDS = lazy_re(r"[.!?][\"'”’)\]]{0,3}(?=\s+[\"“‘(]?[^\W\d_])(?!\s+(?:pp?|vol|no|fig|sec|ch|paras?|arts?|see|cf)\b)")
"""A stop right behind a mark; the next sentence may begin with a small letter."""
_STOPPED = lazy_re(r"[.!?][\"'”’)\]]{0,3}\s?\Z")
_LONGEST_STOP = 5
_OPENS_SMALL = lazy_re(r"\s+[\"“‘(]?(?=(?P<name>[a-zß-ÿ]+[A-Z0-9_]))?")
"""Before what may be code, or a name such as "eBay"."""
_LETTER = lazy_re(r"(?<![\w.'’-])[A-ZÀ-Þ]\.\s?\Z")
_OPENS = lazy_re(r"\s+[\"“‘(]?[A-ZÀ-Þ]")
STAND_IN = "X\ue000"
"""Stands for a mark that is a word, so that the sentence begins with a capital."""
_SAME_SUBJECT = lazy_re(
    r"(?:They|She|He|The (?:(?:two|three|four) )?(?:authors?|researchers|team|group))\s"
    r"|(?:Their|Her|His|The|This) (?:study|paper|report|survey|review|article|analysis|experiments?|data|results?|"
    r"findings?|model|trial|work|book|estimates?)\b"
)
"""Begins a sentence about those of whom the one before told."""
_GOVERNS = lazy_re(
    r"(?:^|\s)(?!(?-i:[A-Z]{2}))(?:according to|as|by|from|in|of|per|than|to|with|and|but|that|because|whereas|while"
    r"|where|although|though|if|when|since|whether)\s$",
    re.IGNORECASE,
)
"""Before a mark that is a word of its sentence: "According to [1], it rose", but not "with Vindservice AS [1]"."""
_REGISTERED = {"doi": "https://doi.org/", "arXiv": "https://arxiv.org/abs/"}
"""What addresses begin with that were written as names."""
_LINE_END = lazy_re(r"[\n\r\x0b\x0c\x85\u2028\u2029\t]")
_ROW_END = lazy_re(rf"(?<=[\w){HOLE}])\n(?=[A-ZÀ-Þ])")
_BAR = lazy_re(r"(?<!\\)\|")
_SAYS = lazy_re(r"[^\s|()\[\],;:.]")
"""In the cell of a row: more than what a mark leaves behind."""
_ENDED = lazy_re(r"(?:^|[.!?…][\"'”’)\]]*)\s*$")


@dataclass(frozen=True)
class Piece:
    """A statement, its marks not yet resolved."""

    text: str
    marks: tuple[Found, ...]
    start: int
    end: int
    cells: tuple[Cell, ...] = ()
    names: bool = False
    """Whether it only names what the list below it is about."""
    under: str = ""
    """What such a line above it names."""


@dataclass
class _Words:
    """A block's words without holes; where each character stood, and where each mark was."""

    chars: list[str]
    at: list[int]
    marks: list[tuple[int, Found]]
    cuts: list[int]
    """Places where a sentence ends for sure."""
    sources: list[Found] = field(default_factory=list[Found])
    """Marks after "Source:"."""


def pieces(plain: Plain, rows: bool = False) -> list[Piece]:
    """The sentences of a paragraph or list item; `rows`: a line may be a row of a table that lost its lines."""
    words = _without_holes(plain, rows)
    text = "".join(words.chars)
    spans = _spans(text, words.cuts)
    if not spans:
        return [Piece("", tuple(mark for _, mark in words.marks), *_ends(plain))] if words.marks else []
    marks: list[list[Found]] = [[] for _ in spans]
    n = 0
    for place, mark in words.marks:
        while n + 1 < len(spans) and _next(text, spans[n + 1][0], place):
            n += 1
        marks[n].append(mark)
    made = [_piece(words, text, span, tuple(each)) for span, each in zip(spans, marks, strict=True)]
    behind = [mark for place, mark in words.marks if _stands_behind(words, text, place, mark)]
    links = [mark for mark in behind if mark.form == "link"]
    at_end = bool(behind) and len(behind) == len(words.marks)
    return _of_one_subject(_of_what_follows(_merged(made), words.sources, links, at_end))


def _stands_behind(words: _Words, text: str, place: int, mark: Found) -> bool:
    """Whether a link stands behind a stop, or another mark, away from it: "It rose. [1]", not "It rose.[1]"."""
    if not _STOPPED.search(text, max(0, place - _LONGEST_STOP), place):
        return False
    return mark.form == "link" or mark.start > words.at[place - 1] + 1


def _of_what_follows(made: list[Piece], sources: Sequence[Found], links: Sequence[Found], at_end: bool) -> list[Piece]:
    """What has no mark of its own is from where the paragraph's "Source: …" says, or its marks if all are at its end
    and behind its stop (`at_end`); before a link that stands behind a stop (`links`), from there.
    """
    last = tuple(mark for mark in made[-1].marks if at_end or mark in sources) if made else ()
    after, found = last, list[Piece]()
    for piece in reversed(made):
        found.append(piece if piece.marks else replace(piece, marks=leading(after)))
        if piece.marks:
            after = tuple(mark for mark in piece.marks if mark in links) or last
    return found[::-1]


def _of_one_subject(made: list[Piece]) -> list[Piece]:
    """ "Lund (2020) walked. They report that …": who is the subject with a year is cited as long as told of."""
    found: list[Piece] = []
    subject: tuple[Found, ...] = ()
    for piece in made:
        if piece.marks or not _SAME_SUBJECT.match(piece.text):
            first = piece.marks[:1]
            subject = first if first and first[0].form == "author" and first[0].start == piece.start else ()
        found.append(piece if piece.marks or not subject else replace(piece, marks=leading(subject)))
    return found


def _next(text: str, start: int, place: int) -> bool:
    """Whether a mark at `place` belongs to the sentence that begins at `start`."""
    return place > start or (place == start and text.startswith(STAND_IN, place))


def row(plain: Plain, heads: Sequence[str]) -> list[Piece]:
    """A table row as one statement: cells with words, joined by bars. `heads`: the cells of the row that heads its
    table; where there are more or fewer of them, which is whose nobody can tell.
    """
    cells = in_row(plain)
    named = heads if len(heads) == len(cells) else [""] * len(cells)
    told = [(head, cell) for head, cell in zip(named, cells, strict=True) if _SAYS.search(cell)]
    kept = tuple(Cell(*each) for each in told if not (plain.marks and OF_SOURCES.fullmatch(each[0])))
    if not kept:
        return []
    shown = " | ".join(each.text for each in kept)
    labelled = _SAYS.search(cells[0]) is not None
    return [Piece(shown, tuple(plain.marks), *_ends(plain), kept if labelled else ())]


def in_row(plain: Plain) -> list[str]:
    """The words of each cell."""
    text = "".join(_without_holes(plain, rows=False).chars).strip().removeprefix("|").removesuffix("|")
    return [tidy(cell.replace(STAND_IN, "")) for cell in _BAR.split(text)]


def _ends(plain: Plain) -> tuple[int, int]:
    return min(plain.at), max([plain.at[-1] + 1, *(mark.end for mark in plain.marks)])


def _without_holes(plain: Plain, rows: bool) -> _Words:
    ends = {match.start() for match in _ROW_END.finditer(plain.text)} if rows else set[int]()
    text = _LINE_END.sub(" ", plain.text)
    words = _Words([], [], [], [])
    marks = iter(plain.marks)
    done = 0
    for run in _RUN.finditer(text):
        whole = run["open"] and run["close"] and (run["open"][0] == "(") == (run["close"][-1] == ")")
        start = run.start() if whole else run.start("holes")
        end = run.end() if whole else run.end("holes")
        _keep(words, plain, text, done, start, ends)
        mine = [next(marks) for char in run["holes"] if char == HOLE]
        done = _place(words, plain, text, end, mine, start)
    _keep(words, plain, text, done, len(text), ends)
    return words


def _keep(words: _Words, plain: Plain, text: str, start: int, end: int, ends: set[int]) -> None:
    words.cuts += [len(words.chars) + place - start for place in ends if start <= place < end]
    words.chars += text[start:end]
    words.at += plain.at[start:end]


def _place(words: _Words, plain: Plain, text: str, end: int, marks: list[Found], start: int) -> int:
    """Put marks after the last word; returns where the text goes on."""
    before = "".join(words.chars[-200:])
    after = text[end : end + 3]
    named = _opens_as_name(plain, text, end)
    leads = marks[0].word and bool(_ENDED.search(before)) and bool(re.match(r"['’]?\s?[a-z]", after))
    if leads and not named and (before.strip() == "" or before[-1:].isspace()):
        words.marks.append((len(words.chars), marks[0]))
        words.chars += STAND_IN
        words.at += [plain.at[start]] * len(STAND_IN)
        words.marks += [(len(words.chars), mark) for mark in marks[1:]]
        return end
    if _GOVERNS.search(before) and all(map(_names, marks)):
        return _kept(words, plain, end, marks, start)
    source = _SOURCE.search(before)
    if source and not (re.match(r"\s*$|[.;,)]|\s[A-ZÀ-Þ]", after) and (marks[0].form != "number" or ":" in source[0])):
        source = None
    if source and marks[0].form in ("url", "link", "number"):
        cut = len(words.chars) - (len(before) - source.start())
        if ":" in source[0] and source[0].strip():
            lead = len(source[0]) - len(source[0].lstrip())
            marks[0] = moved(marks[0], words.at[cut + lead], marks[0].end)
            words.sources += marks
        del words.chars[cut:], words.at[cut:]
        words.cuts.append(cut)
    if marks[0].form in ("url", "link") and re.match(r"[.!?]?\s*$|[.!?]\s", after):
        while words.chars and (words.chars[-1].isspace() or words.chars[-1] in ":–—"):
            del words.chars[-1], words.at[-1]  # "It rose: https://…", "It rose — https://…"
    if not after[:1].strip() or after[:1] in ".,;:!?)]":
        glue = not after.strip() or after[:1].isspace() or after[:1] in ".,;:!?)]"
        while glue and words.chars and words.chars[-1].isspace():
            del words.chars[-1], words.at[-1]
    words.marks += [(len(words.chars), mark) for mark in marks]
    if source and re.match(r"[.,;]", after):
        return end + 1
    if stop := _ENDS.match(text, end):
        words.cuts.append(len(words.chars) + stop.end() - end)  # no initial: "option B [1]. Gas"
    elif (
        (_LETTER.search(before) and _OPENS.match(text, end))
        or (named and _STOPPED.search(before) and not sentences.shortened(before))
        or (marks[0].form == "link" and _STOPPED.search(before) and _OPENS.match(text, end))
    ):
        words.cuts.append(len(words.chars))
    if words.chars and words.chars[-1] in ".!?" and re.match(r"[^\s.,;:!?)\]\"'”’]", after):
        words.chars.append(" ")  # "rose.[1]They fell": what the mark parted stays apart
        words.at.append(plain.at[start])
    return end


def _opens_as_name(plain: Plain, text: str, end: int) -> bool:
    """Whether code or a name that begins with a small letter stands behind a mark that ends there."""
    opens = _OPENS_SMALL.match(text, end)
    if opens is None or opens.end() == len(text):
        return False
    return opens["name"] is not None or plain.at[opens.end()] in plain.code


def _names(mark: Found) -> bool:
    """Whether a mark can be read as a word: [1], @lund2023, 10.1234/abc."""
    if not mark.word or not mark.keys:
        return False
    return mark.form in ("number", "key") or (mark.form == "url" and mark.keys[0].words in _REGISTERED)


def _kept(words: _Words, plain: Plain, end: int, marks: list[Found], start: int) -> int:
    """The marks as a reader sees them."""
    names = ", ".join(_shown(key) for mark in marks for key in mark.keys)
    words.chars += names
    words.at += [plain.at[start]] * len(names)
    words.marks += [(len(words.chars), mark) for mark in marks]
    return end


def _shown(key: Key) -> str:
    if key.way == "link":
        return key.name.removeprefix(_REGISTERED[key.words])
    return f"@{key.name}" if key.way == "key" else f"[{key.name}]"


def _spans(text: str, cuts: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    edges = [0, *sorted({cut for cut in cuts if 0 < cut < len(text)}), len(text)]
    for start, end in pairwise(edges):
        part = text[start:end]
        for span in sentences.split(part.replace("|", "¦")):
            if not re.search(r"\w", part[span.start : span.end]):
                continue
            if found and found[-1][0] >= start and _NUMBER.fullmatch(text, *found[-1]):
                found[-1] = (found[-1][0], start + span.end)
            else:
                found.append((start + span.start, start + span.end))
    return found


_NUMBER = lazy_re(r"(?:figure|fig\.|table|tab\.|abbildung|abb\.|tabelle)\s\d+(?:\.\d+)?[a-z]?[.:]", re.IGNORECASE)
"""What stands before the words of a caption: no sentence."""


def _piece(words: _Words, text: str, span: tuple[int, int], marks: tuple[Found, ...]) -> Piece:
    start = min([words.at[span[0]], *(mark.start for mark in marks)])
    end = max([words.at[span[1] - 1] + 1, *(mark.end for mark in marks)])
    said = text[span[0] : span[1]].replace(STAND_IN, "")
    return Piece(tidy(said), marks, start, end)


def _merged(made: list[Piece]) -> list[Piece]:
    """A piece without a word gives its marks to the one before."""
    found: list[Piece] = []
    for piece in made:
        if found and (not re.search(r"\w", piece.text) or is_source(piece)):
            last = found[-1]
            if _NAMES_SOURCE.match(piece.text):
                first, *rest = piece.marks
                piece = Piece(
                    "", (moved(first, min(piece.start, first.start), first.end), *rest), piece.start, piece.end
                )
            found[-1] = Piece(last.text, last.marks + piece.marks, last.start, max(last.end, piece.end))
        else:
            found.append(piece)
    return found


def is_source(piece: Piece) -> bool:
    """Whether a piece is no sentence but the source of the one before: "Source: [the audit](…)"."""
    if not piece.marks or any(mark.form not in ("link", "url") for mark in piece.marks):
        return False
    lead = _NAMES_SOURCE.match(piece.text)
    said = re.findall(r"\w+", piece.text[lead.end() :] if lead else piece.text)
    linked = re.findall(r"\w+", " ".join(tidy(key.words) for mark in piece.marks for key in mark.keys))
    if said != linked or len(said) > _LONGEST_NAME or _LEADS_ON.match(piece.text):
        return False
    return lead is not None or not re.search(r"[.!?…:]$", piece.text)


def leads_to_source(piece: Piece) -> bool:
    """Whether it says where something is from, in whatever words: "Source: the survey of 2024 [3]"."""
    return bool(piece.marks and _NAMES_SOURCE.match(piece.text))


def names_source(piece: Piece) -> bool:
    """The same where the words say so: "Source:"."""
    return bool(_NAMES_SOURCE.match(piece.text)) and is_source(piece)


_NAMES_SOURCE = lazy_re(r"(?:sources?|via|references?|refs?\.?|quellen?)\s?:\s*", re.IGNORECASE)
_LEADS_ON = lazy_re(
    r"(?:read|learn|see|find|view|show|watch|visit|click|download|more|back|home|next|previous|contents?|full|details|here|"
    r"go|jump|skip|return|contact|subscribe|share)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 15
"""Words of a source's name."""


def tidy(text: str) -> str:
    """Without what a mark leaves behind: double blanks, blanks before punctuation, empty brackets."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\(\s?[,;]?\s?\)|\[\s?[,;]?\s?\]", "", text)
    text = re.sub(r"\s\s+", " ", text)
    text = re.sub(r"\s+([.,;:!?)\]])(?=\s|$|[)\].,;])", r"\1", text)
    text = re.sub(r"(?<=[(\[])\s+|([,;:])(?=[.!?](?:\s|$))|,(?=\s?,)|[,;]\s*(?=\))", "", text)
    return re.sub(r"(?<![.!?])([.!?])\1(?![.!?])(?=\s|$)", r"\1", text).strip()
