"""Lexical search: SQLite FTS5 in memory, BM25 over title, headings and text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from moot.text.lazy import lazy_re
from moot.text.utf8 import plain

_WEIGHTS = (0.5, 1.5, 1.0)
"""Of title, headings and text. The title is the same for all passages of a source, so it counts less."""
_WORD = lazy_re(r"\w+(?:[.,'’]\w+)*")
_LARGE = 5_000
"""Passages from which words that stand in more than one of eight are not asked for beside rarer ones.

They tell least and cost most: on 100,000 passages they are nearly all of a search's time.
"""
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
            ((row, *map(_searchable, entry)) for row, entry in enumerate(entries)),
        )
        self._base.execute("COMMIT")
        (self._count,) = self._base.execute("SELECT count(*) FROM entry_docsize").fetchone()
        self._wide: dict[str, bool] = {}

    def search(self, query: str, limit: int) -> list[int]:
        """Positions, best first; ties in their order. Any string is a query; one without words finds nothing."""
        words = _words(query)
        if not words or limit < 1:
            return []
        if self._count >= _LARGE:
            words = [word for word in words if not self._is_wide(word)] or words
        match = " OR ".join(map(_quoted, words))
        # Rounded, so that ties are ties; finely, since the weight of a frequent word goes down to 1e-6.
        rank = f"round(bm25(entry, {', '.join(map(str, _WEIGHTS))}), 12)"
        rows = self._base.execute(
            f"SELECT rowid FROM entry WHERE entry MATCH ? ORDER BY {rank}, rowid LIMIT ?",  # noqa: S608
            (match, limit),
        )
        return [row[0] for row in rows]

    def _is_wide(self, word: str) -> bool:
        if word not in self._wide:
            most = self._count // 8
            (found,) = self._base.execute(
                "SELECT count(*) FROM (SELECT 1 FROM entry WHERE entry MATCH ? LIMIT ?)", (_quoted(word), most + 1)
            ).fetchone()
            self._wide[word] = found > most
        return self._wide[word]


def _quoted(word: str) -> str:
    """In quotes, nothing of a query is an operator, and `61.6` is asked for as a phrase."""
    return f'"{word}"'


def _words(query: str) -> list[str]:
    """The telling words of a query, each once; all words if none is telling."""
    found = [word.lower() for word in _WORD.findall(_searchable(query[:_LONGEST_QUERY]))]
    words = list(dict.fromkeys(found))
    telling = [word for word in words if word not in _COMMON]
    return (telling or words)[:_MOST_WORDS]


def _searchable(text: str) -> str:
    """As SQLite takes it: no NUL, and nothing that is no UTF-8."""
    return plain(text).replace("\x00", " ")
