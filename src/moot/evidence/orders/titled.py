"""Orders in a name or a title, where anything may stand before them: a day, a number, "Re", a version."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from moot.evidence.orders import finding
from moot.evidence.orders.finding import Order
from moot.evidence.orders.form import LIKELY
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

_WORD = lazy_re(r"[^\W_]+(?:['’][^\W_]+)?")
_PARTS = lazy_re(r"\s[-–—|·]+\s|[;.!?()\[\]]|_-_")
"""What parts a name; behind a colon stands what is said of what is named before it."""
_SPEAKS_OF_IT = lexicon("""
    why how when whether what which who that to not can could cannot may might do does did will would should must
    make makes making made let lets letting have having help helping get getting never always often and or they we you
    people children
""")
"""After these a verb is part of a clause, as in "Why models ignore previous instructions"."""


def find(name: str) -> list[Order]:
    """Orders of the name, or of its end."""
    return finding.find(name) or [order for end in _ends(name) for order in finding.find(end) if order.what != LIKELY]


def _ends(name: str) -> Iterator[str]:
    """From its second word on, its third, and so on, where what stands before in its part is no subject of a verb."""
    words = list(_WORD.finditer(name))
    speaks = False
    for before, word in pairwise(words):
        low = before[0].lower()
        speaks = speaks or low in _SPEAKS_OF_IT or (low.isalpha() and len(low) > 3 and low.endswith("s"))
        speaks = speaks and not _PARTS.search(name, before.end(), word.start())
        if speaks:
            continue
        yield re.sub(r"[_-]", " ", name[word.start() :])
