"""Text into sentences with offsets.

Lines come first: a heading, a table row and a line of code are units of their own, and a sentence never runs from one
list item or paragraph into the next. Inside a paragraph `sentencex` cuts; its cuts are mended where it goes wrong
(lower-case continuation, abbreviation before a number, a cut without white space).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from moot.text import marks, stops
from moot.text.lazy import lazy_re
from moot.text.raised import DIGITS
from moot.text.spans import Span, trimmed

STOP = r"(?<=[.!?…])[\"'”’»)\]]*\s+(?=[^a-z\s])"
"""What parts sentences as far as a glance tells: for measures of long texts, which need no more."""
_UNDERLINE = lazy_re(r"[ ]{0,3}(?:=+|-+)[ \t]*$")
_ITEM = lazy_re(r"[ \t]*(?:[-*+•‣◦–]|\(?\d{1,3}[.)]|\(?[a-zA-Z][)])[ \t]+(?:\[[ xX]\][ \t]+)?")

_ABBREVIATION = lazy_re(
    r"(?:\b(?:approx|ca|cf|ch|col|corp|dept|ed|eds|eq|est|etc|et al|excl|fig|figs|inc|incl|jr|ltd|max|min|no|nos|nr|op|"
    r"p|pp|prof|ref|refs|resp|sec|sr|st|tab|vol|vols|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)|"
    r"\be\.g|\bi\.e|\b[A-Z](?:\.[A-Z]){1,9})\.[\"'”’)\]]{0,9}\s{0,9}$",
    re.IGNORECASE,
)
_ALWAYS = lazy_re(r"(?:\b(?i:approx|cf|ca|vs|fig|figs|eq|dr|mr|mrs|prof)|\bMs|\b(?i:e\.g|i\.e))\.\s*$")
_OF_MONTH = lazy_re(
    r"\s*(?:Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|(?:April|August|September|November)\s(?:19|20)\d\d)\b"
)
_ORDINAL = lazy_re(r"\b(?:am|im|zum|vom|bis|seit|ab|den|dem|der|des|beim)\s\d{1,2}\.\s*$", re.IGNORECASE)
"""German writes "on 1 March" as "am 1. März"."""
_GERMAN = lazy_re(r"(?:\b(?:bzw|inkl|exkl|zzgl|abzgl|evtl|ggf|sog|Abs|Std)|\b[zZ]\.\s?B|\b[dDui]\.\s?[hadR])\.\s*$")
_THOUSANDS = lazy_re(r"\d\s?(?:Mio|Mrd|Tsd|Mill)\.\s*$")
_OPENS_GERMAN = lazy_re(
    r"\s*(?:D(?:er|ie|as|en|em|es|iese\w*|avon|amit|ort|a)|Ein\w*|Es|Sie|Er|Wir|Ich|I[nm]|Auf|Für|Bei|Mit|Von|Nach|Auch|"
    r"Und|Aber|So|Zu[mr]?|Ab|Am|An|Als|Wenn|Nur|Hier\w*)\b"
)
"""Words with which a German sentence may begin and that name no unit."""
_NUMERAL = lazy_re(r"\s*\(?\d{1,3}\.\s*$")
_NOTE_STOP = lazy_re(
    rf"(?<!\b[A-Za-z])[.!?…][\"'”’)\]]*(?:[{DIGITS}]{{1,3}}|(?:\[(?:\^[\w-]{{1,12}}|\d{{1,3}})\])+)\s+"
    r"(?=[\"'“‘(]?[^\W\d_a-z])"
)
"""A sentence ends behind the mark of its footnote: `It rose.¹ The next …`."""
_UNIT_STOP = lazy_re(r"(?:\d[ \xa0]?(?:[a-zµ]|ms)|[a-zµ]/[a-z])\.\s+(?=[A-Z])")
_WIDE_SPACE = lazy_re(r"[^\S\x00-\x7f]")
_PLAIN_CUT = lazy_re(r".+?(?:[.!?…][\"'”’)\]]{0,9}\s+|[。！？｡]+|\Z)", re.DOTALL)
_CJK_STOP = "。！？｡"
_SEEN = 200
"""Characters on either side of a cut that tell whether it is one: whole sides would take quadratic time."""


_PASSAGE = 3_000
"""Characters, at most."""


def split(text: str) -> list[Span]:
    """The sentences of `text` in order: without overlap, without white space at their ends, none empty.

    Headings come without their marks, list items without their bullet, table rows as a whole line. Rules and fence
    lines are nobody's sentence.
    """
    return list(_kept(text) if len(text) <= _PASSAGE else _split(text))


def shortened(before: str) -> bool:
    """Whether a text ends in an abbreviation, whose stop ends no sentence by itself."""
    return any(each.search(before) for each in (_ABBREVIATION, _ALWAYS, _GERMAN, _THOUSANDS))


def _split(text: str) -> tuple[Span, ...]:
    return tuple(
        span for start, end, whole in _blocks(text) for span in _cut(text, start, end, whole) if span.end > span.start
    )


_kept = lru_cache(maxsize=1 << 10)(_split)
"""Many checks ask for the sentences of one passage; whole documents would fill the memory."""


def _cut(text: str, start: int, end: int, whole: bool) -> list[Span]:
    return [trimmed(text, start, end)] if whole else _sentences(text, start, end)


def _blocks(text: str) -> Iterator[tuple[int, int, bool]]:
    """Stretches that no sentence leaves, with whether the stretch is one unit."""
    fence = ""
    open_at: int | None = None
    open_end = 0
    quoting = False
    for start, end in _lines(text):
        line = text[start:end]
        mark = marks.FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence):
                fence = ""
            elif line.strip():
                yield start, end, True
            continue
        kind, inner = _kind(line, open_at is not None)
        if open_at is not None and (kind == "text" or (kind == "quoted" and quoting)):
            open_end = end
            continue
        if open_at is not None:
            yield open_at, open_end, kind == "underline"
            open_at = None
        if mark:
            fence = mark[1][:3]
        elif kind == "whole":
            yield start + inner, end, True
        elif kind in ("text", "item", "quoted"):
            open_at, open_end, quoting = start + inner, end, kind == "quoted"
    if open_at is not None:
        yield open_at, open_end, False


def _kind(line: str, continues: bool) -> tuple[str, int]:
    """What a line is (blank, whole, item, quoted, text, underline, rule) and where its words begin."""
    if not line.strip():
        return "blank", 0
    if continues and _UNDERLINE.match(line):
        return "underline", 0
    if marks.RULE.match(line) or _table_rule(line) or marks.FENCE.match(line):
        return "rule", 0
    heading = marks.HEADING.match(line)
    if heading:
        return "whole", heading.end()
    if line.lstrip().startswith("|") or line.count("|") > 1:
        return "whole", 0
    item = _ITEM.match(line)
    if item:
        return "item", item.end()
    quoted = marks.QUOTED.match(line)
    if quoted:
        return "quoted", quoted.end()
    return "text", 0


def _table_rule(line: str) -> bool:
    """The line under a table's head: |---|:--:|."""
    return "-" in line and not line.strip("|:- \t")


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+|\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text):
        if line[0].strip() or line[0] not in ("\r\n", "\n", "\r"):
            yield line.span()
        elif _blank_follows(text, line.end()):
            yield line.end(), line.end()


