"""SearXNG's JSON, as its `webutils.get_json_response` writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from moot.testing.engines.base import Declined, Listed, Request, Search


class SearXNG:
    method, path, key_header = "GET", "/search", ""
    wrong_key = used_up = (403, "<!doctype html>\n<html lang=en>\n<title>403 Forbidden</title>\n")
    too_many = (429, "Too Many Requests")

    def read(self, request: Request) -> Search:
        asked = request.query
        if asked.get("format") != "json" or not re.fullmatch(r"all|[a-z]{2,3}(-[a-zA-Z]{2})?", asked["language"]):
            raise Declined(400, {"error": "Invalid value"})
        return Search("searxng", asked["q"], 30, asked["language"].replace("all", ""), "", request)

    def answer(self, search: Search, found: Sequence[Listed]) -> Any:
        return {
            "query": search.query,
            "number_of_results": 0,
            "results": [self._result(place, each) for place, each in enumerate(found, 1)],
            "answers": [],
            "corrections": [],
            "infoboxes": [],
            "suggestions": [f"{search.query} 2026"],
            "unresponsive_engines": [["google", "Suspended: CAPTCHA"]] if found else [],
        }

    def _result(self, place: int, each: Listed) -> dict[str, Any]:
        return {
            "url": each.address,
            "engine": "duckduckgo",
            "parsed_url": [*urlsplit(each.address)[:3], "", *urlsplit(each.address)[3:]],
            "template": "default.html",
            "title": each.title,
            "content": each.text,
            "img_src": "",
            "thumbnail": "",
            "publishedDate": f"{each.date}T00:00:00" if each.date else None,
            "pubdate": f"{each.date} 00:00:00" if each.date else "",
            "priority": "",
            "engines": ["duckduckgo", "brave"],
            "positions": [place, place + 1],
            "score": round(4 / place, 3),
            "category": "general",
        }
