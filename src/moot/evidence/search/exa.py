"""Exa (https://exa.ai/docs/reference/search; prices https://exa.ai/docs/admin/pricing, errors …/admin/error-codes).

A search of the type "auto" costs USD 7 a thousand with up to 10 results and their highlights, and more for more
results: so no more are asked for. Ten a second are taken (…/docs/reference/rate-limits). It can be limited to a last
date of publication, not to a language. A wrong key is told as 401, a lack of credit as 402.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from moot.evidence.search.answers import Row, hit, kept, parsed, rows, text
from moot.evidence.search.configured import Key, address, key
from moot.evidence.search.engine import Ask, CannotSearch, Hit, Wish
from moot.evidence.search.refusals import used_up, wrong_key

BASE = "https://api.exa.ai"
_MOST = 10
_LONGEST = 2000


@dataclass(frozen=True)
class Exa:
    key: Key
    base: str = BASE

    name = "exa"
    title = "Exa"
    fee = Decimal("0.007")
    spacing = 0.1

    def ask(self, wish: Wish) -> Ask:
        asked: dict[str, Any] = {
            "query": wish.query[:_LONGEST],
            "type": "auto",
            "numResults": max(1, min(wish.count, _MOST)),
            "contents": {"highlights": True},
        }
        if wish.until:
            asked["endPublishedDate"] = f"{wish.until}T23:59:59.999Z"
        return Ask(f"{self.base}/search", {"x-api-key": self.key.value}, json.dumps(asked))

    def hits(self, body: bytes) -> list[Hit]:
        return kept(
            hit(row.get("url"), row.get("title"), _highlights(row), row.get("publishedDate"))
            for row in rows(parsed(body, self.title).get("results"), self.title)
        )

    def refusal(self, status: int, body: bytes) -> CannotSearch | None:
        if status == 401:
            return wrong_key(self.title, self.key)
        return used_up(self.title, self.key) if status == 402 else None


def _highlights(row: Row) -> str:
    found = row.get("highlights")
    return " … ".join(text(each) for each in cast("list[Any]", found)) if isinstance(found, list) else ""


class ExaVendor:
    name = "exa"
    scholarly = False
    needs = "EXA_API_KEY"

    def engine(self, env: Mapping[str, str]) -> Exa | None:
        found = key(env, (self.needs,))
        return Exa(found, address(env, ("MOOT_EXA_URL",), BASE)) if found else None


VENDOR = ExaVendor()
