"""Tavily's search: dates come with the topic "news" only."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from moot.testing.engines.base import Declined, Listed, Request, Search


class Tavily:
    method, path, key_header = "POST", "/search", "authorization"
    wrong_key = (401, {"detail": {"error": "Unauthorized: missing or invalid API key."}})
    used_up = (
        432,
        {"detail": {"error": "This request exceeds your plan's set usage limit. Please upgrade your plan."}},
    )
    too_many = (429, {"detail": {"error": "Your request has been blocked due to excessive requests."}})

    def read(self, request: Request) -> Search:
        asked = json.loads(request.body)
        if not 0 <= asked["max_results"] <= 20 or asked["search_depth"] not in ("basic", "advanced"):
            raise Declined(400, {"detail": {"error": "Invalid max results or search depth."}})
        if len(asked["query"]) > 400:
            raise Declined(400, {"detail": {"error": "Query is too long. Max query length is 400 characters."}})
        return Search("tavily", asked["query"], asked["max_results"], "", asked.get("end_date", ""), request)

    def answer(self, search: Search, found: Sequence[Listed]) -> Any:
        return {
            "query": search.query,
            "follow_up_questions": None,
            "answer": None,
            "images": [],
            # Dates come with the topic "news" only.
            "results": [
                {
                    "url": each.address,
                    "title": each.title,
                    "content": each.text,
                    "score": round(0.97 - place / 50, 4),
                    "raw_content": None,
                }
                for place, each in enumerate(found)
            ],
            "response_time": 0.84,
            "request_id": "a3f0c6b2-7d0e-4d4e-9a43-1c0b5f2f9e11",
        }
