"""What registers say of a DOI or an arXiv id: the title of the work that it names.

Replies are of Crossref's REST interface (`/works/DOI`) and arXiv's Atom interface (`/api/query?id_list=ID`).
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any
from urllib.parse import quote

from moot.evidence.fetch.client import Fetcher
from moot.evidence.fetch.fetched import NotFetched
from moot.evidence.line import line
from moot.text.identifiers import Identifier, Register

CROSSREF = "https://api.crossref.org"
ARXIV = "https://export.arxiv.org"
ARXIV_SPACING = 3.0
"""Seconds between two requests to arXiv's interface, one at a time (https://info.arxiv.org/help/api/tou.html)."""
_ATOM = "{http://www.w3.org/2005/Atom}"
_LONGEST_TITLE = 500


def question(identifier: Identifier) -> str:
    """The address of the register's interface that tells what the identifier names."""
    if identifier.register is Register.DOI:
        return f"{CROSSREF}/works/{quote(identifier.value, safe='')}"
    return f"{ARXIV}/api/query?id_list={quote(identifier.value, safe='/')}&max_results=1"


def parsed(identifier: Identifier, reply: bytes) -> str:
    """The title that a register's reply gives; '' when it is no such reply, or knows no such work."""
    try:
        return _crossref(reply) if identifier.register is Register.DOI else _arxiv(reply)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
        return ""


async def look_up(fetcher: Fetcher, identifier: Identifier) -> str | NotFetched:
    """The title of what it names, asked of its register. Never raises for a bad reply."""
    address = question(identifier)
    answer = await fetcher.ask(address, 0.0 if identifier.register is Register.DOI else ARXIV_SPACING)
    name = "Crossref" if identifier.register is Register.DOI else "arXiv"
    if isinstance(answer, NotFetched):
        said = f"{name} does not know {identifier}" if answer.status == 404 else f"{name}: {answer.reason}"
        return NotFetched(address, said, answer.status)
    return parsed(identifier, answer.body) or NotFetched(address, f"{name} does not know {identifier}", answer.status)


def _crossref(reply: bytes) -> str:
    message: Any = json.loads(reply)["message"]
    titles = message.get("title") or message.get("container-title") or []
    title = _line(titles[0]) if titles else ""
    subtitle = _line((message.get("subtitle") or [""])[0])
    return f"{title}: {subtitle}" if title and subtitle and subtitle.casefold() not in title.casefold() else title


def _arxiv(reply: bytes) -> str:
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    parser: Any = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        feed: Any = etree.fromstring(reply, parser)
    except etree.XMLSyntaxError:
        return ""
    entry: Any = feed.find(f"{_ATOM}entry")
    # arXiv tells an error as an entry of its own, with another id.
    if entry is None or "/abs/" not in (entry.findtext(f"{_ATOM}id") or ""):
        return ""
    return _line(entry.findtext(f"{_ATOM}title"))


def _line(text: Any) -> str:
    """One line of visible text, without markup; '' for what is no text."""
    if not isinstance(text, str):
        return ""
    return line(unescape(re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", text[:2000])), _LONGEST_TITLE)
