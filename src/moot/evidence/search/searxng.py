"""SearXNG, a search engine of engines that one runs oneself (https://docs.searxng.org/dev/search_api.html).

It gives its results as JSON only where `search.formats` of its settings.yml has "json"; else it answers 403, as a
gateway before it does for reasons of its own. How many come is its own business, and it knows no last date. That the
engines which it asked failed is told beside the results.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast
from urllib.parse import urlencode

from moot.evidence.line import line
from moot.evidence.search.answers import Row, hit, kept, parsed, rows
from moot.evidence.search.configured import address
from moot.evidence.search.engine import Ask, CannotSearch, Hit, Wish


@dataclass(frozen=True)
class SearXNG:
    base: str

    name = "searxng"
    fee = Decimal(0)
    spacing = 0.0

    @property
    def title(self) -> str:
        return f"SearXNG at {self.base}"

    def ask(self, wish: Wish) -> Ask:
        asked = {"q": wish.query, "format": "json", "language": wish.language or "all"}
        return Ask(f"{self.base}/search?{urlencode(asked)}", {"Accept": "application/json"})

    def hits(self, body: bytes) -> list[Hit]:
        answer = parsed(body, self.title)
        found = rows(answer.get("results"), self.title)
        failed = _failed(answer)
        if not found and failed:
            raise CannotSearch("declined", f"{self.title} found nothing, and engines that it asks failed: {failed}")
        return kept(
            hit(row.get("url"), row.get("title"), row.get("content"), row.get("publishedDate")) for row in found
        )

    def refusal(self, status: int, body: bytes) -> CannotSearch | None:
        if status != 403:
            return None
        return CannotSearch(
            "access",
            f'{self.title} refuses access (it answers 403): add "json" to search.formats in its settings.yml, '
            "or, if it is there, ask whoever runs the server",
        )


def _failed(answer: Row) -> str:
    """`google (CAPTCHA), bing (timeout)`; empty when every engine answered."""
    listed = answer.get("unresponsive_engines")
    pairs = cast("list[Any]", listed) if isinstance(listed, list) else []
    said = (f"{each[0]} ({each[1]})" for each in pairs if isinstance(each, list) and len(cast("list[Any]", each)) == 2)
    return line(", ".join(said))


class SearXNGVendor:
    name = "searxng"
    scholarly = False
    needs = "SEARXNG_URL"

    def engine(self, env: Mapping[str, str]) -> SearXNG | None:
        base = address(env, ("MOOT_SEARXNG_URL", self.needs))
        return SearXNG(base) if base else None


VENDOR = SearXNGVendor()
