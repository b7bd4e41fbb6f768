"""BibTeX records out of a file or a report. Tolerant: a record with a broken field keeps its other fields.

`bibtexparser` refuses the whole record there, and reports of people and models hold many such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RECORD = re.compile(r"@(?P<kind>[A-Za-z]{2,30})\s*[{(]\s*(?P<key>[^\s,{}()=\"]{1,100})\s*,")
_FIELD = re.compile(r"\s*,?\s*(?P<name>[A-Za-z][\w-]{0,40})\s*=\s*")
_YAML = re.compile(r"^references:[ \t]*$", re.MULTILINE)
_ID = re.compile(r"^[ \t]*-[ \t]+id:[ \t]*(\S+)[ \t]*$", re.MULTILINE)
_PAIR = re.compile(r"^[ \t]+(title|URL|url|DOI|doi|publisher|container-title):[ \t]*([^\n]+)$", re.MULTILINE)
_NOT_ENTRIES = ("comment", "string", "preamble")
_LONGEST = 100_000
"""Characters of a record."""


@dataclass(frozen=True)
class Record:
    key: str
    fields: dict[str, str]
    start: int
    end: int


def records(text: str) -> Iterator[Record]:
    """All records in order."""
    at = 0
    while match := _RECORD.search(text, at):
        end, fields = _fields(text, match.end())
        if match["kind"].lower() not in _NOT_ENTRIES:
            yield Record(match["key"], fields, match.start(), end)
        at = max(end, match.end())


def listed(text: str) -> Iterator[Record]:
    """Entries of a YAML list `references:` with `- id: KEY`, as pandoc reads them."""
    head = _YAML.search(text)
    if not head:
        return
    items = list(_ID.finditer(text, head.end()))
    for item, after in zip(items, [*items[1:], None], strict=True):
        stop = text.find("\n---", item.end())
        end = after.start() if after else stop if stop > 0 else len(text)
        body = text[item.end() : end]
        fields = {name.lower(): value.strip("\"' ") for name, value in _PAIR.findall(body)}
        family = " and ".join(re.findall(r"family:\s*[\"']?([^\n\"',}]+)", body))
        year = re.search(r"(?:1[5-9]|20)\d\d", body.partition("issued")[2])
        made = {"author": family, "year": year[0] if year else "", **fields}
        yield Record(item[1].strip("\"'"), {name: value for name, value in made.items() if value}, item.start(), end)


def _fields(text: str, at: int) -> tuple[int, dict[str, str]]:
    fields: dict[str, str] = {}
    limit = min(len(text), at + _LONGEST)
    while match := _FIELD.match(text, at, limit):
        end, value = _value(text, match.end(), limit)
        fields.setdefault(match["name"].lower(), _plain(value))
        at = end
    close = re.compile(r"[\s,]*[})]").match(text, at, limit)
    return (close.end() if close else at), fields


def _value(text: str, at: int, limit: int) -> tuple[int, str]:
    first = text[at : at + 1]
    if first == "{":
        depth = 0
        for end in range(at, limit):
            depth += (text[end] == "{") - (text[end] == "}")
            if not depth:
                return end + 1, text[at + 1 : end]
        return limit, text[at + 1 : limit]
    if first == '"':
        end = text.find('"', at + 1, limit)
        end = end if end > 0 else limit
        return end + 1, text[at + 1 : end]
    bare = re.compile(r"[^,{}\n]*").match(text, at, limit)
    end = bare.end() if bare else at
    return end, text[at:end]


def _plain(value: str) -> str:
    value = re.sub(r"\\(?:url|href|emph|textit|textbf)\s*\{([^{}]*)\}", r"\1", value)
    value = re.sub(r"\\[`'^\"~=.uvHtcdbkr]\s*\{?([A-Za-z])\}?", r"\1", value)
    value = re.sub(r"\\([&%$#_{}])", r"\1", value)
    value = re.sub(r"[{}]", "", value)
    return " ".join((value if "://" in value else value.replace("~", " ")).split())
