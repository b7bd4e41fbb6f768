"""The sources that a report cites as BibTeX (of biblatex: @online, dates in ISO form)."""

from __future__ import annotations

import re

from moot.ledger.record import Record
from moot.report.formats import Format
from moot.report.handed.cited import Person, Work, cited
from moot.report.shape import Report
from moot.text.lazy import lazy_re

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "[": "{[}",
    "]": "{]}",
    "://": ":{//}",
} | {char: f"\\{char}" for char in "$&%#_"}
_FOUND = lazy_re("|".join(map(re.escape, _SPECIAL)))


def render(report: Report, record: Record) -> bytes:
    """One entry a source, in the order of citing."""
    return "\n".join(map(_entry, cited(report))).encode()


BIBTEX = Format(".bib", render)


def _entry(work: Work) -> str:
    fields = {
        # Braces around the whole: a style that changes capitals would change names.
        "title": f"{{{_escaped(work.title)}}}",
        "author": " and ".join(map(_author, work.authors)),
        "date": work.date,
        "journaltitle": f"{{{_escaped(work.journal)}}}" if work.journal else "",
        "volume": _escaped(work.volume),
        "number": _escaped(work.issue),
        "pages": _escaped(work.pages.replace("–", "--")),
        "doi": work.doi,
        "eprint": work.arxiv,
        "eprinttype": "arxiv" if work.arxiv else "",
        "url": work.url,
        "urldate": work.fetched if work.url else "",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{_kind(work)}{{{work.key},\n{lines}}}\n"


def _kind(work: Work) -> str:
    if work.doi or work.arxiv or work.journal:
        return "article"
    return "online" if work.url else "misc"


def _author(author: Person | str) -> str:
    """A body's name is one word in braces, or BibTeX would look for a family name in it."""
    if isinstance(author, Person):
        return f"{_part(author.family)}, {_part(author.given)}"
    return f"{{{_escaped(author)}}}"


def _part(name: str) -> str:
    """A part of a person's name; braces keep a name that holds the word between names from being parted."""
    escaped = _escaped(name)
    return f"{{{escaped}}}" if re.search(r",|\band\b", name, re.IGNORECASE) else escaped


def _escaped(text: str) -> str:
    """The text with nothing in it that TeX reads as more than a character, nor a page that the entry is shown on as a
    tag, a picture or a link; braces stay in pairs."""
    return _FOUND.sub(lambda char: _SPECIAL[char[0]], text)
