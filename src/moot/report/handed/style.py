"""The list of sources in a citation style: one of the Citation Style Language that typst brings with it, by name.

One engine for every format: typst tells each source as the style wants it; its words and slants are taken from there.
What sources say goes in as data, with every character hidden that a bibliography would read as markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from moot.errors import NotInstalled, UsageError
from moot.ledger.record import Record
from moot.report.handed.blocks import Line, Look, Span
from moot.report.handed.cited import Person, Work, works
from moot.report.shape import Report
from moot.text.lazy import lazy_re

SOME = ("apa", "chicago-author-date", "harvard-cite-them-right", "ieee", "mla", "nature", "nlm-citation-sequence")
"""Named where a style is not known."""
_NAME = lazy_re(r"[a-z0-9][a-z0-9-]{0,99}")
"""No path: typst would read a file of that name."""
_LIST = b"""
#let works = bytes(sys.inputs.works)
#for key in json(works).keys() { html.elem("p", attrs: (id: key), cite(label(key), form: "full")) }
#bibliography(works, style: sys.inputs.style)
"""
_PROBE = "probe"
"""An entry of ours, the last: whether it is led by its number says whether the style gives numbers."""
_MARKUP = "{}$\\"
_HIDDEN = str.maketrans({char: chr(0xF8D0 + n) for n, char in enumerate(_MARKUP)})
_BACK = str.maketrans({chr(0xF8D0 + n): char for n, char in enumerate(_MARKUP)})

Piece = tuple[str, Look]


def references(report: Report, style: str) -> dict[int, Line]:
    """Every source as the style tells it, by its number in the report, without a number that the style would give it.

    Raises `UsageError` for a style that there is not, and `NotInstalled`.
    """
    told = works(report.sources)
    if not told:
        return {}
    page = _Page()
    page.feed(_set(told, style.strip().lower()))
    page.close()
    numbers = _led(page.entries[_PROBE], len(told) + 1) != page.entries[_PROBE]
    lines: dict[int, Line] = {}
    for n, work in enumerate(told, 1):
        pieces = page.entries.get(f"w{n}", [])
        lines[work.number] = tuple(_own(_led(pieces, n) if numbers else pieces, work, n))
    return {number: line for number, line in lines.items() if any(span.text.strip() for span in line)}


def in_style(render: Callable[[Report, Record, Mapping[int, Line]], bytes]) -> Callable[[Report, Record, str], bytes]:
    """A format's `render` with its sources told as a style wants them, as `Format.styled`.

    It raises what `references` does.
    """
    return lambda report, record, style: render(report, record, references(report, style))


def _set(told: tuple[Work, ...], style: str) -> str:
    try:
        from typst import TypstError, compile
    except ImportError:
        raise NotInstalled('A citation style needs typst: pip install "moot[pdf]".') from None
    unknown = f"There is no citation style {style!r}: some that there are: {', '.join(SOME)}."
    if not _NAME.fullmatch(style):
        raise UsageError(unknown)
    entries = {f"w{n}": _entry(work, n) for n, work in enumerate(told, 1)}
    data = json.dumps(entries | {_PROBE: {"type": "misc", "title": "x"}}, ensure_ascii=False)
    try:
        return compile(_LIST, format="html", sys_inputs={"works": data, "style": style}).decode()
    except TypstError as error:
        if "style" not in error.message:
            raise
        raise UsageError(unknown) from None


def _entry(work: Work, n: int) -> dict[str, Any]:
    """As Hayagriva, the bibliography format of typst, wants it. An address is put in later, whatever is in it."""
    kind = "article" if work.journal else "web" if work.url else "misc"
    entry: dict[str, Any] = {"type": kind, "title": work.title.translate(_HIDDEN)}
    entry |= {"parent": {"type": "periodical", "title": work.journal.translate(_HIDDEN)}} if work.journal else {}
    entry |= {"author": [_author(each) for each in work.authors]} if work.authors else {}
    entry |= {"date": work.date} if work.date else {}
    entry |= {"serial-number": {"doi": work.doi.translate(_HIDDEN)}} if work.doi else {}
    if work.url:
        fetched = {"date": work.fetched} if work.fetched else {}
        entry["url"] = {"value": _stand_in(n), **fetched}
    return entry


def _author(author: Person | str) -> dict[str, str]:
    if isinstance(author, Person):
        return {"name": author.family.translate(_HIDDEN), "given-name": author.given.translate(_HIDDEN)}
    return {"name": author.translate(_HIDDEN)}


def _stand_in(n: int) -> str:
    return f"https://w{n}.invalid/w"


def _led(pieces: list[Piece], n: int) -> list[Piece]:
    """The pieces without the number that leads them."""
    return [(re.sub(rf"^\s*[\[(]?{n}[\])]?\.?\s+", "", text), look) for text, look in pieces[:1]] + pieces[1:]


def _own(pieces: list[Piece], work: Work, n: int) -> Iterator[Span]:
    """The pieces with the source's own address."""
    for text, look in pieces:
        # Where a date has no month, typst leaves the comma before it.
        said = text.replace(",)", ")").translate(_BACK)
        before, stand_in, after = said.partition(_stand_in(n))
        yield from (Span(part, look) for part in (before,) if part)
        if stand_in:
            yield Span(work.url, web=work.url)
        yield from (Span(part, look) for part in (after,) if part)


class _Page(HTMLParser):
    """The paragraphs of the page by id: their words, upright or slanted, neighbours joined."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.entries: dict[str, list[Piece]] = {}
        self._at = ""
        self._slanted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "p":
            self._at = dict(attrs).get("id") or ""
        self._slanted += tag in ("em", "i")

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self._at = ""
        self._slanted -= tag in ("em", "i")

    def handle_data(self, data: str) -> None:
        if not self._at:
            return
        look = Look.EMPHASIS if self._slanted else Look.PLAIN
        pieces = self.entries.setdefault(self._at, [])
        if pieces and pieces[-1][1] is look:
            pieces[-1] = (pieces[-1][0] + data, look)
        else:
            pieces.append((data, look))
