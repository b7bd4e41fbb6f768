"""Tavily (https://docs.tavily.com/documentation/api-reference/endpoint/search).

A basic search is one credit, USD 0.008 where credits are paid as they are used, and gives at most 20 results. It can be
limited to a last date, not to a language. It dates its results only for the topic "news". A key for development may be
used 100 times a minute (…/documentation/rate-limits). A wrong key is told as 401, what the plan does not pay for as 432
or 433.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from moot.evidence.search.answers import hit, kept, parsed, rows
from moot.evidence.search.configured import Key, address, key
from moot.evidence.search.engine import Ask, CannotSearch, Hit, Wish
from moot.evidence.search.refusals import used_up, wrong_key

BASE = "https://api.tavily.com"
_MOST = 20
_LONGEST = 400


@dataclass(frozen=True)
class Tavily:
    key: Key
    base: str = BASE

    name = "tavily"
    title = "Tavily"
    fee = Decimal("0.008")
    spacing = 0.6

    def ask(self, wish: Wish) -> Ask:
        asked: dict[str, Any] = {
            "query": wish.query[:_LONGEST],
            "search_depth": "basic",
            "max_results": max(1, min(wish.count, _MOST)),
        }
        if wish.until:
            asked["end_date"] = wish.until
        return Ask(f"{self.base}/search", {"Authorization": f"Bearer {self.key.value}"}, json.dumps(asked))

    def hits(self, body: bytes) -> list[Hit]:
        return kept(
            hit(row.get("url"), row.get("title"), row.get("content"), row.get("published_date"))
            for row in rows(parsed(body, self.title).get("results"), self.title)
        )

    def refusal(self, status: int, body: bytes) -> CannotSearch | None:
        if status == 401:
            return wrong_key(self.title, self.key)
        return used_up(self.title, self.key) if status in (402, 432, 433) else None


class TavilyVendor:
    name = "tavily"
    scholarly = False
    needs = "TAVILY_API_KEY"

    def engine(self, env: Mapping[str, str]) -> Tavily | None:
        found = key(env, (self.needs,))
        return Tavily(found, address(env, ("MOOT_TAVILY_URL",), BASE)) if found else None


VENDOR = TavilyVendor()