def _blank_follows(text: str, at: int) -> bool:
    return text[at : at + 1] in ("\n", "\r")


def _sentences(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    at = start
    for piece in _pieces(text[start:end]):
        stop = at + len(piece)
        if spans and _belongs(text[max(spans[-1].start, at - _SEEN) : at], text[at : at + _SEEN]):
            spans[-1] = Span(spans[-1].start, stop)
        else:
            spans.append(Span(at, stop))
        at = stop
    return [part for span in spans for part in _parted(text, span)]


def _parted(text: str, span: Span) -> Iterator[Span]:
    """The span cut behind the marks of footnotes, which sentencex draws to either side."""
    at = span.start
    for part in _cut_behind(_NOTE_STOP, span.of(text)):
        yield trimmed(text, at, at + len(part))
        at += len(part)


def _pieces(text: str) -> list[str]:
    """`text` in pieces of sentencex, which together are as long as it.

    White space outside ASCII is given to it as blanks: it counts in bytes there, and now and then cuts inside a
    character and panics (1.0.32; a panic is a `BaseException`). If it ever does so again, a plain rule cuts.
    """
    from sentencex import segment  # pyright: ignore[reportAttributeAccessIssue] (a binary module)

    plain = _WIDE_SPACE.sub(" ", text)
    try:
        pieces: list[str] = segment("en", plain)
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        pieces = []
    whole = pieces if "".join(pieces) == plain else [match[0] for match in _PLAIN_CUT.finditer(plain)]
    # It takes a unit for an initial or a title: "It is 5 m. The wall is high.".
    units = [part for piece in whole for part in _cut_behind(_UNIT_STOP, piece)]
    return [part for piece in units for part in _cut_at(stops.ends(piece), piece)]


def _cut_behind(stop: re.Pattern[str], piece: str) -> list[str]:
    return _cut_at([match.end() for match in stop.finditer(piece)], piece)


def _cut_at(ends: Sequence[int], piece: str) -> list[str]:
    return [piece[a:b] for a, b in pairwise([0, *ends, len(piece)]) if a < b]


def _belongs(before: str, after: str) -> bool:
    """True when the cut between the two pieces is none."""
    if not before.strip() or not after.strip():
        return True
    if not before[-1].isspace() and not after[0].isspace() and before[-1] not in _CJK_STOP:
        return True
    first = after.lstrip()[0]
    if _ALWAYS.search(before) or _NUMERAL.match(before) or _ORDINAL.search(before) or _GERMAN.search(before):
        return True
    if _THOUSANDS.search(before) and not _OPENS_GERMAN.match(after):
        return True
    if re.search(r"\b\d{1,2}\.\s*$", before) and _OF_MONTH.match(after):
        return True
    if _ABBREVIATION.search(before):
        return first.islower() or first.isdigit() or first in "(&,;"
    return first.islower() or first in ",;:)"
