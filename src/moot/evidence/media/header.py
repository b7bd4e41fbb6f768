"""What a text document says of itself at its head: front matter, or lines such as `Date: 31 March 2026`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moot.evidence import dates
from moot.evidence.blocks import plain
from moot.evidence.dateline import DAY, dated, stamp
from moot.evidence.media import front_matter, letterhead, written_by
from moot.evidence.media.hidden import METADATA
from moot.text.lazy import lazy_re
from moot.text.weekdays import WEEKDAYS
from moot.words import Hidden

_DATE_KEYS = (
    *("date", "published", "publication date", "publish date", "publishdate", "pubdate", "dated", "created"),
    *("updated", "last updated", "modified"),
)
_ORIGIN_KEYS = ("origin", "source", "url", "link", "canonical", "permalink", "publisher")
_TITLE_KEYS = ("title",)
_AUTHOR_KEYS = ("author", "authors", "by")
_LICENCE_KEYS = ("licence", "license")
_OTHER_KEYS = ("retrieved", "accessed", "subtitle", "tags", "language", "lang")
_KEYS = (*_DATE_KEYS, *_ORIGIN_KEYS, *_TITLE_KEYS, *_AUTHOR_KEYS, *_LICENCE_KEYS, *_OTHER_KEYS)
_LINE = lazy_re(r"[\s>*_-]*(?P<key>[A-Za-z][A-Za-z ]{1,18}?)[*_]*\s*:[*_]*\s+(?P<value>\S.*?)[\s*_]*$")
_PARTED = lazy_re(r"\s+[·|]\s+")
_MORE = lazy_re(r"\*\*[^*\n]{1,40}:\*\*|\*\*[^*\n]{1,40}\*\*:|[^\W_]{3}[.!?]\s+[^\W\d_a-z]")
"""In a value: another label, or another sentence."""
_HEADING = lazy_re(r"\A\s{0,9}(?:#[ \t]+(?P<atx>[^\n]{1,300}?)[ \t#]{0,9}|(?P<setext>[^\n]{1,300})\n=+[ \t]*)(?:\n|\Z)")
_KIND = (
    r"(?:minutes|protokoll|report|bericht|newsletter|bulletin|press release|pressemitteilung|memo|letter|brief|agenda"
    r"|circular|rundschreiben|review|survey|statement|fact ?sheet|briefing)"
)
_ACT = r"(?:decision|judge?ment|ruling|order|resolution|ordinance|beschluss|urteil|bescheid|décision|arrêt)"
"""What somebody decides "of" a day."""
_OF_A_DAY = lazy_re(rf"\b{_KIND}\b", re.IGNORECASE)
_ACT_OF_A_DAY = lazy_re(rf"\b{_ACT}\b", re.IGNORECASE)
_WEEKDAY = rf"(?i:{'|'.join(sorted(WEEKDAYS, key=len)[::-1])})"
_IN_TITLE = lazy_re(
    rf"(?:[,:–—]\s+|\(|(?P<of>\b(?i:of|vom|on)\s+))(?:{_WEEKDAY}\s)?(?P<date>{DAY}|\d\d?\.\d\d?\.\d{{4}})\)?"
    r"(?:,?\s+[(\[][^()\[\]\d]{1,40}[)\]])?[ #*]*$"
)
"""Behind the date may stand what part or state of the text it is: "(extract)"."""
_MEETS = lazy_re(
    r"\b(?:meeting|session|sitting|sitzung|held|dated|board|council|committee|authority|office|court)\s*$",
    re.IGNORECASE,
)
"""Who or what may be "of" a day in a title."""
_KIND_OF = lazy_re(rf"(?:^|[:,–—-]\s)(?P<before>[^:,–—]*?)\b(?:{_KIND}|{_ACT})\s*$", re.IGNORECASE)
_ELSE = lazy_re(
    r"\b(?:against|on|about|into|after|before|since|following|to|for|with|without|from|under|in|what|why|how|and"
    r"|gegen|über|nach|vor|seit|zu[mr]?|und|contre|après|avant|sur|et)\b",
    re.IGNORECASE,
)
"""Before the kind of text: a title of something else, "Appeal against the decision"."""
_ABOUT = lazy_re(rf"\b(?:review|survey)\b|\b{_KIND} (?:on|about|into|über|zu[mr]?)\b", re.IGNORECASE)
"""A text on something else, whose day it does not share."""
_ISSUED = lazy_re(
    r"\W*(?:(?:minutes|protokoll|newsletter|bulletin|press release|pressemitteilung|memo|letter|circular|rundschreiben)"
    rf" (?:of|by|from|der|des|du)|{_ACT} (?:of the|der|des|du|de la))(?: [\w’'-]+){{1,6}}(?: \([^()\d]+\))?\s*$",
    re.IGNORECASE,
)
"""By whomever it is, it goes out on its day."""
_AROUND = " \t\r\n*_>"
"""Of an entry."""
_NEAR_TITLE, _NEAR_END, _LONGEST_DATE, _LONGEST_TITLE = 3, 3, 60, 100
_LONGEST_LINE = 500


@dataclass(frozen=True)
class Header:
    title: str | None
    date: str | None
    stated_origin: str | None
    body: str
    """The text without the header."""
    author: str | None = None
    licence: str | None = None
    beside: tuple[Hidden, ...] = ()
    """What was taken off and is neither the title nor the author, as it stood there."""


def part(text: str) -> Header:
    """Take the header off a text; the first heading stays in the body and is the title if no line gives one."""
    fields, body, entries = front_matter.part(text)
    heading = _HEADING.match(body)
    top, rest = (body[: heading.end()], body[heading.end() :]) if heading else ("", body)
    lines, rest, told = _header_lines(rest)
    fields = {**lines, **fields}
    said, on = _first_lines(body)
    title = _first(fields, _TITLE_KEYS) or (plain(heading["atx"] or heading["setext"]) if heading else said)
    date = next((found for key in _DATE_KEYS if key in fields and (found := dates.iso(fields[key]))), None)
    date = date or on or letterhead.day(body)
    body = (top.rstrip("\n") + "\n\n" + rest.lstrip("\n")) if heading and lines else top + rest
    body = body.strip("\n") + "\n" if body.strip() else ""
    author, licence = _first(fields, _AUTHOR_KEYS) or _writer(body), _first(fields, _LICENCE_KEYS)
    beside = tuple(_beside([*entries, *told], (title, author)))
    return Header(title, date, _first(fields, _ORIGIN_KEYS), body, author, licence, beside)


def at_end(text: str) -> str | None:
    """The date of a text of which one of the last lines says nothing but when it was published or last changed."""
    lines = [line for line in text[-_LONGEST_LINE:].splitlines() if line.strip()][-_NEAR_END:]
    return next((told.date for each in lines if (told := stamp(each))), None)


def _beside(entries: list[str], shown: Sequence[str | None]) -> Iterator[Hidden]:
    """What an entry says stands in lines of its own, as it does for a reader: its key is no part of the sentence."""
    for entry in entries:
        said = re.split(r"[:=]\s*", entry.strip(_AROUND), maxsplit=1)
        value = front_matter.value(entry.strip(_AROUND))
        if said != [""] and (value is None or value not in shown):
            yield Hidden(how=METADATA, text="\n".join(said))


def _first_lines(text: str) -> tuple[str | None, str | None]:
    """Title and date of a text whose first lines are a title and, in a line of its own, a date; else None and None.

    Without a line for it the date at the end of the title of minutes, a report or a letter is theirs.
    """
    lines = [line.strip() for line in text[:_LONGEST_LINE].splitlines()]
    first = next((n for n, line in enumerate(lines) if line), len(lines))
    if first == len(lines):
        return None, None
    line = lines[first]
    below = [line for line in lines[first + 1 :] if line and not re.fullmatch(r"[=-]+", line)][:_NEAR_TITLE]
    in_title = _in_title(line)
    on = next((found for each in below if (found := dated(each))), None) or in_title or dated(line)
    plain = on and not line.startswith(("#", "<")) and len(line) <= _LONGEST_TITLE and line[-1] not in ".:;,!"
    return (line if plain and (in_title or not dated(line)) else None), on


def _writer(text: str) -> str | None:
    lines = [line for line in text[: 2 * _LONGEST_LINE].splitlines() if line.strip()]
    return written_by.named(lines)


def _in_title(line: str) -> str | None:
    """The day at the end of a title that says what kind of text it is, where it is the text's and no event's."""
    found = _IN_TITLE.search(line) if _OF_A_DAY.search(line) or _ACT_OF_A_DAY.search(line) else None
    if not found or not (_is_of_a_day(line[: found.start()]) if found["of"] else _OF_A_DAY.search(line)):
        return None
    return dates.iso(found["date"])


def _is_of_a_day(named: str) -> bool:
    """Whether what stands before "of" a day is the text itself, who wrote it or what it is the record of."""
    kind = _KIND_OF.search(named)
    if kind and not _ELSE.search(kind["before"]):
        return True
    return not _ABOUT.search(named) and bool(_MEETS.search(named) or _ISSUED.match(named))


def _first(fields: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((fields[key] for key in keys if fields.get(key)), None)


def _header_lines(text: str) -> tuple[dict[str, str], str, list[str]]:
    """The leading lines that are all known fields; several may share a line, parted by ` · ` or ` | `. Then the rest,
    and the fields as they stand.

    A line that says more than its field is text: what is taken off cannot be quoted.
    """
    fields: dict[str, str] = {}
    told: list[str] = []
    rest = text
    while rest:
        line, _, after = rest.partition("\n")
        if line.strip():
            found = _fields_of(line)
            if not found:
                break
            fields = {**found, **fields}
            told += _PARTED.split(line.strip())
        elif fields and not _fields_of(after.partition("\n")[0]):
            rest = after
            break
        rest = after
    return (fields, rest, told) if fields else ({}, text, [])


def _fields_of(line: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    if len(line) > _LONGEST_LINE:
        return fields
    for piece in _PARTED.split(line.strip()):
        match = _LINE.fullmatch(piece)
        if not match or match["key"].lower() not in _KEYS or _says_more(match["key"].lower(), match["value"]):
            return {}
        fields[match["key"].lower()] = match["value"]
    return fields


def _says_more(key: str, value: str) -> bool:
    """True where a value is more than the date, address or name that its key asks for."""
    if key in _DATE_KEYS:
        return len(value) > _LONGEST_DATE or (dates.iso(value) is None and any(char.isalpha() for char in value))
    return key not in (*_TITLE_KEYS, *_AUTHOR_KEYS) and bool(_MORE.search(value))
