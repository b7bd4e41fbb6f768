"""Do the digits of a figure stand anywhere in the documents that a claim cites?

Units, scales and places aside: 530 gigabits hold the digits of 0.53 terabits. So a figure whose digits stand nowhere
was computed or is made up. Of the written reports of `training/weights` 132 faulty sentences and 21 true ones have such
a figure that no check could compute; of numbers in words, and of those that stand somewhere, as many true as faulty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from moot.text.figures import Figure
from moot.text.lazy import lazy_re
from moot.words import Document

_NUMBER = lazy_re(r"\d[\d.,'’\xa0\u202f\u2009]*\d|\d")
_LEAST = 2
"""Significant digits of a figure that is looked for: a single one stands everywhere."""


def stands_nowhere(figure: Figure, documents: Iterable[Document]) -> bool:
    """`documents`: those that are cited; without one nothing is known."""
    said = {number for number in _digits(figure.raw) if len(number) >= _LEAST}
    known = [_digits(f"{each.source.title}\n{each.source.date or ''}") | _of_text(each.text) for each in documents]
    return bool(said and known and not figure.word) and not any(said & numbers for numbers in known)


@lru_cache(maxsize=64)  # The text itself is the key, not a copy of it: it may be long.
def _of_text(text: str) -> frozenset[str]:
    return _digits(text)


def _digits(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"\D", "", number).strip("0") for number in _NUMBER.findall(text))
