"""Words that are one thing, and that a sentence encoder does not take for near enough.

Two hundred more groups of common synonyms, and a hundred of words that exclude one another, brought nothing: without
them one open pair less is seen to say the same and one more to conflict (`benchmarks/alignment.py`), and of 1,750 pairs
of the families three more are wrongly taken for conflicts, two fewer for the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from moot.text.lexicon import lexicon
from moot.text.terms import stem

_SYNONYMS = """
    kilometre kilometres kilometer kilometers km | plant factory works | judge judges bench court
    old former previous | power electricity | mobile phone smartphone handset cellphone
    wrote write written draft drafted author pen penned
"""
"""A group ends with a bar or its line."""


@cache
def _groups() -> dict[str, frozenset[int]]:
    """In which groups each stem stands."""
    found: dict[str, set[int]] = defaultdict(set)
    for n, group in enumerate(re.split(r"[|\n]", _SYNONYMS)):
        for word in lexicon(group):
            found[stem(word)].add(n)
    return {word: frozenset(groups) for word, groups in found.items()}


_NOWHERE: frozenset[int] = frozenset()


def synonyms(one: str, other: str) -> bool:
    """True for two stems of one group."""
    known = _groups()
    return not known.get(one, _NOWHERE).isdisjoint(known.get(other, _NOWHERE))
