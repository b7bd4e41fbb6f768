"""Brave's web search: its texts are HTML, and of nothing found the part `web` is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Any
from urllib.parse import urlsplit

from moot.testing.engines.base import Declined, Listed, Request, Search


class Brave:
    method, path, key_header = "GET", "/res/v1/web/search", "x-subscription-token"
    wrong_key = (
        422,
        {
            "id": "5d832250-9396-4f6e-b84a-2a1fe524cd7d",
            "type": "ErrorResponse",
            "error": {
                "id": "5d832250-9396-4f6e-b84a-2a1fe524cd7d",
                "status": 422,
                "code": "SUBSCRIPTION_TOKEN_INVALID",
                "detail": "The provided subscription token is invalid.",
                "meta": {"component": "authentication"},
            },
            "time": 1663072993,
        },
    )
    used_up = (
        429,
        {
            "type": "ErrorResponse",
            "error": {
                "id": "5d832250-9396-4f6e-b84a-2a1fe524cd7d",
                "status": 429,
                "code": "QUOTA_LIMITED",
                "detail": "Request quota limit exceeded for plan.",
                "meta": {"plan": "Search", "quota_limit": 1000, "quota_current": 1000, "component": "rate_limiter"},
            },
            "time": 1663072993,
        },
    )
    too_many = (
        429,
        {
            "type": "ErrorResponse",
            "error": {
                "id": "5d832250-9396-4f6e-b84a-2a1fe524cd7d",
                "status": 429,
                "code": "RATE_LIMITED",
                "detail": "Request rate limit exceeded for plan.",
                "meta": {"plan": "Search", "rate_limit": 1, "rate_current": 1, "component": "rate_limiter"},
            },
            "time": 1663072993,
        },
    )

    def read(self, request: Request) -> Search:
        asked = request.query
        span = re.fullmatch(r"\d{4}-\d\d-\d\dto(\d{4}-\d\d-\d\d)", asked.get("freshness", ""))
        language = asked.get("search_lang", "")
        takes = (
            1 <= len(asked["q"]) <= 400,
            len(asked["q"].split()) <= 50,
            1 <= int(asked["count"]) <= 20,
            span or "freshness" not in asked,
            # Brave's own names for these languages; the ISO codes are declined.
            language not in ("ja", "zh", "pt", "no"),
        )
        if not all(takes):
            detail = "Unable to validate request parameter(s)"
            raise Declined(422, {"type": "ErrorResponse", "error": {"code": "VALIDATION", "detail": detail}})
        language = {"jp": "ja", "zh-hans": "zh", "pt-br": "pt", "nb": "no"}.get(language, language)
        return Search("brave", asked["q"], int(asked["count"]), language, span[1] if span else "", request)

    def answer(self, search: Search, found: Sequence[Listed]) -> Any:
        query = {"original": search.query, "is_navigational": False, "more_results_available": bool(found)}
        head = {"type": "search", "query": query}
        if not found:
            return head
        main = [{"type": "web", "index": place, "all": False} for place in range(len(found))]
        results = [self._result(each, search.query) for each in found]
        return head | {
            "mixed": {"type": "mixed", "main": main, "top": [], "side": []},
            "web": {"type": "search", "results": results, "family_friendly": True},
        }

    def _result(self, each: Listed, query: str) -> dict[str, Any]:
        parts = urlsplit(each.address)
        return {
            "title": _marked(each.title, query),
            "url": each.address,
            "is_source_local": False,
            "is_source_both": False,
            "description": _marked(each.text, query),
            **({"page_age": f"{each.date}T00:00:00", "age": "2 weeks ago"} if each.date else {}),
            "profile": {"name": parts.netloc, "url": each.address, "long_name": parts.netloc, "img": ""},
            "language": "en",
            "family_friendly": True,
            "type": "search_result",
            "subtype": "generic",
            "is_live": False,
            "meta_url": {"scheme": parts.scheme, "netloc": parts.netloc, "hostname": parts.hostname, "path": "› a"},
        }


def _marked(text: str, query: str) -> str:
    """As HTML, with the first of the words that were asked for in bold."""
    word = re.escape(query.split()[-1]) if query.split() else "$"
    return re.sub(rf"\b({word})\b", r"<strong>\1</strong>", escape(text), count=1)
