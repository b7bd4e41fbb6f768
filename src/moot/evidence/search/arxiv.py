"""arXiv's query interface (https://info.arxiv.org/help/api/user-manual.html), which answers as an Atom feed.

It is free. It knows a range of dates of first submission and no language. A
question is asked as its words, any of them: the order of relevance puts those first that have most. Errors come as a
feed whose one entry has an id under /api/errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from moot.evidence.fetch.scholarly import ARXIV_SPACING
from moot.evidence.line import line
from moot.evidence.search.answers import hit, kept, text
from moot.evidence.search.configured import address
from moot.evidence.search.engine import Ask, CannotSearch, Hit, Wish
from moot.text.lexicon import STOP_WORDS

BASE = "https://export.arxiv.org"
_MOST = 100
_MOST_TERMS = 16
_FIRST = "199107010000"
_ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True)
class ArXiv:
    base: str = BASE

    name = "arxiv"
    title = "arXiv"
    fee = Decimal(0)
    spacing = ARXIV_SPACING

    def ask(self, wish: Wish) -> Ask:
        asked = {
            "search_query": _search(wish),
            "start": "0",
            "max_results": str(max(1, min(wish.count, _MOST))),
            "sortBy": "relevance",
        }
        return Ask(f"{self.base}/api/query?{urlencode(asked)}", {"Accept": "application/atom+xml"})

    def hits(self, body: bytes) -> list[Hit]:
        entries = _feed(body).findall(f"{_ATOM}entry")
        declined = next((each for each in entries if "/api/errors" in _of(each, "id")), None)
        if declined is not None:
            raise CannotSearch("declined", f"arXiv declines the query: {line(_of(declined, 'summary'))}")
        return kept(
            hit(
                re.sub(r"^http://arxiv\.org/", "https://arxiv.org/", _of(each, "id").strip()),
                _of(each, "title"),
                _of(each, "summary"),
                _of(each, "published").strip(),
            )
            for each in entries
        )

    def refusal(self, status: int, body: bytes) -> CannotSearch | None:
        """arXiv tells why it declines a query in a feed."""
        try:
            self.hits(body)
        except CannotSearch as error:
            return error if error.kind == "declined" else None
        return None


def _search(wish: Wish) -> str:
    terms = list(dict.fromkeys(_terms(wish.query)))[:_MOST_TERMS]
    words = " OR ".join(f'all:"{term}"' if " " in term else f"all:{term}" for term in terms)
    if not wish.until:
        return words
    return f"({words}) AND submittedDate:[{_FIRST} TO {wish.until.replace('-', '')}2359]"


def _terms(query: str) -> Iterator[str]:
    """Phrases in quotation marks, and the words that carry a meaning; every word where none does."""
    words = re.findall(r"\"([^\"]+)\"|(\w+(?:-\w+)*)", query)
    found = [" ".join(re.findall(r"[\w-]+", phrase)) or word for phrase, word in words]
    yield from [each for each in found if each.lower() not in STOP_WORDS] or found


def _feed(body: bytes) -> Any:
    """The root of a feed. Nothing is loaded, and no entity is resolved: a document that declares any is no answer."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    parser: Any = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root: Any = etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        raise CannotSearch("malformed", "arXiv's answer is not XML, or was cut off") from None
    if root.getroottree().docinfo.internalDTD is not None or root.tag != f"{_ATOM}feed":
        raise CannotSearch("malformed", "arXiv answers with XML that is not an Atom feed")
    return root


def _of(entry: Any, part: str) -> str:
    return text(entry.findtext(f"{_ATOM}{part}"))


class ArXivVendor:
    name = "arxiv"
    scholarly = True
    needs = ""

    def engine(self, env: Mapping[str, str]) -> ArXiv:
        return ArXiv(address(env, ("MOOT_ARXIV_URL",), BASE))


VENDOR = ArXivVendor()
