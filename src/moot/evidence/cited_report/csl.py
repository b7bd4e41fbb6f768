"""Bibliographies as CSL data in a report: a YAML list `references:`, as pandoc reads it, or JSON.

Read by lines, not by a YAML reader: a report's text is hostile, and a broken record must not cost the others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, cast

from moot.evidence.cited_report.bibtex import Record
from moot.evidence.media.storable import storable
from moot.text.lazy import lazy_re

_HEAD = lazy_re(r"^(?P<indent>[ \t]*)(?:references|bibliography|sources):[ \t]*\n", re.MULTILINE)
_DASH = lazy_re(r"^(?P<indent>[ \t]*)-(?:[ \t]+|$)", re.MULTILINE)
_FIELD = lazy_re(r"^[ \t-]*[\"']?(?P<name>[A-Za-z][\w-]{0,30})[\"']?:[ \t]*(?P<value>[^\n]*)$", re.MULTILINE)
_NAMED = lazy_re(
    r"^(?P<key>[A-Za-z\d_][\w:.+/-]{0,80}):[ \t]*\n(?P<body>(?:[ \t]+[^\n]*(?:\n|\Z)|[ \t]*\n(?=[ \t]))+)", re.MULTILINE
)
_FENCED = lazy_re(r"^[ ]{0,3}```+[ \t]*ya?ml[^\n]*\n(?P<body>.*?)^[ ]{0,3}```", re.MULTILINE | re.DOTALL)
_JSON = lazy_re(r"\[\s*\{\s*\"|\{\s*\"(?:references|items|id|type)\"")
_TRIES = 40
"""Places in a report that are tried as JSON."""
_KEYS = ("id", "key", "citation-key", "citekey", "label")
_NAMES = {"container-title": "journal", "url": "url", "doi": "doi", "title": "title", "publisher": "publisher"}


def records(text: str) -> Iterator[Record]:
    """All records, each with the stretch of the text that holds it."""
    if "title" not in text.lower():
        return
    for head in _HEAD.finditer(text):
        yield from _listed(text, head)
    for fence in _FENCED.finditer(text):
        yield from _mapped(fence["body"], fence.start("body"))
    yield from _json(text)


def _listed(text: str, head: re.Match[str]) -> Iterator[Record]:
    end = _end(text, head)
    first = _DASH.match(text, head.end(), end)
    if not first:
        yield from _mapped(re.sub(r"^ {2}", "", text[head.end() : end], flags=re.MULTILINE), None, head.start(), end)
        return
    items = [dash for dash in _DASH.finditer(text, head.end(), end) if dash["indent"] == first["indent"]]
    stops = [*(dash.start() for dash in items[1:]), end]
    start = head.start()
    for dash, stop in zip(items, stops, strict=True):
        made = _record(text[dash.start() : stop], start, stop)
        if made:
            yield made
        start = stop


def _end(text: str, head: re.Match[str]) -> int:
    """Where the lines end that stand deeper than `references:`, or begin with a dash."""
    deep = len(head["indent"])
    at = head.end()
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = text[at:stop]
        indent = len(line) - len(line.lstrip())
        if line.strip() and indent <= deep and not (indent == deep and re.match(r"\s*-\s", line)):
            break
        at = stop + 1
    return min(at, len(text))


def _record(body: str, start: int, end: int, key: str | None = None) -> Record | None:
    fields: dict[str, str] = {}
    for found in _FIELD.finditer(body):
        value = found["value"].strip()
        if value[:1] in (">", "|") and len(value) < 3:
            value = _folded(body, found)
        fields.setdefault(found["name"].lower(), _unquoted(value))
    key = key or next((fields[name] for name in _KEYS if fields.get(name)), None)
    if key is None or not fields.get("title"):
        return None
    authors = " and ".join(
        _unquoted(name) for name in re.findall(r"(?:family|literal):\s*([^\n,}]+)", body.partition("issued:")[0])
    )
    plain = fields.get("author", "") if not authors else ""
    year = re.search(r"(?:1[5-9]|20)\d\d", body.partition("issued")[2] or f"{fields.get('year')} {fields.get('date')}")
    made = {"author": authors or plain.strip("[]"), "year": year[0] if year else ""}
    made |= {_NAMES[name]: value for name, value in fields.items() if name in _NAMES}
    return Record(key, {name: value for name, value in made.items() if value}, start, end)


def _folded(body: str, found: re.Match[str]) -> str:
    """A value that stands in the deeper lines under its name."""
    own = len(found[0]) - len(found[0].lstrip(" \t-"))
    lines: list[str] = []
    for line in body[found.end() + 1 :].split("\n"):
        if line.strip() and len(line) - len(line.lstrip()) <= own:
            break
        lines.append(line.strip())
    return " ".join(lines)


def _unquoted(value: str) -> str:
    value = re.sub(r"\s#\s.*$", "", value) if value[:1] not in "\"'" else value
    return value.strip().rstrip(",").strip("\"' ").replace("''", "'")


def _mapped(body: str, at: int | None, start: int = 0, end: int = 0) -> Iterator[Record]:
    """`key:` with the record's fields under it."""
    for found in _NAMED.finditer(body):
        span = (start, end) if at is None else (at + found.start(), at + found.end())
        made = _record(found["body"], *span, key=found["key"])
        if made and re.search(r"^[ \t]+title:", found["body"], re.MULTILINE):
            yield made


def _json(text: str) -> Iterator[Record]:
    decoder = json.JSONDecoder()
    at = tries = 0
    while tries < _TRIES and (found := _JSON.search(text, at)):
        tries += 1
        at = found.start() + 1
        try:
            value, end = decoder.raw_decode(text, found.start())
        except (ValueError, RecursionError):
            continue
        made = [_of_json(each, found.start(), end) for each in _objects(value)]
        if any(made):
            yield from (each for each in made if each)
            at = end


def _objects(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        whole = cast(dict[str, Any], value)
        inner = next((whole[name] for name in ("references", "items") if isinstance(whole.get(name), list)), None)
        value = cast(Any, [whole]) if inner is None else inner
    return [cast(dict[str, Any], each) for each in cast(list[Any], value) if isinstance(each, dict)]


def _of_json(each: dict[str, Any], start: int, end: int) -> Record | None:
    fields = {name.lower(): value for name, value in each.items() if isinstance(value, (str, int))}
    key = next((str(fields[name]) for name in _KEYS if fields.get(name)), None)
    if key is None or not fields.get("title"):
        return None
    people = each.get("author")
    names = [_person(person) for person in cast(list[Any], people)] if isinstance(people, list) else [str(people or "")]
    year = re.search(r"(?:1[5-9]|20)\d\d", json.dumps(each.get("issued") or each.get("year") or each.get("date") or ""))
    made = {"author": " and ".join(name for name in names if name), "year": year[0] if year else ""}
    made |= {_NAMES[name]: str(value) for name, value in fields.items() if name in _NAMES}
    return Record(storable(key), {name: storable(value) for name, value in made.items() if value}, start, end)


def _person(person: Any) -> str:
    if not isinstance(person, dict):
        return str(person)
    named = cast(dict[str, Any], person)
    return str(named.get("family") or named.get("literal") or named.get("name") or "")
