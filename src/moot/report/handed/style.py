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

SOME = ("apa", "chicago-author-date", "harvard-cite-them-right", "ieee", "mla", "nature", "vancouver")
"""Named where a style is not known."""
_NAME = lazy_re(r"\w[\w-]{0,99}")
"""No path: typst would read a file of that name."""
_LIST = b"""
#let works = bytes(sys.inputs.works)
#for key in json(works).keys() { html.elem("section", attrs: (id: key), cite(label(key), form: "full")) }
#bibliography(works, style: sys.inputs.style)
"""
_PROBE = "probe"
"""An entry of ours, titled `x`: whether a number leads it says whether the style gives numbers."""
_MARKUP = "{}$\\"
_HIDDEN = str.maketrans({char: chr(0xF8D0 + n) for n, char in enumerate(_MARKUP)})
_BACK = str.maketrans({chr(0xF8D0 + n): char for n, char in enumerate(_MARKUP)})

_KINDS = ("newspaper", "report")
"""Of which a style may tell what it leaves out of a web page or file; the words of neither say that it is one."""

Piece = tuple[str, Look]
_Entry = dict[str, Any]
_Shape = tuple[bool, bool, bool, bool]
"""Whether a work has an address, a journal, authors, a date."""


def references(report: Report, style: str) -> dict[int, Line]:
    """Every source as the style tells it, by its number in the report, without a number that the style would give it.

    Raises `UsageError` for a style that there is not, and `NotInstalled`.
    """
    told = works(report.sources)
    if not told:
        return {}
    style = style.strip().lower()
    best = _best(told, style)
    page = _set({f"w{n}": _forms(work, n)[best[_shape(work)]] for n, work in enumerate(told, 1)}, style)
    numbers = _led(page.entries[_PROBE]) != page.entries[_PROBE]
    lines: dict[int, Line] = {}
    for n, work in enumerate(told, 1):
        pieces = page.entries.get(f"w{n}", [])
        lines[work.number] = tuple(_own(_led(pieces) if numbers else pieces, work, n))
    return {number: line for number, line in lines.items() if any(span.text.strip() for span in line)}


def in_style(render: Callable[[Report, Record, Mapping[int, Line]], bytes]) -> Callable[[Report, Record, str], bytes]:
    """A format's `render` with its sources told as a style wants them, as `Format.styled`.

    It raises what `references` does.
    """
    return lambda report, record, style: render(report, record, references(report, style))


def _set(entries: Mapping[str, _Entry], style: str) -> _Page:
    try:
        from typst import TypstError, compile
    except ImportError:
        raise NotInstalled('A citation style needs typst: pip install "moot[pdf]".') from None
    unknown = f"There is no citation style {style!r}: some that there are: {', '.join(SOME)}."
    if not _NAME.fullmatch(style):
        raise UsageError(unknown)
    data = json.dumps({**entries, _PROBE: {"type": "report", "title": "x"}}, ensure_ascii=False)
    page = _Page()
    try:
        page.feed(compile(_LIST, format="html", sys_inputs={"works": data, "style": style}).decode())
    except TypstError as error:
        if "style" not in error.message:
            raise
        raise UsageError(unknown) from None
    page.close()
    return page


def _shape(work: Work) -> _Shape:
    return (bool(work.url), bool(work.journal), bool(work.authors), bool(work.date))


def _best(told: tuple[Work, ...], style: str) -> dict[_Shape, int]:
    """Which form of a work, by what is known of it, tells most of that: the first of those that do.

    A style has a rule for a web page that leaves out its date, or none for who wrote it; tried on words of our own,
    which a style cannot shorten or turn beyond recognition.
    """
    probes: dict[str, _Entry] = {}
    known: dict[str, tuple[_Shape, int, tuple[str, ...]]] = {}
    for shape in dict.fromkeys(map(_shape, told)):
        url, journal, authors, date = shape
        n = len(probes)
        work = Work(
            number=0,
            key="",
            title=f"Qtitle{n}",
            authors=(Person(f"Qname{n}", "Q."),) if authors else (),
            date="1987-05-21" if date else "",
            fetched="2003-02-01" if url else "",
            url=_stand_in(n) if url else "",
            journal="Qjournal" if journal else "",
            doi="",
            arxiv="",
        )
        for form, entry in enumerate(_forms(work, n)):
            probes[f"p{n}-{form}"] = entry
            names = [author.family for author in work.authors if isinstance(author, Person)]
            known[f"p{n}-{form}"] = (shape, form, tuple(filter(None, (work.title, *names, work.date[:4], work.url))))
    page = _set(probes, style)
    best: dict[_Shape, tuple[int, int]] = {}
    for key, (shape, form, words) in known.items():
        said = "".join(text for text, _ in page.entries.get(key, ())).casefold()
        # A name that is told twice is no better than one that is not told.
        missed = sum(said.count(word.casefold()) != 1 for word in words)
        best[shape] = min(best.get(shape, (missed, form)), (missed, form))
    return {shape: form for shape, (_, form) in best.items()}


def _forms(work: Work, n: int) -> list[_Entry]:
    """As Hayagriva, the bibliography format of typst, wants it; behind it the forms that a style may tell more of."""
    entry = _entry(work, n)
    others = [] if work.journal else [entry | {"type": kind} for kind in _KINDS]
    # Some rules for the author work in typst only where there is an editor beside it.
    return [entry, *others, entry | ({"editor": entry["author"]} if work.authors else {})]


def _entry(work: Work, n: int) -> _Entry:
    """An address is put in later, whatever is in it."""
    kind = "article" if work.journal else "web" if work.url else "misc"
    entry: _Entry = {"type": kind, "title": work.title.translate(_HIDDEN)}
    if work.journal:
        parent = {"title": work.journal, "volume": work.volume, "issue": work.issue}
        entry["parent"] = {"type": "periodical"} | {
            key: text.translate(_HIDDEN) for key, text in parent.items() if text
        }
        entry |= {"page-range": work.pages.replace("–", "-").translate(_HIDDEN)} if work.pages else {}
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


def _led(pieces: list[Piece]) -> list[Piece]:
    """The pieces without the number that leads them; a style may count in an order of its own."""
    return [(re.sub(r"^\s*[\[(]?\d+[\])]?\.?\s+", "", text), look) for text, look in pieces[:1]] + pieces[1:]


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
    """The sections of the page by id: their words, upright or slanted, neighbours joined."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.entries: dict[str, list[Piece]] = {}
        self._at = ""
        self._slanted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "section":
            self._at = dict(attrs).get("id") or ""
        elif tag in ("div", "p") and self._at in self.entries:
            self.handle_data(" ")
        self._slanted += tag in ("em", "i")

    def handle_endtag(self, tag: str) -> None:
        if tag == "section":
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
