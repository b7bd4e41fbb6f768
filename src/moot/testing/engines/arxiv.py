"""arXiv's Atom feed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as day
from html import escape
from typing import Any

from moot.testing.engines.base import Declined, Listed, Request, Search


class ArXiv:
    method, path, key_header = "GET", "/api/query", ""
    wrong_key = used_up = (403, "Forbidden")
    too_many = (429, "Rate exceeded.")

    def read(self, request: Request) -> Search:
        asked = request.query
        form = re.fullmatch(
            r"\(?(?P<words>all:(?:\"[^\"]+\"|[^\s()]+)(?: OR all:(?:\"[^\"]+\"|[^\s()]+))*)\)?"
            r"(?: AND submittedDate:\[\d{12} TO (?P<until>\d{8})2359\])?",
            asked["search_query"],
        )
        if form is None:
            raise Declined(400, self._feed([_ERROR]))
        words = " ".join(re.findall(r"all:\"?([^\s\"()]+(?: [^\s\"()]+)*?)\"?(?= OR |$)", form["words"]))
        until = day.fromisoformat(form["until"]).isoformat() if form["until"] else ""
        return Search("arxiv", words, int(asked["max_results"]), "", until, request)

    def answer(self, search: Search, found: Sequence[Listed]) -> Any:
        return self._feed([self._entry(each) for each in found])

    def _feed(self, entries: Sequence[str]) -> str:
        return (
            "<?xml version='1.0' encoding='UTF-8'?>\n"
            '<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom"'
            ' xmlns="http://www.w3.org/2005/Atom">\n'
            "  <id>https://arxiv.org/api/SkuXkYxumgL1drFIL7NufdnpkFc</id>\n"
            "  <title>arXiv Query: search_query=</title>\n"
            "  <updated>2026-11-11T18:34:08Z</updated>\n"
            '  <link href="https://arxiv.org/api/query?search_query=" type="application/atom+xml"/>\n'
            f"  <opensearch:totalResults>{len(entries)}</opensearch:totalResults>\n{''.join(entries)}</feed>\n"
        )

    def _entry(self, each: Listed) -> str:
        address = escape(each.address)
        dates = f"<published>{each.date}T17:59:59Z</published>" if each.date else ""
        return (
            f"  <entry>\n    <id>{address}</id>\n    <title>{escape(each.title)}</title>\n"
            "    <updated>2026-06-25T16:09:59Z</updated>\n"
            f'    <link href="{address}" rel="alternate" type="text/html"/>\n'
            f'    <link href="{address}.pdf" rel="related" type="application/pdf" title="pdf"/>\n'
            f"    <summary>{escape(each.text)}\n    </summary>\n"
            f'    <category term="q-bio.PE" scheme="http://arxiv.org/schemas/atom"/>\n    {dates}\n'
            "    <arxiv:comment>23 pages</arxiv:comment>\n    <author>\n      <name>A. Apis</name>\n    </author>\n"
            "  </entry>\n"
        )


_ERROR = (
    "  <entry>\n    <id>https://arxiv.org/api/errors#incorrect_query</id>\n    <title>Error</title>\n"
    "    <summary>incorrect query</summary>\n  </entry>\n"
)
