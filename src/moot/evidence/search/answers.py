"""Reading what engines answer: rows of JSON, and a hit out of whatever strangers put into one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import unescape
from typing import Any, cast

from moot.evidence.dates import iso
from moot.evidence.line import line
from moot.evidence.search.engine import CannotSearch
from moot.text import urls
from moot.words import Hit

Row = dict[str, Any]
_LONGEST_ADDRESS = 2000
_LONGEST_TITLE = 200
_LONGEST_SNIPPET = 500


def parsed(body: bytes, title: str) -> Row:
    """The JSON object that an answer is. Raises `CannotSearch`."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise CannotSearch("malformed", f"{title}'s answer is not JSON, or was cut off") from None
    if not isinstance(found, dict):
        raise unknown(title)
    return cast(Row, found)


def rows(listed: Any, title: str) -> list[Row]:
    """The objects in a list; anything else in it is passed over. Raises `CannotSearch` where it is no list."""
    if not isinstance(listed, list):
        raise unknown(title)
    return [cast(Row, each) for each in cast("list[Any]", listed) if isinstance(each, dict)]


def unknown(title: str) -> CannotSearch:
    """The failure of an answer in a form that is not the documented one."""
    return CannotSearch(
        "malformed", f"{title} answers in a form that Moot does not know: its interface may have changed"
    )


def inner(value: Any) -> Row:
    """An object within an object; an empty one where there is none."""
    return cast(Row, value) if isinstance(value, dict) else {}


def text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def unmarked(value: Any) -> str:
    """What a reader sees of a text in HTML; '' for what is no text."""
    return unescape(re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", text(value)[:5000]))


def hit(address: Any, title: Any, snippet: Any, date: Any) -> Hit | None:
    """One hit of what a row says; None where its address is none of the web."""
    where = text(address).strip()
    if not _is_of_the_web(where):
        return None
    return Hit(
        address=where,
        title=line(text(title), _LONGEST_TITLE),
        snippet=line(text(snippet), _LONGEST_SNIPPET),
        date=iso(text(date)[:100]),
    )


def kept(found: Iterable[Hit | None]) -> list[Hit]:
    return [each for each in found if each is not None]


def _is_of_the_web(address: str) -> bool:
    if not address.startswith(("http://", "https://")) or len(address) > _LONGEST_ADDRESS:
        return False
    return bool(urls.host(address)) and address.isprintable() and " " not in address
