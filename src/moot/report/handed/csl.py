"""The sources that a report cites as CSL-JSON, which reference managers and pandoc read (schema `csl-data`, 1.0.2)."""

from __future__ import annotations

import json
from typing import Any

from moot.ledger.record import Record
from moot.report.formats import Format
from moot.report.handed.cited import Person, Work, cited
from moot.report.shape import Report


def render(report: Report, record: Record) -> bytes:
    """A list with one item a source, in the order of citing."""
    return (json.dumps([_item(work) for work in cited(report)], ensure_ascii=False, indent=2) + "\n").encode()


CSL = Format(".csl.json", render)
"""Not `.json`: that is the report."""


def _item(work: Work) -> dict[str, Any]:
    item: dict[str, Any] = {"id": work.key, "type": _kind(work), "title": work.title}
    item |= {"author": [_author(each) for each in work.authors]} if work.authors else {}
    item |= {"issued": _date(work.date)} if work.date else {}
    item |= {"container-title": work.journal} if work.journal else {}
    item |= {"volume": work.volume} if work.volume else {}
    item |= {"issue": work.issue} if work.issue else {}
    item |= {"page": work.pages.replace("–", "-")} if work.pages else {}
    item |= {"DOI": work.doi} if work.doi else {}
    item |= {"number": f"arXiv:{work.arxiv}", "publisher": "arXiv"} if work.arxiv else {}
    item |= {"URL": work.url} if work.url else {}
    item |= {"accessed": _date(work.fetched)} if work.url and work.fetched else {}
    return item


def _kind(work: Work) -> str:
    """`article` is one that no journal is known for, as a preprint."""
    if work.doi or work.journal:
        return "article-journal"
    return "article" if work.arxiv else "webpage" if work.url else "document"


def _author(author: Person | str) -> dict[str, str]:
    if isinstance(author, Person):
        return {"family": author.family, "given": author.given}
    return {"literal": author}


def _date(day: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in day.split("-")]]}
