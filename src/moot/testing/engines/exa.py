"""Exa's search with highlights."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date as day
from datetime import timedelta
from typing import Any

from moot.testing.engines.base import Declined, Listed, Request, Search


class Exa:
    method, path, key_header = "POST", "/search", "x-api-key"
    wrong_key = (401, {"requestId": "2e2745fb5066969f", "error": "Invalid API key", "tag": "INVALID_API_KEY"})
    used_up = (
        402,
        {"requestId": "c117e66af492da33", "error": "You have exceeded your credits limit.", "tag": "NO_MORE_CREDITS"},
    )
    too_many = (429, {"requestId": "9b1c", "error": "You've exceeded your Exa rate limit of 10 requests per second."})

    def read(self, request: Request) -> Search:
        asked = json.loads(request.body)
        until = asked.get("endPublishedDate", "")
        if request.headers.get("content-type") != "application/json" or not 1 <= asked["numResults"] <= 100:
            raise Declined(400, {"requestId": "548d", "error": "Invalid request body", "tag": "INVALID_REQUEST_BODY"})
        if until and "T" not in until:  # only what is published before its first moment
            until = (day.fromisoformat(until) - timedelta(1)).isoformat()
        return Search("exa", asked["query"], asked["numResults"], "", until[:10], request)

    def answer(self, search: Search, found: Sequence[Listed]) -> Any:
        return {
            "requestId": "b5947044c4b78efa9552a7c89b306d95",
            "resolvedSearchType": "neural",
            "results": [
                {
                    "id": each.address,
                    "title": each.title,
                    "url": each.address,
                    "publishedDate": f"{each.date}T00:00:00.000Z" if each.date else None,
                    "author": None,
                    "image": f"{each.address}/og.png",
                    "highlights": [each.text],
                    "highlightScores": [0.46],
                }
                for each in found
            ],
            "searchTime": 612.4,
            "costDollars": {"total": 0.007, "search": {"neural": 0.007}},
        }
