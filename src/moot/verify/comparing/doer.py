"""Somebody else did it, in a sentence that the claim renders in other words.

A person opens a sentence which says the rest of the claim; the claim puts another in that place, of whom no sentence
that names them says as much.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.text.lazy import lazy_re
from moot.text.spans import Span
from moot.verify.comparing.paired import Paired, pair
from moot.verify.comparing.posts import TITLES
from moot.verify.names import Name

_OPENS = 45
"""Characters before a name that opens its sentence."""
_LABEL = lazy_re(r"\*\* |[.:] ")
_NOT_OPENING = lazy_re(r"\b(?:he|she|it|they|we|i|by|in|of|for|at|from|film|series|band|song)\b|\*\*\w", re.IGNORECASE)
_INSIDE = lazy_re(r"\b(?:of|at|in|for|from|by|near|with|to)(?: the)? $", re.IGNORECASE)
_TOO = lazy_re(r"\s{0,9},?\s{0,9}(?:and|&|or)\s")
_REST, _TIE = 0.45, 0.1
"""How well the rest of the claim must be met; a sentence with the claim's own name that meets it nearly so says it."""
_LEAST = 3


def another(claim: str, people: Sequence[Name], others: Sequence[tuple[str, Sequence[Name]]]) -> str:
    """In words who did it instead. `people`: the claim's; `others`: each unit with the people whom it names."""
    for name in people:
        at = claim.find(name.text)
        if _INSIDE.search(claim[:at]):
            continue
        own = max((_rest(pair(claim, unit), name) for unit, _ in others if _has(unit, name)), default=0.0)
        for unit, named in others:
            there = [each for each in named if not _has(claim, each)]
            if _has(unit, name) or len(there) != 1 or not _opening(unit, there[0]):
                continue
            met = _rest(pair(claim, unit), name)
            if met >= _REST and own < met - _TIE:
                return f"the claim says it of “{name.text}”, its source of “{there[0].text}”"
    return ""


def _has(text: str, name: Name) -> bool:
    lower = text.lower()
    return any(word in lower for word in name.words)


def _opening(unit: str, name: Name) -> bool:
    """True for a name that opens the unit, or what follows a label in it, alone."""
    at = unit.find(name.text)
    before = _LABEL.split(unit[:at])[-1]
    alone = not _TOO.match(unit[at + len(name.text) :])
    return alone and len(before) <= _OPENS and not _NOT_OPENING.search(before)


def _rest(both: Paired, name: Name) -> float:
    """How well the claim is met in the unit, the name and titles aside; 0 where little is left."""
    at = both.claim.text.find(name.text)
    own = Span(at, at + len(name.text))
    spans = zip(both.claim.words, both.claim.spans, strict=True)
    rest = [span for word, span in spans if not span.touches(own) and word not in TITLES]
    return sum(map(both.of_claim, rest)) / len(rest) if len(rest) >= _LEAST else 0.0
