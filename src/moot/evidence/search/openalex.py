"""OpenAlex, an index of scholarly works (https://developers.openalex.org/api-reference/works; …/authentication).

A search costs USD 1 a thousand, paid out of what is free each day: USD 0.10 without a key, 1 with a free one. Only a
key may be billed beyond that. At most 100 requests a second, 100 results each. A used-up day is told as 429 whose
message begins "Insufficient budget". The key goes into a header, as in OpenAlex's examples of POST requests, since an
address is stored and shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast
from urllib.parse import urlencode

from moot.evidence.search.answers import hit, inner, kept, parsed, rows, text, unmarked
from moot.evidence.search.configured import Key, address, key
from moot.evidence.search.engine import Ask, CannotSearch, Hit, Wish
from moot.evidence.search.refusals import wrong_key

BASE = "https://api.openalex.org"
_MOST = 100
_LONGEST = 1000
_MOST_WORDS = 150
"""Of an abstract, for a snippet."""
_FIELDS = "display_name,doi,publication_date,open_access,primary_location,abstract_inverted_index"


@dataclass(frozen=True)
class OpenAlex:
    key: Key | None = None
    base: str = BASE

    name = "openalex"
    title = "OpenAlex"
    spacing = 0.01

    @property
    def fee(self) -> Decimal:
        return Decimal("0.001") if self.key else Decimal(0)

    def ask(self, wish: Wish) -> Ask:
        asked = {
            "search": _plain(wish.query),
            "per_page": str(max(1, min(wish.count, _MOST))),
            "select": _FIELDS,
        }
        filters = [
            *([f"to_publication_date:{wish.until}"] if wish.until else []),
            *([f"language:{wish.language}"] if wish.language else []),
        ]
        if filters:
            asked["filter"] = ",".join(filters)
        bearer = {"Authorization": f"Bearer {self.key.value}"} if self.key else {}
        return Ask(f"{self.base}/works?{urlencode(asked)}", {"Accept": "application/json", **bearer})

    def hits(self, body: bytes) -> list[Hit]:
        return kept(
            _first(
                (
                    inner(row.get("open_access")).get("oa_url"),
                    row.get("doi"),
                    inner(row.get("primary_location")).get("landing_page_url"),
                ),
                unmarked(row.get("display_name")),
                unmarked(_abstract(row.get("abstract_inverted_index"))),
                row.get("publication_date"),
            )
            for row in rows(parsed(body, self.title).get("results"), self.title)
        )

    def refusal(self, status: int, body: bytes) -> CannotSearch | None:
        if status == 401 and self.key:
            return wrong_key(self.title, self.key)
        if status != 429 or b"insufficient budget" not in body.lower():
            return None
        more = (
            "wait until midnight UTC" if self.key else "set OPENALEX_API_KEY to a free key, or wait until midnight UTC"
        )
        return CannotSearch("access", f"what {self.title} gives for free on one day is used up: {more}")


def _first(addresses: tuple[Any, ...], title: str, snippet: str, date: Any) -> Hit | None:
    """The first address that is one: the open text or page, else the landing page of the DOI."""
    return next((found for each in addresses if (found := hit(each, title, snippet, date))), None)


def _plain(query: str) -> str:
    """Words and phrases only: OpenAlex declines a `?` or `*`, its wildcards, and excludes a word after a `-`."""
    words = re.sub(r"[^\w\s\"'’.-]|(?<!\w)[.-]|[.-](?!\w)", " ", query)[:_LONGEST]
    return " ".join((words if words.count('"') % 2 == 0 else words.replace('"', " ")).split())


def _abstract(index: Any) -> str:
    """The beginning of an abstract, which is given as the places of each word."""
    placed = {
        place: word
        for word, places in (cast("dict[Any, Any]", index) if isinstance(index, dict) else {}).items()
        for place in (cast("list[Any]", places) if isinstance(places, list) else [])
        if isinstance(place, int)
    }
    return " ".join(text(placed[place]) for place in sorted(placed)[:_MOST_WORDS])


class OpenAlexVendor:
    name = "openalex"
    scholarly = True
    needs = ""

    def engine(self, env: Mapping[str, str]) -> OpenAlex:
        return OpenAlex(key(env, ("OPENALEX_API_KEY",)), address(env, ("MOOT_OPENALEX_URL",), BASE))


VENDOR = OpenAlexVendor()
