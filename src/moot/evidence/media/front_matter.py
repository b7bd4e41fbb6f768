"""Front matter: YAML or TOML between fences, or pandoc's title block, before the text of a document.

YAML is read line by line, so that a title with a colon in it, which is none in YAML, costs nothing.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from moot.evidence import dates
from moot.text.lazy import lazy_re

Parted = tuple[dict[str, str], str, list[str]]
"""The fields by their keys, written small and with spaces; the text behind; the entries as they stand."""
_FRONT = lazy_re(r"\A\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<body>.*?)^(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_TITLE_BLOCK = lazy_re(
    r"\A%[ \t]+(?P<title>\S.*(?:\n[ \t]+\S.*)*)\n%[ \t]+(?P<author>\S.*(?:\n[ \t]+\S.*)*)\n%[ \t]+(?P<date>\S.*)\n\s*\n"
)
_LIMIT = 20_000
_ENTRY = lazy_re(r"^(?=[^\s#-])", re.MULTILINE)
"""Where an entry begins; what is indented belongs to the one above it."""
_FIELD = lazy_re(r"(?P<key>[A-Za-z][\w -]{0,60}?)\s*[:=][ \t]*(?P<value>.*)")
_NAMED = lazy_re(r"^[ \t]*(?:-[ \t]*)?name:[ \t]+(\S.*)$", re.MULTILINE)
_LISTED = lazy_re(r"^[ \t]*-[ \t]+(?![\w ]{1,20}:(?:\s|$))(\S.*)$", re.MULTILINE)
_IN_BRACKETS = lazy_re(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,'"\[\]{}][^,\[\]{}]*""")


def part(text: str) -> Parted:
    """The fields of the front matter, the rest, and its entries; of several values they are joined by "; "."""
    return _title_block(text) or _fenced(text) or ({}, text, [])


def value(entry: str) -> str | None:
    """What an entry says and nothing else; None of one whose values have fields of their own."""
    field = _FIELD.match(entry.strip())
    if not field:
        return None
    said = _one(field["value"].strip())
    below = entry.strip()[field.end() :]
    if not below.strip():
        return said
    items = _LISTED.findall(below)
    whole = not said and len(items) == len(below.strip().splitlines())
    return "; ".join(map(_unquoted, map(str.strip, items))) if whole else None


def _title_block(text: str) -> Parted | None:
    """Pandoc's, of a title, authors and a day: without the day it may be what TeX leaves out."""
    found = _TITLE_BLOCK.match(text[:_LIMIT])
    if not found or not dates.iso(found["date"]):
        return None
    title, date = " ".join(found["title"].split()), found["date"].strip()
    author = "; ".join(line.strip(" ;\t") for line in found["author"].splitlines())
    fields = {"title": title, "author": author, "date": date}
    return fields, text[found.end() :], [f"{key}: {said}" for key, said in fields.items()]


def _fenced(text: str) -> Parted | None:
    match = _FRONT.match(text[:_LIMIT])
    if not match:
        return None
    entries = _ENTRY.split(match["body"])
    fields = (_toml(match["body"]) if match["fence"] == "+++" else {}) or dict(_fields(entries))
    # Two thematic breaks around prose look the same; only fields make it front matter.
    return (fields, text[match.end() :], entries) if fields else None


def _toml(body: str) -> dict[str, str]:
    """Nothing of what is no TOML."""
    try:
        said = {_key(key): "; ".join(_strings(each)) for key, each in tomllib.loads(body).items()}
    except (ValueError, RecursionError):  # also of a number with too many digits
        return {}
    return {key: each for key, each in said.items() if each}


def _strings(read: Any) -> Iterator[str]:
    """Names of tables stand for them."""
    for each in read if isinstance(read, list) else [read]:
        said = each.get("name") if isinstance(each, dict) else each
        if not isinstance(said, dict | list | None):
            yield str(said)


def _fields(entries: list[str]) -> Iterator[tuple[str, str]]:
    read = [(field, entry) for entry in entries if (field := _FIELD.match(entry))]
    # Without a value in any of its lines it is prose with lists.
    if not any(field["value"].strip() for field, _ in read):
        return
    for field, entry in read:
        below = entry[field.end() :]
        said = _one(field["value"].strip())
        if not said:
            items = _NAMED.findall(below) or _LISTED.findall(below)
            said = "; ".join(_unquoted(item.strip()) for item in items)
        if said:
            yield _key(field["key"]), said


def _key(written: str) -> str:
    return written.lower().replace("_", " ").replace("-", " ")


def _one(said: str) -> str:
    """What stands behind a key: a string, or several in brackets."""
    if said.startswith("[") and said.endswith("]"):
        return "; ".join(_unquoted(each.strip()) for each in _IN_BRACKETS.findall(said[1:-1]))
    return _unquoted(said)


def _unquoted(value: str) -> str:
    """A YAML or TOML string: in double quotes with escapes, in single ones as it stands, or bare."""
    if len(value) < 2 or value[0] != value[-1] or value[0] not in "\"'":
        return value
    if value[0] == "'":
        return value[1:-1].replace("''", "'")
    try:
        read = json.loads(value)
    except ValueError:
        return value[1:-1]
    return read if isinstance(read, str) else value[1:-1]
