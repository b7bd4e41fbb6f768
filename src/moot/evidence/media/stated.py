"""What a file's own entries say of it, where no program's default stands there: title, author, the day it was saved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from moot.evidence import dates
from moot.evidence.media.hidden import METADATA
from moot.evidence.media.medium import CannotRead
from moot.evidence.media.packed import Packed
from moot.text.lazy import lazy_re

_CORE = "docProps/core.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_MORE = ("docProps/app.xml", "docProps/custom.xml")
_NO_TITLE = lazy_re(
    r"untitled|\(?anonymous\)?$|microsoft |document\d*$|powerpoint presentation$|presentation\d*$|title$|word document$"
    r"|.*\.(?:docx?|pptx?|xlsx?|od[tsp]|rtf|pdf|tex|indd|html?)$",
    re.IGNORECASE,
)
_NO_AUTHOR = lazy_re(
    r"\(?(?:anonymous|unknown|user|owner|admin(?:istrator)?|author|windows user|microsoft office user|python-docx"
    r"|openpyxl|libreoffice|root)\)?",
    re.IGNORECASE,
)


UNDATED = "it gives no date of its own"


@dataclass(frozen=True)
class Stated:
    title: str | None = None
    author: str | None = None
    date: str | None = None
    beside: tuple[tuple[str, str], ...] = ()
    """What else it says, as (means, words): what no field of ours holds is not shown, and may be an order."""


def undated(made: str | None, how: str = "last saved") -> tuple[str, ...]:
    """A remark on a file that gives no date: the day it was made or saved is not that of what it says."""
    return (f"{UNDATED}; the file was {how} on {made}",) if made else ()


def title(said: str) -> str | None:
    said = " ".join(said.split())
    return None if _NO_TITLE.match(said) else said or None


def author(said: str) -> str | None:
    """Names as they are given; several, parted by ";", stay so."""
    names = [" ".join(name.split()) for name in said.split(";")]
    return "; ".join(dict.fromkeys(name for name in names if name and not _NO_AUTHOR.fullmatch(name))) or None


def core(packed: Packed) -> Stated:
    """Of a file of Office."""
    more = [words for name in _MORE for words in _told(packed, name)]
    part = packed.part(_CORE)
    if part is None:
        return Stated(beside=beside(more))
    saved = part.findtext(f"{_TERMS}modified") or part.findtext(f"{_TERMS}created") or ""
    by = title(part.findtext(f"{_DC}title") or ""), author(part.findtext(f"{_DC}creator") or "")
    return Stated(*by, dates.iso(saved), beside([*texts(part), *more], *by))


def _told(packed: Packed, name: str) -> list[str]:
    """Nothing of a part that is damaged: the text does not need it."""
    try:
        return list(texts(packed.part(name)))
    except CannotRead:
        return []


def texts(part: Any) -> Iterator[str]:
    """Of each element of a part that describes the file, and of what it names."""
    for element in part.iter() if part is not None else ():
        if isinstance(element.tag, str):
            yield from (element.text or "", *(str(said) for said in element.attrib.values()))


def beside(told: Iterable[str], *shown: str | None) -> tuple[tuple[str, str], ...]:
    """All that is told in words, but for what is shown already."""
    lines = dict.fromkeys(" ".join(each.split()) for each in told)
    return tuple((METADATA, line) for line in lines if line not in shown and any(map(str.isalpha, line)))
