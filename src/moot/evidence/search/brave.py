"""Brave Search (https://api-dashboard.search.brave.com/documentation, API reference of `/res/v1/web/search`).

A request of the plan Search costs USD 5 a thousand, 50 a second at most, and gives at most 20 results. `freshness`
takes a range of dates and goes by the date of a page that its content gives best, published or changed; `search_lang`
has codes of its own, and is English where none is given. A wrong key is told as 422 with the code
SUBSCRIPTION_TOKEN_INVALID, a used-up quota as 429 with QUOTA_LIMITED.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from moot.evidence.search.answers import hit, inner, kept, parsed, rows, text, unknown, unmarked
from moot.evidence.search.configured import Key, address, key
from moot.evidence.search.engine import Ask, CannotSearch, Hit, Wish
from moot.evidence.search.refusals import used_up, wrong_key
from moot.text.lexicon import lexicon

BASE = "https://api.search.brave.com"
_MOST = 20
_MOST_WORDS = 50
_LONGEST = 400
_FIRST = "1970-01-01"
_LANGUAGES = lexicon("""
    ar eu bn bg ca hr cs da nl en et fi fr gl de gu he hi hu is it kn ko lv lt ms ml mr nb pl pa ro ru sr sk sl es sv
    ta te th tr uk vi
""")
_OTHERWISE = {"ja": "jp", "zh": "zh-hans", "pt": "pt-br", "no": "nb"}
"""ISO codes to Brave's; another language is not asked for, since Brave declines what it does not know."""


@dataclass(frozen=True)
class Brave:
    key: Key
    base: str = BASE

    name = "brave"
    title = "Brave"
    fee = Decimal("0.005")
    spacing = 0.02

    def ask(self, wish: Wish) -> Ask:
        language = _OTHERWISE.get(wish.language, wish.language)
        asked = {
            "q": _short(wish.query),
            "count": str(max(1, min(wish.count, _MOST))),
            "country": "ALL",
            "result_filter": "web",
        }
        if language in _LANGUAGES or language in _OTHERWISE.values():
            asked["search_lang"] = language
        if wish.until:
            asked["freshness"] = f"{_FIRST}to{wish.until}"
        return Ask(
            f"{self.base}/res/v1/web/search?{urlencode(asked)}",
            {"Accept": "application/json", "X-Subscription-Token": self.key.value},
        )

    def hits(self, body: bytes) -> list[Hit]:
        answer = parsed(body, self.title)
        if "web" not in answer and answer.get("type") == "search":
            return []  # nothing found: the part is left out
        if "web" not in answer:
            raise unknown(self.title)
        return kept(
            hit(row.get("url"), unmarked(row.get("title")), unmarked(row.get("description")), row.get("page_age"))
            for row in rows(inner(answer["web"]).get("results"), self.title)
        )

    def refusal(self, status: int, body: bytes) -> CannotSearch | None:
        code = _code(body)
        if status == 401 or code.startswith("SUBSCRIPTION_TOKEN"):
            return wrong_key(self.title, self.key)
        return used_up(self.title, self.key) if status == 402 or code == "QUOTA_LIMITED" else None


def _short(query: str) -> str:
    return " ".join(query.split()[:_MOST_WORDS])[:_LONGEST]


def _code(body: bytes) -> str:
    try:
        return text(inner(inner(json.loads(body)).get("error")).get("code"))
    except (ValueError, RecursionError):
        return ""


class BraveVendor:
    name = "brave"
    scholarly = False
    needs = "BRAVE_API_KEY"

    def engine(self, env: Mapping[str, str]) -> Brave | None:
        found = key(env, (self.needs, "BRAVE_SEARCH_API_KEY"))
        return Brave(found, address(env, ("MOOT_BRAVE_URL",), BASE)) if found else None


VENDOR = BraveVendor()
