"""What the rows and columns of a table are called, each by the words that the others have not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from moot.text.lazy import lazy_re
from moot.text.terms import stems
from moot.verify.reckoning.given.tables import Grid

NUMBERED = lazy_re(r"\(?(?<![^\W\d_])[nN][ \xa0]?=[ \xa0]?(\d{1,3}(?:,\d{3})+|\d{1,9})(?![\d.])\)?")
"""How many a row or column tells of: "Placebo (n = 213)"."""
_INITIALS = lazy_re(
    r"^[A-Z][.):]?(?=[\s\xa0]+[^\W\d_]{2})|\b(?:[A-Z][A-Za-z]?[A-Z]{1,2}|Ltd|Inc|GmbH|Corp|plc|S\.?A)\b(?![-.\w])"
)
"""Of a club or a firm, or before what a list counts, which nobody repeats: "VfL Hafen", "Acme Ltd", "D Gas"."""


@lru_cache(maxsize=256)
def row_labels(grid: Grid) -> list[frozenset[str]]:
    """What tells the rows apart, without what all rows share, and without initials where the rest tells them too."""
    told = [NUMBERED.sub(" ", grid.label(row)) for row in range(len(grid.rows))]
    labels = _apart([frozenset(stems(label)) for label in told])
    short = _apart([frozenset(stems(_INITIALS.sub(" ", label))) for label in told])
    return short if all(short) and len(set(short)) == len(short) else labels


@lru_cache(maxsize=256)
def column_labels(grid: Grid) -> list[frozenset[str]]:
    return _apart([frozenset(stems(NUMBERED.sub(" ", head))) for head in grid.heads])


@lru_cache(maxsize=256)
def told_apart(grid: Grid) -> list[frozenset[str]]:
    """The labels of the columns without what all share but those that name the rows: "Trench A", "Trench B"."""
    labels = column_labels(grid)
    counted = [column for column in range(len(labels)) if column not in grid.keys]
    apart = dict(zip(counted, _apart([labels[column] for column in counted]), strict=True))
    return [apart.get(column, label) for column, label in enumerate(labels)] if all(apart.values()) else labels


def _apart(labels: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    shared = frozenset.intersection(*labels) if len(labels) > 1 else frozenset[str]()
    return [label - shared for label in labels]


def own_words(labels: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """The words of each label that no other has, where they are half of it: "run", "river" of "Hydro, run-of-river"."""
    counts = Counter(word for label in labels for word in label)
    own = [frozenset(word for word in label if counts[word] == 1 and not word.isdigit()) for label in labels]
    return [mine if len(mine) * 2 >= len(label) else frozenset() for mine, label in zip(own, labels, strict=True)]
