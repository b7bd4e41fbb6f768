"""OpenAlex's list of works: abstracts are inverted, titles may be marked up, `select` chooses fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from moot.testing.engines.base import Declined, Listed, Request, Search


class OpenAlex:
    method, path, key_header = "GET", "/works", "authorization"
    wrong_key = (401, {"error": "Unauthorized", "message": "The API key is not valid."})
    used_up = (
        429,
        {
            "error": "Rate limit exceeded",
            "message": "Insufficient budget. This request costs $0.001 but you only have $0 remaining. "
            "Resets at midnight UTC.",
            "retryAfter": 47052,
            "dailyRemainingUsd": 0,
        },
    )
    too_many = (429, {"error": "Rate limit exceeded", "message": "More than 100 requests per second."})

    def read(self, request: Request) -> Search:
        asked = request.query
        filters = dict(part.split(":", 1) for part in asked.get("filter", "").split(",") if part)
        if re.search(r"[*?]|(?<!\S)-", asked["search"]) or asked["search"].count('"') % 2:
            raise Declined(400, {"error": "Invalid query parameters error.", "message": "Wildcards (* or ?) require …"})
        if not 1 <= int(asked["per_page"]) <= 100 or filters.keys() - {"language", "to_publication_date"}:
            raise Declined(400, {"error": "Invalid query parameters error.", "message": "per-page, or a filter"})
        until = filters.get("to_publication_date", "")
        language = filters.get("language", "")
        return Search("openalex", asked["search"], int(asked["per_page"]), language, until, request)

    def answer(self, search: Search, found: Sequence[Listed]) -> Any:
        chosen = search.request.query.get("select", "")
        works = [self._work(number, each) for number, each in enumerate(found, 1)]
        if chosen:
            works = [{name: work[name] for name in chosen.split(",")} for work in works]
        meta = {"count": len(found), "db_response_time_ms": 41, "page": 1, "per_page": search.count, "cost_usd": 0.001}
        return {"meta": meta, "results": works, "group_by": []}

    def _work(self, number: int, each: Listed) -> dict[str, Any]:
        places: dict[str, list[int]] = {}
        for place, word in enumerate(each.text.split()):
            places.setdefault(word, []).append(place)
        doi = f"https://doi.org/10.5555/{number}"
        return {
            "id": f"https://openalex.org/W274180980{number}",
            "doi": doi,
            "title": each.title,
            "display_name": f"<i>{escape(each.title)}</i>",
            "relevance_score": round(99 / number, 3),
            "publication_year": int(each.date[:4]) if each.date else None,
            "publication_date": each.date or None,
            "language": "en",
            "type": "article",
            "open_access": {
                "is_oa": True,
                "oa_status": "gold",
                "oa_url": each.address,
                "any_repository_has_fulltext": True,
            },
            "primary_location": {
                "is_oa": True,
                "landing_page_url": doi,
                "pdf_url": None,
                "version": "publishedVersion",
            },
            "abstract_inverted_index": places or None,
            "cited_by_count": 12,
        }
