"""BibTeX records out of a file or a report. Tolerant: a record with a broken field keeps its other fields.

`bibtexparser` refuses the whole record there, and reports of people and models hold many such.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from moot.text.lazy import lazy_re

_RECORD = lazy_re(
    r"(?<![\w.])@(?P<kind>[A-Za-z]{2,30})\s*[{(]\s*(?:(?P<key>[^\s,{}\"=](?:[^,{}\"=\n]|(?<=\S)=(?=\S)){0,99})?\s*,)?"
)
_ASIDE = lazy_re(r"(?<![\w.])@(?:string|comment|preamble)\s*\{", re.IGNORECASE)
_NEXT = lazy_re(
    r"^[ \t>*-]*@[a-z]{2,30}\s*[{(]|@string\s{0,5}\{"
    r"|(?<![\w.])@[a-z]{2,30}\s{0,5}\{\s{0,5}[^\s,{}\"=]{1,100}\s{0,5},",
    re.MULTILINE | re.IGNORECASE,
)
_FIELD = lazy_re(r"[\s,]*(?P<name>[A-Za-z][\w-]{0,40})\s*=\s*")
_LATER = lazy_re(r"[,\n]\s{0,40}(?=[A-Za-z][\w-]{0,40}\s*=\s*[{\"\d])")
_CLOSE = lazy_re(r"[\s,]*[})]")
_BARE = lazy_re(r"[^,{}\n#)]*")
_JOIN = lazy_re(r"\s*#\s*")
_LONGEST = 100_000
"""Characters of a record."""
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
}  # fmt: skip
_LETTERS = {"ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "aa": "å", "AA": "Å"}


@dataclass(frozen=True)
class Record:
    key: str
    fields: dict[str, str]
    start: int
    end: int


def records(text: str) -> Iterator[Record]:
    """All records in order; names that `@string` gives are put in."""
    names: dict[str, str] = {}
    at = 0
    while match := _RECORD.search(text, at):
        kind, key = match["kind"].lower(), (match["key"] or "").strip()
        if kind in ("comment", "preamble"):
            at = match.end()
        elif kind == "string":
            end, given = _fields(text, match.end(), names)
            names |= given
            at = max(end, match.end())
        else:
            end, fields = _fields(text, match.end(), names)
            if fields.get("title") if not key else fields or _CLOSE.match(text, match.end()):
                yield Record(key, fields, match.start(), end)
            at = max(end, match.end())


def asides(text: str) -> Iterator[tuple[int, int]]:
    """Where `@string`, `@comment` and `@preamble` stand."""
    for match in _ASIDE.finditer(text):
        after = _NEXT.search(text, match.end(), match.end() + _LONGEST)
        limit = after.start() if after else min(len(text), match.end() + _LONGEST)
        end, _ = _part(text, match.end() - 1, limit, {})
        yield match.start(), end


def _fields(text: str, at: int, names: dict[str, str]) -> tuple[int, dict[str, str]]:
    fields: dict[str, str] = {}
    if not _FIELD.match(text, at) and text[at - 1 : at] != ",":
        return at, fields
    after = _NEXT.search(text, at, at + _LONGEST)
    limit = min(len(text), at + _LONGEST, after.start() if after else len(text))
    while True:
        match = _FIELD.match(text, at, limit)
        if not match:
            close = _CLOSE.match(text, at, limit)
            later = None if close else _LATER.search(text, at, limit)
            if not later:
                return (close.end() if close else at), fields
            at = later.end()
            continue
        at, value = _value(text, match.end(), limit, names)
        fields.setdefault(match["name"].lower(), plain(value))


def _value(text: str, at: int, limit: int, names: dict[str, str]) -> tuple[int, str]:
    """One value, of parts that # joins."""
    end, value = _part(text, at, limit, names)
    while join := _JOIN.match(text, end, limit):
        end, more = _part(text, join.end(), limit, names)
        value += more
    return end, value


def _part(text: str, at: int, limit: int, names: dict[str, str]) -> tuple[int, str]:
    first = text[at : at + 1]
    if first in ("{", '"'):
        depth = 0
        for end in range(at, limit):
            char = text[end]
            depth += (char == "{") - (char == "}")
            if (first == "{" and not depth) or (first == '"' and end > at and not depth and char == '"'):
                return end + 1, text[at + 1 : end]
        line = text.find("\n", at, limit)  # it is never closed: it ends with its line
        end = line if line > 0 else limit
        return end, text[at + 1 : end].rstrip(" ,}")
    bare = _BARE.match(text, at, limit)
    end = bare.end() if bare else at
    word = text[at:end].strip()
    return end, names.get(word.lower(), word)


def plain(value: str) -> str:
    """A value without LaTeX's commands and braces."""
    value = re.sub(r"\\href\s*\{([^{}]*)\}\s*\{([^{}]*)\}", r"\2 \1", value)
    value = re.sub(r"\\(?:url|path|emph|text\w{2}|enquote|mkbibquote)\s*\{([^{}]*)\}", r"\1", value)
    value = re.sub(r"\\([`'^\"~=.]|[uvHcdkr](?![a-z]))\s*\{?\\?([A-Za-zı])\}?", _accented, value)
    value = re.sub(r"\\(ss|ae|AE|oe|aa|AA|[oOlL])(?![A-Za-z])\s?", lambda found: _LETTERS[found[1]], value)
    value = re.sub(r"\\([&%$#_{}])", r"\1", value)
    value = re.sub(r"[{}]", "", value)
    return " ".join((value if "://" in value else value.replace("~", " ")).split())


def _accented(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found[2] + _ACCENTS[found[1]])
