"""Lexical search: SQLite FTS5 in memory, BM25 over title, headings and text."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

_WEIGHTS = (0.5, 1.5, 1.0)
"""Of title, headings and text. The title is the same for all passages of a source, so it counts less."""
_WORD = re.compile(r"\w+(?:[.,'’]\w+)*")
_LONGEST_QUERY = 4_000
_MOST_WORDS = 48
_COMMON = frozenset(
    "a an and any are as at be been but by can could did do does for from had has have how if in into is it its may "  # noqa: SIM905
    "more most much no not of on or over than that the their them there these they this those to was were what when "
    "where which while who whom whose why will with would you your".split()
)
"""Asked for only if the query holds nothing else: they match nearly every passage and decide nothing."""


class Index:
    """Positions of passages (0, 1, …) by words. Built at once; the order of results is the same every time."""

    def __init__(self, entries: Iterable[tuple[str, str, str]]) -> None:
        """`entries`: title, heading and text of each passage, in order."""
        # Readers may search from worker threads; SQLite itself takes the calls one after another.
        self._base = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._base.execute(
            "CREATE VIRTUAL TABLE entry USING fts5(title, heading, body, content='', "
            "tokenize='porter unicode61 remove_diacritics 2')"
        )
        self._base.execute("BEGIN")
        self._base.executemany(
            "INSERT INTO entry(rowid, title, heading, body) VALUES (?, ?, ?, ?)",
            ((row, *map(_storable, entry)) for row, entry in enumerate(entries)),
        )
        self._base.execute("COMMIT")

    def search(self, query: str, limit: int) -> list[int]:
        """Positions, best first; ties in their order. Any string is a query; one without words finds nothing."""
        match = _match(query)
        if not match or limit < 1:
            return []
        rank = f"round(bm25(entry, {', '.join(map(str, _WEIGHTS))}), 6)"  # constants of ours, no user's text
        rows = self._base.execute(
            f"SELECT rowid FROM entry WHERE entry MATCH ? ORDER BY {rank}, rowid LIMIT ?",  # noqa: S608
            (match, limit),
        )
        return [row[0] for row in rows]


def _match(query: str) -> str:
    """Words OR-ed, each in quotes, so that nothing in a query is an operator. `61.6` is asked for as a phrase."""
    found = [word.lower() for word in _WORD.findall(_storable(query[:_LONGEST_QUERY]))]
    words = list(dict.fromkeys(found))
    telling = [word for word in words if word not in _COMMON]
    return " OR ".join(f'"{word}"' for word in (telling or words)[:_MOST_WORDS])


def _storable(text: str) -> str:
    """Lone surrogates are no UTF-8 and SQLite refuses them."""
    return text.encode("utf-8", errors="replace").decode("utf-8").replace("\x00", " ")
